"""Speech to words, by the OpenAI-compatible audio endpoint. It costs by the length of the recording."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import structlog
from django.conf import settings

from ai_features.services import prometheus
from ai_features.services.model import circuit
from ai_features.services.model.client import CONNECT_SECONDS, client, may_be_charged, reason_of
from common.storable import storable

log = structlog.get_logger("ai_features.model")
HOUR = Decimal(3600)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said. `seconds` is None where the server does not tell them; `languages` are codes, if it tells any."""

    text: str
    languages: tuple[str, ...]
    seconds: float | None


class NotHeard(Exception):
    """No words came. `is_charged`: the provider may have worked on it all the same."""

    def __init__(self, reason: str, *, is_charged: bool) -> None:
        self.reason, self.is_charged = reason, is_charged
        super().__init__(reason)


def usd(seconds: float) -> Decimal:
    """What so many seconds cost us, by `AI_TRANSCRIBE_USD_PER_HOUR`."""
    price: Decimal = settings.AI_TRANSCRIBE_USD_PER_HOUR
    return Decimal(str(seconds)) / HOUR * price


def hear(name: str, content: bytes, content_type: str, *, keywords: Sequence[str]) -> Heard:
    """The words of one English recording, asked for once; `keywords` are names it may hold. Raises `NotHeard`."""
    import openai

    model: str = settings.AI_TRANSCRIBE_MODEL
    if not circuit.admits(model):
        raise NotHeard(circuit.OPEN, is_charged=False)
    hints: dict[str, Any] = {"keywords": list(keywords)} if keywords else {}
    try:
        answer: Any = client().audio.transcriptions.create(
            model=model,
            file=(name, content, content_type),
            response_format="json",
            languages=["en"],
            timeout=openai.Timeout(settings.AI_TIMEOUTS["cheap"], connect=CONNECT_SECONDS),
            **hints,
        )
        heard = Heard(_text(answer), _languages(answer), _seconds(answer))
    except openai.APIError as failure:
        _failed(model, reason_of(failure))
        raise NotHeard(reason_of(failure), is_charged=may_be_charged(failure)) from failure
    except (AttributeError, TypeError, ValueError) as failure:
        _failed(model, "not_a_transcription")
        raise NotHeard("not_a_transcription", is_charged=True) from failure
    circuit.answered(model)
    return heard


def _text(answer: Any) -> str:
    if not isinstance(answer.text, str):
        raise TypeError("an answer without its text")
    return str(storable(answer.text))


def _languages(answer: Any) -> tuple[str, ...]:
    return tuple(str(language.code).lower() for language in answer.languages or ())


def _seconds(answer: Any) -> float | None:
    seconds = getattr(answer.usage, "seconds", None)
    return float(seconds) if isinstance(seconds, int | float) and seconds > 0 else None


def _failed(model: str, reason: str) -> None:
    prometheus.model_failures.labels(reason).inc()
    log.warning("model_unavailable", reason=reason)
    circuit.failed(model, reason)
