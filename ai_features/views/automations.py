"""Standing approvals over HTTP."""

from decimal import Decimal
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.models import Automation
from ai_features.models.proposals import AUTOMATED
from ai_features.proposals import automations
from ai_features.serializers.proposals import CHANNELS
from common.api import CallerMixin
from common.tenancy import MANAGEMENT

FIRST, LAST = 8, 19


class HoursSerializer(serializers.Serializer[Any]):
    """Whole hours in Accra: from one until, not at, the other."""

    until = serializers.IntegerField(min_value=FIRST + 1, max_value=LAST, source="until_hour")

    def get_fields(self) -> dict[str, Any]:
        """`from` is a word of Python."""
        first = serializers.IntegerField(min_value=FIRST, max_value=LAST - 1, source="from_hour")
        return {"from": first, **super().get_fields()}


class AutomationSerializer(serializers.ModelSerializer[Automation]):
    """A standing yes to one kind of proposal, and its bounds."""

    max_amount = serializers.DecimalField(14, 2, help_text="In GHS: the most that a debt or an order may come to.")
    channel = serializers.ChoiceField(CHANNELS, help_text="For reminders; orders always go by email.")
    hours = HoursSerializer(source="*")
    changed_by = serializers.CharField(source="changed_by.name", default=None, allow_null=True)

    class Meta:
        model = Automation
        fields = ["kind", "enabled", "max_level", "max_amount", "channel", "hours", "changed_by", "changed_at"]


class AutomationsSerializer(serializers.Serializer[Any]):
    automations = AutomationSerializer(many=True)


class AutomationChangeSerializer(serializers.Serializer[Any]):
    """`stop_all` ends every standing yes; else `kind` and what is to change of it."""

    stop_all = serializers.BooleanField(required=False, default=False)
    kind = serializers.ChoiceField(AUTOMATED, required=False)
    enabled = serializers.BooleanField(required=False)
    max_level = serializers.ChoiceField(Automation.Level.choices, required=False)
    max_amount = serializers.DecimalField(14, 2, min_value=Decimal(0), required=False)
    channel = serializers.ChoiceField(CHANNELS, required=False)
    hours = HoursSerializer(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs["stop_all"] and "kind" not in attrs:
            raise serializers.ValidationError({"kind": ["Say which kind is to change, or stop all."]})
        return attrs


class AutomationsView(CallerMixin, APIView):
    """What is done without asking you each time: off unless an owner said yes; managers can end it too."""

    roles = MANAGEMENT

    @extend_schema(summary="Standing approvals", responses=AutomationsSerializer, tags=["AI features"])
    def get(self, request: Request) -> Response:
        shown = {"automations": automations.automations(self.caller.business_id)}
        return Response(AutomationsSerializer(shown).data)

    @extend_schema(
        summary="Change a standing approval, or end all",
        request=AutomationChangeSerializer,
        responses=AutomationsSerializer,
        tags=["AI features"],
    )
    def patch(self, request: Request) -> Response:
        asked = AutomationChangeSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        given = dict(asked.validated_data)
        if given.pop("stop_all"):
            automations.stop_all(self.caller)
        else:
            hours = given.pop("hours", {})
            automations.change(self.caller, given.pop("kind"), given | hours)
        return self.get(request)
