"""What a model's server takes: by setting, by host and model, and learned once from its refusals."""

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlsplit

import structlog
from django.conf import settings

log = structlog.get_logger("ai_features.model")
SHAPES = ("schema", "object", "none")
LIMITS = ("max_completion_tokens", "max_tokens")
BOUNDS = {"lengths": "maxLength", "items": "maxItems"}
REFUSALS = frozenset({400, 422, 500, 501})
TOO_MUCH = r"too (large|long|many)|context (length|size|window)"
"""A refusal of how much was asked, which may name a field that is taken all the same."""


class InvalidSupport(ValueError):
    """A model's entry in AI_MODEL_SUPPORT cannot be read."""


@dataclass(frozen=True, slots=True)
class Support:
    """What may be sent. `shape`: "schema", "object" (JSON, with the schema in the prompt) or "none" (prompt only)."""

    shape: str = "schema"
    lengths: bool = True
    """Bounds on texts in the schema."""
    items: bool = True
    """Bounds on lists in the schema."""
    store: bool = True
    """`store: false`, which keeps prompts from being kept there."""
    effort: bool = False
    limit: str = "max_tokens"
    """The name of the limit of tokens."""
    stream_usage: bool = True

    @property
    def refused_bounds(self) -> frozenset[str]:
        """The keywords of a schema that the server does not take."""
        return frozenset(keyword for name, keyword in BOUNDS.items() if not getattr(self, name))


_OPENAI = {"limit": "max_completion_tokens", "lengths": False}
_AZURE = {**_OPENAI, "items": False}
_HOSTS: Mapping[str, Mapping[str, Any]] = {
    "api.openai.com": _OPENAI,
    "openai.azure.com": _AZURE,
    "services.ai.azure.com": _AZURE,
    "generativelanguage.googleapis.com": {"store": False},
    "api.mistral.ai": {"store": False},
    "api.deepseek.com": {"shape": "object", "store": False},
    "api.anthropic.com": {"shape": "none", "store": False},
}
_NAMES = {
    "store": r"""['"`.]store\b|\b(supplied|parameter|field|property|argument|name)s?:? ?store\b""",
    "effort": r"reasoning_?effort",
    "limit": r"max_completion_tokens|max_tokens",
    "stream_usage": r"stream_options|include_usage",
    "lengths": r"max_?length",
    "items": r"max_?items",
    "shape": r"response_format|json_schema|json_object|structured output",
}
_FIELDS = {"store": "store", "effort": "reasoning_effort", "stream_usage": "stream_options"}
_learned: dict[tuple[str, str], Support] = {}
_doubted: set[tuple[str, str]] = set()
_lock = threading.Lock()


def reasons(model: str) -> bool:
    """Whether a model thinks before it answers, as its name tells."""
    return model.rsplit("/", 1)[-1].startswith(("gpt-5", "gpt-6", "o1", "o3", "o4"))


def of(model: str) -> Support:
    """What may be sent to `model`: its entry in AI_MODEL_SUPPORT over the defaults, less what it has refused.

    Raises `InvalidSupport`.
    """
    return _learned.get((settings.OPENAI_BASE_URL, model)) or _configured(model)


def learn(model: str, sent: Mapping[str, Any], status: int, said: str) -> bool:
    """Whether a refusal names something that was sent and can be left out; then it is, from now on."""
    if status not in REFUSALS or re.search(TOO_MUCH, said, re.IGNORECASE):
        return False
    with _lock:
        known = of(model)
        for name, pattern in _NAMES.items():
            less = _less(model, known, name)
            if less is not None and _was_sent(known, name, sent) and re.search(pattern, said, re.IGNORECASE):
                _remember(model, name, less)
                return True
    return False


def note_schema(model: str, *, kept: bool) -> None:
    """Whether an answer to a strict schema was JSON at all; twice in a row no, and the server does not look at it.

    Of hosts that are known it is taken for a slip of the model.
    """
    with _lock:
        known, doubted = of(model), (settings.OPENAI_BASE_URL, model)
        if kept or known.shape != "schema" or _defaults_of_host() is not None or "shape" in _own(model):
            _doubted.discard(doubted)
        elif doubted in _doubted:
            _remember(model, "shape", replace(known, shape="object"))
        else:
            _doubted.add(doubted)


def forget() -> None:
    """What was learned, for tests."""
    _learned.clear()
    _doubted.clear()


def _remember(model: str, name: str, less: Support) -> None:
    _learned[settings.OPENAI_BASE_URL, model] = less
    write = log.error if name == "store" else log.warning
    write("model_support_learned", model=model, left_out=name, now=getattr(less, name), setting="AI_MODEL_SUPPORT")


def _less(model: str, known: Support, name: str) -> Support | None:
    """The support with one thing less; None when there is nothing to take away."""
    if name == "shape":
        weaker = SHAPES[SHAPES.index(known.shape) + 1 :]
        return replace(known, shape=weaker[0]) if weaker else None
    if name == "limit":
        first = _configured(model).limit
        return replace(known, limit=LIMITS[1 - LIMITS.index(first)]) if known.limit == first else None
    changes: dict[str, Any] = {name: False}
    return replace(known, **changes) if getattr(known, name) else None


def _was_sent(known: Support, name: str, sent: Mapping[str, Any]) -> bool:
    """Whether the request that was refused had it, and another thread has not learned that since."""
    format_sent = sent.get("response_format", {})
    if name in BOUNDS:
        return BOUNDS[name] in str(format_sent)
    if name == "shape":
        return bool(format_sent) and (format_sent.get("type") == "json_schema") == (known.shape == "schema")
    return _FIELDS.get(name, known.limit) in sent


def _configured(model: str) -> Support:
    by_model = {"effort": True, "limit": "max_completion_tokens"} if reasons(model) else {}
    tuned = {"lengths": False, "items": False} if model.startswith("ft:") else {}
    return Support(**{**by_model, **(_defaults_of_host() or {}), **tuned, **_own(model)})


def _own(model: str) -> Mapping[str, Any]:
    own = settings.AI_MODEL_SUPPORT.get(model, {})
    known = {each.name: each.type for each in fields(Support)}
    if not isinstance(own, dict) or own.keys() - known.keys():
        raise InvalidSupport(f"AI_MODEL_SUPPORT for {model!r} takes {', '.join(known)}")
    allowed = {"shape": SHAPES, "limit": LIMITS}
    for name, value in own.items():
        if value not in allowed.get(name, (True, False)):
            raise InvalidSupport(f"AI_MODEL_SUPPORT for {model!r}: {name} cannot be {value!r}")
    return own


def _defaults_of_host() -> Mapping[str, Any] | None:
    host = urlsplit(settings.OPENAI_BASE_URL).hostname or ""
    return next((found for name, found in _HOSTS.items() if host == name or host.endswith("." + name)), None)
