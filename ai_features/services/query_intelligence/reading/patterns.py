"""Patterns over roles: how rules are written, matched and chosen among."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ai_features.services.query_intelligence.tokens import Span

Spans = Sequence[Span]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a question: what it is, its value, and the first of its spans."""

    kind: str
    value: Any
    at: int


Make = Callable[[Spans], Iterator[tuple[str, Any]]]


@dataclass(frozen=True)
class Rule:
    """A pattern over roles, and the parts that it makes of what it matches."""

    pattern: str
    make: Make

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", compiled(self.pattern))


def compiled(pattern: str) -> re.Pattern[str]:
    """ "rank number? (dim|name)+" as a regular expression over a line of roles."""
    items = []
    for item in pattern.split():
        base = item.rstrip("?+*")
        either = "|".join(
            f"{each} " if ":" in each else rf"{each}(?::\S+)? "
            for each in base.removeprefix("(").removesuffix(")").split("|")
        )
        items.append(f"(?:{either}){item[len(base) :]}")
    return re.compile("".join(items))


def line(spans: Spans) -> str:
    """The roles of spans as one line; a value stands with its role where rules ask for it."""
    return "".join(f"{_symbol(span)} " for span in spans)


def _symbol(span: Span) -> str:
    told = isinstance(span.value, str) and span.value and " " not in span.value
    return f"{span.role}:{span.value}" if told else span.role


def parts_of(spans: Spans, rules: Sequence[Rule]) -> tuple[list[Part], list[Span]]:
    """The parts that rules make of spans, in their order, and the spans that are left over."""
    parts: list[Part] = []
    taken: set[int] = set()
    for start, stop, rule in _longest_first(spans, rules):
        if taken.isdisjoint(range(start, stop)):
            taken.update(range(start, stop))
            parts += [Part(kind, value, start) for kind, value in rule.make(spans[start:stop])]
    rest = [(place, span) for place, span in enumerate(spans) if place not in taken]
    parts += [
        Part(ALONE.get(span.role, span.role), span.value, place) for place, span in rest if span.role not in BOUND
    ]
    return sorted(parts, key=lambda part: part.at), [span for _, span in rest if span.role in BOUND]


def _longest_first(spans: Spans, rules: Sequence[Rule]) -> list[tuple[int, int, Rule]]:
    text = line(spans)
    starts = {match.end(): place + 1 for place, match in enumerate(re.finditer(" ", text))} | {0: 0}
    found = []
    for rule in rules:
        for match in _matches(rule, text, starts):
            found.append((starts[match.start()], starts[match.end()], rule))
    return sorted(found, key=lambda each: (each[0] - each[1], each[0]))


def _matches(rule: Rule, text: str, starts: dict[int, int]) -> Iterator[re.Match[str]]:
    for start in starts:
        match = rule.compiled.match(text, start)  # type: ignore[attr-defined]
        if match and match.end() > start:
            yield match


ALONE = {
    "dim": "mention",
    "filter": "window",
    "in": "of",
    "to": "prep",
    "from": "prep",
    "with": "prep",
    "by": "dangling",
    "per": "dangling",
}
"""What a role is called as a part, where it has another name."""

BOUND = frozenset(
    {
        "unknown",
        "number",
        "ordinal",
        "sign",
        "after",
        "between",
        "should",
        "not",
        "except",
        "only",
        "either",
        "nobody",
        "side",
        "time",
    }
)
"""Roles that mean nothing without their neighbours: what no rule takes of them is left over."""
