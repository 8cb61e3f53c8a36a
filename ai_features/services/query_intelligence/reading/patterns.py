"""Patterns over roles: how rules are written, matched and chosen among."""

import re
from collections import defaultdict
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

    def firsts(self) -> Iterator[str]:
        """The roles that what it matches can begin with."""
        for item in self.pattern.split():
            base = item.rstrip("?+*")
            yield from (each.partition(":")[0] for each in base.strip("()").split("|"))
            if item == base or item.endswith("+"):
                return


class Rules:
    """Rules by the roles that they can begin with."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._by_first: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            for role in dict.fromkeys(rule.firsts()):
                self._by_first[role].append(rule)

    def fitting(self, spans: Spans) -> Iterator[tuple[int, int, Rule]]:
        """Where each rule fits: from which span to which."""
        text = line(spans)
        starts = {match.end(): place for place, match in enumerate(re.finditer(" ", text), 1)}
        at = 0
        for place, span in enumerate(spans):
            for rule in self._by_first.get(span.role, ()):
                match = rule.compiled.match(text, at)  # type: ignore[attr-defined]
                if match and match.end() > at:
                    yield place, starts[match.end()], rule
            at = text.index(" ", at) + 1


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


def parts_of(spans: Spans, rules: Rules) -> tuple[list[Part], list[Span]]:
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


def _longest_first(spans: Spans, rules: Rules) -> list[tuple[int, int, Rule]]:
    return sorted(rules.fitting(spans), key=lambda each: (each[0] - each[1], each[0]))


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
        "zero",
        "also",
        "per_sale",
    }
)
"""Roles that mean nothing without their neighbours: what no rule takes of them is left over."""
