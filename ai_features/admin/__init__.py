"""The admin of credits, payments and AI features."""

from ai_features.admin import credits, features, payments, plans, questions, support

__all__ = ["credits", "features", "payments", "plans", "questions", "support"]
