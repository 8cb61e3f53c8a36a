"""The record of changes, for owners."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView

from accounts import queries
from accounts.filters import AuditFilter
from accounts.models import AuditEntry
from accounts.serializers import AuditEntrySerializer
from common.api import CallerMixin
from common.tenancy import Role


@extend_schema(tags=["accounts"], summary="Who changed what and when, the latest first")
class AuditLog(CallerMixin, ListAPIView[AuditEntry]):
    roles = (Role.OWNER,)
    serializer_class = AuditEntrySerializer
    queryset = AuditEntry.objects.none()
    filterset_class = AuditFilter
    search_fields = ["subject", "by__name"]
    ordering_fields = ["created_at", "action"]

    def get_queryset(self) -> Any:
        fake = getattr(self, "swagger_fake_view", False)
        return self.queryset if fake else queries.audit_entries(self.caller.business_id)
