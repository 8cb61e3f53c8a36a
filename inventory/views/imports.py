"""Files of products and suppliers, and how far they have been read."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.throttles import UPLOAD
from common.import_api import CHECK, ReadingImports, uploaded
from inventory import queries, services
from inventory.models import ProductImport, SupplierImport
from inventory.serializers import NewProductImportSerializer, ProductImportRowSerializer, ProductImportSerializer
from inventory.serializers.owing import SupplierImportRowSerializer, SupplierImportSerializer


@extend_schema(tags=["products"])
@extend_schema_view(
    list=extend_schema(summary="Imports of products, newest first"),
    retrieve=extend_schema(summary="An import's progress and its bad lines"),
)
class ImportViewSet(ReadingImports):
    queryset = ProductImport.objects.none()
    parser_classes = [MultiPartParser]
    throttle_classes = UPLOAD
    serializer_class = ProductImportSerializer
    row_serializer = ProductImportRowSerializer

    def rows(self) -> QuerySet[ProductImport]:
        return queries.imports(self.caller.business_id)

    @extend_schema(
        summary="Import products from a CSV file, in the background",
        parameters=[CHECK],
        request=NewProductImportSerializer,
        responses={202: ProductImportSerializer},
    )
    def create(self, request: Request) -> Response:
        body = NewProductImportSerializer(data=uploaded(request))
        body.is_valid(raise_exception=True)
        job = services.start_import(self.caller, **body.validated_data)
        return Response(ProductImportSerializer(self.rows().get(pk=job.pk)).data, status=202)

    @extend_schema(summary="Take a whole import back", request=None, responses=ProductImportSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: Any) -> Response:
        services.undo_import(self.caller, pk)
        return Response(ProductImportSerializer(self.rows().get(pk=pk)).data)


@extend_schema(tags=["products"])
@extend_schema_view(
    list=extend_schema(summary="Imports of suppliers, newest first"),
    retrieve=extend_schema(summary="The progress of an import of suppliers and its bad lines"),
)
class SupplierImportViewSet(ReadingImports):
    queryset = SupplierImport.objects.none()
    serializer_class = SupplierImportSerializer
    row_serializer = SupplierImportRowSerializer

    def rows(self) -> QuerySet[SupplierImport]:
        return queries.supplier_imports(self.caller.business_id)
