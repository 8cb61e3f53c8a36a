"""Orders, receipts and batches of all businesses, to read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from common.admin import ReadOnlyAdmin, ReadOnlyInline
from inventory import models


class _LineInline(ReadOnlyInline):
    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("product")


class OrderLineInline(_LineInline):
    model = models.PurchaseOrderLine
    fields = ["product", "quantity", "unit_cost", "expected_on", "received"]


@admin.register(models.PurchaseOrder)
class PurchaseOrderAdmin(ReadOnlyAdmin):
    list_display = ["reference", "business", "supplier", "storefront", "status", "expected_on", "sent_at", "by"]
    list_filter = ["status", "sent_at"]
    list_select_related = ["business", "supplier", "storefront", "by"]
    search_fields = ["supplier__name", "note", "business__name"]
    inlines = [OrderLineInline]


class ReceiptLineInline(_LineInline):
    model = models.GoodsReceiptLine
    fields = ["product", "quantity", "unit_cost", "landed", "batch_code", "expires_on"]


@admin.register(models.GoodsReceipt)
class GoodsReceiptAdmin(ReadOnlyAdmin):
    list_display = ["received_at", "reference", "business", "supplier", "storefront", "goods_value", "by"]
    list_filter = ["received_at"]
    list_select_related = ["business", "supplier", "storefront", "by"]
    search_fields = ["reference", "supplier__name", "business__name"]
    date_hierarchy = "received_at"
    inlines = [ReceiptLineInline]


class ReturnLineInline(_LineInline):
    model = models.SupplierReturnLine
    fields = ["product", "quantity", "unit_cost"]


@admin.register(models.SupplierReturn)
class SupplierReturnAdmin(ReadOnlyAdmin):
    list_display = ["returned_at", "supplier", "business", "storefront", "reason", "value", "by"]
    list_filter = ["returned_at"]
    list_select_related = ["supplier", "business", "storefront", "by"]
    search_fields = ["reason", "supplier__name", "business__name"]
    date_hierarchy = "returned_at"
    inlines = [ReturnLineInline]


class BatchMovementInline(ReadOnlyInline):
    model = models.BatchMovement
    fields = ["created_at", "movement", "quantity"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("movement")


@admin.register(models.BatchMovement)
class BatchMovementAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "batch", "movement", "quantity", "business"]
    list_filter = ["created_at"]
    list_select_related = ["batch", "movement", "business"]
    search_fields = ["batch__code", "batch__product__name", "business__name"]


@admin.register(models.Batch)
class BatchAdmin(ReadOnlyAdmin):
    list_display = ["product", "business", "storefront", "code", "expires_on", "quantity"]
    list_filter = ["expires_on"]
    list_select_related = ["product", "business", "storefront"]
    search_fields = ["product__name", "code", "business__name"]
    inlines = [BatchMovementInline]
