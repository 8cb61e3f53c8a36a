"""Keeping people out of prompts: pseudonyms for those we name, and a search of what the user typed."""

import hashlib
import hmac
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Value
from django.db.models.functions import Coalesce
from rapidfuzz import fuzz

from accounts.models import Membership
from ai_features.services.slots.vocabulary import BUSINESS_WORDS
from sales.models import Customer

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.])(?:\+|00)?\d(?:[\s().-]?\d){8,14}(?![\w])")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEAR_NAME, _NEAR_WORD, _LIKE_WORD = 86, 88, 70
_NOT_NAMES = BUSINESS_WORDS | frozenset(
    (
        "mr", "mrs", "ms", "miss", "madam", "madame", "dr", "prof", "rev", "pastor", "alhaji", "hajia", "nana",
        "auntie", "uncle", "maame", "and", "sons", "daughters", "brothers", "enterprise", "enterprises", "venture",
        "ventures",
        "store", "stores", "trader", "traders", "trading", "ltd", "company",
    )
)  # fmt: skip
"""Parts of names that name nobody."""


def pseudonym(seed: str, key: str) -> str:
    """A name for a person that tells nothing: "Person KDXQB"; the same for the same seed and key."""
    digest = hmac.new(settings.SECRET_KEY.encode(), f"{seed}:{key}".encode(), hashlib.sha256).digest()
    return "Person " + "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:5])


@dataclass(frozen=True)
class Redacted:
    """Texts with people, phones and emails replaced, and what stood in their place."""

    texts: tuple[str, ...]
    replaced: Mapping[str, str] = field(default_factory=dict)

    def restore(self, text: str) -> str:
        """What a model made of the texts, with what the user had typed put back."""
        for stand_in, typed in self.replaced.items():
            text = text.replace(stand_in, typed)
        return text


def redact(business_id: uuid.UUID, texts: Sequence[str], *, seed: str = "") -> Redacted:
    """The texts as they may leave: no email, no phone, no recorded name of a customer or of staff, nor a near match.

    One query, whatever the length of the texts; none when there is nothing to search.
    """
    if not any(text.strip() for text in texts):
        return Redacted(tuple(texts))
    people = _people(business_id)
    replaced: dict[str, str] = {}
    return Redacted(tuple(_redacted(text, people, seed, replaced) for text in texts), replaced)


def _people(business_id: uuid.UUID) -> list[tuple[str, str]]:
    """(name, key) of every customer and member of staff; their pseudonym is that of their slot. One query."""
    customers = Customer.objects.of(business_id).order_by().values_list("name", "pk", Value(""))
    staff = Membership.objects.of(business_id).order_by().values_list("name", "pk", Coalesce("user__name", Value("")))
    named = customers.union(staff, all=True)
    return [(name, str(pk)) for own, pk, other in named for name in {own, other} if name]


def _redacted(text: str, people: Iterable[tuple[str, str]], seed: str, replaced: dict[str, str]) -> str:
    for pattern, stand_in in ((_EMAIL, "[email]"), (_PHONE, "[phone]")):
        text = pattern.sub(stand_in, text)
    words = list(_WORD.finditer(text))
    found: dict[int, tuple[int, str]] = {}  # start of a word -> (end, key)
    spoken = [word.group().casefold() for word in words]
    for name, key in people:
        for first, last in _places(name, spoken):
            start, end = words[first].start(), words[last].end()
            if end > found.get(start, (0, ""))[0]:
                found[start] = (end, key)
    out, position = "", 0
    for start in sorted(found):
        end, key = found[start]
        if start < position:
            continue
        stand_in = pseudonym(seed, key)
        replaced.setdefault(stand_in, " ".join(text[start:end].split()))
        out, position = out + text[position:start] + stand_in, end
    return out + text[position:]


def _places(name: str, spoken: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Where a name, a near match of it, or one of its own words stands among the spoken words: (first, last)."""
    parts = [word.casefold() for word in _WORD.findall(name)]
    if not parts:
        return
    size = len(parts)
    for first in range(len(spoken) - size + 1 if size > 1 else 0):
        if _same_name(spoken[first : first + size], parts):
            yield first, first + size - 1
    pieces = {piece for part in parts for piece in (part, *part.split("-"))}
    telling = [piece for piece in pieces if piece not in _NOT_NAMES and len(piece) > 2]
    for place, word in enumerate(spoken):
        if word not in _NOT_NAMES and any(_same_word(word, part) for part in telling):
            yield place, place


def _same_name(words: Sequence[str], parts: Sequence[str]) -> bool:
    """Nearly the same as a whole, and no word another one."""
    if not fuzz.ratio(" ".join(words), " ".join(parts), score_cutoff=_NEAR_NAME):
        return False
    return all(fuzz.ratio(word, part) >= _LIKE_WORD for word, part in zip(words, parts, strict=True))


def _same_word(word: str, part: str) -> bool:
    if word in (part, f"{part}'s", f"{part}’s"):
        return True
    return min(len(word), len(part)) >= 5 and fuzz.ratio(word, part) >= _NEAR_WORD
