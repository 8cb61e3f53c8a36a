"""Liveness and readiness for the load balancer, and figures for the monitoring."""

from hmac import compare_digest

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django_prometheus.exports import ExportToDjangoView
from redis.exceptions import RedisError


def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:
    """The database and the cache answer too; 503 with the name of what does not."""
    parts = {"database": _database(), "cache": _cache()}
    ready = all(state == "ok" for state in parts.values())
    return JsonResponse({"status": "ok" if ready else "unavailable", **parts}, status=200 if ready else 503)


def metrics(request: HttpRequest) -> HttpResponse:
    """What Prometheus collects, costs of all businesses among it: for whoever sends METRICS_TOKEN; anyone in DEBUG."""
    sent = request.headers.get("Authorization", "").encode()
    known = settings.METRICS_TOKEN and compare_digest(sent, f"Bearer {settings.METRICS_TOKEN}".encode())
    if not known and not (settings.DEBUG and not settings.METRICS_TOKEN):
        raise Http404
    found: HttpResponse = ExportToDjangoView(request)  # type: ignore[no-untyped-call]
    return found


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unavailable"
    return "ok"


def _cache() -> str:
    try:
        cache.set("readyz", "ok", 10)
        return "ok" if cache.get("readyz") == "ok" else "unavailable"
    except (RedisError, OSError):
        return "unavailable"
