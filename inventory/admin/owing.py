"""What all businesses owe their suppliers, to read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from common.admin import ReadOnlyAdmin, ReadOnlyInline
from inventory import models


class AllocationInline(ReadOnlyInline):
    model = models.SupplierAllocation
    fields = ["payment", "bill", "amount"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("payment", "bill")


@admin.register(models.SupplierBill)
class SupplierBillAdmin(ReadOnlyAdmin):
    list_display = ["billed_on", "number", "supplier", "business", "amount", "paid", "due_on", "cancelled_at"]
    list_filter = ["kind", "billed_on"]
    list_select_related = ["supplier", "business"]
    search_fields = ["number", "supplier__name", "business__name"]
    inlines = [AllocationInline]


@admin.register(models.SupplierAllocation)
class SupplierAllocationAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "payment", "bill", "amount", "business"]
    list_filter = ["created_at"]
    list_select_related = ["payment", "bill", "business"]
    search_fields = ["bill__number", "bill__supplier__name", "business__name"]


@admin.register(models.SupplierPayment)
class SupplierPaymentAdmin(ReadOnlyAdmin):
    list_display = ["paid_at", "supplier", "business", "amount", "allocated", "method", "by", "cancelled_at"]
    list_filter = ["method", "paid_at"]
    list_select_related = ["supplier", "business", "by"]
    search_fields = ["reference", "supplier__name", "business__name"]
    inlines = [AllocationInline]
