"""The admin of credits, payments and AI features."""

from ai_features.admin import credits, payments, questions, support

__all__ = ["credits", "payments", "questions", "support"]
