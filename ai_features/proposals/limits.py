"""When and how often a shop may write to its customers."""

import datetime as dt
import uuid

from django.db.models import F

from ai_features.models import SendingDay
from ai_features.models.proposals import MOST_A_DAY
from ai_features.services.notices.messages import may_ring
from common import clock
from common.tenancy import TenantQuerySet
from reports import workdays
from sales.models import CollectionNote

APART, MONTH, MOST_A_MONTH = dt.timedelta(days=7), dt.timedelta(days=30), 4
"""One reminder in seven days, four in thirty, to one customer."""
LAST_HOUR = 19


def may_write(moment: dt.datetime) -> bool:
    """Whether a customer may be written to: 08:00 until 19:00 in Accra, Monday to Saturday, no public holiday."""
    return may_ring(moment) and workdays.is_workday(clock.local_date(moment))


def end_of_next_workday(moment: dt.datetime) -> dt.datetime:
    """19:00 of the first workday after the day of `moment`: a text speaks of today, and is stale after that."""
    day = workdays.on_or_after(clock.local_date(moment) + dt.timedelta(days=1))
    return clock.start_of(day) + dt.timedelta(hours=LAST_HOUR)


def enough_said(business_id: uuid.UUID, customer_id: uuid.UUID) -> str:
    """Why this customer must not be reminded again yet; "" when they may.

    Counts every reminder in the customer's log, whoever wrote it down, also those of a clock that ran ahead.
    """
    reminded = reminders(business_id, customer_id)
    if reminded.filter(at__gt=clock.now() - APART).exists():
        return "This customer was reminded in the last seven days."
    if reminded.filter(at__gt=clock.now() - MONTH).count() >= MOST_A_MONTH:
        return "This customer was reminded four times in the last thirty days."
    return ""


def reminders(business_id: uuid.UUID, customer_id: uuid.UUID) -> TenantQuerySet[CollectionNote]:
    """The reminders in a customer's log that went out."""
    notes = CollectionNote.objects.of(business_id).filter(customer_id=customer_id)
    return notes.exclude(message_type="").exclude(outcome=CollectionNote.Outcome.FAILED)


def is_full(business_id: uuid.UUID) -> bool:
    """Whether the shop has sent all it may today."""
    return SendingDay.objects.of(business_id).filter(day=clock.today(), sent__gte=MOST_A_DAY).exists()


def count_one(business_id: uuid.UUID) -> bool:
    """Count one message of today, in the caller's transaction; False when there were enough, counting nothing."""
    row, _ = SendingDay.objects.get_or_create(business_id=business_id, day=clock.today())
    return bool(SendingDay.objects.filter(pk=row.pk, sent__lt=MOST_A_DAY).update(sent=F("sent") + 1))
