"""The forecasts of a whole business, worked out once a day: kept in each process, and in the cache that all share."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Collection

from django.core.cache import cache

from common import shop_clock as clock
from common.versioned_cache import Remembered
from reports.demand import packing
from reports.demand.outlook import Outlook, of
from reports.demand.reading import shelves
from sales.models import SaleLine

KEPT_BUSINESSES = 32
SHARED_SECONDS = 24 * 3600

_kept: Remembered[list[Outlook]] = Remembered(KEPT_BUSINESSES)


def outlooks(business_id: uuid.UUID, product_ids: Collection[uuid.UUID]) -> list[Outlook]:
    """What each storefront will sell of these products from today on. Five queries the first time, then one.

    Made anew on the next day, and when sales of earlier days are added or taken back.
    """
    today = clock.today()
    goods = frozenset(product_ids)
    earlier = SaleLine.objects.of(business_id).filter(sold_at__lt=clock.start_of(today)).order_by().count()
    return _kept.get(business_id, (today, earlier, goods), lambda: _shared(business_id, today, earlier, goods))


def _shared(business_id: uuid.UUID, today: dt.date, earlier: int, goods: frozenset[uuid.UUID]) -> list[Outlook]:
    """As another process worked them out, or worked out and shared now."""
    ids = hashlib.sha256(b"".join(sorted(each.bytes for each in goods))).hexdigest()
    key = f"outlooks:{packing.FORM}:{business_id}:{today}:{earlier}:{ids}"
    held = cache.get(key)
    if held is not None:
        return packing.unpacked(held)
    found = [of(each) for each in shelves(business_id, goods)]
    cache.set(key, packing.packed(found), SHARED_SECONDS)
    return found
