"""The rows of each source, of one business: what counts and what does not, before days and filters narrow it."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from accounts.models import Membership, Storefront
from common import shop_clock as clock
from inventory.models import (
    Category,
    Product,
    PurchaseOrder,
    PurchaseOrderLine,
    Stock,
    StockMovement,
    Supplier,
    SupplierBill,
)
from inventory.queries import batches, price_changes, supplier_payments
from reports.metrics.metric import Source
from reports.metrics.stocking import PACE_DAYS
from sales.models import SOLD, Expense, Payment, PaymentAllocation, Sale, SaleLine, TillCount, TillMovement
from sales.queries import (
    customer_balances,
    open_less_credit,
    open_tills,
    overdue_less_credit,
    promises,
    till_events,
)

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


_ORDER = PurchaseOrder.Status


def _ordered(business_id: uuid.UUID) -> QuerySet[Any]:
    """Lines of orders that were sent and not cancelled."""
    sent = PurchaseOrderLine.objects.of(business_id).filter(order__sent_at__isnull=False).order_by()
    rows: QuerySet[Any] = sent.exclude(order__status=_ORDER.CANCELLED)
    return rows


def _on_order(business_id: uuid.UUID) -> QuerySet[Any]:
    """Lines of open orders, each with the units that are `left` to come, the day they are `due_on`, and `is_late`."""
    rows = _ordered(business_id).filter(order__status__in=(_ORDER.SENT, _ORDER.PART_RECEIVED))
    rows = rows.filter(quantity__gt=F("received")).annotate(due_on=Coalesce("expected_on", "order__expected_on"))
    late = Case(When(due_on__lt=clock.today(), then=True), default=False)
    lines: QuerySet[Any] = rows.annotate(left=F("quantity") - F("received"), is_late=late)
    return lines


def _bills(business_id: uuid.UUID) -> QuerySet[Any]:
    """Bills of suppliers, paid ones too, each with what is `left` of it and whether it is late."""
    late = Q(due_on__lt=clock.today(), paid__lt=F("amount"))
    rows = SupplierBill.objects.of(business_id).filter(cancelled_at=None).order_by()
    return rows.annotate(left=F("amount") - F("paid"), is_late=Case(When(late, then=True), default=False))


ROWS: dict[Source, Callable[[uuid.UUID], QuerySet[Any]]] = {
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
    Source.BILLS_DUE: lambda business_id: _bills(business_id).filter(left__gt=0),
    Source.BILLED: lambda business_id: _bills(business_id).filter(kind=SupplierBill.Kind.INVOICE),
    Source.PAID_OUT: lambda business_id: supplier_payments(business_id).filter(cancelled_at=None).order_by(),
    Source.BATCHES: lambda business_id: batches(business_id).order_by(),
    Source.PAST_EXPIRY: lambda business_id: batches(business_id).filter(expires_on__lt=clock.today()).order_by(),
    Source.ON_ORDER: _on_order,
    Source.EXPECTED: _on_order,
    Source.ORDERS: _ordered,
    Source.PRICE_CHANGES: lambda business_id: price_changes(business_id).order_by(),
    Source.PROMISES: lambda business_id: promises(business_id).filter(cancelled_at=None).order_by(),
    Source.TILL_EVENTS: lambda business_id: till_events(business_id).order_by(),
    Source.VOIDS: lambda business_id: Sale.objects.of(business_id).filter(kind=Sale.Kind.VOID).order_by(),
    Source.EXPENSES: lambda business_id: Expense.objects.of(business_id).filter(cancelled_at=None).order_by(),
    Source.OPEN_TILLS: lambda business_id: open_tills(business_id).order_by(),
    Source.TILL_MOVES: lambda business_id: TillMovement.objects.of(business_id).order_by(),
    Source.TILL_COUNTS: lambda business_id: TillCount.objects.of(business_id).filter(method="cash").order_by(),
}
