"""Every read of ai_features."""

from ai_features.queries import audit, credits, features, needs, payments, plans, platform

__all__ = ["audit", "credits", "features", "needs", "payments", "plans", "platform"]
