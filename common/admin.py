"""The base of admin pages that show history: to read, search and filter, never to change."""

from typing import Any

from django.http import HttpRequest
from unfold.admin import ModelAdmin, TabularInline


class _ReadOnly:
    """No adding, changing or deleting, whoever asks."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnlyAdmin(_ReadOnly, ModelAdmin):  # type: ignore[misc]
    """A page of rows that only services write."""

    show_full_result_count = False
    list_per_page = 50


class ReadOnlyInline(_ReadOnly, TabularInline):  # type: ignore[misc]
    """Rows shown under the row they belong to."""

    extra = 0
    hide_title = True
    show_change_link = True

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """All of them; also those, like `created_at`, that no form can hold."""
        return [*(self.fields or []), *super().get_readonly_fields(request, obj)]
