"""How the record of changes is told."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.models import AuditEntry
from common.api import ANY_OBJECT


class BySerializer(serializers.Serializer[Any]):
    """The person who acted."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class AuditEntrySerializer(serializers.ModelSerializer[AuditEntry]):
    """`by` is null where our own staff acted."""

    at = serializers.DateTimeField(source="created_at", read_only=True)
    by = serializers.SerializerMethodField()
    details = extend_schema_field(ANY_OBJECT)(serializers.DictField)()

    class Meta:
        model = AuditEntry
        fields = ["id", "at", "action", "by", "by_staff", "subject", "subject_id", "details"]
        read_only_fields = fields

    @extend_schema_field(BySerializer(allow_null=True))
    def get_by(self, entry: AuditEntry) -> dict[str, Any] | None:
        return {"id": entry.by.pk, "name": entry.by.name} if entry.by else None
