"""The events of a business's 28 weeks: one query for each kind of record."""

import uuid
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.db.models import F, Q, QuerySet, Sum

from inventory.models import StockCount, StockCountLine, StockMovement
from reports.losses.hours import Hours
from reports.losses.tallies import Event
from reports.losses.weeks import Weeks
from sales.models import SOLD, Payment, Sale, SaleLine, TillCount, TillEvent

SHORT_BY = Decimal(5)
"""GHS that may be missing at the close of a till without being counted."""
LOW_PRICE = 0.25
"""The score of a unit price from which on a sale below the usual price is counted; see `unit_prices`."""
_TILL = {
    TillEvent.Kind.CART_CANCELLED: "cancelled_carts",
    TillEvent.Kind.LINE_REMOVED: "removed_lines",
    TillEvent.Kind.DRAWER_OPENED: "drawer_opened",
    TillEvent.Kind.RECEIPT_REPRINTED: "reprints",
}
_OF_A_SALE = (
    "kind", "voided_at", "discount", "due_date", "sold_by", "credit_approved_by", "original__sold_by", "storefront",
    "sold_at", "total", "pk",
)  # fmt: skip


def events(business_id: uuid.UUID, weeks: Weeks, hours: Hours) -> Iterator[Event]:
    """Everything that counts, in no order."""
    sales = Sale.objects.of(business_id).filter(sold_at__gte=weeks.start, sold_at__lt=weeks.end).order_by()
    lines = SaleLine.objects.of(business_id).filter(sold_at__gte=weeks.start, sold_at__lt=weeks.end).order_by()
    yield from _of_sales(sales, weeks)
    yield from _of_lines(lines.filter(voided=False, quantity__gt=0, sale__sold_by__isnull=False), weeks)
    yield from _odd_hours(sales.filter(SOLD, hours.outside(), time_known=True), weeks)
    yield from _of_tills(business_id, weeks)
    yield from _of_stock(business_id, weeks)


def _rows(
    signal: str,
    rows: QuerySet[Any],
    weeks: Weeks,
    *,
    who: str,
    where: str,
    value: Any,
    at: str,
    kind: str = "sale",
    document: str = "pk",
) -> Iterator[Event]:
    for person, place, amount, moment, pk in rows.filter(**{f"{who}__isnull": False}).values_list(
        who, where, value, at, document
    ):
        yield Event(signal, person, place, weeks.of(moment), abs(float(amount or 0)), moment, kind, pk)


def _of_sales(sales: QuerySet[Sale], weeks: Weeks) -> Iterator[Event]:
    """What a sale, a return or a void tells by itself. One query."""
    told = SOLD & (Q(discount__gt=0) | Q(due_date__isnull=False) | Q(credit_approved_by__isnull=False))
    undone = Q(kind__in=(Sale.Kind.RETURN, Sale.Kind.VOID)) | Q(kind=Sale.Kind.SALE, voided_at__isnull=False)
    for row in sales.filter(told | undone).values_list(*_OF_A_SALE, named=True):
        for signal, person, value in _told_by(row):
            if person:
                week = weeks.of(row.sold_at)
                yield Event(signal, person, row.storefront, week, abs(float(value)), row.sold_at, "sale", row.pk)


def _told_by(row: Any) -> Iterator[tuple[str, uuid.UUID | None, Decimal]]:
    """Signal, person and GHS. A return counts for who had sold the goods; returns and voids, for who made them."""
    if row.kind in (Sale.Kind.RETURN, Sale.Kind.VOID):
        yield "refunds_given", row.sold_by, row.total
        if row.kind == Sale.Kind.RETURN:
            yield "refunds", row.original__sold_by, row.total
    elif row.voided_at:
        yield "voids", row.sold_by, row.total
    else:
        if row.discount > 0:
            yield "discounts", row.sold_by, row.discount
        if row.due_date:
            yield "on_account", row.sold_by, row.total
        yield "credit_approvals", row.credit_approved_by, row.total


def _of_lines(lines: QuerySet[SaleLine], weeks: Weeks) -> Iterator[Event]:
    """Sales, once each, with a line below its list price, or below its cost. One query."""
    lowered, below = Q(unit_price__lt=F("list_price")), Q(revenue__lt=F("cost") - F("tax"), cost__gt=0)
    lost = {
        "price_overrides": Sum((F("list_price") - F("unit_price")) * F("quantity"), filter=lowered),
        "below_cost": Sum(F("cost") - F("revenue"), filter=below),
    }
    by_sale = lines.filter(lowered | below).values_list("sale", "sale__sold_by", "storefront", "sold_at")
    for sale, person, place, moment, *amounts in by_sale.annotate(**lost):
        for signal, amount in zip(lost, amounts, strict=True):
            if amount is not None:
                yield Event(signal, person, place, weeks.of(moment), float(amount), moment, "sale", sale)


def _odd_hours(sales: QuerySet[Sale], weeks: Weeks) -> Iterator[Event]:
    yield from _rows("odd_hours", sales, weeks, who="sold_by", where="storefront", value="total", at="sold_at")


def _of_tills(business_id: uuid.UUID, weeks: Weeks) -> Iterator[Event]:
    seen = TillEvent.objects.of(business_id).filter(at__gte=weeks.start, at__lt=weeks.end, kind__in=_TILL).order_by()
    for kind, person, place, amount, moment, pk in seen.values_list("kind", "by", "storefront", "amount", "at", "pk"):
        signal = _TILL[TillEvent.Kind(kind)]
        yield Event(signal, person, place, weeks.of(moment), float(amount or 0), moment, "till_event", pk)
    yield from _rows(
        "cash_short",
        short_sessions(business_id, weeks),
        weeks,
        who="session__cashier",
        where="session__storefront",
        value="missing",
        at="session__closed_at",
        kind="session",
        document="session",
    )


def short_sessions(business_id: uuid.UUID, weeks: Weeks) -> QuerySet[TillCount]:
    """Counts of cash that fell short by more than small change."""
    closed = TillCount.objects.of(business_id).filter(
        session__closed_at__gte=weeks.start, session__closed_at__lt=weeks.end, method=Payment.Method.CASH
    )
    return closed.annotate(missing=F("expected") - F("counted")).filter(missing__gt=SHORT_BY).order_by()


def _of_stock(business_id: uuid.UUID, weeks: Weeks) -> Iterator[Event]:
    written_off = StockMovement.objects.of(business_id).filter(
        at__gte=weeks.start, at__lt=weeks.end, kind=StockMovement.Kind.ADJUSTMENT, quantity__lt=0, document_id=None
    )
    worth = written_off.order_by().annotate(worth=F("quantity") * F("unit_cost"))
    yield from _rows(
        "adjustments_down", worth, weeks, who="by", where="storefront", value="worth", at="at", kind="movement"
    )
    for place, difference, cost, moment, pk in missing_lines(business_id, weeks):
        yield Event("shrinkage", None, place, weeks.of(moment), float(-difference * cost), moment, "count", pk)


def missing_lines(business_id: uuid.UUID, weeks: Weeks) -> Iterable[tuple[Any, ...]]:
    """Lines of counts that found less than the books said."""
    lines = counted_lines(business_id, weeks).filter(difference__lt=0)
    return lines.values_list("storefront", "difference", "unit_cost", "count__closed_at", "count")


def counted_lines(business_id: uuid.UUID, weeks: Weeks) -> QuerySet[StockCountLine]:
    """Every line of the counts that were completed in these weeks."""
    done = Q(count__status=StockCount.Status.COMPLETED, counted__isnull=False)
    lines = StockCountLine.objects.of(business_id).filter(done)
    return lines.filter(count__closed_at__gte=weeks.start, count__closed_at__lt=weeks.end).order_by()
