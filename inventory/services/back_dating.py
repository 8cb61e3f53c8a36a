"""When stock that is entered late can have left the shelf: figures as of a day are never below zero."""

import bisect
import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from inventory.models import StockMovement

Moments = dict[uuid.UUID, dt.datetime]


class Later:
    """The movements of some products at one storefront after the moment `since`, to look back through."""

    def __init__(
        self, business_id: uuid.UUID, storefront_id: uuid.UUID, product_ids: Collection[uuid.UUID], since: dt.datetime
    ) -> None:
        """One query."""
        self.since = since
        self._moved: dict[uuid.UUID, list[tuple[dt.datetime, Decimal]]] = defaultdict(list)
        rows = StockMovement.objects.of(business_id).filter(
            storefront_id=storefront_id, product_id__in=product_ids, at__gt=since
        )
        for product_id, at, quantity in rows.order_by("at", "id").values_list("product_id", "at", "quantity"):
            self._moved[product_id].append((at, quantity))

    def note(self, movements: Iterable[StockMovement]) -> None:
        """Add movements that are not written yet."""
        for movement in movements:
            if movement.at > self.since:
                row = (movement.at, movement.quantity)
                bisect.insort_right(self._moved[movement.product_id], row, key=lambda moved: moved[0])

    def when_there_was(
        self, *, leaving: Mapping[uuid.UUID, Decimal], there: Mapping[uuid.UUID, Decimal], at: dt.datetime
    ) -> Moments:
        """For each product the first moment from `at` on, since when as many units as are `leaving` were always there.

        `there` are the units now, under the caller's lock. A sale entered with the day of last week, before the
        delivery that it was sold from was entered, leaves with that delivery.
        """
        return {
            product_id: self._since(product_id, units=units, balance=there[product_id], at=at)
            for product_id, units in leaving.items()
        }

    def _since(self, product_id: uuid.UUID, *, units: Decimal, balance: Decimal, at: dt.datetime) -> dt.datetime:
        """Walk back from now, the latest movement first, while there were enough."""
        for moment, quantity in reversed(self._moved[product_id]):
            if moment <= at:
                break
            balance -= quantity
            if balance < units:
                return moment
        return at
