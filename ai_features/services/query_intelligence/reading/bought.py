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
    if _sold_only_there(said) or _on_one_sale(said):
        return
    if not _of_customers(said):
        return
    goods = [thing for thing in said["thing"] if kind_of(thing, said) in _GOODS or _one_shop(thing, said)]
    never = [Thing(span, exclude=True) for spans in said["never"] for span in spans]
    chosen = [*never, *(goods if _choosing(said, goods) else ())]
    if not chosen:
        return
    said.fields["bought"] = list(_bought(chosen, said))
    said.parts["thing"] = [thing for thing in said["thing"] if thing not in chosen]
    said.parts["verb"] = [verb for verb in said["verb"] if verb != "buy"] or ["buy"]
    said.parts["chosen"] = [True]


def _sold_only_there(said: Said) -> bool:
    """ "Goods that only Osu sold": of which no other shop sold any, whether or not that is said as well."""
    shops = [thing for thing in said["thing"] if kind_of(thing, said) == "storefront"]
    only = [thing for thing in shops if thing.only]
    of_goods = "product" in {*said["cut"], *said["mention"], *said["ranked"]} or "what" in said["ask"]
    if len(only) != 1 or said["verb"] != ["sell"] or not of_goods or said.has("measure", "rank", "amount"):
        return False
    said.fields |= {"bought": [Bought(filters=(as_filter(only[0], said),), only=True)], "of_bought": "product"}
    others = [thing for thing in said["thing"] if thing not in shops]
    said.parts |= {"measure": ["product_count"], "cut": ["product"], "mention": [], "ask": [], "verb": []}
    said.parts |= {"thing": others, "segment": [each for each in said["segment"] if each != "product:unsold"]}
    return True


def _on_one_sale(said: Said) -> bool:
    """ "How many receipts had both rice and oil": sales that hold each of them."""
    goods = [thing for thing in said["thing"] if kind_of(thing, said) in _GOODS]
    of_sales = "sale" in said["count_of"] or said["measure"] == ["sales_count"]
    if len(goods) < 2 or not (said.has("one_sale") or (said.has("both") and of_sales)) or said.has("rank"):
        return False
    said.fields |= {"bought": list(_bought(goods, said)), "of_bought": "sale"}
    said.parts["thing"] = [thing for thing in said["thing"] if thing not in goods]
    said.parts |= {"one_sale": [], "both": [], "joined": [], "count": [], "count_of": [], "verb": [], "cut": []}
    said.parts |= {"measure": ["sales_count"], "mention": [each for each in said["mention"] if each != "sale"]}
    return True


def _of_customers(said: Said) -> bool:
    asked = {*said["cut"], *said["mention"], *said["ranked"], *said["count_of"]}
    return "buy" in said["verb"] + ["buy"] * said.has("never") and ("customer" in asked or "who" in said["ask"])


def _choosing(said: Said, goods: Sequence[Thing]) -> bool:
    """Whether the goods choose among customers, rather than being what figures are about."""
    several = said.has("both") and len(goods) > 1
    return several or any(thing.exclude or thing.only for thing in goods) or (said.has("never") and bool(goods))


def _one_shop(thing: Thing, said: Said) -> bool:
    """Whether customers are told by the shop that they go to: "only at Tema", "never at Osu"."""
    told = thing.only or thing.exclude or said.has("both")
    return told and not said.has("measure", "amount", "rank") and kind_of(thing, said) == "storefront"


def _bought(chosen: Sequence[Thing], said: Said) -> Iterator[Any]:
    for thing in chosen:
        yield Bought(filters=(as_filter(thing, said),), never=thing.exclude, only=thing.only)
