"""What every API view shares: pages, the caller, and fields that look up ids in one business only."""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from django.core import paginator
from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django_filters.rest_framework.backends import DjangoFilterBackend
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.filters import OrderingFilter, SearchFilter
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.settings import api_settings

from common import errors
from common.phones import e164
from common.tenancy import Caller, TenantModel

if TYPE_CHECKING:
    from rest_framework.views import APIView


ANY_OBJECT = {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Json"}}
"""An object whose fields are the caller's own, for the page of the API."""
ERROR_CODE = {"type": "string", "format": "error-code"}
"""The code of a refusal, where it stands inside an answer; the page names the enum of them instead."""


FAR = 1_000  # rows before a page, from which its ids are looked up first


class _Pages(Paginator[Any]):
    """A page beyond the last is empty: rows may have gone since the one before was read.

    Of a page far behind only the ids are read on the way, from an index where there is one, from the nearer end.
    """

    most: int | None = None
    """Rows are counted, and shown, up to so many."""

    @cached_property
    def count(self) -> int:
        if self.most is None or not isinstance(self.object_list, QuerySet):
            return int(super().count)
        return self.object_list.order_by()[: self.most].count()

    def page(self, number: Any) -> Any:
        number = self.validate_number(number)
        first, last = (number - 1) * self.per_page, min(number * self.per_page, self.count)
        if self.most or not FAR <= first < last or not isinstance(self.object_list, QuerySet):
            return super().page(number)  # what is not counted to its end has no nearer one
        found = self.object_list.filter(pk__in=self._ids(self.object_list, first, last))
        return paginator.Page(found, number, self)

    def _ids(self, rows: QuerySet[Any], first: int, last: int) -> list[Any]:
        if first < self.count // 2:
            return list(rows.values_list("pk", flat=True)[first:last])
        return list(rows.reverse().values_list("pk", flat=True)[self.count - last : self.count - first])

    def validate_number(self, number: Any) -> int:
        try:
            return super().validate_number(number)
        except EmptyPage:
            if int(number) < 1:
                raise
            return int(number)


class Page(PageNumberPagination):
    """`{count, next, previous, results}`; `?page=`, `?page_size=` up to 200. Raises `InvalidInput` for no number."""

    django_paginator_class = _Pages
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200

    def get_paginated_response_schema(self, schema: Any) -> dict[str, Any]:
        """For the page of the API: all four fields are always there."""
        found: dict[str, Any] = super().get_paginated_response_schema(schema)
        return found | {"required": list(found["properties"])}

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any] | None:
        refuse_unknown(request.query_params, {"page", "page_size", *filters_of(view, queryset)})
        for name in (self.page_query_param, self.page_size_query_param):
            given = request.query_params.get(name, "1")
            if not (given.isascii() and given.isdigit() and int(given[:9]) > 0 and len(given) < 10):
                raise errors.InvalidInput.field(name, "Choose a whole number of 1 or more.")
        self.django_paginator_class = _pages_up_to(_counted_up_to(view, request))
        return super().paginate_queryset(queryset, request, view)


@lru_cache
def _pages_up_to(most: int | None) -> type[_Pages]:
    return type("_Pages", (_Pages,), {"most": most})


def _counted_up_to(view: Any, request: Request) -> int | None:
    """What a view finds by `?search=` is counted up to its `finds_at_most`."""
    searched = request.query_params.get(api_settings.SEARCH_PARAM, "").strip()
    return getattr(view, "finds_at_most", None) if searched else None


S = TypeVar("S", bound="serializers.Serializer[Any]")


@lru_cache
def shared(serializer: type[S]) -> S:
    """One for all requests, as its fields take longer to make than to use.

    For `run_validation` and `to_representation` alone, which keep nothing, and fields that need no `context`.
    """
    return serializer()


def caller_of(request: Request) -> Caller:
    """The caller that `accounts.permissions.IsMember` put on the request."""
    caller: Caller = request.caller  # type: ignore[attr-defined]
    return caller


class CallerMixin:
    """For views: `self.caller`."""

    request: Any

    @property
    def caller(self) -> Caller:
        return caller_of(self.request)


def refuse_unknown(given: Iterable[str], known: Collection[str]) -> None:
    """Raise `InvalidInput` for a misspelt filter, which would otherwise show everything as if it were the answer."""
    for name in given:
        if name not in known:
            choices = ", ".join(sorted(known)) or "none: this address takes no parameters"
            raise errors.InvalidInput.field(name, f"There is no such filter. Known: {choices}.")


def filters_of(view: Any, queryset: Any) -> set[str]:
    """The parameters that a list can be narrowed and ordered by; its own are in `also_takes`."""
    found = {*getattr(view, "also_takes", ())}
    for backend in getattr(view, "filter_backends", ()):
        if issubclass(backend, DjangoFilterBackend):
            filters = backend().get_filterset_class(view, queryset)
            found |= {*filters.base_filters} if filters else set()
        elif issubclass(backend, Search | Ordering):
            found |= {each["name"] for each in backend().get_schema_operation_parameters(view)}
    return found


class Search(SearchFilter):
    """`?search=`, for lists that name their `search_fields`."""

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = super().get_schema_operation_parameters(view)
        if most := getattr(view, "finds_at_most", None):
            found[0]["description"] = f"A search term. At most {most:,} rows are counted and shown."
        return found if getattr(view, "search_fields", None) else []


class Ordering(OrderingFilter):
    """`?ordering=`, with the id last: pages never repeat or miss rows of equal rank.

    Raises `InvalidInput` for a field that the list is not ordered by.
    """

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        if not (choices := _orders(view)):
            return []
        about = "Several are joined by commas; a minus turns the order round."
        schema = {"type": "string", "enum": choices}
        return [{"name": "ordering", "in": "query", "required": False, "description": about, "schema": schema}]

    def remove_invalid_fields(
        self, queryset: QuerySet[Any], fields: Iterable[str], view: "APIView", request: Request
    ) -> list[str]:
        chosen, known = [each.strip() for each in fields], _orders(view)
        if unknown := [each for each in chosen if each not in known]:
            raise errors.InvalidInput.field("ordering", f"{unknown[0][:50]!r} is not among {', '.join(known)}.")
        return chosen

    def get_ordering(self, request: Request, queryset: QuerySet[Any], view: "APIView") -> Sequence[str]:
        chosen = list(super().get_ordering(request, queryset, view) or ())
        return chosen if not chosen or {"pk", "-pk", "id", "-id"} & set(chosen) else [*chosen, "pk"]


def _orders(view: Any) -> list[str]:
    return [f"{sign}{name}" for name in getattr(view, "ordering_fields", ()) for sign in ("", "-")]


class MomentField(serializers.DateTimeField):
    """When something happened, of this century: elsewhere offsets have seconds, which no client reads."""

    def to_internal_value(self, value: Any) -> Any:
        moment = super().to_internal_value(value)
        if not 2000 <= moment.year < 2100:
            raise serializers.ValidationError("Please check the year.")
        return moment


class PhoneField(serializers.CharField):
    """A phone number in any usual writing, stored as E.164."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 30, "allow_blank": True} | kwargs)

    def to_internal_value(self, data: Any) -> str:
        try:
            return e164(super().to_internal_value(data))
        except errors.InvalidInput as problem:
            raise serializers.ValidationError(problem.message) from problem


def confirmed_in(**kwargs: Any) -> serializers.BooleanField:
    """Yes, what looks like a slip or a repeat is meant: the answer to `confirmation_required`."""
    return serializers.BooleanField(
        required=False, default=False, help_text="Repeat with true after 409 confirmation_required.", **kwargs
    )


@extend_schema_field(OpenApiTypes.UUID)
class TenantField(serializers.PrimaryKeyRelatedField[Any]):
    """An id of a row of the caller's business; another business's id reads as one that does not exist."""

    default_error_messages = {
        "does_not_exist": "There is nothing with this id.",
        "incorrect_type": "This is not an id.",
        "not_an_id": "This is not an id.",
    }

    def to_internal_value(self, data: Any) -> Any:
        try:
            return super().to_internal_value(data)
        except ValidationError:
            self.fail("not_an_id")

    def __init__(self, model: type[TenantModel] | None = None, **kwargs: Any) -> None:
        self.model = model
        super().__init__(**kwargs)

    def use_pk_only_optimization(self) -> bool:
        return True

    def get_queryset(self) -> Any:
        if self.model is None:
            return super().get_queryset()
        return self.model.objects.of(caller_of(self.context["request"]).business_id)
