"""The AI features, one module each. `FEATURES` is the list the whole house reads."""

from ai_features.feature import Feature

FEATURES: tuple[Feature, ...] = ()
