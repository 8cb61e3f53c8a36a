"""How the record of changes is told."""

from typing import Any

from rest_framework import serializers

from accounts.models import AuditEntry


class AuditEntrySerializer(serializers.ModelSerializer[AuditEntry]):
    """`by` is null where our own staff acted."""

    at = serializers.DateTimeField(source="created_at", read_only=True)
    by = serializers.SerializerMethodField()
    details = serializers.DictField()

    class Meta:
        model = AuditEntry
        fields = ["id", "at", "action", "by", "by_staff", "subject", "subject_id", "details"]
        read_only_fields = fields

    def get_by(self, entry: AuditEntry) -> dict[str, Any] | None:
        return {"id": entry.by.pk, "name": entry.by.name} if entry.by else None
