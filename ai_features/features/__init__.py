"""The AI features, one module each. `FEATURES` is the list the whole house reads."""

from ai_features.feature import Feature
from ai_features.features import (
    collection_message,
    collection_priority,
    credit_alert,
    credit_assessment,
    natural_language_query,
    payment_prediction,
    portfolio_dashboard,
    product_description,
    report_narrative,
    segment_recommendations,
)

FEATURES: tuple[Feature, ...] = (
    natural_language_query.FEATURE,
    product_description.FEATURE,
    product_description.BULK,
    credit_assessment.FEATURE,
    collection_priority.FEATURE,
    collection_message.FEATURE,
    payment_prediction.FEATURE,
    portfolio_dashboard.FEATURE,
    credit_alert.EXPLANATION,
    report_narrative.FEATURE,
    segment_recommendations.FEATURE,
)
