"""Reads of what a shop adds to its search."""

import uuid

from common.tenancy import TenantQuerySet
from inventory.models import SearchWord


def search_words(business_id: uuid.UUID) -> TenantQuerySet[SearchWord]:
    """The words that a shop added to the search, or that were learnt for it."""
    return SearchWord.objects.of(business_id)
