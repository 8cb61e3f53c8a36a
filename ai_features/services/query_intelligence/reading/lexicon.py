"""The words of questions as data: phrases with their roles, and the forms in which their words are written."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from ai_features.services.query_intelligence.spelling import Words
from ai_features.services.query_intelligence.tokens import Span, Token, tokenise
from reports.dimensions import DIMENSIONS
from reports.metrics import METRICS
from reports.segments import SEGMENTS

MOST_SKIPPED = 2
SKIP_COST = 0.01
STEM_COST = 0.02
_PHRASE = -0.4
"""What it costs to read several words as one value: "AT money" is a network, and not money at something."""
_HERE = Path(__file__).parent
Meaning = tuple[str, str]
_COUNTING = ("how many", "number of", "count of", "list of")
_MEASURED = frozenset(
    {
        "customer:owes",
        "customer:overdue",
        "customer:wholesale",
        "customer:retail",
        "sale:on_credit",
        "sale:wholesale",
        "sale:retail",
    }
)
"""Segments whose words are those of a measure or a value."""
_PLURAL = frozenset({"goods", "regulars"})
"""Words that mean something else in the singular."""
_ENDINGS = ("ed", "ing")
_PEOPLE = frozenset({"customer", "staff", "supplier"})
_PAPERS = frozenset(["invoice", "invoices", "bill", "bills", "customer", "customers", "people"])


@dataclass
class Node:
    """A place in the tree of phrases: the words that may follow, and what the phrase means that ends here."""

    following: dict[str, "Node"] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


@dataclass
class Lexicon:
    """All phrases by their first words, all words in them, and the plain form of each other form."""

    root: Node = field(default_factory=Node)
    words: set[str] = field(default_factory=set)
    plain: dict[str, str] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)
    real: set[str] = field(default_factory=set)
    """Words that mean nothing here, but are none misspelt."""

    @cached_property
    def spelt(self) -> Words:
        """Its words, to put misspelt ones right."""
        return Words(self.words)

    def knows(self, word: str) -> bool:
        return word in self.words or word in self.plain or any(each in self.words for each in bases(word))

    def written(self, word: str, names: Container[str]) -> str:
        """A short form written out ("dis" is "this"), unless the shop has it in a name or it is a word itself."""
        plain = self.plain.get(word, word)
        return word if word in self.words or stem(word) in names else plain

    def common(self, word: str) -> bool:
        """Whether a word means something in questions by itself."""
        return not self.alone.isdisjoint(self.forms(word))

    def forms(self, word: str) -> dict[str, float]:
        """The forms under which a word may stand in a phrase: as it is, plain, and at a cost singular."""
        as_it_is = {word: 0.0, self.plain.get(word, word): 0.0}
        found = {self.plain.get(single, single): STEM_COST for single in (stem(word),)}
        if word not in self.alone and word not in self.plain:
            found |= {self.plain.get(base, base): STEM_COST for base in bases(word)}
        return {stem(word): STEM_COST} | found | as_it_is

    def add(self, phrase: str, meaning: Meaning, *, unless_known: bool = False) -> None:
        """A phrase and what it means; `unless_known`: only where it means nothing yet."""
        node = self.root
        words = [token.word for token in tokenise(phrase)]
        for word in words:
            form = self.plain.get(word, word)
            node = node.following.setdefault(form, Node())
            self.words.add(form)
        if meaning not in node.meanings and not (unless_known and node.meanings):
            node.meanings.append(meaning)
        if len(words) == 1 and meaning != ("unit", "units"):
            self.alone.add(self.plain.get(words[0], words[0]))
        if len(words) == 1 and meaning[0] in ("glue", "we", "now"):
            self.skipped.add(self.plain.get(words[0], words[0]))

    def spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Every phrase in the text. Between its words glue may stand, which costs a little."""
        forms = [self.forms(token.word) for token in tokens]
        for start in range(len(tokens)):
            yield from self._from(forms, start)

    def _from(self, forms: Sequence[dict[str, float]], start: int) -> Iterator[Span]:
        places = [(self.root, start, 0.0, 0)]
        while places:
            node, at, cost, in_a_row = places.pop()
            if at > start and not in_a_row:
                yield from (
                    Span(start, at, *meaning, cost + _PHRASE * (meaning[0] == "value" and at - start > 1))
                    for meaning in node.meanings
                    if not cost or meaning[0] != "glue"
                )
            if at == len(forms) or not node.following:
                continue
            for form, more in forms[at].items():
                if following := node.following.get(form):
                    places.append((following, at + 1, cost + more, 0))
            if at > start and in_a_row < MOST_SKIPPED and not self.skipped.isdisjoint(forms[at]):
                places.append((node, at + 1, cost + SKIP_COST, in_a_row + 1))


def _composed(key: str, phrase: str) -> bool:
    """Phrases that rules make of their words, which would take the words away from what else is said of them."""
    if key.endswith("_count") and key not in ("sales_count", "returns_count"):
        return phrase.startswith(_COUNTING)
    return key in ("outstanding", "overdue", "due") and not _PAPERS.isdisjoint(phrase.split())


def stem(word: str) -> str:
    """Singular: "batteries" and "battery", "TVs" and "tv" are the same word."""
    if word in _PLURAL:
        return word
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def bases(word: str) -> Iterator[str]:
    """What a word may be a form of: "realised" of "realise", "trading" of "trade", "shipped" of "ship"."""
    yield stem(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            trunk = word.removesuffix(ending)
            yield from (trunk, f"{trunk}e")
            if trunk[-1] == trunk[-2]:
                yield trunk[:-1]
            if trunk.endswith("i"):
                yield f"{trunk[:-1]}y"


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once: the tables beside this module, and what the rows of `reports` say of themselves."""
    found = Lexicon()
    for _, real in rows("real_words"):
        found.real.update(real)
    for plain, forms in rows("spellings"):
        found.plain |= dict.fromkeys(forms, plain)
    for symbol, phrases in rows("lexicon"):
        role, _, value = symbol.partition(":")
        for phrase in (each for each in phrases if role != "measure" or not _composed(value, each)):
            found.add(phrase, (role, value))
            if role == "dim":
                found.add(f"{phrase} {'who' if value in _PEOPLE else 'where'}", (role, value))
    for phrase, meaning in _said():
        found.add(phrase, meaning, unless_known=True)
    return found


def _said() -> Iterator[tuple[str, Meaning]]:
    """What the rows of `reports` say of themselves, but for what rules make of its words."""
    for dimension in DIMENSIONS.values():
        yield from ((phrase, ("dim", dimension.key)) for phrase in dimension.said)
    for key, metric in METRICS.items():
        yield from ((phrase, ("measure", key)) for phrase in metric.said if not _composed(key, phrase))
    for row, segment in SEGMENTS.items():
        yield from ((phrase, ("segment", row)) for phrase in segment.said if row not in _MEASURED)


def rows(table: str, *, between: str = ", ") -> Iterator[tuple[str, list[str]]]:
    """The lines of a table beside this module: what stands before the bar, and the phrases after it."""
    for line in (_HERE / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            left, _, right = line.partition(" | ")
            yield left, [each.strip() for each in right.split(between) if each.strip()]
