"""What a loss alert says: the pattern, what to look at, and honest reasons; in more words for credits."""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel
from rest_framework import serializers

from ai_features import queries
from ai_features.feature import Facts, Feature, Inputs
from ai_features.models import LossAlert
from ai_features.services.slots import Slots, listed
from ai_features.services.slots.written import counted, date
from ai_features.shapes.credit import AlertExplanation
from common import money
from common.tenancy import Caller, Role
from reports.losses.signals import SIGNALS, Signal

SIX_HOURS: Final = 6 * 3600
_TYPES: Final = {
    "large_sale": "UNUSUAL_TRANSACTION",
    "low_prices": "UNUSUAL_TRANSACTION",
    "odd_hours": "UNUSUAL_TRANSACTION",
    "shrinkage": "INVENTORY_DISCREPANCY",
    "adjustments_down": "INVENTORY_DISCREPANCY",
    "on_account": "CREDIT_PATTERN",
    "credit_approvals": "CREDIT_PATTERN",
    "cash_short": "CASH_DIFFERENCE",
}
_OF_STAFF: Final = "STAFF_PATTERN"
TYPES: Final = (*dict.fromkeys(_TYPES.values()), _OF_STAFF)
PLACES: Final = {
    "sale": "/sales/api/sales/{}/",
    "till_event": "/sales/api/till-events/{}/",
    "session": "/sales/api/tills/{}/",
    "movement": "/inventory/api/stock-movements/{}/",
    "count": "/inventory/api/counts/{}/",
}


def signal_of(alert: LossAlert) -> Signal:
    return SIGNALS[alert.signal]


def summary(alert: LossAlert) -> str:
    """One sentence with the figure and no judgement."""
    signal, span = signal_of(alert), "one week" if alert.weeks == 1 else f"{alert.weeks} weeks"
    if alert.signal == "large_sale":
        return f"{alert.storefront.name}: a sale of {money.written(alert.loss)}, which is unusual. Please check."
    who = alert.member.name if alert.member else alert.storefront.name
    return (
        f"{who}: {alert.events} {signal.events} among {alert.chances} {signal.out_of} in {span}; "
        f"about {alert.expected:.0f} would be usual. Please check."
    )


def comparisons(alert: LossAlert) -> list[str]:
    """What the number is held against."""
    if alert.signal == "large_sale":
        return [f"The largest of the half year before was {money.written(Decimal(str(alert.peers_high or 0)))}"]
    rate = alert.events / alert.chances
    said = [f"{_percent(rate)} of {signal_of(alert).out_of} in these weeks"]
    if alert.own_rate is not None:
        said.append(f"{_percent(alert.own_rate)} in the twelve weeks before")
    if alert.peers_low is not None and alert.peers_high is not None:
        low, high = _percent(alert.peers_low), _percent(alert.peers_high)
        said.append(f"Others: {low}" if low == high else f"Others: {low} to {high}")
    return said


def _percent(rate: float) -> str:
    return money.written_percent(_points(rate))


def _points(rate: float) -> Decimal:
    return money.rounded(Decimal(str(rate * 100)), 1)


class LossAlertInputs(serializers.Serializer[Any]):
    alert_id = serializers.UUIDField()


class LossFacts(Facts):
    signal: str
    about_a_person: bool
    has_peers: bool
    has_loss: bool


class LossWords(BaseModel):
    risk_explanation: str


PROMPT = """
Explain to the owner of a shop an unusual pattern in the shop's records, in two to four sentences, in
"risk_explanation". "data" says what was counted, what harmless reasons are common, and what to check first. Say the
figure and what was to be expected, name a harmless reason, and say what to look at. It is a pattern, not a finding:
never say or hint that a person did wrong, and use no word for a crime.
"""


def gather(caller: Caller, inputs: Inputs) -> LossFacts:
    alert = queries.alerts.loss_alert(caller.business_id, inputs["alert_id"], reader=caller.membership_id)
    signal, slots = signal_of(alert), Slots(seed=str(caller.business_id))
    if alert.member:
        slots.person("person", alert.member.name, key=alert.member_id)
    slots.name("storefront", alert.storefront.name)
    slots.count("events", alert.events)
    slots.count("chances", alert.chances)
    slots.count("expected", max(0, round(alert.expected)))
    if alert.loss:
        slots.money("loss", alert.loss)
    if alert.peers_low is not None and alert.peers_high is not None and alert.signal != "large_sale":
        slots.percent("peers_low", _points(alert.peers_low))
        slots.percent("peers_high", _points(alert.peers_high))
    shown = {
        "counted": signal.events,
        "out_of": signal.out_of,
        "harmless_reasons": list(signal.causes),
        "check_first": signal.checks,
    }
    return LossFacts(
        slots=slots,
        shown=shown,
        signal=alert.signal,
        about_a_person=alert.member is not None,
        has_peers="peers_low" in slots,
        has_loss="loss" in slots,
    )


def offline(facts: LossFacts) -> LossWords:
    signal = SIGNALS[facts.signal]
    if facts.signal == "large_sale":
        said = ["A sale of {loss} at {storefront} is much larger than any before it."]
    else:
        who = "{person}" if facts.about_a_person else "{storefront}"
        said = [
            f"{who} had {{events}} {signal.events} out of {{chances}} {signal.out_of}; about {{expected}} were to "
            "be expected."
        ]
    if facts.has_peers:
        said.append("For the others it is between {peers_low} and {peers_high}.")
    reasons = listed([reason[0].lower() + reason[1:] for reason in signal.causes]).replace(" and ", " or ")
    said.append(f"There may be a good reason: {reasons}. {signal.checks}")
    return LossWords(risk_explanation=" ".join(said))


def answer(facts: LossFacts, words: LossWords) -> AlertExplanation:
    return AlertExplanation.model_validate({"risk_explanation": words.risk_explanation})


EXPLANATION = Feature(
    key="alert_explanation",
    name="loss_alert_explanation",
    title="Explain a loss alert",
    inputs=LossAlertInputs,
    gather=gather,
    prompt=PROMPT,
    words=LossWords,
    offline=offline,
    answer=answer,
    roles=(Role.OWNER,),
    tier="cheap",
    cache_for=SIX_HOURS,
)


def shape(alert: LossAlert, explanation: str | None = None) -> dict[str, Any]:
    """An alert as the API gives it; without an explanation that field is empty."""
    return {
        "id": alert.pk,
        "severity": alert.severity,
        "type": _TYPES.get(alert.signal, _OF_STAFF),
        "signal": alert.signal,
        "title": signal_of(alert).title,
        "detection_time": alert.detected_at,
        "week": alert.week,
        "weeks": alert.weeks,
        "member_id": alert.member_id,
        "member_name": alert.member.name if alert.member else None,
        "storefront_id": alert.storefront_id,
        "storefront_name": alert.storefront.name,
        "loss": money.plain(alert.loss),
        "events": alert.events,
        "chances": alert.chances,
        "expected": alert.expected,
        "peers": None if alert.peers_low is None else {"low": alert.peers_low, "high": alert.peers_high},
        "evidence": [_opened(each) for each in alert.evidence],
        "ai_analysis": {
            "summary": summary(alert),
            "context": f"Seen in the {counted(alert.weeks, 'week')} to {_sunday(alert)}.",
            "risk_factors": comparisons(alert),
            "honest_causes": list(signal_of(alert).causes),
            "recommended_action": "REVIEW_REQUIRED",
            "what_to_check": signal_of(alert).checks,
            "explanation": explanation,
        },
        "verdict": alert.verdict or None,
        "verdict_note": alert.verdict_note,
        "verdict_at": alert.verdict_at,
        "verdict_by": alert.verdict_by.name if alert.verdict_by else None,
    }


def _opened(record: dict[str, str]) -> dict[str, str]:
    return {**record, "path": PLACES[record["kind"]].format(record["id"])}


def _sunday(alert: LossAlert) -> str:
    return date(alert.week + dt.timedelta(days=6))
