"""What the API takes and tells about imports of sales."""

from rest_framework import serializers

from accounts.models import Storefront
from common.api import TenantField
from common.import_api import REPORT_FIELDS, ROW_FIELDS, ImportReport, UploadSerializer
from sales.imports.lines import COLUMNS, REQUIRED
from sales.models import SalesImport
from sales.serializers.fields import name


class SalesImportRowSerializer(serializers.ModelSerializer[SalesImport]):
    """An import in a list, without its problems."""

    storefront_name = name("storefront")
    by_name = name("by")

    class Meta:
        model = SalesImport
        fields: tuple[str, ...] = (*ROW_FIELDS, "storefront_id", "storefront_name")
        read_only_fields = fields


class SalesImportSerializer(ImportReport, SalesImportRowSerializer):
    """How far an import has come and what was wrong with its lines."""

    class Meta(SalesImportRowSerializer.Meta):
        fields = (*SalesImportRowSerializer.Meta.fields, *REPORT_FIELDS)
        read_only_fields = fields


class NewSalesImportSerializer(UploadSerializer):
    most_megabytes = 64
    file = serializers.FileField(
        help_text=f"CSV, plain or gzipped, or .xlsx, at most 64 MB, with the columns {', '.join(REQUIRED)}; "
        f"also understood: {', '.join(column for column in COLUMNS if column not in REQUIRED)}."
    )
    storefront_id = TenantField(
        Storefront, required=False, allow_null=True, help_text="For lines that name no storefront."
    )
