"""Sales histories and how far they have been read: for owners and managers."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.throttles import UPLOAD
from common.import_api import CHECK, ReadingImports, uploaded
from common.parsers import StrictJSONParser
from sales.imports import jobs
from sales.imports.serializers import NewSalesImportSerializer, SalesImportRowSerializer, SalesImportSerializer
from sales.models import SalesImport


@extend_schema(tags=["sales"])
@extend_schema_view(
    list=extend_schema(summary="Imports of past sales, newest first"),
    retrieve=extend_schema(summary="An import's progress and its bad lines"),
)
class ImportViewSet(ReadingImports):
    queryset = SalesImport.objects.none()
    parser_classes = [MultiPartParser, StrictJSONParser]  # JSON is told that a file is missing
    throttle_classes = UPLOAD
    serializer_class = SalesImportSerializer
    row_serializer = SalesImportRowSerializer

    def rows(self) -> QuerySet[SalesImport]:
        return jobs.imports(self.caller.business_id)

    @extend_schema(
        summary="Import past sales from a CSV file, in the background",
        parameters=[CHECK],
        request=NewSalesImportSerializer,
        responses={202: SalesImportSerializer},
    )
    def create(self, request: Request) -> Response:
        body = NewSalesImportSerializer(data=uploaded(request), context=self.get_serializer_context())
        body.is_valid(raise_exception=True)
        storefront = body.validated_data.pop("storefront_id", None)
        job = jobs.start_import(self.caller, **body.validated_data, storefront_id=storefront and storefront.pk)
        return Response(SalesImportSerializer(self.rows().get(pk=job.pk)).data, status=202)

    @extend_schema(summary="Take a whole import back", request=None, responses=SalesImportSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: Any) -> Response:
        jobs.undo_import(self.caller, pk)
        return Response(SalesImportSerializer(self.rows().get(pk=pk)).data)
