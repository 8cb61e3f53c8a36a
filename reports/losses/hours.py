"""The hours in which a storefront usually sells."""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from common import shop_clock
from reports.losses.weeks import Weeks
from sales.models import SOLD, Sale

PART = 0.01
"""The part of the sales that is left out at either end of the day."""


@dataclass(frozen=True)
class Hours:
    """Of each storefront the first and the last hour that count as usual, one hour of grace at either end."""

    usual: dict[uuid.UUID, tuple[int, int]]

    def outside(self) -> Q:
        """Sales at other hours."""
        found = Q(pk__in=())
        for place, (first, last) in self.usual.items():
            hour = Q(sold_at__hour__lt=first) | Q(sold_at__hour__gt=last)
            found |= Q(storefront=place) & hour
        return found


def usual_hours(business_id: uuid.UUID, weeks: Weeks) -> Hours:
    """The 1st to the 99th percentile of the hours of the sales, and an hour more at either end. One query."""
    sold = Sale.objects.of(business_id).filter(SOLD, sold_at__gte=weeks.start, sold_at__lt=weeks.end, time_known=True)
    grouped = sold.order_by().annotate(hour=shop_clock.Hour("sold_at")).values_list("storefront", "hour")
    counts: dict[uuid.UUID, list[int]] = defaultdict(lambda: [0] * 24)
    for place, hour, number in grouped.annotate(number=Count("pk")):
        counts[place][hour] = number
    return Hours({place: _bounds(numbers) for place, numbers in counts.items()})


def _bounds(numbers: list[int]) -> tuple[int, int]:
    least = sum(numbers) * PART
    first = next(hour for hour in range(24) if sum(numbers[: hour + 1]) > least)
    last = next(hour for hour in reversed(range(24)) if sum(numbers[hour:]) > least)
    return first - 1, last + 1
