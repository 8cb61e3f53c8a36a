"""Customers by what they bought, counted from sales and ranked in the database."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import BooleanField, Case, Expression, ExpressionWrapper, F, Func, IntegerField, Q, QuerySet, When

from common import money
from common import shop_clock as clock
from reports.metrics import PARTS, Source
from reports.metrics.parts import AMOUNT
from reports.sources import Cut, rows_of

_SALES = {name: PARTS[name].by_source[Source.SALES] for name in ("revenue", "sales", "last_sale")}
_NAMELESS = Q(customer_id=None)
_BUYER = Q(customer__isnull=False, sales__gt=0)


@dataclass(frozen=True)
class Bought:
    """What one customer bought: GHS before tax, less returns, and the number of sales."""

    customer_id: uuid.UUID
    revenue: Decimal
    sales: int


@dataclass(frozen=True)
class Top:
    """The first customers, and over everybody: GHS, of which to nobody named, sales and customers with a sale."""

    customers: list[Bought]
    revenue: Decimal = money.ZERO
    nameless: Decimal = money.ZERO
    sales: int = 0
    buyers: int = 0


class _OverAll(Func):
    """The figures of the groups added up over all of them, which Django's `Window` refuses."""

    template = "%(function)s(%(expressions)s) OVER ()"


def top(business_id: uuid.UUID, cut: Cut, *, order: str, limit: int) -> Top:
    """The `limit` customers with the most "revenue" or "sales" in a cut; equal ones by id. One query."""
    found = _by_customer(business_id, cut).annotate(
        all_revenue=_over_all("SUM", F("revenue")),
        all_sales=_OverAll("sales", function="SUM", output_field=IntegerField()),
        nameless=_over_all("SUM", Case(When(_NAMELESS, then=F("revenue")))),
        buyers=_OverAll(Case(When(_BUYER, then=1)), function="COUNT", output_field=IntegerField()),
    )
    last = ExpressionWrapper(_NAMELESS, output_field=BooleanField())
    rows = list(found.order_by(last, F(order).desc(nulls_last=True), "customer_id")[:limit])
    if not rows:
        return Top([])
    first = rows[0]
    named = [Bought(row["customer_id"], row["revenue"], row["sales"]) for row in rows if row["customer_id"]]
    return Top(named, first["all_revenue"], first["nameless"] or money.ZERO, first["all_sales"], first["buyers"])


def every(business_id: uuid.UUID, cut: Cut) -> Iterator[tuple[uuid.UUID, Decimal, int, dt.date]]:
    """Each known customer with a sale in the cut: revenue, sales, and the day of the last. One query."""
    found = _by_customer(business_id, cut).filter(_BUYER).annotate(last_day=clock.Day(_SALES["last_sale"]))
    yield from found.values_list("customer_id", "revenue", "sales", "last_day")


def _by_customer(business_id: uuid.UUID, cut: Cut) -> QuerySet[Any, dict[str, Any]]:
    rows = rows_of(business_id, Source.SALES, cut=cut).values("customer_id")
    found: QuerySet[Any, dict[str, Any]] = rows.annotate(revenue=_SALES["revenue"], sales=_SALES["sales"])
    return found


def _over_all(function: str, amount: Expression | F) -> _OverAll:
    return _OverAll(amount, function=function, output_field=AMOUNT)
