"""The shop's names as spans of a text: whole, by some of their words, and told apart by what kind of thing they are."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ai_features.services.query_intelligence.names import LONGEST_NAME, MOST_REMEMBERED, Entry, Index
from ai_features.services.query_intelligence.tokens import Span, Token

WHOLE, PARTIAL = -0.05, 0.1
COMMON_WORD = 0.4
"""What it costs to take all or some words of a name for it, and a word of questions for a name."""

_JOINING = frozenset({"and", "or", "of", "for", "with", "to"})
"""Words that part of a name neither begins nor ends with: "rice and" stands before another name."""
SIZES = frozenset(
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
WRITTEN = {
    "kilo": "kg",
    "kgs": "kg",
    "kilogram": "kg",
    "gram": "g",
    "gm": "g",
    "gramme": "g",
    "litre": "l",
    "liter": "l",
    "ltr": "l",
    "lt": "l",
    "millilitre": "ml",
    "mls": "ml",
    "centimetre": "cm",
}
"""How sizes are written in names."""
_BETWEEN = frozenset({"and", "inch", "inche", "of", "from", "at", "in"})
"""Words that may stand within a name that has them not."""
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
    words = [WRITTEN.get(word, word) for word in (index.stem(token.word) for token in tokens)]
    plain = [common(token.word) for token in tokens]
    for start in range(len(words)):
        run: tuple[str, ...] = ()
        for stop in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1):
            found = _known((*run, words[stop - 1]), index)
            if not found and run and words[stop - 1] in _BETWEEN:
                continue
            if not found and not run and words[start].isdigit() and words[stop : stop + 1] and words[stop] in SIZES:
                run = (words[start],)
                continue
            if not found:
                break
            run = (*run, words[stop - 1])
            if len(run) < stop - start and not found.whole:
                continue
            if found.whole or not _no_name(words[start:stop], plain[start:stop]):
                yield Span(start, stop, "name", found, _cost(found, plain[start:stop]))


def _no_name(words: Sequence[str], plain: Sequence[bool]) -> bool:
    """Whether a part of a name says too little: a size, words of questions, or one that only leads up to another."""
    sizes = all(word in SIZES or word.isdigit() for word in words)
    return sizes or all(plain) or bool(_JOINING & {words[0], words[-1]})


def _known(run: tuple[str, ...], index: Index) -> Named | None:
    """What a run of words names; found once for each shop and run."""
    if run not in index.runs:
        if len(index.runs) > MOST_REMEMBERED:
            index.runs.clear()
        index.runs[run] = _named(run, index)
    found: Named | None = index.runs[run]
    return found


def _named(run: tuple[str, ...], index: Index) -> Named | None:
    if all(word.isdigit() for word in run):
        return None
    if called := index.called(run):
        return Named(run, _by_kind(called), whole=True)
    if not (having := index.having(run)):
        return None
    kept, apart = told_apart(run, having)
    return Named(run, _by_kind(kept), whole=False, apart=tuple(apart))


def _cost(found: Named, plain: list[bool]) -> float:
    return (WHOLE if found.whole else PARTIAL) + (COMMON_WORD if all(plain) else 0.0)


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
    heads = {each.words: head(each.words) for each in goods}
    if any(word in run for word in heads.values()):
        apart = {words for words, word in heads.items() if word not in run}
    else:
        apart = {words for words, word in heads.items() if word in _ADDED}
    if len(apart) == len(heads):
        return list(entries), []
    others = [each for each in goods if each.words in apart]
    return [each for each in entries if each.kind != "product" or each.words not in apart], others


@lru_cache(maxsize=32768)
def head(words: tuple[str, ...]) -> str:
    """The word of a name that says what kind of thing it is: the last that is no size, number or package."""
    said = [word for word in words if word.isalpha() and word not in SIZES]
    return said[-1] if said else words[-1]
