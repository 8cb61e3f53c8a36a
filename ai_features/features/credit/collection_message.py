"""A reminder to one customer about everything overdue: letter, SMS, WhatsApp, and when to write again."""

import datetime as dt
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from rest_framework import serializers

from accounts.models import Business
from ai_features.feature import Facts, Feature, Inputs
from ai_features.features.credit.message_templates import (
    LADDER,
    TWI_NOTE,
    Closing,
    Opening,
    Request,
    invoice_lines,
    letter,
    phrases,
    plan_lines,
    twi_letter,
    with_plan,
)
from ai_features.services.slots import SlotError, Slots
from ai_features.shapes.credit import CollectionMessage
from common import errors, money, phones
from common import shop_clock as clock
from common.api import TenantField
from common.tenancy import Caller
from reports import payment_plans, profiles, sms, workdays
from reports.payment_plans import Proposal
from reports.profiles import OpenInvoice
from sales.models import REMINDER_TYPES, CollectionNote, Customer

TYPES = REMINDER_TYPES
TONES = ("professional_friendly", "firm", "formal_legal")
STEPS = {
    "first_reminder": (5, 12, 21),
    "second_reminder": (4, 9, 16),
    "final_notice": (5, 7, 7),
    "payment_plan_offer": (4, 11, 20),
}
"""Days until the next reminder, the owner's own call, and the final notice."""
SINCE_DAYS = 180


class MessageInputs(serializers.Serializer[Any]):
    customer_id = TenantField(Customer)
    message_type = serializers.ChoiceField(TYPES, default="first_reminder")
    tone = serializers.ChoiceField(TONES, default="professional_friendly")
    language = serializers.ChoiceField(
        Customer.Language.choices, required=False, help_text="The customer's own when empty."
    )
    include_payment_plan = serializers.BooleanField(default=False)


class MessageFacts(Facts):
    """`used` is the kind of message that may be sent now, which may be milder than the one asked for."""

    customer_id: str
    phone: str
    asked: str
    used: str
    tone: str
    language: str
    formal_name: bool = False
    invoices: list[OpenInvoice] = []
    total: Decimal = money.ZERO
    plan: Proposal | None = None
    pay_by: dt.date | None = None
    shop_phone: str = ""
    notices: list[str] = []


class MessageWords(BaseModel):
    """Which of our phrases the letter is made of. No word to a customer is a model's own."""

    opening: Opening
    request: Request
    closing: Closing


class Message(BaseModel):
    """The letter without greeting, list of invoices and signature, and the short texts, complete."""

    subject: str
    body: str
    sms: str
    whatsapp: str


PROMPT = """
Choose the phrases of a reminder from a shop in Ghana to a customer about invoices that are overdue. "data" gives the
kind and tone of the letter, and for each part of the letter the phrases there are, by id. The slots say what is owed
and since when. Answer with one id for each part, such that the three read well together and suit the case: gentle
where little is owed or the delay is short, plain where it is long.
"""


def gather(caller: Caller, inputs: Inputs) -> MessageFacts:
    customer: Customer = inputs["customer_id"]
    if customer.erased_at:
        raise errors.InvalidInput.field(
            "customer_id", "This customer's personal data was removed; nobody can be written to."
        )
    language = inputs.get("language") or customer.language
    found = profiles.open_invoices(caller.business_id, [customer.pk]).get(customer.pk, [])
    late = [each for each in found if each.days_overdue > 0 and not each.disputed]
    used, notices = _permitted(caller, customer, inputs["message_type"])
    facts = MessageFacts(
        slots=Slots(language, seed=str(caller.business_id)),
        customer_id=str(customer.pk),
        phone=customer.phone,
        asked=inputs["message_type"],
        used=used,
        tone=inputs["tone"],
        language=language,
        invoices=late,
        notices=notices,
        templated=language == "tw",
        total=sum((each.open for each in late), money.ZERO),
    )
    if not late:
        facts.nothing_to_report = _nothing(found)
        return facts
    if inputs["include_payment_plan"] or used == "payment_plan_offer":
        facts.plan = payment_plans.propose(facts.total)
    _notices(facts, customer, found)
    _add_slots(facts, customer, Business.objects.get(pk=caller.business_id))
    return facts


def _permitted(caller: Caller, customer: Customer, asked: str) -> tuple[str, list[str]]:
    """A final notice only after earlier reminders, a second reminder only after a first."""
    since = clock.now() - dt.timedelta(days=SINCE_DAYS)
    notes = CollectionNote.objects.of(caller.business_id).filter(customer=customer, at__gte=since)
    notes = notes.exclude(outcome=CollectionNote.Outcome.FAILED)
    sent = set(notes.exclude(message_type="").order_by().values_list("message_type", flat=True))
    if asked == "final_notice" and "second_reminder" not in sent:
        milder = "second_reminder" if sent else "first_reminder"
        return milder, [f"No {LADDER[milder]} is on record, so this is one: a final notice comes after it."]
    return asked, []


def _nothing(found: list[OpenInvoice]) -> str:
    if any(each.disputed and each.days_overdue > 0 for each in found):
        return "What is overdue is in dispute; settle the dispute before sending a reminder."
    if found:
        return "Nothing of this customer's is overdue yet, so there is nothing to remind of."
    return "This customer owes nothing."


def _notices(facts: MessageFacts, customer: Customer, found: list[OpenInvoice]) -> None:
    if not customer.reminders_allowed:
        facts.notices.append("This customer asked for no written reminders: call or visit instead of sending this.")
    if not customer.phone:
        facts.notices.append("No phone number is recorded, so there is no WhatsApp link.")
    if any(each.disputed for each in found):
        facts.notices.append("Invoices in dispute are left out.")
    if facts.language == "tw":
        facts.notices.append(TWI_NOTE)


def _add_slots(facts: MessageFacts, customer: Customer, shop: Business) -> None:
    slots = facts.slots
    called = f"{customer.form_of_address} {customer.name}".strip()
    facts.pay_by = workdays.on_or_after(clock.today() + dt.timedelta(days=7))
    facts.shop_phone = shop.phone
    slots.person("customer", called, key=customer.pk)
    slots.name("shop", shop.name)
    slots.money("total", facts.total)
    slots.count("invoices", len(facts.invoices), "invoice")
    slots.name("oldest_invoice", facts.invoices[0].number)
    slots.date("oldest_due", facts.invoices[0].due_on)
    slots.days("oldest_late", facts.invoices[0].days_overdue)
    slots.date("pay_by", facts.pay_by)
    if facts.plan:
        slots.money("plan_now", facts.plan.down_payment)
        slots.money("plan_part", facts.plan.installment_amount)
        slots.count("plan_parts", facts.plan.installments, "weekly payment")
    facts.shown = {"kind": facts.used, "tone": facts.tone, "phrases": phrases(facts.used, facts.tone)}


def offline(facts: MessageFacts) -> MessageWords:
    first = {part: next(iter(choices)) for part, choices in phrases(facts.used, facts.tone).items()}
    return MessageWords.model_validate(first)


def fill(facts: MessageFacts, words: MessageWords) -> Message:
    """The chosen phrases with their slots filled in. Raises `SlotError` for one that is not of this kind and tone."""
    if not facts.invoices:
        return Message(subject="", body="", sms="", whatsapp="")
    texts = twi_letter(facts.used) if facts.language == "tw" else letter(facts.used, _chosen(facts, words))
    ours = Message(**(with_plan(texts, facts.language) if facts.plan else texts))
    filled: Message = facts.trusting(ours).fill(ours)
    return filled


def template_values(facts: MessageFacts) -> dict[str, str]:
    """What stands in the WhatsApp text by the id of its slot: the parameters of a template with the same text."""
    texts = twi_letter(facts.used) if facts.language == "tw" else letter(facts.used, [])
    text = (with_plan(texts, facts.language) if facts.plan else texts)["whatsapp"]
    return {slot.id: slot.written for slot in facts.slots if f"{{{slot.id}}}" in text}


def _chosen(facts: MessageFacts, words: MessageWords) -> list[str]:
    offered, chosen = phrases(facts.used, facts.tone), words.model_dump()
    if wrong := [part for part, choices in offered.items() if chosen[part] not in choices]:
        raise SlotError([f"that {part} is not among the phrases of this letter" for part in wrong])
    return [choices[chosen[part]] for part, choices in offered.items()]


def answer(facts: MessageFacts, words: Message) -> CollectionMessage:
    answered = {
        "customer": {"id": facts.customer_id},
        "message_type": facts.used,
        "message_type_requested": facts.asked,
        "language": facts.language,
        "notices": facts.notices,
        "total_overdue": money.plain(facts.total),
    }
    written = _written(facts, words) if facts.invoices else _nothing_owed(facts)
    return CollectionMessage.model_validate({**answered, **written})


def _nothing_owed(facts: MessageFacts) -> dict[str, Any]:
    return {
        "message": None,
        "notices": [facts.nothing_to_report],
        "cultural_notes": [],
        "sms_segments": 0,
        "whatsapp_link": None,
    }


def _written(facts: MessageFacts, words: Message) -> dict[str, Any]:
    text = sms.plain(words.sms)
    return {
        "message": {
            "subject": words.subject,
            "body": _letter(facts, words.body),
            "sms_version": text,
            "whatsapp_version": words.whatsapp,
            "follow_up_schedule": _schedule(facts.used),
        },
        "cultural_notes": _cultural_notes(facts),
        "sms_segments": sms.segments(text),
        "whatsapp_link": phones.whatsapp_link(facts.phone, words.whatsapp),
        "invoices": [_invoice(each) for each in facts.invoices],
        "payment_plan": facts.plan and _payment_plan(facts.plan),
        "reviewed_translation": facts.language != "tw",
    }


def _invoice(invoice: OpenInvoice) -> dict[str, Any]:
    return {
        "invoice_id": invoice.number,
        "amount": money.plain(invoice.open),
        "due_date": invoice.due_on,
        "days_overdue": invoice.days_overdue,
    }


def _payment_plan(plan: Proposal) -> dict[str, Any]:
    return {
        "down_payment": money.number(plan.down_payment),
        "installments": plan.installments,
        "installment_amount": money.number(plan.installment_amount),
        "frequency": "weekly",
    }


def _letter(facts: MessageFacts, body: str) -> str:
    """Greeting, the words, the invoices, the plan and the signature."""
    twi = facts.language == "tw"
    around = ("{customer}, maakye.", "Yɛda wo ase,\n{shop}") if twi else ("Dear {customer},", "Kind regards,\n{shop}")
    greeting, close = (facts.slots.fill(text, said=(text,)) for text in around)
    parts = [greeting, body, invoice_lines(facts.invoices, facts.language)]
    if facts.plan:
        parts.append(plan_lines(facts.plan, facts.language))
    return "\n\n".join([*parts, "\n".join(part for part in (close, facts.shop_phone) if part)])


def _schedule(used: str) -> dict[str, dt.date]:
    """When to write again, never on a Sunday or a public holiday."""
    again, escalate, final = (workdays.on_or_after(clock.today() + dt.timedelta(days=days)) for days in STEPS[used])
    return {"next_reminder": again, "escalation_date": escalate, "final_notice_date": final}


def _cultural_notes(facts: MessageFacts) -> list[str]:
    notes = ["Greets and thanks first, as custom asks, and assumes good faith."]
    if facts.plan:
        notes.append("Offers part payment, which lets the customer keep face.")
    if facts.used == "final_notice":
        notes.append("Clear about the date without a threat; hand it over in person where you can.")
    notes.append("Speaks of the debt to the customer alone: send it to no group and no third person.")
    if facts.language == "tw":
        notes.append("Read the Twi before you send it: these phrases wait for a native speaker's review.")
    return notes


FEATURE = Feature(
    key="collection_message",
    title="Write a reminder to a customer",
    path="collections/message/",
    aliases=("credit/communication/",),
    inputs=MessageInputs,
    gather=gather,
    prompt=PROMPT,
    words=MessageWords,
    offline=offline,
    fill=fill,
    answer=answer,
    tier="cheap",
    cache_for=0,
    tokens_out=100,
    version=2,
)
