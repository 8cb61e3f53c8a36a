"""Known words by how they are spelt, and the one that a misspelt word must be."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST, LEAST_SOUND = 4, 3
"""No shorter word is what a misspelt one is meant to be."""
_VOWEL = re.compile(r"(?<!^)[aeiou]")
_TWICE = re.compile(r"(.)\1+")
_SOUNDS = (("ph", "f"), ("ck", "k"), ("wh", "w"))


class Words:
    """Words of the lexicon, or of a shop's names; sorted by letter and by sound once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)

    def near(self, word: str, most: int) -> str | None:
        """The one word so many letters away; None when there is none, or when two are equally near."""
        found = process.extract(word, self._by_letter.get(word[0], ()), scorer=OSA.distance, score_cutoff=most, limit=4)
        found = [each for each in found if len(each[0]) >= SHORTEST]
        if not found or (len(found) > 1 and found[0][1] == found[1][1]):
            return None
        return str(found[0][0])

    def sounding(self, word: str) -> str | None:
        """The one word that this is without some of its vowels, or by its sound: "cstmr", "fone"."""
        sound, vowels = _sound(word), len(_VOWEL.findall(word))
        if len(sound) < LEAST_SOUND:
            return None
        found = {each for each in self._by_sound.get(sound, ()) if len(_VOWEL.findall(each)) >= vowels}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[str]]:
        """Words under their first letter, which few people get wrong."""
        return _grouped((word[:1], word) for word in self._words)

    @cached_property
    def _by_sound(self) -> Mapping[str, Sequence[str]]:
        return _grouped((_sound(word), word) for word in self._words if len(word) >= SHORTEST)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, word in pairs:
        found[key].append(word)
    return found


def _sound(word: str) -> str:
    """The consonants of a word as they sound: "phone" and "fone", "month" and "mnth" are the same."""
    for written, said in _SOUNDS:
        word = word.replace(written, said)
    return _TWICE.sub(r"\1", _VOWEL.sub("", word))
