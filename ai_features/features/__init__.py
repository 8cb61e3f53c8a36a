"""The AI features, one module each. `FEATURES` is the list the whole house reads."""

from ai_features.feature import Feature
from ai_features.features import questions
from ai_features.features.credit import (
    collection_message,
    collection_priority,
    credit_alert,
    credit_assessment,
    payment_prediction,
    portfolio_dashboard,
)
from ai_features.features.reports import loss_alert, report_narrative
from ai_features.features.selling import (
    pricing_optimizer,
    pricing_what_if,
    product_description,
    sales_assistant,
    segment_recommendations,
    smart_receipt,
)
from ai_features.features.stock import inventory_forecast, reorder_narrative
from common.tenancy import Role

FEATURES: tuple[Feature, ...] = (
    questions.FEATURE,
    product_description.FEATURE,
    product_description.BULK,
    pricing_optimizer.FEATURE,
    pricing_what_if.FEATURE,
    credit_assessment.FEATURE,
    collection_priority.FEATURE,
    collection_message.FEATURE,
    payment_prediction.FEATURE,
    portfolio_dashboard.FEATURE,
    credit_alert.EXPLANATION,
    loss_alert.EXPLANATION,
    report_narrative.FEATURE,
    segment_recommendations.FEATURE,
    sales_assistant.FEATURE,
    inventory_forecast.FEATURE,
    smart_receipt.FEATURE,
    reorder_narrative.FEATURE,
)


def denied_to(role: Role) -> frozenset[str]:
    """The keys of features of which this role may ask none."""
    roles = [(each.key, each.roles) for each in FEATURES] + [(questions.SPOKEN, questions.FEATURE.roles)]
    return frozenset({key for key, _ in roles} - {key for key, may in roles if role in may})
