"""Figures and names are given out as slots, checked and filled in here: no figure is a model's, no name leaves."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from ai_features.services.slots import rules, written
from ai_features.services.slots.filling import fill_model, put_in
from ai_features.services.slots.pay_instructions import pay_instructions
from ai_features.services.slots.plain_text import shapes
from ai_features.services.slots.reading import clean
from ai_features.services.slots.slot import Kind, Slot, SlotError, SlotId
from ai_features.services.slots.written import listed
from common import money

__all__ = ["Kind", "Slot", "SlotError", "SlotId", "Slots", "fill_model", "listed"]

T = TypeVar("T")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_REFERENCES = re.compile(r"(\{[^{}]*\})")
_NAMED = (Kind.NAME, Kind.PERSON)


class Slots:
    """The figures and names that may be said in one answer.

    Each method registers one and returns its reference, "{id}", for our own wording. `of` names the person,
    name or period that a figure belongs to; `fill` then refuses the figure beside any other. `seed` keeps a
    person's pseudonym the same wherever the same seed is used, as within one conversation.
    """

    def __init__(self, language: str = "en", *, seed: str = "") -> None:
        self.language = language
        self.seed = seed
        self._slots: dict[str, Slot] = {}
        self._derived: dict[Any, Any] = {}

    def money(self, id: str, amount: Decimal, *, of: str = "") -> str:
        """An amount in GHS: "GHS 1,250.00"."""
        return self._add(id, Kind.MONEY, amount, money.written(amount), f"GHS {money.plain(amount)}", of=of)

    def count(self, id: str, number: Decimal | int, unit: str = "", *, of: str = "") -> str:
        """How many; `unit` in the singular: "1 customer", "3 customers", "2.5 kg"."""
        text = written.counted(number, unit, self.language)
        return self._add(id, Kind.COUNT, Decimal(number), text, text, of=of, unit=unit)

    def percent(self, id: str, percent: Decimal, *, of: str = "") -> str:
        """A share or rate in percent: 15 is "15%"."""
        text = money.written_percent(percent)
        return self._add(id, Kind.PERCENT, percent, text, text, of=of)

    def change(self, id: str, percent: Decimal, *, of: str = "") -> str:
        """A change in percent, written with its direction: -4.3 is "down 4.3%"."""
        text = written.change(percent, self.language)
        return self._add(id, Kind.CHANGE, percent, text, text, of=of)

    def date(self, id: str, day: dt.date, *, of: str = "") -> str:
        """A day: "1 March 2026"."""
        return self._add(id, Kind.DATE, day, written.date(day, self.language), day.isoformat(), of=of)

    def period(self, id: str, start: dt.date, end: dt.date, label: str = "") -> str:
        """The half-open range [start, end), written as `label` ("last month") or as its month, year or days."""
        text = label or written.period(start, end, self.language)
        shown = f"{text} ({start.isoformat()} to {(end - dt.timedelta(days=1)).isoformat()})"
        return self._add(id, Kind.PERIOD, (start, end), text, shown)

    def days(self, id: str, number: int, *, of: str = "") -> str:
        """A length of time in days: "12 days"."""
        text = written.days(number, self.language)
        return self._add(id, Kind.DAYS, number, text, text, of=of)

    def rank(self, id: str, number: int, *, of: str = "") -> str:
        """A place in an order, from 1: "3rd"."""
        return self._add(id, Kind.RANK, number, written.rank(number), written.rank(number), of=of)

    def person(self, id: str, name: str, *, key: object = "") -> str:
        """A customer or member of staff: the model sees a pseudonym. `key`: the row's id, when names may repeat."""
        from ai_features.services.privacy.pseudonyms import pseudonym

        return self._add(id, Kind.PERSON, name, name, pseudonym(self.seed, str(key or name)))

    def name(self, id: str, name: str, *, of: str = "") -> str:
        """A thing that is no secret: a product, category, storefront, size or colour. The model sees it as data, with
        people in it replaced.
        """
        return self._add(id, Kind.NAME, name, name, name, of=of)

    def names(self, id: str, names: Sequence[str]) -> str:
        """Several things in one slot: "rice, oil and sugar"."""
        text = listed(list(names), self.language)
        return self._add(id, Kind.LIST, list(names), text, text)

    def unsearched(self) -> dict[str, str]:
        """Id and shown form of each name of a thing that may have people in it."""
        things = (Kind.NAME, Kind.LIST)
        return {slot.id: slot.shown for slot in self._slots.values() if slot.kind in things and not slot.searched}

    def show(self, id: str, shown: str) -> None:
        """Have the model see `shown` for a slot."""
        self._slots[id] = replace(self._slots[id], shown=clean(shown), searched=True)
        self._derived.clear()

    def __contains__(self, id: str) -> bool:
        return id in self._slots

    def __getitem__(self, id: str) -> Slot:
        return self._slots[id]

    def __len__(self) -> int:
        return len(self._slots)

    def __iter__(self) -> Any:
        return iter(self._slots.values())

    def for_model(self, *, without: frozenset[str] = frozenset()) -> dict[str, Any]:
        """Ids and values as the model sees them, each figure beneath the name it belongs to; people as pseudonyms."""
        owners = {s.of for s in self._slots.values() if s.of}
        shown: dict[str, Any] = {}
        for slot in self._slots.values():
            if slot.id in without or slot.of in without:
                continue
            if slot.of:
                shown[slot.of][slot.id] = slot.shown
            else:
                shown[slot.id] = {"is": slot.shown} if slot.id in owners else slot.shown
        return shown

    def facts(self) -> dict[str, str]:
        """Every id with its written form: what a cache key is made of. Holds names; never sent to a model."""
        return {slot.id: f"{slot.kind}:{slot.of}:{slot.value}:{slot.written}" for slot in self._slots.values()}

    def problems(self, text: str, said: Sequence[str] = ()) -> list[str]:
        """What is wrong with a text, as sentences; empty when it may be filled."""
        return self._problems(self._named(clean(text)), said)

    def fill(self, text: str, *, said: Sequence[str] = ()) -> str:
        """The text with its slots filled in. `said`: what the user typed, whose numbers and words may be repeated.

        Raises `SlotError` with every problem: an unknown slot, a figure, number word, name or link outside a
        slot, a slot dressed as another kind, a figure beside the wrong name, a rise called a fall.
        """
        named = self._named(clean(text))
        if problems := self._problems(named, said):
            raise SlotError(problems)
        return put_in(named, self._slots)

    def _problems(self, text: str, said: Sequence[str]) -> list[str]:
        allowed = self._once(tuple(said), lambda: rules.Allowed.given(said, self._slots.values()))
        found = [
            *shapes(text),
            *pay_instructions(text, allowed.words),
            *rules.unknown_slots(text, self._slots),
            *rules.figures_outside(text, allowed),
            *rules.names_outside(text, allowed),
            *rules.wrong_kinds(text, self._slots),
            *rules.contradictions(text, self._slots),
            *rules.wrong_owners(text, self._slots, self._once("owners", lambda: rules.owners_of(self._slots))),
        ]
        return list(dict.fromkeys(found))

    def _named(self, text: str) -> str:
        """Names and pseudonyms written out are read as their slots, so that the same rules hold for them."""
        for shown, exact, reference in self._once("called", self._called):
            if shown in text:
                parts = _REFERENCES.split(text)
                text = "".join(p if p.startswith("{") else exact.sub(reference, p) for p in parts)
        return text

    def _called(self) -> list[tuple[str, re.Pattern[str], str]]:
        """What is shown for each name, longest first, how it is found in a text, and its reference."""
        called = [(clean(s.shown), s.id) for s in self._slots.values() if s.kind in _NAMED and len(s.shown) > 2]
        called.sort(key=lambda each: -len(each[0]))
        return [(shown, re.compile(rf"(?<!\w){re.escape(shown)}(?!\w)"), f"{{{id}}}") for shown, id in called]

    def _once(self, key: Any, make: Callable[[], T]) -> T:
        """What is the same for every text, made once until a slot is added."""
        if key not in self._derived:
            self._derived[key] = make()
        found: T = self._derived[key]
        return found

    def _add(self, id: str, kind: Kind, value: Any, text: str, shown: str, *, of: str = "", unit: str = "") -> str:
        owner = of.strip("{}")
        if not _ID.fullmatch(id) or id in self._slots:
            raise ValueError(f"{id!r} is not a new slot id of small letters, digits and underscores")
        if owner and (owner not in self._slots or self._slots[owner].of):
            raise ValueError(f"{id!r} belongs to {owner!r}, which must be registered first and belong to nothing")
        self._derived.clear()
        self._slots[id] = Slot(id, kind, value, clean(text), clean(shown), owner, unit)
        return f"{{{id}}}"
