"""What needs a hand of our own staff, over all businesses: one count each."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from ai_features.models import (
    AICreditPurchase,
    AITransaction,
    BusinessAICredits,
    CreditHold,
    CreditRefund,
    Message,
    PaymentEvent,
    SupportTicket,
)
from ai_features.models.usage import Outcome
from common import clock

TROUBLE = (Outcome.FAILED, Outcome.TIMED_OUT, Outcome.INVALID)
LEAST_REQUESTS, MOST_TROUBLE = 20, 0.05
"""A day's share of failed requests that is told, and from how many requests on a share says anything."""


@dataclass(frozen=True, slots=True)
class Need:
    """What waits: so many of `noun`, and in `state` what is the matter; `help` says what to do.

    `model` and `filters` are the list that shows the rows.
    """

    count: int
    noun: str
    state: str
    help: str
    model: str
    filters: str


def needs() -> list[Need]:
    """What waits, the most pressing first; nothing that counts zero. Eight queries."""
    return [need for need in [*_of_payments(), *_of_customers(), *_of_the_platform()] if need.count]


def _of_payments() -> list[Need]:
    """Money that may be in the wrong place."""
    return [
        Need(
            AICreditPurchase.objects.filter(needs_attention=True).count(),
            "payment",
            "to look at",
            "What Paystack reported does not match the purchase. Verify again or refund, then mark as looked at.",
            "aicreditpurchase",
            "needs_attention__exact=1",
        ),
        Need(
            PaymentEvent.objects.filter(outcome=PaymentEvent.Outcome.FLAGGED).count(),
            "payment event",
            "flagged",
            "It could not be processed automatically. Its reason says why.",
            "paymentevent",
            "outcome__exact=flagged",
        ),
        Need(
            CreditRefund.objects.filter(status=CreditRefund.Status.FAILED).count(),
            "refund",
            "failed",
            "The customer does not have the money yet.",
            "creditrefund",
            "status__exact=failed",
        ),
    ]


def _of_customers() -> list[Need]:
    """Customers who wait for an answer, for their credits or for a message."""
    return [
        Need(
            SupportTicket.objects.filter(status=SupportTicket.Status.OPEN).count(),
            "ticket",
            "to answer",
            "A customer is waiting for an answer from staff.",
            "supportticket",
            "status__exact=open",
        ),
        Need(
            _stuck_holds().count(),
            "hold",
            "past the deadline",
            "Held for requests that never finished. The periodic job releases them; if they stay, it is not running.",
            "credithold",
            "status__exact=open",
        ),
        Need(
            Message.objects.filter(status=Message.Status.GIVEN_UP).count(),
            "message",
            "given up",
            "Not delivered after several attempts. Look at the problem, then try again.",
            "message",
            "status__exact=given_up",
        ),
    ]


def _of_the_platform() -> list[Need]:
    """What does not work, or was switched off."""
    return [
        Need(
            _failed_today(),
            "request",
            "failed in the last day",
            "More than one in twenty. Nothing was charged for them; look at the model's server.",
            "aitransaction",
            "outcome__exact=failed",
        ),
        Need(
            BusinessAICredits.objects.filter(is_active=False).count(),
            "business",
            "suspended",
            "AI answers none of them until it is resumed.",
            "businessaicredits",
            "is_active__exact=0",
        ),
    ]


def _stuck_holds() -> QuerySet[CreditHold]:
    return CreditHold.objects.filter(status=CreditHold.Status.OPEN, deadline__lt=clock.now())


def _failed_today() -> int:
    """Failed requests of the last day; 0 while they are few among all."""
    asked = AITransaction.objects.filter(timestamp__gte=clock.now() - dt.timedelta(days=1)).aggregate(
        all=Count("pk"), failed=Count("pk", filter=Q(outcome__in=TROUBLE))
    )
    if asked["all"] < LEAST_REQUESTS or asked["failed"] <= asked["all"] * MOST_TROUBLE:
        return 0
    return int(asked["failed"])
