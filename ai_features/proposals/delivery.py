"""Messages to customers on their way: written down and committed first, sent once, and what became of them."""

import datetime as dt
from collections.abc import Callable, Iterator
from smtplib import SMTPException, SMTPServerDisconnected

import structlog
from django.core.mail import EmailMessage
from django.db import transaction

from accounts.models import Business
from ai_features.models import CustomerMessage, Proposal
from ai_features.proposals import limits
from common import clock, errors, isolated_work, sms, whatsapp
from common.tenancy import Caller
from sales.models import CollectionNote, Customer

log = structlog.get_logger("ai_features.customer_messages")
Channel, Outcome, Status = CollectionNote.Channel, CollectionNote.Outcome, CustomerMessage.Status
GIVEN_UP_AFTER = dt.timedelta(minutes=15)
"""A message that is on its way for longer was sent by a process that died: nobody knows whether it left."""
MAY_BECOME = {
    Status.SENDING: (Status.SENT, Status.DELIVERED, Status.FAILED, Status.UNCERTAIN),
    Status.UNCERTAIN: (Status.SENT, Status.DELIVERED, Status.FAILED),
    Status.SENT: (Status.DELIVERED, Status.FAILED),
    Status.HANDED_OVER: (Status.FAILED,),
}
BEING_SENT, SENT = "Being sent.", "Sent."
UNSURE = "It is not known whether it left; it is not sent again."


class NotSent(Exception):
    """The network did not take it."""


class Uncertain(NotSent):
    """It may have been taken."""


def is_by_link(channel: str) -> bool:
    """Whether a person has to send it themselves: WhatsApp without Meta's settings."""
    return channel == Channel.WHATSAPP and not whatsapp.is_configured()


def write(caller: Caller, proposal: Proposal, *, by_link: bool) -> str:
    """The message and its line in the customer's log, in the caller's transaction; what is done with it.

    Raises `Conflict` when the shop has sent enough for today.
    """
    if not limits.count_one(proposal.business_id):
        raise errors.Conflict("No more messages can be sent today.")
    assert proposal.customer_id
    payload, now = proposal.payload, clock.now()
    note = CollectionNote.objects.create(
        business_id=proposal.business_id,
        customer_id=proposal.customer_id,
        channel=payload["channel"],
        outcome=Outcome.SENT,
        message_type=payload["message_type"],
        text=payload["text"],
        by_id=caller.membership_id,
        at=now,
    )
    CustomerMessage.objects.create(
        business_id=proposal.business_id,
        proposal=proposal,
        customer_id=proposal.customer_id,
        note=note,
        channel=payload["channel"],
        level=payload["message_type"],
        day=clock.today(),
        subject=payload["subject"],
        text=payload["text"],
        values=payload["values"],
        started_at=now,
        status=Status.HANDED_OVER if by_link else Status.SENDING,
    )
    return "Open the link and send it." if by_link else BEING_SENT


def deliver(proposal: Proposal) -> None:
    """Send the proposal's message, if it is still on its way. Outside any transaction; at most once."""
    message = CustomerMessage.objects.select_related("customer").get(proposal=proposal)
    if message.status != Status.SENDING:
        return
    try:
        if not limits.may_write(clock.now()):
            raise NotSent("It was too late in the day.")
        provider_id = _SENDERS[message.channel](message)
    except Uncertain as problem:
        _settle(message, Status.UNCERTAIN, f"{UNSURE} {problem}")
    except NotSent as problem:
        not_sent(message, str(problem))
    else:
        _settle(message, Status.SENT, "", provider_id=provider_id)


def not_sent(message: CustomerMessage, problem: str) -> None:
    """Say in both logs that it did not get there, and why."""
    _settle(message, Status.FAILED, problem)


def settle_left() -> Iterator[str]:
    """Give up messages whose sender died on the way; yields their ids."""
    before = clock.now() - GIVEN_UP_AFTER
    left = CustomerMessage.objects.filter(status=Status.SENDING, started_at__lte=before).order_by("pk")
    orders = Proposal.objects.filter(kind=Proposal.Kind.PURCHASE_ORDER, outcome=BEING_SENT, executed_at__lte=before)
    orders.update(outcome=UNSURE)
    return isolated_work.each(list(left), _give_up, name="customer_messages")


def _give_up(message: CustomerMessage) -> str:
    _settle(message, Status.UNCERTAIN, UNSURE)
    return str(message.pk)


@transaction.atomic
def _settle(message: CustomerMessage, status: CustomerMessage.Status, problem: str, *, provider_id: str = "") -> None:
    """What became of a message: on itself, its proposal and the customer's log."""
    row = CustomerMessage.objects.select_for_update(no_key=True).get(pk=message.pk)
    if status not in MAY_BECOME.get(Status(row.status), ()):
        return
    row.status, row.problem = status, problem[:250]
    row.provider_id = provider_id or row.provider_id
    row.sent_at = clock.now() if status == Status.SENT else row.sent_at
    row.delivered_at = clock.now() if status == Status.DELIVERED else row.delivered_at
    row.save(update_fields=["status", "problem", "provider_id", "sent_at", "delivered_at"])
    outcome = {Status.DELIVERED: Outcome.DELIVERED, Status.FAILED: Outcome.FAILED}.get(status, Outcome.SENT)
    CollectionNote.objects.filter(pk=row.note_id).update(outcome=outcome)
    said = {Status.SENT: SENT, Status.DELIVERED: "Delivered.", Status.FAILED: f"Not sent: {problem}"}.get(
        status, problem
    )
    Proposal.objects.filter(pk=row.proposal_id).update(outcome=said[:300])
    if problem:
        log.warning("customer_message", status=status, channel=row.channel, problem=problem)


def report(provider_id: str, status: CustomerMessage.Status, problem: str = "") -> bool:
    """A network tells what became of a message; whether we know it. Told again, or too late, it changes nothing."""
    message = CustomerMessage.objects.exclude(provider_id="").filter(provider_id=provider_id).first()
    if message is None:
        return False
    _settle(message, status, problem)
    return True


def _text(message: CustomerMessage) -> str:
    return _through(lambda: sms.gateway().send(message.customer.phone, message.text))


def _whatsapp(message: CustomerMessage) -> str:
    twi = message.proposal.payload["language"] == Customer.Language.TWI
    name = f"{message.level}_tw" if twi else message.level
    return _through(
        lambda: whatsapp.send_template(message.customer.phone, name=name, language="en", values=message.values)
    )


def _through(send: Callable[[], str]) -> str:
    try:
        return send()
    except (sms.SmsUncertain, whatsapp.WhatsAppUncertain) as problem:
        raise Uncertain(str(problem)) from problem
    except (sms.SmsNotSent, whatsapp.WhatsAppNotSent) as problem:
        raise NotSent(str(problem)) from problem


def _email(message: CustomerMessage) -> str:
    shop = Business.objects.get(pk=message.business_id)
    subject = message.subject.replace("\n", " ").replace("\r", " ")
    answers = [shop.email] if shop.email else None
    headers = {"List-Unsubscribe": f"<mailto:{shop.email}?subject=STOP>"} if shop.email else {}
    mail = EmailMessage(subject, message.text, None, [message.customer.email], reply_to=answers, headers=headers)
    try:
        mail.send()
    except (SMTPServerDisconnected, TimeoutError) as problem:
        raise Uncertain(type(problem).__name__) from problem
    except (SMTPException, OSError, ValueError) as problem:  # ValueError: an address that cannot be written
        raise NotSent(type(problem).__name__) from problem
    return ""


_SENDERS: dict[str, Callable[[CustomerMessage], str]] = {
    Channel.SMS: _text,
    Channel.WHATSAPP: _whatsapp,
    Channel.EMAIL: _email,
}
