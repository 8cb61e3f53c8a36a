"""The admin of credits, payments and AI features."""

from ai_features.admin import credits

__all__ = ["credits"]
