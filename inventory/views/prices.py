"""Packs, price lists, what prices were, and what other shops ask."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.serializers import BaseSerializer

from common.tenancy import MANAGEMENT, TenantQuerySet
from common.viewsets import TenantViewSet
from inventory import queries, services
from inventory.filters import CompetitorPriceFilter, PackFilter, PriceChangeFilter, PriceListFilter
from inventory.models import CompetitorPrice, Pack, PriceChange, PriceList
from inventory.serializers.prices import (
    CompetitorPriceSerializer,
    PriceChangeSerializer,
    PriceListRowSerializer,
    PriceListSerializer,
    ProductPackSerializer,
)
from inventory.views.catalogue import CatalogueViewSet


@extend_schema(tags=["prices"])
@extend_schema_view(
    list=extend_schema(summary="What prices were and became, newest first"),
    retrieve=extend_schema(summary="One change of prices"),
)
class PriceHistoryViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = PriceChange.objects.none()
    serializer_class = PriceChangeSerializer
    roles = MANAGEMENT
    filterset_class = PriceChangeFilter
    search_fields = ["product__name", "product__sku"]
    ordering_fields = ["at", "product__name"]

    def rows(self) -> TenantQuerySet[PriceChange]:
        return queries.price_changes(self.caller.business_id)


@extend_schema(tags=["prices"])
@extend_schema_view(
    list=extend_schema(summary="Packs in which products are sold"),
    retrieve=extend_schema(summary="One pack"),
    create=extend_schema(summary="Add a pack: a carton of 24"),
    partial_update=extend_schema(summary="Change the name, barcode or prices of a pack"),
    destroy=extend_schema(summary="Take a pack off sale; its history stays"),
)
class PackViewSet(CatalogueViewSet):
    queryset = Pack.objects.none()
    serializer_class = ProductPackSerializer
    filterset_class = PackFilter
    search_fields = ["name", "barcode", "product__name", "product__sku"]
    ordering_fields = ["name", "units", "retail_price", "product__name", "created_at"]

    def rows(self) -> TenantQuerySet[Pack]:
        return queries.packs(self.caller.business_id)

    def write(self, pk: Any, values: dict[str, Any]) -> Pack:
        return services.save_pack(self.caller, pk, **values)

    def perform_destroy(self, instance: Pack) -> None:
        services.retire_pack(self.caller, instance.pk)


@extend_schema(tags=["prices"])
@extend_schema_view(
    list=extend_schema(summary="Price lists"),
    retrieve=extend_schema(summary="One price list with its prices"),
    create=extend_schema(summary="Add a price list", request=PriceListSerializer, responses={201: PriceListSerializer}),
    partial_update=extend_schema(
        summary="Change a price list", request=PriceListSerializer(partial=True), responses=PriceListSerializer
    ),
    destroy=extend_schema(summary="Remove a price list; its customers pay the prices of their tier"),
)
class PriceListViewSet(CatalogueViewSet):
    queryset = PriceList.objects.none()
    filterset_class = PriceListFilter
    search_fields = ["name"]
    ordering_fields = ["name", "starts_on", "ends_on", "created_at"]

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        return PriceListRowSerializer if self.action == "list" else PriceListSerializer

    def rows(self) -> QuerySet[Any]:
        found = queries.price_lists if self.action == "list" else queries.price_list_details
        return found(self.caller.business_id)

    def write(self, pk: Any, values: dict[str, Any]) -> PriceList:
        return services.save_price_list(self.caller, pk, **values)

    def perform_destroy(self, instance: PriceList) -> None:
        services.delete_price_list(self.caller, instance.pk)


@extend_schema(tags=["prices"])
@extend_schema_view(
    list=extend_schema(summary="What other shops ask, the latest seen first"),
    retrieve=extend_schema(summary="One price of another shop"),
    create=extend_schema(summary="Write down what another shop asks"),
    partial_update=extend_schema(summary="Correct it"),
    destroy=extend_schema(summary="Forget it"),
)
class CompetitorPriceViewSet(CatalogueViewSet):
    queryset = CompetitorPrice.objects.none()
    serializer_class = CompetitorPriceSerializer
    roles = MANAGEMENT
    filterset_class = CompetitorPriceFilter
    search_fields = ["competitor", "product__name", "note"]
    ordering_fields = ["seen_on", "price", "competitor", "product__name"]

    def rows(self) -> TenantQuerySet[CompetitorPrice]:
        return queries.competitor_prices(self.caller.business_id)

    def write(self, pk: Any, values: dict[str, Any]) -> CompetitorPrice:
        return services.save_competitor_price(self.caller, pk, **values)

    def perform_destroy(self, instance: CompetitorPrice) -> None:
        services.delete_competitor_price(self.caller, instance.pk)
