"""The opportunities of a business's 28 weeks: sales, carts, sessions, goods counted."""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Count, QuerySet

from common import shop_clock
from reports.losses.events import counted_lines
from reports.losses.signals import Base
from reports.losses.tallies import Event, Person
from reports.losses.weeks import Weeks
from sales.models import Payment, Sale, TillCount

Found = Counter[tuple[Base, Person, uuid.UUID, int]]
_TO_SALES = frozenset({"cancelled_carts"})
"""Events that add to the carts, having led to no sale."""


def chances(business_id: uuid.UUID, weeks: Weeks, events: Iterable[Event], people: Iterable[uuid.UUID]) -> Found:
    """How many there were of each base, by person, storefront and week. Three queries."""
    found: Found = Counter()
    team = list(people)
    for person, place, week, number in _sold(business_id, weeks):
        found[Base.OWN_SALES, person, place, week] += number
        found[Base.OWN_CARTS, person, place, week] += number
        for each in team:
            found[Base.SALES_OF_THE_PLACE, each, place, week] += number
    for event in events:
        if event.signal in _TO_SALES:
            found[Base.OWN_CARTS, event.person, event.place, event.week] += 1
    closed = TillCount.objects.of(business_id).filter(
        session__closed_at__gte=weeks.start, session__closed_at__lt=weeks.end, method=Payment.Method.CASH
    )
    for person, place, week, number in _by_week(
        closed, weeks, "session__cashier", "session__storefront", "session__closed_at"
    ):
        found[Base.OWN_SESSIONS, person, place, week] += number
    for _, place, week, number in _by_week(
        counted_lines(business_id, weeks), weeks, "count", "storefront", "count__closed_at"
    ):
        found[Base.LINES_COUNTED, None, place, week] += number
    return found


def _sold(business_id: uuid.UUID, weeks: Weeks) -> Iterator[tuple[uuid.UUID, uuid.UUID, int, int]]:
    """Sales rung up, voided ones too."""
    rung_up = Sale.objects.of(business_id).filter(
        kind__in=(Sale.Kind.SALE, Sale.Kind.EXCHANGE),
        sold_by__isnull=False,
        sold_at__gte=weeks.start,
        sold_at__lt=weeks.end,
    )
    return _by_week(rung_up, weeks, "sold_by", "storefront", "sold_at")


def _by_week(
    rows: QuerySet[Any], weeks: Weeks, who: str, where: str, at: str
) -> Iterator[tuple[uuid.UUID, uuid.UUID, int, int]]:
    grouped = rows.order_by().annotate(of_week=shop_clock.Week(at)).values_list(who, where, "of_week")
    for person, place, monday, number in grouped.annotate(number=Count("pk")):
        yield person, place, (monday - weeks.first).days // 7, number
