"""Why sales moved: the change between like days, taken apart."""

import datetime as dt
import uuid
from dataclasses import replace
from typing import Annotated, Any

from common import money
from common import shop_clock as clock
from reports import metric_queries
from reports.change import Change, Driver, decompose, like_days, waterfall
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, changed, figures
from reports.shapes import ChangeDriver, DriverKind, Money, OneOf, shape
from reports.visualizations import Waterfall

FIGURES = ("revenue", "units", "sales_count", "average_sale", "buyers")


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    return figures(metric_queries.total(business_id, FIGURES, cut=period.cut), *FIGURES)


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    if asked.period.start > clock.today():
        return Answer(summarise(business_id, asked.period), [], {"drivers": [], "visualizations": []})
    days = (asked.period.start, asked.period.end)
    now, then = like_days(days, compare=asked.compare or "previous", today=clock.today())
    current, earlier = (replace(asked.period, start=start, end=end) for start, end in (now, then))
    found = decompose(business_id, "revenue", now=now, before=then, cut=asked.period.cut)
    summary, before = (summarise(business_id, each) for each in (current, earlier))
    rows = [_row(way, driver) for way, drivers in found.by.items() for driver in drivers]
    return Answer(summary | _moved(found), rows, _beside(found, current, earlier, summary, before))


def _moved(found: Change) -> Summary:
    effects = {each.kind: money.plain(each.change) for each in found.by.get("effect", ())}
    return {
        "revenue_before": money.plain(found.before),
        "change": money.plain(found.change),
        "change_percent": changed(found.before, found.now),
        **effects,
    }


def _row(way: str, driver: Driver) -> dict[str, Any]:
    before, now = (None if each is None else money.plain(each) for each in (driver.before, driver.now))
    return {"by": way, **_driver(driver), "id": driver.key, "before": before, "now": now}


def _driver(driver: Driver) -> dict[str, Any]:
    share = None if driver.share is None else float(driver.share) + 0
    return {"kind": driver.kind, "name": driver.name, "change": money.plain(driver.change), "share": share}


def _beside(found: Change, now: Period, then: Period, summary: Summary, before: Summary) -> dict[str, Any]:
    percent = {name: changed(before[name], summary[name]) for name in FIGURES}
    return {
        "drivers": [_driver(each) for each in found.drivers],
        "comparison": {"period": then.json(), "of": now.json(), "summary": before, "change_percent": percent},
        "visualizations": [waterfall(found, _days(then), _days(now))] if found.drivers else [],
    }


def _days(period: Period) -> str:
    """The days of a bar: "1 Oct 2026 to 21 Oct 2026"."""
    return " to ".join(dict.fromkeys(_day(each) for each in (period.start, period.last_day)))


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"


WAYS = ("effect", "customer", "product", "category", "storefront")
"""The ways in which a change is taken apart."""
Totals = shape(
    "SalesChangeTotals",
    *FIGURES,
    revenue_before=(Money | None, None),
    change=(Money | None, None),
    change_percent=(float | None, None),
    price=(Money | None, None),
    volume=(Money | None, None),
    mix=(Money | None, None),
)
RowShape = shape(
    "SalesChangeRow",
    by=Annotated[str, OneOf(WAYS)],
    kind=DriverKind,
    name=str,
    change=Money,
    share=float | None,
    id=str | None,
    before=Money | None,
    now=Money | None,
)

SALES_CHANGE = Report(
    key="sales_change",
    title="What moved sales",
    path="sales/change",
    build=build,
    summarise=summarise,
    totals=Totals,
    row=RowShape,
    more={"drivers": list[ChangeDriver], "visualizations": list[Waterfall]},
    about="The change of sales from like days before, taken apart: price, volume and mix; customers who are new, came "
    "back, stayed or did not come; products, categories and storefronts. `drivers` sum to `change`, and so does each "
    "`by` of the results. Days to come are left out on both sides. It says what moved, not what caused it.",
)
