"""The price list: credits for one answer of each feature. Staff's changes to it are rows of `FeatureSetting`."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FeaturePrice:
    """The list price of one answer, and how the feature is shown beside it."""

    key: str
    credits: Decimal
    name: str
    description: str
    category: str
    popular: bool


_BASIC = (
    ("natural_language_query", "0.5", "Questions", "Ask about your sales, stock and customers"),
    ("product_description", "0.1", "Product descriptions", "Texts that sell, from what a product is"),
    ("voice_question", "0", "Questions by voice", "Say a question; its answer costs what a question costs"),
    ("report_narrative", "0.2", "Report summaries", "What a report says, in plain words"),
    ("segment_recommendations", "0.5", "Segment advice", "What to do for each group of customers"),
    ("smart_receipt", "0.1", "Smart receipts", "A thank-you and a suggestion on the receipt"),
    ("sales_assistant", "0.5", "Sales assistant", "What to offer a customer at the till"),
    ("alert_explanation", "0.2", "Alert explanations", "Why an alert was raised, in plain words"),
    ("support_chat", "0", "Help", "How to do something in this system"),
)
_PREMIUM = (
    ("collection_message", "0.5", "Collection messages", "Reminders in the right tone"),
    ("payment_prediction", "1.0", "Payment predictions", "When a customer is likely to pay"),
    ("credit_assessment", "3.0", "Credit assessments", "What a customer's record says about credit"),
    ("collection_priority", "5.0", "Collection priorities", "Whom to ask for money first, and how"),
    ("portfolio_dashboard", "5.0", "Credit portfolio", "How healthy your customers' credit is"),
    ("inventory_forecast", "4.0", "Stock forecasts", "How much you will sell and what to order"),
    ("pricing_optimizer", "3.0", "Price advice", "What a change of price would do"),
)
# Priced, with nothing there yet that could be asked: shown as switched off.
NOT_BUILT: frozenset[str] = frozenset()
_POPULAR = {"collection_message", "credit_assessment"}

FEATURE_PRICES: dict[str, FeaturePrice] = {
    key: FeaturePrice(key, Decimal(credits), name, description, category, popular=key in _POPULAR)
    for category, rows in (("basic", _BASIC), ("premium", _PREMIUM))
    for key, credits, name, description in rows
}

ALIASES = {
    "customer_insight": "natural_language_query",
    "report_summary": "report_narrative",
    "collection_analysis": "collection_priority",
}


def feature_key(name: str) -> str | None:
    """The feature that `name` or one of its older names stands for; None when there is none."""
    key = ALIASES.get(name, name)
    return key if key in FEATURE_PRICES else None


def display_name(feature: str) -> str:
    """How a feature is called in front of people."""
    key = feature_key(feature)
    return FEATURE_PRICES[key].name if key else feature
