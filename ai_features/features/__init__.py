"""The AI features, one module each. `FEATURES` is the list the whole house reads."""

from ai_features.feature import Feature
from ai_features.features import product_description

FEATURES: tuple[Feature, ...] = (
    product_description.FEATURE,
    product_description.BULK,
)
