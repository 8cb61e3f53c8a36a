"""What a credit alert means, in plain words: the signs, what to do, and why it matters."""

from typing import Any, Final

from pydantic import BaseModel
from rest_framework import serializers

from ai_features.feature import Facts, Feature, Inputs
from ai_features.models import CreditAlert
from ai_features.services.slots import Slots, listed
from ai_features.shapes.credit import AlertExplanation
from common import money
from common.tenancy import Caller
from reports.warning_signs import DELAYS, FREQUENCY, SIZE, SPAN_DAYS, UTILISATION

SIX_HOURS = 6 * 3600
TYPES: Final = ("CREDIT_RISK_CHANGE",)
"""The kinds of alerts about a customer."""


def warning_signs(alert: CreditAlert) -> list[str]:
    """The signs as sentences."""
    return [_SENTENCES[code](figures) for code, figures in alert.signs.items() if code in _SENTENCES]


_SENTENCES: Final = {
    UTILISATION: lambda f: f"Credit use went from {f[0]:.0f}% to {f[1]:.0f}% of the limit in {SPAN_DAYS} days",
    DELAYS: lambda f: f"Payments come later and later: {listed([f'{day:.0f}' for day in f])} days after the due date",
    SIZE: lambda f: f"Orders on account are {f[0]:g} times as large as before",
    FREQUENCY: lambda f: f"Orders on account come {f[0]:g} times as often as before",
}
_ACTIONS: Final = {
    UTILISATION: "Hold new sales on account until the balance has come down",
    DELAYS: "Call about the open balance before it grows older",
    SIZE: "Ask what the larger orders are for, and take part of the next one in cash",
    FREQUENCY: "Ask for payment of earlier invoices before the next order",
}


def recommended_actions(alert: CreditAlert) -> list[str]:
    """What to do about the signs, by rule."""
    return [_ACTIONS[code] for code in alert.signs if code in _ACTIONS] + ["Review the credit limit"]


def summary(alert: CreditAlert) -> str:
    """One sentence for the list."""
    return f"{alert.customer.name} shows {'several warning signs' if len(alert.signs) > 1 else 'a warning sign'}"


class AlertInputs(serializers.Serializer[Any]):
    alert_id = serializers.UUIDField()


class AlertFacts(Facts):
    codes: list[str]


class AlertWords(BaseModel):
    risk_explanation: str


PROMPT = """
Explain to the owner of a shop what warning signs of a customer's credit may mean, in two to four sentences, in
"risk_explanation". "data" gives the signs. Say what could be behind them, also what is harmless, and what to look at
first. The slots are the customer, the balance and the limit. No accusation.
"""


def gather(caller: Caller, inputs: Inputs) -> AlertFacts:
    rows = CreditAlert.objects.select_related("customer")
    alert = rows.get_or_404(caller.business_id, inputs["alert_id"])
    slots = Slots(seed=str(caller.business_id))
    slots.person("customer", alert.customer.name, key=alert.customer_id)
    slots.money("balance", alert.outstanding_balance)
    if alert.credit_limit is not None:
        slots.money("credit_limit", alert.credit_limit)
    return AlertFacts(slots=slots, shown={"signs": list(alert.signs), "severity": alert.severity}, codes=[*alert.signs])


_MEANINGS: Final = {
    UTILISATION: "More of the credit limit is in use within a short time, which can be a good season or money that is "
    "missing elsewhere.",
    DELAYS: "Each payment has come later than the one before, which often is the first sign that cash is short.",
    SIZE: "Orders on account have become much larger than usual: ask whether there is demand behind them.",
    FREQUENCY: "Orders on account come much more often than usual: ask whether there is demand behind them.",
}


def offline(facts: AlertFacts) -> AlertWords:
    said = [_MEANINGS[code] for code in facts.codes if code in _MEANINGS]
    said.append("{customer} owes {balance} now. Talk before you decide: there may be a good reason.")
    return AlertWords(risk_explanation=" ".join(said))


def answer(facts: AlertFacts, words: AlertWords) -> AlertExplanation:
    return AlertExplanation.model_validate({"risk_explanation": words.risk_explanation})


def analysis(alert: CreditAlert, explanation: str | None = None) -> dict[str, Any]:
    """The `ai_analysis` of an alert; without an explanation that field is empty."""
    return {
        "summary": summary(alert),
        "warning_signs": warning_signs(alert),
        "recommended_actions": recommended_actions(alert),
        "risk_explanation": explanation,
        "similar_cases": None,
    }


def shape(alert: CreditAlert, explanation: str | None = None) -> dict[str, Any]:
    """An alert as the API gives it."""
    limit = alert.credit_limit
    return {
        "id": str(alert.pk),
        "alert_type": TYPES[0],
        "severity": alert.severity,
        "customer": {
            "id": str(alert.customer_id),
            "name": alert.customer.name,
            "outstanding_balance": money.plain(alert.outstanding_balance),
            "credit_limit": None if limit is None else money.plain(limit),
        },
        "ai_analysis": analysis(alert, explanation),
        "detected_at": alert.detected_at,
        "acknowledged_at": alert.acknowledged_at,
        "acknowledged_by": alert.acknowledged_by.name if alert.acknowledged_by else None,
        "cleared_at": alert.cleared_at,
    }


EXPLANATION = Feature(
    key="alert_explanation",
    name="credit_alert_explanation",
    title="Explain a credit alert",
    inputs=AlertInputs,
    gather=gather,
    prompt=PROMPT,
    words=AlertWords,
    offline=offline,
    answer=answer,
    tier="cheap",
    cache_for=SIX_HOURS,
)
