"""What one might ask next: in full, and only where the shop's records reach."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from ai_features.services.query_intelligence.answering.plans import title
from ai_features.services.query_intelligence.answering.result import Result, lists
from ai_features.services.query_intelligence.days.almanac import shift
from ai_features.services.query_intelligence.plan import Plan
from reports import metric_queries
from reports.metrics import METRICS

_OF_GOODS = ("What is my stock worth?", "Which products are not selling?", "Best-selling products last month")
_OF_BUYERS = ("Who are my top 10 customers?", "Who owes me money?", "How many new customers this month?")
_MOSTLY = ("product", "customer", "storefront", "staff", "supplier", "expense_category", "month")
_NOW = ("How much is overdue?", "Who owes me money?", "What is my stock worth?", "Which products need restocking?")


def next_questions(result: Result) -> Iterator[str]:
    """The caller keeps those that are understood and are not the question just asked."""
    plan = result.plan
    if lists(plan) or plan.segments:
        yield from _OF_BUYERS if "customer" in (*plan.dimensions, *(s.entity for s in plan.segments)) else _OF_GOODS
    elif METRICS[plan.metric].as_of_now or not plan.period:
        yield from _NOW
    else:
        yield from _of_figure(result, plan)


def going_on(plan: Plan) -> Iterator[Plan]:
    """The figure of a plan as one, and by what it is mostly cut: what a question that follows on it can ask."""
    named = {each.dimension for each in plan.filters}
    cuts = [cut for cut in _MOSTLY if cut not in named and metric_queries.can(plan.metric, [*plan.cuts(), cut])]
    one: dict[str, Any] = {"filters": plan.filters, "segments": plan.segments, "period": plan.period}
    for dimensions in ((), *((cut,) for cut in cuts[:1])):
        try:
            yield Plan(metrics=(plan.metric,), dimensions=dimensions, **one)
        except ValidationError:
            continue


def _of_figure(result: Result, plan: Plan) -> Iterator[str]:
    named = "".join(f" {'without' if each.exclude else 'for'} {each.name}" for each in plan.filters[:1])
    assert plan.period
    when, what = f" {plan.period.label}", title(plan.metric)
    year_before = shift("year", plan.period.start, -1)
    if not plan.compare_to and result.begins and result.begins <= year_before:
        yield f"{what}{named}{when} compared with the same period last year"
    for cut in _cuts(plan):
        yield f"{what}{named} by {cut}{when}"
    if plan.metric != "profit":
        yield f"Gross profit{named}{when}"
    yield f"Top 10 customers{when}"


def _cuts(plan: Plan) -> list[str]:
    divided = {"storefront", "staff", "category"} & set(plan.dimensions)
    named = {*plan.dimensions, *(each.dimension for each in plan.filters)}
    return [
        cut for cut in (("product", "customer") if divided else ("category", "storefront", "staff")) if cut not in named
    ]
