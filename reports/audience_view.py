"""The audience of a segment, for owners and managers."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.throttles import REPORT
from common.api import CallerMixin
from common.tenancy import MANAGEMENT
from reports.audience import audience
from reports.rfm import SEGMENTS
from sales.models import Customer


class AudienceAskedSerializer(serializers.Serializer[Any]):
    segment = serializers.ChoiceField(choices=list(SEGMENTS))


class AudienceMemberSerializer(serializers.Serializer[Any]):
    customer_id = serializers.UUIDField()
    customer_name = serializers.CharField()
    phone = serializers.CharField()
    held_out = serializers.BooleanField(
        help_text="True: do not write to this customer, so that the others can be compared with those held out."
    )
    message = serializers.CharField(help_text="Empty where `held_out` is true.", allow_blank=True)
    revenue = serializers.DecimalField(max_digits=14, decimal_places=2)
    days_since_purchase = serializers.IntegerField()


@extend_schema(tags=["reports"])
class AudienceView(CallerMixin, GenericAPIView[Customer]):
    """Whom to write to in a segment: who agreed to offers and has a phone, with a message for each."""

    roles = MANAGEMENT
    throttle_classes = REPORT
    queryset = Customer.objects.none()
    serializer_class = AudienceMemberSerializer
    filter_backends: list[Any] = []
    also_takes = ("segment",)

    @extend_schema(
        summary="The customers of a segment who may be written to, a tenth held out",
        parameters=[AudienceAskedSerializer],
        responses=AudienceMemberSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        asked = AudienceAskedSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        business_id = self.caller.business_id
        page: Any = self.paginate_queryset(audience(business_id, asked.validated_data["segment"]))
        return self.get_paginated_response(AudienceMemberSerializer(page, many=True).data)
