"""Who may use a view: members of a business, in the roles that the view names."""

import uuid
from typing import TYPE_CHECKING, Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from structlog.contextvars import bind_contextvars

from accounts import queries
from common import errors, shop_clock
from common.tenancy import EVERYONE, Role

if TYPE_CHECKING:
    from rest_framework.views import APIView


class IsMember(BasePermission):
    """Logged in and a member of the business named by `X-Business-Id`, or of one only.

    Puts `request.caller` (`common.tenancy.Caller`) on the request; its days are that shop's. A view narrows the roles
    with `roles = MANAGEMENT`, or by method: `roles_for = {"POST": (Role.OWNER,)}`.
    """

    def has_permission(self, request: Request, view: "APIView") -> bool:
        if not request.user or not request.user.is_authenticated:
            return False
        request.caller = queries.caller(request.user, _business_header(request))  # type: ignore[attr-defined]
        shop_clock.keep_until_the_end_of_the_request(request.caller.day_ends_at)  # type: ignore[attr-defined]
        bind_contextvars(business=str(request.caller.business_id))  # type: ignore[attr-defined]
        return request.caller.role in roles_of(view, request.method or "")  # type: ignore[attr-defined]


def _business_header(request: Request) -> uuid.UUID | None:
    named = request.headers.get("X-Business-Id", "").strip()
    if not named:
        return None
    try:
        return uuid.UUID(named)
    except ValueError as problem:
        raise errors.NotAllowed("You are not a member of the business that X-Business-Id names.") from problem


def roles_of(view: Any, method: str) -> tuple[Role, ...]:
    """The roles that may use a method of a view."""
    default: tuple[Role, ...] = getattr(view, "roles", EVERYONE)
    by_method: dict[str, tuple[Role, ...]] = getattr(view, "roles_for", {})
    return by_method.get(method, default)
