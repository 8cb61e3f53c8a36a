"""Tills that sell without a line: what they must know, and what they did."""

from dataclasses import fields

from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from common.api import CallerMixin
from sales import queries
from sales.serializers.sync import TillDataSerializer, WantedSerializer
from sales.views.offline import TakesOffline


@extend_schema(tags=["tills"])
@method_decorator(gzip_page, name="dispatch")
class SyncView(TakesOffline, CallerMixin, APIView):
    @extend_schema(
        summary="What changed for a till since its cursor: goods, prices, stock, customers; everything without one",
        parameters=[WantedSerializer],
        responses=TillDataSerializer,
    )
    def get(self, request: Request) -> Response:
        wanted = WantedSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        storefront_id = wanted.validated_data["storefront_id"] or self.caller.storefront_id
        self.caller.require_storefront(storefront_id)
        since = wanted.validated_data["since"]
        found = queries.till_data(self.caller.business_id, since, storefront_id=storefront_id)
        return Response({field.name: getattr(found, field.name) for field in fields(found)})
