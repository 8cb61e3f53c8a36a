"""What a person may do in a business, told from the roles of the views and of the AI features."""

from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.features import denied_to
from ai_features.pricing import FEATURE_PRICES
from ai_features.serializers.fields import FEATURES, UNAVAILABLE, NumberField
from ai_features.services import AIBillingService
from common.api import CallerMixin
from common.tenancy import Role


class CapabilitySerializer(serializers.Serializer[Any]):
    """`reason` is null, or the error code of the refusal; `price` is in credits."""

    feature = serializers.ChoiceField(FEATURES)
    available = serializers.BooleanField()
    reason = serializers.ChoiceField(UNAVAILABLE, allow_null=True)
    price = NumberField(source="required")


class CapabilitiesSerializer(serializers.Serializer[Any]):
    role = serializers.ChoiceField(choices=Role.choices)
    can = serializers.ListField(
        child=serializers.CharField(), help_text="Operations that this role may call, by their operation id."
    )
    features = CapabilitySerializer(many=True)


class CapabilitiesView(CallerMixin, APIView):
    """What you may do here: your role, its operations, and each AI feature with its price. Free."""

    @extend_schema(responses=CapabilitiesSerializer)
    def get(self, request: Request) -> Response:
        caller = self.caller
        features = AIBillingService.availability(
            caller.business_id, list(FEATURE_PRICES), denied=denied_to(caller.role)
        )
        found = {"role": caller.role, "can": operations_of(caller.role), "features": features}
        return Response(CapabilitiesSerializer(found).data)


@cache
def operations_of(role: Role) -> tuple[str, ...]:
    """The ids of the operations for members that a role may call, sorted; older endpoints are left out."""
    return tuple(sorted(name for name, roles in _roles_by_operation().items() if role in roles))


@cache
def _roles_by_operation() -> dict[str, list[str]]:
    paths: dict[str, Any] = SchemaGenerator().get_schema(public=True)["paths"]  # type: ignore[no-untyped-call]
    return {
        operation["operationId"]: operation["x-roles"]
        for methods in paths.values()
        for operation in methods.values()
        if "x-roles" in operation and not operation.get("deprecated")
    }
