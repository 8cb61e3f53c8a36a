"""Receipts and statements on their way to customers who agreed: a text message, an email, or a WhatsApp link."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db import models

from accounts.models import Business
from common import errors, mail, phones, rates, sms
from common.tenancy import Caller
from sales import messages, queries, receipts
from sales.models import Customer, Sale


class Channel(models.TextChoices):
    SMS = "sms", "Text message"
    WHATSAPP = "whatsapp", "WhatsApp"
    EMAIL = "email", "Email"


@dataclass(frozen=True, slots=True)
class Sent:
    """What went where. `status`: `sent`; `unconfirmed`, where the gateway gave no answer; `link`, to be opened."""

    channel: str
    to: str
    status: str
    text: str
    whatsapp_link: str | None = None


@dataclass(frozen=True, slots=True)
class _Message:
    subject: str
    short: str
    full: str
    mail: str


def send_receipt(caller: Caller, sale_id: uuid.UUID, *, channel: str, to: str = "", agreed: bool = False) -> Sent:
    """Send a receipt to its customer, or `to` the number or address that was told at the counter.

    Only with consent: the customer's, or of this moment, `agreed`, which is kept where it is a customer's. Call it
    outside a transaction. Raises `NotFound`, `InvalidInput` naming `to` or `agreed`, or `Conflict`.
    """
    receipt = queries.receipt(caller.business_id, sale_id, storefront_id=caller.storefront_id)
    customer = Sale.objects.select_related("customer").get_or_404(caller.business_id, sale_id).customer
    address = _told(channel, to, agreed) if to else _known(channel, customer, agreed)
    subject = f"{receipt.title} {receipt.receipt_id} from {receipt.business.name}"
    short, full = messages.receipt_in_short(receipt), messages.receipt_in_full(receipt)
    return _send(caller, channel, address, _Message(subject, short, full, receipts.as_text(receipt)))


def send_statement(
    caller: Caller, customer_id: uuid.UUID, *, channel: str, first: dt.date, last: dt.date, agreed: bool = False
) -> Sent:
    """Send a customer their account from `first` to `last`, both included. Raises as `send_receipt`."""
    customer = queries.customer(caller.business_id, customer_id)
    address = _known(channel, customer, agreed)
    found = queries.statement(caller.business_id, customer.pk, start=first, end=last + dt.timedelta(days=1))
    shop = Business.objects.get(pk=caller.business_id).name
    short = messages.statement_in_short(shop, found, first, last)
    full = messages.statement_in_full(shop, found, first, last)
    return _send(caller, channel, address, _Message(f"Your account with {shop}", short, full, full))


def _known(channel: str, customer: Customer | None, agreed: bool) -> str:
    """The customer's own number or address; their consent is kept when it is new."""
    if customer is None:
        raise errors.InvalidInput.field("to", "Nobody is named on this sale; give the number or address.")
    if customer.erased_at:
        raise errors.Conflict("This customer's data was erased.")
    address = customer.email if channel == Channel.EMAIL else customer.phone
    if not address:
        what = "email address" if channel == Channel.EMAIL else "phone number"
        raise errors.InvalidInput.field("to", f"{customer.name} has no {what}.")
    if not customer.receipts_allowed:
        _require_consent(agreed)
        Customer.objects.of(customer.business_id).filter(pk=customer.pk).update(receipts_allowed=True)
    return address


def _told(channel: str, to: str, agreed: bool) -> str:
    _require_consent(agreed)
    if channel != Channel.EMAIL:
        return phones.e164(to, field="to")
    if "@" not in to:
        raise errors.InvalidInput.field("to", "This is no email address.")
    return to


def _require_consent(agreed: bool) -> None:
    if not agreed:
        raise errors.InvalidInput.field("agreed", "Send it only after the customer agreed, and say so.")


def _send(caller: Caller, channel: str, to: str, message: _Message) -> Sent:
    if channel == Channel.WHATSAPP:
        return Sent(channel, to, "link", message.full, phones.whatsapp_link(to, message.full))
    if not rates.allows(settings.ACCOUNT_RATES["customer_message"], "customer_message", str(caller.business_id)):
        raise errors.Conflict("Enough messages were sent for today; WhatsApp links still work.")
    if channel == Channel.SMS:
        return Sent(channel, to, _texted(to, message.short), message.short)
    shop = Business.objects.get(pk=caller.business_id)
    if not mail.is_mailed(message.subject, message.mail, to=to, answers_to=shop.email):
        raise errors.Conflict("The mail server did not accept the message; try again.")
    return Sent(channel, to, "sent", message.mail)


def _texted(phone: str, text: str) -> str:
    try:
        sms.gateway().send(phone, text)
    except sms.SmsUncertain:
        return "unconfirmed"
    except sms.SmsNotSent as problem:
        raise errors.Conflict("The SMS gateway did not accept the message; try again, or use WhatsApp.") from problem
    return "sent"
