"""The tables of AI features."""

from ai_features.models.alerts import Message, NotificationChannels
from ai_features.models.brief import Brief, BriefCard
from ai_features.models.consents import AIConsent, AITrialClaim, BusinessAISettings
from ai_features.models.conversations import Conversation, Turn
from ai_features.models.credit_alerts import CreditAlert
from ai_features.models.credits import (
    BusinessAICredits,
    CreditDebt,
    CreditHold,
    CreditLot,
    HoldPart,
    LedgerEntry,
)
from ai_features.models.feedback import AIFeedback, OfferedQuestion
from ai_features.models.jobs import JobRun
from ai_features.models.loss_alerts import LossAlert, LossScan
from ai_features.models.payments import (
    AICreditPurchase,
    AIMonthlyAddon,
    CreditInvoice,
    CreditRefund,
    InvoiceCounter,
    PaymentEvent,
    StorefrontCard,
)
from ai_features.models.plans import AIPlan
from ai_features.models.proposals import Automation, CustomerMessage, Proposal, ProposalStep, SendingDay
from ai_features.models.stock_alerts import StockAlert
from ai_features.models.support import SupportTicket
from ai_features.models.usage import AIText, AITransaction, AIUsageAlert, FeatureSetting, Outcome

__all__ = [
    "AIConsent",
    "AICreditPurchase",
    "AIFeedback",
    "AIMonthlyAddon",
    "AIPlan",
    "AIText",
    "AITransaction",
    "AITrialClaim",
    "AIUsageAlert",
    "Automation",
    "Brief",
    "BriefCard",
    "BusinessAICredits",
    "BusinessAISettings",
    "Conversation",
    "CreditAlert",
    "CreditDebt",
    "CreditHold",
    "CreditInvoice",
    "CreditLot",
    "CreditRefund",
    "CustomerMessage",
    "FeatureSetting",
    "HoldPart",
    "InvoiceCounter",
    "JobRun",
    "LedgerEntry",
    "LossAlert",
    "LossScan",
    "Message",
    "NotificationChannels",
    "OfferedQuestion",
    "Outcome",
    "PaymentEvent",
    "Proposal",
    "ProposalStep",
    "SendingDay",
    "StockAlert",
    "StorefrontCard",
    "SupportTicket",
    "Turn",
]
