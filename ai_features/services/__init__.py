"""What AI features are made of. The three service classes can be imported from here, each loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ai_features.services.billing import AIBillingService as AIBillingService

_HOMES = {
    "AIBillingService": "billing",
    "OpenAIService": "model.openai_service",
    "QueryIntelligenceService": "query_intelligence",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
