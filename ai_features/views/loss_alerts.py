"""Loss alerts: listed for owners, explained for credits, and what the owner found out."""

import uuid
from typing import Any

from django_filters.rest_framework.filters import BooleanFilter, ChoiceFilter
from django_filters.rest_framework.filterset import FilterSet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.idempotency import idempotent
from ai_features import engine, queries
from ai_features.features.reports import loss_alert
from ai_features.models import LossAlert
from ai_features.serializers.charge import ChargeSerializer
from ai_features.services.notices import loss_alerts
from ai_features.views.credit_alerts import EXPLAIN
from ai_features.views.features import REFUSALS, not_disabled
from common.api import CallerMixin
from common.tenancy import Role
from reports.losses.signals import SIGNALS


class PeersSerializer(serializers.Serializer[Any]):
    """Events for each opportunity, of the others."""

    low = serializers.FloatField()
    high = serializers.FloatField()


class EvidenceSerializer(serializers.Serializer[Any]):
    """A record to open."""

    kind = serializers.ChoiceField(tuple(loss_alert.PLACES))
    id = serializers.UUIDField()
    at = serializers.DateTimeField()
    amount = serializers.DecimalField(max_digits=14, decimal_places=2)
    path = serializers.CharField()


class LossAnalysisSerializer(serializers.Serializer[Any]):
    summary = serializers.CharField()
    risk_factors = serializers.ListField(child=serializers.CharField(), help_text="What the number is held against.")
    honest_causes = serializers.ListField(child=serializers.CharField())
    recommended_action = serializers.ChoiceField(["REVIEW_REQUIRED"])
    what_to_check = serializers.CharField()
    explanation = serializers.CharField(allow_null=True, help_text="With `?explain=1`, for credits.")

    def get_fields(self) -> dict[str, Any]:
        """`context` is a name that a field of its own has."""
        return {**super().get_fields(), "context": serializers.CharField()}


class LossAlertSerializer(serializers.Serializer[LossAlert]):
    """A pattern in the records that is unusual. `loss` in GHS in four weeks, beyond what was to be expected."""

    id = serializers.UUIDField()
    severity = serializers.ChoiceField(LossAlert.Severity.choices)
    type = serializers.ChoiceField(loss_alert.TYPES)
    signal = serializers.ChoiceField(tuple(SIGNALS))
    title = serializers.CharField()
    detection_time = serializers.DateTimeField()
    week = serializers.DateField(help_text="The Monday of the last week that was counted.")
    weeks = serializers.IntegerField()
    member_id = serializers.UUIDField(allow_null=True)
    member_name = serializers.CharField(allow_null=True)
    storefront_id = serializers.UUIDField()
    storefront_name = serializers.CharField()
    loss = serializers.DecimalField(max_digits=14, decimal_places=2)
    events = serializers.IntegerField()
    chances = serializers.IntegerField()
    expected = serializers.FloatField()
    peers = PeersSerializer(allow_null=True)
    evidence = EvidenceSerializer(many=True)
    ai_analysis = LossAnalysisSerializer()
    verdict = serializers.ChoiceField(LossAlert.Verdict.choices, allow_null=True)
    verdict_note = serializers.CharField()
    verdict_at = serializers.DateTimeField(allow_null=True)
    verdict_by = serializers.CharField(allow_null=True)

    def to_representation(self, instance: LossAlert) -> dict[str, Any]:
        return loss_alert.shape(instance)


class ExplainedLossAlertSerializer(LossAlertSerializer, ChargeSerializer):
    """With an explanation in words, what that cost."""


class VerdictSerializer(serializers.Serializer[Any]):
    """What the owner found out; null takes it back."""

    verdict = serializers.ChoiceField(LossAlert.Verdict.choices, allow_null=True)
    note = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")


class LossAlertFilter(FilterSet):
    """Those without a verdict; `?resolved=true` for those with one."""

    signal = ChoiceFilter(choices=[(key, signal.title) for key, signal in SIGNALS.items()])
    resolved = BooleanFilter(method="by_verdict")

    class Meta:
        model = LossAlert
        fields = ["severity", "signal"]

    def by_verdict(self, rows: Any, name: str, resolved: bool) -> Any:
        return rows.exclude(verdict="") if resolved else rows.filter(verdict="")


class LossAlertsView(CallerMixin, ListAPIView[LossAlert]):
    """Patterns in the records that are unusual, the latest first, for owners alone. At most two new ones a week."""

    roles = (Role.OWNER,)
    serializer_class = LossAlertSerializer
    filterset_class = LossAlertFilter
    search_fields = ["member__name", "storefront__name"]
    ordering_fields = ["detected_at", "loss"]
    queryset = LossAlert.objects.none()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        not_disabled()
        super().initial(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        rows = queries.alerts.loss_alerts(self.caller.business_id, reader=self.caller.membership_id)
        return rows if "resolved" in self.request.query_params else rows.filter(verdict="")


class LossAlertView(CallerMixin, APIView):
    """One alert: read, with `?explain=1` in words for credits, or given a verdict."""

    roles = (Role.OWNER,)
    refuses = REFUSALS
    queryset = LossAlert.objects.none()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        not_disabled()
        super().initial(request, *args, **kwargs)

    @extend_schema(parameters=[EXPLAIN], responses=ExplainedLossAlertSerializer)
    @idempotent(seconds=330)
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        alert = queries.alerts.loss_alert(self.caller.business_id, pk, reader=self.caller.membership_id)
        if request.query_params.get("explain") not in ("1", "true"):
            return Response(loss_alert.shape(alert))
        said = engine.run(loss_alert.EXPLANATION, self.caller, {"alert_id": pk})
        return Response(loss_alert.shape(alert, said.pop("risk_explanation")) | said)

    @extend_schema(request=VerdictSerializer, responses=LossAlertSerializer)
    def patch(self, request: Request, pk: uuid.UUID) -> Response:
        given = VerdictSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        verdict = given.validated_data["verdict"] or ""
        alert = loss_alerts.judge(self.caller, pk, verdict=verdict, note=given.validated_data["note"])
        return Response(loss_alert.shape(alert))
