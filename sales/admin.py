"""The sales of all businesses for our own staff to read; only the services of `sales` write them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.decorators import display

from common.admin import ReadOnlyAdmin, ReadOnlyInline
from common.money import written
from sales import models, queries


class LineInline(ReadOnlyInline):
    model = models.SaleLine
    fk_name = "sale"
    fields = ["position", "product", "quantity", "unit_price", "discount", "tax", "revenue", "unit_cost", "cost"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("product")


class SettlementInline(ReadOnlyInline):
    model = models.PaymentAllocation
    fk_name = "invoice"
    verbose_name_plural = "settled by"
    fields = ["at", "amount", "payment", "credit_note"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("payment", "credit_note")


class AllocationInline(SettlementInline):
    fk_name = "payment"
    verbose_name_plural = "settles"
    fields = ["at", "amount", "invoice"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("invoice")


class InstalmentInline(ReadOnlyInline):
    model = models.Instalment
    fields = ["due_on", "amount"]


class TillMovementInline(ReadOnlyInline):
    model = models.TillMovement
    fields = ["at", "kind", "amount", "reason", "by"]


class TillCountInline(ReadOnlyInline):
    model = models.TillCount
    fields = ["method", "network", "counted", "expected"]


@admin.register(models.Customer)
class CustomerAdmin(ReadOnlyAdmin):
    list_display = ["name", "phone", "business", "price_tier", "credit_limit", "account", "erased_at"]
    list_filter = ["credit_hold", "price_tier", "language"]
    list_select_related = ["business"]
    search_fields = ["name", "phone", "email", "business__name"]
    readonly_fields = ["owed"]

    @display(description="On account", ordering="credit_hold", label={"held": "warning", "open": ""})
    def account(self, customer: models.Customer) -> tuple[str, str]:
        """In words: a tick beside "credit hold" would look like praise."""
        return ("held", "On hold") if customer.credit_hold else ("open", "Open")

    @admin.display(description="Balance")
    def owed(self, customer: models.Customer) -> str:
        """Above zero: owed to the shop."""
        return written(queries.customer_balances(customer.business_id).get(pk=customer.pk).balance)


@admin.register(models.Sale)
class SaleAdmin(ReadOnlyAdmin):
    list_display = ["number", "kind", "business", "storefront", "customer", "sold_at", "total", "paid", "due_date"]
    list_filter = ["kind", "price_tier", "imported", "sold_at"]
    list_select_related = ["business", "storefront", "customer"]
    search_fields = ["number", "customer__name", "business__name"]
    date_hierarchy = "sold_at"
    inlines = [LineInline, SettlementInline]


@admin.register(models.Payment)
class PaymentAdmin(ReadOnlyAdmin):
    list_display = ["received_at", "kind", "method", "network", "amount", "allocated", "customer", "business"]
    list_filter = ["kind", "method", "network", "received_at"]
    list_select_related = ["customer", "business"]
    search_fields = ["reference", "customer__name", "business__name"]
    inlines = [AllocationInline]


@admin.register(models.TillSession)
class TillSessionAdmin(ReadOnlyAdmin):
    list_display = ["till", "number", "business", "storefront", "cashier", "opened_at", "closed_at", "approved_at"]
    list_filter = ["opened_at"]
    list_select_related = ["business", "storefront", "cashier"]
    search_fields = ["till", "cashier__name", "business__name"]
    date_hierarchy = "opened_at"
    inlines = [TillMovementInline, TillCountInline]


@admin.register(models.TillMovement)
class TillMovementAdmin(ReadOnlyAdmin):
    list_display = ["at", "kind", "amount", "reason", "session", "by", "business"]
    list_filter = ["kind", "at"]
    list_select_related = ["session", "by", "business"]
    search_fields = ["reason", "session__till", "by__name", "business__name"]
    date_hierarchy = "at"


@admin.register(models.TillCount)
class TillCountAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "session", "method", "network", "counted", "expected", "business"]
    list_filter = ["method", "network", "created_at"]
    list_select_related = ["session", "business"]
    search_fields = ["session__till", "session__cashier__name", "business__name"]


@admin.register(models.TillEvent)
class TillEventAdmin(ReadOnlyAdmin):
    list_display = ["at", "kind", "business", "storefront", "by", "amount", "quantity", "sale"]
    list_filter = ["kind", "at"]
    list_select_related = ["business", "storefront", "by", "sale"]
    search_fields = ["sale__number", "by__name", "business__name"]
    date_hierarchy = "at"


@admin.register(models.Expense)
class ExpenseAdmin(ReadOnlyAdmin):
    list_display = ["spent_on", "category", "amount", "method", "business", "storefront", "supplier", "cancelled_at"]
    list_filter = ["category", "method", "spent_on"]
    list_select_related = ["business", "storefront", "supplier"]
    search_fields = ["note", "reference", "business__name"]


@admin.register(models.RecurringExpense)
class RecurringExpenseAdmin(ReadOnlyAdmin):
    list_display = ["category", "amount", "every", "business", "starts_on", "ends_on", "written", "stopped_at"]
    list_filter = ["category", "every"]
    list_select_related = ["business"]
    search_fields = ["note", "business__name"]


@admin.register(models.CustomerMerge)
class CustomerMergeAdmin(ReadOnlyAdmin):
    list_display = ["at", "business", "kept", "merged", "by", "undone_at"]
    list_filter = ["at", "undone_at"]
    list_select_related = ["business", "kept", "merged", "by"]
    search_fields = ["business__name"]


@admin.register(models.Cart)
class CartAdmin(ReadOnlyAdmin):
    list_display = ["held_at", "held_for", "business", "storefront", "held_by"]
    list_filter = ["held_at"]
    list_select_related = ["business", "storefront", "held_by"]
    search_fields = ["held_for", "business__name"]


@admin.register(models.CollectionNote)
class CollectionNoteAdmin(ReadOnlyAdmin):
    list_display = ["at", "customer", "business", "channel", "outcome", "next_action_on", "by"]
    list_filter = ["channel", "outcome"]
    list_select_related = ["customer", "business", "by"]
    search_fields = ["customer__name", "business__name"]


@admin.register(models.PromiseToPay)
class PromiseAdmin(ReadOnlyAdmin):
    list_display = ["due_on", "customer", "business", "amount", "promised_on", "cancelled_at"]
    list_filter = ["due_on"]
    list_select_related = ["customer", "business"]
    search_fields = ["customer__name", "business__name"]


@admin.register(models.PaymentPlan)
class PaymentPlanAdmin(ReadOnlyAdmin):
    list_display = ["agreed_on", "customer", "business", "total", "cancelled_at"]
    list_filter = ["agreed_on"]
    list_select_related = ["customer", "business"]
    search_fields = ["customer__name", "business__name"]
    inlines = [InstalmentInline]


@admin.register(models.SalesImport, models.CustomerImport)
class ImportAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "original_name", "business", "status", "lines_imported", "lines_refused", "by"]
    list_filter = ["status"]
    list_select_related = ["business", "by"]
    search_fields = ["original_name", "business__name"]
