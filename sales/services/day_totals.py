"""Adding up the lines of days that are over; PostgreSQL only, whose triggers say when a day is to be added up again."""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery, Sum

from accounts.models import Business
from accounts.queries import days_of_shop
from common import isolated_work
from common import shop_clock as clock
from common.money import ZERO
from sales import queries
from sales.models import ClosedDay, DayTotal, SaleLine, StaleDay

LOCK: Final = 1684107116
"""As in the trigger of the lines."""
AT_ONCE = 7
"""How many days hold off who writes lines of them together: some tenths of a second."""
DAY = dt.timedelta(days=1)
OUTLIVED = dt.timedelta(hours=1)
"""Days that no longer end when the shop's days do are kept so long for who is still reading."""
_SOLD, _BACK = Q(quantity__gt=0), Q(quantity__lt=0)
_SUMS = {
    "lines": Count("pk"),
    "revenue": Sum("revenue"),
    "gross": Sum("revenue", filter=_SOLD),
    "returned": Sum("revenue", filter=_BACK),
    "cost": Sum("cost"),
    "costed_revenue": Sum("revenue", filter=Q(cost__isnull=False)),
    "uncosted_revenue": Sum("revenue", filter=Q(cost__isnull=True)),
    "discount": Sum("discount"),
    "tax": Sum("tax"),
    "units": Sum("quantity"),
    "sold_units": Sum("quantity", filter=_SOLD),
    "returned_units": Sum("quantity", filter=_BACK),
}


def close_due() -> Iterator[uuid.UUID]:
    """Add up the days of every business that are over and not added up as they stand; yields each business."""
    if connection.vendor != "postgresql":
        return iter(())
    return isolated_work.each(_due().values_list("pk", flat=True), close, name="day_totals")


def _due() -> QuerySet[Business]:
    """Businesses with lines older than a day and no day closed within the last, or with one that went stale."""
    now, mine = clock.now(), {"business_id": OuterRef("pk")}
    first_line = Subquery(SaleLine.objects.filter(**mine).order_by("sold_at").values("sold_at")[:1])
    lately = ClosedDay.objects.filter(starts_at__gt=now - 2 * DAY, ends_at__gt=now - DAY, **mine)
    stale = StaleDay.objects.order_by().values("closed_day__business_id")
    found = Business.objects.alias(first_line=first_line)
    return found.filter(Q(~Exists(lately), first_line__lt=now - DAY) | Q(pk__in=stale)).order_by("pk")


def close(business_id: uuid.UUID) -> uuid.UUID | None:
    """Do so for one business, a week at a time; None when nothing was to be done or somebody was writing lines."""
    done = None
    with days_of_shop(business_id):
        _forget_outlived(business_id)
        for days in _runs(_open_days(business_id)):
            if not _add_up(business_id, days):
                return done
            done = business_id
    return done


def _open_days(business_id: uuid.UUID) -> list[dt.date]:
    """The days that are over since the first line and have no totals that stand."""
    first = SaleLine.objects.of(business_id).aggregate(at=Min("sold_at"))["at"]
    if first is None:
        return []
    start = clock.local_date(first)
    days = [start + dt.timedelta(days=number) for number in range((clock.today() - start).days)]
    done = {(row.starts_at, row.ends_at) for row in queries.closed_days(business_id)}
    return [day for day in days if clock.borders(day) not in done]


def _runs(days: Sequence[dt.date]) -> Iterator[list[dt.date]]:
    """Days that follow one another, `AT_ONCE` at most."""
    run: list[dt.date] = []
    for day in days:
        if run and (len(run) == AT_ONCE or (day - run[-1]).days > 1):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


@transaction.atomic
def _add_up(business_id: uuid.UUID, days: Sequence[dt.date]) -> bool:
    """Write the totals of these days, one after another; False when lines are being written."""
    if not _nobody_writes(business_id):
        return False
    closed = _closed(business_id, days)
    StaleDay.objects.filter(closed_day__in=closed.values()).delete()
    DayTotal.objects.filter(closed_day__in=closed.values()).delete()
    lines = SaleLine.objects.of(business_id).filter(
        voided=False, sold_at__gte=closed[days[0]].starts_at, sold_at__lt=closed[days[-1]].ends_at
    )
    groups = lines.order_by().annotate(_day=clock.Day("sold_at")).values_list("_day", "storefront_id")
    rows = groups.annotate(**{f"_{name}": found for name, found in _SUMS.items()})
    DayTotal.objects.bulk_create(_total(closed[day], storefront, sums) for day, storefront, *sums in rows)
    return True


def _nobody_writes(business_id: uuid.UUID) -> bool:
    """Take the lock that writers of lines share, until the transaction ends; False when one of them holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = '10s'")  # a frozen worker blocks no checkout
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, hashtext(%s::uuid::text))", [LOCK, str(business_id)])
        return bool(cursor.fetchone()[0])


def _closed(business_id: uuid.UUID, days: Sequence[dt.date]) -> dict[dt.date, ClosedDay]:
    """The rows of these days, added where there are none."""
    rows = [
        ClosedDay(business_id=business_id, day=day, starts_at=start, ends_at=end)
        for day, (start, end) in zip(days, map(clock.borders, days), strict=True)
    ]
    ClosedDay.objects.bulk_create(rows, ignore_conflicts=True)
    found = ClosedDay.objects.filter(business_id=business_id, day__in=days)
    return {row.day: row for row in found if (row.starts_at, row.ends_at) == clock.borders(row.day)}


def _total(closed: ClosedDay, storefront_id: uuid.UUID, sums: Sequence[Any]) -> DayTotal:
    known: dict[str, Any] = {name: found or ZERO for name, found in zip(_SUMS, sums, strict=True)}
    return DayTotal(closed_day=closed, storefront_id=storefront_id, starts_at=closed.starts_at, **known)


def _forget_outlived(business_id: uuid.UUID) -> None:
    """Drop the days of another end of the day, an hour after they were marked as stale for it."""
    days = list(ClosedDay.objects.filter(business_id=business_id))
    others = [row for row in days if (row.starts_at, row.ends_at) != clock.borders(row.day)]
    ended = StaleDay.objects.filter(closed_day__in=others)
    gone = ended.filter(marked_at__lt=clock.now() - OUTLIVED).values_list("closed_day_id", flat=True)
    ClosedDay.objects.filter(pk__in=list(gone)).delete()
    marked = set(ended.values_list("closed_day_id", flat=True))
    StaleDay.objects.bulk_create(StaleDay(closed_day=row) for row in others if row.pk not in marked)
