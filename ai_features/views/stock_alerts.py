"""Standing alerts about goods: listed, and marked as seen."""

import uuid
from typing import Any

from django_filters.filters import UUIDFilter
from django_filters.rest_framework.filters import BooleanFilter
from django_filters.rest_framework.filterset import FilterSet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.models import StockAlert
from ai_features.queries import alerts
from ai_features.services.notices.stock_alerts import acknowledge
from common.api import CallerMixin
from common.tenancy import MANAGEMENT


class StockAlertSerializer(serializers.ModelSerializer[StockAlert]):
    product_name = serializers.CharField(source="product.name")
    unit = serializers.CharField(source="product.unit")
    storefront_name = serializers.CharField(source="storefront.name")
    acknowledged_by = serializers.CharField(source="acknowledged_by.name", default=None, allow_null=True)

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
            "acknowledged_at",
            "acknowledged_by",
        ]


class SeenSerializer(serializers.Serializer[Any]):
    acknowledged = serializers.BooleanField()


class StockAlertFilter(FilterSet):
    """Those that stand; `?cleared=true` for those that are over."""

    product_id = UUIDFilter("product_id")
    storefront_id = UUIDFilter("storefront_id")
    cleared = BooleanFilter(field_name="cleared_at", lookup_expr="isnull", exclude=True)
    acknowledged = BooleanFilter(field_name="acknowledged_at", lookup_expr="isnull", exclude=True)

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


class StockAlertView(CallerMixin, APIView):
    """One alert, which a person marks as seen, or as not seen."""

    roles = MANAGEMENT
    queryset = StockAlert.objects.none()

    @extend_schema(summary="Acknowledge a stock alert", request=SeenSerializer, responses=StockAlertSerializer)
    def patch(self, request: Request, pk: uuid.UUID) -> Response:
        given = SeenSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        alert = acknowledge(self.caller, pk, acknowledged=given.validated_data["acknowledged"])
        return Response(StockAlertSerializer(alert).data)
