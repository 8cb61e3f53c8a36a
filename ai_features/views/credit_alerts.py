"""Standing credit alerts: listed, explained for credits, acknowledged."""

import uuid
from typing import Any

from django_filters.filters import UUIDFilter
from django_filters.rest_framework.filters import BooleanFilter
from django_filters.rest_framework.filterset import FilterSet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.idempotency import idempotent
from ai_features import engine
from ai_features.features.credit import credit_alert
from ai_features.models import CreditAlert
from ai_features.queries import alerts
from ai_features.serializers.charge import ChargeSerializer
from ai_features.services.notices.credit_alerts import acknowledge
from ai_features.views.features import REFUSALS, not_disabled
from common.api import CallerMixin
from common.tenancy import MANAGEMENT

EXPLAIN = OpenApiParameter("explain", OpenApiTypes.BOOL, description="1: with an explanation in words, for credits.")


class AlertCustomerSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    outstanding_balance = serializers.DecimalField(max_digits=14, decimal_places=2)
    credit_limit = serializers.DecimalField(max_digits=14, decimal_places=2, allow_null=True)


class AlertAnalysisSerializer(serializers.Serializer[Any]):
    summary = serializers.CharField()
    warning_signs = serializers.ListField(child=serializers.CharField())
    recommended_actions = serializers.ListField(child=serializers.CharField())
    risk_explanation = serializers.CharField(allow_null=True, help_text="With `?explain=1`, for credits.")
    similar_cases = serializers.CharField(allow_null=True)


class CreditAlertSerializer(serializers.Serializer[CreditAlert]):
    """An alert with its signs and what to do about them."""

    id = serializers.UUIDField()
    alert_type = serializers.ChoiceField(credit_alert.TYPES)
    severity = serializers.ChoiceField(CreditAlert.Severity.choices)
    customer = AlertCustomerSerializer()
    ai_analysis = AlertAnalysisSerializer()
    detected_at = serializers.DateTimeField()
    acknowledged_at = serializers.DateTimeField(allow_null=True)
    acknowledged_by = serializers.CharField(allow_null=True)
    cleared_at = serializers.DateTimeField(allow_null=True)

    def to_representation(self, instance: CreditAlert) -> dict[str, Any]:
        return credit_alert.shape(instance)


class ExplainedAlertSerializer(CreditAlertSerializer, ChargeSerializer):
    """With an explanation in words, what that cost."""


class AcknowledgeSerializer(serializers.Serializer[Any]):
    acknowledged = serializers.BooleanField()


class CreditAlertFilter(FilterSet):
    """Those that stand; `?cleared=true` for those that are over."""

    customer_id = UUIDFilter("customer_id")
    cleared = BooleanFilter(field_name="cleared_at", lookup_expr="isnull", exclude=True)
    acknowledged = BooleanFilter(field_name="acknowledged_at", lookup_expr="isnull", exclude=True)

    class Meta:
        model = CreditAlert
        fields = ["severity"]


class CreditAlertsView(CallerMixin, ListAPIView[CreditAlert]):
    """Customers whose credit is changing for the worse, the latest first."""

    roles = MANAGEMENT
    serializer_class = CreditAlertSerializer
    filterset_class = CreditAlertFilter
    search_fields = ["customer__name"]
    ordering_fields = ["detected_at", "severity", "outstanding_balance"]
    queryset = CreditAlert.objects.none()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        not_disabled()
        super().initial(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        return alerts.credit_alerts(self.caller.business_id, with_cleared="cleared" in self.request.query_params)


class CreditAlertView(CallerMixin, APIView):
    """One alert: read, with `?explain=1` in words for credits, or acknowledged."""

    roles = MANAGEMENT
    refuses = REFUSALS

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        not_disabled()
        super().initial(request, *args, **kwargs)

    @extend_schema(parameters=[EXPLAIN], responses=ExplainedAlertSerializer)
    @idempotent(seconds=330)
    def get(self, request: Request, alert_id: uuid.UUID) -> Response:
        alert = alerts.credit_alert(self.caller.business_id, alert_id)
        if request.query_params.get("explain") not in ("1", "true"):
            return Response(credit_alert.shape(alert))
        said = engine.run(credit_alert.EXPLANATION, self.caller, {"alert_id": alert_id})
        return Response(credit_alert.shape(alert, said.pop("risk_explanation")) | said)

    @extend_schema(request=AcknowledgeSerializer, responses=CreditAlertSerializer)
    def patch(self, request: Request, alert_id: uuid.UUID) -> Response:
        given = AcknowledgeSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        alert = acknowledge(self.caller, alert_id, acknowledged=given.validated_data["acknowledged"])
        return Response(credit_alert.shape(alert))
