"""Messages to a business: written once for each channel it chose, then sent, again and again until they are."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterator
from smtplib import SMTPException

import structlog
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from accounts.models import Business, Membership
from ai_features.models import AIUsageAlert, BusinessAICredits, Message, NotificationChannels
from common import clock, isolated_work, sms
from common.tenancy import Role

log = structlog.get_logger("ai_features.messages")
Channel = Message.Channel
Status = Message.Status
AGAIN_AFTER = [dt.timedelta(minutes=m) for m in (5, 30, 120, 360, 1440)]  # after so many attempts; then given up

FIRST_HOUR, LAST_HOUR = 8, 19  # the hours in which senders in Ghana may text
DOWN_AFTER = 5  # failures in a row after which a channel waits for the next run


class NotSent(Exception):
    """A message could not be sent; the text says why, without the address."""


@transaction.atomic
def queue(business_id: uuid.UUID, *, key: str, subject: str, text: str, alert: AIUsageAlert | None = None) -> bool:
    """Write a message for each channel of the business; the same `key` writes none twice. Whether any was written."""
    chosen = channels(business_id)
    wanted = [channel for channel, on in ((Channel.EMAIL, chosen.email), (Channel.SMS, chosen.sms)) if on]
    written = [
        Message.objects.get_or_create(
            business_id=business_id,
            channel=channel,
            key=key,
            defaults={"subject": subject, "text": text, "alert": alert, "next_attempt_at": clock.now()},
        )[1]
        for channel in wanted
    ]
    return any(written)


def channels(business_id: uuid.UUID) -> NotificationChannels:
    """The business's choice, or the default: email, no SMS."""
    found = NotificationChannels.objects.of(business_id).first()
    return found or NotificationChannels(business_id=business_id)


def send_waiting() -> Iterator[tuple[str, str]]:
    """Send what is due, each message by one worker: (channel, status). A channel that is down is left alone.

    Emails go at any hour, text messages in the hours of the day alone.
    """
    failures = Counter[str]()

    def send(message: Message) -> tuple[str, str] | None:
        if failures[message.channel] >= DOWN_AFTER or not _claimed(message):
            return None
        if _is_over(message):
            return message.channel, _give_up(message)
        status = _send(message)
        failures[message.channel] = 0 if status == Status.SENT else failures[message.channel] + 1
        return message.channel, status

    now = clock.now()
    due = Message.objects.filter(status=Status.WAITING, next_attempt_at__lte=now)
    if not may_ring(now):
        due = due.exclude(channel=Channel.SMS)
    return isolated_work.each(list(due.order_by("next_attempt_at")), send, name="messages")


def may_ring(moment: dt.datetime) -> bool:
    """Whether a text message may ring at `moment`: from 08:00 until, not at, 19:00 in Accra, every day."""
    return FIRST_HOUR <= moment.astimezone(clock.ACCRA).hour < LAST_HOUR


def _claimed(message: Message) -> bool:
    """Take the next attempt, which only one worker can; should it die, the message is tried again later."""
    message.attempts += 1
    later = AGAIN_AFTER[min(message.attempts, len(AGAIN_AFTER)) - 1]
    mine = Message.objects.filter(pk=message.pk, status=Status.WAITING, attempts=message.attempts - 1)
    return bool(mine.update(attempts=message.attempts, next_attempt_at=clock.now() + later))


def _send(message: Message) -> str:
    try:
        _hand_over(message)
    except NotSent as problem:
        last = message.attempts > len(AGAIN_AFTER)
        message.status = Status.GIVEN_UP if last else Status.WAITING
        message.problem = str(problem)[:250]
        log.warning("message_not_sent", channel=message.channel, attempts=message.attempts, problem=message.problem)
    else:
        message.status, message.sent_at, message.problem = Status.SENT, clock.now(), ""
    message.save(update_fields=["status", "sent_at", "problem"])
    if message.status == Status.SENT and message.alert_id:
        AIUsageAlert.objects.filter(pk=message.alert_id, sent_at=None).update(sent_at=message.sent_at)
    return message.status


def _is_over(message: Message) -> bool:
    """Whether a message that had to wait speaks of a balance that has been topped up since."""
    kind = message.alert.alert_type if message.alert else ""
    account = BusinessAICredits.objects.filter(pk=message.business_id).first()
    if account is None or kind not in (AIUsageAlert.Type.LOW_BALANCE, AIUsageAlert.Type.DEPLETED):
        return False
    return not account.is_low if kind == AIUsageAlert.Type.LOW_BALANCE else account.balance > 0


def _give_up(message: Message) -> str:
    message.status, message.problem = Status.GIVEN_UP, "The balance was topped up before it was sent."
    message.save(update_fields=["status", "problem"])
    return message.status


def _hand_over(message: Message) -> None:
    chosen = channels(message.business_id)
    try:
        if message.channel == Channel.EMAIL:
            to = _email(chosen)
            send_mail(message.subject, message.text, settings.DEFAULT_FROM_EMAIL, [to])
        else:
            sms.gateway().send(_phone(chosen), message.text)
    except (SMTPException, OSError, ValueError, sms.SmsNotSent) as problem:  # ValueError: an address or subject
        raise NotSent(f"{type(problem).__name__}: {problem}") from problem


def _email(chosen: NotificationChannels) -> str:
    business = Business.objects.get(pk=chosen.business_id)
    owner = _owner(business)
    found = chosen.email_to or business.email or (owner.user.email if owner and owner.user else "")
    if not found:
        raise NotSent("The business has no email address.")
    return found


def _phone(chosen: NotificationChannels) -> str:
    business = Business.objects.get(pk=chosen.business_id)
    owner = _owner(business)
    found = chosen.phone or business.phone or (owner.user.phone if owner and owner.user else "")
    if not found:
        raise NotSent("The business has no phone number.")
    return found


def _owner(business: Business) -> Membership | None:
    owners = Membership.objects.of(business.pk).filter(role=Role.OWNER, is_active=True)
    return owners.select_related("user").order_by("created_at").first()
