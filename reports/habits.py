"""When customers pay: weekdays, hours, days of the month, months. What too few payments tell is not told."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from django.db.models import Count, Q

from common import shop_clock as clock
from reports.ledger import Book, Ints, date_of
from sales.models import Payment

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LEAST_PAYMENTS = 20
LEAST_OWN_PAYMENTS = 5
YEAR_DAYS = 365
BLOCKS: Final = ((8, "8-10am"), (10, "10am-12pm"), (12, "12-2pm"), (14, "2-4pm"), (16, "4-6pm"))


@dataclass(frozen=True)
class ShopHabits:
    """The days and hours on which most payments arrive; empty where there are too few to tell."""

    days: list[str]
    times: list[str]


def of_shop(business_id: uuid.UUID) -> ShopHabits:
    """From the payments of the last year that customers made themselves. One query."""
    since = clock.start_of(clock.today() - dt.timedelta(days=YEAR_DAYS))
    rows = Payment.objects.of(business_id).filter(
        Q(sale=None) | Q(sale__due_date__isnull=False),
        kind=Payment.Kind.RECEIVED,
        customer__isnull=False,
        received_at__gte=since,
    )
    hours = {
        "weekday": clock.Weekday("received_at"),
        "hour": clock.Hour("received_at"),
    }
    by_day: Counter[int] = Counter()
    by_block: Counter[int] = Counter()
    for weekday, hour, count in rows.order_by().annotate(**hours).values_list(*hours).annotate(n=Count("pk")):
        by_day[weekday] += count
        by_block[hour // 2 * 2] += count
    open_hours = {start: by_block[start] for start, _ in BLOCKS}
    return ShopHabits(
        days=[WEEKDAYS[day - 1] for day in _most({day: by_day[day] for day in range(1, 7)})],
        times=[dict(BLOCKS)[start] for start in _most(open_hours)],
    )


def _most(counts: dict[int, int]) -> list[int]:
    """The two largest, in order of time, where there are enough to tell and they do stand out."""
    total = sum(counts.values())
    if total < LEAST_PAYMENTS:
        return []
    top = sorted(counts, key=lambda key: (-counts[key], key))[:2]
    return sorted(key for key in top if counts[key] * len(counts) > total)


@dataclass(frozen=True)
class Pattern:
    """How a customer pays, signed days after due; None and empty where fewer than five payments tell nothing."""

    settled: int
    average_days_after_due: int | None
    consistency: str
    weekdays: list[str]
    month_part: str
    slow_months: list[str]
    quick_months: list[str]


def of_customer(book: Book, customer_id: uuid.UUID) -> Pattern:
    """From the settled invoices of the book. No query."""
    mine = (book.customer == book.index_of.get(customer_id, -1)) & ~book.is_open
    late, paid = book.late[mine], book.settled[mine]
    if len(late) < LEAST_OWN_PAYMENTS:
        mean = round(float(late.mean())) if len(late) else None
        return Pattern(len(late), mean, "UNKNOWN", [], "", [], [])
    days = [date_of(day) for day in paid]
    slow, quick = _seasons(late, days)
    return Pattern(len(late), round(float(late.mean())), _consistency(late), _weekdays(days), _part(days), slow, quick)


def _consistency(late: Ints) -> str:
    """HIGH when the middle half of payments falls within a week, MEDIUM within two, else LOW."""
    early, after = np.percentile(late, [25, 75])
    spread = float(after - early)
    return "HIGH" if spread <= 7 else "MEDIUM" if spread <= 14 else "LOW"


def _weekdays(days: Sequence[dt.date]) -> list[str]:
    """The weekdays on which at least three in ten payments fall."""
    counts = Counter(day.weekday() for day in days)
    return [WEEKDAYS[day] for day in sorted(counts) if counts[day] >= 0.3 * len(days)]


def _part(days: Sequence[dt.date]) -> str:
    """ "start", "middle" or "end" of the month, where half of the payments fall into that third."""
    counts = Counter("start" if day.day <= 10 else "middle" if day.day <= 20 else "end" for day in days)
    part, count = counts.most_common(1)[0]
    return part if count * 2 >= len(days) else ""


def _seasons(late: Ints, days: Sequence[dt.date]) -> tuple[list[str], list[str]]:
    """Months paid a week or more slower, or quicker, than the average, from a year of payments and three a month."""
    if (max(days) - min(days)).days < YEAR_DAYS:
        return [], []
    mean = float(late.mean())
    slow: list[str] = []
    quick: list[str] = []
    for number, name in enumerate(MONTHS, start=1):
        own = late[np.array([day.month == number for day in days])]
        if len(own) >= 3 and abs(float(own.mean()) - mean) >= 7:
            (slow if own.mean() > mean else quick).append(name)
    return slow, quick
