"""Stock counts."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet
from inventory import queries, services
from inventory.filters import StockCountFilter
from inventory.models import StockCount
from inventory.serializers.counts import (
    EnterCountSerializer,
    NewCountSerializer,
    StockCountLineSerializer,
    StockCountSerializer,
)


@extend_schema(tags=["stock"])
@extend_schema_view(
    list=extend_schema(summary="Stock counts, newest first"), retrieve=extend_schema(summary="One stock count")
)
class StockCountViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = StockCount.objects.none()
    serializer_class = StockCountSerializer
    filterset_class = StockCountFilter
    search_fields = ["note"]
    ordering_fields = ["created_at", "missing_value"]
    roles_for = {"POST": MANAGEMENT}

    def rows(self) -> QuerySet[Any]:
        return self.at_own_storefront(queries.counts(self.caller.business_id))

    def shown(self, pk: Any, *, status: int = 200) -> Response:
        return Response(self.get_serializer(self.rows().get(pk=pk)).data, status=status)

    @extend_schema(
        summary="Begin a count: what should be there is frozen",
        request=NewCountSerializer,
        responses={201: StockCountSerializer},
    )
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        body = NewCountSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        return self.shown(services.start_count(self.caller, **body.validated_data).pk, status=201)

    @extend_schema(
        summary="The lines of a count, by product", filters=False, responses=StockCountLineSerializer(many=True)
    )
    @action(detail=True, filter_backends=[], filterset_class=None)
    def lines(self, request: Request, pk: Any) -> Response:
        count = self.get_object()
        page = self.paginate_queryset(queries.count_lines(self.caller.business_id, count.pk))
        shown = StockCountLineSerializer(page, many=True, context=self.get_serializer_context())
        return self.get_paginated_response(shown.data)

    @extend_schema(summary="Enter what is on the shelf", request=EnterCountSerializer, responses=StockCountSerializer)
    @action(detail=True, methods=["post"], roles_for={})
    def enter(self, request: Request, pk: Any) -> Response:
        body = EnterCountSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        values = body.validated_data
        services.enter_count(self.caller, pk, found=values["lines"], confirmed=values["confirmed"])
        return self.shown(pk)

    @extend_schema(summary="Correct stock by what was found", request=None, responses=StockCountSerializer)
    @action(detail=True, methods=["post"])
    def complete(self, request: Request, pk: Any) -> Response:
        services.complete_count(self.caller, pk)
        return self.shown(pk)

    @extend_schema(summary="Give a count up", request=None, responses=StockCountSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any) -> Response:
        services.cancel_count(self.caller, pk)
        return self.shown(pk)
