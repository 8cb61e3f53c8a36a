"""What was assumed and left out, as sentences: only what changes how the answer is read."""

import datetime as dt

from ai_features.services.query_intelligence.answering.result import Result, lists
from common import shop_clock as clock
from reports.metrics import METRICS

_RANKED = frozenset({"units", "revenue", "profit", "sales_count"})


def notes(result: Result) -> list[str]:
    """Each a sentence."""
    plan = result.plan
    said = [*plan.assumptions, *result.notes]
    if result.covers and METRICS[plan.metric].adds_up and not lists(plan) and not plan.all_days:
        said.append(f"no dates were named, so all days on record count, {result.covers.label}")
    if plan.order == "low" and "product" in plan.dimensions and plan.metric in _RANKED:
        said.append("products that did not sell at all are not ranked; ask which products are not selling")
    said += _not_over(result)
    return [f"{text[:1].upper()}{text[1:]}." for text in dict.fromkeys(said)]


def _not_over(result: Result) -> list[str]:
    """Days still to come count where the figure is set against days that are whole."""
    period, other, today = result.plan.period, result.plan.compare_to, clock.today()
    if not period or not other or not period.start <= today < period.end - dt.timedelta(days=1):
        return []
    gone, whole = (today - period.start).days + 1, (period.end - period.start).days
    if (other.end - other.start).days <= gone:
        return []
    return [f"{period.label} is not over: {gone} of its {whole} days have begun, against all of {other.label}"]
