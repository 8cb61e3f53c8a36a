"""What people say of answers. A question that was misunderstood is given back: its credits return to their lots."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from ai_features.models import AIFeedback, AITransaction, Turn
from ai_features.services import privacy, prometheus
from ai_features.services.billing import AIBillingService
from common import clock, money
from common.errors import NotFound
from common.tenancy import Caller

QUESTIONS = "natural_language_query"
MOST_A_DAY = 10
ASKED_AGAIN = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Given:
    """What came of a feedback: the credits it gave back, the balance, and a sentence."""

    credits_returned: Decimal
    balance: Decimal
    message: str


def give(
    caller: Caller, transaction_id: uuid.UUID, *, helpful: bool | None, misunderstood: bool = False, note: str = ""
) -> Given:
    """Keep what somebody says of an answer; the first `misunderstood` of a question gives its credits back.

    Saying it again changes the words and gives nothing more. Raises `NotFound` for a request of another business.
    """
    with transaction.atomic():
        row = AITransaction.objects.of(caller.business_id).select_for_update().filter(pk=transaction_id).first()
        if row is None:
            raise NotFound
        said = AIFeedback.objects.filter(transaction=row).first() or _new(caller, row)
        newly = misunderstood and not said.misunderstood
        returned, message = _given_back(caller, row) if newly else (money.ZERO, "Thank you.")
        said.helpful = False if misunderstood else helpful
        said.misunderstood = said.misunderstood or misunderstood
        said.note = privacy.redact(caller.business_id, (note,)).texts[0] if note else said.note
        said.credits_returned += returned
        said.save()
    if newly:
        prometheus.misunderstood.labels("returned" if returned else "kept").inc()
    return Given(returned, AIBillingService.get_credit_balance(caller.business_id), message)


def _new(caller: Caller, row: AITransaction) -> AIFeedback:
    turn = Turn.objects.filter(transaction=row).first()
    return AIFeedback(
        business_id=row.business_id,
        transaction=row,
        user_id=caller.user_id,
        asked=turn.asked if turn else "",
        answered=turn.answered if turn else "",
    )


def _given_back(caller: Caller, row: AITransaction) -> tuple[Decimal, str]:
    """The credits that returned, and what to say of it."""
    if row.feature != QUESTIONS or not row.credits_used:
        return money.ZERO, "Thank you. This answer had cost nothing, so there is nothing to give back."
    if _returned_today(row) >= MOST_A_DAY:
        return (
            money.ZERO,
            f"Thank you. At most {MOST_A_DAY} questions a day are given back; this one is kept for us to read.",
        )
    if _asked_again(row):
        return money.ZERO, "Thank you. The same was asked more than once within the hour, so it is not given back."
    returned = AIBillingService.give_back(row, by_id=caller.user_id)
    return returned, f"Thank you. {money.written_quantity(returned)} credits are yours again."


def _returned_today(row: AITransaction) -> int:
    today = clock.start_of(clock.today())
    given = AIFeedback.objects.of(row.business_id).filter(credits_returned__gt=0, updated_at__gte=today)
    return given.count()


def _asked_again(row: AITransaction) -> bool:
    """Whether the same person asked the same within an hour of it."""
    if not row.subject or not row.user_id:
        return False
    same = AITransaction.objects.of(row.business_id).filter(user_id=row.user_id, subject=row.subject)
    near = same.filter(timestamp__gt=row.timestamp - ASKED_AGAIN, timestamp__lt=row.timestamp + ASKED_AGAIN)
    return near.exclude(pk=row.pk).exists()
