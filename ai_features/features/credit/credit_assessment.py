"""Should this customer have credit, and how much: a scorecard by rule, worded by the model, decided by a person."""

from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel
from rest_framework import serializers

from ai_features.feature import Facts, Feature, Inputs
from ai_features.features.credit.credit_reasons import conditions, reasons
from ai_features.services.slots import Slots
from ai_features.shapes.credit import CreditAssessment
from common import errors, money
from common.api import TenantField
from common.tenancy import Caller
from reports import credit_file
from reports.credit_file import Comparable, CreditFile
from sales.models import Customer

Action = Literal["APPROVE_FULL", "APPROVE_PARTIAL", "DENY", "REQUIRE_MORE_INFO"]
TYPES = ("new_credit", "increase", "renewal")
FIVE_MINUTES = 300
USUAL_TERMS, SHORT_TERMS = 30, 14


class AssessmentInputs(serializers.Serializer[Any]):
    customer_id = TenantField(Customer)
    requested_credit_limit = serializers.DecimalField(max_digits=12, decimal_places=2, min_value=Decimal("0.01"))
    assessment_type = serializers.ChoiceField(TYPES, default="new_credit")


class AssessmentFacts(Facts):
    """`strengths`, `weaknesses` and `conditions` are our own sentences, slots unfilled."""

    customer_id: str
    name: str
    current: Decimal | None
    requested: Decimal
    kind: str
    file: CreditFile
    action: Action = "REQUIRE_MORE_INFO"
    limit: Decimal = money.ZERO
    terms: int = 0
    strengths: list[str] = []
    weaknesses: list[str] = []
    conditions: list[str] = []


class AssessmentWords(BaseModel):
    positive_factors: list[str]
    risk_factors: list[str]
    conditions: list[str]
    explanation: str


PROMPT = """
Explain to the owner of a shop a decision about a customer's credit that is already made by rule; "data" names the
action, and gives strengths, weaknesses and conditions as sentences with slots. Reword them as "positive_factors",
"risk_factors" and "conditions", one for each, the weightiest first; add none. "explanation": three to five sentences
that say what the record shows, why this action follows, and what to watch. Fair and plain. Judge only how the
customer buys and pays, never who they are. It is advice: a person decides.
"""


def gather(caller: Caller, inputs: Inputs) -> AssessmentFacts:
    customer: Customer = inputs["customer_id"]
    if customer.erased_at:
        raise errors.InvalidInput.field("customer_id", "This customer's personal data was removed.")
    facts = AssessmentFacts(
        slots=Slots(seed=str(caller.business_id)),
        customer_id=str(customer.pk),
        name=customer.name,
        current=customer.credit_limit,
        requested=inputs["requested_credit_limit"],
        kind=inputs["assessment_type"],
        file=credit_file.of_customer(caller.business_id, customer),
    )
    if facts.file.score is None:
        facts.nothing_to_report = "There are too few settled invoices to assess this customer's credit."
    _decide(facts, customer)
    _add_slots(facts)
    facts.strengths, facts.weaknesses = reasons(facts.file, facts.requested)
    facts.conditions = conditions(facts.file, facts.action, facts.limit)
    facts.shown = {
        "action": facts.action,
        "risk_level": facts.file.risk_level,
        "request": facts.kind,
        "strengths": facts.strengths,
        "weaknesses": facts.weaknesses,
        "conditions": facts.conditions,
    }
    return facts


def _decide(facts: AssessmentFacts, customer: Customer) -> None:
    """The action, limit and terms that follow from the score, the knock-outs and what the customer buys."""
    file, current = facts.file, customer.credit_limit or money.ZERO
    bearable = min(file.limit_borne, facts.requested)
    if file.score is None:
        facts.action, facts.limit = "REQUIRE_MORE_INFO", min(current, facts.requested)
    elif file.knock_outs or file.risk_level == "VERY_HIGH":
        facts.action, facts.limit = "DENY", money.ZERO if "hold" in file.knock_outs else min(current, bearable)
    elif bearable >= facts.requested:
        facts.action, facts.limit = "APPROVE_FULL", facts.requested
    elif bearable > (current if facts.kind == "increase" else 0):
        facts.action, facts.limit = "APPROVE_PARTIAL", bearable
    else:
        facts.action, facts.limit = "DENY", current if facts.kind == "increase" else money.ZERO
    facts.terms = _terms(facts, customer)


def _terms(facts: AssessmentFacts, customer: Customer) -> int:
    if not facts.limit or facts.file.knock_outs:
        return 0
    if facts.file.risk_level == "LOW":
        return customer.terms_days or USUAL_TERMS
    return min(customer.terms_days or USUAL_TERMS, USUAL_TERMS if facts.file.risk_level == "MEDIUM" else SHORT_TERMS)


def _add_slots(facts: AssessmentFacts) -> None:
    slots, file = facts.slots, facts.file
    slots.person("customer", facts.name, key=facts.customer_id)
    slots.money("requested", facts.requested)
    slots.money("suggested", facts.limit)
    if facts.current is not None:
        slots.money("current_limit", facts.current)
    if facts.terms:
        slots.days("terms", facts.terms)
    if file.score is not None:
        slots.count("score", round(file.score))
        slots.count("best_score", 100)
    slots.count("settled", file.paying.settled, "settled invoice")
    slots.count("paid_late", file.paying.paid_late)
    slots.money("monthly", file.monthly_purchases)
    slots.money("outstanding", file.outstanding)
    slots.money("overdue", file.overdue)
    slots.days("days_overdue", file.days_overdue)
    if file.utilisation.value is not None:
        slots.percent("utilisation", file.utilisation.value)
    if file.lateness_trend is not None:
        slots.days("trend", abs(file.lateness_trend))
    if file.paying.days_late is not None:
        slots.days("usual_delay", abs(file.paying.days_late))


def offline(facts: AssessmentFacts) -> AssessmentWords:
    return AssessmentWords(
        positive_factors=facts.strengths,
        risk_factors=facts.weaknesses,
        conditions=facts.conditions,
        explanation=_explanation(facts),
    )


_OUTCOMES: dict[Action, str] = {
    "APPROVE_FULL": "The record carries the {requested} asked for.",
    "APPROVE_PARTIAL": "The record carries {suggested} of the {requested} asked for: more would be out of proportion "
    "to what is bought and how it is paid.",
    "DENY": "For now the record does not carry the {requested} asked for.",
    "REQUIRE_MORE_INFO": "There are too few settled invoices for a score, so a decision about {requested} needs more "
    "to go by.",
}


def _explanation(facts: AssessmentFacts) -> str:
    said = [_OUTCOMES[facts.action]]
    if facts.file.score is not None:
        said.append("{customer} scores {score} out of {best_score}, from {settled}.")
    said += [sentences[0] for sentences in (facts.strengths, facts.weaknesses) if sentences]
    said.append("This is advice from the shop's own records: the decision is yours.")
    return " ".join(said)


def answer(facts: AssessmentFacts, words: AssessmentWords) -> CreditAssessment:
    file = facts.file
    return CreditAssessment.model_validate(
        {
            "customer": {
                "id": facts.customer_id,
                "name": facts.name,
                "current_limit": _number(facts.current),
                "requested_limit": money.number(facts.requested),
            },
            "risk_score": None if file.score is None else round(file.score),
            "risk_level": file.risk_level,
            "grade": file.grade or None,
            "recommendation": {
                "action": facts.action,
                "suggested_limit": money.number(facts.limit),
                "suggested_terms_days": facts.terms,
                "confidence": file.confidence,
            },
            "analysis": {
                "positive_factors": words.positive_factors,
                "risk_factors": words.risk_factors,
                "comparable_customers": _comparable(file.similar),
            },
            "conditions": words.conditions,
            "explanation": words.explanation,
            "scorecard": [
                {"factor": each.factor, "value": each.value, "points": each.points, "max_points": each.max_points}
                for each in file.scorecard
            ],
            "knock_outs": file.knock_outs,
            "shop_median_score": file.shop_median,
            "advice_only": True,
        }
    )


def _comparable(similar: Comparable) -> dict[str, Any]:
    percent = similar.default_percent
    return {
        "customers": similar.customers,
        "similar_approved_limit_avg": _number(similar.mean_limit),
        "default_rate_for_similar_profile": None if percent is None else f"{round(percent)}%",
    }


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else money.number(amount)


FEATURE = Feature(
    key="credit_assessment",
    title="Assess a customer's credit",
    path="credit/assess/",
    aliases=("credit/risk-assessment/",),
    inputs=AssessmentInputs,
    gather=gather,
    prompt=PROMPT,
    words=AssessmentWords,
    offline=offline,
    answer=answer,
    tier="advanced",
    cache_for=FIVE_MINUTES,
    tokens_out=1200,
)
