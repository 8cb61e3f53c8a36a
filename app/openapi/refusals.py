"""Which errors an operation can give, and how the page describes them."""

from typing import Any

from rest_framework.permissions import AllowAny

from accounts.permissions import IsMember
from app.api_errors import STATUS_OF_CODE

ALWAYS = ("not_acceptable", "service_unavailable")
OF_A_MEMBER = ("business_required", "not_authenticated", "permission_denied")
OF_A_BODY = ("validation_error", "payload_too_large", "unsupported_media_type")
OF_A_WRITE = ("not_found", "conflict", "confirmation_required")
OF_A_KEY = ("validation_error", "idempotency_conflict", "request_in_progress")

STRING: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "number"}
PROBLEMS = {
    "description": "What is wrong with a field: sentences, or the same for each part of it.",
    "anyOf": [
        {"type": "array", "items": STRING},
        {"type": "array", "items": {"$ref": "#/components/schemas/Json"}},
        {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Json"}},
    ],
}
BUSINESS = {
    "type": "object",
    "properties": {"id": STRING | {"format": "uuid"}, "name": STRING},
    "required": ["id", "name"],
}
EXTRAS: dict[str, dict[str, Any]] = {
    "fields": {
        "type": "object",
        "additionalProperties": {"$ref": "#/components/schemas/FieldProblems"},
        "description": "With `validation_error`: problems by field.",
    },
    "retry_after": {"type": "integer", "description": "Seconds to wait; also in the `Retry-After` header."},
    "current_balance": NUMBER | {"description": "With `insufficient_credits`: what is available."},
    "required_credits": NUMBER,
    "shortfall": NUMBER,
    "businesses": {
        "type": "array",
        "items": BUSINESS,
        "description": "With `business_required`: those to choose from.",
    },
    "confirm": {"type": "array", "items": STRING, "description": "With `confirmation_required`: the unlikely fields."},
    "product_id": STRING | {"description": "With `out_of_stock`."},
    "available": STRING,
    "requested": STRING,
    "credit_limit": STRING | {"description": "With `credit_limit_exceeded`."},
    "outstanding": STRING,
    "headroom": STRING,
}
NAMES = {
    400: "BadRequest",
    401: "NotLoggedIn",
    402: "CreditsNeeded",
    403: "Forbidden",
    404: "NotFound",
    406: "NotAcceptable",
    409: "Conflict",
    413: "TooLarge",
    415: "NotJson",
    429: "TooMany",
    502: "PaymentProvider",
    503: "Unavailable",
}


ADDRESS_TOO_LONG = {
    "description": "The web server takes addresses of 4,094 bytes. Of longer ones it says so on a page of its own."
}


def codes_of(view: Any, method: str, *, has_body: bool, has_query: bool, in_path: bool) -> set[str]:
    """The codes of every error that an operation can give.

    What cannot be told from the view it says itself: `refuses = ("payment_provider_error",)`.
    """
    found = {*ALWAYS, *getattr(view, "refuses", ()), *_of_permissions(view), *_of_throttles(view)}
    found |= {*OF_A_BODY} if has_body else set()
    found |= {"validation_error"} if has_query else set()
    found |= {"not_found"} if in_path else set()
    found |= {*OF_A_WRITE} if method != "GET" and is_for_members(view) else set()
    return found | ({*OF_A_KEY} if takes_key(view, method) else set())


def takes_key(view: Any, method: str) -> bool:
    """Whether a method replays its answer to a repeat with the same `Idempotency-Key`."""
    handler = getattr(view, getattr(view, "action", None) or method.lower(), None)
    return bool(getattr(handler, "takes_key", False))


def is_for_members(view: Any) -> bool:
    """Whether a view acts for one business."""
    return any(isinstance(permission, IsMember) for permission in view.get_permissions())


def _of_permissions(view: Any) -> tuple[str, ...]:
    if is_for_members(view):
        return OF_A_MEMBER
    public = all(isinstance(permission, AllowAny) for permission in view.get_permissions())
    return () if public else ("not_authenticated", "permission_denied")


def _of_throttles(view: Any) -> tuple[str, ...]:
    return ("rate_limited",) if view.get_throttles() else ()


def responses_of(codes: set[str], *, has_parameters: bool) -> dict[str, dict[str, str]]:
    """The codes as the `responses` of an operation, one reference for each status."""
    named = {status: NAMES[status] for status in {STATUS_OF_CODE[code] for code in codes}}
    named |= {414: "AddressTooLong"} if has_parameters else {}
    return {str(status): {"$ref": f"#/components/responses/{named[status]}"} for status in sorted(named)}


def components() -> dict[str, dict[str, Any]]:
    """The `Error` of every refusal and the responses that carry it."""
    codes = sorted({*STATUS_OF_CODE, "server_error"})
    error = {
        "type": "object",
        "description": "Every error: `message` can be shown to a shop owner as it is.",
        "properties": {"error": {"$ref": "#/components/schemas/ErrorCode"}, "message": STRING, **EXTRAS},
        "required": ["error", "message"],
    }
    any_of = [STRING, NUMBER, {"type": "boolean"}, {"type": "null"}, {"type": "array", "items": _ref("Json")}]
    json = {"description": "Any JSON.", "anyOf": [*any_of, {"type": "object", "additionalProperties": _ref("Json")}]}
    schemas = {"Json": json, "Error": error, "ErrorCode": {"type": "string", "enum": codes}, "FieldProblems": PROBLEMS}
    responses = {name: _response(status) for status, name in NAMES.items()}
    return {"schemas": schemas, "responses": {**responses, "AddressTooLong": ADDRESS_TOO_LONG}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _response(status: int) -> dict[str, Any]:
    codes = [f"`{code}`" for code, of in STATUS_OF_CODE.items() if of == status]
    found: dict[str, Any] = {
        "description": ", ".join(codes),
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
        "headers": {"X-Request-Id": {"$ref": "#/components/headers/RequestId"}},
    }
    if status in (429, 503):
        found["headers"]["Retry-After"] = {"$ref": "#/components/headers/RetryAfter"}
    return found
