"""The base of every view over rows of one business."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.viewsets import GenericViewSet

from common.api import CallerMixin
from common.tenancy import EVERYONE, Role


class TenantViewSet(CallerMixin, GenericViewSet[Any]):
    """Views of rows of one business. A child names `queryset` (an empty one, for the schema) and `rows()`."""

    lookup_value_converter = "uuid"
    roles: tuple[Role, ...] = EVERYONE
    """Of an action alone: `@action(..., roles=MANAGEMENT)`."""

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset() if getattr(self, "swagger_fake_view", False) else self.rows()

    def at_own_storefront(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of the storefront that the caller is bound to; all where there is none."""
        bound = self.caller.storefront_id
        return rows.filter(storefront_id=bound) if bound else rows

    def rows(self) -> QuerySet[Any]:
        """What the caller may see: `queries.something(self.caller.business_id)`."""
        raise NotImplementedError
