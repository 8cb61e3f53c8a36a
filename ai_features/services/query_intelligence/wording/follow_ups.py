"""What one might ask next."""

from collections.abc import Iterator

from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.vocabulary import LISTS, title
from ai_features.services.query_intelligence.wording.plans import NOW


def next_questions(plan: Plan) -> Iterator[str]:
    """What one might ask next, in full; the caller keeps those that are understood."""
    named = "".join(f" {'without' if each.exclude else 'for'} {each.name}" for each in plan.filters[:1])
    when = f" {plan.period.label}" if plan.period else ""
    if plan.metric in LISTS:
        yield from _NEXT_LIST.get(LISTS[plan.metric].of, ())
        return
    if plan.metric in NOW:
        yield from _NEXT_NOW
        return
    what = title(plan.metric)
    if plan.period and not plan.compare_to:
        yield f"{what}{named}{when} compared with the same period last year"
    cuts = (
        ("product", "customer")
        if {"storefront", "staff", "category"} & set(plan.dimensions)
        else ("category", "storefront", "staff")
    )
    for cut in cuts:
        if cut not in plan.dimensions and cut not in {each.dimension for each in plan.filters}:
            yield f"{what}{named} by {cut}{when}"
    if plan.metric != "profit":
        yield f"Gross profit{named}{when}"
    yield f"Top 10 customers{when}"


_NEXT_LIST = {
    "product": ("What is my stock worth?", "Which products are not selling?", "Best-selling products last month"),
    "customer": ("Who are my top 10 customers?", "Who owes me money?", "How many new customers this month?"),
}
_NEXT_NOW = ("How much is overdue?", "Who owes me money?", "What is my stock worth?", "Which products need restocking?")
