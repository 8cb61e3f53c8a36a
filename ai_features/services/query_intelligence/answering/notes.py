"""What was assumed and left out, as sentences: only what changes how the answer is read."""

from ai_features.services.query_intelligence.answering.result import UNRANKED, Result, lists
from reports.metrics import METRICS


def notes(result: Result) -> list[str]:
    """Each a sentence."""
    plan = result.plan
    said = [*plan.assumptions, *result.notes]
    if result.covers and METRICS[plan.metric].adds_up and not lists(plan) and not plan.all_days:
        said.append(f"no dates were named, so all days on record count, {result.covers.label}")
    if plan.order == "low" and "product" in plan.dimensions and plan.metric in UNRANKED and not result.unsold:
        said.append("products that did not sell at all are not ranked; ask which products are not selling")
    return [f"{text[:1].upper()}{text[1:]}." for text in dict.fromkeys(said)]
