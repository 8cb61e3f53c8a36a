"""Reads of orders to suppliers, receipts and batches."""

import datetime as dt
import uuid

from django.db.models import Prefetch

from common import shop_clock as clock
from common.tenancy import TenantQuerySet
from inventory.models import (
    Batch,
    GoodsReceipt,
    GoodsReceiptLine,
    PurchaseOrder,
    PurchaseOrderLine,
    SupplierReturn,
    SupplierReturnLine,
)


def purchase_orders(business_id: uuid.UUID) -> TenantQuerySet[PurchaseOrder]:
    """Orders, newest first, each with its lines."""
    lines = PurchaseOrderLine.objects.of(business_id).select_related("product").order_by("position", "pk")
    found = PurchaseOrder.objects.of(business_id).select_related("supplier", "storefront", "by")
    return found.prefetch_related(Prefetch("lines", lines))


def receipts(business_id: uuid.UUID) -> TenantQuerySet[GoodsReceipt]:
    """Goods that came, newest first, each with its lines."""
    lines = GoodsReceiptLine.objects.of(business_id).select_related("product").order_by("position", "pk")
    found = GoodsReceipt.objects.of(business_id).select_related("order", "supplier", "storefront", "by")
    return found.prefetch_related(Prefetch("lines", lines))


def supplier_returns(business_id: uuid.UUID) -> TenantQuerySet[SupplierReturn]:
    """Goods sent back to suppliers, newest first, each with its lines."""
    lines = SupplierReturnLine.objects.of(business_id).select_related("product").order_by("position", "pk")
    found = SupplierReturn.objects.of(business_id).select_related("supplier", "storefront", "by")
    return found.prefetch_related(Prefetch("lines", lines))


def batches(business_id: uuid.UUID) -> TenantQuerySet[Batch]:
    """Batches with something left, soonest to expire first."""
    found = Batch.objects.of(business_id).filter(quantity__gt=0)
    return found.select_related("product", "storefront").order_by("expires_on", "product__name", "pk")


def expiring(business_id: uuid.UUID, *, within_days: int) -> TenantQuerySet[Batch]:
    """Batches with something left that expire within so many days from today, or did already."""
    return batches(business_id).filter(expires_on__lt=clock.today() + dt.timedelta(days=within_days + 1))
