"""Keeping people out of prompts: pseudonyms for those we name, and a search of what the user typed."""

import hashlib
import hmac
import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Value
from django.db.models.functions import Coalesce
from rapidfuzz import fuzz, process

from accounts.models import Membership
from ai_features.services.slots.vocabulary import BUSINESS_WORDS
from sales.models import Customer

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.])(?:\+|00)?\d(?:[\s().-]?\d){8,14}(?![\w])")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEAR, _LEAST_NEAR = 88, 5
_NOT_NAMES = BUSINESS_WORDS | frozenset(
    (
        "mr", "mrs", "ms", "miss", "madam", "madame", "dr", "prof", "rev", "pastor", "alhaji", "hajia", "nana",
        "auntie", "uncle", "maame", "and", "sons", "daughters", "brothers", "enterprise", "enterprises", "venture",
        "ventures",
        "store", "stores", "trader", "traders", "trading", "ltd", "company",
        "who", "what", "which", "when", "where", "how", "much", "many", "the", "was", "were", "are", "did", "does",
        "has", "have", "had", "our", "last", "this", "that", "from", "for", "with", "owe", "owes", "need", "show",
        "give", "tell",
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

    One query, whatever the length of the texts; none when their words are all too ordinary to name anyone.
    """
    spoken = {_plain(word) for text in texts for word in _WORD.findall(text)}
    telling = {word for word in spoken - _NOT_NAMES if len(word) > 2}
    names = _Names(_people(business_id) if telling else ())
    replaced: dict[str, str] = {}
    return Redacted(tuple(_redacted(text, names, seed, replaced) for text in texts), replaced)


def _people(business_id: uuid.UUID) -> list[tuple[str, str]]:
    """(name, key) of every customer and member of staff; their pseudonym is that of their slot. One query."""
    customers = Customer.objects.of(business_id).order_by().values_list("name", "pk", Value(""))
    staff = Membership.objects.of(business_id).order_by().values_list("name", "pk", Coalesce("user__name", Value("")))
    named = customers.union(staff, all=True)
    return [(name, str(pk)) for own, pk, other in named for name in {own, other} if name]


class _Names:
    """The words of recorded names, each with the keys of those who bear it."""

    def __init__(self, people: Iterable[tuple[str, str]]) -> None:
        self._bearers: dict[str, set[str]] = defaultdict(set)
        for name, key in people:
            for word in _WORD.findall(name.casefold()):
                for piece in {word, *word.split("-")} - _NOT_NAMES:
                    if len(piece) > 2:
                        self._bearers[piece].add(key)
        self._long = [piece for piece in self._bearers if len(piece) >= _LEAST_NEAR]

    def bearers(self, word: str) -> frozenset[str]:
        """Who is called so, or nearly so; nobody for an ordinary word."""
        plain = _plain(word)
        if plain in _NOT_NAMES:
            return frozenset()
        keys = set().union(*(self._bearers.get(piece, ()) for piece in (plain, *plain.split("-"))))
        if not keys and len(plain) >= _LEAST_NEAR:
            near = process.extractOne(plain, self._long, scorer=fuzz.ratio, score_cutoff=_NEAR)
            keys = self._bearers[near[0]] if near else set()
        return frozenset(keys)


def _plain(word: str) -> str:
    return re.sub(r"['’]s$", "", word.casefold())


def _redacted(text: str, names: _Names, seed: str, replaced: dict[str, str]) -> str:
    for pattern, stand_in in ((_EMAIL, "[email]"), (_PHONE, "[phone]")):
        text = pattern.sub(stand_in, text)
    out, position = "", 0
    for start, end, key in _mentions(text, names):
        stand_in = pseudonym(seed, key)
        replaced.setdefault(stand_in, " ".join(text[start:end].split()))
        out, position = out + text[position:start] + stand_in, end
    return out + text[position:]


def _mentions(text: str, names: _Names) -> list[tuple[int, int, str]]:
    """(start, end, key) of each person named; words side by side that one person bears are one mention."""
    found: list[tuple[int, int, frozenset[str]]] = []
    for word in _WORD.finditer(text):
        bearers = names.bearers(word.group())
        if not bearers:
            continue
        if found and text[found[-1][1] : word.start()].isspace() and found[-1][2] & bearers:
            start, _, both = found.pop()
            found.append((start, word.end(), both & bearers))
        else:
            found.append((word.start(), word.end(), bearers))
    return [(start, end, min(keys)) for start, end, keys in found]
