"""Customers by what they bought: both of two things, one and not the other, nothing else, never."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ai_features.services.query_intelligence.days import Period
from ai_features.services.query_intelligence.days.almanac import shift, start_of
from ai_features.services.query_intelligence.plan import MOST_BOUGHT, Bought
from ai_features.services.query_intelligence.reading import when
from ai_features.services.query_intelligence.reading.making import Thing
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.things import as_filter, kind_of

_GOODS = frozenset({"product", "category", "brand", "supplier"})
_STEPS = frozenset({"week", "month", "quarter"})


def settle_bought(said: Said) -> None:
    """Take the goods that choose customers out of the things named, and put them into `fields`."""
    if "product:unsold" in said["segment"] and ("who" in said["ask"] or "staff" in {*said["cut"], *said["mention"]}):
        said.parts["segment"].remove("product:unsold")
        said.fields |= {"bought": [Bought(never=True)], "of_bought": "staff"}
        said.parts |= {"measure": ["staff_count"], "cut": ["staff"], "mention": [], "ask": []}
        return
    if _sold_only_there(said) or _on_one_sale(said) or _sold_here_not_there(said):
        return
    if not _of_customers(said):
        return
    if each := list(_in_each(said)):
        said.fields["bought"] = each
        said.parts |= {"days": [], "grain": [], "both": [], "versus": [], "chosen": [True], "verb": ["buy"]}
        said.parts["cut"] = [each for each in said["cut"] if each not in _STEPS]
        said.parts["segment"] = [each for each in said["segment"] if each != "customer:lapsed"]
        return
    goods = [thing for thing in said["thing"] if kind_of(thing, said) in _GOODS or _one_shop(thing, said)]
    never = [Thing(span, exclude=True) for spans in said["never"] for span in spans]
    if said.has("none_bought") and "come" in said["verb"]:
        raise Stop(refused("not_recorded"))
    if said.has("none_bought"):
        said.fields["bought"] = [Bought(never=True)]
        said.parts |= {"verb": ["buy"], "chosen": [True]}
        return
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


def _sold_here_not_there(said: Said) -> bool:
    """ "Sold at Tema but not at Osu": of one shop and not of the other, which no filter says."""
    shops = [thing for thing in said["thing"] if kind_of(thing, said) == "storefront"]
    if len(shops) < 2 or len({thing.exclude for thing in shops}) < 2 or _of_customers(said):
        return False
    of_goods = "product" in {*said["cut"], *said["mention"]} or "what" in said["ask"]
    if not of_goods or said["verb"] != ["sell"] or said.has("measure", "rank", "amount"):
        raise Stop(Unsure((), refused("no_plan")))
    told = [replace(each, dim="storefront") for each in shops]
    said.fields |= {"bought": list(_bought(told, said)), "of_bought": "product"}
    said.parts |= {"measure": ["product_count"], "cut": ["product"], "mention": [], "ask": [], "verb": []}
    said.parts |= {"thing": [thing for thing in said["thing"] if thing not in shops], "but": []}
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


def _in_each(said: Said) -> Iterator[Bought]:
    """ "Bought in both September and October", "in October but not in November", "every month this year"."""
    days, steps = said["days"], [each for each in (*said["grain"], *said["cut"]) if each in _STEPS]
    if said.has("measure", "amount", "rank", "average", "thing"):
        return
    if len(days) == 2 and said.has("not_days"):
        yield from (Bought(period=when.days(each), never=each in said["not_days"]) for each in days)
    elif len(days) == 2 and said.has("both"):
        yield from (Bought(period=when.days(each)) for each in days)
    elif len(steps) == 1 and len(days) == 1:
        yield from (Bought(period=when.days(each)) for each in _each(steps[0], days[0], said.today))


def _each(step: str, period: Period, today: dt.date) -> Iterator[Period]:
    """The weeks, months … of a period that have begun; none where they are too many to ask for."""
    starts, day = list[dt.date](), start_of(step, period.start)
    while day < min(period.end, today) and len(starts) <= MOST_BOUGHT:
        starts.append(day)
        day = shift(step, day, 1)
    if 1 < len(starts) <= MOST_BOUGHT:
        yield from (Period.of(each, shift(step, each, 1)) for each in starts)


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
