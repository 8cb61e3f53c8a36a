"""What expires soon, what it is worth, and how much of it would sell by then."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from common import money
from common import shop_clock as clock
from inventory import queries
from inventory.models import Batch
from reports import metric_queries
from reports.metrics.stocking import EXPIRES_SOON_DAYS
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, quantity
from reports.shapes import Id, Money, Quantity, shape

Place = tuple[uuid.UUID, uuid.UUID]
"""A product and a storefront."""


def build_expiring(business_id: uuid.UUID, asked: Asked) -> Answer:
    """Batches that expire within 30 days, or did: the one with most at risk first."""
    rows = _rows(business_id, asked.period)
    rows.sort(key=lambda row: -Decimal(row["value_at_risk"]))
    return Answer(_summary(rows), rows[: asked.limit])


def summarise_expiring(business_id: uuid.UUID, period: Period) -> Summary:
    return _summary(_rows(business_id, period))


def _summary(rows: list[dict[str, Any]]) -> Summary:
    past = [row for row in rows if row["days_left"] < 0]
    return {
        "batches": len(rows),
        "products": len({row["product_id"] for row in rows}),
        "value": _total(rows, "value"),
        "value_past_date": _total(past, "value"),
        "value_at_risk": _total(rows, "value_at_risk"),
    }


def _total(rows: Iterable[dict[str, Any]], name: str) -> str:
    return money.plain(sum((Decimal(row[name]) for row in rows), money.ZERO))


def _rows(business_id: uuid.UUID, period: Period) -> list[dict[str, Any]]:
    """A row for each batch. Two queries."""
    batches = queries.expiring(business_id, within_days=EXPIRES_SOON_DAYS)
    if period.storefront_id:
        batches = batches.filter(storefront_id=period.storefront_id)
    a_day = _pace(business_id, period)
    promised: dict[Place, Decimal] = defaultdict(Decimal)
    rows = []
    for batch in batches:
        place = (batch.product_id, batch.storefront_id)
        sells = would_sell(batch, a_day[place], promised[place])
        promised[place] += sells
        rows.append(_row(batch, sells))
    return rows


def _pace(business_id: uuid.UUID, period: Period) -> dict[Place, Decimal]:
    """Units sold a day in the period."""
    sold = metric_queries.by(business_id, ["units"], dimensions=["product", "storefront"], cut=period.cut)
    found: dict[Place, Decimal] = defaultdict(Decimal)
    for row in sold:
        product_id, storefront_id = row.key
        found[product_id, storefront_id] = max(row["units"] or Decimal(0), Decimal(0)) / period.days
    return found


def would_sell(batch: Batch, a_day: Decimal, before: Decimal) -> Decimal:
    """Units of the batch that sell up to its last good day, after the `before` units of batches that expire earlier."""
    days = (batch.expires_on - clock.today()).days + 1
    room = max(Decimal(0), a_day * max(days, 0) - before)
    return money.rounded(min(batch.quantity, room), 3)


def _row(batch: Batch, sells: Decimal) -> dict[str, Any]:
    unit_cost = batch.product.cost if batch.unit_cost is None else batch.unit_cost
    return {
        "batch_id": batch.pk,
        "product_id": batch.product_id,
        "product": batch.product.name,
        "storefront_id": batch.storefront_id,
        "storefront": batch.storefront.name,
        "code": batch.code,
        "expires_on": batch.expires_on,
        "days_left": (batch.expires_on - clock.today()).days,
        "units": quantity(batch.quantity),
        "value": money.plain(batch.quantity * unit_cost),
        "would_sell": quantity(sells),
        "at_risk": quantity(batch.quantity - sells),
        "value_at_risk": money.plain((batch.quantity - sells) * unit_cost),
    }


Totals = shape("ExpiringTotals", batches=int, products=int, value=Money, value_past_date=Money, value_at_risk=Money)
Row = shape(
    "ExpiringRow",
    batch_id=Id,
    product_id=Id,
    product=str,
    storefront_id=Id,
    storefront=str,
    code=str,
    expires_on=dt.date,
    days_left=int,
    units=Quantity,
    value=Money,
    would_sell=Quantity,
    at_risk=Quantity,
    value_at_risk=Money,
)

EXPIRING = Report(
    key="expiring_stock",
    title="Expiring stock",
    path="inventory/expiring",
    build=build_expiring,
    summarise=summarise_expiring,
    totals=Totals,
    row=Row,
    about="Batches that expire within 30 days or are past their date, their value at cost, and what of them would not "
    "sell in time at the rate of the period.",
)
