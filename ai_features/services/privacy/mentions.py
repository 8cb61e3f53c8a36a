"""Where a text names somebody: by a whole name, by a part of it, misspelt, taken apart, or after a form of address."""

from collections.abc import Iterator
from dataclasses import dataclass

from ai_features.services import english
from ai_features.services.privacy.everyday import BUSINESS_FORMS, QUESTION_WORDS, TITLES
from ai_features.services.privacy.people_index import Key, People
from ai_features.services.privacy.spellings import Spoken, as_letters, is_foreign, spoken

UNKNOWN = "unknown:"
"""Begins the key of somebody who is not recorded, named after a form of address or in another script."""
LEAST_JOINED, MOST_PIECES, LONGEST_NAME = 4, 4, 6


@dataclass(frozen=True, slots=True)
class Mention:
    """The characters `[start, end)` that name one of `keys`."""

    start: int
    end: int
    keys: frozenset[Key]


def mentions(text: str, people: People) -> list[Mention]:
    """Each mention of somebody in a text, in order; words side by side that one person bears are one mention."""
    joined: list[Mention] = []
    for each in _each(spoken(text), text, people):
        last = joined[-1] if joined else None
        if last and last.keys & each.keys and not any(c.isalnum() for c in text[last.end : each.start]):
            joined[-1] = Mention(last.start, each.end, last.keys & each.keys)
        else:
            joined.append(each)
    return joined


def _each(words: list[Spoken], text: str, people: People) -> Iterator[Mention]:
    plain = [_read(each.word, people) for each in words]
    capital = [len(words) == 1 or (text[each.start].isupper() and not _opens(text, each.start)) for each in words]
    at = past = 0
    while at < len(words):
        length, keys = _named(plain, at, people, is_capital=capital[at]) or (1, frozenset())
        if keys:
            first = _from(plain, at, past, keys, people)
            length += _onwards(plain, at + length, keys, people)
            yield Mention(words[first].start, words[at + length - 1].end, keys)
            past = at + length
        at += length


def _from(plain: list[str], at: int, past: int, keys: frozenset[Key], people: People) -> int:
    """Where a mention begins: words before it that its person bears belong to it, be they words of goods too."""
    while at > past and people.borne(plain[at - 1]) & keys:
        at -= 1
    return at


def _onwards(plain: list[str], at: int, keys: frozenset[Key], people: People) -> int:
    """How many words after a mention belong to it too."""
    end = at
    while end < len(plain) and people.borne(plain[end]) & keys:
        end += 1
    return end - at


def _read(word: str, people: People) -> str:
    """The word, with digits in it read as the letters that they stand for where that makes a word."""
    letters = as_letters(word)
    is_word = letters in QUESTION_WORDS or english.is_word(letters)
    return letters if letters and (is_word or people.knows(letters)) else word


def _opens(text: str, start: int) -> bool:
    """Whether what begins here begins a sentence, where a capital says nothing."""
    return text[:start].rstrip(" \"'“‘(*")[-1:] in ("", ".", "!", "?", "\n")


def _named(plain: list[str], at: int, people: People, *, is_capital: bool) -> tuple[int, frozenset[Key]] | None:
    """How many words from `at` on name somebody, and whom."""
    length, keys = people.whole(plain, at)
    if keys:
        return length, keys
    return (
        _in_pieces(plain, at, people)
        or _misspelt(plain, at, people)
        or _by_part(plain, at, people, is_capital=is_capital)
        or _addressed(plain, at, people)
    )


def _misspelt(plain: list[str], at: int, people: People) -> tuple[int, frozenset[Key]] | None:
    """A whole name with a slip in some of its words."""
    words = [people.corrected(word) for word in plain[at : at + LONGEST_NAME]]
    length, keys = people.whole(words, 0) if words != plain[at : at + LONGEST_NAME] else (0, frozenset())
    return (length, keys) if keys else None


def _by_part(plain: list[str], at: int, people: People, *, is_capital: bool) -> tuple[int, frozenset[Key]] | None:
    word = plain[at]
    if is_foreign(word):
        return 1, frozenset({UNKNOWN + word})
    before, after = (plain[at - 1] if at else ""), (plain[at + 1] if at + 1 < len(plain) else "")
    bare = word.strip("0123456789")
    for spelling in {word, bare if len(bare) > 2 else word}:
        keys = people.bearers(spelling, before, after, is_capital=is_capital) or _run_together(spelling, people)
        if keys:
            return 1, keys
    return None


def _run_together(word: str, people: People) -> frozenset[Key]:
    """Whose names stand in one word without a gap: "abenaowusu"."""
    if len(word) < 2 * LEAST_JOINED or english.is_word(word):
        return frozenset()
    for cut in range(3, len(word) - 2):
        if both := people.exactly(word[:cut]) & people.exactly(word[cut:]):
            return both
    return frozenset()


def _in_pieces(plain: list[str], at: int, people: People) -> tuple[int, frozenset[Key]] | None:
    """A name taken apart: letter by letter, or in up to four pieces of which not all are words of their own."""
    letters = at
    while letters < len(plain) and len(plain[letters]) == 1 and plain[letters].isalpha():
        letters += 1
    if letters - at > 2 and (keys := _within("".join(plain[at:letters]), people)):
        return letters - at, keys
    for number in range(2, min(MOST_PIECES, len(plain) - at) + 1):
        pieces = plain[at : at + number]
        joined = "".join(pieces)
        ordinary = all(piece in QUESTION_WORDS or english.is_common(piece) for piece in pieces)
        if len(joined) >= (LEAST_JOINED + 2 if ordinary else LEAST_JOINED) and (keys := people.exactly(joined)):
            return number, keys
    return None


def _within(letters: str, people: People) -> frozenset[Key]:
    """Who is named by letters side by side, wherever the name begins."""
    for start in range(len(letters)):
        for end in range(len(letters), start + 2, -1):
            if keys := people.exactly(letters[start:end]) or people.bearers(letters[start:end]):
                return keys
    return frozenset()


def _addressed(plain: list[str], at: int, people: People) -> tuple[int, frozenset[Key]] | None:
    """Somebody called by a form of address who is not recorded by that name: "Auntie Muni", "Mr Tetteh"."""
    if at == 0 or plain[at - 1] not in TITLES or not _may_be_name(plain[at], people):
        return None
    number = 1
    while at + number < len(plain) and number < 3 and _may_be_name(plain[at + number], people, alone=False):
        number += 1
    return number, frozenset({UNKNOWN + " ".join(plain[at : at + number])})


def _may_be_name(word: str, people: People, *, alone: bool = True) -> bool:
    if (
        len(word) < 2
        or not word.isalpha()
        or word in QUESTION_WORDS | TITLES | BUSINESS_FORMS
        or people.is_of_goods(word)
    ):
        return False
    return alone or not english.is_word(word)
