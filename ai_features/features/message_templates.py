"""Our own wording of reminders, by kind and tone, in English and in Twi phrase templates."""

from typing import Final

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
_OPENINGS: Final = {
    "first_reminder": "Thank you for buying from us. This may have slipped your mind: {total} is still open with us, "
    "since {oldest_due}.",
    "second_reminder": "We wrote to you some time ago and have not yet heard from you. {total} is still open, and the "
    "oldest invoice is {oldest_late} overdue.",
    "final_notice": "We have written to you before about {total} which is still open with us. The oldest invoice, "
    "{oldest_invoice}, was due on {oldest_due}.",
    "payment_plan_offer": "Thank you for buying from us. {total} is still open, and we understand that business is "
    "not always easy. You may pay it in parts.",
}
_REQUESTS: Final = {
    "professional_friendly": "Kindly let us have it by {pay_by}. If you have already paid, please accept our thanks "
    "and tell us, so that we can put our books right.",
    "firm": "Please pay by {pay_by}, or call us before then to agree on a day. If you have already paid, please let "
    "us know.",
    "formal_legal": "We ask you to settle this amount by {pay_by}, or to let us know in writing before then when we "
    "may expect it. If you have already paid, please disregard this letter and let us know.",
}
_CLOSINGS: Final = {
    "professional_friendly": "If anything stands in the way, talk to us: we will find a way that suits us both.",
    "firm": "If you cannot pay all of it now, talk to us about paying in parts.",
    "formal_legal": "Should you question any invoice, please tell us which one and why, and we will look into it.",
}
_PLAN_REQUEST: Final = "Please tell us by {pay_by} whether this suits you, or what would."
_FINAL_CLOSING: Final = (
    "Until it is settled we can sell to you for cash only. We value your custom and would like to keep it: please "
    "call us if you need to pay in parts."
)
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


def offline_words(kind: str, tone: str, language: str, *, plan: bool) -> dict[str, str]:
    """Subject, body, sms and whatsapp of a kind and tone, with the slots of the message unfilled."""
    if language == "tw":
        return {
            "subject": _TWI_SUBJECTS[kind],
            "body": f"{_TWI_OPENINGS[kind]}\n\n{_TWI_REQUEST}",
            "sms": _TWI_SHORT,
            "whatsapp": _TWI_SHORT + (_TWI_SHORT_PLAN if plan else ""),
        }
    closing = _FINAL_CLOSING if kind == "final_notice" else _CLOSINGS[tone]
    request = _PLAN_REQUEST if kind == "payment_plan_offer" else _REQUESTS[tone]
    return {
        "subject": _SUBJECTS[kind],
        "body": f"{_OPENINGS[kind]}\n\n{request}\n\n{closing}",
        "sms": _SMS[kind],
        "whatsapp": _WHATSAPP[kind] + (_WHATSAPP_PLAN if plan else ""),
    }


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
