"""Asking for a copy of the business's data, seeing how far it is, and taking it home. Owners only."""

from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import Export
from accounts.services import exports
from app.exports import jobs
from common import clock
from common.api import TenantField
from common.tenancy import Role
from common.viewsets import TenantViewSet
from sales.models import Customer


class NewExportSerializer(serializers.Serializer[Any]):
    customer_id = TenantField(
        Customer,
        required=False,
        allow_null=True,
        default=None,
        help_text="Export one customer; everything when left out.",
    )


class ExportSerializer(serializers.ModelSerializer[Export]):
    by_name = serializers.CharField(source="by.name", default=None, allow_null=True)
    is_kept = serializers.SerializerMethodField(help_text="Whether `download/` has the file.")

    class Meta:
        model = Export
        fields = [
            "id",
            "customer_id",
            "status",
            "rows",
            "by_name",
            "created_at",
            "finished_at",
            "expires_at",
            "is_kept",
        ]
        read_only_fields = fields

    def get_is_kept(self, export: Export) -> bool:
        return bool(export.file) and export.status == Export.Status.DONE


@extend_schema(tags=["accounts"])
@extend_schema_view(list=extend_schema(summary="Copies of the data"), retrieve=extend_schema(summary="One copy"))
class ExportViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    refuses = ("conflict",)
    roles = (Role.OWNER,)
    queryset = Export.objects.none()
    serializer_class = ExportSerializer
    filterset_fields = ["status"]
    ordering_fields = ["created_at"]

    def rows(self) -> QuerySet[Export]:
        return jobs.copies(self.caller.business_id)

    @extend_schema(
        summary="Ask for a copy of everything, or of one customer's data",
        request=NewExportSerializer,
        responses={202: ExportSerializer},
    )
    def create(self, request: Request) -> Response:
        body = NewExportSerializer(data=request.data, context={"request": request})
        body.is_valid(raise_exception=True)
        customer = body.validated_data["customer_id"]
        export = jobs.start(self.caller, customer_id=customer.pk if customer else None)
        return Response(ExportSerializer(export).data, status=202)

    @extend_schema(summary="The file: a zip of CSV tables", responses={(200, "application/zip"): OpenApiTypes.BINARY})
    @action(detail=True)
    def download(self, request: Request, pk: Any) -> FileResponse:
        export = exports.file_of(self.caller, pk)
        name = f"data-{clock.local_date(export.created_at)}.zip"
        return FileResponse(export.file.open("rb"), as_attachment=True, filename=name, content_type="application/zip")
