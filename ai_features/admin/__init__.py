"""The admin of credits, payments and AI features."""

from ai_features.admin import credits, payments

__all__ = ["credits", "payments"]
