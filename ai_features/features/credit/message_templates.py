"""Our own wording of reminders, by kind and tone, in English and in Twi phrase templates."""

from typing import Any, Final, Literal

from ai_features.services.slots.written import date
from common import money
from reports.payment_plans import Proposal
from reports.profiles import OpenInvoice

LADDER: Final = {
    "first_reminder": "first reminder",
    "second_reminder": "second reminder",
    "final_notice": "final notice",
    "payment_plan_offer": "offer of a payment plan",
}
TWI_NOTE: Final = "The Twi phrases have not been reviewed by a native speaker yet: read them before sending."

_SUBJECTS: Final = {
    "first_reminder": "A friendly reminder from {shop}: invoice {oldest_invoice}",
    "second_reminder": "Second reminder from {shop}: {total} overdue",
    "final_notice": "Final notice from {shop}: {total} overdue",
    "payment_plan_offer": "Paying {total} in parts: an offer from {shop}",
}
Opening = Literal[
    "oversight", "valued", "busy", "not_heard", "again", "written_before", "last_reminder", "in_parts", "slow_trade"
]
Request = Literal["kindly", "please_or_call", "by_the_day", "tell_us", "settle", "in_writing", "suits_you"]
Closing = Literal["find_a_way", "thanks", "in_parts", "call_us", "questions", "look_into_it", "cash_only"]

_OPENINGS: Final[dict[str, dict[Opening, str]]] = {
    "first_reminder": {
        "oversight": "Thank you for buying from us. This may have slipped your mind: {total} is still open with us, "
        "since {oldest_due}.",
        "valued": "Thank you for your custom, which we value. Going through our books we found {total} still open, "
        "since {oldest_due}.",
        "busy": "We know that you are busy, so here is a short reminder: {total} is still open with us, since "
        "{oldest_due}.",
    },
    "second_reminder": {
        "not_heard": "We wrote to you some time ago and have not yet heard from you. {total} is still open, and the "
        "oldest invoice is {oldest_late} overdue.",
        "again": "We are writing to you again about {total}, which is still open with us. The oldest invoice, "
        "{oldest_invoice}, was due on {oldest_due}.",
    },
    "final_notice": {
        "written_before": "We have written to you before about {total} which is still open with us. The oldest "
        "invoice, {oldest_invoice}, was due on {oldest_due}.",
        "last_reminder": "This is our last reminder about {total}. The oldest invoice, {oldest_invoice}, has been "
        "open since {oldest_due}.",
    },
    "payment_plan_offer": {
        "in_parts": "Thank you for buying from us. {total} is still open, and we understand that business is not "
        "always easy. You may pay it in parts.",
        "slow_trade": "We know that trade is slow at times. {total} is still open with us, and you may pay it in "
        "parts.",
    },
}
_REQUESTS: Final[dict[str, dict[Request, str]]] = {
    "professional_friendly": {
        "kindly": "Kindly let us have it by {pay_by}. If you have already paid, please accept our thanks and tell us, "
        "so that we can put our books right.",
        "please_or_call": "Could you please pay by {pay_by}, or call us and name a day that suits you? If you have "
        "already paid, thank you, and please tell us.",
    },
    "firm": {
        "by_the_day": "Please pay by {pay_by}, or call us before then to agree on a day. If you have already paid, "
        "please let us know.",
        "tell_us": "We expect your payment by {pay_by}. If that day is not possible, tell us before then which is. If "
        "you have already paid, please let us know.",
    },
    "formal_legal": {
        "settle": "We ask you to settle this amount by {pay_by}, or to let us know in writing before then when we may "
        "expect it. If you have already paid, please disregard this letter and let us know.",
        "in_writing": "Kindly settle the amount by {pay_by}, or confirm in writing the day on which you will. If you "
        "have already paid, please disregard this letter and let us know.",
    },
}
_PLAN_REQUESTS: Final[dict[Request, str]] = {
    "suits_you": "Please tell us by {pay_by} whether this suits you, or what would.",
}
_CLOSINGS: Final[dict[str, dict[Closing, str]]] = {
    "professional_friendly": {
        "find_a_way": "If anything stands in the way, talk to us: we will find a way that suits us both.",
        "thanks": "Thank you for your custom. We look forward to serving you again.",
    },
    "firm": {
        "in_parts": "If you cannot pay all of it now, talk to us about paying in parts.",
        "call_us": "If something is not in order, call us and we will put it right.",
    },
    "formal_legal": {
        "questions": "Should you question any invoice, please tell us which one and why, and we will look into it.",
        "look_into_it": "If any of these invoices is not as agreed, please tell us in writing, and we will look into "
        "it.",
    },
}
_FINAL_CLOSINGS: Final[dict[Closing, str]] = {
    "cash_only": "Until it is settled we can sell to you for cash only. We value your custom and would like to keep "
    "it: please call us if you need to pay in parts.",
}
_SMS: Final = {
    "first_reminder": "Dear {customer}, a kind reminder: {total} is overdue ({oldest_invoice}). Please pay by {pay_by} "
    "or call us. Thank you. {shop}",
    "second_reminder": "Dear {customer}, {total} is still overdue ({oldest_invoice}). Kindly pay by {pay_by} or call "
    "us to agree on a day. {shop}",
    "final_notice": "Dear {customer}, final notice: {total} is overdue. Kindly pay by {pay_by} or call us today. "
    "{shop}",
    "payment_plan_offer": "Dear {customer}, {total} is overdue. You may pay in parts: please call us by {pay_by}. "
    "Thank you. {shop}",
}
_WHATSAPP: Final = {
    "first_reminder": "Hello {customer},\n\nA friendly reminder from {shop}: {total} is overdue, the oldest invoice "
    "being {oldest_invoice} of {oldest_due}.\n\nKindly pay by {pay_by}, or tell us when suits you. Thank you!",
    "second_reminder": "Hello {customer},\n\n{shop} here again: {total} is still overdue ({oldest_invoice}, due "
    "{oldest_due}).\n\nPlease pay by {pay_by}, or call us so that we can agree on a day. Thank you.",
    "final_notice": "Hello {customer},\n\nThis is a final notice from {shop} about {total}, overdue since "
    "{oldest_due}.\n\nKindly pay by {pay_by}, or call us today. We would like to keep serving you.",
    "payment_plan_offer": "Hello {customer},\n\n{shop} here about {total}, which is overdue. If it helps, you may pay "
    "in parts.\n\nPlease answer by {pay_by} and we will agree on the days. Thank you!",
}
_WHATSAPP_PLAN: Final = "\n\nWe suggest {plan_now} now and the rest in {plan_parts} of {plan_part}."

_TWI_SUBJECTS: Final = {
    "first_reminder": "Nkaeɛ a ɛfiri {shop}: {oldest_invoice}",
    "second_reminder": "Nkaeɛ foforɔ a ɛfiri {shop}: {total}",
    "final_notice": "Nkaeɛ a ɛtwa toɔ a ɛfiri {shop}: {total}",
    "payment_plan_offer": "Sɛdeɛ wobɛtua {total} nkakrankakra: {shop}",
}
_TWI_OPENINGS: Final = {
    "first_reminder": "Yɛda wo ase sɛ woto yɛn nneɛma. Wo ka a aka yɛ {total} ({oldest_invoice}).",
    "second_reminder": "Yɛakae wo dada. Wo ka a aka da so yɛ {total} ({oldest_invoice}).",
    "final_notice": "Yɛakae wo mpɛn pii. Wo ka a aka yɛ {total}. Yei ne nkaeɛ a ɛtwa toɔ.",
    "payment_plan_offer": "Wo ka a aka yɛ {total}. Wobɛtumi atua no nkakrankakra.",
}
_TWI_REQUEST: Final = (
    "Mepa wo kyɛw, tua ma yɛn ansa na {pay_by} aduru. Sɛ woatua dada a, yɛda wo ase; mepa wo kyɛw ka kyerɛ yɛn. Sɛ "
    "biribi si wo kwan a, frɛ yɛn na yɛnkasa ho."
)
_TWI_SHORT: Final = (
    "Maakye {customer}. Yɛfiri {shop}. Mepa wo kyɛw, wo ka a aka yɛ {total} ({oldest_invoice}). Yɛsrɛ wo, tua ma yɛn "
    "ansa na {pay_by} aduru. Yɛda wo ase."
)
_TWI_SHORT_PLAN: Final = " Wobɛtumi atua {plan_now} seesei, na nkaeɛ no {plan_parts}, biara {plan_part}."


def phrases(kind: str, tone: str) -> dict[str, dict[Any, str]]:
    """What may be chosen for a letter of this kind and tone: for each of its parts the phrases by id, ours first."""
    return {
        "opening": _OPENINGS[kind],
        "request": _PLAN_REQUESTS if kind == "payment_plan_offer" else _REQUESTS[tone],
        "closing": _FINAL_CLOSINGS if kind == "final_notice" else _CLOSINGS[tone],
    }


def letter(kind: str, chosen: list[str]) -> dict[str, str]:
    """Subject, body, sms and whatsapp in English, from the chosen phrases, with the slots unfilled."""
    return {
        "subject": _SUBJECTS[kind],
        "body": "\n\n".join(chosen),
        "sms": _SMS[kind],
        "whatsapp": _WHATSAPP[kind],
    }


def twi_letter(kind: str) -> dict[str, str]:
    """The same in Twi."""
    return {
        "subject": _TWI_SUBJECTS[kind],
        "body": f"{_TWI_OPENINGS[kind]}\n\n{_TWI_REQUEST}",
        "sms": _TWI_SHORT,
        "whatsapp": _TWI_SHORT,
    }


def with_plan(texts: dict[str, str], language: str) -> dict[str, str]:
    """The texts with the payment plan told in the longer of the short ones."""
    return texts | {"whatsapp": texts["whatsapp"] + (_TWI_SHORT_PLAN if language == "tw" else _WHATSAPP_PLAN)}


def invoice_lines(invoices: list[OpenInvoice], language: str) -> str:
    """Every overdue invoice with what is open of it and when it was due."""
    due = "ɛsɛ sɛ wotua" if language == "tw" else "due"
    return "\n".join(
        f"- {each.number}: {money.written(each.open)}, {due} {date(each.due_on, language)}" for each in invoices
    )


def plan_lines(plan: Proposal, language: str) -> str:
    """The parts of a payment plan, which add up to what is owed."""
    now, part = money.written(plan.down_payment), money.written(plan.installment_amount)
    if language == "tw":
        return f"Tua {now} seesei, na afei {part} dapɛn biara, mpɛn {plan.installments}."
    return f"We suggest: {now} now, then {part} a week for {plan.installments} weeks."
