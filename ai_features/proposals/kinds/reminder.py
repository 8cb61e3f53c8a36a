"""A reminder to one customer about what is overdue, by SMS, WhatsApp or email."""

import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from ai_features import engine
from ai_features.features.credit import collection_message
from ai_features.features.credit.message_templates import LADDER
from ai_features.models import CustomerMessage, Proposal
from ai_features.proposals import delivery, limits
from ai_features.proposals.kind import Facts, Kind, Payload, Wanted, keyed
from ai_features.proposals.owed import owed_by
from common import clock, errors, money
from common.phones import whatsapp_link
from common.tenancy import Caller
from sales import queries
from sales.models import CollectionNote, Customer

Channel = CollectionNote.Channel
CHANNELS: Final = (Channel.SMS, Channel.WHATSAPP, Channel.EMAIL)
SHOWN = {Channel.SMS: "SMS", Channel.WHATSAPP: "WhatsApp", Channel.EMAIL: "email"}
MOVED = {
    "consent": "The customer asked for no reminders, or is no longer listed.",
    "disputed": "The customer disputes an invoice.",
    "promised": "The customer promised to pay.",
    "plan": "The customer agreed on a payment plan.",
    "owed": "The customer has paid, or what is overdue has changed.",
    "told": "The customer was reminded or spoken to since.",
    "address": "The customer's number or address has changed.",
}


def propose(caller: Caller, inputs: Mapping[str, Any]) -> Wanted:
    """Worded by the feature that writes reminders, at its price. Raises what that raises, and `Conflict`."""
    customer: Customer = inputs["customer_id"]
    channel = Channel(inputs.get("channel") or own_channel(customer))
    facts = checked(caller.business_id, customer, channel)
    asked = {"message_type": "first_reminder", "tone": "professional_friendly", "include_payment_plan": False} | {
        name: inputs[name] for name in ("message_type", "tone", "language") if inputs.get(name)
    }
    answer = engine.run(collection_message.FEATURE, caller, {"customer_id": customer, **asked})
    if answer["message"] is None:
        raise errors.Conflict(answer["notices"][0])
    asked["message_type"] = answer["message_type"]
    values = collection_message.template_values(collection_message.gather(caller, {"customer_id": customer, **asked}))
    return _wanted(customer, channel, answer, values, facts)


def own_words(caller: Caller, customer: Customer, *, channel: str, level: str) -> Wanted:
    """The same in our own words, free: for cards and standing approvals. Raises `Conflict`."""
    via = Channel(channel or own_channel(customer))
    facts = checked(caller.business_id, customer, via)
    inputs = {
        "customer_id": customer,
        "message_type": level,
        "tone": "professional_friendly",
        "include_payment_plan": False,
    }
    found = collection_message.gather(caller, inputs)
    if found.nothing_to_report:
        raise errors.Conflict(found.nothing_to_report)
    ours = collection_message.offline(found)
    if found.used == "second_reminder":
        ours = ours.model_copy(update={"opening": "again"})  # which counts no days: it may leave tomorrow
    answer = collection_message.answer(found, collection_message.fill(found, ours)).model_dump(mode="json")
    values = collection_message.template_values(found)
    return _wanted(customer, via, answer, values, facts)


def own_channel(customer: Customer) -> Channel:
    """How a customer is written to when nobody says: by SMS, by email without a phone."""
    return Channel.SMS if customer.phone or not customer.email else Channel.EMAIL


def next_level(business_id: uuid.UUID, customer_id: uuid.UUID) -> str:
    """Which reminder comes next, by those sent since the oldest overdue invoice fell due."""
    since = owed_by(business_id, customer_id).oldest_due
    sent = limits.reminders(business_id, customer_id)
    if since:
        sent = sent.filter(at__gte=clock.start_of(since))
    types = set(sent.order_by().values_list("message_type", flat=True))
    if not types:
        return "first_reminder"
    return "final_notice" if "second_reminder" in types else "second_reminder"


def checked(business_id: uuid.UUID, customer: Customer, channel: Channel) -> Facts:
    """The facts, where nothing speaks against a reminder. Raises `Conflict`."""
    found = facts(business_id, {"customer_id": str(customer.pk), "channel": channel})
    if not found["consent"]:
        raise errors.Conflict("This customer asked for no written reminders: call or visit instead.")
    if not found["address"]:
        raise errors.Conflict(f"This customer has no {'email' if channel == Channel.EMAIL else 'phone number'}.")
    if found["promised"] or found["plan"]:
        raise errors.Conflict("This customer has promised to pay, or keeps to a payment plan.")
    if reason := limits.enough_said(business_id, customer.pk):
        raise errors.Conflict(reason)
    return found


def _wanted(
    customer: Customer, channel: Channel, answer: dict[str, Any], values: dict[str, str], facts: Facts
) -> Wanted:
    """`answer` as the feature that writes reminders gives it."""
    level, texts = answer["message_type"], answer["message"]
    total = sum((Decimal(amount) for _, amount in facts["owed"]), money.ZERO)
    text = {Channel.SMS: "sms_version", Channel.WHATSAPP: "whatsapp_version", Channel.EMAIL: "body"}[channel]
    called = LADDER[level].capitalize()
    return Wanted(
        kind=Proposal.Kind.REMINDER,
        key=key_of(customer.pk),
        summary=f"{called} to {{customer}} about {money.written(total)}, by {SHOWN[channel]}",
        payload={
            "customer_id": str(customer.pk),
            "channel": channel.value,
            "message_type": level,
            "language": answer["language"],
            "subject": texts["subject"][:200] if channel == Channel.EMAIL else "",
            "text": texts[text],
            "values": values if channel == Channel.WHATSAPP else {},
        },
        facts=facts,
        expires_at=limits.end_of_next_workday(clock.now()),
        amount=total,
        customer_id=customer.pk,
    )


def key_of(customer_id: uuid.UUID) -> str:
    """One reminder to a customer waits at a time."""
    return f"reminder:{customer_id}"


def lock(business_id: uuid.UUID, payload: Payload) -> None:
    """Every payment, promise, dispute and change of a customer goes through this lock."""
    Customer.objects.select_for_update(no_key=True).filter(business_id=business_id, pk=payload["customer_id"]).first()


def facts(business_id: uuid.UUID, payload: Payload) -> Facts:
    customer_id = uuid.UUID(payload["customer_id"])
    customer = Customer.objects.of(business_id).filter(pk=customer_id).first()
    owed = owed_by(business_id, customer_id)
    promised = queries.promises(business_id).filter(customer_id=customer_id, status="open")
    plans = queries.payment_plans(business_id).filter(customer_id=customer_id, status="active")
    last = CollectionNote.objects.of(business_id).filter(customer_id=customer_id).order_by("-at", "-pk").first()
    to = "" if customer is None else contact(customer, payload["channel"])
    return {
        "consent": customer is not None and customer.reminders_allowed and not customer.erased_at,
        "disputed": owed.disputed,
        "promised": [str(pk) for pk in promised.order_by("pk").values_list("pk", flat=True)],
        "plan": [str(pk) for pk in plans.order_by("pk").values_list("pk", flat=True)],
        "owed": owed.late,
        "told": str(last.pk) if last else "",
        "address": keyed(to),
    }


def contact(customer: Customer, channel: str) -> str:
    """Where a message by this channel goes."""
    return customer.email if channel == Channel.EMAIL else customer.phone


def waits(proposal: Proposal) -> str:
    if not limits.may_write(clock.now()):
        return "Customers are written to from 08:00 to 19:00, not on Sundays and holidays."
    return "No more messages can be sent today." if limits.is_full(proposal.business_id) else ""


def barred(proposal: Proposal) -> str:
    assert proposal.customer_id
    return limits.enough_said(proposal.business_id, proposal.customer_id)


def act(caller: Caller, proposal: Proposal) -> str:
    """Write the message and its line in the customer's log; it leaves when this is committed."""
    return delivery.write(caller, proposal, by_link=at_once(proposal.payload))


def at_once(payload: Payload) -> bool:
    """WhatsApp without the Cloud API is a link, which a person opens and sends."""
    return delivery.is_by_link(payload["channel"])


def link(proposal: Proposal) -> str | None:
    if proposal.customer is None or not at_once(proposal.payload):
        return None
    return whatsapp_link(proposal.customer.phone, proposal.payload["text"])


def take_back(caller: Caller, proposal: Proposal) -> None:
    delivery.not_sent(CustomerMessage.objects.get(proposal=proposal), "The link was not used.")


KIND = Kind(
    name=Proposal.Kind.REMINDER,
    needs=("customer_id",),
    propose=propose,
    lock=lock,
    facts=facts,
    moved=MOVED,
    act=act,
    waits=waits,
    barred=barred,
    waiting=lambda inputs: key_of(inputs["customer_id"].pk),
    deliver=delivery.deliver,
    at_once=at_once,
    take_back=take_back,
    link=link,
)
