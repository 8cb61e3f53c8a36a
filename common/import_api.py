"""Every import over HTTP: its progress, its problems, and the file it takes."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request

from common.imports import ImportMode
from common.notation import DATES, DECIMALS, Told

ROW_FIELDS = (
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
REPORT_FIELDS = ("first_rows", "notices", "problems")


def first_rows() -> serializers.ListField:
    """The first lines as they were understood, each a value by column."""
    return serializers.ListField(child=serializers.DictField(child=serializers.CharField()), read_only=True)


class ImportProblemSerializer(serializers.Serializer[Any]):
    line = serializers.IntegerField()
    reason = serializers.CharField()


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


class PeopleFileSerializer(serializers.Serializer[Any]):
    """A small file of suppliers or customers, taken in at once, and how to read it."""

    file = serializers.FileField(help_text="CSV or .xlsx, at most 1 MB.")
    decimal = serializers.ChoiceField(choices=list(DECIMALS), required=False, allow_blank=True, default="")
    dates = serializers.ChoiceField(choices=list(DATES), required=False, allow_blank=True, default="")

    def validate_file(self, file: Any) -> Any:
        if file.size > 1024 * 1024:
            raise serializers.ValidationError("Such a file may be at most 1 MB: split it.")
        return file

    @property
    def told(self) -> Told:
        """How to read numbers and dates that can be read in two ways."""
        return Told(self.validated_data["decimal"], self.validated_data["dates"])


class PeopleTakenSerializer(serializers.Serializer[Any]):
    """What became of such a file."""

    created = serializers.IntegerField()
    known = serializers.IntegerField(help_text="Those that were there already; they stay as they are.")
    opening_balances = serializers.IntegerField(help_text="How many were entered of what was owed before.")
    problems = ImportProblemSerializer(many=True)
