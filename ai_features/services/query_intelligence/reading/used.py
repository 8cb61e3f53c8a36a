"""Whether every part of a question has been used: what has not makes the reading unsure."""

from collections.abc import Callable, Iterator

from ai_features.services.query_intelligence.reading.meaning import COMPATIBLE, IN_UNIT, LIGHT, ON_RECORD
from ai_features.services.query_intelligence.reading.said import Said
from ai_features.services.query_intelligence.reading.things import kind_of
from ai_features.services.query_intelligence.reading.when import as_of_now
from reports.dimensions import TIME_DIMENSIONS
from reports.metrics import METRICS, Unit

_TIMES = TIME_DIMENSIONS | {"hour", "weekday"}
_OF_UNIT = {
    "money": {Unit.MONEY},
    "units": {Unit.UNITS},
    "percent": {Unit.PERCENT},
    "day": {Unit.DAYS},
    "each": {Unit.MONEY, Unit.PERCENT},
    "cost": {Unit.MONEY},
    "times": {Unit.COUNT},
}


def unused(said: Said) -> Iterator[str]:
    """The kinds of parts that were said and have no place in the plan."""
    yield from (kind for kind, used in _USED.items() if said.has(kind) and not used(said))


def _apart(said: Said) -> bool:
    return bool(said["told_apart"]) and set(said["told_apart"]) <= set(said.dimensions)


def _compared(said: Said) -> bool:
    return bool(said.fields.get("compare")) or _apart(said)


def _changed(said: Said) -> bool:
    return bool(said.fields.get("compare") or said.fields.get("by_change") or set(said.dimensions) & _TIMES)


def _ranked(said: Said) -> bool:
    fields = said.fields
    if said.times["rank"] > 1 and len(said["rank"]) == 1 and said.has("and") and said.times["ask"] > 1:
        return False
    if {"rise", "fall"} & set(said["change"]) and not said.dimensions and not said.has("versus"):
        return bool(fields.get("why"))
    limited = any(fields.get(key) for key in ("limit", "ends", "rank", "top_each", "by_change"))
    return _compared(said) or limited or (said.has("sorted") and bool(said.dimensions))


def _count(said: Said) -> bool:
    """ "How many Saturdays": a number of what is not counted."""
    numbers = {METRICS[key].unit for key in said.metrics} & {Unit.COUNT, Unit.UNITS, Unit.DAYS}
    return bool(numbers) or said.fields.get("ask") == "count" or said.has("unit", "share", "threshold", "some_days")


def _both(said: Said) -> bool:
    """ "Sales with both": no sum over the two says it."""
    joint = said.metrics[0] in ("sales_count", "buyers") and not said["compare"] and "product" in said["told_apart"]
    return said.has("chosen") or (bool(said["told_apart"]) and not joint)


def _conditions(said: Said) -> bool:
    """ "In stock but not sold": both hold, where nothing is ranked or compared."""
    held = len(said["segment"]) + len(said["segment_out"]) + len(said["threshold"])
    return held > 1 and not said.has("rank", "change", "compare", "versus", "but_not") and not said.fields.get("why")


def _units(said: Said) -> bool:
    units = {METRICS[key].unit for key in said.metrics}
    if said["unit"] == ["units"] and not said.has("count") and set(said.metrics) <= set(IN_UNIT["each"].values()):
        return True  # "the price of one bag"
    return said.has("threshold", "share", "versus") or all(units & _OF_UNIT.get(unit, set()) for unit in said["unit"])


def _verbs(said: Said) -> bool:
    strong = [verb for verb in said["verb"] if verb not in LIGHT]
    if "supplier" in {each.dimension for each in said.fields["filters"]}:
        strong = [verb for verb in strong if verb != "deliver"]
    return all(set(said.metrics) & COMPATIBLE[verb] for verb in strong) or said.has("segment", "chosen")


def _asked(said: Said) -> bool:
    if "what" in said["ask"] and said["verb"] and METRICS[said.metrics[0]].unit is Unit.DATE:
        return False
    when = (
        any(METRICS[key].unit is Unit.DATE for key in said.metrics)
        or bool(set(said.dimensions) & _TIMES)
        or said.has("latest")
    )
    long = METRICS[said.metrics[0]].unit is Unit.DAYS
    return ("when" not in said["ask"] or when) and ("long" not in said["ask"] or long) and _regular(said)


def _told_which(said: Said) -> bool:
    """Who asks "which" is told which: not one figure for all of them."""
    return "which" not in said["ask"] or bool(said.dimensions) or said.has("compare", "versus", "change", "which_of")


def _now(said: Said) -> bool:
    return as_of_now(said.metrics[0]) or said.has("segment", "days")


def _listed(said: Said) -> bool:
    """ "Discount per sale" is no list of rates, sale by sale."""
    return said.has("rank", "threshold", "limit") or "which" in said["ask"]


def _only(said: Said) -> bool:
    """ "Who pays only by card", "goods that only Osu sold": those of nothing else, which no filter says."""
    only = [thing for thing in said["thing"] if thing.only]
    elsewhere = any(kind_of(thing, said) == "storefront" for thing in only) and "product" in said.dimensions
    chosen = elsewhere or bool({"customer", "staff"} & set(said.dimensions))
    return not (only and chosen and said["verb"])


def _pointed(said: Said) -> bool:
    """Whether a pronoun stands for somebody or something named in the same question."""
    named = {each.dimension for each in said.fields["filters"]} | {*said.dimensions, *said["mention"]}
    return "person" not in said["pointer"] or bool({"customer", "staff"} & named)


def _regular(said: Said) -> bool:
    """ "Who buys every month" asks for those who miss none, which no cut says."""
    asked = bool({"who", "which"} & set(said["ask"])) and not said.has("measure", "rank", "amount")
    each_time = {"customer", "staff"} & set(said.dimensions) and set(said.dimensions) & _TIMES
    return not (asked and each_time and said["verb"])


_USED: dict[str, Callable[[Said], bool]] = {
    "versus": lambda said: ("days" in said["versus"] and _compared(said)) or _apart(said) or said.has("threshold"),
    "but": lambda said: said.has("chosen") or any(thing.exclude for thing in said["thing"]) or _conditions(said),
    "compare": _compared,
    "relative": _compared,
    "or": lambda said: _compared(said) or said.has("ask", "change"),
    "both": _both,
    "change": _changed,
    "rank": lambda said: _ranked(said) or said.has("threshold") or bool(said.fields.get("why")),
    "ends": lambda said: bool(said.fields.get("ends")),
    "share": lambda said: bool(said.fields.get("share")) and said.metrics[0] not in ON_RECORD.values(),
    "average": lambda said: bool(said.fields.get("per")) and set(said["mention"]) <= {"sale", *said.dimensions},
    "cut": lambda said: METRICS[said.metrics[0]].unit is not Unit.PERCENT or said["cut"] != ["sale"] or _listed(said),
    "break": lambda said: bool(said.dimensions),
    "unit": _units,
    "verb": _verbs,
    "ask": lambda said: _asked(said) and _told_which(said),
    "now": _now,
    "amount": lambda said: said.times["amount"] < 2 or len(said.metrics) > 1 or said.has("told_apart"),
    "instead_of": lambda said: not set(said["instead_of"]) & set(said.metrics),
    "soon": lambda said: said.metrics[0] in ("due", "due_invoices") or said.has("segment"),
    "count": _count,
    "enough": lambda said: False,
    "one_sale": lambda said: False,
    "thing": _only,
    "pointer": _pointed,
    "only_these": lambda said: "who" not in said["ask"] or not said["verb"],
    "chosen": lambda said: said.metrics != ["bought_with"],
}
