"""What is bought together, kept until it is counted again."""

import uuid
from collections.abc import Sequence

from django.db import transaction

from common import bulk, clock
from inventory.models import PairBuild, ProductPair


@transaction.atomic
def replace_pairs(business_id: uuid.UUID, pairs: Sequence[ProductPair], *, baskets: int) -> None:
    """Put the pairs just counted in the place of the old ones."""
    built = {"built_at": clock.now(), "baskets": baskets, "pairs": len(pairs)}
    PairBuild.objects.update_or_create(business_id=business_id, defaults=built)  # also the lock of two at once
    ProductPair.objects.of(business_id).delete()
    bulk.insert(pairs)
