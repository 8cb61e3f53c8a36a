"""The goods of all businesses for our own staff: texts and prices can be corrected, stock and its ledger cannot."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from accounts.services import audit
from common.admin import ReadOnlyAdmin, ReadOnlyInline
from inventory import models
from inventory.services.catalogue import PRICES
from inventory.services.price_history import prices_of, record_price_changes


class CorrectableAdmin(ModelAdmin):
    """Rows that shops make. What ties a row to its business, and to rows of it, stays as it is."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["created_at", *(column.name for column in self.opts.concrete_fields if column.is_relation)]


@admin.register(models.Category)
class CategoryAdmin(CorrectableAdmin):
    list_display = ["name", "parent", "business"]
    list_select_related = ["parent", "business"]
    search_fields = ["name", "business__name"]


@admin.register(models.Supplier)
class SupplierAdmin(CorrectableAdmin):
    list_display = ["name", "business", "phone", "email", "lead_time_days"]
    list_filter = ["lead_time_days"]
    list_select_related = ["business"]
    search_fields = ["name", "phone", "business__name"]


class StockInline(ReadOnlyInline):
    model = models.Stock
    fields = ["storefront", "quantity"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("storefront")


@admin.register(models.Product)
class ProductAdmin(CorrectableAdmin):
    list_display = [
        "name",
        "sku",
        "business",
        "category",
        "supplier",
        "cost",
        "retail_price",
        "wholesale_price",
        "is_active",
    ]
    list_filter = ["is_active", "tracks_stock"]
    list_select_related = ["business", "category", "supplier"]
    search_fields = ["name", "sku", "barcode", "brand", "business__name"]
    inlines = [StockInline]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A price that our own staff corrected is in the record that the owners read."""
        with transaction.atomic():
            before = models.Product.objects.get(pk=obj.pk)
            if changed := audit.differences(before, form.cleaned_data, PRICES):
                action = audit.Action.PRICE_CHANGED
                audit.record_staff(obj.business_id, action, subject=obj.name, subject_id=obj.pk, **changed)
            super().save_model(request, obj, form, change)
            record_price_changes(prices_of([before]), [obj], source=models.PriceChange.Source.STAFF)


@admin.register(models.Stock)
class StockAdmin(ReadOnlyAdmin):
    list_display = ["product", "storefront", "quantity", "business"]
    list_select_related = ["product", "storefront", "business"]
    search_fields = ["product__name", "product__sku", "business__name"]


@admin.register(models.StockMovement)
class StockMovementAdmin(ReadOnlyAdmin):
    list_display = ["at", "kind", "product", "storefront", "quantity", "balance_after", "by", "business"]
    list_filter = ["kind", "at"]
    list_select_related = ["product", "storefront", "by", "business"]
    search_fields = ["product__name", "product__sku", "reason", "business__name"]
    date_hierarchy = "at"


class ArrivalInline(ReadOnlyInline):
    model = models.StockMovement
    verbose_name_plural = "movements"
    fields = ["product", "storefront", "quantity"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("product", "storefront")


@admin.register(models.Transfer)
class TransferAdmin(ReadOnlyAdmin):
    list_display = ["at", "from_storefront", "to_storefront", "by", "note", "business"]
    list_filter = ["at"]
    list_select_related = ["from_storefront", "to_storefront", "by", "business"]
    search_fields = ["note", "business__name"]
    inlines = [ArrivalInline]


@admin.register(models.ProductImport, models.SupplierImport)
class ImportAdmin(ReadOnlyAdmin):
    list_display = ["original_name", "business", "by", "status", "lines_imported", "lines_refused", "created_at"]
    list_filter = ["status", "created_at"]
    list_select_related = ["business", "by"]
    search_fields = ["original_name", "business__name"]
