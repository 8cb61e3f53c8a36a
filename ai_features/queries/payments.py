"""Reads of purchases and the monthly add-on."""

import uuid

from ai_features.models import AIMonthlyAddon


def addon(business_id: uuid.UUID) -> AIMonthlyAddon | None:
    """The add-on of a business: the one that is active or waits for its first payment, else the last."""
    rows = AIMonthlyAddon.objects.of(business_id)
    open_one = rows.filter(status__in=(AIMonthlyAddon.Status.ACTIVE, AIMonthlyAddon.Status.WAITING)).first()
    return open_one or rows.first()
