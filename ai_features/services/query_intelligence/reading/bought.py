"""Customers by what they bought: both of two things, one and not the other, nothing else, never."""

from collections.abc import Iterator, Sequence
from typing import Any

from ai_features.services.query_intelligence.plan import Bought
from ai_features.services.query_intelligence.reading.making import Thing
from ai_features.services.query_intelligence.reading.said import Said
from ai_features.services.query_intelligence.reading.things import as_filter, kind_of

_GOODS = frozenset({"product", "category", "brand", "supplier"})


def settle_bought(said: Said) -> None:
    """Take the goods that choose customers out of the things named, and put them into `fields`."""
    if "product:unsold" in said["segment"] and ("who" in said["ask"] or "staff" in {*said["cut"], *said["mention"]}):
        said.parts["segment"].remove("product:unsold")
        said.fields |= {"bought": [Bought(never=True)], "of_bought": "staff"}
        said.parts |= {"measure": ["staff_count"], "cut": ["staff"], "mention": [], "ask": []}
        return
    if not _of_customers(said):
        return
    goods = [thing for thing in said["thing"] if kind_of(thing, said) in _GOODS]
    never = [Thing(span, exclude=True) for spans in said["never"] for span in spans]
    chosen = [*never, *(goods if _choosing(said, goods) else ())]
    if not chosen:
        return
    said.fields["bought"] = list(_bought(chosen, said))
    said.parts["thing"] = [thing for thing in said["thing"] if thing not in chosen]
    said.parts["verb"] = [verb for verb in said["verb"] if verb != "buy"] or ["buy"]
    said.parts["chosen"] = [True]


def _of_customers(said: Said) -> bool:
    asked = {*said["cut"], *said["mention"], *said["ranked"], *said["count_of"]}
    return "buy" in said["verb"] + ["buy"] * said.has("never") and ("customer" in asked or "who" in said["ask"])


def _choosing(said: Said, goods: Sequence[Thing]) -> bool:
    """Whether the goods choose among customers, rather than being what figures are about."""
    several = said.has("both") and len(goods) > 1
    return several or any(thing.exclude or thing.only for thing in goods) or (said.has("never") and bool(goods))


def _bought(chosen: Sequence[Thing], said: Said) -> Iterator[Any]:
    for thing in chosen:
        yield Bought(filters=(as_filter(thing, said),), never=thing.exclude, only=thing.only)
