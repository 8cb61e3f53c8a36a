"""The rules a text with slots must keep. Each yields its problems as sentences for the model's one retry."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ai_features.services.slots import vocabulary as known
from ai_features.services.slots.slot import Kind, Slot

REFERENCE = re.compile(r"\{\s*([a-z][a-z0-9_]*)\s*\}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]”]*\s+|\n+")
_OPENS = re.compile(r"(?:^|[.!?…:;•*#>(\[\"“–—\n-])[\s*_\"“'(]*$")
_LINK = re.compile(r"https?:|www\.|[\w.+-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|org|net|gh|io|co)\b", re.IGNORECASE)
_CURRENCY = re.compile(r"[$€£₦¥₵]|\bGH[S₵¢]|\bcedis?\b", re.IGNORECASE)
_PERIODS = re.compile(known.PERIOD_PHRASES, re.IGNORECASE)


@dataclass(frozen=True)
class Allowed:
    """What may be repeated: the numbers and words the user said, and the words of names that the model was shown."""

    numbers: frozenset[str]
    words: frozenset[str]
    people: frozenset[str]
    said: str

    @classmethod
    def given(cls, said: Iterable[str], slots: Iterable[Slot]) -> "Allowed":
        slots = list(slots)
        spoken = clean(" ".join(said)).lower()
        shown = " ".join(s.shown for s in slots if s.kind in (Kind.NAME, Kind.LIST, Kind.PERIOD))
        numbers = {plain_number(n) for n in _NUMBER.findall(spoken)}
        periods = " ".join(f"{s.shown} {s.written}" for s in slots if s.kind is Kind.PERIOD)
        return cls(
            numbers=frozenset(numbers | (_words_of(spoken) & known.NUMBER_WORDS)),
            words=frozenset(_words_of(f"{spoken} {shown.lower()}")),
            people=frozenset(_words_of(" ".join(s.written for s in slots if s.kind is Kind.PERSON))),
            said=f"{spoken} {periods.lower()}",
        )


def clean(text: str) -> str:
    """Compatibility forms folded and invisible characters dropped, so that no digit hides as another sign."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if c in "\n\t" or unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cn")).strip()


def plain_number(token: str) -> str:
    """One spelling of a number: "1,000.00" and "1000" are the same."""
    digits = token.replace(",", "")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _words_of(text: str) -> set[str]:
    return {part for word in _WORD.findall(text.lower()) for part in {word, *word.split("-")}}


def references(text: str) -> list[str]:
    """The slot ids in the text, in order."""
    return REFERENCE.findall(text)


def unknown_slots(text: str, slots: Mapping[str, Slot]) -> Iterator[str]:
    for name in sorted(set(references(text)) - set(slots)):
        yield f"{{{name}}} is not a slot: use only the ids that were given"
    if re.search(r"[{}]", REFERENCE.sub("", text)):
        yield "braces hold nothing but one slot id, as in {id}"


def figures_outside(text: str, allowed: Allowed) -> Iterator[str]:
    """Digits, numerals of any script, number words and periods that are neither slots nor the user's own."""
    bare = REFERENCE.sub(" ; ", text)
    for token in _NUMBER.findall(bare):
        if plain_number(token) not in allowed.numbers:
            yield f"the figure {token!r} is not in a slot"
    rest = _NUMBER.sub(" ", bare)
    for sign in sorted({c for c in rest if unicodedata.numeric(c, None) is not None}):
        yield f"the numeral {sign!r} is not in a slot"
    for word in sorted((_words_of(rest) & known.NUMBER_WORDS) - allowed.numbers):
        yield f"the number word {word!r} is not in a slot"
    for phrase in _PERIODS.findall(bare):
        if phrase.lower() not in allowed.said:
            yield f"the period {phrase!r} is not in a slot"


def names_outside(text: str, allowed: Allowed) -> Iterator[str]:
    """Proper names that no slot gave: a capital inside a sentence, or a name that is known as one."""
    if _LINK.search(text):
        yield "links and addresses are not allowed"
    bare = REFERENCE.sub("x", text)
    for match in _WORD.finditer(bare):
        word = match.group()
        if not word[0].isupper() or word.lower() in allowed.words:
            continue
        opens = bool(_OPENS.search(bare[: match.start()]))
        if word.lower() in known.NAMES | allowed.people or not (opens or _ordinary(word)):
            yield f"the name {word!r} is not in a slot"


def _ordinary(word: str) -> bool:
    parts = word.lower().split("-")
    return all(p in known.ORDINARY_CAPITALS or p in known.BUSINESS_WORDS for p in (word.lower(), *parts)) or (
        word.lower() in known.ORDINARY_CAPITALS | known.BUSINESS_WORDS
    )


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
    if _CURRENCY.search(re.sub(r"(?:[₵]|\bGH[S₵¢])\s*(?=\{)|(?<=\})\s*cedis?\b", "", text, flags=re.IGNORECASE)):
        yield "amounts of money are slots, currency included"


def _may_follow(slot: Slot, follower: str) -> bool:
    if follower in ("%", "percent"):
        return slot.kind in (Kind.PERCENT, Kind.CHANGE)
    if follower in ("cedi", "cedis", "ghs"):
        return slot.kind is Kind.MONEY
    if follower in ("day", "days"):
        return slot.kind is Kind.DAYS or (slot.kind is Kind.COUNT and not slot.unit)
    if slot.kind in (Kind.MONEY, Kind.PERCENT, Kind.CHANGE, Kind.DAYS):
        return follower not in known.COUNTED_WORDS
    if slot.kind is Kind.COUNT and slot.unit and follower in known.COUNTED_WORDS:
        return follower.rstrip("s") == slot.unit.split()[-1].rstrip("s")
    return True


def contradictions(text: str, slots: Mapping[str, Slot]) -> Iterator[str]:
    """ "Sales fell" beside a change that went up."""
    for sentence in _SENTENCE_END.split(text):
        found = {slots[r].value for r in references(sentence) if r in slots and slots[r].kind is Kind.CHANGE}
        said = _words_of(REFERENCE.sub("", sentence))
        rising, falling = bool(said & known.RISING), bool(said & known.FALLING)
        if found and all(v > 0 for v in found) and falling and not rising:
            yield "a change that went up is described as a fall"
        if found and all(v < 0 for v in found) and rising and not falling:
            yield "a change that went down is described as a rise"


def wrong_owners(text: str, slots: Mapping[str, Slot]) -> Iterator[str]:
    """A figure beside the name of another: each figure must stand with the name it belongs to."""
    last: dict[str, set[str]] = {}
    for sentence in _SENTENCE_END.split(text):
        mentioned = [slots[r] for r in references(sentence) if r in slots]
        for group in ("name", "period"):
            yield from _misplaced(mentioned, group, slots, last)


def _misplaced(
    mentioned: list[Slot], group: str, slots: Mapping[str, Slot], last: dict[str, set[str]]
) -> Iterator[str]:
    owners = {s.of for s in slots.values() if s.of and slots[s.of].group == group}
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
