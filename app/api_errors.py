"""One table from error code to HTTP status, and the one envelope every error wears."""

import sys
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, JsonResponse
from rest_framework import exceptions as drf
from rest_framework.response import Response
from rest_framework.views import set_rollback

from common.errors import DomainError
from common.outages import RETRY_AFTER_SECONDS, is_outage

log = structlog.get_logger("app.errors")
AWAY = "The shop's data cannot be reached for the moment; please try again in a few seconds."

STATUS_OF_CODE = {
    "validation_error": 400,
    "business_required": 400,
    "not_authenticated": 401,
    "wrong_credentials": 401,
    "second_factor_required": 401,
    "invalid_signature": 401,
    "insufficient_credits": 402,
    "permission_denied": 403,
    "consent_required": 403,
    "ai_disabled": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "not_acceptable": 406,
    "conflict": 409,
    "confirmation_required": 409,
    "out_of_stock": 409,
    "credit_limit_exceeded": 409,
    "idempotency_conflict": 409,
    "request_in_progress": 409,
    "payload_too_large": 413,
    "unsupported_media_type": 415,
    "rate_limited": 429,
    "budget_exceeded": 429,
    "payment_provider_error": 502,
    "ai_service_error": 503,
    "service_unavailable": 503,
}


def envelope(code: str, message: str, **extra: Any) -> dict[str, Any]:
    """The body of every error: `{"error": code, "message": sentence, ...}`."""
    return {"error": code, "message": message, **extra}


def exception_handler(problem: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's EXCEPTION_HANDLER. Unknown exceptions return None and become a logged 500."""
    if isinstance(problem, DomainError):
        set_rollback()
        return _answer(problem.code, problem.message, problem.extra)
    if is_outage(problem):
        return _answer("service_unavailable", AWAY, {"retry_after": RETRY_AFTER_SECONDS})
    if isinstance(problem, RequestDataTooBig):
        return _answer("payload_too_large", "This request is too large.", {})
    if isinstance(problem, Http404):
        problem = drf.NotFound()
    if isinstance(problem, PermissionDenied):
        problem = drf.PermissionDenied()
    if not isinstance(problem, drf.APIException):
        return None
    set_rollback()
    return _framework_answer(problem)


def _framework_answer(problem: drf.APIException) -> Response:
    if isinstance(problem, drf.ValidationError):
        fields = _fields(problem.detail)
        return _answer("validation_error", _first_sentence(fields), {"fields": fields})
    if isinstance(problem, drf.ParseError):
        message = f"The request body could not be read: {problem.detail}"
        return _answer("validation_error", message, {"fields": {"body": [str(problem.detail)]}})
    if isinstance(problem, drf.Throttled):
        seconds = max(1, int(getattr(problem, "wait", None) or 1))
        message = f"Too many requests; try again in {seconds} seconds."
        return _answer("rate_limited", message, {"retry_after": seconds})
    code, message = _FRAMEWORK.get(type(problem), ("error", str(problem.detail)))
    return _answer(code, message, {}, default_status=problem.status_code)


_FRAMEWORK: dict[type[drf.APIException], tuple[str, str]] = {
    drf.NotAuthenticated: ("not_authenticated", "Please log in."),
    drf.AuthenticationFailed: ("not_authenticated", "This log-in is not valid or has expired; please log in again."),
    drf.PermissionDenied: ("permission_denied", "Your role does not allow this."),
    drf.NotFound: ("not_found", "There is nothing with this id."),
    drf.MethodNotAllowed: ("method_not_allowed", "This endpoint does not allow that method."),
    drf.NotAcceptable: ("not_acceptable", "This endpoint cannot respond in that format."),
    drf.UnsupportedMediaType: ("unsupported_media_type", "Please send JSON (Content-Type: application/json)."),
}


def _answer(code: str, message: str, extra: dict[str, Any], default_status: int = 400) -> Response:
    response = Response(envelope(code, message, **extra), status=STATUS_OF_CODE.get(code, default_status))
    if "retry_after" in extra:
        response["Retry-After"] = str(extra["retry_after"])
    if response.status_code == 401:
        response["WWW-Authenticate"] = "Token"
    return response


def _fields(detail: Any) -> dict[str, Any]:
    return dict(detail) if isinstance(detail, dict) else {"non_field_errors": detail}


def _first_sentence(fields: dict[str, Any]) -> str:
    """The first problem, with its field: what a form shows on top."""
    name, problem = next(iter(fields.items()))
    while isinstance(problem, (list, dict)) and problem:
        problem = next(iter(problem.values() if isinstance(problem, dict) else [p for p in problem if p]))
    return str(problem) if name == "non_field_errors" else f"{name}: {problem}"


def not_found(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Django's handler404, for URLs that no route matches."""
    return JsonResponse(envelope("not_found", "There is no such endpoint."), status=404)


def slash_missing(request: HttpRequest) -> JsonResponse:
    """For a write to an address without its last slash."""
    message = f"Addresses end with a slash: send this to {request.path}/ instead."
    return JsonResponse(envelope("not_found", message), status=404)


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Django's handler400, for what is refused before any view sees it: an unknown host, too many fields."""
    message = "This request could not be read."
    return JsonResponse(envelope("validation_error", message, fields={"request": [message]}), status=400)


def server_error(request: HttpRequest) -> JsonResponse:
    """Django's handler500: nothing of the fault is told, the request id finds it in the logs.

    A database that is away is met here by what is not an API view: the admin, middleware.
    """
    if is_outage(sys.exception()):
        body = envelope("service_unavailable", AWAY, retry_after=RETRY_AFTER_SECONDS)
        return JsonResponse(body, status=503, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})
    return JsonResponse(envelope("server_error", "Something went wrong on our side; nothing was changed."), status=500)
