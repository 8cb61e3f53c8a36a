"""Our own wording of the credit portfolio."""

from typing import Any, Final

from ai_features.services.slots import Slots
from reports import portfolio
from reports.portfolio import DAYS_STEP, Portfolio

_STATUS: Final = {
    "EXCELLENT": "Your customers' credit is in excellent health",
    "GOOD": "Your customers' credit is in good health",
    "MODERATE_RISK": "Your customers' credit carries some risk",
    "HIGH_RISK": "Your customers' credit carries a high risk",
    "CRITICAL": "Your customers' credit is in a critical state",
}
_TREND: Final = {
    "IMPROVING": "That is better than the month before, when it was {score_before}.",
    "DETERIORATING": "That is worse than the month before, when it was {score_before}.",
    "STABLE": "That is much as it was the month before.",
}
_FINDINGS: Final = {
    "customers_at_risk": (
        "{customers_at_risk} is owed by {customers_at_risk_count} with a poor record or long overdue.",
        "Call them first, and sell them nothing more on account until they have paid.",
    ),
    "over_90_days": (
        "{over_90_days} has been overdue for so long that it may not come in.",
        "Visit these customers, and offer a payment plan.",
    ),
    "over_limit": (
        "Above the credit limit: {over_limit_count}, by {over_limit} in all.",
        "Stop sales on account above the limit, or raise it on purpose.",
    ),
    "one_large_debtor": (
        "A large part of what is owed, {one_large_debtor}, hangs on one customer.",
        "Keep in touch with this customer, and let the balance come down.",
    ),
    "no_limit_set": (
        "{no_limit_set} is owed by {no_limit_set_count} without a credit limit.",
        "Set a limit for each of them.",
    ),
    "raise_limits": (
        "{raise_limits_count} with an excellent record could use a higher limit, worth {raise_limits} a month.",
        "Assess them for an increase.",
    ),
    "collect_now": (
        "Of what is overdue, {collect_now} is likely to come in within a month if you ask for it.",
        "Work through the list of whom to ask first.",
    ),
}


def offline_words(slots: Slots, found: Portfolio) -> dict[str, Any]:
    """Summary, findings, trends and recommendations with slots, from what was found."""
    kinds = ("risks", "opportunities")
    findings = {name: [_finding(each.kind) for each in getattr(found, name)] for name in kinds}
    return {
        "executive_summary": " ".join(_summary(slots, found)),
        **findings,
        "trends": " ".join(_trends(slots, found)),
        "recommendations": _recommendations(found),
    }


def _finding(kind: str) -> dict[str, str]:
    text, action = _FINDINGS[kind]
    return {"about": kind, "text": text, "action": action}


def _summary(slots: Slots, found: Portfolio) -> list[str]:
    said = [f"{_STATUS[found.status]}: the score is {{score}} out of {{best_score}}.", _TREND[found.trend]]
    if found.now.outstanding:
        said.append("Open invoices of {debtors} come to {outstanding}.")
    else:
        said.append("Nobody owes you anything at the moment.")
    if found.now.overdue:
        said.append("Of that, {overdue} is overdue, which is {overdue_share}.")
    elif found.now.outstanding:
        said.append("Nothing of it is overdue.")
    if found.risks:
        said.append(_FINDINGS[found.risks[0].kind][0])
    return said


def _trends(slots: Slots, found: Portfolio) -> list[str]:
    said = []
    if "outstanding_change" in slots:
        said.append("What customers owe is {outstanding_change} against the month before.")
    if "collection_days" in slots and "collection_days_before" in slots:
        way = portfolio.direction(found.before.collection_days, found.now.collection_days, DAYS_STEP)
        if way == "STABLE":
            said.append("Customers take about {collection_days} to pay, as before.")
        else:
            longer = "longer" if way == "INCREASING" else "less long"
            said.append(f"Customers take {longer} to pay: {{collection_days}}, after {{collection_days_before}}.")
    return said or ["There is too little history to compare with the month before."]


def _recommendations(found: Portfolio) -> list[str]:
    said = []
    kinds = {each.kind for each in (*found.risks, *found.opportunities)}
    if "collect_now" in kinds:
        said.append("Ask {overdue_customers} for the {overdue} that is overdue; {expected} may come within a month.")
    if "customers_at_risk" in kinds:
        said.append("Sell for cash only to {customers_at_risk_count} at high risk, until they have paid.")
    if "over_90_days" in kinds:
        said.append("Offer payment plans for the {over_90_days} that is long overdue.")
    if "no_limit_set" in kinds:
        said.append("Set a credit limit for {no_limit_set_count} buying on account without one.")
    if "raise_limits" in kinds:
        said.append("Assess {raise_limits_count} with an excellent record for a higher limit.")
    return said or ["Keep sending statements and friendly reminders before due dates."]
