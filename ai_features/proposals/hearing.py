"""What networks and customers tell us: whether a message got there, and STOP."""

import json
import re
import secrets
from collections.abc import Iterator
from typing import Any, Final

import structlog
from django.conf import settings
from django.db import transaction

from ai_features.models import CustomerMessage, Proposal
from ai_features.proposals import delivery
from ai_features.proposals.deciding import end, locked
from ai_features.services.payments.inbox import InvalidSignature
from common import clock, errors, whatsapp
from common.phones import e164
from sales.models import CollectionNote, Customer

log = structlog.get_logger("ai_features.customer_messages")
Status, State = CustomerMessage.Status, Proposal.State
OF_WHATSAPP: Final = {
    "sent": Status.SENT,
    "delivered": Status.DELIVERED,
    "read": Status.DELIVERED,
    "failed": Status.FAILED,
}
OF_SMS: Final = {
    "SENT": Status.SENT,
    "SUBMITTED": Status.SENT,
    "DELIVERED": Status.DELIVERED,
    "NOT_DELIVERED": Status.FAILED,
    "UNDELIVERED": Status.FAILED,
    "FAILED": Status.FAILED,
    "REJECTED": Status.FAILED,
    "EXPIRED": Status.FAILED,
}
STOP: Final = re.compile(r"\W*((stop|stopall|unsubscribe|optout|opt out|gyae)\b|(end|quit)\W*$)", re.IGNORECASE)
"""The word at the beginning of what was written; "end" and "quit" by themselves: "end of month I will pay" is none."""


def whatsapp_news(body: bytes, signature: str) -> int:
    """Take in what Meta reports, signed with our app's secret; how many messages it was about.

    Raises `InvalidSignature`. What is not about a message of ours is passed over.
    """
    if not whatsapp.signature_is_valid(body, signature):
        raise InvalidSignature
    told = 0
    for value in _values(body):
        for status in _dicts(value.get("statuses")):
            kind = OF_WHATSAPP.get(str(status.get("status")))
            told += kind is not None and delivery.report(str(status.get("id", "")), kind, _reason(status))
        for message in _dicts(value.get("messages")):
            text = message.get("text")
            said = text.get("body") if isinstance(text, dict) else ""
            told += hear(f"+{message.get('from', '')}", str(said or ""), channel="whatsapp")
    return told


def sms_news(secret: str, given: dict[str, Any]) -> int:
    """Take in what the SMS gateway reports: `sms_id` and `status`, or an answer as `from` and `message`.

    Raises `NotFound` for another secret than the last part of `SMS_REPORTS_URL`.
    """
    expected = settings.SMS_REPORTS_URL.rstrip("/").rsplit("/", 1)[-1]
    if not expected or not secrets.compare_digest(secret.encode(), expected.encode()):
        raise errors.NotFound
    if status := OF_SMS.get(str(given.get("status", "")).upper().replace(" ", "_")):
        problem = "The network could not deliver it." if status == Status.FAILED else ""
        return int(delivery.report(str(given.get("sms_id", "")), status, problem))
    return int(hear(str(given.get("from", "")), str(given.get("message", "")), channel="sms"))


def hear(phone: str, text: str, *, channel: str) -> bool:
    """Obey STOP: no more reminders and offers from any shop that has written to this number; whether it was that.

    Any other answer is left to the phone that it came to.
    """
    if not STOP.match(text):
        return False
    try:
        number = e164(phone)
    except errors.InvalidInput:
        return False
    written_to = CustomerMessage.objects.filter(customer__phone=number).values("customer_id")
    for customer_id in Customer.objects.filter(pk__in=written_to).order_by("pk").values_list("pk", flat=True):
        _stop(customer_id, channel)
    return True


@transaction.atomic
def _stop(customer_id: Any, channel: str) -> None:
    customer = Customer.objects.select_for_update(no_key=True).get(pk=customer_id)
    if not customer.reminders_allowed and not customer.marketing_allowed:
        return
    customer.reminders_allowed = customer.marketing_allowed = False
    customer.save(update_fields=["reminders_allowed", "marketing_allowed"])
    CollectionNote.objects.create(
        business_id=customer.business_id,
        customer=customer,
        channel=channel,
        at=clock.now(),
        outcome=CollectionNote.Outcome.REFUSED,
        text="STOP: wants no more messages.",
    )
    waiting = Proposal.objects.of(customer.business_id).filter(
        customer=customer, kind=Proposal.Kind.REMINDER, state__in=Proposal.OPEN
    )
    for proposal_id in waiting.values_list("pk", flat=True):
        row = locked(proposal_id)
        if row.state in Proposal.OPEN:
            end(row, State.WITHDRAWN, "The customer asked for no more messages.")
    log.info("customer_said_stop", channel=channel)


def _values(body: bytes) -> Iterator[dict[str, Any]]:
    """The parts of Meta's news that are about messages, whatever else comes."""
    try:
        news = json.loads(body)
    except ValueError:
        return
    for entry in _dicts(news.get("entry") if isinstance(news, dict) else None):
        for change in _dicts(entry.get("changes")):
            if isinstance(change.get("value"), dict):
                yield change["value"]


def _dicts(rows: Any) -> list[dict[str, Any]]:
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _reason(status: dict[str, Any]) -> str:
    if status.get("status") != "failed":
        return ""
    return next((str(each.get("title") or "")[:200] for each in _dicts(status.get("errors"))), "") or "Not delivered."
