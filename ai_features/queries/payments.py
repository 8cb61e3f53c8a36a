"""Reads of purchases and the monthly add-on."""

import uuid

from ai_features.models import AICreditPurchase, AIMonthlyAddon
from common.errors import NotFound
from common.tenancy import TenantQuerySet


def addon(business_id: uuid.UUID) -> AIMonthlyAddon | None:
    """The add-on of a business: the one that is active or waits for its first payment, else the last."""
    rows = AIMonthlyAddon.objects.of(business_id)
    open_one = rows.filter(status__in=(AIMonthlyAddon.Status.ACTIVE, AIMonthlyAddon.Status.WAITING)).first()
    return open_one or rows.first()


def purchases(business_id: uuid.UUID) -> TenantQuerySet[AICreditPurchase]:
    """What the business bought or began to buy."""
    return AICreditPurchase.objects.of(business_id)


def purchase(business_id: uuid.UUID, reference: str) -> AICreditPurchase:
    """The purchase of this reference. Raises `NotFound`."""
    found = purchases(business_id).filter(payment_reference=reference).first()
    if found is None:
        raise NotFound
    return found
