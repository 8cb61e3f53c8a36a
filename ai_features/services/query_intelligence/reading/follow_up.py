"""A question that leans on the one before: the same parts, put in their places in the plan that was answered."""

from collections.abc import Collection, Sequence

from ai_features.services.query_intelligence.plan import GOODS, Plan
from ai_features.services.query_intelligence.reading import figures, kept, measure, reworded, shape, things
from ai_features.services.query_intelligence.reading.made import SURE, made
from ai_features.services.query_intelligence.reading.meaning import LIGHT, VERBS
from ai_features.services.query_intelligence.reading.names import Named
from ai_features.services.query_intelligence.reading.outcome import Reading, Understood, Unsure, refused
from ai_features.services.query_intelligence.reading.pointing import PEOPLE, Turn, point
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.things import kind_of
from ai_features.services.query_intelligence.reading.when import as_of_now
from ai_features.services.query_intelligence.tokens import Span
from reports.metrics import METRICS

__all__ = ["Turn", "followed", "leans"]

_OWN = ("measure", "verb", "segment", "summary", "frame", "count_of", "refuse", "talk", "each_sale")
_LEADING = frozenset({"and", "only", "except", "or", "by", "of", "in", "to", "versus", "per"})
_SUBJECT = ("thing", "mention", "segment", "frame", "count_of", "summary", "each_sale", "total", "chosen", "share")
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
    return _points(said) or bool(marks) or bare or led or not own or _counts_again(said, turn) or _elliptic(said, turn)


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
    return sales or (said["count_of"] in (["customer"], ["sale"]) and not said.has("measure"))


def _points(said: Said) -> bool:
    """Whether a pronoun stands for something that is not named beside it."""
    if said.has("pointed", "points"):
        return True
    named = {*said["cut"], *said["mention"], *said["ranked"], *said["count_of"]}
    for thing in said["thing"]:
        if isinstance(thing.span.value, Named):
            named.update(thing.span.value.kinds)
    does = {VERBS[verb].who for verb in said["verb"]} & PEOPLE
    meant = PEOPLE if "person" in said["pointer"] else does or named
    return said.has("pointer") and not named & meant


def _elliptic(said: Said, turn: Turn) -> bool:
    """Whether it says what happened and not to what: "how many did we sell last week", "who took the most"."""
    if said.has(*_SUBJECT):
        return False
    if said.has("verb") and set(said["verb"]) <= LIGHT and not said.has("measure"):
        return True
    if said.has("cut", "ranked") or {"who", "which"} & set(said["ask"]):
        return turn.period is not None and not said.has("days", "relative", "ever") and not _standing(said)
    if said.has("measure") and said["measure"] != ["units"]:
        return _of_the_same(said, turn.plan) or _no_days(said, turn.plan)
    return bool(turn.plan.filters)


def _of_the_same(said: Said, before: Plan) -> bool:
    """ "How many in stock", "what is overdue": a figure of today of the goods or people spoken of."""
    about = {each.dimension for each in before.filters} | {each.entity for each in before.segments}
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
    before = turn.plan
    said.fields["filters"] = []
    _no_gap(said, before)
    if not said.has(*_NEW) and not {"who", "when", "why"} & set(said["ask"]):
        if "shown" in marks:
            return Understood(before, SURE)
        raise Stop(Unsure((), refused("pointer")))
    reworded.reword(said, turn)
    said.metrics[:] = _metrics(said, before)
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
)


def _number(said: Said, before: Plan) -> list[str]:
    """How many customers or sales there were of what was spoken of."""
    counts = {"discount": "discounted_sales", "credit_given": "credit_sales", "returns": "returns_count"}
    number = "buyers" if said["count_of"] == ["customer"] else counts.get(before.metric, "sales_count")
    said.metrics[:] = [number]
    return said.metrics


def _metrics(said: Said, before: Plan) -> list[str]:
    """The figure named; a verb's own only where it does not fit the figure before."""
    if said.has("order_by"):
        said.metrics[:] = [said.first("order_by")]
        return said.metrics
    if _counts(said) and not said.has("verb", "threshold", "segment"):
        return _number(said, before)
    if said.has("measure") or set(said["verb"]) - LIGHT:
        measure.settle_measures(said)
        if said.metrics == ["oldest_invoice"] and before.dimensions:
            said.metrics.append(before.metric)
        return said.metrics
    said.metrics[:] = list(before.metrics)
    if said.has("unit"):
        figures.in_unit(said)
    return said.metrics
