"""A small chart parser: rules are data over tokens, read from the last token to the first, each piece parsed once.

A pattern is a row of elements. `last/past` is one of these words, `UNIT` a symbol whose value is handed to the rule,
`of?` may be missing (a missing symbol is handed over as None), `!of` must not follow, `<!of` must not stand before,
`>UNIT` must follow and is left for others, `@growing` holds for the whole text. "the" may stand before any element.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

Action = Callable[..., Any]
_Made = TypeVar("_Made", bound=Action)
NO = object()
"""What a rule answers when its values do not fit: it has not matched."""
MOST_READINGS = 8
_SKIPPED = "the"


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the one spelling that rules use, and the symbols that it may be with their values."""

    word: str
    symbols: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Element:
    words: frozenset[str]
    symbol: str
    optional: bool
    look: str

    @classmethod
    def of(cls, text: str) -> "_Element":
        look = next((mark for mark in ("<!", "!", ">", "@") if text.startswith(mark)), "")
        bare = text[len(look) :].removesuffix("?")
        symbol = bare if bare.isupper() else ""
        words = frozenset() if symbol else frozenset(bare.split("/"))
        return cls(words, symbol, text.endswith("?"), look)


@dataclass(frozen=True, slots=True)
class _Rule:
    elements: tuple[_Element, ...]
    action: Action


class Grammar:
    """Rules by the symbol that they make; `rule` adds one."""

    def __init__(self) -> None:
        self.rules: dict[str, list[_Rule]] = defaultdict(list)
        self._starts: dict[tuple[str, str], list[tuple[int, _Rule]]] = {}
        self._firsts: dict[str, frozenset[str]] = {}

    def rule(self, symbol: str, *patterns: str) -> Callable[[_Made], _Made]:
        """Let the function make `symbol` of each of these patterns; it is called with today and the values."""

        def added(action: _Made) -> _Made:
            for pattern in patterns:
                self.rules[symbol].append(_Rule(tuple(_Element.of(each) for each in pattern.split()), action))
            return action

        return added

    def starting(self, symbol: str, word: Word) -> list[_Rule]:
        """The rules of a symbol that can begin with this word."""
        if not self._starts:
            self._index()
        found = [rules for key in (word.word, *word.symbols) if (rules := self._starts.get((symbol, key)))]
        if len(found) > 1:
            places = {place: rule for rules in found for place, rule in rules}
            return [places[place] for place in sorted(places)]
        return [rule for _, rule in found[0]] if found else []

    def _index(self) -> None:
        for symbol, rules in self.rules.items():
            for place, each in enumerate(rules):
                for key in self._first(each.elements):
                    self._starts.setdefault((symbol, key), []).append((place, each))

    def _first(self, elements: tuple[_Element, ...]) -> frozenset[str]:
        """The words and symbols that a row of elements can begin with."""
        head, rest = elements[0], elements[1:]
        own = self._first_of(head.symbol) if head.symbol else head.words
        if head.look in ("<!", "!", "@"):
            return self._first(rest)
        return own | self._first(rest) if head.optional else own

    def _first_of(self, symbol: str) -> frozenset[str]:
        if symbol not in self._firsts:
            ways = [self._first(each.elements) for each in self.rules.get(symbol, ())]
            self._firsts[symbol] = frozenset({symbol}).union(*ways)
        return self._firsts[symbol]


class Chart:
    """What each symbol may be at each place of some words: `at` answers `(stop, value)` pairs."""

    def __init__(self, grammar: Grammar, words: Sequence[Word], today: dt.date, *, holds: frozenset[str]) -> None:
        self._grammar, self._words, self._today, self._holds = grammar, words, today, holds
        self._known: dict[tuple[str, int], list[tuple[int, Any]]] = {}

    def at(self, symbol: str, place: int) -> list[tuple[int, Any]]:
        key = (symbol, place)
        if key not in self._known:
            self._known[key] = list(islice(self._made(symbol, place), MOST_READINGS))
        return self._known[key]

    def _made(self, symbol: str, place: int) -> Iterator[tuple[int, Any]]:
        if place >= len(self._words):
            return
        if symbol in self._words[place].symbols:
            yield place + 1, self._words[place].symbols[symbol]
        for rule in self._grammar.starting(symbol, self._words[place]):
            for stop, values in self._matches(rule.elements, place, first=True):
                value = rule.action(self._today, *values)
                if value is not NO and stop > place:
                    yield stop, value

    def _matches(
        self, elements: tuple[_Element, ...], place: int, *, first: bool = False
    ) -> Iterator[tuple[int, tuple[Any, ...]]]:
        if not elements:
            yield place, ()
            return
        head, rest = elements[0], elements[1:]
        for stop, value in self._one(head, place, first=first):
            for end, values in self._matches(rest, stop, first=first and stop == place):
                yield end, (*value, *values)
        if head.optional:
            missing = (None,) if head.symbol else ()
            for end, values in self._matches(rest, place, first=first):
                yield end, (*missing, *values)

    def _one(self, element: _Element, place: int, *, first: bool) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """Where one element ends and what it hands over."""
        if element.look == "<!":
            if not place or self._words[place - 1].word not in element.words:
                yield place, ()
            return
        if element.look == "@":
            yield from [(place, ())] if element.words <= self._holds else []
            return
        at = place + (not first and _SKIPPED not in element.words and self._word(place) == _SKIPPED)
        ends = self._ends(element, at)
        if element.look == "!":
            ends = [] if ends else [(place, ())]
        elif element.look == ">":
            ends = [(place, value) for _, value in ends[:1]]
        yield from ends

    def _ends(self, element: _Element, place: int) -> list[tuple[int, tuple[Any, ...]]]:
        if element.symbol:
            return [(stop, (value,)) for stop, value in self.at(element.symbol, place)]
        return [(place + 1, ())] if self._word(place) in element.words else []

    def _word(self, place: int) -> str:
        return self._words[place].word if place < len(self._words) else ""
