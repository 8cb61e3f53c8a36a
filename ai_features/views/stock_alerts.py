"""Standing alerts about goods."""

from typing import Any

from django_filters.filters import UUIDFilter
from django_filters.rest_framework.filters import BooleanFilter
from django_filters.rest_framework.filterset import FilterSet
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from ai_features.models import StockAlert
from ai_features.queries import alerts
from common.api import CallerMixin
from common.tenancy import MANAGEMENT


class StockAlertSerializer(serializers.ModelSerializer[StockAlert]):
    product_name = serializers.CharField(source="product.name")
    unit = serializers.CharField(source="product.unit")
    storefront_name = serializers.CharField(source="storefront.name")

    class Meta:
        model = StockAlert
        fields = [
            "id",
            "kind",
            "product_id",
            "product_name",
            "unit",
            "storefront_id",
            "storefront_name",
            "units",
            "value",
            "day",
            "detected_at",
            "cleared_at",
        ]


class StockAlertFilter(FilterSet):
    """Those that stand; `?cleared=true` for those that are over."""

    product_id = UUIDFilter("product_id")
    storefront_id = UUIDFilter("storefront_id")
    cleared = BooleanFilter(field_name="cleared_at", lookup_expr="isnull", exclude=True)

    class Meta:
        model = StockAlert
        fields = ["kind"]


class StockAlertsView(CallerMixin, ListAPIView[StockAlert]):
    """Goods that run out before a delivery, expire before they sell, or lie too long; the latest first. Free."""

    roles = MANAGEMENT
    serializer_class = StockAlertSerializer
    filterset_class = StockAlertFilter
    search_fields = ["product__name"]
    ordering_fields = ["detected_at", "value", "day"]
    queryset = StockAlert.objects.none()

    def get_queryset(self) -> Any:
        return alerts.stock_alerts(self.caller.business_id, with_cleared="cleared" in self.request.query_params)
