"""The business, its storefronts and its plan."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from accounts import queries, services
from accounts.models import Storefront
from accounts.serializers import (
    BusinessSerializer,
    NewStorefrontSerializer,
    StorefrontSerializer,
    SubscriptionSerializer,
)
from common.api import CallerMixin
from common.tenancy import MANAGEMENT, Role
from common.viewsets import TenantViewSet

OWNERS_WRITE = dict.fromkeys(("POST", "PUT", "PATCH", "DELETE"), (Role.OWNER,))


@extend_schema(tags=["accounts"])
class BusinessView(CallerMixin, APIView):
    roles_for = OWNERS_WRITE

    @extend_schema(summary="The business", responses=BusinessSerializer)
    def get(self, request: Request) -> Response:
        return Response(BusinessSerializer(queries.business(self.caller.business_id)).data)

    @extend_schema(summary="Change the business", request=BusinessSerializer, responses=BusinessSerializer)
    def patch(self, request: Request) -> Response:
        body = BusinessSerializer(data=request.data, partial=True)
        body.is_valid(raise_exception=True)
        return Response(BusinessSerializer(services.update_business(self.caller, changes=body.validated_data)).data)


@extend_schema(tags=["accounts"])
class SubscriptionView(CallerMixin, APIView):
    refuses = ("not_found",)
    roles = MANAGEMENT

    @extend_schema(summary="The storefront plan and what it costs", responses=SubscriptionSerializer)
    def get(self, request: Request) -> Response:
        return Response(SubscriptionSerializer(queries.plan(self.caller.business_id)).data)


@extend_schema(tags=["accounts"])
@extend_schema_view(
    list=extend_schema(summary="Storefronts"),
    retrieve=extend_schema(summary="One storefront"),
    create=extend_schema(summary="Open a storefront; the plan's price follows", responses={201: StorefrontSerializer}),
    partial_update=extend_schema(summary="Change, close or open a storefront again"),
    destroy=extend_schema(summary="Close a storefront; its history stays"),
)
class StorefrontViewSet(
    mixins.ListModelMixin, mixins.RetrieveModelMixin, mixins.CreateModelMixin, mixins.DestroyModelMixin, TenantViewSet
):
    queryset = Storefront.objects.none()
    roles_for = OWNERS_WRITE
    filterset_fields = ["is_active"]
    search_fields = ["name", "address"]
    ordering_fields = ["name", "created_at"]

    def rows(self) -> QuerySet[Storefront]:
        return queries.storefronts(self.caller.business_id)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        return NewStorefrontSerializer if self.action == "create" else StorefrontSerializer

    def perform_create(self, serializer: BaseSerializer[Any]) -> None:
        serializer.instance = services.open_storefront(self.caller, **serializer.validated_data)

    def partial_update(self, request: Request, pk: Any) -> Response:
        body = self.get_serializer(data=request.data, partial=True)
        body.is_valid(raise_exception=True)
        changed = services.change_storefront(self.caller, pk, changes=body.validated_data)
        return Response(self.get_serializer(changed).data)

    def perform_destroy(self, instance: Storefront) -> None:
        services.close_storefront(self.caller, instance.pk)
