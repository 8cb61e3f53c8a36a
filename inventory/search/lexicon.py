"""The words of shops and markets: what people say, what it is called on the shelf, and what else shops sell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from inventory.search.words import clean, tokens

Phrase = tuple[str, ...]
LONGEST = 4
WHOSE = frozenset({"my", "our", "your", "his", "her", "their"})
"""Say nothing of what is wanted: "charge my phone" is "charge phone"."""
_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Lexicon:
    """What phrases mean. `goods` are things that some shops sell, `ordinary` words name none.

    `barred` are for a phrase the goods that it does not mean, though one of its meanings is their name as well.
    """

    meanings: Mapping[Phrase, tuple[Phrase, ...]]
    goods: frozenset[Phrase]
    ordinary: frozenset[str]
    accessories: frozenset[str] = frozenset()
    colours: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    barred: Mapping[Phrase, tuple[Phrase, ...]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    """Every word of a phrase that has a meaning or names goods: none of them is a misspelling."""

    def knows(self, phrase: Phrase) -> bool:
        return phrase in self.meanings or phrase in self.goods

    def with_own(self, own: Iterable[tuple[str, str]]) -> "Lexicon":
        """With a shop's own words, (what is said, what it means), before ours."""
        more = dict(_entries(own))
        if not more:
            return self
        words = self.words | {word for phrase in more for word in phrase}
        return replace(self, meanings={**self.meanings, **more}, words=words)


@cache
def common() -> Lexicon:
    """What is the same for every shop, as the files say."""
    lines = [(said.strip(), meant.partition(" not ")) for said, meant in (s.split(">") for s in _lines("lexicon.txt"))]
    meanings = dict(_entries((said, meant) for said, (meant, _, _) in lines))
    barred = dict(_entries((said, other) for said, (_, _, other) in lines if other))
    goods = frozenset(phrase_of(each) for line in _lines("goods.txt") for each in line.split(","))
    ordinary, accessories, colours, holders = (
        frozenset(word for line in _lines(f"{name}.txt") for word in phrase_of(line))
        for name in ("ordinary", "accessories", "colours", "holders")
    )
    words = frozenset(word for phrase in (*meanings, *goods) for word in phrase)
    return Lexicon(meanings, goods, ordinary | colours, accessories, colours, holders, barred, words - ordinary)


def phrase_of(text: str) -> Phrase:
    """The stems of a phrase as it is looked up."""
    return tuple(word for word in tokens(clean(text)) if word not in WHOSE)


def _entries(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[Phrase, tuple[Phrase, ...]]]:
    for said, meant in lines:
        meanings = tuple(phrase_of(each) for each in meant.split("|"))
        for each in said.split(","):
            yield phrase_of(each), meanings


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
