"""The URLs of ai_features."""

from django.urls import URLPattern, URLResolver, path

from ai_features.features import FEATURES
from ai_features.views import brief, conversations, credits, payments, plans, proposals
from ai_features.views.automations import AutomationsView
from ai_features.views.credit_alerts import CreditAlertsView, CreditAlertView
from ai_features.views.features import urls_of
from ai_features.views.feedback import FeedbackView
from ai_features.views.loss_alerts import LossAlertsView, LossAlertView
from ai_features.views.message_reports import SmsReportsView, WhatsAppReportsView
from ai_features.views.questions import StartersView
from ai_features.views.settings import SettingsView
from ai_features.views.stock_alerts import StockAlertsView, StockAlertView
from ai_features.views.support import SupportChatView
from ai_features.views.voice import VoiceView

urlpatterns: list[URLPattern | URLResolver] = [
    path("query/voice/", VoiceView.as_view(), name="query-voice"),
    path("credits/balance/", credits.BalanceView.as_view(), name="credit-balance"),
    path("pricing/", credits.PricingView.as_view(), name="pricing"),
    path("usage/stats/", credits.UsageView.as_view(), name="usage-stats"),
    path("usage-stats/", credits.UsageAliasView.as_view(), name="usage-stats-alias"),
    path("transactions/", credits.TransactionsView.as_view(), name="ai-transactions"),
    path("transactions/<uuid:transaction_id>/feedback/", FeedbackView.as_view(), name="ai-feedback"),
    path("check-availability/", credits.AvailabilityView.as_view(), name="check-availability"),
    path("settings/", SettingsView.as_view(), name="ai-settings"),
    path("alerts/", credits.AlertsView.as_view(), name="ai-alerts"),
    path("credits/purchase/", payments.PurchaseView.as_view(), name="credit-purchase"),
    path("credits/ledger/", credits.LedgerView.as_view(), name="credit-ledger"),
    path("credits/verify/", payments.VerifyView.as_view(), name="credit-verify"),
    path("credits/purchases/", payments.PurchasesView.as_view(), name="credit-purchases"),
    path("credits/purchases/<str:reference>/", payments.OnePurchaseView.as_view(), name="credit-purchase-by-reference"),
    path("credits/purchases/<str:reference>/invoice/", payments.InvoiceView.as_view(), name="credit-invoice"),
    path("credits/purchases/<str:reference>/refund/", payments.RefundView.as_view(), name="credit-refund"),
    path("addon/", payments.AddonView.as_view(), name="addon"),
    path("addon/subscribe/", payments.SubscribeView.as_view(), name="addon-subscribe"),
    path("addon/cancel/", payments.CancelView.as_view(), name="addon-cancel"),
    path("addon/resume/", payments.ResumeView.as_view(), name="addon-resume"),
    path("plans/", plans.PlansView.as_view(), name="plans"),
    path("plans/subscribe/", plans.ChooseView.as_view(), name="plan-subscribe"),
    path("plans/cancel/", plans.CancelView.as_view(), name="plan-cancel"),
    path("plans/resume/", plans.ResumeView.as_view(), name="plan-resume"),
    path("payments/paystack/webhook/", payments.WebhookView.as_view(), name="paystack-webhook"),
    path("brief/", brief.BriefView.as_view(), name="brief"),
    path("brief/<uuid:pk>/dismiss/", brief.DismissCardView.as_view(), name="brief-dismiss"),
    path("proposals/", proposals.ProposalsView.as_view(), name="proposals"),
    path("proposals/<uuid:pk>/", proposals.ProposalView.as_view(), name="proposal"),
    path("proposals/<uuid:pk>/approve/", proposals.ApproveView.as_view(), name="proposal-approve"),
    path("proposals/<uuid:pk>/dismiss/", proposals.DismissProposalView.as_view(), name="proposal-dismiss"),
    path("proposals/<uuid:pk>/undo/", proposals.UndoView.as_view(), name="proposal-undo"),
    path("automations/", AutomationsView.as_view(), name="automations"),
    path("messages/whatsapp/", WhatsAppReportsView.as_view(), name="whatsapp-reports"),
    path("messages/sms/<str:secret>/", SmsReportsView.as_view(), name="sms-reports"),
    path("support-chat/", SupportChatView.as_view(), name="support-chat"),
    path("conversations/", conversations.ConversationsView.as_view(), name="conversations"),
    path("conversations/<uuid:pk>/", conversations.ConversationView.as_view(), name="conversation"),
    path("starters/", StartersView.as_view(), name="starters"),
    path("credit/alerts/", CreditAlertsView.as_view(), name="credit-alerts"),
    path("credit/alerts/<uuid:alert_id>/", CreditAlertView.as_view(), name="credit-alert"),
    path("fraud-alerts/", LossAlertsView.as_view(), name="loss-alerts"),
    path("fraud-alerts/<uuid:pk>/", LossAlertView.as_view(), name="loss-alert"),
    path("inventory/alerts/", StockAlertsView.as_view(), name="stock-alerts"),
    path("inventory/alerts/<uuid:pk>/", StockAlertView.as_view(), name="stock-alert"),
    *urls_of(FEATURES),
]
