"""Questions that say too little: "sales" alone, a name alone, days alone. One question back, with choices."""

import re

from ai_features.services.query_intelligence.parser.draft import Draft
from ai_features.services.query_intelligence.parser.outcome import AskBack, Refused
from ai_features.services.query_intelligence.parser.refusals import refused

_BARE = {
    "revenue": (
        "What were my total sales this month?",
        "How many sales did I make this month?",
        "Show my daily sales this week",
    ),
    "profit": (
        "What was my profit this month?",
        "Which products made the most profit this month?",
        "What is my profit margin this year?",
    ),
    "stock": ("How much stock do I have?", "Which products need restocking?", "What is my stock worth?"),
    "returns": ("How much was returned this month?", "Which products were returned the most?"),
    "received": ("How much money was received this month?", "Payments received by payment method this month"),
    "units": ("How many units were sold this month?", "What are my best-selling products this month?"),
}
_BARE_NAMES = {
    "customer": ("Who are my top 10 customers?", "How many customers bought this month?", "Who owes me money?"),
    "product": (
        "What are my best-selling products?",
        "Which products need restocking?",
        "How many units were sold this month?",
    ),
    "staff": ("Who sold the most this month?", "Sales by staff this month"),
    "storefront": ("Sales by storefront this month", "Profit by storefront this month"),
    "category": ("Sales by category this month", "Profit by category this month"),
}
_HOW_IT_WENT = re.compile(
    r"\b(?:how (?:did|are|is|was|have) (?:we|i|things|it|my (?:shop|store|business))|summary|"
    r"report|overview|performance|performing)\b"
)


def too_short(draft: Draft, original: str) -> AskBack | Refused | None:
    """ "Sales" alone, "customers" alone, a name alone: one question back."""
    given = (
        draft.dimensions
        or draft.periods
        or draft.filters
        or draft.order
        or draft.compare
        or draft.trend
        or draft.threshold
    )
    if draft.metrics and not given and not draft.share and len(original.split()) <= 2:
        if draft.metrics[0] in _BARE and not draft.per:
            return AskBack("What would you like to know?", _BARE[draft.metrics[0]])
        return None
    who_is = draft.filters and re.match(r"who (?:is|are) ~|who (?:is|are) \S+(?: \S+)?$", original)
    if draft.metrics or (not who_is and (draft.dimensions or draft.order)):
        return None
    if draft.periods and _HOW_IT_WENT.search(original):
        draft.metrics += ["revenue", "profit", "sales_count"]
        draft.assume("read as sales, profit and number of sales", 0.05)
        return None
    return _which_figure(draft)


def _which_figure(draft: Draft) -> AskBack | Refused | None:
    """A name or days without a figure."""
    if draft.filters:
        name = draft.filters[0].name
        ask: tuple[str, ...] = (
            f"What were the sales of {name} this month?",
            f"How many {name} were sold this month?",
            f"How many {name} are left?",
        )
        if draft.filters[0].dimension in ("customer", "staff", "storefront"):
            ask = (f"Total sales for {name} this month?", f"Sales for {name} by product this month?")
        return None if draft.periods or draft.trend else AskBack(f"What would you like to know about {name}?", ask)
    if draft.mentioned and draft.mentioned[0] in _BARE_NAMES:
        return AskBack("What would you like to know?", _BARE_NAMES[draft.mentioned[0]])
    if draft.periods and draft.compare == "period":
        draft.assume("read as sales", 0.1)
        return None
    if draft.periods:
        label = draft.periods[0].label
        choices = (f"Total sales {label}", f"Profit {label}", f"How many sales {label}?")
        return AskBack(f"What would you like to know about {label}?", choices)
    return refused("I did not understand that.", "not_understood")
