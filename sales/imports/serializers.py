"""What the API takes and tells about imports of sales."""

from typing import Any

from rest_framework import serializers

from accounts.models import Storefront
from common.api import TenantField
from sales.imports.lines import COLUMNS, REQUIRED
from sales.models import SalesImport
from sales.serializers.fields import Data, name

LARGEST_FILE = 64 * 1024 * 1024


class ProblemSerializer(serializers.Serializer[Data]):
    line = serializers.IntegerField()
    reason = serializers.CharField()


class ImportSerializer(serializers.ModelSerializer[SalesImport]):
    """How far an import has come and what was wrong with its lines."""

    storefront_name = name("storefront")
    by_name = name("by")
    problems = ProblemSerializer(many=True, read_only=True)

    class Meta:
        model = SalesImport
        fields = [
            "id", "original_name", "storefront_id", "storefront_name", "status", "lines_total", "lines_read",
            "lines_imported", "lines_skipped", "lines_refused", "problems", "error", "by_name", "created_at",
            "finished_at",
        ]  # fmt: skip
        read_only_fields = fields


class ImportRowSerializer(ImportSerializer):
    """An import in a list, without its problems."""

    class Meta(ImportSerializer.Meta):
        fields = [name for name in ImportSerializer.Meta.fields if name != "problems"]
        read_only_fields = fields


class NewImportSerializer(serializers.Serializer[Data]):
    file = serializers.FileField(
        help_text=f"CSV (UTF-8), plain or gzipped, at most 64 MB, with the columns {', '.join(REQUIRED)}; "
        f"also understood: {', '.join(column for column in COLUMNS if column not in REQUIRED)}."
    )
    storefront_id = TenantField(
        Storefront, required=False, allow_null=True, help_text="For lines that name no storefront."
    )

    def validate_file(self, file: Any) -> Any:
        if file.size > LARGEST_FILE:
            raise serializers.ValidationError("A file may have 64 MB: gzip it or split it.")
        return file
