"""Forgetting: texts of requests and conversations after their days, those about an erased customer at once."""

import datetime as dt
import re
import uuid
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from ai_features.models import AIFeedback, AIText, Conversation, OfferedQuestion, SupportTicket, Turn
from ai_features.services.privacy import pseudonym
from common import clock
from sales.models import Customer

_LOOK_BACK = dt.timedelta(days=7)
_NAME = re.compile(r"person [a-z]{5}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""A pseudonym or an id, in small letters."""


def forget_texts() -> int:
    """Delete what was asked and answered more than AI_TEXT_RETENTION_DAYS ago; the figures of requests stay.

    A ticket keeps its words until so many days after it was answered.
    """
    before = clock.now() - dt.timedelta(days=settings.AI_TEXT_RETENTION_DAYS)
    texts, _ = AIText.objects.filter(created_at__lte=before).delete()
    turns, _ = Turn.objects.filter(at__lte=before).delete()
    empty, _ = Conversation.objects.filter(updated_at__lte=before, turns=None).delete()
    offered, _ = OfferedQuestion.objects.filter(created_at__lte=before, chosen_at=None).delete()
    said = AIFeedback.objects.filter(created_at__lte=before).exclude(asked="", answered="", note="")
    told = SupportTicket.objects.filter(answered_at__lte=before).exclude(message="", answer="")
    forgotten = said.update(asked="", answered="", note="") + told.update(message="", answer="")
    return texts + turns + empty + offered + forgotten


def forget_erased_customers() -> int:
    """Delete the texts about customers whose data was erased since the last days' runs."""
    since = clock.now() - _LOOK_BACK
    erased = Customer.objects.filter(erased_at__gte=since).values_list("business_id", "pk")
    return sum(forget_customer(business_id, customer_id) for business_id, customer_id in erased)


def forget_customer(business_id: uuid.UUID, customer_id: uuid.UUID) -> int:
    """Delete every text in which a customer appears, under the pseudonym of whichever conversation; how many.

    Seven queries, however many conversations.
    """
    key = str(customer_id)
    seeds = ("", business_id, *Conversation.objects.of(business_id).values_list("pk", flat=True))
    names = {key, *(pseudonym(str(seed), key).casefold() for seed in seeds)}
    turns = Turn.objects.filter(conversation__business_id=business_id)
    texts = AIText.objects.filter(transaction__business_id=business_id)
    told = AIFeedback.objects.of(business_id)
    count, _ = Turn.objects.filter(pk__in=_naming(names, turns, "asked", "answered", "state")).delete()
    count += AIText.objects.filter(pk__in=_naming(names, texts, "request", "response")).delete()[0]
    count += told.filter(pk__in=_naming(names, told, "asked", "answered")).update(asked="", answered="", note="")
    count += OfferedQuestion.objects.of(business_id).filter(plan__icontains=key).delete()[0]
    return count + _forget_tickets(business_id, key)


def _naming(names: set[str], rows: QuerySet[Any], *fields: str) -> list[Any]:
    """The keys of the rows in which one of the names stands. One query."""
    found = rows.values_list("pk", *fields).iterator()
    return [pk for pk, *said in found if not names.isdisjoint(_NAME.findall(str(said).casefold()))]


def _forget_tickets(business_id: uuid.UUID, key: str) -> int:
    """Empty the tickets that name a customer, and the answers to them."""
    rows = SupportTicket.objects.of(business_id).exclude(message="").exclude(conversation=None)
    told = rows.values_list("pk", "conversation_id", "message")
    naming = [pk for pk, seed, message in told if pseudonym(str(seed), key) in message]
    return SupportTicket.objects.filter(pk__in=naming).update(message="", answer="")
