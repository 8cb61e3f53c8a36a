"""Prices of all businesses, for our own staff to read."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from inventory import models


@admin.register(models.PriceChange)
class PriceChangeAdmin(ReadOnlyAdmin):
    list_display = [
        "at", "product", "source", "old_retail_price", "new_retail_price", "old_wholesale_price",
        "new_wholesale_price", "old_cost", "new_cost", "by", "business",
    ]  # fmt: skip
    list_filter = ["source", "at"]
    list_select_related = ["product", "by", "business"]
    search_fields = ["product__name", "product__sku", "business__name"]
    date_hierarchy = "at"
