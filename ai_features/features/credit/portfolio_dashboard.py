"""How healthy the credit given to customers is: score and status by rule, a summary in words."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from accounts.models import Storefront
from ai_features.feature import Facts, Feature, Inputs, at_most, within
from ai_features.features.credit.portfolio_words import offline_words
from ai_features.services.slots import SlotId, Slots
from ai_features.shapes.credit import PortfolioDashboard
from common import money
from common.api import TenantField
from common.tenancy import Caller
from reports import portfolio
from reports.portfolio import DAYS_STEP, PERCENT_STEP, Finding, Portfolio, TopDebtor

SIX_HOURS = 6 * 3600
NOTHING = "No customer has bought on account yet, so there is no credit portfolio to look at."


class DashboardInputs(serializers.Serializer[Any]):
    storefront_id = TenantField(Storefront, required=False, help_text="One storefront; the whole shop when empty.")


class DashboardFacts(Facts):
    """Each finding has the slots `<kind>` (its amount) and `<kind>_count`."""

    found: Portfolio


class FindingWords(BaseModel):
    about: SlotId
    text: Annotated[str, within(200)]
    action: Annotated[str, within(150)]


class DashboardWords(BaseModel):
    executive_summary: str
    risks: Annotated[list[FindingWords], at_most(6)]
    opportunities: Annotated[list[FindingWords], at_most(3)]
    trends: Annotated[str, within(300)]
    recommendations: Annotated[list[Annotated[str, within(160)]], at_most(5)]


PROMPT = """
Tell the owner of a shop how healthy the credit given to customers is. Score, status, trend, risks and opportunities
are computed. "executive_summary": three to five sentences, the most important first. For each kind under "risks" and
under "opportunities" in "data" write one item: the kind's slot id in "about", "text" of one short sentence, "action"
of one short sentence. "trends": one or two sentences on what changed against the month before. "recommendations":
three to five concrete sentences, the weightiest first. Calm and practical; no blame of customers.
"""


def gather(caller: Caller, inputs: Inputs) -> DashboardFacts:
    storefront = inputs.get("storefront_id")
    found = portfolio.of_business(caller.business_id, storefront_id=storefront.pk if storefront else None)
    facts = DashboardFacts(slots=Slots(seed=str(caller.business_id)), found=found)
    if not facts.found.ever_on_account:
        facts.nothing_to_report = NOTHING
        return facts
    _add_slots(facts)
    return facts


def _add_slots(facts: DashboardFacts) -> None:
    slots, found, now, before = facts.slots, facts.found, facts.found.now, facts.found.before
    slots.count("score", now.score)
    slots.count("best_score", 100)
    slots.count("score_before", before.score)
    slots.money("outstanding", now.outstanding)
    slots.money("overdue", now.overdue)
    slots.money("credit_extended", found.credit_extended)
    slots.money("default_risk", found.default_risk)
    slots.money("expected", found.expected_in_30_days)
    slots.count("debtors", found.debtors, "customer")
    slots.count("overdue_customers", found.overdue_customers, "customer")
    if before.outstanding:
        slots.change("outstanding_change", (now.outstanding - before.outstanding) * 100 / before.outstanding)
    for name, share in (("overdue_share", now.overdue_share), ("utilisation", now.utilisation)):
        if share is not None:
            slots.percent(name, share)
    for name, days in (("collection_days", now.collection_days), ("collection_days_before", before.collection_days)):
        if days is not None:
            slots.days(name, days)
    for finding in (*found.risks, *found.opportunities):
        slots.money(finding.kind, finding.amount)
        slots.count(f"{finding.kind}_count", finding.customers, "customer")
    facts.shown = {
        "status": found.status,
        "trend": found.trend,
        "risks": [each.kind for each in found.risks],
        "opportunities": [each.kind for each in found.opportunities],
        **_trends(found),
    }


def _trends(found: Portfolio) -> dict[str, str]:
    now, before = found.now, found.before
    return {
        "payment_days_trend": portfolio.direction(before.collection_days, now.collection_days, DAYS_STEP),
        "utilization_trend": portfolio.direction(before.utilisation, now.utilisation, PERCENT_STEP),
        "default_rate_trend": portfolio.direction(before.lost_share, now.lost_share, 1),
    }


def offline(facts: DashboardFacts) -> DashboardWords:
    if facts.nothing_to_report:
        return DashboardWords(executive_summary=NOTHING, risks=[], opportunities=[], trends="", recommendations=[])
    return DashboardWords.model_validate(offline_words(facts.slots, facts.found))


def fill(facts: DashboardFacts, words: DashboardWords) -> DashboardWords:
    """The usual filling; a finding that the model left out is worded by us, one of its own is dropped."""
    filled: DashboardWords = facts.fill(words)
    ours = offline(facts)
    spare: DashboardWords = facts.trusting(ours).fill(ours)
    return filled.model_copy(
        update={
            "risks": _complete(facts.found.risks, filled.risks, spare.risks),
            "opportunities": _complete(facts.found.opportunities, filled.opportunities, spare.opportunities),
        }
    )


def _complete(found: list[Finding], written: list[FindingWords], spare: list[FindingWords]) -> list[FindingWords]:
    ours = {item.about: item for item in spare}
    theirs = {item.about: item for item in written}
    return [theirs.get(each.kind) or ours[each.kind] for each in found]


def answer(facts: DashboardFacts, words: DashboardWords) -> PortfolioDashboard:
    found = facts.found
    return PortfolioDashboard.model_validate(
        {
            "portfolio_health": _health(facts),
            "ai_executive_summary": words.executive_summary,
            "key_metrics": _key_metrics(found),
            "ai_insights": {
                "biggest_risks": [_risk(*each) for each in zip(found.risks, words.risks, strict=True)],
                "opportunities": [
                    _opportunity(*each) for each in zip(found.opportunities, words.opportunities, strict=True)
                ],
                "trends": {**_trends(found), "explanation": words.trends},
            },
            "recommendations": words.recommendations,
            "top_debtors": [_debtor(each) for each in found.top],
        }
    )


def _health(facts: DashboardFacts) -> dict[str, Any]:
    if facts.nothing_to_report:
        return dict.fromkeys(("overall_score", "status", "trend", "previous_score"))
    found = facts.found
    return {
        "overall_score": found.now.score,
        "status": found.status,
        "trend": found.trend,
        "previous_score": found.before.score,
    }


def _key_metrics(found: Portfolio) -> dict[str, Any]:
    now = found.now
    return {
        "total_credit_extended": money.plain(found.credit_extended),
        "total_outstanding": money.plain(now.outstanding),
        "overdue_amount": money.plain(now.overdue),
        "overdue_percentage": _number(now.overdue_share),
        "average_collection_days": now.collection_days,
        "default_risk_amount": money.plain(found.default_risk),
        "utilization_percentage": _number(now.utilisation),
        "customers_owing": found.debtors,
        "customers_overdue": found.overdue_customers,
    }


def _risk(found: Finding, words: FindingWords) -> dict[str, Any]:
    return {
        "risk": words.text,
        "amount": money.plain(found.amount),
        "customers": found.customers,
        "action": words.action,
    }


def _opportunity(found: Finding, words: FindingWords) -> dict[str, Any]:
    return {
        "opportunity": words.text,
        "potential_revenue": _revenue(found),
        "customers": found.customers,
        "action": words.action,
    }


def _debtor(found: TopDebtor) -> dict[str, Any]:
    return {
        "id": str(found.customer_id),
        "name": found.name,
        "outstanding_balance": money.plain(found.outstanding),
        "days_overdue": found.days_overdue,
    }


def _number(share: Decimal | None) -> float | None:
    return None if share is None else float(share)


def _revenue(each: Finding) -> str:
    """A month's sales, or money that comes in once."""
    return money.plain(each.amount) + ("/month" if each.kind == "raise_limits" else "")


FEATURE = Feature(
    key="portfolio_dashboard",
    title="How healthy your customers' credit is",
    path="portfolio/dashboard/",
    aliases=("credit/dashboard/",),
    methods=("GET", "POST"),
    inputs=DashboardInputs,
    gather=gather,
    prompt=PROMPT,
    words=DashboardWords,
    offline=offline,
    fill=fill,
    answer=answer,
    tier="advanced",
    cache_for=SIX_HOURS,
    tokens_out=2000,
)
