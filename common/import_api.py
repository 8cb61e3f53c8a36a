"""Every import over HTTP: its progress, its problems, and the file it takes."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter
from rest_framework import mixins, serializers
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from common.imports import ImportMode
from common.notation import DATES, DECIMALS
from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet

ROW_FIELDS: tuple[str, ...] = (
    "id",
    "original_name",
    "status",
    "check_only",
    "mode",
    "decimal",
    "dates",
    "lines_total",
    "lines_read",
    "lines_imported",
    "lines_updated",
    "lines_skipped",
    "lines_refused",
    "error",
    "by_name",
    "created_at",
    "finished_at",
)


CHECK = OpenApiParameter("check", bool, description="Only show what would come in, and change nothing.")
PEOPLE_FIELDS = (*ROW_FIELDS, "opening_balances")
REPORT_FIELDS = ("first_rows", "notices", "problems")


class ImportProblemSerializer(serializers.Serializer[Any]):
    line = serializers.IntegerField()
    reason = serializers.CharField()


class ImportReport(serializers.Serializer[Any]):
    """What an import says of its lines; the first ones as they were understood, each a value by column."""

    problems = ImportProblemSerializer(many=True, read_only=True)
    notices = ImportProblemSerializer(many=True, read_only=True)
    first_rows = serializers.ListField(child=serializers.DictField(child=serializers.CharField()), read_only=True)


class UploadSerializer(serializers.Serializer[Any]):
    """A file of at most `most_megabytes`, and how to read it; a child says what is in it."""

    most_megabytes: int
    check_only = serializers.BooleanField(
        required=False, default=False, help_text="Only show what would come in (also as ?check=1)."
    )
    mode = serializers.ChoiceField(
        choices=ImportMode.choices,
        required=False,
        default=ImportMode.ADD.value,
        help_text="update: what the file says takes the place of what is there.",
    )
    decimal = serializers.ChoiceField(choices=list(DECIMALS), required=False, allow_blank=True, default="")
    dates = serializers.ChoiceField(choices=list(DATES), required=False, allow_blank=True, default="")

    def validate_file(self, file: Any) -> Any:
        if file.size > self.most_megabytes * 1024 * 1024:
            raise serializers.ValidationError(f"A file may be at most {self.most_megabytes} MB: gzip it or split it.")
        return file


def uploaded(request: Request) -> dict[str, Any]:
    """The body of an upload; `?check=1` is as good as its field."""
    body = dict(request.data.items()) if hasattr(request.data, "items") else {}
    return body | ({"check_only": request.query_params["check"]} if "check" in request.query_params else {})


class PeopleFileSerializer(UploadSerializer):
    """A small file of suppliers or customers; who is there already stays as they are."""

    most_megabytes = 1
    mode = None  # type: ignore[assignment]
    file = serializers.FileField(help_text="CSV, plain or gzipped, or .xlsx, at most 1 MB.")


class ReadingImports(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    """Imports and how far they are, for owners and managers. A child names both serializers and `rows`."""

    roles = MANAGEMENT
    filterset_fields = ["status"]
    search_fields = ["original_name"]
    ordering_fields = ["created_at", "finished_at"]
    row_serializer: type[BaseSerializer[Any]]
    """Of a list, without the report."""

    def get_queryset(self) -> QuerySet[Any]:
        found = super().get_queryset()
        return found.defer(*REPORT_FIELDS) if self.action == "list" else found

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        return self.row_serializer if self.action == "list" else super().get_serializer_class()
