"""The addresses of ai_features."""

from django.urls import URLPattern, URLResolver, path

from ai_features.views import credits

urlpatterns: list[URLPattern | URLResolver] = [
    path("credits/balance/", credits.BalanceView.as_view(), name="credit-balance"),
    path("pricing/", credits.PricingView.as_view(), name="pricing"),
    path("usage/stats/", credits.UsageView.as_view(), name="usage-stats"),
    path("usage-stats/", credits.UsageView.as_view(), name="usage-stats-alias"),
    path("transactions/", credits.TransactionsView.as_view(), name="ai-transactions"),
    path("check-availability/", credits.AvailabilityView.as_view(), name="check-availability"),
    path("alerts/", credits.AlertsView.as_view(), name="ai-alerts"),
]
