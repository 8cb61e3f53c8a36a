"""Putting written forms in place of slots, so that the sentence around them still reads well."""

import enum
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel

from ai_features.services.slots.reading import REFERENCE
from ai_features.services.slots.slot import SLOT_ID, Kind, Slot, SlotError
from ai_features.services.slots.written import plural

W = TypeVar("W", bound=BaseModel)
_CURRENCY_BEFORE = re.compile(r"(?:₵|\bGH[S₵¢])\s*$", re.IGNORECASE)
_CURRENCY_AFTER = re.compile(r"^\s*(?:cedis?|GHS)\b", re.IGNORECASE)
_PERCENT_AFTER = re.compile(r"^\s*(?:%|percent\b)", re.IGNORECASE)
_DAYS_AFTER = re.compile(r"^\s*days?\b", re.IGNORECASE)
_DIRECTION_BEFORE = re.compile(r"\b(up|down)(?:\s+by)?\s*$|\bby\s*$", re.IGNORECASE)
MOST_ITEMS = 30
_NUMBER_BEFORE = re.compile(r"(?:\bnumber\s*|\bno\.\s*|#\s*)$", re.IGNORECASE)
_THERE_ARE = re.compile(r"\b(there)\s+(are|were)\s*$", re.IGNORECASE)


def put_in(text: str, slots: Mapping[str, Slot]) -> str:
    """The checked text with each slot's written form; what the form already says is not said twice."""
    out, position = "", 0
    for match in REFERENCE.finditer(text):
        out += text[position : match.start()]
        slot = slots[match.group(1)]
        out, form = _fitted(out, slot)
        after = text[match.end() :]
        position = match.end() + _said_again(slot, after)
        out += _opening_capital(out, form)
    return out + text[position:]


def _fitted(before: str, slot: Slot) -> tuple[str, str]:
    if slot.kind is Kind.MONEY:
        return _CURRENCY_BEFORE.sub("", before), slot.written
    if slot.kind is Kind.CHANGE and (found := _DIRECTION_BEFORE.search(before)):
        keeps_by = found.group(1) is None
        bare = slot.written.split()[-1] if slot.value else slot.written
        return (before, bare) if keeps_by else (before[: found.start()], slot.written)
    if slot.kind is Kind.RANK and _NUMBER_BEFORE.search(before):
        return before, str(slot.value)
    if slot.kind is Kind.COUNT and slot.value == Decimal(1):
        singular = {"are": "is", "were": "was"}
        return _THERE_ARE.sub(lambda m: f"{m.group(1)} {singular[m.group(2).lower()]} ", before), slot.written
    return before, slot.written


def _said_again(slot: Slot, after: str) -> int:
    """The length of what follows and is already part of the written form: "%", "days", "cedis", the unit."""
    patterns = {
        Kind.MONEY: _CURRENCY_AFTER,
        Kind.PERCENT: _PERCENT_AFTER,
        Kind.CHANGE: _PERCENT_AFTER,
        Kind.DAYS: _DAYS_AFTER,
    }
    pattern = patterns.get(slot.kind)
    if slot.kind is Kind.COUNT and slot.unit:
        pattern = re.compile(rf"^\s+(?:{re.escape(plural(slot.unit))}|{re.escape(slot.unit)})\b", re.IGNORECASE)
    found = pattern.match(after) if pattern else None
    return found.end() if found else 0


def _opening_capital(before: str, form: str) -> str:
    """A period or change that opens a sentence gets its capital: "Last month", "Up 15%"."""
    opens = not before.strip() or re.search(r"[.!?…]\s+$|\n\s*$", before)
    return form[:1].upper() + form[1:] if opens and form[:1].islower() else form


def fill_model(words: W, fill: Callable[[str], str], slots: Collection[str]) -> W:
    """The words with every text filled by `fill`, lists and nested models included.

    Choices (`Literal`, `Enum`) stay as they are; a `SlotId` must be one of `slots`.
    Raises `SlotError` with the problems of all fields.
    """
    problems: list[str] = []
    filled = _filled_fields(words, fill, slots, problems)
    if problems:
        raise SlotError(problems)
    return filled


def _filled_fields(words: W, fill: Callable[[str], str], slots: Collection[str], problems: list[str]) -> W:
    new = {}
    for name, field in type(words).model_fields.items():
        kind = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        found: list[str] = []
        new[name] = _filled(getattr(words, name), kind, fill, slots, found)
        problems += [f"{name}: {problem}" for problem in found]
    return words.model_copy(update=new)


def _filled(value: Any, kind: Any, fill: Callable[[str], str], slots: Collection[str], problems: list[str]) -> Any:
    if isinstance(value, BaseModel):
        return _filled_fields(value, fill, slots, problems)
    if isinstance(value, list | dict):
        return _filled_items(value, get_args(kind), fill, slots, problems)
    if value is None or isinstance(value, bool | enum.Enum) or _is_choice(kind):
        return value
    if not isinstance(value, str):
        raise TypeError(f"a model writes texts and choices, no {type(value).__name__}")
    if SLOT_ID in getattr(kind, "__metadata__", ()):
        return _id(value, slots, problems)
    return _text(value, fill, problems)


def _filled_items(
    items: Any, kinds: Sequence[Any], fill: Callable[[str], str], slots: Collection[str], problems: list[str]
) -> Any:
    """A list, or a dict whose keys are ids of slots."""
    inner = kinds[-1] if kinds else str
    if len(items) > MOST_ITEMS:
        problems.append(f"at most {MOST_ITEMS} items")
        return items
    if isinstance(items, list):
        return [_filled(item, inner, fill, slots, problems) for item in items]
    return {_id(key, slots, problems): _filled(item, inner, fill, slots, problems) for key, item in items.items()}


def _id(value: str, slots: Collection[str], problems: list[str]) -> str:
    id = value.strip("{} ")
    if id not in slots:
        problems.append("that is not a slot id")
    return id


def _text(value: str, fill: Callable[[str], str], problems: list[str]) -> str:
    try:
        return fill(value)
    except SlotError as wrong:
        problems += wrong.problems
        return value


def _is_choice(kind: Any) -> bool:
    """Whether the schema lets nothing through but what it lists."""
    if get_origin(kind) is Annotated:
        return _is_choice(get_args(kind)[0])
    if get_origin(kind) is Literal:
        return True
    parts = [part for part in get_args(kind) if part is not type(None)]
    return bool(parts) and all(_is_choice(part) for part in parts)
