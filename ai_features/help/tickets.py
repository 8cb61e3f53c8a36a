"""Tickets: opened when only a person can help, mailed to our staff, answered from the admin."""

import re
import uuid

from django.conf import settings
from django.db import transaction
from django_tasks import task

from accounts.services import mail
from ai_features.models import AICreditPurchase, AITransaction, SupportTicket
from ai_features.services import AIBillingService, privacy
from common import clock, errors, money
from common.tenancy import Caller

Reason = SupportTicket.Reason
_LEFT = r"(money|cash|cedis|amount)\b.*\b(left|gone|went)"
_PAID = rf"\b(taken|took|deducted|debited|charged|billed|paid|sent|removed|{_LEFT})\b"
_NOT = r"\b(no|not|never|without|but|still|didn'?t|haven'?t|hasn'?t)\b"
_RECORDS = r"\b(sales|data|products|customers|records|stock|everything)\b"
_VANISHED = r"\b(disappeared|vanished|deleted|lost|wiped|gone|missing)\b"
_URGENT = (
    (Reason.MONEY, rf"{_PAID}.*{_NOT}.*\bcredits?\b"),
    (Reason.MONEY, rf"{_NOT}.*\bcredits?\b.*{_PAID}"),
    (Reason.MONEY, r"\b(charged|billed|deducted|debited|paid|took)\b.*\b(twice|two times|double|again)\b"),
    (Reason.MONEY, r"\b(double|twice|duplicate)\b.*\b(charge|charged|payment|deduction|billed)\b"),
    (Reason.DATA, rf"\b(all|my|our|the)\b.*{_RECORDS}.*{_VANISHED}"),
    (Reason.DATA, r"\b(lost|deleted|wiped)\b.*\b(data|records|everything)\b"),
    (Reason.PERSON, r"\b(human|real person|(?<!momo )(?<!money )agent|customer (care|service))\b"),
    (Reason.PERSON, r"\b(talk|speak) (to|with) (a |some)?(person|body|one)\b"),
)
_POLITE = r"\b(can|could|will|would) (you|someone|somebody|i|we)( please)? (help|check|look|see|tell|explain)\b"
_SUPPOSED = r"\b(if|when|can|could|may|might|will|would|should|do|does|how|after what|before|is|are)\b"
_HAPPENED = (
    r"\b(was|were|been|has|have|had|just|already|yesterday|ago)\b|'ve\b"
    r"|\b(i|we|you|they|paystack|mtn|momo|bank) (paid|took|charged|billed|debited|deducted|sent|bought|lost)\b"
)
_CUSTOMERS = r"\b(customers?|clients?|buyers?|debtors?|he|she)\b"
_OURS = r"\b(credits?|pack|top ?up|you|paystack)\b"


def urgent(message: str) -> Reason | None:
    """Why a message needs a person at once; None when it does not, as when it only asks what would be."""
    text = re.sub(_POLITE, " ", message.casefold().replace("\u2019", "'"))
    found = _reason(text)
    if found in (None, Reason.PERSON):
        return found
    sentences = [each for each in re.split(r"(?<=[.!?])\s+", text) if _reason(each)]
    supposed = _is_supposed(text) or all(map(_is_supposed, sentences or [text]))
    return None if supposed or (found == Reason.MONEY and _is_of_customers(text)) else found


def _reason(text: str) -> Reason | None:
    return next((reason for reason, pattern in _URGENT if re.search(pattern, text)), None)


def _is_supposed(text: str) -> bool:
    """A question about what may happen: "will I be charged again", "what if my data is lost"."""
    asked = re.match(rf"\W*(and |so |please |what (happens|about) .*?)?{_SUPPOSED}|.*\bwhat (if|happens|still)\b", text)
    return bool(asked) and not re.search(_HAPPENED, text)


def _is_of_customers(text: str) -> bool:
    """Money between the shop and those who buy from it: "the customer paid twice"."""
    return bool(re.search(_CUSTOMERS, text)) and not re.search(_OURS, text)


def open_ticket(caller: Caller, *, reason: Reason, message: str, conversation_id: uuid.UUID) -> SupportTicket:
    """The open ticket of this conversation, or a new one, which is mailed to our staff."""
    ticket, is_new = SupportTicket.objects.get_or_create(
        business_id=caller.business_id,
        conversation_id=conversation_id,
        status=SupportTicket.Status.OPEN,
        defaults={
            "user_id": caller.user_id,
            "reason": reason,
            "message": privacy.redact(caller.business_id, (message,), seed=str(conversation_id)).texts[0],
            "facts": _facts(caller),
        },
    )
    if is_new and settings.SUPPORT_EMAIL:
        transaction.on_commit(lambda: mail_ticket.enqueue(str(ticket.pk)))
    return ticket


def answer_ticket(ticket_id: uuid.UUID, *, by: uuid.UUID | None, answer: str) -> SupportTicket:
    """Keep our answer and mail it to who asked. Raises `Conflict` when it was answered before."""
    with transaction.atomic():
        ticket = SupportTicket.objects.select_for_update().get(pk=ticket_id)
        if ticket.status == SupportTicket.Status.ANSWERED:
            raise errors.Conflict("This ticket has already been answered.")
        ticket.status, ticket.answer = SupportTicket.Status.ANSWERED, answer
        ticket.answered_by_id, ticket.answered_at = by, clock.now()
        ticket.save()
        transaction.on_commit(lambda: mail_answer.enqueue(str(ticket.pk)))
    return ticket


@task()
def mail_ticket(ticket_id: str) -> None:
    """Tell our staff that a ticket waits."""
    ticket = SupportTicket.objects.select_related("business").get(pk=ticket_id)
    text = f"{ticket.business}: {ticket.get_reason_display()}.\n\n{ticket.message}\n\nAnswer it in the admin."
    mail.send(settings.SUPPORT_EMAIL, f"Ticket: {ticket.get_reason_display()}", text)


@task()
def mail_answer(ticket_id: str) -> None:
    """Send our answer to the person who asked."""
    ticket = SupportTicket.objects.select_related("user").get(pk=ticket_id)
    user = ticket.user
    if user and user.is_active:
        mail.send(user.email, "An answer to your question", f"You asked us for help.\n\n{ticket.answer}")


def _facts(caller: Caller) -> dict[str, object]:
    account = AIBillingService.get_account(caller.business_id)
    bought = AICreditPurchase.objects.of(caller.business_id).order_by("-created_at").first()
    asked = AITransaction.objects.of(caller.business_id).order_by("-timestamp", "-id")
    return {
        "role": str(caller.role),
        "available": money.plain(account.available),
        "held": money.plain(account.held),
        "last_purchase": bought and [bought.payment_reference, bought.payment_status, money.plain(bought.amount_paid)],
        "last_requests": [
            [str(pk), feature, outcome] for pk, feature, outcome in asked.values_list("pk", "feature", "outcome")[:3]
        ],
    }
