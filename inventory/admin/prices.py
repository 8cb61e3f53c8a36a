"""Prices of all businesses, for our own staff to read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from common.admin import ReadOnlyAdmin, ReadOnlyInline
from inventory import models


@admin.register(models.PriceChange)
class PriceChangeAdmin(ReadOnlyAdmin):
    list_display = [
        "at",
        "product",
        "source",
        "old_retail_price",
        "new_retail_price",
        "old_wholesale_price",
        "new_wholesale_price",
        "old_cost",
        "new_cost",
        "by",
        "business",
    ]
    list_filter = ["source", "at"]
    list_select_related = ["product", "by", "business"]
    search_fields = ["product__name", "product__sku", "business__name"]
    date_hierarchy = "at"


@admin.register(models.Pack)
class PackAdmin(ReadOnlyAdmin):
    list_display = ["name", "product", "units", "barcode", "retail_price", "wholesale_price", "is_active", "business"]
    list_filter = ["is_active"]
    list_select_related = ["product", "business"]
    search_fields = ["name", "barcode", "product__name", "business__name"]


class EntryInline(ReadOnlyInline):
    model = models.PriceListEntry
    fields = ["product", "pack", "min_quantity", "price"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("product", "pack")


@admin.register(models.PriceList)
class PriceListAdmin(ReadOnlyAdmin):
    list_display = ["name", "for_everyone", "is_active", "starts_on", "ends_on", "business"]
    list_filter = ["for_everyone", "is_active"]
    list_select_related = ["business"]
    search_fields = ["name", "business__name"]
    inlines = [EntryInline]


@admin.register(models.CompetitorPrice)
class CompetitorPriceAdmin(ReadOnlyAdmin):
    list_display = ["seen_on", "product", "competitor", "price", "by", "business"]
    list_filter = ["seen_on"]
    list_select_related = ["product", "by", "business"]
    search_fields = ["competitor", "product__name", "business__name"]
