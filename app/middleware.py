"""What wraps every request: an id that its logs and its answer carry, and one shape of not found."""

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.urls import is_valid_path
from structlog.contextvars import bind_contextvars, clear_contextvars

from app.api_errors import not_found, slash_missing
from common import shop_clock

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
        with shop_clock.days_end_at(None):  # until it is known whose days count
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


_NOTHING = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
_TO_PRINT = f"{_NOTHING}; style-src 'unsafe-inline'; img-src 'self' data:"
_OUR_PAGES = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
# The admin's Alpine.js evaluates the expressions in its templates; nothing of a shop's own text is one.
_ADMIN = _OUR_PAGES.replace("script-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'")


class BrowserRulesMiddleware:
    """What a browser may do with an answer: scripts and styles of our own alone, no frames; of the API, no copy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", _policy(request.path, response))
        if "/api/" in request.path:
            response["Cache-Control"] = "no-store"
        return response


def _policy(path: str, response: HttpResponse) -> str:
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    if path.startswith("/admin/"):
        return _ADMIN
    if path == "/sw.js":
        return _OUR_PAGES  # a service worker fetches under the policy that it came with
    if path.startswith("/api/docs/") or (is_page and "/api/" not in path):
        return _OUR_PAGES
    return _TO_PRINT if is_page else _NOTHING


class CompressionMiddleware(GZipMiddleware):
    """Compresses what is answered at once. The events of a stream are sent as they come, and files come packed."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if response.streaming else super().process_response(request, response)


class ApiNotFoundMiddleware:
    """A URL that does not exist answers in the envelope with DEBUG too, where Django would show a page.

    One with a NUL in it names nothing that a database could hold. One that lacks its last slash says so: a redirect
    would lose what was sent.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path:
            return not_found(request, Http404())
        if request.method not in ("GET", "HEAD", "OPTIONS") and _lacks_slash(request.path_info):
            return slash_missing(request)
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if response.status_code == 404 and is_page and not request.path.startswith("/admin/"):
            return not_found(request, Http404())
        return response


def _lacks_slash(path: str) -> bool:
    return not path.endswith("/") and not is_valid_path(path) and bool(is_valid_path(f"{path}/"))
