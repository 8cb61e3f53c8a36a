"""Questions in plain English: text to a typed plan, the plan run over the shop's own data, the answer in words."""

from ai_features.services.query_intelligence.service import QueryIntelligenceService

__all__ = ["QueryIntelligenceService"]
