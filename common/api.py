"""What every API view shares: pages, the caller, and fields that look up ids in one business only."""

from typing import Any

from rest_framework import serializers
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request

from common.tenancy import Caller, TenantModel


class Page(PageNumberPagination):
    """`{count, next, previous, results}`; `?page=`, `?page_size=` up to 200."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200


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


class TenantField(serializers.PrimaryKeyRelatedField[Any]):
    """An id of a row of the caller's business; another business's id reads as one that does not exist."""

    def __init__(self, model: type[TenantModel] | None = None, **kwargs: Any) -> None:
        self.model = model
        super().__init__(**kwargs)

    def use_pk_only_optimization(self) -> bool:
        return True

    def get_queryset(self) -> Any:
        if self.model is None:
            return super().get_queryset()
        return self.model.objects.of(caller_of(self.context["request"]).business_id)
