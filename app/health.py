"""Liveness and readiness for the load balancer, and figures for the monitoring."""

from hmac import compare_digest

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from app import monitoring
from common.resilient_cache import with_redis


def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:
    """Whether requests can be served: 503 when the database cannot be reached.

    Without Redis everything works, each process with limits of its own: that is `degraded`, and 200.
    """
    database, redis = _database(), _cache()
    status = "unavailable" if database != "ok" else "ok" if redis != "unavailable" else "degraded"
    body = {"status": status, "database": database, "cache": redis}
    return JsonResponse(body, status=503 if status == "unavailable" else 200)


def metrics(request: HttpRequest) -> HttpResponse:
    """What Prometheus collects, costs of all businesses among it: for whoever sends METRICS_TOKEN; anyone in DEBUG."""
    sent = request.headers.get("Authorization", "").encode()
    known = settings.METRICS_TOKEN and compare_digest(sent, f"Bearer {settings.METRICS_TOKEN}".encode())
    if not known and not (settings.DEBUG and not settings.METRICS_TOKEN):
        raise Http404
    body, content_type = monitoring.page()
    return HttpResponse(body, content_type=content_type)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unavailable"
    return "ok"


def _cache() -> str:
    """ "in process" where no Redis is configured."""
    if not settings.REDIS_URL:
        return "in process"
    return "ok" if with_redis(lambda client: bool(client.ping()), lambda: False) else "unavailable"
