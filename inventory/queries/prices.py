"""What goods cost: now, before, for whom and in which packs."""

import uuid

from common.tenancy import TenantQuerySet
from inventory.models import PriceChange


def price_changes(business_id: uuid.UUID) -> TenantQuerySet[PriceChange]:
    """What prices were and became, newest first."""
    return PriceChange.objects.of(business_id).select_related("product", "by")
