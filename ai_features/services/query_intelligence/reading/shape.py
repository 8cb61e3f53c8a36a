"""The shape of an answer: what it is cut by, ranked, limited, compared with a number, shared or averaged."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence.plan import LARGEST, Threshold
from ai_features.services.query_intelligence.reading.meaning import (
    IN_UNIT,
    LIGHT,
    NATURAL,
    NUMBER_OF,
    OF_WHAT,
    ON_RECORD,
    VERBS,
    WHO,
)
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.pointing import WITHOUT_NUMBER
from ai_features.services.query_intelligence.reading.said import Said, Stop
from reports.dimensions import TIME_DIMENSIONS
from reports.metrics import METRICS, PARTS, Unit

LONG_TIME = 31
_COUNTED_BY = {number: kind for kind, number in ON_RECORD.items()}
_GOODS = frozenset({"product", "category", "brand", "supplier"})
TOP_EACH = 3
MOST_OF = {"product": "units", "sale": "sales_count", "customer": "buyers"}
TIMES = TIME_DIMENSIONS | {"hour", "weekday"}
_OF_ONE_SALE = frozenset({"revenue", "discount", "profit"})
_OF_DEBTS = frozenset({"outstanding", "overdue", "overdue_invoices", "open_invoices", "due"})


def settle_cuts(said: Said) -> None:
    """What the figures are cut by: what is said to be, who is asked for, and things set side by side."""
    _in_its_light(said)
    _dated(said)
    cuts = list(dict.fromkeys(said["cut"] + said["grain"]))
    cuts = _habitual(said, cuts)
    _ranked(said, cuts)
    of_goods = said.has("rank") and bool(_GOODS & set(said["told_apart"]))
    if "who" in said["ask"] and not of_goods and not {"customer", "staff", "supplier", "sale"} & set(cuts):
        cuts.insert(0, who(said))
    if said.has("average") and len(per := [each for each in cuts if each in TIMES]) == 1:
        said.fields["per"] = per[0]
        cuts.remove(per[0])
    cuts += _mentioned(said, cuts) or _debtors(said, cuts)
    apart = of_goods or said.has("versus", "compare", "or", "both", "each") or "versus" in said["joined"] or not cuts
    cuts += [kind for kind in said["told_apart"] if apart and kind not in cuts]
    cuts = cuts or _those_asked(said)
    if said.metrics[0] == "bought_with":
        cuts = ["product"]
    said.dimensions.extend(dict.fromkeys(cuts))
    if len(said.dimensions) > 2:
        raise Stop(Unsure((), refused("no_plan")))


def _habitual(said: Said, cuts: list[str]) -> list[str]:
    """The cuts said, or each of those asked about; "which day" over a long time is one of the week."""
    cuts = cuts or _one_by_one(said)
    return ["weekday"] if cuts == ["day"] and said.has("rank") and _habit(said) else cuts


def _one_by_one(said: Said) -> list[str]:
    """ "Which of the phones", "every sale", "which did we sell at a loss": of what nothing more is said."""
    at_a_loss = said.has("loss") and bool({"which", "what"} & set(said["ask"]))
    if said.has("which_of") or at_a_loss:
        return ["product"]
    return ["sale"] if said.has("each_sale") else []


def _those_asked(said: Said) -> list[str]:
    """What "which" asks for, where nothing else is said: goods, or what the figure is of."""
    asks = set(said["ask"])
    if {"what", "which"} & asks and len(said["days"]) < 2 and which_goods(said):
        return ["product"]
    of_what = OF_WHAT.get(said.metrics[0])
    summed = said.has("total", "amount", "count", "compare", "versus", "change")
    asked = {"what", "which", "list"} & asks or (said.has("yes_no") and not said.has("thing", "ask"))
    asked = asked or of_what in said["mention"]
    return [of_what] if of_what and asked and not summed else []


def _dated(said: Said) -> None:
    """ "What day did Esi last buy" asks for the day; "customers who bought more than before" for each of them."""
    if METRICS[said.metrics[0]].unit is Unit.DATE:
        said.parts |= {
            kind: [each for each in said[kind] if each not in ("day", "sale")] for kind in ("grain", "mention")
        }
    if said.has("whose") and {"rise", "fall"} & set(said["change"]):
        said.parts |= {"cut": [*said["cut"], *said["mention"]], "mention": []}


def _in_its_light(said: Said) -> None:
    """The worst of debts and damage are the largest; "where" asks for the shop."""
    apart = said.has("both_shops") and said.has("compare", "versus", "each", "rank")
    if "where" in said["ask"] or apart:
        said.parts["cut"].append("storefront")
    said.parts["told_apart"] += ["storefront"] if apart else []
    worst_first(said)


def worst_first(said: Said) -> None:
    """The worst of what is bad is the largest, and of those listed for it the first."""
    first = said.metrics[0]
    if said.has("worst") and (METRICS[first].more_is == "worse" or first in ON_RECORD.values()):
        said.parts["rank"] = ["high" if rank == "low" else rank for rank in said["rank"]]


def _debtors(said: Said, cuts: Sequence[str]) -> list[str]:
    """ "Wholesale customers that owe us" are asked for one by one."""
    summed = said.has("amount", "total", "count") or cuts
    return ["customer"] if said.has("of_tier") and said.metrics[0] in _OF_DEBTS and not summed else []


def _habit(said: Said) -> bool:
    """ "Which day do we sell most" over a long time asks for a day of the week."""
    period = next(iter(said["days"]), None)
    return bool(said["verb"]) and (period is None or (period.end - period.start).days > LONG_TIME)


def _ranked(said: Said, cuts: list[str]) -> None:
    """What stands beside the rank: "the most orders" counts them where others are asked for, else it is the cut."""
    for dim in [each for each in said["ranked"] if each not in cuts]:
        if _is_cut(dim, cuts, said):
            cuts.append(dim)
        elif said.metrics[0] == "revenue" and dim in MOST_OF:
            said.metrics[0] = MOST_OF[dim]
        elif said.metrics[0] != MOST_OF.get(dim):
            said.parts["mention"].append(dim)


def _is_cut(dim: str, cuts: Sequence[str], said: Said) -> bool:
    if not cuts:
        one_sale = dim == "sale" and ("it" in said["pointer"] or said.has("big"))
        return "who" not in said["ask"] or dim in ("customer", "staff", "supplier") or one_sale
    in_each = dim == "product" and bool(said["cut"]) and set(cuts) <= _OUTER
    if {"which", "who"} & set(said["ask"]) and len(said["cut"]) == 1:
        return False
    return in_each and not METRICS[said.metrics[0]].of


_LEDGER = frozenset(
    {"damaged", "expired", "written_off", "delivered", "returned_units", "transferred_in", "transferred_out"}
)
_OUTER = frozenset({"storefront", "category", "brand", "supplier", "staff"})


def which_goods(said: Said) -> bool:
    """ "What did Kojo buy", "what sells best", "what got damaged": the goods are asked for."""
    if said.metrics[0] in _LEDGER and not said.has("total", "amount", "count", "compare", "versus", "change"):
        return True
    goods = {"sell", "buy", "return", "deliver"} & set(said["verb"])
    named = set(said["measure"]) - {"credit_given"}
    return bool(goods) and not named and not said.has("total", "amount", "compare", "versus")


def who(said: Said) -> str:
    """Who is asked for: whoever does the verb, those on its other side where the shop does it, or of the measure."""
    verbs = [each for each in said["verb"] if VERBS[each].who]
    ours = said.first("ours", "")
    if ours in ("sell", "give", "serve"):
        return "customer"
    if ours == "give us":
        return "customer"
    strong = [each for each in verbs if each not in LIGHT]
    if strong or verbs:
        return VERBS[(strong or verbs)[0]].who
    return WHO.get(said.metrics[0]) or _COUNTED_BY.get(said.metrics[0], "staff")


def _mentioned(said: Said, cuts: list[str]) -> list[str]:
    """Things mentioned that are not what the measure is about anyhow: those are cuts."""
    found: list[str] = []
    for dim in said["mention"]:
        natural = said.metrics[0] in NATURAL.get(dim, ())
        of_verb = any(dim in ("product", VERBS[verb].who, VERBS[verb].whom) for verb in said["verb"])
        summed = said.has("amount", "total", "count", "count_of", "compare", "change", "share", "average")
        summed = (
            summed
            or said.metrics[0].startswith("average_")
            or (said.metrics[0] == "sales_count" and said.has("measure"))
        )
        listed = dim in ("customer", "sale") or (dim == "product" and not said.has("measure"))
        neutral = (natural or of_verb) and (summed or not listed or cuts or found)
        each_of = dim == "product" and said.metrics[0] == "stock" and said.has("thing") and not summed and not cuts
        if each_of:
            found.append(dim)
        if dim in cuts or (neutral and not (said.has("rank") and not cuts)):
            continue
        found.append("customer" if dim == "sale" and said.metrics[0] in _OF_DEBTS and not said["ask"] else dim)
    return found


def settle_latest(said: Said) -> None:
    """The last payment, of all days where none are named."""
    said.dimensions[:] = said["latest"]
    said.fields |= {"order": "time", "limit": int(said.first("limit", 1)), "all_days": not said.has("days")}


def settle_rank(said: Said) -> None:
    """The order, how many, and which of them."""
    ranks = list(dict.fromkeys(said["rank"]))
    ranked = said.has("rank", "ends", "nth", "limit", "order_by") or {"which", "who"} & set(said["ask"])
    if (TIME_DIMENSIONS | {"lateness"}) & set(said.dimensions) and not ranked:
        said.fields["order"] = "time"
    if said.has("ends") or (len(ranks) == 2 and said.dimensions):
        said.fields["ends"] = True
        usual = TOP_EACH if said.has("several") and not set(said.dimensions) & TIMES else 1
        said.fields["limit"] = int(said.first("limit", usual))
    elif ranks == ["low"]:
        said.fields["order"] = "low"
    if said.has("nth"):
        said.fields["rank"] = said.first("nth")
    if not said.dimensions:
        _without_groups(said, ranks)
    elif said.has("limit") and not said.has("nth", "ends"):
        said.fields["limit"] = int(said.first("limit"))
    elif (
        ranks
        and not said.fields.get("ends")
        and not said.has("nth", "threshold")
        and not (said["told_apart"] and not said["cut"])
    ):
        said.fields["limit"] = WITHOUT_NUMBER


def settle_change(said: Said) -> None:
    """Groups by how they changed: "which products fell most"."""
    moved = {"rise", "fall", "change"} & set(said["change"])
    if not (moved and said.fields.get("compare_to") and set(said.dimensions) - TIMES):
        return
    lower = "fall" in moved or ("low" in said["rank"] and "rise" not in moved)
    said.fields["by_change"] = "fall" if lower else "rise" if "rise" in moved else "change"
    said.fields["order"] = "high"


def settle_each(said: Said) -> None:
    """ "Top 3 products in each shop": the goods ranked anew in each."""
    ranked = [dim for dim in said["ranked"] if dim in said.dimensions]
    if not (said.has("rank") and ranked and len(said.dimensions) == 2):
        return
    outer = [dim for dim in said.dimensions if dim not in ranked]
    if len(ranked) == 1 and outer:
        said.dimensions[:] = [*outer, *ranked]
        said.fields["top_each"] = int(said.fields.pop("limit", None) or TOP_EACH) if said.has("limit") else TOP_EACH
        said.fields.pop("limit", None)


def _without_groups(said: Said, ranks: list[str]) -> None:
    """A rank ranks the goods named, or is only fine where two stretches of days are compared."""
    if (
        (ranks or said.has("ends"))
        and _GOODS & {each.dimension for each in said.fields["filters"]}
        and not said.has("versus", "compare", "change", "ask")
    ):
        said.dimensions.append("product")
        if not said.has("nth", "ends"):
            said.fields["limit"] = int(said.first("limit", WITHOUT_NUMBER))
        return
    if said.has("big") and said.metrics[0] in _OF_ONE_SALE and not said.has("versus", "compare", "change", "nth"):
        said.dimensions.append("sale")
        said.fields["limit"] = int(said.first("limit", WITHOUT_NUMBER))
        return
    if ranks and said.metrics[0] == "received" and not said.has("versus", "compare", "change", "nth"):
        said.dimensions.append("payment")
        said.fields["limit"] = int(said.first("limit", WITHOUT_NUMBER))
        return
    said.fields.pop("order", None)
    if said.fields.get("why"):
        return
    if (ranks and not said.has("versus", "compare", "change")) or said.has("limit", "nth", "ends"):
        raise Stop(Unsure((), refused("not_understood")))


def _past_due(said: Said, sign: str, number: Decimal) -> None:
    """ "More than 30 days overdue"; fewer days no plan says."""
    if sign.startswith("<") or said.metrics[0] == "due":
        raise Stop(Unsure((), refused("no_plan")))
    said.fields["overdue_days"] = int(number)
    said.metrics[0] = "overdue" if said.metrics[0] == "outstanding" else said.metrics[0]


def settle_thresholds(said: Said) -> None:
    """Numbers that figures are compared with."""
    found = [_threshold(said, *each) for each in said["threshold"] if not _of_age(said, each)]
    if _how_many_people(said) and not found:
        found.append(Threshold(metric=said.metrics[0], sign=">", value=Decimal(0)))
    if said.has("loss") and said.dimensions:
        found.append(Threshold(metric="profit", sign="<", value=Decimal(0)))
    if found and not said.dimensions and _yes_or_no(said):
        said.fields["ask"] = "whether"
    elif found and not said.dimensions:
        said.dimensions.append(_chosen_among(said))
    if said.fields.get("overdue_days") is not None and not said.dimensions and not said.has("amount", "count", "total"):
        said.dimensions.append("customer")
    said.fields["thresholds"] = [*said.fields.get("thresholds", ()), *found]


def _of_age(said: Said, limit: tuple[str, str, Decimal, str]) -> bool:
    """ "More than 30 days": of debts, how long they are past due."""
    _, sign, number, unit = limit
    past_due = unit == "day" and bool(set(said.metrics) & _OF_DEBTS)
    if past_due:
        _past_due(said, sign, number)
    return past_due


def _threshold(said: Said, about: str, sign: Any, number: Decimal, unit: str) -> Threshold:
    metric = _measure_of(said, about, unit)
    if unit == "money" and METRICS[metric].unit is not Unit.MONEY and metric in IN_UNIT["money"]:
        said.metrics[:] = [IN_UNIT["money"][key] if key == metric else key for key in said.metrics]
        metric = IN_UNIT["money"][metric]
    if unit == "day" and METRICS[metric].unit is not Unit.DAYS:
        raise Stop(Unsure((), refused("unsure_days")))
    hundredth = said.has("share") and METRICS[metric].unit is Unit.MONEY and not unit
    if hundredth or number > LARGEST or (unit == "percent" and METRICS[metric].unit is not Unit.PERCENT):
        raise Stop(Unsure((), refused("cannot_measure")))
    return Threshold(metric=metric, sign=sign, value=Decimal(number))


def _how_many_people(said: Said) -> bool:
    """ "How many customers paid", "how many suppliers do we owe": those with some of it are counted, not ranked."""
    counted = said.dimensions == said["count_of"] and not set(said.dimensions) & TIMES
    alone = counted and not said.has("rank", "ends", "nth", "limit", "share", "per", "average")
    summed = METRICS[said.metrics[0]].unit in (Unit.MONEY, Unit.UNITS, Unit.COUNT)
    return bool(said.dimensions) and alone and summed and said.metrics[0] not in ON_RECORD.values()


def _yes_or_no(said: Said) -> bool:
    """ "Did we sell more than 5,000 yesterday": of one figure."""
    return said.has("yes_no") and not said.has("cut", "mention", "ranked", "grain", "ask", "amount", "count", "total")


def _chosen_among(said: Said) -> str:
    if said.has("of_tier"):
        return "customer"
    goods = _GOODS & {each.dimension for each in said.fields["filters"]}
    if goods and (said["verb"] or len({each[0] for each in said["threshold"]}) > 1):
        return "product"
    named = [each for each in said["mention"] if each != "sale"]
    if said.metrics[0] in ("revenue", "profit", "discount") and not (said["verb"] or named):
        return "sale"
    if said["mention"]:
        return str(said["mention"][0])
    if METRICS[said.metrics[0]].of == "product" or said.metrics[0] in ("margin", "markup", "stock", "units"):
        return "product"
    raise Stop(Unsure((), refused("not_understood")))


_OF_UNIT = {
    "times": "sales_count",
    "dim:sale": "sales_count",
    "dim:customer": "buyers",
    "percent": "margin",
    "money": "revenue",
    "dim:product": "units",
    "units": "units",
    "day": "cover_days",
}
_UNITS = {"money": Unit.MONEY, "percent": Unit.PERCENT, "units": Unit.UNITS, "times": Unit.COUNT}


def _times(said: Said) -> str:
    """How often something is done: by the verb beside it."""
    times = {VERBS[verb].times for verb in said["verb"] if verb not in LIGHT}
    if len(times) > 1 or (not times and said["segment"]):
        raise Stop(Unsure(("times",), refused("no_plan")))
    return next(iter(times), "sales_count")


def _measure_of(said: Said, about: str, unit: str) -> str:
    """The measure a number speaks of: the one beside it, one of its unit, or the one asked for."""
    if about == "units" and said.metrics[0] == "stock":
        return "stock"
    if about in METRICS:
        papers = about in _OF_DEBTS and "sale" in said["mention"]
        return NUMBER_OF.get(about, about) if unit in ("", "times") and (about != said.metrics[0] or papers) else about
    first = said.metrics[0]
    if unit in _UNITS:
        fits = [key for key in said.metrics if METRICS[key].unit is _UNITS[unit]]
        if fits:
            return fits[0]
    if unit == "times":
        return _times(said)
    if about in VERBS and unit in ("", "money"):
        of_goods = not unit and "product" in {*said["cut"], *said["mention"], *said["ranked"]}
        return (VERBS[about].number if of_goods else VERBS[about].money) or first
    return _OF_UNIT.get(unit, first)


def _adds_up(metric: str) -> bool:
    """Whether the figures of days and groups sum to that of all: customers of two days may be the same."""
    return METRICS[metric].adds_up and (
        metric == "sales_count" or all(PARTS[part].additive for part in METRICS[metric].parts)
    )


def settle_shares(said: Said) -> None:
    """Parts of a whole, averages over something, and what changes."""
    if said.has("share"):
        said.fields["share"] = True
        if said.fields.get("overdue_days") is not None:
            raise Stop(Unsure((), refused("no_plan")))
        if not (said.dimensions or said.fields["filters"] or said.fields["segments"]):
            raise Stop(Unsure((), refused("not_understood")))
    if (said.fields.get("per") or said.has("per") or said.fields.get("share")) and not _adds_up(said.metrics[0]):
        raise Stop(Unsure((), refused("cannot_measure")))
    if said.has("per"):
        said.fields["per"] = said.first("per")
    if said.has("average") and not said.fields.get("per") and any(dim == "weekday" for dim, _ in said["window"]):
        said.fields["per"] = "day"
    if said.has("average") and not said.fields.get("per"):
        raise Stop(Unsure(("average",), refused("cannot_measure")))
