"""The rows that metrics are counted from: whose they are, when they happened, and what they can be cut by."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.lookups import In

from accounts.models import Membership, Storefront
from common import shop_clock as clock
from inventory.models import Category, Product, Stock, StockMovement, Supplier, SupplierBill
from inventory.queries import expiring, supplier_payments
from reports.metrics.metric import Source
from reports.metrics.stocking import EXPIRES_SOON_DAYS, PACE_DAYS
from sales.models import SOLD, Expense, Payment, PaymentAllocation, Sale, SaleLine, TillCount
from sales.queries import customer_balances, open_less_credit, open_tills, overdue_less_credit

TIMES = {
    "hour": clock.Hour,
    "weekday": clock.Weekday,
    "day": clock.Day,
    "week": clock.Week,
    "month": clock.Month,
    "quarter": clock.Quarter,
    "year": clock.Year,
}
_NUMBERS = {
    "hour": clock.Hour,
    "weekday": clock.Weekday,
    "day": clock.DayOfMonth,
    "week": clock.WeekNumber,
    "month": clock.MonthNumber,
    "quarter": clock.QuarterNumber,
    "year": clock.YearNumber,
}
"""The same as numbers, to narrow by."""
_OF_PRODUCT = {
    "product": "product_id",
    "brand": "product__brand",
    "category": "product__category_id",
    "supplier": "product__supplier_id",
    "storefront": "storefront_id",
}
_OF_SALE = {
    "customer": "customer_id",
    "staff": "sold_by_id",
    "storefront": "storefront_id",
    "price_tier": "price_tier",
    "customer_tier": "customer__price_tier",
    "sale": "id",
}
_OF_LINE = _OF_PRODUCT | {
    "customer": "sale__customer_id",
    "staff": "sale__sold_by_id",
    "price_tier": "price_tier",
    "sale": "sale_id",
    "customer_tier": "sale__customer__price_tier",
    "line": "id",
}
LOOKUPS: dict[Source, dict[str, str]] = {
    Source.LINES: _OF_LINE,
    Source.TOGETHER: _OF_LINE,
    Source.RECENT: _OF_LINE,
    Source.SALES: _OF_SALE,
    Source.CREDIT: _OF_SALE,
    Source.INVOICES: _OF_SALE | {"lateness": "lateness"},
    Source.OVERDUE: _OF_SALE | {"lateness": "lateness"},
    Source.DUE: _OF_SALE | {"lateness": "lateness"},
    Source.SETTLED: _OF_SALE,
    Source.FIRST: _OF_SALE,
    Source.PAYMENTS: {
        "customer": "customer_id",
        "staff": "received_by_id",
        "storefront": "storefront_id",
        "method": "method",
        "network": "network",
        "customer_tier": "customer__price_tier",
        "payment": "id",
    },
    Source.COLLECTED: {
        "customer": "invoice__customer_id",
        "storefront": "invoice__storefront_id",
        "staff": "payment__received_by_id",
        "method": "payment__method",
        "network": "payment__network",
        "payment": "payment_id",
        "sale": "invoice_id",
    },
    Source.STOCK: _OF_PRODUCT,
    Source.MOVEMENTS: _OF_PRODUCT | {"staff": "by_id", "movement": "id", "destination": "transfer__to_storefront_id"},
    Source.PRODUCTS: {"product": "id", "brand": "brand", "category": "category_id", "supplier": "supplier_id"},
    Source.CUSTOMERS: {"customer": "id", "customer_tier": "price_tier"},
    Source.STAFF: {"staff": "id"},
    Source.STOREFRONTS: {"storefront": "id"},
    Source.SUPPLIERS: {"supplier": "id"},
    Source.CATEGORIES: {"category": "id"},
    Source.BILLS: {"supplier": "supplier_id"},
    Source.PAID_OUT: {"supplier": "supplier_id", "staff": "by_id"},
    Source.BATCHES: _OF_PRODUCT,
    Source.EXPENSES: {
        "expense_category": "category",
        "storefront": "storefront_id",
        "method": "method",
        "network": "network",
    },
    Source.OPEN_TILLS: {"storefront": "storefront_id", "staff": "cashier_id"},
    Source.TILL_COUNTS: {"storefront": "session__storefront_id", "staff": "session__cashier_id"},
}
MOMENT = {
    Source.LINES: "sold_at",
    Source.TOGETHER: "sold_at",
    Source.SALES: "sold_at",
    Source.CREDIT: "sold_at",
    Source.PAYMENTS: "received_at",
    Source.SETTLED: "settled_at",
    Source.FIRST: "sold_at",
    Source.COLLECTED: "at",
    Source.MOVEMENTS: "at",
    Source.PAID_OUT: "paid_at",
    Source.EXPENSES: "spent_on",
    Source.TILL_COUNTS: "session__closed_at",
}
_DATES = frozenset({"due_date", "spent_on"})
"""Moments that are days, without a time."""
HAPPENED = MOMENT | dict.fromkeys((Source.INVOICES, Source.OVERDUE, Source.DUE), "sold_at")
"""When a row happened, whether or not days narrow it."""
_PERIOD = {**MOMENT, Source.DUE: "due_date"}
_GOODS = frozenset({"product", "brand", "category", "supplier"})


@dataclass(frozen=True)
class Within:
    """Only those, or all but those, whose value of a dimension is among `keys`: a list, or a query of ids."""

    dimension: str
    keys: Any
    exclude: bool = False


@dataclass(frozen=True)
class Cut:
    """What part of a business is looked at: `[start, end)` and, by dimension, the values wanted.

    Of overdue invoices, only those more than `overdue_days` days past due.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    filters: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    excluding: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    within: tuple[Within, ...] = ()
    overdue_days: int = 0

    @property
    def dimensions(self) -> list[str]:
        """What it is narrowed by."""
        return [*self.filters, *self.excluding, *(each.dimension for each in self.within)]


def rows_of(business_id: uuid.UUID, source: Source, *, cut: Cut, by: Sequence[str] = ()) -> QuerySet[Any]:
    """The rows of a source in a cut: scoped to the business first, then the period, then the filters.

    Narrowed or grouped `by` the hour, only those whose hour is known: see `without_hour`.
    """
    if source is Source.TOGETHER:
        return _together(business_id, cut)
    rows = _BASES[source](business_id).filter(**_days(source, cut))
    if "hour" in (*by, *cut.dimensions):
        rows = rows.filter(_HOUR_KNOWN.get(source, Q()))
    if source is Source.OVERDUE and cut.overdue_days:
        rows = rows.filter(due_date__lt=clock.today() - dt.timedelta(days=cut.overdue_days))
    for dimension, values in cut.filters.items():
        rows = rows.filter(_one_of(source, dimension, values))
    for dimension, values in cut.excluding.items():
        rows = rows.exclude(_one_of(source, dimension, values))
    for each in cut.within:
        among = Q(**{f"{LOOKUPS[source][each.dimension]}__in": each.keys})
        rows = rows.exclude(among) if each.exclude else rows.filter(among)
    return rows


def _days(source: Source, cut: Cut) -> dict[str, dt.date | dt.datetime]:
    """The days of a cut as conditions on the moment of a source; none for what is as of now."""
    moment = _PERIOD.get(source)
    if not moment:
        return {}
    ends = {f"{moment}__gte": cut.start, f"{moment}__lt": cut.end}
    return {key: day if moment in _DATES else clock.start_of(day) for key, day in ends.items() if day}


def without_hour(business_id: uuid.UUID, *, cut: Cut) -> int:
    """How many sales of a cut have a day and no time of day, and so belong to no hour. The cut's hours do not count.

    None for payments by one method, which sales do not know.
    """
    others = {name: values for name, values in cut.filters.items() if name != "hour"}
    left = {name: values for name, values in cut.excluding.items() if name != "hour"}
    if not {*others, *left} <= LOOKUPS[Source.LINES].keys():
        return 0
    lines = rows_of(business_id, Source.LINES, cut=replace(cut, filters=others, excluding=left))
    return lines.filter(sale__time_known=False).values("sale_id").distinct().count()


def _together(business_id: uuid.UUID, cut: Cut) -> QuerySet[Any]:
    """The other goods on the sales that hold the goods of the cut."""
    goods = {dimension: values for dimension, values in cut.filters.items() if dimension in _GOODS}
    held = rows_of(business_id, Source.LINES, cut=cut).filter(quantity__gt=0)
    rows = SaleLine.objects.of(business_id).filter(sale_id__in=held.values("sale_id"), quantity__gt=0).order_by()
    for dimension, values in goods.items():
        rows = rows.exclude(_one_of(Source.LINES, dimension, values))
    return rows


_HOUR_KNOWN = {
    Source.LINES: Q(sale__time_known=True),
    Source.SALES: Q(time_known=True),
    Source.CREDIT: Q(time_known=True),
    Source.PAYMENTS: Q(imported=False) | Q(sale__time_known=True),
}


def known_by(source: Source, dimensions: Iterable[str]) -> bool:
    """Whether rows of a source can be cut or narrowed by all of these."""
    lookups = LOOKUPS[source]
    times = TIMES.keys() - {"hour"} if MOMENT.get(source) in _DATES else TIMES.keys()
    return all(each in lookups or (each in times and source in MOMENT) for each in dimensions)


def holds(source: Source, dimensions: Iterable[str]) -> bool:
    """Whether rows of a source that knows these dimensions hold each in a column of their own."""
    return not any("__" in LOOKUPS[source].get(each, "") for each in dimensions)


def expression(source: Source, dimension: str) -> Any:
    """What rows of a source are grouped by for a dimension."""
    if dimension in TIMES:
        moment = MOMENT[source]
        if moment in _DATES and dimension == "day":
            return F(moment)
        return TIMES[dimension](moment)
    return F(LOOKUPS[source][dimension])


def _one_of(source: Source, dimension: str, values: Sequence[Any]) -> Q:
    if dimension in TIMES:
        return Q(In(_NUMBERS[dimension](MOMENT[source]), list(values)))
    lookup = LOOKUPS[source][dimension]
    return Q(**{lookup: values[0]} if len(values) == 1 else {f"{lookup}__in": list(values)})


_ON_ACCOUNT = SOLD & Q(due_date__isnull=False)


def _sales(business_id: uuid.UUID) -> QuerySet[Any]:
    """Sales and what undoes them; what was owed before the books were kept here is no sale."""
    return Sale.objects.of(business_id).filter(~Q(kind=Sale.Kind.OPENING), voided_at=None).order_by()


def _on_account(business_id: uuid.UUID) -> QuerySet[Any]:
    return Sale.objects.of(business_id).filter(_ON_ACCOUNT).order_by()


def _open(business_id: uuid.UUID) -> QuerySet[Any]:
    """Open invoices, each with what is `left` of it once the customer's unused credit is taken off."""
    return _aged(open_less_credit(business_id)).order_by()


_LATE_BY = {"d30": 30, "d60": 60, "d90": 90}
"""Ages of debts by the most days that they are past due."""


def _aged(invoices: QuerySet[Any]) -> QuerySet[Any]:
    """Invoices, each with how late it is."""
    today = clock.today()
    bands = [When(Q(due_date__isnull=True) | Q(due_date__gte=today), then=Value("d00"))]
    bands += [When(due_date__gte=today - dt.timedelta(days=days), then=Value(band)) for band, days in _LATE_BY.items()]
    aged: QuerySet[Any] = invoices.annotate(lateness=Case(*bands, default=Value("d91"), output_field=CharField()))
    return aged


def _settled(business_id: uuid.UUID) -> QuerySet[Any]:
    paid_off = Sale.objects.of(business_id).filter(_ON_ACCOUNT, settled_at__isnull=False, paid__gte=F("total"))
    return paid_off.annotate(settled_day=clock.Day("settled_at")).order_by()


def _first(business_id: uuid.UUID) -> QuerySet[Any]:
    """The first sale of each known customer."""
    bought = Sale.objects.of(business_id).filter(SOLD, customer__isnull=False).order_by()
    same = bought.filter(customer_id=OuterRef("customer_id"))
    earlier = same.filter(Q(sold_at__lt=OuterRef("sold_at")) | Q(sold_at=OuterRef("sold_at"), pk__lt=OuterRef("pk")))
    return bought.filter(~Exists(earlier))


def _collected(business_id: uuid.UUID) -> QuerySet[Any]:
    """What of payments went to sales of an earlier day."""
    paid, sold = (clock.Day(moment) for moment in ("at", "invoice__sold_at"))
    found = PaymentAllocation.objects.of(business_id).filter(payment__isnull=False).order_by()
    return found.annotate(paid_day=paid, sold_day=sold).filter(paid_day__gt=F("sold_day"))


def _recent(business_id: uuid.UUID) -> QuerySet[Any]:
    today = clock.today()
    start, end = clock.start_of(today - dt.timedelta(days=PACE_DAYS)), clock.start_of(today)
    return SaleLine.objects.of(business_id).filter(sold_at__gte=start, sold_at__lt=end, voided=False).order_by()


def _stock(business_id: uuid.UUID) -> QuerySet[Any]:
    return Stock.objects.of(business_id).filter(product__tracks_stock=True).order_by()


def _bills(business_id: uuid.UUID) -> QuerySet[Any]:
    """Bills of suppliers, paid ones too, each with what is `left` of it and whether it is late."""
    late = Q(due_on__lt=clock.today(), paid__lt=F("amount"))
    rows = SupplierBill.objects.of(business_id).filter(cancelled_at=None).order_by()
    return rows.annotate(left=F("amount") - F("paid"), is_late=Case(When(late, then=True), default=False))


_BASES: dict[Source, Callable[[uuid.UUID], QuerySet[Any]]] = {
    Source.LINES: lambda business_id: SaleLine.objects.of(business_id).filter(voided=False).order_by(),
    Source.SALES: _sales,
    Source.PAYMENTS: lambda business_id: Payment.objects.of(business_id).order_by(),
    Source.CREDIT: _on_account,
    Source.INVOICES: _open,
    Source.DUE: lambda business_id: _open(business_id).filter(due_date__isnull=False),
    Source.OVERDUE: lambda business_id: _aged(overdue_less_credit(business_id)).order_by(),
    Source.SETTLED: _settled,
    Source.FIRST: _first,
    Source.COLLECTED: _collected,
    Source.STOCK: _stock,
    Source.RECENT: _recent,
    Source.MOVEMENTS: lambda business_id: StockMovement.objects.of(business_id).order_by(),
    Source.PRODUCTS: lambda business_id: Product.objects.of(business_id).filter(is_active=True).order_by(),
    Source.CUSTOMERS: lambda business_id: customer_balances(business_id).filter(erased_at=None).order_by(),
    Source.STAFF: lambda business_id: Membership.objects.filter(business_id=business_id).order_by(),
    Source.STOREFRONTS: lambda business_id: Storefront.objects.of(business_id).order_by(),
    Source.SUPPLIERS: lambda business_id: Supplier.objects.of(business_id).order_by(),
    Source.CATEGORIES: lambda business_id: Category.objects.of(business_id).order_by(),
    Source.BILLS: _bills,
    Source.PAID_OUT: lambda business_id: supplier_payments(business_id).filter(cancelled_at=None).order_by(),
    Source.BATCHES: lambda business_id: expiring(business_id, within_days=EXPIRES_SOON_DAYS).order_by(),
    Source.EXPENSES: lambda business_id: Expense.objects.of(business_id).filter(cancelled_at=None).order_by(),
    Source.OPEN_TILLS: lambda business_id: open_tills(business_id).order_by(),
    Source.TILL_COUNTS: lambda business_id: TillCount.objects.of(business_id).filter(method="cash").order_by(),
}
