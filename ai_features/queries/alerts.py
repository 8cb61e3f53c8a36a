"""Alerts of credit, of stock and of losses as they are listed."""

import uuid

from ai_features.models import CreditAlert, LossAlert, StockAlert
from common.tenancy import TenantQuerySet


def credit_alerts(business_id: uuid.UUID, *, with_cleared: bool) -> TenantQuerySet[CreditAlert]:
    """The customers whose credit is changing for the worse; those that no longer are on request."""
    rows = CreditAlert.objects.of(business_id).select_related("customer", "acknowledged_by")
    return rows if with_cleared else rows.filter(cleared_at=None)


def credit_alert(business_id: uuid.UUID, alert_id: uuid.UUID) -> CreditAlert:
    """One of them. Raises `NotFound`."""
    return credit_alerts(business_id, with_cleared=True).get_or_404(business_id, alert_id)


def stock_alerts(business_id: uuid.UUID, *, with_cleared: bool) -> TenantQuerySet[StockAlert]:
    """Goods that run out, expire or lie too long; those that no longer do on request."""
    rows = StockAlert.objects.of(business_id).select_related("product", "storefront", "acknowledged_by")
    return rows if with_cleared else rows.filter(cleared_at=None)


def stock_alert(business_id: uuid.UUID, alert_id: uuid.UUID) -> StockAlert:
    """One of them. Raises `NotFound`."""
    return stock_alerts(business_id, with_cleared=True).get_or_404(business_id, alert_id)


def loss_alerts(business_id: uuid.UUID, *, reader: uuid.UUID) -> TenantQuerySet[LossAlert]:
    """Patterns that may cost money, but none about the member who reads them."""
    rows = LossAlert.objects.of(business_id).exclude(member_id=reader)
    return rows.select_related("member", "storefront", "verdict_by")


def loss_alert(business_id: uuid.UUID, alert_id: uuid.UUID, *, reader: uuid.UUID) -> LossAlert:
    """One of them. Raises `NotFound`."""
    return loss_alerts(business_id, reader=reader).get_or_404(business_id, alert_id)
