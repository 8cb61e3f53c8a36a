"""Which of many questions is asked, by ways of asking each: TF-IDF of words, pairs and letters, and naive Bayes."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ai_features.services.query_intelligence.choices.nearest import LONGEST, letters_of
from ai_features.services.query_intelligence.reading.lexicon import stem

Floats = NDArray[np.float32]
_WORD = re.compile(r"\{\w+\}|[^\W_]+")
_BLOCKS = {"w": (0.45, 1.0), "p": (0.2, 0.4), "l": (0.35, 0.15)}
"""What words, pairs of words and pieces of letters weigh: in likeness to one way, and in naive Bayes over all."""
_BEST, _OF_THREE, _BAYES, _MEANING = 0.7, 0.3, 0.3, 0.5
"""What the nearest way counts, the mean of the nearest three, naive Bayes, and the likeness by meaning."""
_SMOOTHING, _RARE = 0.01, 1e-4
_HOLE_WEIGHS = 1.5
_MOST_WAYS, _NOT_ALL, _MISSING = 0.6, 0.95, 0.3
"""In what share of its ways a word is one that the question is hardly asked without, and what it counts to miss it."""
_LOOKED_AT = 120


@dataclass(frozen=True, slots=True)
class Likely:
    """A question by its place; how likely it is asked, and how near its nearest way of asking is, from 0 to 1."""

    place: int
    score: float
    nearest: float


def words_of(text: str) -> list[str]:
    """The words of a way of asking, holes such as {days} among them."""
    return _WORD.findall(text.casefold()[:LONGEST])


def trunk(word: str) -> str:
    """A word without its endings, so that "sold", "selling" apart, "returns" and "returned" are one."""
    if word.startswith("{"):
        return word
    word = stem(word)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            word = word.removesuffix(ending)
            word = word[:-1] if word[-1] == word[-2] and word[-1] not in "ls" else word
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


class Examples:
    """The ways of asking of each question, laid out by what they are made of: a search reads only what it shares."""

    def __init__(self, ways: Sequence[Sequence[Sequence[str]]]) -> None:
        self._known: dict[str, int] = {}
        self._owner = np.repeat(np.arange(len(ways), dtype=np.int32), [len(each) for each in ways])
        rows, docs, counts = self._laid_out([way for each in ways for way in each])
        size, number = len(self._known), len(self._owner)
        block = np.array(["wpl".index(each[0]) for each in self._known], dtype=np.int8)
        holes = np.array([each.startswith("w{") for each in self._known])
        seen = np.bincount(rows, minlength=size)
        rarity = np.log((1 + number) / (1 + seen)) + np.where(block == 0, 0.3, 1.0)
        self._rarity = np.where(holes, np.minimum(rarity, _HOLE_WEIGHS), rarity).astype(np.float32)
        self._rarest = [float(self._rarity[block == each].max(initial=1.0)) for each in range(3)]
        self._likeness(rows, docs, counts, block)
        self._bayes(rows, docs, block, len(ways))

    def _laid_out(self, ways: Sequence[Sequence[str]]) -> tuple[Any, Any, Any]:
        """Each piece of each way: the number of the piece, that of the way, and how often, damped."""
        numbered: dict[str, list[int]] = {}
        rows: list[int] = []
        lengths: list[int] = []
        for way in ways:
            before = len(rows)
            for word in way:
                if word not in numbered:
                    numbered[word] = [self._numbered(piece) for piece in _of_word(word)]
                rows += numbered[word]
            rows += [self._numbered(piece) for piece in _pairs(way)]
            lengths.append(len(rows) - before)
        size = len(self._known)
        keys = np.repeat(np.arange(len(ways), dtype=np.int64), lengths) * size + np.array(rows, np.int64)
        found, often = np.unique(keys, return_counts=True)
        return (found % size).astype(np.int32), (found // size).astype(np.int32), 1 + np.log(often)

    def _numbered(self, piece: str) -> int:
        return self._known.setdefault(piece, len(self._known))

    def _likeness(self, rows: Any, docs: Any, counts: Any, block: Any) -> None:
        """Each way as a vector whose words, pairs and letters have the lengths of `_BLOCKS`, by piece."""
        weights = counts * self._rarity[rows]
        of = docs * 3 + block[rows]
        lengths = np.sqrt(np.bincount(of, weights * weights, minlength=int(docs.max() + 1) * 3))
        share = np.array([like for like, _ in _BLOCKS.values()], np.float32)
        weights = weights / lengths[of] * share[block[rows]]
        order = np.argsort(rows, kind="stable")
        self._starts = np.searchsorted(rows[order], np.arange(len(self._known) + 1))
        self._ways, self._weights = docs[order], weights[order].astype(np.float32)

    def _bayes(self, rows: Any, docs: Any, block: Any, questions: int) -> None:
        """By piece, how much more often a question's ways have it than those of all questions, as a logarithm.

        Kept above what a question has whose ways lack it.
        """
        share = np.array([bayes for _, bayes in _BLOCKS.values()])
        pairs, number = np.unique(rows.astype(np.int64) * questions + self._owner[docs], return_counts=True)
        piece, question = pairs // questions, (pairs % questions).astype(np.int32)
        often = number / np.bincount(self._owner, minlength=questions)[question]
        usual = np.bincount(piece, often, minlength=len(self._known)) / questions
        least = _SMOOTHING * usual + _RARE
        self._lacking = (share[block] * np.log(least / (usual + _RARE))).astype(np.float32)
        self._bayes_starts = np.searchsorted(piece, np.arange(len(self._known) + 1))
        self._questions = question
        self._more = (share[block[piece]] * np.log((often + least[piece]) / least[piece])).astype(np.float32)
        self._share, self._number = share, questions
        usual_word = (block[piece] == 0) & (often > _MOST_WAYS)
        self._missed = np.where(usual_word, _MISSING * np.log(1 - _NOT_ALL * often), 0).astype(np.float32)
        self._all_missed = np.bincount(question, self._missed, minlength=questions).astype(np.float32)

    def rank(self, words: Sequence[str], meaning: Floats | None = None) -> list[Likely]:
        """Questions by how likely they are asked, the likeliest first; those that share nothing are left out.

        `meaning`: how near each is by a model of sentences.
        """
        counts = Counter(_pieces(words))
        known = [(self._known[piece], piece, number) for piece, number in counts.items() if piece in self._known]
        if not known:
            return []
        likeness = self._like(counts, known)
        found = self._by_question(likeness)
        bayes = self._odds([place for place, _, _ in known], sum(self._share["wpl".index(p[0])] for _, p, _ in known))
        bayes = bayes * _BAYES + (0 if meaning is None else _MEANING * meaning)
        ranked = [
            Likely(place, _BEST * near[0] + _OF_THREE * sum(near[:3]) / 3 + float(bayes[place]), near[0])
            for place, near in found.items()
        ]
        return sorted(ranked, key=lambda each: (-each.score, each.place))

    def _like(self, counts: Counter[str], known: Sequence[tuple[int, str, int]]) -> Floats:
        lengths = [0.0, 0.0, 0.0]
        for piece, number in counts.items():
            at, place = "wpl".index(piece[0]), self._known.get(piece)
            rarity = self._rarest[at] if place is None else float(self._rarity[place])
            lengths[at] += ((1 + math.log(number)) * rarity) ** 2
        scores = np.zeros(len(self._owner), np.float32)
        for place, piece, number in known:
            weight = (1 + math.log(number)) * float(self._rarity[place]) / math.sqrt(lengths["wpl".index(piece[0])])
            part = slice(self._starts[place], self._starts[place + 1])
            scores[self._ways[part]] += weight * self._weights[part]
        return scores

    def _by_question(self, likeness: Floats) -> dict[int, list[float]]:
        most = min(_LOOKED_AT, len(likeness))
        top = np.argpartition(-likeness, most - 1)[:most]
        scores: dict[int, list[float]] = defaultdict(list)
        for way in top[np.argsort(-likeness[top], kind="stable")]:
            scores[int(self._owner[way])].append(float(likeness[way]))
        return {place: each for place, each in scores.items() if each[0] > 0}

    def _odds(self, pieces: Sequence[int], weight: float) -> Floats:
        """The odds of each question by the pieces there are, and by those words of most of its ways that are not."""
        odds = np.full(self._number, self._lacking[list(pieces)].sum(), np.float32)
        missed = self._all_missed.copy()
        for piece in pieces:
            part = slice(self._bayes_starts[piece], self._bayes_starts[piece + 1])
            odds[self._questions[part]] += self._more[part]
            missed[self._questions[part]] -= self._missed[part]
        return odds / np.float32(weight or 1.0) + missed


def _pieces(words: Sequence[str]) -> Iterator[str]:
    """Words by their trunk, pairs of them, and pieces of two to four letters, each marked for what it is."""
    for word in words:
        yield from _of_word(word)
    yield from _pairs(words)


def _of_word(word: str) -> Iterator[str]:
    yield f"w{trunk(word)}"
    if not word.startswith("{"):
        yield from (f"l{piece}" for piece in letters_of(word))


def _pairs(words: Sequence[str]) -> Iterator[str]:
    trunks = [trunk(word) for word in words]
    yield from (f"p{one} {other}" for one, other in zip(["^", *trunks], [*trunks, "$"], strict=True))
