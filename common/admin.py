"""The base of admin pages that show history: to read, search and filter, never to change."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import BooleanField, Model
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

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Yes or no in words: a green tick beside "voided" or "needs attention" would look like praise."""
        return [_in_words(self.model, name) for name in super().get_fields(request, obj)]


class ReadOnlyInline(_ReadOnly, TabularInline):  # type: ignore[misc]
    """Rows shown under the row they belong to."""

    extra = 0
    hide_title = True
    show_change_link = True

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """All of them; also those, like `created_at`, that no form can hold."""
        return [*(self.fields or []), *super().get_readonly_fields(request, obj)]


def _in_words(model: type[Model], name: Any) -> Any:
    """What shows the field of this name; for one that is true or false, a word."""
    field = next((each for each in model._meta.fields if each.name == name and isinstance(each, BooleanField)), None)
    return _yes_or_no(field) if field else name


def _yes_or_no(field: BooleanField[Any, Any]) -> Callable[[Model], str]:
    @admin.display(description=field.verbose_name, empty_value="-")
    def shown(row: Model) -> str:
        return {True: "Yes", False: "No"}.get(field.value_from_object(row), "-")

    return shown
