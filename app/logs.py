"""Structured logs: JSON outside DEBUG, with a request id and the business, and no personal data."""

import logging.config
import traceback
from types import TracebackType
from typing import Any

import structlog

_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

LONGEST_CHAIN = 20


def configure(options: dict[str, Any]) -> None:
    """Django's LOGGING_CONFIG hook. `options`: {"level": str, "json": bool}."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.captureWarnings(True)
    quieter = {"django.request": {"level": "ERROR"}, "httpx2": {"level": "WARNING"}}
    logging.config.dictConfig(
        _console(json=options["json"])
        | {"root": {"handlers": ["console"], "level": options["level"]}, "loggers": quieter}
    )


def of_gunicorn(*, level: str, json: bool) -> dict[str, Any]:
    """Gunicorn's own lines in the same form. It logs no requests: the application does, without addresses."""
    own = {"handlers": ["console"], "level": level, "propagate": False}
    return _console(json=json) | {"root": {"handlers": ["console"], "level": level}, "loggers": {"gunicorn.error": own}}


def _console(*, json: bool) -> dict[str, Any]:
    renderer = structlog.processors.JSONRenderer() if json else structlog.dev.ConsoleRenderer(colors=False)
    exceptions = [structlog.processors.ExceptionRenderer(without_messages)] if json else []
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": _SHARED,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *exceptions, renderer],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"structured": formatter},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "structured"}},
    }


def without_messages(exc_info: tuple[type[BaseException], BaseException, TracebackType | None]) -> str:
    """An exception and what it came from, as lines of code and types; a message may repeat a row or a question.

    Causes can form a circle: each exception is written once, and of a very long chain only the last ones.
    """
    found: BaseException | None = exc_info[1]
    chain: dict[int, str] = {}
    while found is not None and id(found) not in chain and len(chain) < LONGEST_CHAIN:
        chain[id(found)] = "".join(traceback.format_tb(found.__traceback__)) + type(found).__qualname__
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
    return "\n\nthen:\n".join(reversed(chain.values()))
