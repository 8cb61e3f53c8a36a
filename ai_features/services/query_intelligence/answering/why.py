"""Why a figure moved: its change between like days taken apart, worded as what moved and never as a cause."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence.answering.cuts import Scope
from ai_features.services.query_intelligence.answering.figures import figure, when
from ai_features.services.query_intelligence.answering.plans import filters_in_words, lowered, title
from ai_features.services.query_intelligence.answering.result import Result, joint
from ai_features.services.slots import Slots, listed
from common import money
from reports import change as changes
from reports import metric_queries
from reports.change import Change, Driver
from reports.dimensions import DIMENSIONS
from reports.metrics import METRICS, Unit
from reports.visualizations import picture

MOST_NAMED = 3
_MOSTLY = Decimal("0.6")
"""Of what moved the same way as the whole, the part from which one is told alone."""
_TITLES = {"buyers": "The number of customers who bought"}
_TOLD = ("effect", "product", "storefront", "customer")
_NAMES = {"cost": "the cost of the goods", "mix": "the mix of goods", "price": "price", "volume": "volume"}


def measured(of: Scope) -> Result:
    """The figure on both sides and its change taken apart. A fixed number of queries."""
    plan = of.plan
    assert plan.period
    assert plan.compare_to
    now, before = ((days.start, days.end) for days in (plan.period, plan.compare_to))
    found = changes.decompose(of.business_id, plan.metric, now=now, before=before, cut=of.cut(None))
    whole = metric_queries.total(of.business_id, [plan.metric], cut=of.cut(plan.period))
    return Result(
        plan=plan,
        metrics=(plan.metric,),
        rows=(),
        total={plan.metric: found.now},
        before={plan.metric: found.before},
        change=found,
        sources=tuple((source.value, count) for source, count in whole.counts.items()),
    )


def tell(result: Result, slots: Slots) -> tuple[str, str]:
    """The verdict, "mostly in volume", then each way of taking the change apart."""
    found, plan = result.change, result.plan
    assert found
    assert plan.compare_to
    key = plan.metric
    what = f"{_TITLES.get(key) or title(key)}{filters_in_words(plan, slots)}{when(result)}"
    value = figure(slots, "total", found.now, key)
    before = figure(slots, "before", found.before, key, of="period_before")
    then = f"{joint(plan.compare_to)}{{period_before}}"
    if not found.change:
        return f"{what} did not change: {value}, as {then}.", _ways(found, slots)
    if not found.before:
        return f"{what}: {value}. There is nothing {then} to set it against.", ""
    moved = figure(slots, "moved", abs(found.change), key)
    percent = slots.percent("moved_percent", money.share(abs(found.change), abs(found.before)) or Decimal(0))
    way, mostly = "rose" if found.change > 0 else "fell", _mostly(found.drivers, found.change)
    verdict = f"{what} {way} by {moved} ({percent}), mostly in {mostly}: {value} against {before} {then}."
    return verdict, _ways(found, slots)


def _mostly(drivers: Sequence[Driver], change: Decimal) -> str:
    """The parts that moved the same way as the whole: the largest, or the two that are most of it together."""
    same = sorted((each for each in drivers if each.change * change > 0), key=lambda each: -abs(each.change))
    names = [_NAMES.get(each.kind, each.name) for each in same]
    total = sum((abs(each.change) for each in same), Decimal(0))
    return names[0] if abs(same[0].change) >= _MOSTLY * total else listed(names[:2])


def _ways(found: Change, slots: Slots) -> str:
    told = ((way, found.by.get(way, ())) for way in _TOLD)
    return "".join(f" {_way(way, drivers, found.metric, slots)}" for way, drivers in told if _tells(drivers))


def _tells(drivers: Sequence[Driver]) -> bool:
    """Whether a way of taking apart has more than one part."""
    return len([each for each in drivers if each.change]) > 1


def _way(way: str, drivers: Sequence[Driver], metric: str, slots: Slots) -> str:
    shown = [each for each in drivers if each.change][: None if way == "effect" else MOST_NAMED]
    told = [_part(way, number, each, metric, slots) for number, each in enumerate(shown, 1)]
    heads = {"effect": "Of that", "customer": "By customers"}
    return f"{heads.get(way) or f'By {DIMENSIONS[way].title}'}: {'; '.join(told)}."


def _part(way: str, number: int, driver: Driver, metric: str, slots: Slots) -> str:
    """ "Volume GHS 100.00 less"."""
    named = way in DIMENSIONS and way != "customer" and driver.key is not None
    id = f"{way}_{number}"
    name = slots.name(id, driver.name) if named else _NAMES.get(driver.kind, driver.name)
    amount = figure(slots, f"{id}_change", abs(driver.change), metric, of=id if named else "")
    less = "less" if METRICS[metric].unit is Unit.MONEY else "fewer"
    return f"{name} {amount} {'more' if driver.change > 0 else less}"


def drivers(result: Result) -> dict[str, Any]:
    """`change` and its `drivers` for the response; nothing where no change was asked about."""
    found = result.change
    if not found:
        return {}
    return {
        "change": _plain(found.change, found.metric),
        "drivers": [_json(each, found.metric) for each in found.drivers],
    }


def by(found: Change) -> dict[str, list[dict[str, Any]]]:
    """Every way of taking the change apart, each of which sums to it."""
    return {way: [_json(each, found.metric) for each in parts] for way, parts in found.by.items()}


def _json(driver: Driver, metric: str) -> dict[str, Any]:
    share = None if driver.share is None else float(driver.share) + 0
    return {"kind": driver.kind, "name": driver.name, "change": _plain(driver.change, metric), "share": share}


def _plain(value: Decimal, metric: str) -> Any:
    return money.plain(value) if METRICS[metric].unit is Unit.MONEY else float(value)


def pictures(result: Result) -> Iterator[dict[str, Any]]:
    """A waterfall from the figure before to the figure now, and all parts as a table."""
    plan, found = result.plan, result.change
    assert found
    assert plan.period
    assert plan.compare_to
    yield changes.waterfall(found, plan.compare_to.label, plan.period.label)
    rows = [{"by": way, **row} for way, parts in by(found).items() for row in parts]
    unit = METRICS[plan.metric].unit.value
    columns = [
        {"key": key, "title": heading, "kind": kind}
        for key, heading, kind in (
            ("by", "By", "text"),
            ("kind", "Kind", "text"),
            ("name", "Name", "text"),
            ("change", "Change", unit),
            ("share", "Share of the change", "percent"),
        )
    ]
    yield picture("table", f"What moved {lowered(title(plan.metric))}", columns=columns, data=rows)
