"""Forgetting: texts of requests and conversations after their days, those about an erased customer at once."""

import datetime as dt
import uuid

from django.conf import settings
from django.db.models import Q

from ai_features.models import AIFeedback, AIText, Conversation, OfferedQuestion, SupportTicket, Turn
from ai_features.services.privacy import pseudonym
from common import clock
from sales.models import Customer

_LOOK_BACK = dt.timedelta(days=7)


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
    """Delete every text in which a customer appears, under the pseudonym of whichever conversation; how many."""
    key = str(customer_id)
    texts = Q()
    for stand_in in {pseudonym("", key), pseudonym(str(business_id), key), key}:
        texts |= Q(request__icontains=stand_in) | Q(response__icontains=stand_in)
    count = 0
    for conversation_id in Conversation.objects.of(business_id).values_list("pk", flat=True):
        stand_in = pseudonym(str(conversation_id), key)
        texts |= Q(request__icontains=stand_in) | Q(response__icontains=stand_in)
        said = Q(asked__contains=stand_in) | Q(answered__contains=stand_in)
        said |= Q(state__icontains=stand_in) | Q(state__icontains=key)
        count += Turn.objects.filter(said, conversation_id=conversation_id).delete()[0]
        told = AIFeedback.objects.of(business_id).filter(Q(asked__contains=stand_in) | Q(answered__contains=stand_in))
        count += told.update(asked="", answered="", note="")
    count += OfferedQuestion.objects.of(business_id).filter(plan__icontains=key).delete()[0]
    count += _forget_tickets(business_id, key)
    return count + AIText.objects.filter(texts, transaction__business_id=business_id).delete()[0]


def _forget_tickets(business_id: uuid.UUID, key: str) -> int:
    """Empty the tickets that name a customer, and the answers to them."""
    rows = SupportTicket.objects.of(business_id).exclude(message="").exclude(conversation=None)
    told = rows.values_list("pk", "conversation_id", "message")
    naming = [pk for pk, seed, message in told if pseudonym(str(seed), key) in message]
    return SupportTicket.objects.filter(pk__in=naming).update(message="", answer="")
