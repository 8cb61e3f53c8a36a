"""Product files and how far they have been read."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
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
from inventory.models import ProductImport
from inventory.serializers import NewProductImportSerializer, ProductImportRowSerializer, ProductImportSerializer


@extend_schema(tags=["products"])
@extend_schema_view(
    list=extend_schema(summary="Imports of products, newest first"),
    retrieve=extend_schema(summary="An import's progress and its bad lines"),
)
class ImportViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = ProductImport.objects.none()
    parser_classes = [MultiPartParser]
    roles = MANAGEMENT
    throttle_classes = UPLOAD
    filterset_fields = ["status"]
    search_fields = ["original_name"]
    ordering_fields = ["created_at", "finished_at"]

    def rows(self) -> QuerySet[ProductImport]:
        return queries.imports(self.caller.business_id)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        return ProductImportRowSerializer if self.action == "list" else ProductImportSerializer

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
