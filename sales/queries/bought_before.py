"""What a customer bought before: when last, and how many at a time."""

import datetime as dt
import statistics
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from common import shop_clock as clock
from sales.models import SaleLine

MOST_LINES = 200
_TIMES = 10


@dataclass(frozen=True, slots=True)
class Before:
    """The last time, and the median number of units of the last ten times."""

    last_on: dt.date
    usual: Decimal
    times: int


def bought_before(
    business_id: uuid.UUID, customer_id: uuid.UUID, product_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, Before]:
    """For each of the products that the customer has bought. One query."""
    lines = SaleLine.objects.of(business_id).filter(
        sale__customer_id=customer_id, product_id__in=product_ids, quantity__gt=0
    )
    found: dict[uuid.UUID, list[tuple[dt.datetime, Decimal]]] = defaultdict(list)
    for product, moment, quantity in lines.order_by("-sold_at", "-id").values_list("product_id", "sold_at", "quantity")[
        :MOST_LINES
    ]:
        found[product].append((moment, quantity))
    return {
        product: Before(
            clock.local_date(times[0][0]), statistics.median_low(many for _, many in times[:_TIMES]), len(times)
        )
        for product, times in found.items()
    }
