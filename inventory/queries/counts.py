"""Reads of stock counts."""

import uuid
from typing import Any

from django.db.models import Count, QuerySet

from common.tenancy import TenantQuerySet
from inventory.models import StockCount, StockCountLine


def counts(business_id: uuid.UUID) -> QuerySet[Any]:
    """Stock counts, newest first, each with `products` and how many of them were `entered`."""
    found = StockCount.objects.of(business_id).select_related("storefront", "category", "by", "completed_by")
    return found.annotate(products=Count("lines"), entered=Count("lines__counted")).order_by("-created_at", "-pk")


def count_lines(business_id: uuid.UUID, count_id: uuid.UUID) -> TenantQuerySet[StockCountLine]:
    """The lines of one count by the name of the product."""
    lines = StockCountLine.objects.of(business_id).filter(count_id=count_id)
    return lines.select_related("product").order_by("product__name", "pk")
