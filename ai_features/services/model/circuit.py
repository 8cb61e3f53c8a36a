"""Whether a model's provider answers: one circuit for each model in this process, with its metric and log lines."""

import functools

import structlog
from django.conf import settings

from ai_features.services import prometheus
from common.circuit import Circuit

log = structlog.get_logger("ai_features.model")
OPEN = "circuit_open"
_ABOUT_ONE_REQUEST = frozenset(f"status_{status}" for status in (400, 403, 404, 409, 413, 422))
"""Refusals of one request or one model; the provider is there."""


@functools.lru_cache(maxsize=64)
def _circuit(base_url: str, model: str) -> Circuit:
    return Circuit(settings.AI_BREAKER_FAILURES, settings.AI_BREAKER_SECONDS)


def admits(model: str) -> bool:
    """Whether to call the model: not while it has failed AI_BREAKER_FAILURES times in a row, but once in a while."""
    if _circuit(settings.OPENAI_BASE_URL, model).admits():
        return True
    prometheus.model_failures.labels(OPEN).inc()
    return False


def answered(model: str) -> None:
    """The model gave an answer, usable or not."""
    if _circuit(settings.OPENAI_BASE_URL, model).succeeded():
        prometheus.circuits_open.labels(model).set(0)
        log.info("circuit_closed", model=model)


def failed(model: str, reason: str) -> None:
    """No answer came, for a `reason` as in `ModelUnavailable`."""
    if reason in _ABOUT_ONE_REQUEST:
        answered(model)
    elif _circuit(settings.OPENAI_BASE_URL, model).failed():
        prometheus.circuits_open.labels(model).set(1)
        log.error("circuit_opened", model=model, reason=reason, seconds=settings.AI_BREAKER_SECONDS)


def forget() -> None:
    """Every circuit closed, with nothing against any model: for tests."""
    _circuit.cache_clear()
