"""How late money came in, and how often payment plans were kept."""

import uuid
from collections import Counter

from reports.ledger import Book
from reports.receivables import Measure
from sales import queries

YEAR_DAYS = 365
LEAST_PLANS = 3


def average_days_late(book: Book) -> int | None:
    """Mean days overdue of the invoices that were paid late in the last year; None when there were none."""
    late = ~book.is_open & (book.late > 0) & (book.settled > book.today - YEAR_DAYS)
    return round(float(book.late[late].mean())) if late.any() else None


def plan_success(business_id: uuid.UUID) -> int | None:
    """Percent of payment plans completed, of those completed or behind; None under three. One query."""
    plans = queries.payment_plans(business_id).order_by().prefetch_related(None)
    states = [state for state in plans.values_list("status", flat=True) if state in ("completed", "behind")]
    if len(states) < LEAST_PLANS:
        return None
    return round(100 * states.count("completed") / len(states))


def promise_keeping(business_id: uuid.UUID) -> dict[uuid.UUID | None, Measure]:
    """Percent of promises kept, of those kept or broken, by customer and, under None, for the shop. One query."""
    found = queries.promises(business_id).order_by().filter(status__in=("kept", "broken"))
    made: Counter[uuid.UUID | None] = Counter()
    kept: Counter[uuid.UUID | None] = Counter()
    for customer, status in found.values_list("customer_id", "status"):
        made.update((customer, None))
        kept.update((customer, None) if status == "kept" else ())
    reason = "No promise has come due."
    return {who: Measure.ratio(kept[who], made[who], reason, scale=100) for who in (None, *made)}
