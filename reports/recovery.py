"""How late money came in, and how often payment plans were kept."""

import uuid

from common import money
from reports.ledger import Book
from sales import queries

YEAR_DAYS = 365


def average_days_late(book: Book) -> int | None:
    """Mean days overdue of the invoices that were paid late in the last year; None when there were none."""
    late = ~book.is_open & (book.late > 0) & (book.settled > book.today - YEAR_DAYS)
    return round(float(book.late[late].mean())) if late.any() else None


def plan_success(business_id: uuid.UUID) -> int | None:
    """Percent of payment plans completed, of those completed or behind; None when there were none. One query."""
    plans = queries.payment_plans(business_id).order_by().prefetch_related(None)
    states = [state for state in plans.values_list("status", flat=True) if state in ("completed", "behind")]
    found = money.share(money.cedis(states.count("completed")), money.cedis(len(states)))
    return None if found is None else round(found)
