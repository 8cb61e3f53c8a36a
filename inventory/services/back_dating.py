"""When stock that is entered late can have left the shelf: figures as of a day are never below zero."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from inventory.models import StockMovement

Moments = dict[uuid.UUID, dt.datetime]


def when_there_was(
    business_id: uuid.UUID,
    storefront_id: uuid.UUID,
    *,
    leaving: Mapping[uuid.UUID, Decimal],
    there: Mapping[uuid.UUID, Decimal],
    at: dt.datetime,
) -> Moments:
    """For each product the first moment from `at` on, since when as many units as are `leaving` were always there.

    `there` are the units now, under the caller's lock. A sale entered with the day of last week, before the delivery
    that it was sold from was entered, leaves with that delivery. One query.
    """
    later = StockMovement.objects.of(business_id).filter(storefront_id=storefront_id, product_id__in=leaving, at__gt=at)
    moved: dict[uuid.UUID, list[tuple[dt.datetime, Decimal]]] = defaultdict(list)
    for product_id, moment, quantity in later.order_by("-at", "-id").values_list("product_id", "at", "quantity"):
        moved[product_id].append((moment, quantity))
    return {
        product_id: _since(moved[product_id], units=units, balance=there[product_id], at=at)
        for product_id, units in leaving.items()
    }


def _since(
    moved: list[tuple[dt.datetime, Decimal]], *, units: Decimal, balance: Decimal, at: dt.datetime
) -> dt.datetime:
    """Walk back from now, the latest movement first, while there were enough."""
    for moment, quantity in moved:
        balance -= quantity
        if balance < units:
            return moment
    return at
