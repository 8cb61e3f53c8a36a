"""What wraps every request: an id that its logs and its answer carry, and one shape of not found."""

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.http import Http404, HttpRequest, HttpResponse
from structlog.contextvars import bind_contextvars, clear_contextvars

from app.api_errors import not_found

log = structlog.get_logger("app.request")
_ACCEPTED_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")


class RequestContextMiddleware:
    """Binds `request_id` for every log line; answers with it in `X-Request-Id`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        offered = request.headers.get("X-Request-Id", "")
        request_id = offered if _ACCEPTED_ID.fullmatch(offered) else uuid.uuid4().hex
        clear_contextvars()
        bind_contextvars(request_id=request_id)
        started = time.perf_counter()
        response = self.get_response(request)
        response["X-Request-Id"] = request_id
        if request.path not in ("/healthz", "/readyz", "/metrics"):
            self._log(request, response, started)
        return response

    @staticmethod
    def _log(request: HttpRequest, response: HttpResponse, started: float) -> None:
        match = request.resolver_match
        log.info(
            "request",
            method=request.method,
            route=match.route if match else None,
            status=response.status_code,
            milliseconds=round((time.perf_counter() - started) * 1000),
        )


class ApiNotFoundMiddleware:
    """An API address that does not exist answers in the envelope with DEBUG too, where Django would show a page.

    One with a NUL in it names nothing that a database could hold.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path:
            return not_found(request, Http404())
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if response.status_code == 404 and is_page and "/api/" in request.path:
            return not_found(request, Http404())
        return response
