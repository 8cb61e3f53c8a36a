"""The parts that metrics are made of: each an aggregate over one of the sources."""

from typing import Any

from django.db.models import Count, DecimalField, ExpressionWrapper, F, Max, Min, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from common import shop_clock as clock
from inventory.models import PriceChange, StockMovement
from reports.metrics.metric import Part, Source
from reports.packed_columns import DayNumber
from sales.models import SOLD, Payment, Sale, TillEvent, TillMovement

AMOUNT: DecimalField[Any, Any] = DecimalField(max_digits=20, decimal_places=2)

_sold = Q(quantity__gt=0)
_received = Q(kind=Payment.Kind.RECEIVED)
_at_cost = ExpressionWrapper(F("quantity") * F("product__cost"), output_field=AMOUNT)
_at_retail = ExpressionWrapper(F("quantity") * F("product__retail_price"), output_field=AMOUNT)
_moved_cost = ExpressionWrapper(F("quantity") * Coalesce("unit_cost", "product__cost"), output_field=AMOUNT)
_more = ExpressionWrapper(F("counted") - F("expected"), output_field=AMOUNT)
_left_cost = ExpressionWrapper(F("left") * Coalesce("unit_cost", "product__cost"), output_field=AMOUNT)
_ordered_cost = ExpressionWrapper(F("quantity") * Coalesce("unit_cost", "product__cost"), output_field=AMOUNT)
_dearer = Q(new_retail_price__gt=F("old_retail_price"))
_cheaper = Q(new_retail_price__lt=F("old_retail_price"))
_taken_out = Q(kind=TillMovement.Kind.PAY_OUT)
_before_tax = ExpressionWrapper(F("total") - F("tax"), output_field=AMOUNT)
_over = ExpressionWrapper(F("balance") - F("credit_limit"), output_field=AMOUNT)


_price_before = Subquery(
    PriceChange.objects.filter(~Q(old_retail_price=F("new_retail_price")), product=OuterRef("pk"))
    .order_by("-at", "-id")
    .values("old_retail_price")[:1]
)
"""What a product cost until its retail price was last changed."""


def _day(moment: str) -> clock.Day:
    return clock.Day(moment)


def _days(after: Any, before: Any) -> Any:
    return DayNumber(after) - DayNumber(before)


def _lost(*words: str) -> Q:
    """Adjustments downward whose reason says so: "Damaged", "two bottles broken"."""
    said = Q()
    for word in words:
        said |= Q(reason__icontains=word)
    return Q(kind=StockMovement.Kind.ADJUSTMENT, quantity__lt=0) & said


_delivered = Q(kind=StockMovement.Kind.PURCHASE) & ~Q(reason__istartswith="opening")
_moved = Q(kind=StockMovement.Kind.TRANSFER)
_damaged = _lost("damage", "broke", "broken", "spoil", "leak", "burst", "rotten", "torn", "spilt", "spilled")
_expired = _lost("expir", "out of date", "past date")
_counted = Q(kind=StockMovement.Kind.ADJUSTMENT, reason__icontains="count")


def _promises(status: str) -> Part:
    return Part({Source.PROMISES: Count("id", filter=Q(status=status))})


def _till_events(kind: TillEvent.Kind) -> Part:
    return Part({Source.TILL_EVENTS: Count("id", filter=Q(kind=kind))})


PARTS: dict[str, Part] = {
    "revenue": Part({Source.LINES: Sum("revenue"), Source.SALES: Sum(_before_tax)}),
    "gross": Part({Source.LINES: Sum("revenue", filter=_sold)}),
    "units": Part({Source.LINES: Sum("quantity")}),
    "cost": Part({Source.LINES: Sum("cost")}),
    "costed_revenue": Part({Source.LINES: Sum("revenue", filter=Q(cost__isnull=False))}),
    "uncosted_revenue": Part({Source.LINES: Sum("revenue", filter=Q(cost__isnull=True))}),
    "returned": Part({Source.LINES: Sum("revenue", filter=Q(quantity__lt=0))}),
    "returned_units": Part({Source.LINES: Sum("quantity", filter=Q(quantity__lt=0))}),
    "sold_units": Part({Source.LINES: Sum("quantity", filter=_sold)}),
    "discount": Part({Source.LINES: Sum("discount")}),
    "tax": Part({Source.LINES: Sum("tax")}),
    "highest_price": Part({Source.LINES: Max("unit_price", filter=_sold)}, additive=False),
    "lowest_price": Part({Source.LINES: Min("unit_price", filter=_sold)}, additive=False),
    "named_revenue": Part({Source.LINES: Sum("revenue", filter=Q(sale__customer__isnull=False))}),
    "sales": Part(
        {Source.SALES: Count("id", filter=SOLD), Source.LINES: Count("sale", distinct=True, filter=_sold)},
        additive=False,
    ),
    "named_sales": Part(
        {
            Source.SALES: Count("id", filter=SOLD & Q(customer__isnull=False)),
            Source.LINES: Count("sale", distinct=True, filter=_sold & Q(sale__customer__isnull=False)),
        },
        additive=False,
    ),
    "discounted_sales": Part(
        {
            Source.SALES: Count("id", filter=SOLD & Q(discount__gt=0)),
            Source.LINES: Count("sale", distinct=True, filter=_sold & Q(discount__gt=0)),
        },
        additive=False,
    ),
    "return_count": Part(
        {
            Source.SALES: Count("id", filter=Q(kind__in=(Sale.Kind.RETURN, Sale.Kind.EXCHANGE))),
            Source.LINES: Count("sale", distinct=True, filter=Q(quantity__lt=0)),
        },
        additive=False,
    ),
    "buyers": Part(
        {
            Source.SALES: Count("customer", distinct=True, filter=SOLD),
            Source.LINES: Count("sale__customer", distinct=True, filter=_sold),
        },
        additive=False,
    ),
    "first_time_buyers": Part({Source.FIRST: Count("pk")}),
    "trading_days": Part(
        {
            Source.SALES: Count(_day("sold_at"), distinct=True, filter=SOLD),
            Source.LINES: Count(_day("sold_at"), distinct=True, filter=_sold),
        },
        additive=False,
    ),
    "first_sale": Part(
        {Source.SALES: Min("sold_at", filter=SOLD), Source.LINES: Min("sold_at", filter=_sold)}, additive=False
    ),
    "last_sale": Part(
        {Source.SALES: Max("sold_at", filter=SOLD), Source.LINES: Max("sold_at", filter=_sold)}, additive=False
    ),
    "products": Part({Source.LINES: Count("product", distinct=True, filter=_sold)}, additive=False),
    "together": Part({Source.TOGETHER: Count("sale", distinct=True)}, additive=False),
    "received": Part({Source.PAYMENTS: Sum("amount", filter=_received)}),
    "paid_back": Part({Source.PAYMENTS: Sum("amount", filter=~_received)}),
    "payments": Part({Source.PAYMENTS: Count("id", filter=_received)}),
    "refunds": Part({Source.PAYMENTS: Count("id", filter=~_received)}),
    "last_payment": Part({Source.PAYMENTS: Max("received_at", filter=_received)}, additive=False),
    "collected": Part({Source.COLLECTED: Sum("amount")}),
    "on_account": Part({Source.CREDIT: Sum("total")}),
    "credit_sales": Part({Source.CREDIT: Count("id")}),
    "open": Part({Source.INVOICES: Sum("left")}),
    "open_invoices": Part({Source.INVOICES: Count("id")}),
    "debtors": Part({Source.INVOICES: Count("customer", distinct=True)}, additive=False),
    "paid_in_part": Part({Source.INVOICES: Sum("paid")}),
    "oldest_open": Part({Source.INVOICES: Min("sold_at")}, additive=False),
    "overdue": Part({Source.OVERDUE: Sum("left")}),
    "overdue_invoices": Part({Source.OVERDUE: Count("id")}),
    "due": Part({Source.DUE: Sum("left")}),
    "due_invoices": Part({Source.DUE: Count("id")}),
    "settled": Part({Source.SETTLED: Count("id")}),
    "pay_days": Part({Source.SETTLED: Sum(_days(_day("settled_at"), _day("sold_at")))}),
    "late_days": Part({Source.SETTLED: Sum(_days(_day("settled_at"), F("due_date")))}),
    "on_time": Part({Source.SETTLED: Count("id", filter=Q(settled_day__lte=F("due_date")))}),
    "customers": Part({Source.CUSTOMERS: Count("pk")}),
    "limited": Part({Source.CUSTOMERS: Count("pk", filter=Q(credit_limit__isnull=False))}),
    "credit_limit": Part({Source.CUSTOMERS: Sum("credit_limit")}),
    "credit_room": Part({Source.CUSTOMERS: Sum("available_credit")}),
    "advance": Part({Source.CUSTOMERS: Sum("credit")}),
    "over_by": Part({Source.CUSTOMERS: Sum(_over, filter=Q(balance__gt=F("credit_limit")))}),
    "stock": Part({Source.STOCK: Sum("quantity")}),
    "stock_cost": Part({Source.STOCK: Sum(_at_cost)}),
    "stock_retail": Part({Source.STOCK: Sum(_at_retail)}),
    "recent_units": Part({Source.RECENT: Sum("quantity")}),
    "reorder_level": Part(
        {Source.PRODUCTS: Max("reorder_level"), Source.STOCK: Max("product__reorder_level")}, additive=False
    ),
    "lead_days": Part(
        {Source.PRODUCTS: Max("supplier__lead_time_days"), Source.STOCK: Max("product__supplier__lead_time_days")},
        additive=False,
    ),
    "retail_price": Part({Source.PRODUCTS: Max("retail_price")}, additive=False),
    "wholesale_price": Part({Source.PRODUCTS: Max(Coalesce("wholesale_price", "retail_price"))}, additive=False),
    "price_before": Part({Source.PRODUCTS: Max(_price_before)}, additive=False),
    "cost_price": Part({Source.PRODUCTS: Max("cost")}, additive=False),
    "product_count": Part({Source.PRODUCTS: Count("pk")}),
    "brand_count": Part({Source.PRODUCTS: Count("brand", distinct=True, filter=~Q(brand=""))}, additive=False),
    "staff_count": Part({Source.STAFF: Count("pk")}),
    "storefront_count": Part({Source.STOREFRONTS: Count("pk")}),
    "supplier_count": Part({Source.SUPPLIERS: Count("pk")}),
    "category_count": Part({Source.CATEGORIES: Count("pk")}),
    "delivered": Part({Source.MOVEMENTS: Sum("quantity", filter=_delivered)}),
    "delivered_value": Part({Source.MOVEMENTS: Sum(_moved_cost, filter=_delivered)}),
    "deliveries": Part({Source.MOVEMENTS: Count("at", distinct=True, filter=_delivered)}, additive=False),
    "last_delivery": Part({Source.MOVEMENTS: Max("at", filter=_delivered)}, additive=False),
    "sent_back": Part({Source.MOVEMENTS: Sum(_moved_cost, filter=Q(kind=StockMovement.Kind.SENT_BACK))}),
    "damaged": Part({Source.MOVEMENTS: Sum("quantity", filter=_damaged)}),
    "damaged_value": Part({Source.MOVEMENTS: Sum(_moved_cost, filter=_damaged)}),
    "expired": Part({Source.MOVEMENTS: Sum("quantity", filter=_expired)}),
    "expired_value": Part({Source.MOVEMENTS: Sum(_moved_cost, filter=_expired)}),
    "written_off": Part({Source.MOVEMENTS: Sum("quantity", filter=_damaged | _expired)}),
    "written_off_value": Part({Source.MOVEMENTS: Sum(_moved_cost, filter=_damaged | _expired)}),
    "counted_difference": Part({Source.MOVEMENTS: Sum("quantity", filter=_counted)}),
    "missing_at_counts": Part({Source.MOVEMENTS: Sum(_moved_cost, filter=_counted & Q(quantity__lt=0))}),
    "owed_to_suppliers": Part({Source.BILLS: Sum("left")}),
    "overdue_to_suppliers": Part({Source.BILLS: Sum("left", filter=Q(is_late=True))}),
    "billed": Part({Source.BILLED: Sum("amount")}),
    "supplier_bills": Part({Source.BILLS: Count("id")}),
    "open_bills": Part({Source.BILLS: Count("id", filter=Q(left__gt=0))}),
    "due_to_suppliers": Part({Source.BILLS_DUE: Sum("left")}),
    "paid_to_suppliers": Part({Source.PAID_OUT: Sum("amount")}),
    "last_paid_to_supplier": Part({Source.PAID_OUT: Max("paid_at")}, additive=False),
    "expiring_units": Part({Source.BATCHES: Sum("quantity")}),
    "expiring_value": Part({Source.BATCHES: Sum(_moved_cost)}),
    "past_expiry_units": Part({Source.PAST_EXPIRY: Sum("quantity")}),
    "past_expiry_value": Part({Source.PAST_EXPIRY: Sum(_moved_cost)}),
    "open_orders": Part({Source.ON_ORDER: Count("order", distinct=True)}, additive=False),
    "late_orders": Part({Source.ON_ORDER: Count("order", distinct=True, filter=Q(is_late=True))}, additive=False),
    "late_orders_value": Part({Source.ON_ORDER: Sum(_left_cost, filter=Q(is_late=True))}),
    "on_order": Part({Source.ON_ORDER: Sum("left")}),
    "on_order_value": Part({Source.ON_ORDER: Sum(_left_cost)}),
    "expected_orders": Part({Source.EXPECTED: Count("order", distinct=True)}, additive=False),
    "expected_value": Part({Source.EXPECTED: Sum(_left_cost)}),
    "orders_placed": Part({Source.ORDERS: Count("order", distinct=True)}, additive=False),
    "ordered_value": Part({Source.ORDERS: Sum(_ordered_cost)}),
    "price_changes": Part({Source.PRICE_CHANGES: Count("id")}),
    "price_rises": Part({Source.PRICE_CHANGES: Count("id", filter=_dearer)}),
    "price_cuts": Part({Source.PRICE_CHANGES: Count("id", filter=_cheaper)}),
    "last_price_change": Part({Source.PRICE_CHANGES: Max("at")}, additive=False),
    "promises": Part({Source.PROMISES: Count("id")}),
    "promised": Part({Source.PROMISES: Sum("amount")}),
    "promises_open": _promises("open"),
    "promises_kept": _promises("kept"),
    "promises_broken": _promises("broken"),
    "promises_broken_value": Part({Source.PROMISES: Sum("amount", filter=Q(status="broken"))}),
    "reprints": _till_events(TillEvent.Kind.RECEIPT_REPRINTED),
    "drawer_openings": _till_events(TillEvent.Kind.DRAWER_OPENED),
    "carts_cancelled": _till_events(TillEvent.Kind.CART_CANCELLED),
    "lines_removed": _till_events(TillEvent.Kind.LINE_REMOVED),
    "price_overrides": _till_events(TillEvent.Kind.PRICE_OVERRIDDEN),
    "discounts_refused": _till_events(TillEvent.Kind.DISCOUNT_REFUSED),
    "voids": Part({Source.VOIDS: Count("id")}),
    "voided_value": Part({Source.VOIDS: Sum("total")}),
    "expenses": Part({Source.EXPENSES: Sum("amount")}),
    "expense_rows": Part({Source.EXPENSES: Count("id")}),
    "cash_in_tills": Part({Source.OPEN_TILLS: Sum("cash")}),
    "open_tills": Part({Source.OPEN_TILLS: Count("id")}),
    "cash_missing": Part({Source.TILL_COUNTS: Sum(_more, filter=Q(counted__lt=F("expected")))}),
    "cash_shortages": Part({Source.TILL_COUNTS: Count("id", filter=Q(counted__lt=F("expected")))}),
    "cash_over": Part({Source.TILL_COUNTS: Sum(_more, filter=Q(counted__gt=F("expected")))}),
    "cash_taken_out": Part({Source.TILL_MOVES: Sum("amount", filter=_taken_out)}),
    "cash_banked": Part({Source.TILL_MOVES: Sum("amount", filter=_taken_out & Q(reason__icontains="bank"))}),
    "till_counts": Part({Source.TILL_COUNTS: Count("id")}),
    "last_transfer": Part({Source.MOVEMENTS: Max("at", filter=_moved)}, additive=False),
    "transferred_in": Part({Source.MOVEMENTS: Sum("quantity", filter=_moved & Q(quantity__gt=0))}),
    "transferred_out": Part({Source.MOVEMENTS: Sum("quantity", filter=_moved & Q(quantity__lt=0))}),
}
