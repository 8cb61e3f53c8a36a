"""The names a shop uses, found in text: exactly, by some of their words, or nearly. One business at a time."""

import re
import uuid
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model
from rapidfuzz import fuzz, process

from accounts.models import Membership, Storefront
from ai_features.services.query_intelligence.spelling import Words
from common import statements
from common.versioned_cache import Remembered
from inventory.models import Category, Product, Supplier
from sales.models import Customer

LONGEST_NAME = 10
MOST_REMEMBERED = 1000
_NEAR = 84
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one kind, and the values it stands for (several rows may bear the same name)."""

    kind: str
    name: str
    words: tuple[str, ...]
    values: tuple[str, ...]


@dataclass
class Index:
    """The names of one business, by whole name and by word."""

    entries: list[Entry]
    whole: dict[tuple[str, ...], list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: list[str] = field(default_factory=list)
    spelt: Words = field(default_factory=lambda: Words(()))
    runs: dict[tuple[str, ...], Any] = field(default_factory=dict)
    """What readers made of runs of words, for the next question that has them."""
    readings: dict[Hashable, Any] = field(default_factory=dict)
    """What they made of whole questions, kept as long as these names hold."""
    _nearest: dict[str, str | None] = field(default_factory=dict)
    _last: tuple[Hashable, Any] | None = None

    def __post_init__(self) -> None:
        for place, entry in enumerate(self.entries):
            self.whole[entry.words].append(entry)
            for word in set(entry.words):
                self.by_word[word].append(place)
        self.words = list(self.by_word)
        self.spelt = Words(self.words)

    @staticmethod
    def stem(word: str) -> str:
        return stem(word)

    def called(self, words: Sequence[str]) -> list[Entry]:
        """Entries whose whole name is these words."""
        return self.whole.get(tuple(words), [])

    def having(self, words: Iterable[str]) -> list[Entry]:
        """Entries whose names have all of these words, in any order."""
        found: set[int] | None = None
        for word in words:
            places = self.by_word.get(word)
            if not places:
                return []
            found = set(places) if found is None else found & set(places)
        return [self.entries[place] for place in sorted(found or ())]

    def near(self, word: str) -> str | None:
        """The known word that a misspelt one must be; None when none is near, or two are equally near."""
        if len(word) < 4 or word.isdigit():
            return None
        if word not in self._nearest:
            if len(self._nearest) > MOST_REMEMBERED:
                self._nearest.clear()
            self._nearest[word] = self._look_near(word)
        return self._nearest[word]

    def reading(self, question: Hashable, read: Callable[[], Any]) -> Any:
        """What was made of a question before, or what `read` makes of it now."""
        if question not in self.readings:
            if len(self.readings) > MOST_REMEMBERED:
                self.readings.clear()
            self.readings[question] = read()
        return self.readings[question]

    def once(self, asked: Hashable, work: Callable[[], Any]) -> Any:
        """What `work` gives, kept until something else is asked: the parts of one question are laid out once."""
        kept = self._last
        if kept is None or kept[0] != asked:
            kept = self._last = (asked, work())
        return kept[1]

    def _look_near(self, word: str) -> str | None:
        found = process.extract(word, self.words, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=2)
        found = [each for each in found if each[0][0] == word[0]]
        if not found or (len(found) == 2 and found[0][1] == found[1][1]):
            return None
        return str(found[0][0])


def split(text: str) -> list[tuple[str, int, int]]:
    """The words of a text in the form names are compared in, with where they stand."""
    return [(stem(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


def stem(word: str) -> str:
    """Lower case and singular: "TVs" and "tv", "batteries" and "battery" are the same word."""
    word = re.sub(r"['’]s?$|['’]", "", word.casefold())
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def index_of(business_id: uuid.UUID) -> Index:
    """The names of a business, as they are now: read again only after one was added, removed or changed."""
    return _remembered.get(business_id, tuple(_state(business_id)), lambda: _read(business_id))


_SOURCES: tuple[tuple[str, type[Model], str], ...] = (
    ("product", Product, "name || '/' || brand"),
    ("category", Category, "name"),
    ("customer", Customer, "name || phone || COALESCE(CAST(erased_at AS TEXT), '')"),
    ("storefront", Storefront, "name"),
    ("staff", Membership, "name"),
    ("supplier", Supplier, "name"),
)
"""The kinds of names, and what of a row its name is made from."""

_HASHES = {
    "postgresql": "SUM(hashtextextended({0}, uuid_hash(id)))",
    "sqlite": "MD5(GROUP_CONCAT(id || {0}))",
}


def _state(business_id: uuid.UUID) -> list[tuple[Any, ...]]:
    """What changes when a name does, or the row that bears it, in one query."""
    return sorted(statements.values((), _state_query(connection.vendor), *[business_id] * len(_SOURCES)))


@cache
def _state_query(vendor: str) -> str:
    """For each kind how many there are, and a hash of their ids and names."""
    return " UNION ALL ".join(
        f"SELECT '{kind}', COUNT(*), {_HASHES[vendor].format(text)} FROM {model._meta.db_table} WHERE business_id = %s"  # noqa: S608
        for kind, model, text in _SOURCES
    )


PHONE_END = 4  # digits that tell two customers of one name apart

_remembered: Remembered[Index] = Remembered(most=32)


def _read(business_id: uuid.UUID) -> Index:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    shown: dict[tuple[str, str], str] = {}
    for kind, name, value in _rows(business_id):
        key = kind, " ".join(word for word, _, _ in split(name))
        if key[1]:
            found[key].append(value)
            shown.setdefault(key, name)
    told_apart = _told_apart(business_id, found)
    return Index(
        [
            Entry(kind, f"{shown[kind, key]} {mark}".strip(), (*key.split(), *mark.split()), values)
            for (kind, key), found_values in found.items()
            for mark, values in told_apart.get((kind, key), {"": tuple(found_values)}).items()
        ]
    )


def _told_apart(
    business_id: uuid.UUID, found: dict[tuple[str, str], list[str]]
) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
    """Customers of one name by the end of their phone, so that who asks about one is offered both."""
    namesakes = {key: values for key, values in found.items() if key[0] == "customer" and len(values) > 1}
    wanted = [value for values in namesakes.values() for value in values]
    known = Customer.objects.of(business_id).filter(pk__in=wanted).exclude(phone="").values_list("pk", "phone")
    phones = {str(pk): phone[-PHONE_END:] for pk, phone in known}
    told: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for key, values in namesakes.items():
        marks: dict[str, tuple[str, ...]] = {}
        for value in values:
            mark = phones.get(str(uuid.UUID(str(value))), "no phone")
            marks[mark] = (*marks.get(mark, ()), value)
        if set(marks) != {"no phone"}:
            told[key] = marks
    return told


def _rows(business_id: uuid.UUID) -> Iterator[tuple[str, str, str]]:
    brands = set()
    for pk, name, brand in Product.objects.of(business_id).values_list("pk", "name", "brand"):
        yield "product", name, str(pk)
        brands.add(brand)
    for brand in sorted(brands - {""}):
        yield "brand", brand, brand
    for pk, name in Customer.objects.of(business_id).filter(erased_at=None).values_list("pk", "name"):
        yield "customer", name, str(pk)
    for kind, model in (
        ("category", Category),
        ("storefront", Storefront),
        ("staff", Membership),
        ("supplier", Supplier),
    ):
        for pk, name in model._default_manager.filter(business_id=business_id).values_list("pk", "name"):
            yield kind, name, str(pk)
