"""Whom to ask for money first: everyone overdue ranked by rule, the top of the list worded in one model call."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from accounts.models import Storefront
from ai_features.feature import Facts, Feature, Inputs, at_most
from ai_features.features.credit.collection_words import (
    Approach,
    Case,
    CaseWords,
    Likelihood,
    case_words,
    only_own,
    without_threats,
)
from ai_features.services.slots import SlotError, Slots
from ai_features.shapes.credit import CollectionPriority
from common import money
from common import shop_clock as clock
from common.api import TenantField
from common.tenancy import Caller
from reports import collecting, days_late, habits, names, payment_plans, profiles, workdays
from reports.collecting import CallList, Debtor
from reports.profiles import NO_PURCHASES
from sales.models import Customer

TOP = 15
HOUR = 3600


class PriorityInputs(serializers.Serializer[Any]):
    overdue_only = serializers.BooleanField(
        default=True, help_text="False includes open invoices that are not due yet."
    )
    min_amount = serializers.DecimalField(max_digits=14, decimal_places=2, min_value=Decimal(0), default=Decimal(0))
    storefront_id = TenantField(Storefront, required=False)


class PriorityFacts(Facts):
    cases: list[Case] = []
    summary: dict[str, Any] = {}
    strategic: dict[str, Any] = {}
    not_asked: list[dict[str, Any]] = []


class PriorityWords(BaseModel):
    cases: Annotated[list[CaseWords], at_most(TOP)]


PROMPT = """
Help the owner of a shop to collect what customers owe. The order and every judgement are made; "data" gives for each
customer the urgency, how likely payment is, the approach to take, and what is known. For each customer write one
item: the id of the customer's slot in "customer"; "reasoning" of one or two sentences on why this customer is here
and how to take it; two to four short "talking_points"; two or three "next_steps" in the order to do them.
Use only slots that belong to that customer. Courteous and respectful: relationships last longer than debts.
Never a threat, never shame, nothing to third persons, no legal steps.
"""


def gather(caller: Caller, inputs: Inputs) -> PriorityFacts:
    storefront = inputs.get("storefront_id")
    found = collecting.call_list(
        caller.business_id,
        storefront_id=storefront.pk if storefront else None,
        min_amount=inputs["min_amount"],
        overdue_only=inputs["overdue_only"],
    )
    facts = PriorityFacts(slots=Slots(seed=str(caller.business_id)), shown={"customers": {}})
    if not found.debtors and not found.left_alone:
        facts.nothing_to_report = "Nobody is overdue. There is nobody to ask for money today."
    facts.cases = _cases(caller, found, storefront.pk if storefront else None)
    facts.summary = _summary(found, facts.cases)
    facts.strategic = _strategic(caller, found)
    left = names.customers(caller.business_id, [each.customer_id for each in found.left_alone[:TOP]])
    facts.not_asked = [
        {
            "customer": {"id": str(each.customer_id), "name": left[each.customer_id].name},
            "overdue_amount": money.plain(each.overdue),
            "reason": each.reason,
            "until": each.until,
        }
        for each in found.left_alone[:TOP]
    ]
    for case in facts.cases:
        _add_slots(facts, case)
    return facts


def _cases(caller: Caller, found: CallList, storefront_id: Any) -> list[Case]:
    top = found.debtors[:TOP]
    ids = [each.customer_id for each in top]
    people = names.customers(caller.business_id, ids)
    invoices = profiles.open_invoices(caller.business_id, ids, storefront_id=storefront_id)
    bought = profiles.purchases(caller.business_id, ids)
    return [
        _case(f"c{place}", each, people[each.customer_id]).model_copy(
            update={
                "invoice": next((one.number for one in invoices[each.customer_id] if not one.disputed), ""),
                "purchases": bought.get(each.customer_id, NO_PURCHASES),
                "paying": profiles.paying(found.book, each.customer_id),
            }
        )
        for place, each in enumerate(top, start=1)
    ]


def _case(slot: str, debtor: Debtor, customer: Customer) -> Case:
    likelihood = _likelihood(debtor)
    wants_plan = debtor.days_overdue >= 15 or likelihood != "HIGH"
    return Case(
        slot=slot,
        id=str(debtor.customer_id),
        name=customer.name,
        debtor=debtor,
        credit_limit=customer.credit_limit,
        likelihood=likelihood,
        approach=_approach(debtor, likelihood),
        contact_today=debtor.urgency in ("CRITICAL", "HIGH") and workdays.is_workday(clock.today()),
        plan=payment_plans.propose(debtor.collectable) if wants_plan else None,
    )


def _likelihood(debtor: Debtor) -> Likelihood:
    chance = 1 - debtor.unpaid_in_30_days
    return "HIGH" if chance >= 0.6 else "MEDIUM" if chance >= 0.3 else "LOW"


def _approach(debtor: Debtor, likelihood: Likelihood) -> Approach:
    """Formal only after an earlier contact."""
    grave = debtor.days_overdue > 60 or (debtor.broken_promise and debtor.days_overdue > 30)
    if grave and debtor.last_contact is not None:
        return "ESCALATE_TO_FORMAL"
    firm = debtor.days_overdue >= 15 or debtor.broken_promise or likelihood == "LOW"
    return "FIRM_BUT_PROFESSIONAL" if firm else "FRIENDLY"


def _add_slots(facts: PriorityFacts, case: Case) -> None:
    slots, mine, debtor = facts.slots, case.slot, case.debtor
    slots.person(mine, case.name, key=case.id)
    slots.money(f"{mine}_owes", debtor.collectable, of=mine)
    slots.days(f"{mine}_late", debtor.days_overdue, of=mine)
    if case.invoice:
        slots.name(f"{mine}_invoice", case.invoice, of=mine)
    if case.paying.days_to_pay is not None:
        slots.days(f"{mine}_usual", case.paying.days_to_pay, of=mine)
    if debtor.last_contact:
        slots.date(f"{mine}_contacted", debtor.last_contact, of=mine)
    if case.plan:
        slots.money(f"{mine}_plan_now", case.plan.down_payment, of=mine)
        slots.money(f"{mine}_plan_part", case.plan.installment_amount, of=mine)
        slots.count(f"{mine}_plan_parts", case.plan.installments, "weekly payment", of=mine)
    facts.shown["customers"][mine] = {
        "urgency": debtor.urgency,
        "payment_likely": case.likelihood,
        "approach": case.approach,
        "broke_a_promise": debtor.broken_promise,
        "buying": case.purchases.frequency,
        "has_history": case.paying.settled > 2,
        "usually_pays_late": case.paying.paid_late * 2 > case.paying.settled,
        "contact_today": case.contact_today,
    }


def _summary(found: CallList, cases: list[Case]) -> dict[str, Any]:
    overdue = [each for each in found.debtors if each.overdue] + [each for each in found.left_alone if each.overdue]
    return {
        "total_overdue_customers": len(overdue),
        "total_overdue_amount": money.plain(found.overdue),
        "prioritized_count": len(cases),
        "prioritized_amount": money.plain(sum((case.debtor.collectable for case in cases), money.ZERO)),
        "potential_recovery_30_days": money.plain(sum((case.debtor.expected_in_30_days for case in cases), money.ZERO)),
        "as_of": found.as_of,
    }


def _strategic(caller: Caller, found: CallList) -> dict[str, Any]:
    shop = habits.of_shop(caller.business_id)
    days, plans = days_late.average_days_late(found.book), days_late.plan_success(caller.business_id)
    return {
        "best_collection_days": shop.days,
        "best_contact_times": shop.times,
        "average_recovery_time": None if days is None else f"{days} days",
        "success_rate_with_payment_plans": None if plans is None else f"{plans}%",
    }


def offline(facts: PriorityFacts) -> PriorityWords:
    return PriorityWords(cases=[CaseWords(**case_words(facts.slots, case)) for case in facts.cases])


def fill(facts: PriorityFacts, words: PriorityWords) -> PriorityWords:
    """The model's item where it keeps the rules and to its own customer, ours where it does not.

    Raises `SlotError` when no item is usable, so that the model is asked once more.
    """
    good: dict[str, CaseWords] = {}
    problems: list[str] = []
    for item in words.cases:
        slot = item.customer.strip("{} ")
        try:
            only_own(item, slot)
            without_threats(item)
            good.setdefault(slot, facts.fill(item))
        except SlotError as wrong:
            problems += wrong.problems
    wanted = {case.slot for case in facts.cases}
    if wanted and not wanted & set(good):
        raise SlotError(problems or ["no item names a customer that was given"])
    ours = offline(facts)
    spare = {item.customer: item for item in facts.trusting(ours).fill(ours).cases}
    return PriorityWords(cases=[good.get(case.slot) or spare[case.slot] for case in facts.cases])


def answer(facts: PriorityFacts, words: PriorityWords) -> CollectionPriority:
    written = {item.customer: item for item in words.cases}
    return CollectionPriority.model_validate(
        {
            "summary": facts.summary,
            "priority_list": [_entry(rank, case, written[case.slot]) for rank, case in enumerate(facts.cases, start=1)],
            "not_asked_today": facts.not_asked,
            "strategic_insights": facts.strategic,
            "message": facts.nothing_to_report,
        }
    )


def _entry(rank: int, case: Case, words: CaseWords) -> dict[str, Any]:
    debtor, plan = case.debtor, case.plan
    return {
        "rank": rank,
        "urgency": debtor.urgency,
        "priority": debtor.priority,
        "customer": {
            "id": case.id,
            "name": case.name,
            "outstanding_balance": money.plain(debtor.outstanding),
            "overdue_amount": money.plain(debtor.overdue),
            "days_overdue": debtor.days_overdue,
            "credit_limit": None if case.credit_limit is None else money.plain(case.credit_limit),
        },
        "ai_insights": {
            "collection_likelihood": case.likelihood,
            "recommended_approach": case.approach,
            "contact_today": case.contact_today,
            "reasoning": words.reasoning,
            "talking_points": words.talking_points,
            "suggested_payment_plan": plan
            and {
                "down_payment": money.number(plan.down_payment),
                "installments": plan.installments,
                "installment_amount": money.number(plan.installment_amount),
                "frequency": "weekly",
            },
        },
        "customer_profile": {
            "total_lifetime_purchases": money.plain(case.purchases.total),
            "average_payment_days": case.paying.days_to_pay,
            "previous_overdue_count": case.paying.paid_late,
            "last_purchase_date": case.purchases.last_on,
            "purchase_frequency": case.purchases.frequency,
        },
        "next_steps": words.next_steps,
    }


FEATURE = Feature(
    key="collection_priority",
    title="Whom to ask for money first",
    path="credit/collection-priority/",
    aliases=("credit/collection-strategy/",),
    methods=("GET", "POST"),
    inputs=PriorityInputs,
    gather=gather,
    prompt=PROMPT,
    words=PriorityWords,
    offline=offline,
    fill=fill,
    answer=answer,
    tier="advanced",
    cache_for=HOUR,
    tokens_in=6000,
    tokens_out=6000,
)
