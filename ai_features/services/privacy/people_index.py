"""The people and suppliers that a business has recorded, and the words of its goods, as they are now."""

import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from ai_features.services import english
from ai_features.services.privacy.everyday import (
    BEFORE_NAMES,
    BUSINESS_FORMS,
    DEDICATING,
    NOBODY,
    QUESTION_WORDS,
    TITLES,
)
from ai_features.services.privacy.pseudonyms import SUPPLIER
from ai_features.services.privacy.spellings import plain, sound, words_of
from common import statements
from common.versioned_cache import Remembered
from sales.models import Customer

LEAST_LETTERS, LEAST_NEAR = 2, 4
MOST_REMEMBERED = 2000
Key = str
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A name that somebody bears; `key` gives the pseudonym that their slot has."""

    name: str
    key: Key
    address: str = ""


class People:
    """Recorded names, whole and by their parts, with the keys of who bears them; and recorded addresses."""

    def __init__(self, known: Iterable[Known], goods: Iterable[str] = ()) -> None:
        named = [_of_goods(name) for name in goods]
        count = Counter(word for words in named for word in set(words))
        self._goods = set(count)
        self._common_goods = {word for word, number in count.items() if number > 1}
        self._beside = {pair for words in named for pair in pairwise(words)}
        self._whole: dict[str, dict[Words, set[Key]]] = defaultdict(lambda: defaultdict(set))
        self._parts: dict[str, set[Key]] = defaultdict(set)
        self._of_business: dict[str, bool] = {}
        self._addresses: dict[str, set[Words]] = defaultdict(set)
        self._nearest: dict[str, frozenset[Key]] = {}
        for person in known:
            self._add(person)
        self._sounds: dict[str, set[Key]] = defaultdict(set)
        for part, keys in self._parts.items():
            if len(part) > 2:
                self._sounds[sound(part)] |= keys
        self._long = [part for part in self._parts if len(part) >= LEAST_NEAR]
        self._spelt = sorted(
            {word for names in self._whole.values() for name in names for word in name if len(word) > 4}
        )
        self._long_goods = [word for word in self._common_goods - set(self._parts) if len(word) >= LEAST_NEAR]

    def _add(self, person: Known) -> None:
        words = words_of(person.name)
        if tuple(words) not in NOBODY:
            self._add_whole(person)
            self._add_parts(person, words)
        for part in (person.address, person.address.partition(",")[0]):  # and the street without its town
            place = tuple(words_of(part))
            if len(place) > 1 and not self._goods.issuperset(place):
                self._addresses[place[0]].add(place)

    def _add_parts(self, person: Known, words: Sequence[str]) -> None:
        is_business = not BUSINESS_FORMS.isdisjoint(words)
        for word in set(words) - QUESTION_WORDS - BUSINESS_FORMS - TITLES:
            if len(word) >= LEAST_LETTERS and not word.isdigit():
                self._parts[word].add(person.key)
                self._of_business[word] = self._of_business.get(word, True) and is_business

    def _add_whole(self, person: Known) -> None:
        """The whole name in each order it may be written in, also run together."""
        for whole in _orders(person.name):
            if whole and whole not in NOBODY and any(len(word) > 1 for word in whole):
                self._whole[whole[0]][whole].add(person.key)
                for joined in {"".join(whole), plain(re.sub(r"[\W_]", "", person.name))}:
                    if len(joined) > 3 and not english.is_word(joined):
                        self._whole[joined][(joined,)].add(person.key)

    def whole(self, words: Sequence[str], at: int) -> tuple[int, frozenset[Key]]:
        """How many words from `at` on are the longest whole name that begins there, and whose it is; 0: none."""
        begun = self._whole.get(words[at], {})
        longest = max((name for name in begun if tuple(words[at : at + len(name)]) == name), key=len, default=())
        return len(longest), frozenset(begun.get(longest, ()))

    def bearers(self, word: str, before: str = "", after: str = "", *, is_capital: bool = False) -> frozenset[Key]:
        """Who has this word in their name, or nearly; nobody where it is a word of questions or of goods."""
        keys = self._parts.get(word) or self._parts.get(word[:-1] if word.endswith("s") else "")
        if keys:
            spared = self._means_goods(word, before, after) or (not is_capital and self._is_generic(word, before))
            return frozenset() if spared else frozenset(keys)
        if len(word) < LEAST_NEAR or word in QUESTION_WORDS or word in self._common_goods or english.is_word(word):
            return frozenset()
        return self._near(word)

    def _is_generic(self, word: str, before: str) -> bool:
        """Whether an English word of a business's name is more likely itself: "the contractors", "block somebody"."""
        return self._of_business.get(word, False) and english.is_word(word) and before not in BEFORE_NAMES

    def borne(self, word: str) -> frozenset[Key]:
        """Who has just this word as a part of their name, be it a word of goods too."""
        return frozenset(self._parts.get(word, ()))

    def exactly(self, word: str) -> frozenset[Key]:
        """Who has just this word in their name, or is called so in one word."""
        return frozenset(self._parts.get(word, ())) or frozenset(self._whole.get(word, {}).get((word,), ()))

    def corrected(self, word: str) -> str:
        """The word of a whole name that a word that is none must be, one slip away; else the word itself.

        A word of a single product may be a slip too: the product may be named after the person.
        """
        is_name = word in self._parts or word in self._whole
        if len(word) < LEAST_NEAR or is_name or word in self._common_goods or word in QUESTION_WORDS:
            return word
        if english.is_word(word):
            return word
        found = process.extractOne(word, self._spelt, scorer=OSA.distance, score_cutoff=1)
        return found[0] if found else word

    def knows(self, word: str) -> bool:
        """Whether it is a word of somebody's name or of goods."""
        return word in self._parts or word in self._whole or word in self._goods

    def is_of_goods(self, word: str) -> bool:
        return word in self._goods

    def _means_goods(self, word: str, before: str, after: str) -> bool:
        """Whether goods are meant by a word that somebody has in their name too: "Samsung" beside Samsung Repairs,
        "white" of "white sugar" beside Kwame White.
        """
        if word not in self._goods:
            return False
        keys = self._parts.get(word, ())
        is_maker = word in self._common_goods and all(key.startswith(SUPPLIER) for key in keys)
        return (
            self._of_business.get(word, False)
            or is_maker
            or (english.is_common(word) and ((before, word) in self._beside or (word, after) in self._beside))
        )

    def _near(self, word: str) -> frozenset[Key]:
        if word not in self._nearest:
            if len(self._nearest) > MOST_REMEMBERED:
                self._nearest.clear()
            self._nearest[word] = frozenset(self._look_near(word))
        return self._nearest[word]

    def _look_near(self, word: str) -> set[Key]:
        if keys := self._sounds.get(sound(word)):
            return keys
        most = 2 if len(word) > 7 else 1
        near = process.extract(word, self._long, scorer=OSA.distance, score_cutoff=most, limit=5)
        near = [each for each in near if len(word) > 5 or each[0][0] == word[0]]
        if not near or self._is_generic(near[0][0], ""):
            return set()
        if process.extractOne(word, self._long_goods, scorer=OSA.distance, score_cutoff=near[0][1]):
            return set()
        return self._parts[near[0][0]]

    def addresses_in(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """(first, past the last) of the words of each recorded address in a text."""
        return [
            (at, at + len(place))
            for at, word in enumerate(words)
            for place in self._addresses.get(word, ())
            if tuple(words[at : at + len(place)]) == place
        ]


def _of_goods(name: str) -> list[str]:
    """The words of a product's name without those that may say whose it is: "Hamper for Carry"."""
    words = words_of(name)
    dedicated = {word for before, word in pairwise(words) if before in DEDICATING}
    return [word for word in words if word not in dedicated]


def _orders(name: str) -> set[Words]:
    """A name as it is recorded, without what is in brackets, and "Mensah, Kofi" as "Kofi Mensah"."""
    bare = name.partition("(")[0]
    last, _, first = bare.partition(",")
    untitled = [word for word in words_of(bare) if word not in TITLES]
    words = words_of(bare)
    turned = {(*words[-1:], *words[:-1]), (*words[1:], *words[:1])}
    return {tuple(words_of(text)) for text in (name, bare, f"{first} {last}")} | {tuple(untitled)} | turned


_KNOWN: tuple[Any, ...] = (
    Customer._meta.get_field("language"),
    *(Customer._meta.get_field(name) for name in ("name", "id", "address")),
)
_PEOPLE = """SELECT 'p', name, id, address FROM sales_customer WHERE business_id = %s
    UNION ALL SELECT 'p', name, id, '' FROM accounts_membership WHERE business_id = %s
    UNION ALL SELECT 'p', accounts_user.name, accounts_membership.id, '' FROM accounts_membership
    JOIN accounts_user ON accounts_user.id = accounts_membership.user_id WHERE accounts_membership.business_id = %s
    UNION ALL SELECT 's', name, id, '' FROM inventory_supplier WHERE business_id = %s
    UNION ALL SELECT 'g', name, id, brand FROM inventory_product WHERE business_id = %s
    UNION ALL SELECT 'k', name, id, '' FROM inventory_category WHERE business_id = %s
    UNION ALL SELECT 'k', name, id, '' FROM accounts_storefront WHERE business_id = %s"""
_HASHES = {
    "postgresql": "SUM(hashtextextended(concat_ws(chr(31), {0}, {1}, {2}), 0))",
    "sqlite": "MD5(GROUP_CONCAT({0} || char(31) || {1} || char(31) || COALESCE({2}, '')))",
}
_STATE = """SELECT COUNT(*), {customers} FROM sales_customer WHERE business_id = %s
    UNION ALL SELECT COUNT(*), {staff} FROM accounts_membership
    LEFT JOIN accounts_user ON accounts_user.id = accounts_membership.user_id
    WHERE accounts_membership.business_id = %s
    UNION ALL SELECT COUNT(*), {plain} FROM inventory_supplier WHERE business_id = %s
    UNION ALL SELECT COUNT(*), {goods} FROM inventory_product WHERE business_id = %s
    UNION ALL SELECT COUNT(*), {plain} FROM inventory_category WHERE business_id = %s
    UNION ALL SELECT COUNT(*), {plain} FROM accounts_storefront WHERE business_id = %s"""
_remembered: Remembered[People] = Remembered(most=64)


def known_to(business_id: uuid.UUID) -> People:
    """The index of a business, as its names are now; in this process's memory alone. One query, two after a change."""
    one = _HASHES[connection.vendor]
    asked = _STATE.format(
        customers=one.format("id", "name", "address"),
        staff=one.format("accounts_membership.id", "accounts_membership.name", "accounts_user.name"),
        plain=one.format("id", "name", "''"),
        goods=one.format("id", "name", "brand"),
    )
    state = tuple(statements.values((), asked, *[business_id] * 6))
    return _remembered.get(business_id, state, lambda: _read(business_id))


def _read(business_id: uuid.UUID) -> People:
    found = statements.values(_KNOWN, _PEOPLE, *[business_id] * 7)
    goods = [f"{name} {brand}" for kind, name, _, brand in found if kind == "g"]
    goods += [name for kind, name, _, _ in found if kind == "k"] * 2  # of categories and storefronts each word counts
    prefixes = {"p": "", "s": SUPPLIER}
    people = (
        Known(name, prefixes[kind] + str(pk), more) for kind, name, pk, more in found if kind in prefixes and name
    )
    return People(people, goods)
