"""A question with holes in place of its names, days and number, as the ways of asking in the bank have them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ai_features.services.query_intelligence.days import Period
from ai_features.services.query_intelligence.names import Index
from ai_features.services.query_intelligence.reading.reader import cheapest
from ai_features.services.query_intelligence.tokens import Span
from common import money
from common import shop_clock as clock

_KINDS = ("storefront", "staff", "category", "brand", "product", "customer", "supplier")
"""What a name is taken for first, where it may be several things."""
_LEADING = frozenset(
    [
        "glue",
        "we",
        "now",
        "of",
        "to",
        "in",
        "from",
        "with",
        "by",
        "per",
        "prep",
        "and",
        "amount",
        "count",
        "also",
        "talk",
        "verb",
    ]
)
_TURNING = frozenset(["not", "except", "only", "but", "or", "either", "both", "versus"])
_POINTING = frozenset(["pointer", "pointed"])
_PLAIN_ASKS = frozenset(["what", "which", "who", "how", "list", "whether"])
"""Roles, and ways to begin a question, that choose nothing and leave nothing out."""


@dataclass(frozen=True, slots=True)
class Masked:
    """`words` with holes such as "{days}"; `names`: what fills each hole; `said`: words that may change what is asked.

    `full`: some name, days or number finds no hole of its own, or something is pointed at.
    `turns`: something is left out, or chosen alone.
    """

    words: tuple[str, ...]
    names: Mapping[str, str]
    said: tuple[str, ...]
    full: bool = False
    turns: bool = False


def masked(text: str, index: Index) -> Masked:
    """The words of a question by the spans that cover it best, whether the rules can use these or not."""
    today = clock.today()
    found: Masked = index.reading(("masked", text, today), lambda: _masked(text, index, today))
    return found


def _masked(text: str, index: Index, today: dt.date) -> Masked:
    tokens, spans = cheapest(text, today=today, index=index)
    words: list[str] = []
    said: list[str] = []
    names: dict[str, str] = {}
    full = False
    for span in spans:
        kinds = _holes(span)
        if not kinds:
            within = [token.word for token in tokens[span.start : span.stop]]
            words += within
            said += within if _says(span) else ()
            continue
        kind = next((each for each in kinds if each not in names), "")
        name = _filling(span, kind) if kind else ""
        full = full or not name
        names |= {kind: name} if name else {}
        words.append(f"{{{kind or kinds[0]}}}")
    turns = any(span.role in _TURNING for span in spans)
    full = full or any(span.role in _POINTING for span in spans)
    return Masked(tuple(words), names, tuple(said), full, turns)


def _says(span: Span) -> bool:
    """Whether a question without these words could be another one."""
    return span.role not in _LEADING and not (span.role == "ask" and span.value in _PLAIN_ASKS)


def _holes(span: Span) -> tuple[str, ...]:
    """What holes a span can leave."""
    if span.role == "name":
        return tuple(kind for kind in _KINDS if kind in span.value.kinds)
    if span.role in ("days", "unsure", "relative", "pair"):
        return ("days",)
    return ("number",) if isinstance(span.value, Decimal) else ()


def _filling(span: Span, kind: str) -> str:
    """What fills the hole: a name as the shop has it, or the words when several have them; nothing for odd days."""
    if kind == "days":
        return span.value.label if isinstance(span.value, Period) else ""
    if kind == "number":
        return money.written_quantity(span.value)
    entries = span.value.kinds[kind]
    return str(entries[0].name) if len(entries) == 1 else " ".join(span.value.words)
