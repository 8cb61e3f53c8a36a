"""Looks for people in what was sent: the words of their names, their phones, emails and addresses."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from accounts.models import Membership
from ai_features.tests.stubs.openai import Call
from sales.models import Customer

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d(?:[\s().-]*\d){6,}")


@dataclass(frozen=True)
class Person:
    """As much of a customer or member of staff as must never be sent."""

    name: str
    phone: str = ""
    email: str = ""
    address: str = ""


def everyone() -> list[Person]:
    """Every customer and member of staff of every business."""
    customers = Customer.objects.values_list("name", "phone", "email", "address")
    staff = Membership.objects.values_list("name", "user__phone", "user__email")
    users = Membership.objects.values_list("user__name", "user__phone", "user__email")
    return [Person(*(part or "" for part in row)) for row in (*customers, *staff, *users)]


class Watch:
    """What names the given people. `ordinary`: words of their names that name nobody, alone or in a row."""

    def __init__(self, people: Iterable[Person], *, ordinary: Collection[str] = ()) -> None:
        self._words: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        self._phones: set[str] = set()
        self._texts: set[str] = set()
        for person in people:
            words = _WORD.findall(plain(person.name))
            self._words |= {word for word in words if len(word) > 2} - set(ordinary)
            self._pairs |= {pair for pair in pairwise(words) if not set(pair) <= set(ordinary)}
            self._phones |= {digits[-9:] for digits in (re.sub(r"\D", "", person.phone),) if digits}
            self._texts |= {squeezed(text) for text in (person.name, person.email, person.address) if len(text) > 4}

    def found_in(self, call: Call) -> set[str]:
        """What of them stands in the request: anywhere in its body or headers."""
        parts = [*texts_of(call.body), *(str(value) for value in call.headers.values())]
        return {secret for part in parts for secret in self._found(part)}

    def _found(self, text: str) -> Iterator[str]:
        words = _WORD.findall(plain(text))
        yield from self._words & set(words)
        yield from (" ".join(pair) for pair in self._pairs & set(pairwise(words)))
        digits = [re.sub(r"\D", "", run) for run in _DIGITS.findall(text)]
        yield from (phone for phone in self._phones if any(phone in run for run in digits))
        close = squeezed(text)
        yield from (secret for secret in self._texts if secret in close)


def plain(text: str) -> str:
    """Small letters without accents and invisible signs: one spelling of each name."""
    letters = unicodedata.normalize("NFKD", text.casefold()).translate({ord("ɛ"): "e", ord("ɔ"): "o"})
    return "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf"))


def squeezed(text: str) -> str:
    """Without spaces and signs, so that no layout hides a name, an email or an address."""
    return re.sub(r"[\W_]", "", plain(text))


def texts_of(part: Any) -> Iterator[str]:
    """Every string of a JSON value, keys too; a string that is JSON itself is opened."""
    if isinstance(part, dict):
        yield from part
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from texts_of(each)
    elif isinstance(part, str):
        yield from texts_of(json.loads(part)) if part[:1] in ("{", "[") and _is_json(part) else (part,)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
