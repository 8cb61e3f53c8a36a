"""Stock counts of all businesses, to read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from common.admin import ReadOnlyAdmin, ReadOnlyInline
from inventory import models


class CountLineInline(ReadOnlyInline):
    model = models.StockCountLine
    fields = ["product", "book", "moved", "counted", "difference", "unit_cost"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("product")


@admin.register(models.StockCount)
class StockCountAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "business", "storefront", "category", "status", "missing_value", "surplus_value"]
    list_filter = ["status", "created_at"]
    list_select_related = ["business", "storefront", "category"]
    search_fields = ["note", "storefront__name", "business__name"]
    inlines = [CountLineInline]
