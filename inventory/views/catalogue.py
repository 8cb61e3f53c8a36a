"""Products, categories and suppliers."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from accounts.throttles import UPLOAD
from common.import_api import CHECK, uploaded
from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet
from inventory import queries, services
from inventory.filters import CategoryFilter, ProductFilter
from inventory.models import Category, Product, Supplier
from inventory.serializers import (
    CategoryNodeSerializer,
    CategorySerializer,
    ProductSerializer,
    SupplierSerializer,
)
from inventory.serializers.owing import SupplierFileSerializer, SupplierImportSerializer

MANAGEMENT_WRITES = dict.fromkeys(("POST", "PATCH", "DELETE"), MANAGEMENT)


class CatalogueViewSet(
    mixins.ListModelMixin, mixins.RetrieveModelMixin, mixins.CreateModelMixin, mixins.DestroyModelMixin, TenantViewSet
):
    """Reading for all, writing for owners and managers. A child says which service writes."""

    roles_for = MANAGEMENT_WRITES

    def write(self, pk: Any, values: dict[str, Any]) -> Any:
        """Create (`pk` None) or change a row; the row."""
        raise NotImplementedError

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        body = self.get_serializer(data=request.data)
        body.is_valid(raise_exception=True)
        return Response(self._shown(self.write(None, body.validated_data).pk), status=201)

    def partial_update(self, request: Request, pk: Any) -> Response:
        body = self.get_serializer(data=request.data, partial=True)
        body.is_valid(raise_exception=True)
        return Response(self._shown(self.write(pk, body.validated_data).pk))

    def _shown(self, pk: Any) -> Any:
        serializer: BaseSerializer[Any] = self.get_serializer(self.rows().get(pk=pk))
        return serializer.data


@extend_schema(tags=["products"])
@extend_schema_view(
    retrieve=extend_schema(summary="One category"),
    create=extend_schema(summary="Add a category"),
    partial_update=extend_schema(summary="Rename or move a category"),
    destroy=extend_schema(summary="Remove an empty category"),
)
class CategoryViewSet(CatalogueViewSet):
    queryset = Category.objects.none()
    serializer_class = CategorySerializer
    filterset_class = CategoryFilter
    search_fields = ["name"]
    ordering_fields = ["name", "created_at", "product_count"]
    also_takes = ("tree",)

    def rows(self) -> QuerySet[Any]:
        return queries.categories(self.caller.business_id)

    @extend_schema(
        summary="Categories, as a list or as a tree",
        parameters=[OpenApiParameter("tree", bool, description="1: the roots, each with `children`, on one page.")],
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        if request.query_params.get("tree", "").lower() not in ("1", "true"):
            return super().list(request, *args, **kwargs)
        tree = CategoryNodeSerializer(queries.category_tree(self.caller.business_id), many=True).data
        return Response({"count": len(tree), "next": None, "previous": None, "results": tree})

    def write(self, pk: Any, values: dict[str, Any]) -> Category:
        if pk is None:
            return services.create_category(self.caller, **values)
        return services.change_category(self.caller, pk, changes=values)

    def perform_destroy(self, instance: Category) -> None:
        services.delete_category(self.caller, instance.pk)


@extend_schema(tags=["products"])
@extend_schema_view(
    list=extend_schema(summary="Suppliers"),
    retrieve=extend_schema(summary="One supplier"),
    create=extend_schema(summary="Add a supplier"),
    partial_update=extend_schema(summary="Change a supplier or the lead time"),
    destroy=extend_schema(summary="Forget a supplier of no product"),
)
class SupplierViewSet(CatalogueViewSet):
    queryset = Supplier.objects.none()
    serializer_class = SupplierSerializer
    search_fields = ["name", "phone", "email"]
    ordering_fields = ["name", "lead_time_days", "created_at"]

    def rows(self) -> QuerySet[Supplier]:
        return queries.suppliers(self.caller.business_id)

    def write(self, pk: Any, values: dict[str, Any]) -> Supplier:
        if pk is None:
            return services.create_supplier(self.caller, **values)
        return services.change_supplier(self.caller, pk, changes=values)

    def perform_destroy(self, instance: Supplier) -> None:
        services.delete_supplier(self.caller, instance.pk)

    @extend_schema(
        summary="Bring in suppliers and opening balances from a file, in the background",
        parameters=[CHECK],
        request={"multipart/form-data": SupplierFileSerializer},
        responses={202: SupplierImportSerializer},
        filters=False,
    )
    @action(
        detail=False,
        methods=["post"],
        url_path="import",
        parser_classes=[MultiPartParser],
        throttle_classes=UPLOAD,
        pagination_class=None,
        filter_backends=[],
    )
    def import_file(self, request: Request) -> Response:
        body = SupplierFileSerializer(data=uploaded(request))
        body.is_valid(raise_exception=True)
        job = services.start_supplier_import(self.caller, **body.validated_data)
        shown = queries.supplier_imports(self.caller.business_id).get(pk=job.pk)
        return Response(SupplierImportSerializer(shown).data, status=202)


@extend_schema(tags=["products"])
@extend_schema_view(
    list=extend_schema(summary="Products, each with its stock in all and by storefront"),
    retrieve=extend_schema(summary="One product"),
    create=extend_schema(summary="Add a product"),
    partial_update=extend_schema(summary="Change a product"),
    destroy=extend_schema(summary="Take a product off sale; its history stays"),
)
class ProductViewSet(CatalogueViewSet):
    queryset = Product.objects.none()
    serializer_class = ProductSerializer
    filterset_class = ProductFilter
    search_fields = ["name", "sku", "barcode", "brand"]
    ordering_fields = ["name", "sku", "brand", "retail_price", "wholesale_price", "created_at", "stock_total"]

    def rows(self) -> QuerySet[Any]:
        return queries.products(self.caller.business_id, storefront_id=self.caller.storefront_id)

    def write(self, pk: Any, values: dict[str, Any]) -> Product:
        if pk is None:
            return services.create_product(self.caller, **values)
        confirmed = values.pop("confirmed", False)
        return services.change_product(self.caller, pk, changes=values, confirmed=confirmed)

    def perform_destroy(self, instance: Product) -> None:
        services.retire_product(self.caller, instance.pk)
