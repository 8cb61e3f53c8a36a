"""The admin of credits, payments, AI features, alerts and proposals."""

from ai_features.admin import credits, features, payments, plans, questions, support, watching

__all__ = ["credits", "features", "payments", "plans", "questions", "support", "watching"]
