"""The shop's names as spans of a text: whole, by some of their words, and told apart by what kind of thing they are."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ai_features.services.query_intelligence.names import LONGEST_NAME, Entry, Index
from ai_features.services.query_intelligence.reading.tokens import Span, Token

PARTIAL = 0.1
COMMON_WORD = 0.4
"""What it costs to take some words of a name for it, and a word of questions for a name."""

_SIZES = frozenset(
    [
        "kg",
        "g",
        "l",
        "ml",
        "cl",
        "litre",
        "liter",
        "kilo",
        "pack",
        "pcs",
        "piece",
        "inch",
        "in",
        "set",
        "pair",
        "box",
        "bag",
        "bottle",
        "tin",
        "can",
        "sachet",
        "carton",
        "crate",
        "roll",
        "mm",
        "cm",
        "m",
        "xl",
        "xxl",
        "s",
        "small",
        "medium",
        "large",
    ]
)
_ADDED = frozenset(
    [
        "bracket",
        "cover",
        "case",
        "charger",
        "remote",
        "cooker",
        "holder",
        "stand",
        "cable",
        "protector",
        "strap",
        "adapter",
        "adaptor",
        "stabiliser",
        "stabilizer",
        "guard",
        "mount",
        "opener",
        "dispenser",
        "heater",
        "filter",
        "grinder",
        "maker",
        "mixer",
        "box",
        "repair",
        "service",
        "battery",
        "pouch",
    ]
)
"""Goods that go with other goods: their names hold the name of what they go with."""


@dataclass(frozen=True)
class Named:
    """What some words of a text may name, by kind; `apart` are goods of another sort that have the words too."""

    words: tuple[str, ...]
    kinds: dict[str, tuple[Entry, ...]]
    whole: bool
    apart: tuple[Entry, ...] = ()


def name_spans(tokens: Sequence[Token], index: Index, common: Callable[[str], bool]) -> Iterator[Span]:
    """Names in a text. A word of questions (`common`) alone is only a name where it is a whole one."""
    words = [index.stem(token.word) for token in tokens]
    for start in range(len(words)):
        for size in range(1, min(LONGEST_NAME, len(words) - start) + 1):
            run = tuple(words[start : start + size])
            having = index.having(run)
            if not having:
                break
            plain = [common(token.word) for token in tokens[start : start + size]]
            if found := _named(run, index.called(run), having, plain):
                yield Span(start, start + size, "name", found, _cost(found, plain))


def _named(run: tuple[str, ...], called: list[Entry], having: list[Entry], plain: list[bool]) -> Named | None:
    if all(word.isdigit() for word in run):
        return None
    if called:
        return Named(run, _by_kind(called), whole=True)
    if all(plain) or (plain[0] and len(run) == 1):
        return None
    kept, apart = told_apart(run, having)
    return Named(run, _by_kind(kept), whole=False, apart=tuple(apart))


def _cost(found: Named, plain: list[bool]) -> float:
    return (0.0 if found.whole else PARTIAL) + (COMMON_WORD if all(plain) else 0.0)


def _by_kind(entries: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    kinds: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        kinds[entry.kind].append(entry)
    return {kind: tuple(found) for kind, found in kinds.items()}


def told_apart(run: Sequence[str], entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Those that are what the words say, and goods that only go with it: a wall bracket is no television."""
    goods = [each for each in entries if each.kind == "product"]
    if len(goods) < 2:
        return list(entries), []
    heads = [each for each in goods if head(each) in run]
    others = [each for each in goods if each not in heads] if heads else _added(run, goods)
    apart = others if len(others) < len(goods) else []
    return [each for each in entries if each not in apart], apart


def _added(run: Sequence[str], goods: Sequence[Entry]) -> list[Entry]:
    return [each for each in goods if head(each) in _ADDED and head(each) not in run]


def head(entry: Entry) -> str:
    """The word that says what kind of thing it is: the last that is no size, number or package."""
    said = [word for word in entry.words if word.isalpha() and word not in _SIZES]
    return said[-1] if said else entry.words[-1]
