"""The rules a text with slots must keep. Each yields its problems as sentences for the model's one retry."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ai_features.services import english
from ai_features.services.slots import vocabulary as known
from ai_features.services.slots.reading import (
    NUMBER,
    REFERENCE,
    SENTENCE_END,
    WORD,
    clean,
    plain,
    plain_number,
    references,
    spoken_words,
    without_slots,
    words_of,
)
from ai_features.services.slots.slot import Kind, Slot

_OPENS = re.compile(r"(?:^|[.!?…:;•*#>(\[\"“–—\n-])[\s*_\"“'(]*$")
_CURRENCY = re.compile(
    r"[$€£₦¥₵]|\bGH[S₵¢]|\b(?:cedis?|pesewas?|dollars?|usd|euros?|pounds|gbp|naira|ngn|cents|francs?|cfa|rands?)\b",
    re.IGNORECASE,
)
_GLUED = (
    re.compile(r"\}[\w{]|\}[^\w\s{}'’*_—–-][\w{]|\}['’](?!s\b)\w"),
    re.compile(r"(?<!GHS)(?<!GH¢)(?<=[^\W_])\{", re.IGNORECASE),
    re.compile(r"[-−+×÷=<>^/]\{|\b(?:minus|negative|plus)\s+\{", re.IGNORECASE),
)
_COMPARISON = re.compile(
    r"\b(?:(more|higher|greater|larger|bigger)|less|lower|fewer|smaller)\b[^.{}]{0,30}\bthan\b", re.IGNORECASE
)
_COMPARABLE = (Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.DAYS)
_PIECES = re.compile(rf"{NUMBER.pattern}|{WORD.pattern}|[;.!?\n]")
_PERIODS = re.compile(known.PERIOD_PHRASES, re.IGNORECASE)
_PART_OF = re.compile(r"\bquarters? of (?!(?:the |this |last )?year)|\bscores of ", re.IGNORECASE)


@dataclass(frozen=True)
class Allowed:
    """What may be repeated: what the user said, and the words of names that the model was shown.

    `numbers` holds the words that stood beside each number of the user's.
    """

    numbers: Mapping[str, frozenset[str]]
    words: frozenset[str]
    people: frozenset[str]
    couples: frozenset[tuple[str, str]]
    said: str

    @classmethod
    def given(cls, said: Iterable[str], slots: Iterable[Slot]) -> "Allowed":
        slots, texts = list(slots), [without_slots(clean(text)).lower() for text in said]
        shown = " ".join(s.shown for s in slots if s.kind in (Kind.NAME, Kind.LIST, Kind.PERIOD))
        periods = " ".join(f"{s.shown} {s.written}" for s in slots if s.kind is Kind.PERIOD)
        people = [[plain(word) for word in WORD.findall(s.written)] for s in slots if s.kind is Kind.PERSON]
        spoken = " . ".join(texts)
        return cls(
            numbers=_with_neighbours(texts),
            words=frozenset(words_of(f"{spoken} {shown}")),
            people=frozenset(part for name in people for word in name for part in {word, *word.split("-")}),
            couples=frozenset(couple for name in people for couple in pairwise(name)),
            said=f"{spoken} {periods.lower()}",
        )


def _with_neighbours(texts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for token, beside in _numbers(text):
            found[plain_number(token)] |= beside
    return {number: frozenset(words) for number, words in found.items()}


def _numbers(text: str) -> Iterator[tuple[str, set[str]]]:
    """(number, the words right before and after it) of each number in figures or words; "" when it stands alone."""
    pieces = [plain(piece) for piece in _PIECES.findall(text)]
    for at, piece in enumerate(pieces):
        if piece[0].isdigit() or _is_number_word(piece):
            beside = {word for word in (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]) if word[0].isalpha()}
            yield piece, beside or {""}


def _is_number_word(word: str) -> bool:
    parts = (word, *word.split("-"))
    return any(part in known.NUMBER_WORDS or known.NUMBER_SHAPE.fullmatch(part) for part in parts)


def unknown_slots(text: str, slots: Mapping[str, Slot]) -> Iterator[str]:
    for name in sorted(set(references(text)) - set(slots)):
        yield f"{{{name}}} is not a slot: use only the ids that were given"
    if re.search(r"[{}]", REFERENCE.sub("", text)):
        yield "braces hold nothing but one slot id, as in {id}"


def figures_outside(text: str, allowed: Allowed) -> Iterator[str]:
    """Digits, numerals of any script, number words and periods that are neither slots nor the user's own."""
    bare = without_slots(text)
    for token, beside in _numbers(bare):
        if token[0].isdigit() and not beside & _beside_users_own(token, allowed):
            yield f"the figure {token!r} is not in a slot"
    rest = NUMBER.sub(" ", bare)
    for sign in sorted({c for c in rest if unicodedata.numeric(c, None) is not None}):
        yield f"the numeral {sign!r} is not in a slot"
    for word in sorted(word for word in words_of(rest) if _is_number_word(word)):
        if word not in allowed.numbers and not (known.NUMBER_SHAPE.fullmatch(word) and word in allowed.words):
            yield f"the number word {word!r} is not in a slot"
    for phrase in (*_PERIODS.findall(bare), *_PART_OF.findall(bare)):
        if phrase.lower() not in allowed.said:
            yield f"the period {phrase!r} is not in a slot"


def _beside_users_own(token: str, allowed: Allowed) -> frozenset[str]:
    """The words beside which a number of the user's may stand: those it stood beside, and "over" and the like."""
    own = allowed.numbers.get(plain_number(token))
    return own | known.COMPARING if own else frozenset()


def names_outside(text: str, allowed: Allowed) -> Iterator[str]:
    """Proper names that no slot gave: a capital inside a sentence, a name that is known as one in any letters, or a
    word that is not English: names that open a sentence, or wear small letters, mostly are none."""
    if strange := sorted({c for c in text if _of_another_script(c)} - set(allowed.said)):
        yield f"letters of another script: {' '.join(strange)}"
    bare = REFERENCE.sub("it", text)
    for couple in pairwise(spoken_words(bare)):
        if couple in allowed.couples and not set(couple) <= allowed.words:
            yield f"the name {' '.join(couple)!r} is not in a slot"
    for match in WORD.finditer(bare):
        word = plain(match.group())
        if word in allowed.words:
            continue
        if _is_name(match.group(), word, bare[: match.start()], allowed):
            yield f"the name {match.group()!r} is not in a slot"
        elif not _ordinary(word) and not english.is_word(word) and word not in known.TRADE_WORDS:
            yield f"{match.group()!r} is no English word"


def _is_name(written: str, word: str, before: str, allowed: Allowed) -> bool:
    if word.removesuffix("'s").removesuffix("s") in known.NAMES or word in known.NAMES:
        return True
    if _ordinary(word) or not any(letter.isupper() for letter in written):
        return False
    if word in allowed.people or (written[1:] != written[1:].lower() and not written.isupper()):
        return True
    return not _OPENS.search(before)


def _of_another_script(character: str) -> bool:
    return character.isalpha() and not unicodedata.name(character, "").startswith(("LATIN", "MODIFIER"))


def _ordinary(word: str) -> bool:
    usual = known.ORDINARY_CAPITALS | known.BUSINESS_WORDS
    return word in usual or all(part in usual for part in word.split("-"))


def wrong_kinds(text: str, slots: Mapping[str, Slot]) -> Iterator[str]:
    """A slot dressed as what it is not: GHS before a count, "%" after an amount, "customers" after units."""
    for match in REFERENCE.finditer(text):
        slot = slots.get(match.group(1))
        if slot is None:
            continue
        before = text[max(0, match.start() - 8) : match.start()]
        after = re.match(r"\s*[-‑]?(%|[^\W\d_]+)", text[match.end() :])
        follower = after.group(1).lower() if after else ""
        sign = re.search(r"([$€£₦¥₵]|\bGH[S₵¢]|\bcedis?)\s*[-+]?$", before, re.IGNORECASE)
        if sign and (slot.kind is not Kind.MONEY or sign.group(1) in "$€£₦¥"):
            yield f"{{{slot.id}}} is a {slot.kind}, already written in full: no {sign.group(1)!r} before it"
        if not _may_follow(slot, follower):
            yield f"{{{slot.id}}} is a {slot.kind}, already written in full: not {follower!r}"
    if any(glued.search(text) for glued in _GLUED):
        yield "a slot stands by itself: no sign, letter, figure or other slot joined to it"
    if _CURRENCY.search(re.sub(r"(?:[₵]|\bGH[S₵¢])\s*(?=\{)|(?<=\})\s*cedis?\b", "", text, flags=re.IGNORECASE)):
        yield "amounts of money are slots, currency included"


def _may_follow(slot: Slot, follower: str) -> bool:  # noqa: PLR0911
    if follower in ("%", "percent"):
        return slot.kind in (Kind.PERCENT, Kind.CHANGE)
    if follower in ("cedi", "cedis", "ghs"):
        return slot.kind is Kind.MONEY
    if follower in ("day", "days"):
        return slot.kind is Kind.DAYS or (slot.kind is Kind.COUNT and not slot.unit)
    if follower in known.MEASURES:
        return slot.kind in (Kind.PERSON, Kind.NAME, Kind.LIST, Kind.PERIOD) or follower in slot.unit.split()
    if slot.kind in (Kind.MONEY, Kind.PERCENT, Kind.CHANGE, Kind.DAYS):
        return follower not in known.COUNTED_WORDS
    if slot.kind is Kind.COUNT and slot.unit and follower in known.COUNTED_WORDS:
        return follower.rstrip("s") == slot.unit.split()[-1].rstrip("s")
    return True


def contradictions(text: str, slots: Mapping[str, Slot]) -> Iterator[str]:
    """ "Sales fell" beside a change that went up; "more than" between figures that are not."""
    for sentence in SENTENCE_END.split(text):
        yield from _false_comparisons(sentence, slots)
        found = {slots[r].value for r in references(sentence) if r in slots and slots[r].kind is Kind.CHANGE}
        said = words_of(REFERENCE.sub("", sentence))
        rising, falling = bool(said & known.RISING), bool(said & known.FALLING)
        if found and all(v > 0 for v in found) and falling and not rising:
            yield "a change that went up is described as a fall"
        if found and all(v < 0 for v in found) and rising and not falling:
            yield "a change that went down is described as a rise"


def _false_comparisons(sentence: str, slots: Mapping[str, Slot]) -> Iterator[str]:
    """A figure called more than another that it is not, or compared with itself. "{x} more than {y}" speaks of a
    difference and is left."""
    figures = [m for m in REFERENCE.finditer(sentence) if m.group(1) in slots and slots[m.group(1)].kind in _COMPARABLE]
    for said in _COMPARISON.finditer(sentence):
        before = [m for m in figures if m.end() <= said.start()]
        after = [m for m in figures if m.start() >= said.end()]
        if not before or not after:
            continue
        one, other = slots[before[-1].group(1)], slots[after[0].group(1)]
        is_difference = not sentence[before[-1].end() : said.start()].strip()
        if one.kind is not other.kind or (is_difference and one.id != other.id):
            continue
        if not (one.value > other.value if said.group(1) else one.value < other.value):
            yield f"{{{one.id}}} is not {said.group().lower()} {{{other.id}}}"


def owners_of(slots: Mapping[str, Slot]) -> dict[str, set[str]]:
    """The names, and the periods, that figures belong to."""
    owners: dict[str, set[str]] = {"name": set(), "period": set()}
    for slot in slots.values():
        if slot.of:
            owners[slots[slot.of].group].add(slot.of)
    return owners


def wrong_owners(text: str, slots: Mapping[str, Slot], owners: Mapping[str, set[str]]) -> Iterator[str]:
    """A figure beside the name of another: each figure must stand with the name it belongs to. See `owners_of`."""
    last: dict[str, set[str]] = {}
    for sentence in SENTENCE_END.split(text):
        mentioned = [slots[r] for r in references(sentence) if r in slots]
        for group, of_group in owners.items():
            yield from _misplaced(mentioned, group, of_group, last)


def _misplaced(mentioned: list[Slot], group: str, owners: set[str], last: dict[str, set[str]]) -> Iterator[str]:
    chain = [s for s in mentioned if s.id in owners or s.of in owners]
    named = [s.id for s in chain if s.id in owners]
    owned = [s for s in chain if s.of in owners]
    if not named:
        strangers = [s for s in owned if last.get(group) and s.of not in last[group]]
    else:
        strangers = [] if _stand_together(chain, named, owned, owners) else _strangers(owned, named)
        last[group] = set(named)
    for slot in strangers:
        yield f"{{{slot.id}}} belongs to {{{slot.of}}}: say it right after {{{slot.of}}}, in a sentence of its own"


def _strangers(owned: list[Slot], named: list[str]) -> list[Slot]:
    return [s for s in owned if s.of not in named] or owned


def _stand_together(chain: list[Slot], named: list[str], owned: list[Slot], owners: set[str]) -> bool:
    """Each figure follows its name, or each precedes it, or names and figures are two lists in the same order."""
    return (
        _nearest(chain, owners)
        or _nearest(chain[::-1], owners)
        or (chain[: len(named)] == [s for s in chain if s.id in owners] and [s.of for s in owned] == named)
    )


def _nearest(chain: list[Slot], owners: set[str]) -> bool:
    current = ""
    for slot in chain:
        if slot.id in owners:
            current = slot.id
        elif slot.of != current:
            return False
    return True
