"""The AI features, one module each. `FEATURES` is the list the whole house reads."""

from ai_features.feature import Feature
from ai_features.features import collection_message, collection_priority, product_description

FEATURES: tuple[Feature, ...] = (
    product_description.FEATURE,
    product_description.BULK,
    collection_priority.FEATURE,
    collection_message.FEATURE,
)
