"""The words of a request as terms: each with the phrases that may answer it in one shop's catalogue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from inventory.search.index import Catalogue
from inventory.search.lexicon import LONGEST, Phrase
from inventory.search.words import decimal

EXPANDED = 0.8
"""What a product is worth that bears another name than was asked for."""
LATER = 0.01
"""What each meaning is worth less than the one written before it."""
_PURPOSE = frozenset({"for", "to", "that", "which", "with", "when", "during", "against"})
_GROUPING = frozenset({"and", "or", "plus"})


@dataclass(frozen=True)
class Term:
    """One thing that was asked for: products by place, each from 0 to 1; empty where the shop has nothing of it."""

    phrase: Phrase
    scores: dict[int, float]
    group: int
    is_goods: bool
    is_accessory: bool = False
    is_holder: bool = False

    @property
    def said(self) -> str:
        return " ".join(self.phrase)


@dataclass
class Terms:
    """What was asked for, in order, what it is for, the colours wished for, and numbers: sizes or amounts."""

    asked: list[Term] = field(default_factory=list)
    purpose: list[Term] = field(default_factory=list)
    wishes: list[str] = field(default_factory=list)
    numbers: list[Decimal] = field(default_factory=list)
    starts_with_number: bool = False

    @property
    def parts(self) -> list["Terms"]:
        """What was asked for one after another: "rice and oil" has two parts."""
        groups = dict.fromkeys(term.group for term in self.asked)
        return [Terms([term for term in self.asked if term.group == group]) for group in groups]

    @property
    def is_sold(self) -> bool:
        """Whether the shop has what the request is about: its last term, and no other thing that shops sell."""
        if not self.asked:
            return True
        *others, head = self.asked
        while head.is_holder and not head.scores and others:
            *others, head = others
        if not head.scores:
            return False
        return head.is_accessory or all(term.scores or not term.is_goods for term in others)

    @property
    def missing(self) -> list[Term]:
        return [term for term in self.asked if not term.scores]


def terms(words: Sequence[str], catalogue: Catalogue) -> Terms:
    """The terms of a request's words, misspellings repaired."""
    known, prefix = _known(words, catalogue)
    found = Terms(numbers=[decimal(word) for word in known if word[0].isdigit() and _plain(word)])
    found.starts_with_number = bool(known) and known[0][0].isdigit() and _plain(known[0])
    found.wishes = [word for word in known if _is_wish(word, known, catalogue)]
    before, after = _parted([word for word in known if word not in found.wishes], catalogue)
    found.asked = list(_read(before, catalogue, prefix))
    if not found.asked:
        before, after = _parted(after, catalogue)
        found.asked = list(_read(before, catalogue, prefix))
    found.purpose = list(_read(after, catalogue, prefix))
    if not found.asked:
        found.asked, found.purpose = found.purpose, []
    return found


def known_words(words: Sequence[str], catalogue: Catalogue) -> list[str]:
    """The numbers and words of goods, misspellings repaired, and of everyday talk; nothing else."""
    known, prefix = _known(words, catalogue)
    return [word for word in known if word == prefix or word[0].isdigit() or catalogue.knows(word)]


def _is_wish(word: str, words: list[str], catalogue: Catalogue) -> bool:
    """A colour, unless it is part of what a thing is called: "red oil"."""
    if word not in catalogue.lexicon.colours:
        return False
    place = words.index(word)
    return not any(catalogue.lexicon.knows(tuple(words[place : place + length])) for length in (2, 3)) and not any(
        catalogue.lexicon.knows(tuple(words[place - before : place + 1])) for before in (1, 2) if place >= before
    )


def _plain(word: str) -> bool:
    return not any(letter.isalpha() for letter in word)


def _known(words: Sequence[str], catalogue: Catalogue) -> tuple[list[str], str]:
    """The words repaired, and the last one where it is the beginning of a word of the shop."""
    found: list[str] = []
    for place, word in enumerate(words):
        if place == len(words) - 1 and _is_beginning(word, catalogue):
            return [*found, word], word
        if catalogue.knows(word) or word[0].isdigit():
            found.append(word)
        elif found and catalogue.knows(found[-1] + word):
            found[-1] += word
        else:
            found += _pieces(word, catalogue) or [catalogue.repair(word) or word]
    return found, ""


def _is_beginning(word: str, catalogue: Catalogue) -> bool:
    """Whether a word may be still being typed: it is no word itself, and begins one of the shop."""
    lexicon = catalogue.lexicon
    if len(word) < 2 or word in catalogue.weights or word in lexicon.ordinary or lexicon.knows((word,)):
        return False
    return bool(catalogue.beginning(word))


def _pieces(word: str, catalogue: Catalogue) -> list[str]:
    """Two words of the shop written as one."""
    for cut in range(3, len(word) - 2):
        if catalogue.knows(word[:cut]) and catalogue.knows(word[cut:]):
            return [word[:cut], word[cut:]]
    return []


def _parted(words: list[str], catalogue: Catalogue) -> tuple[list[str], list[str]]:
    """What is asked for, and what it is for. "Phone with buttons" is a button phone, which has a name of its own."""
    place = 0
    while place < len(words):
        phrase = _longest(words[place:], catalogue)
        if len(phrase) == 1 and words[place] in _PURPOSE:
            before, after = words[:place], words[place + 1 :]
            return ([*after, *before], []) if catalogue.lexicon.knows((*after, *before)) else (before, after)
        place += len(phrase)
    return words, []


def _read(words: list[str], catalogue: Catalogue, prefix: str) -> Iterator[Term]:
    place, group = 0, 0
    while place < len(words):
        phrase = _longest(words[place:], catalogue)
        place += len(phrase)
        if phrase[0] in _GROUPING and len(phrase) == 1:
            group += 1
        elif term := _term(phrase, catalogue, group, prefix):
            yield term


def _longest(words: list[str], catalogue: Catalogue) -> Phrase:
    for length in range(min(LONGEST, len(words)), 1, -1):
        if catalogue.lexicon.knows(phrase := tuple(words[:length])):
            return phrase
    return (words[0],)


def _term(phrase: Phrase, catalogue: Catalogue, group: int, prefix: str) -> Term | None:
    """The term of a phrase; None for what names no goods."""
    lexicon = catalogue.lexicon
    if len(phrase) == 1 and not lexicon.knows(phrase) and _names_nothing(phrase[0], catalogue):
        return None
    exact = [phrase] if phrase[-1] != prefix else [(*phrase[:-1], word) for word in catalogue.beginning(prefix)]
    scores = _best(exact, lexicon.meanings.get(phrase, ()), catalogue)
    others = {place for other in lexicon.barred.get(phrase, ()) for place in catalogue.scores(other)}
    scores = {place: score for place, score in scores.items() if place not in others}
    is_accessory, is_holder = (phrase[-1] in words for words in (lexicon.accessories, lexicon.holders))
    return Term(phrase, scores, group, lexicon.knows(phrase), is_accessory, is_holder)


def _names_nothing(word: str, catalogue: Catalogue) -> bool:
    """A number, or an everyday word that no product has in its name, or that many have."""
    having = len(catalogue.weights.get(word, ()))
    is_telling = len(word) > 2 and 0 < having <= max(3, len(catalogue.goods) // 10)
    return _plain(word) or (word in catalogue.lexicon.ordinary and not is_telling)


def _best(exact: Sequence[Phrase], meant: Sequence[Phrase], catalogue: Catalogue) -> dict[int, float]:
    """For each product the best of the phrases, each relative to the product that answers it best."""
    found: dict[int, float] = {}
    worths = [(phrase, 1.0) for phrase in exact]
    worths += [(phrase, EXPANDED - place * LATER) for place, phrase in enumerate(meant)]
    for phrase, worth in worths:
        scores = catalogue.scores(phrase)
        most = max(scores.values(), default=0) or 1
        for place, score in scores.items():
            found[place] = max(found.get(place, 0), worth * score / most)
    return found
