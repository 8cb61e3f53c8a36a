"""Error reports to Sentry: what broke and where in the code, and nothing of what the user said or whom it was about."""

from typing import Any

import structlog
from django.conf import settings

_KEPT = (
    "event_id",
    "timestamp",
    "platform",
    "level",
    "logger",
    "transaction",
    "transaction_info",
    "release",
    "environment",
    "server_name",
    "modules",
    "sdk",
    "_meta",
)
_ABOUT_THE_REQUEST = ("request_id", "business")


def start() -> None:
    """Report when SENTRY_DSN is set; without it nothing is ever sent."""
    if not settings.SENTRY_DSN:
        return
    import sentry_sdk
    from sentry_sdk.integrations.django import DjangoIntegration

    sentry_sdk.init(
        dsn=settings.SENTRY_DSN,
        before_send=without_data,  # type: ignore[arg-type]
        integrations=[DjangoIntegration(middleware_spans=False, signals_spans=False)],
        auto_enabling_integrations=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        auto_session_tracking=False,
        send_client_reports=False,
        spotlight=False,
    )


def without_data(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any]:
    """The event with what is known to be safe, and nothing else.

    Messages of exceptions may repeat a row or a question, an address may hold a search, headers a token: of an
    exception its type and its lines of code are kept, of a request its route and id, of a log line its name and
    fields, which by our own rule hold no personal data.
    """
    kept = {name: event[name] for name in _KEPT if name in event}
    about = structlog.contextvars.get_contextvars()
    kept["tags"] = {name: str(about[name]) for name in _ABOUT_THE_REQUEST if name in about}
    if "exception" in event:
        kept["exception"] = {"values": [_without_message(each) for each in event["exception"].get("values", [])]}
    record = hint.get("log_record")
    if record is not None:
        is_ours = isinstance(record.msg, dict)
        kept["logentry"] = {"message": str(record.msg["event"] if is_ours else record.msg)}
        kept["extra"] = {name: str(record.msg[name]) for name in record.msg if name != "exc_info"} if is_ours else {}
    return kept


def _without_message(exception: dict[str, Any]) -> dict[str, Any]:
    trace = exception.get("stacktrace") or {}
    frames = [{name: frame[name] for name in frame if name != "vars"} for frame in trace.get("frames", [])]
    handled = (exception.get("mechanism") or {}).get("handled")
    return {
        "type": exception.get("type"),
        "module": exception.get("module"),
        "mechanism": {"type": "generic", "handled": handled},
        "stacktrace": {"frames": frames},
    }
