"""Carts that wait at a storefront, for any till there."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from common.viewsets import TenantViewSet
from sales import queries, services
from sales.filters import CartFilter
from sales.models import Cart
from sales.serializers.carts import CartSerializer, NewCartSerializer


@extend_schema(tags=["tills"])
@extend_schema_view(list=extend_schema(summary="Carts that wait"), retrieve=extend_schema(summary="One cart"))
class CartViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = Cart.objects.none()
    serializer_class = CartSerializer
    filterset_class = CartFilter
    search_fields = ["held_for", "customer__name"]
    ordering_fields = ["held_at"]

    def rows(self) -> QuerySet[Any]:
        return self.at_own_storefront(queries.carts(self.caller.business_id))

    @extend_schema(summary="Hold a cart", request=NewCartSerializer, responses={201: CartSerializer})
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        body = NewCartSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        lines = [services.NewLine(**line) for line in body.validated_data["lines"]]
        made = services.hold_cart(self.caller, **{**body.validated_data, "lines": lines})
        return Response(CartSerializer(self.rows().get(pk=made.pk)).data, status=201)

    @extend_schema(
        summary="Take a cart up: one till gets it, and it waits no longer", request=None, responses=CartSerializer
    )
    @action(detail=True, methods=["post"], url_path="take-up")
    @idempotent(atomic=True)
    def take_up(self, request: Request, pk: Any) -> Response:
        return Response(CartSerializer(services.take_up_cart(self.caller, pk)).data)

    @extend_schema(summary="Drop a cart; that is kept as an event", responses={204: None})
    def destroy(self, request: Request, pk: Any) -> Response:
        services.drop_cart(self.caller, pk)
        return Response(status=204)
