"""Every URL of the project."""

from django.contrib import admin
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from ai_features.views.receipts import SmartSaleViewSet
from ai_features.views.reorder import NarratedReorderView
from ai_features.views.reports import NarratedReportView
from ai_features.views.storefront_plan import PayStorefrontsView, StorefrontCardView
from app.capabilities import CapabilitiesView
from app.console import ADDRESS, console
from app.health import healthz, metrics, readyz
from reports.reorder.views import DraftOrdersView
from reports.urls import addresses
from sales.urls import addresses as sales_addresses

urlpatterns = [
    path("accounts/api/", include("app.exports.urls")),
    path("accounts/api/subscription/pay/", PayStorefrontsView.as_view(), name="pay-storefronts"),
    path("accounts/api/subscription/card/", StorefrontCardView.as_view(), name="storefront-card"),
    path("accounts/api/", include("accounts.urls")),
    path("inventory/api/purchase-orders/from-plan/", DraftOrdersView.as_view(), name="draft-orders"),
    path("inventory/api/", include("inventory.urls")),
    path("sales/api/", include(sales_addresses(SmartSaleViewSet))),
    path("reports/api/", include(addresses(NarratedReportView, NarratedReorderView))),
    path("ai/api/capabilities/", CapabilitiesView.as_view(), name="capabilities"),
    path("ai/api/", include("ai_features.urls")),
    path("admin/", admin.site.urls),
    path("api/schema/", SpectacularAPIView.as_view(), name="schema"),
    path("api/docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
    path("", console, name="console"),
    re_path(ADDRESS, console),
]

handler400 = "app.api_errors.bad_request"
handler404 = "app.api_errors.not_found"
handler500 = "app.api_errors.server_error"
