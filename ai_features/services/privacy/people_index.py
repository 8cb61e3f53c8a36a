"""The people a business has recorded, as an index that finds their names and addresses in text."""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from rapidfuzz import fuzz, process

from ai_features.services.privacy.spellings import WORD, plain
from ai_features.services.slots.vocabulary import BUSINESS_WORDS
from common import statements
from common.remembered import Remembered
from sales.models import Customer

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
_HASHES = {
    "postgresql": "SUM(hashtextextended(concat_ws(chr(31), {0}, {1}, {2}), 0))",
    "sqlite": "MD5(GROUP_CONCAT({0} || char(31) || {1} || char(31) || COALESCE({2}, '')))",
}
_STATE = """SELECT COUNT(*), {customers} FROM sales_customer WHERE business_id = %s
    UNION ALL SELECT COUNT(*), {staff} FROM accounts_membership
    LEFT JOIN accounts_user ON accounts_user.id = accounts_membership.user_id
    WHERE accounts_membership.business_id = %s"""


@dataclass(frozen=True, slots=True)
class Known:
    """A name that somebody bears; `key` gives the pseudonym that their slot has."""

    name: str
    key: str
    address: str


class People:
    """The words of recorded names, each with the keys of those who bear it, and the words of their addresses."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self._addresses: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for person in known:
            self._add_name(person)
            for part in (person.address, person.address.partition(",")[0]):  # and the street without its town
                words = tuple(_PART.findall(part.casefold()))
                if len(words) > 1:
                    self._addresses[words[0]].add(words)
        self._long = [piece for piece in self._bearers if len(piece) >= _LEAST_NEAR]

    def _add_name(self, person: Known) -> None:
        words = [plain(word) for word in WORD.findall(person.name)]
        for word in (*words, "".join(words)):
            for piece in {word, *word.split("-")} - _NOT_NAMES:
                if len(piece) > 2:
                    self._bearers[piece].add(person.key)

    def bearers(self, word: str) -> frozenset[str]:
        """Who is called so, or nearly so; nobody for an ordinary word."""
        spoken = plain(word)
        if spoken in _NOT_NAMES:
            return frozenset()
        keys = set().union(*(self._bearers.get(piece, ()) for piece in (spoken, *spoken.split("-"))))
        if not keys and len(spoken) >= _LEAST_NEAR:
            near = process.extractOne(spoken, self._long, scorer=fuzz.ratio, score_cutoff=_NEAR)
            keys = self._bearers[near[0]] if near else set()
        return frozenset(keys)

    def addresses_in(self, text: str) -> list[tuple[str, ...]]:
        """The words of each recorded address that may stand in the text, the longest first."""
        spoken = set(_PART.findall(text.casefold()))
        found = (words for first in spoken for words in self._addresses.get(first, ()) if spoken.issuperset(words))
        return sorted(found, key=len, reverse=True)


NOBODY = People(())
_PART = re.compile(r"\w+")
_remembered: Remembered[People] = Remembered(most=64)


def known_to(business_id: uuid.UUID) -> People:
    """The index of a business, as its names are now; in this process's memory alone."""
    one = _HASHES[connection.vendor]
    staff = one.format("accounts_membership.id", "accounts_membership.name", "accounts_user.name")
    asked = _STATE.format(customers=one.format("id", "name", "address"), staff=staff)
    state = tuple(statements.values((), asked, business_id, business_id))
    return _remembered.get(business_id, state, lambda: People(_read(business_id)))


def may_name(word: str) -> bool:
    """Whether a plain word may be a part of somebody's name at all."""
    return len(word) > 2 and word not in _NOT_NAMES


def _read(business_id: uuid.UUID) -> list[Known]:
    found = statements.values(_KNOWN, _PEOPLE, business_id, business_id, business_id)
    return [Known(name, str(pk), address) for name, pk, address in found if name]
