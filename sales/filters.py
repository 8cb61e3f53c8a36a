"""Filters of the lists of sales."""

from typing import Any

from django.db.models import QuerySet
from django_filters.filters import ChoiceFilter, DateFilter, UUIDFilter
from django_filters.rest_framework.filters import BooleanFilter
from django_filters.rest_framework.filterset import FilterSet
from rest_framework.request import Request
from rest_framework.views import APIView

from common.api import Search, caller_of
from common.filters import SENSIBLE, Days
from sales import queries
from sales.models import (
    Cart,
    CollectionNote,
    Customer,
    Expense,
    Payment,
    PaymentPlan,
    PriceTier,
    PromiseToPay,
    Sale,
    TillEvent,
    TillSession,
)


class PhoneSearch(Search):
    """Search that finds +233244123456 by 0244123456."""

    def get_search_terms(self, request: Request) -> list[str]:
        terms: list[str] = super().get_search_terms(request)
        return [term[1:] if term.startswith("0") and term.isdigit() else term for term in terms]


class SaleSearch(Search):
    """Search of sales: each word in the number, the note or the customer's name."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: APIView) -> QuerySet[Any]:
        for word in self.get_search_terms(request):
            queryset = queryset.filter(queries.mentioning(caller_of(request).business_id, word))
        return queryset


class CustomerFilter(FilterSet):
    owing = BooleanFilter(method="by_owing", label="Whether anything is owed.")
    overdue = BooleanFilter(method="by_overdue", label="Whether anything is past due that credit does not cover.")
    price_tier = ChoiceFilter(choices=PriceTier.choices)
    erased = BooleanFilter("erased_at", lookup_expr="isnull", exclude=True)

    class Meta:
        model = Customer
        fields = ["price_tier", "credit_hold"]

    def by_owing(self, rows: QuerySet[Any], name: str, wanted: bool) -> QuerySet[Any]:
        return rows.filter(balance__gt=0) if wanted else rows.filter(balance__lte=0)

    def by_overdue(self, rows: QuerySet[Any], name: str, wanted: bool) -> QuerySet[Any]:
        return rows.filter(overdue__gt=0) if wanted else rows.filter(overdue=0)


class SaleFilter(Days):
    moment = "sold_at"
    storefront_id = UUIDFilter("storefront")
    customer_id = UUIDFilter("customer")
    staff_id = UUIDFilter("sold_by")
    till_id = UUIDFilter("till_session")
    status = ChoiceFilter(choices=[(s, s) for s in queries.SALE_STATUSES], method="by_status")
    disputed = BooleanFilter("disputed_at", lookup_expr="isnull", exclude=True)

    class Meta:
        model = Sale
        fields = ["kind", "price_tier", "imported"]

    def by_status(self, rows: QuerySet[Any], name: str, status: str) -> QuerySet[Any]:
        return rows.filter(queries.with_status(status))


class PaymentFilter(Days):
    moment = "received_at"
    customer_id = UUIDFilter("customer")
    storefront_id = UUIDFilter("storefront")
    staff_id = UUIDFilter("received_by")
    till_id = UUIDFilter("till_session")
    unallocated = BooleanFilter(method="by_unallocated", label="Whether something of it is unused.")

    class Meta:
        model = Payment
        fields = ["kind", "method", "network"]

    def by_unallocated(self, rows: QuerySet[Any], name: str, wanted: bool) -> QuerySet[Any]:
        unused = queries.unused_payments(self.request.caller.business_id).values("pk")
        return rows.filter(pk__in=unused) if wanted else rows.exclude(pk__in=unused)


class NoteFilter(Days):
    moment = "at"
    customer_id = UUIDFilter("customer")

    class Meta:
        model = CollectionNote
        fields = ["channel", "outcome"]


class PromiseFilter(FilterSet):
    customer_id = UUIDFilter("customer")
    status = ChoiceFilter(choices=[(s, s) for s in queries.PROMISE_STATUSES])

    class Meta:
        model = PromiseToPay
        fields: list[str] = []


class PlanFilter(FilterSet):
    customer_id = UUIDFilter("customer")
    status = ChoiceFilter(choices=[(s, s) for s in queries.PLAN_STATUSES])

    class Meta:
        model = PaymentPlan
        fields: list[str] = []


class TillFilter(Days):
    moment = "opened_at"
    storefront_id = UUIDFilter("storefront")
    staff_id = UUIDFilter("cashier")
    status = ChoiceFilter(choices=[(s, s) for s in ("open", "closed", "approved")], method="by_status")

    class Meta:
        model = TillSession
        fields = ["till"]

    def by_status(self, rows: QuerySet[Any], name: str, status: str) -> QuerySet[Any]:
        closed = rows.filter(closed_at__isnull=status == "open")
        return closed if status == "open" else closed.filter(approved_at__isnull=status == "closed")


class TillEventFilter(Days):
    moment = "at"
    storefront_id = UUIDFilter("storefront")
    staff_id = UUIDFilter("by")
    till_id = UUIDFilter("session")
    sale_id = UUIDFilter("sale")
    product_id = UUIDFilter("product")

    class Meta:
        model = TillEvent
        fields = ["kind"]


class ExpenseFilter(FilterSet):
    since = DateFilter("spent_on", lookup_expr="gte", label="From this day on.", validators=SENSIBLE)
    until = DateFilter("spent_on", lookup_expr="lte", label="Up to this day.", validators=SENSIBLE)
    storefront_id = UUIDFilter("storefront")
    supplier_id = UUIDFilter("supplier")
    till_id = UUIDFilter("till_session")
    cancelled = BooleanFilter("cancelled_at", lookup_expr="isnull", exclude=True)

    class Meta:
        model = Expense
        fields = ["category", "method"]


class CartFilter(FilterSet):
    storefront_id = UUIDFilter("storefront")
    customer_id = UUIDFilter("customer")

    class Meta:
        model = Cart
        fields: list[str] = []
