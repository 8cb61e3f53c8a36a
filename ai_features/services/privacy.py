"""Keeping people out of prompts: pseudonyms for those we name, and a search of what the user typed."""

import hashlib
import hmac
import re
import unicodedata
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from rapidfuzz import fuzz, process

from ai_features.services.slots.vocabulary import BUSINESS_WORDS
from common import statements
from sales.models import Customer

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DIGIT = r"(?:\d|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_NUMBERS_OF_PEOPLE = (
    (re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)*\.[^\W\d_]{2,}"), "[email]"),
    (re.compile(r"[\w.+-]+\s?[(\[]at[)\]]\s?[\w.-]+(?:\s?[(\[]dot[)\]]\s?\w+)*", re.IGNORECASE), "[email]"),
    (re.compile(r"[\w.+-]+\s+at\s+[\w-]+(?:\s+dot\s+[\w-]+)+", re.IGNORECASE), "[email]"),
    (re.compile(r"\b[A-Z][A-Z\d]-\d{3,4}-\d{4}\b"), "[address]"),  # Ghana's digital addresses
    (re.compile(r"(?<![\w.])(?!\d{4}-\d\d-\d\d\b)\(?(?:\+|00)?\d(?:[\s().-]?\d){8,14}(?![\w])"), "[phone]"),
    (re.compile(r"(?<![\w.])\(?(?:\+?233|0)(?:[\s()./_·–—-]{0,3}\d){9}(?!\d)"), "[phone]"),
    (re.compile(rf"\b{_DIGIT}(?:[\s,.-]+{_DIGIT}){{6,}}\b", re.IGNORECASE), "[phone]"),
)
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
_KNOWN: tuple[Any, ...] = tuple(Customer._meta.get_field(name) for name in ("name", "id", "address"))
_PEOPLE = """SELECT name, id, address FROM sales_customer WHERE business_id = %s
    UNION ALL SELECT name, id, '' FROM accounts_membership WHERE business_id = %s
    UNION ALL SELECT accounts_user.name, accounts_membership.id, '' FROM accounts_membership
    JOIN accounts_user ON accounts_user.id = accounts_membership.user_id WHERE accounts_membership.business_id = %s"""


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
    """The texts as they may leave: no email or phone, no recorded name or address of a customer or of staff, and no
    near match of a name.

    One query, whatever the length of the texts; none when their words are all too ordinary to name anyone.
    """
    visible = [_visible(text) for text in texts]
    spoken = {_plain(word) for text in visible for word in _WORD.findall(text)}
    telling = {word for word in spoken - _NOT_NAMES if len(word) > 2}
    people = _people(business_id) if telling else []
    names, addresses = _Names(people), _addresses(people)
    replaced: dict[str, str] = {}
    return Redacted(tuple(_redacted(text, names, addresses, seed, replaced) for text in visible), replaced)


def redact_data(business_id: uuid.UUID, data: Any, *, seed: str = "") -> Any:
    """JSON data with each of its strings redacted, keys excepted."""
    texts = list(_strings(data))
    redacted = iter(redact(business_id, texts, seed=seed).texts)
    return _rebuilt(data, redacted) if texts else data


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _strings(inner)


def _rebuilt(part: Any, texts: Iterator[str]) -> Any:
    if isinstance(part, str):
        return next(texts)
    if isinstance(part, dict):
        return {key: _rebuilt(inner, texts) for key, inner in part.items()}
    return [_rebuilt(inner, texts) for inner in part] if isinstance(part, list) else part


@dataclass(frozen=True)
class _Known:
    name: str
    key: str
    address: str


def _people(business_id: uuid.UUID) -> list[_Known]:
    """Every customer and member of staff; `key` gives the pseudonym that their slot has. One query."""
    found = statements.values(_KNOWN, _PEOPLE, business_id, business_id, business_id)
    return [_Known(name, str(pk), address) for name, pk, address in found if name]


class _Names:
    """The words of recorded names, each with the keys of those who bear it."""

    def __init__(self, people: Iterable[_Known]) -> None:
        self._bearers: dict[str, set[str]] = defaultdict(set)
        for person in people:
            words = [_plain(word) for word in _WORD.findall(person.name)]
            for word in (*words, "".join(words)):
                for piece in {word, *word.split("-")} - _NOT_NAMES:
                    if len(piece) > 2:
                        self._bearers[piece].add(person.key)
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


def _addresses(people: Iterable[_Known]) -> list[list[str]]:
    """The words of each recorded address, and of the part before its first comma: the street without the town."""
    parts = {part for person in people for part in (person.address, person.address.partition(",")[0])}
    found = (re.findall(r"\w+", part) for part in parts)
    return sorted((words for words in found if len(words) > 1), key=len, reverse=True)


def _visible(text: str) -> str:
    """Compatibility forms folded and invisible signs dropped: a name or digit hides behind none of them."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")


def _plain(word: str) -> str:
    """One spelling for a word: small letters without accents and possessive s."""
    small = re.sub(r"['’]s$", "", word.casefold())
    if small.isascii():
        return small
    letters = unicodedata.normalize("NFKD", small).translate(_OPEN_VOWELS)
    return "".join(c for c in letters if unicodedata.category(c) != "Mn")


_OPEN_VOWELS = {ord("ɛ"): "e", ord("ɔ"): "o", ord("’"): "'"}


def _redacted(text: str, names: _Names, addresses: list[list[str]], seed: str, replaced: dict[str, str]) -> str:
    for pattern, stand_in in _NUMBERS_OF_PEOPLE:
        text = pattern.sub(stand_in, text)
    folded = text.casefold()
    for words in addresses:
        if words[0].casefold() in folded and words[-1].casefold() in folded:
            text = re.sub(r"\b" + r"[\W_]+".join(map(re.escape, words)) + r"\b", "[address]", text, flags=re.IGNORECASE)
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
