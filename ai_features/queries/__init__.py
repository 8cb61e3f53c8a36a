"""Every read of ai_features."""

from ai_features.queries import alerts, audit, credits, features, needs, payments, plans, platform

__all__ = ["alerts", "audit", "credits", "features", "needs", "payments", "plans", "platform"]
