"""When a customer will pay what is open: a date and an interval for each invoice, and how they pay in general."""

import datetime as dt
from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from ai_features.feature import Facts, Feature, Inputs, at_most, within
from ai_features.services.slots import SlotError, SlotId, Slots
from ai_features.shapes.credit import PaymentPrediction
from common import money
from common import shop_clock as clock
from common.tenancy import Caller
from reports import expected_payments, habits, ledger, profiles, workdays
from reports.expected_payments import Expected
from reports.habits import Pattern
from sales.models import Customer

DAY = 24 * 3600
MOST_WORDED = 20
REMIND_BEFORE_DAYS = 2


class PredictionInputs(serializers.Serializer[Any]):
    customer_id = serializers.UUIDField()


class PredictionFacts(Facts):
    """`expected` in the order of due dates; those with a date have the slots `i1`, `i2` … by their place."""

    customer_id: str
    name: str
    expected: list[Expected] = []
    pattern: Pattern
    remind_on: list[dt.date | None] = []


class InvoiceWords(BaseModel):
    invoice: SlotId
    prediction_reasoning: Annotated[str, within(260)]
    recommended_action: Annotated[str, within(120)]


class PredictionWords(BaseModel):
    invoices: Annotated[list[InvoiceWords], at_most(MOST_WORDED)]


PROMPT = """
Say when a customer of a shop is likely to pay. The dates are computed from how this customer, and where there is
little history the whole shop, have paid. For each invoice slot (i with a number) write one item: its id in "invoice";
"prediction_reasoning" of one or two sentences that gives the expected day and, from "data" and the slots, what it
rests on; "recommended_action" of one short sentence with the
day to remind on, or that no reminder is needed where there is none. Use only that invoice's slots and the
customer's. Never claim certainty: these are expectations.
"""


def gather(caller: Caller, inputs: Inputs) -> PredictionFacts:
    customer = Customer.objects.get_or_404(caller.business_id, inputs["customer_id"])
    book = ledger.book_to_collect(caller.business_id)
    invoices = profiles.open_invoices(caller.business_id, [customer.pk]).get(customer.pk, [])
    facts = PredictionFacts(
        slots=Slots(seed=str(caller.business_id)),
        customer_id=str(customer.pk),
        name=customer.name,
        pattern=habits.of_customer(book, customer.pk),
        expected=expected_payments.of_invoices(book, customer.pk, invoices),
    )
    facts.remind_on = [_reminder(each) for each in facts.expected]
    if not invoices:
        facts.nothing_to_report = "This customer has nothing open, so there is no payment to predict."
    elif all(each.day is None for each in facts.expected):
        facts.nothing_to_report = "There is no pattern to predict by."
    _add_slots(facts)
    return facts


def _reminder(expected: Expected) -> dt.date | None:
    """Two days before the expected day, on a day when one may write; None when it is expected before it is due.

    What is overdue and has no expected day is asked for at once.
    """
    tomorrow = clock.today() + dt.timedelta(days=1)
    if expected.day is None:
        return workdays.on_or_after(tomorrow) if expected.invoice.days_overdue > 0 else None
    if expected.day <= expected.invoice.due_on:
        return None
    return workdays.on_or_after(max(tomorrow, expected.day - dt.timedelta(days=REMIND_BEFORE_DAYS)))


def _add_slots(facts: PredictionFacts) -> None:
    slots, pattern = facts.slots, facts.pattern
    slots.person("customer", facts.name, key=facts.customer_id)
    if pattern.average_days_after_due is not None:
        slots.days("usual_delay", abs(pattern.average_days_after_due))
        slots.count("settled", pattern.settled, "settled invoice")
    facts.shown = {
        "usually": _usually(pattern),
        "consistency": pattern.consistency,
        "own_history": "enough" if pattern.settled >= habits.LEAST_OWN_PAYMENTS else "little: the shop's counts too",
    }
    for number, each in _worded(facts):
        mine = f"i{number}"
        slots.name(mine, each.invoice.number)
        slots.money(f"{mine}_open", each.invoice.open, of=mine)
        slots.date(f"{mine}_expected", _day(each.day), of=mine)
        slots.date(f"{mine}_early", _day(each.early), of=mine)
        slots.date(f"{mine}_late", _day(each.late), of=mine)
        if remind := facts.remind_on[number - 1]:
            slots.date(f"{mine}_remind", remind, of=mine)
        if each.invoice.days_overdue:
            slots.days(f"{mine}_overdue", each.invoice.days_overdue, of=mine)


def _worded(facts: PredictionFacts) -> list[tuple[int, Expected]]:
    """The invoices that have a date, with their place, as many as one call words."""
    dated = [(number, each) for number, each in enumerate(facts.expected, start=1) if each.day]
    return dated[:MOST_WORDED]


def _day(day: dt.date | None) -> dt.date:
    assert day is not None
    return day


def _usually(pattern: Pattern) -> str:
    delay = pattern.average_days_after_due
    return "" if delay is None else "early" if delay < 0 else "on the day" if delay == 0 else "late"


def offline(facts: PredictionFacts) -> PredictionWords:
    return PredictionWords(invoices=[_ours(facts, number, each) for number, each in _worded(facts)])


def _ours(facts: PredictionFacts, number: int, each: Expected) -> InvoiceWords:
    mine = f"i{number}"
    said = [f"{{{mine}}} is likely to be paid around {{{mine}_expected}},"]
    said.append(f"between {{{mine}_early}} and {{{mine}_late}}.")
    usual = {"early": "{usual_delay} before", "late": "{usual_delay} after", "on the day": "on"}
    if facts.pattern.settled >= habits.LEAST_OWN_PAYMENTS:
        when = usual[_usually(facts.pattern)]
        said.append(f"This customer pays {when} the due date on average, from {{settled}}.")
    else:
        said.append("There is little history, so how other customers pay counts too.")
    if each.invoice.days_overdue:
        said.append(f"It is {{{mine}_overdue}} overdue already, which is taken into account.")
    return InvoiceWords(
        invoice=mine,
        prediction_reasoning=" ".join(said),
        recommended_action=f"Send a friendly reminder on {{{mine}_remind}}."
        if facts.remind_on[number - 1]
        else "No reminder is needed: it is likely to come before it is due.",
    )


def fill(facts: PredictionFacts, words: PredictionWords) -> PredictionWords:
    """The model's item where it keeps the rules, ours where not. Raises `SlotError` when none is usable."""
    good: dict[str, InvoiceWords] = {}
    problems: list[str] = []
    for item in words.invoices:
        try:
            good.setdefault(item.invoice.strip("{} "), facts.fill(item))
        except SlotError as wrong:
            problems += wrong.problems
    ours = offline(facts)
    spare = {item.invoice: item for item in facts.trusting(ours).fill(ours).invoices}
    if spare and not set(spare) & set(good):
        raise SlotError(problems or ["no item names an invoice that was given"])
    return PredictionWords(invoices=[good.get(slot) or item for slot, item in spare.items()])


def answer(facts: PredictionFacts, words: PredictionWords) -> PaymentPrediction:
    written = {item.invoice: item for item in words.invoices}
    total = sum((each.invoice.open for each in facts.expected), money.ZERO)
    return PaymentPrediction.model_validate(
        {
            "customer": {
                "id": facts.customer_id,
                "name": facts.name,
                "outstanding_invoices": len(facts.expected),
                "total_due": money.plain(total),
            },
            "predictions": [
                _prediction(facts, number, each, written.get(f"i{number}"))
                for number, each in enumerate(facts.expected, start=1)
            ],
            "payment_pattern_analysis": _analysis(facts.pattern),
            "message": facts.nothing_to_report,
        }
    )


def _prediction(facts: PredictionFacts, number: int, each: Expected, words: InvoiceWords | None) -> dict[str, Any]:
    invoice, remind = each.invoice, facts.remind_on[number - 1]
    ours = "Call the customer and agree on a day." if remind else "Wait for the due date."
    why = words.prediction_reasoning if words else each.reason or "See the dates of this invoice."
    return {
        "invoice_id": invoice.number,
        "id": str(invoice.id),
        "amount": money.plain(invoice.open),
        "due_date": invoice.due_on,
        "days_overdue": invoice.days_overdue,
        "disputed": invoice.disputed,
        "predicted_payment_date": each.day,
        "interval": [each.early, each.late] if each.day else None,
        "confidence": each.confidence,
        "prediction_reasoning": why,
        "recommended_action": words.recommended_action if words else ours,
    }


def _analysis(pattern: Pattern) -> dict[str, Any]:
    cycle = f"Pays mostly at the {pattern.month_part} of the month" if pattern.month_part else None
    slow, quick = " and ".join(pattern.slow_months), " and ".join(pattern.quick_months)
    seasons = [f"slower in {slow}" if slow else "", f"faster in {quick}" if quick else ""]
    said = ", ".join(part for part in seasons if part)
    return {
        "average_payment_day_after_due": pattern.average_days_after_due,
        "payment_consistency": pattern.consistency,
        "preferred_payment_days": pattern.weekdays,
        "monthly_cash_flow_cycle": cycle,
        "seasonality": said[:1].upper() + said[1:] if said else None,
        "settled_invoices": pattern.settled,
    }


FEATURE = Feature(
    key="payment_prediction",
    title="When a customer will pay",
    path="credit/payment-prediction/<uuid:customer_id>/",
    methods=("GET",),
    inputs=PredictionInputs,
    gather=gather,
    prompt=PROMPT,
    words=PredictionWords,
    offline=offline,
    fill=fill,
    answer=answer,
    tier="cheap",
    cache_for=DAY,
    tokens_in=4000,
    tokens_out=3000,
)
