"""The tables of AI features."""

from ai_features.models.credits import (
    BusinessAICredits,
    CreditDebt,
    CreditHold,
    CreditLot,
    HoldPart,
    LedgerEntry,
)
from ai_features.models.payments import AICreditPurchase
from ai_features.models.usage import AIText, AITransaction, AIUsageAlert, FeatureSetting, Outcome

__all__ = [
    "AICreditPurchase",
    "AIText",
    "AITransaction",
    "AIUsageAlert",
    "BusinessAICredits",
    "CreditDebt",
    "CreditHold",
    "CreditLot",
    "FeatureSetting",
    "HoldPart",
    "LedgerEntry",
    "Outcome",
]
