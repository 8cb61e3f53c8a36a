"""A question that leans on the one before: the same parts, put in their places in the plan that was answered."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from ai_features.services.query_intelligence.plan import GOODS, Plan
from ai_features.services.query_intelligence.reading import figures, kept, measure, reworded, shape, things
from ai_features.services.query_intelligence.reading.made import SURE, made
from ai_features.services.query_intelligence.reading.making import COUNTED
from ai_features.services.query_intelligence.reading.meaning import (
    IN_UNIT,
    LIGHT,
    NUMBER_OF,
    ON_RECORD,
    PEOPLE_OF,
    VERBS,
    WHO,
)
from ai_features.services.query_intelligence.reading.names import Named
from ai_features.services.query_intelligence.reading.outcome import Reading, Understood, Unsure, refused
from ai_features.services.query_intelligence.reading.pointing import PEOPLE, Turn, point
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.things import kind_of
from ai_features.services.query_intelligence.reading.when import as_of_now
from ai_features.services.query_intelligence.tokens import Span
from reports.metrics import METRICS, Unit

__all__ = ["Turn", "followed", "leans"]

_OWN = ("measure", "verb", "segment", "summary", "frame", "count_of", "refuse", "talk", "each_sale")
_COUNT_ALONE = frozenset({"count_of", "ask", "pointer", "and", "now", "total", "of", "prep", "yes_no"})
_LEADING = frozenset({"and", "only", "except", "or", "by", "of", "in", "to", "versus", "per"})
_SUBJECT = ("thing", "mention", "segment", "frame", "count_of", "summary", "each_sale", "total", "chosen", "share")
_FIRMS = frozenset({"supplier"})
_ON_SALES = frozenset({"received", "tax", "debtors"})
"""Figures that are of sales too."""
_PLACES = frozenset({"storefront", "staff"})
AGAIN = 0.03


def leans(said: Said, spans: Sequence[Span], turn: Turn, *, marks: Collection[str]) -> bool:
    """Whether a question asks for something of the one before: it points, is marked so, or lacks a figure or a thing.

    `marks` are the words without a meaning of their own that stood in it: "follow", "shown".
    """
    bare = said.has("measure") and len(spans) == 1
    led = bool(spans) and spans[0].role in _LEADING
    own = said.has(*_OWN)
    if _of_other_goods(said, turn) and not (marks or led):
        return False
    again = _only_counts(said) or bool(reworded.taken_off(said, turn.plan)) or _counts_again(said, turn)
    return _points(said) or bool(marks) or bare or led or not own or again or _elliptic(said, turn)


def _counts_again(said: Said, turn: Turn) -> bool:
    """ "Number of customers", "on how many sales": of the days and things spoken of."""
    if turn.period is None or said.has("days", "verb", "segment", "threshold", "chosen", "ever"):
        return False
    spoken = {*turn.plan.dimensions, *(each.dimension for each in turn.plan.filters)} & _PLACES
    return _counts(said) and all(kind_of(thing, said) in spoken for thing in said["thing"])


def _of_other_goods(said: Said, turn: Turn) -> bool:
    """ "How many fans are at Osu", after a list of goods that are finished: not of these."""
    goods = any(kind_of(thing, said) in GOODS for thing in said["thing"])
    listed = any(each.entity == "product" for each in turn.plan.segments)
    return goods and listed and said.has("count") and not said.has("measure", "verb", "pointer")


def _counts(said: Said) -> bool:
    sales = said["measure"] == ["sales_count"] or (said.has("count") and said["measure"] == ["revenue"])
    return sales or (len(said["count_of"]) == 1 and not said.has("measure"))


def _only_counts(said: Said) -> bool:
    """ "How many people", and nothing of which: of what was spoken of."""
    return said.has("count_of") and said.kinds <= _COUNT_ALONE


def _points(said: Said) -> bool:
    """Whether a pronoun stands for something that is not named beside it."""
    if said.has("pointed", "points"):
        return True
    named = {*said["cut"], *said["mention"], *said["ranked"], *said["count_of"]}
    for thing in said["thing"]:
        if isinstance(thing.span.value, Named):
            named.update(thing.span.value.kinds)
    does = {VERBS[verb].who for verb in said["verb"]} & PEOPLE
    meant = does or (
        PEOPLE if "person" in said["pointer"] else {WHO.get(key) for key in said["measure"]} & _FIRMS or named
    )
    return said.has("pointer") and not named & meant


def _elliptic(said: Said, turn: Turn) -> bool:
    """Whether it says what happened and not to what: "how many did we sell last week", "who took the most"."""
    if said.has("average") and turn.plan.filters and not said.has("thing", "days", "cut"):
        return True
    if said.has(*_SUBJECT):
        return False
    if said.has("verb") and set(said["verb"]) <= LIGHT and not said.has("measure"):
        return True
    if said.has("cut", "ranked") or {"who", "which"} & set(said["ask"]):
        return turn.period is not None and not said.has("days", "relative", "ever") and not _standing(said)
    if said.has("measure") and said["measure"] != ["units"]:
        return _of_the_same(said, turn.plan) or _no_days(said, turn.plan)
    of_people = any(each.entity == "customer" for each in turn.plan.segments) and not said.has("days")
    return bool(turn.plan.filters) or of_people


def _of_the_same(said: Said, before: Plan) -> bool:
    """ "How many in stock", "what is overdue": a figure of today of the goods or people spoken of."""
    about = {each.dimension for each in before.filters} | {each.entity for each in before.segments}
    facts = {METRICS[key].of for key in said["measure"] if key in METRICS} - {""}
    if facts & about and not said.has("ask", "rank", "threshold"):
        return True
    group = METRICS[said["measure"][0]].group if said["measure"][0] in METRICS else ""
    of_goods = group == "stocking" and said.has("count", "amount") and about & GOODS
    if said["measure"][0] in ("first_sale", "last_sale"):
        return bool(about)
    of_people = group == "paying" and said.has("count", "amount", "ask") and "customer" in about
    return _standing(said) and bool(of_goods or of_people)


def _no_days(said: Said, before: Plan) -> bool:
    """ "So the gain in percent is?": another figure of the goods or people spoken of, where no days are named."""
    about = {each.dimension for each in before.filters}
    return (
        not _standing(said)
        and not said.has("days", "relative", "ever")
        and bool(about & (GOODS | {"customer", "staff"}))
    )


def _standing(said: Said) -> bool:
    """Whether the figure is one of today, which a question can ask for at any time."""
    return "owe" in said["verb"] or any(as_of_now(key) for key in said["measure"])


def followed(said: Said, turn: Turn, *, marks: Collection[str]) -> Reading:
    """The plan before with what is new put in its place; unsure where nothing is, or it points at nothing known."""
    turn = _without_the_latest(said, turn)
    before = turn.plan
    said.fields["filters"] = []
    said.parts |= {"then": [True]} if "then" in marks else {}
    _no_gap(said, before)
    if not said.has(*_NEW) and not {"who", "when", "why"} & set(said["ask"]):
        if "shown" in marks:
            return Understood(before, SURE)
        raise Stop(Unsure((), refused("pointer")))
    reworded.reword(said, turn)
    _metrics(said, before)
    point(said, turn)
    if not as_of_now(said.metrics[0]):
        said.parts["now"] = []
    shape.worst_first(said)
    things.settle_things(said)
    new = said.fields["filters"]
    reworded.side_by_side(said, new, before)
    kept.keep_filters(said, new, before)
    kept.keep_cuts(said, new, before)
    kept.keep_choices(said, before)
    shape.settle_thresholds(said)
    kept.keep_thresholds(said, before)
    kept.keep_days(said, turn)
    kept.keep_rank(said, before)
    shape.settle_change(said)
    shape.settle_shares(said)
    said.assume("", AGAIN)
    return made(said)


def _without_the_latest(said: Said, turn: Turn) -> Turn:
    """ "How often do they come", after what they bought last: of all their sales again, and not by goods."""
    latest = [each for each in turn.plan.segments if each.row == "sale:latest"]
    if not latest or not said.has("measure", "verb", "segment"):
        return turn
    segments = tuple(each for each in turn.plan.segments if each not in latest)
    return replace(turn, plan=turn.plan.model_copy(update={"segments": segments, "dimensions": (), "order": "high"}))


def _no_gap(said: Said, before: Plan) -> None:
    """ "By how much", of things set side by side: the gap between them is not told, and their sum is none."""
    changed = before.compare or before.by_change or said.has("days", "relative", "change", "versus", "compare")
    if "gap" in said["amount"] and not changed:
        raise Stop(Unsure((), refused("no_plan")))


_NEW = (
    "measure",
    "verb",
    "days",
    "relative",
    "thing",
    "cut",
    "grain",
    "mention",
    "ranked",
    "rank",
    "limit",
    "nth",
    "ends",
    "threshold",
    "segment",
    "share",
    "change",
    "window",
    "pointer",
    "versus",
    "compare",
    "order_by",
    "average",
    "unit",
    "count_of",
    "segment_days",
    "some_days",
    "pointed",
    "bare",
    "total",
    "count",
    "amount",
    "less",
    "left_out",
    "per_sale",
)


def _number(said: Said, before: Plan) -> None:
    """How many customers, sales or goods there were of what was spoken of: their number, or they are counted."""
    kind = said.first("count_of", "sale")
    number = _number_of(kind, before.metric)
    counts = before.metric in (ON_RECORD.get(kind), number)
    if not number and not counts:
        said.parts |= {"cut": [kind], "ranked": []}
        said.fields["ask"] = "count"
    elif before.dimensions == (kind,) and not said.has("cut", "grain", "ranked"):
        said.parts["total"] = [True]
    said.metrics[:] = [number or before.metric]


def _number_of(kind: str, metric: str) -> str:
    """The figure that counts them; "" where none does."""
    if kind == "sale":
        return _times_of(metric)
    if kind == "customer":
        return PEOPLE_OF.get(metric, "")
    return COUNTED.get(kind, "") if METRICS[metric].group == "selling" else ""


def _times_of(metric: str) -> str:
    """How many sales, invoices or times a figure is of."""
    number = "returns_count" if metric == "returns" else NUMBER_OF.get(metric, metric)
    counts = METRICS[number].unit is Unit.COUNT and (number != metric or METRICS[metric].group == "watching")
    if counts and metric != "received":
        return number
    if METRICS[metric].group != "selling" and metric not in _ON_SALES:
        raise Stop(Unsure((), refused("pointer")))
    return "sales_count"


def _asks_of_one(said: Said, before: Plan) -> bool:
    """ "Do they pay on time", of one customer: whether he is one of those who do."""
    one = any(each.dimension == "customer" and len(each.values) == 1 and not each.exclude for each in before.filters)
    of_people = bool(said["segment"]) and all(key.startswith("customer:") for key in said["segment"])
    return one and of_people and said.has("yes_no")


def _worth(said: Said) -> None:
    """ "How much is what they have not brought": orders and the like are worth something, goods on hand are so many."""
    first = said.metrics[0]
    if said.has("amount") and not said.has("count", "unit") and METRICS[first].group != "selling" and first != "stock":
        said.metrics[0] = IN_UNIT["money"].get(first, first)


def _metrics(said: Said, before: Plan) -> None:
    """The figure named; a verb's own only where it does not fit the figure before."""
    if said.has("order_by"):
        said.metrics[:] = [said.first("order_by")]
    elif _counts(said) and not said.has("verb", "threshold", "segment"):
        _number(said, before)
    elif (said.has("measure") and not _pieces(said, before)) or set(said["verb"]) - LIGHT:
        measure.settle_measures(said)
        _worth(said)
        if said.metrics == ["oldest_invoice"] and before.dimensions:
            said.metrics.append(before.metric)
    elif _asks_of_one(said, before):
        said.fields["ask"] = "whether"
        said.metrics[:] = ["customer_count"]
    else:
        _same_figure(said, before)


def _pieces(said: Said, before: Plan) -> bool:
    """ "How many pieces are those", of pieces."""
    units = said["measure"] == ["units"] and METRICS[before.metric].unit is Unit.UNITS
    return units and said.has("pointer") and not said.has("verb", "days", "share")


def _same_figure(said: Said, before: Plan) -> None:
    """The figure before, in the unit that is asked for."""
    said.metrics[:] = list(before.metrics)
    said.parts["measure"] = []
    if said["verb"] == ["make"] and said.has("amount") and not said.has("count"):
        said.metrics[:] = [IN_UNIT["money"].get(key, key) for key in before.metrics]  # "how much does it bring"
    if said.has("unit"):
        figures.in_unit(said)
    figures.per_sale(said)
    figures.less(said)
