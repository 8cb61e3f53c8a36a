"""A question that leans on the one before: the same parts, put in their places in the plan that was answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_features.services.query_intelligence.days import Period, Relative
from ai_features.services.query_intelligence.plan import Filter, Plan, Segment
from ai_features.services.query_intelligence.reading import measure, shape, things, when
from ai_features.services.query_intelligence.reading.made import made
from ai_features.services.query_intelligence.reading.meaning import LIGHT
from ai_features.services.query_intelligence.reading.outcome import Reading, Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.tokens import Span
from reports import measures
from reports.segments import SEGMENTS

_GOODS = frozenset({"product", "brand", "category", "supplier"})
_OWN = ("measure", "verb", "segment", "summary", "frame", "count_of", "refuse", "talk", "each_sale")
_LEADING = frozenset({"and", "only", "except", "or", "by", "of", "in", "to", "versus", "per"})
AGAIN = 0.03


@dataclass(frozen=True)
class Turn:
    """The plan before and, by dimension, the ids of the rows shown in their order: what "them" can mean."""

    plan: Plan
    shown: tuple[tuple[str, tuple[str, ...]], ...] = ()


def leans(said: Said, spans: Sequence[Span], *, marked: bool) -> bool:
    """Whether a question asks for something of the one before: it points, is marked so, or has no figure of its own."""
    pointing = said.has("pointer", "pointed") and not said.has("thing", "mention", "cut", "count_of", "ranked")
    bare = said.has("measure") and len(spans) == 1
    led = bool(spans) and spans[0].role in _LEADING
    return pointing or marked or bare or led or not said.has(*_OWN)


def followed(said: Said, turn: Turn) -> Reading:
    """The plan before with what is new put in its place; unsure where nothing is, or it points at nothing known."""
    before = turn.plan
    said.fields["filters"] = []
    if not said.has(*_NEW):
        raise Stop(Unsure((), refused("pointer")))
    said.metrics[:] = _metrics(said, before)
    _point(said, turn)
    things.settle_things(said)
    new = said.fields["filters"]
    said.fields["filters"] = _filters(said, new, before)
    _cuts(said, before, new)
    _carry(said, before)
    shape.settle_thresholds(said)
    _days(said, before)
    _ranked(said, before)
    shape.settle_change(said)
    shape.settle_shares(said)
    said.assume("", AGAIN)
    return made(said)


_NEW = (
    "measure", "verb", "days", "relative", "thing", "cut", "grain", "mention", "ranked", "rank", "limit", "nth", "ends",
    "threshold", "segment", "share", "change", "window", "pointer", "versus", "compare", "who", "ask", "order_by",
    "average", "unit", "segment_days", "some_days", "pointed",
)  # fmt: skip


def _metrics(said: Said, before: Plan) -> list[str]:
    """The figure named; a verb's own only where it does not fit the figure before."""
    if said.has("order_by"):
        said.metrics[:] = [said.first("order_by")]
        return said.metrics
    if said.has("measure") or set(said["verb"]) - LIGHT:
        measure.settle_measures(said)
        return said.metrics
    said.metrics[:] = list(before.metrics)
    if said.has("unit"):
        measure.in_unit(said)
    return said.metrics


def _point(said: Said, turn: Turn) -> None:
    """ "Them", "the second", "she": rows that were shown, as a filter."""
    place = said.first("pointed")
    if not said.has("pointer") and place is None:
        return
    filters = [each for each in turn.plan.filters if len(each.values) == 1 and not each.exclude]
    if turn.shown:
        fits = [each for each in turn.shown if measures.can(said.metrics[0], [each[0]])]
        dimension, ids = (fits or turn.shown)[0]
        chosen = ids if "those" in said["pointer"] and place is None else ids[(place or 1) - 1 : place or 1]
        if not chosen or dimension not in _POINTED:
            raise Stop(Unsure((), refused("pointer")))
        said.parts["shown"].append(Filter(dimension=dimension, values=chosen, name=_said_of(dimension, len(chosen))))
    elif not filters or place is not None:
        raise Stop(Unsure((), refused("pointer")))


_POINTED = frozenset({"product", "category", "brand", "customer", "storefront", "staff", "supplier", "sale"})


def _said_of(dimension: str, count: int) -> str:
    return f"these {count}" if count > 1 else f"this {dimension}"


def _filters(said: Said, new: Sequence[Filter], before: Plan) -> list[Filter]:
    """New filters take the place of old ones of their kind; "add sugar" and what is left out come beside them."""
    found = [*said["shown"], *new]
    kept = []
    for old in before.filters:
        same = [each for each in found if each.dimension == old.dimension or {each.dimension, old.dimension} <= _GOODS]
        if not any(not each.exclude for each in same):
            kept.append(old)
        elif said.has("added") and same[0].dimension == old.dimension:
            found.remove(same[0])
            found.append(_both(old, same[0]))
    return [*kept, *found]


def _both(old: Filter, new: Filter) -> Filter:
    values = tuple(dict.fromkeys((*old.values, *new.values)))
    return Filter(dimension=old.dimension, values=values, name=f"{old.name} and {new.name}")


def _cuts(said: Said, before: Plan, new: Sequence[Filter]) -> None:
    """New cuts take the place of the old; a cut by what is now one thing goes."""
    asked = said["cut"] + said["grain"] + said["ranked"] + said["mention"]
    if "who" in said["ask"] and not asked:
        of_sale = {"sale", "payment"} & {each.dimension for each in said["shown"]}
        asked = ["customer" if of_sale else shape.who(said)]
    single = {each.dimension for each in [*said["shown"], *new] if len(each.values) == 1 and not each.exclude}
    kept = [each for each in before.dimensions if each not in single and measures.can(said.metrics[0], [each])]
    cuts = asked or kept
    apart = [kind for kind in said["told_apart"] if kind not in cuts]
    said.dimensions.extend(list(dict.fromkeys([*cuts, *apart]))[:2])


def _carry(said: Said, before: Plan) -> None:
    """What the plan before says and the turn does not: segments, thresholds, who bought what."""
    segments = [Segment(entity=key.partition(":")[0], key=key.partition(":")[2]) for key in said["segment"]]
    said.fields["segments"] = [*before.segments, *segments]
    if said.has("some_days", "segment_days"):
        number = said.first("some_days") or said.first("segment_days")
        takes = [each for each in before.segments if SEGMENTS[each.row].number == "days"]
        if not takes:
            raise Stop(Unsure((), refused("unsure_days")))
        said.fields["segments"] = [each.model_copy(update={"number": number}) for each in before.segments]
    said.fields["bought"] = list(before.bought)
    said.fields["overdue_days"] = before.overdue_days


def _days(said: Said, before: Plan) -> None:
    """The days named, or told from those before; else the same days, where the figure has any."""
    if said.has("days") or (said.has("versus", "compare", "change", "relative") and before.period):
        _other_days(said, before)
    elif when.as_of_now(said.metrics[0]) and not before.segments:
        return
    else:
        kept = {"period": before.period, "compare": before.compare, "compare_to": before.compare_to}
        said.fields |= kept
        said.fields["trend"] = before.trend and bool(set(said.dimensions) & shape.TIMES)


def _other_days(said: Said, before: Plan) -> None:
    if not said.has("days") and before.period:
        period = Period.of(before.period.start, before.period.end)
        relative = said.first("relative")
        if isinstance(relative, Relative) and not said.has("versus", "compare", "change"):
            said.fields["period"] = when.told(relative, period, said)
            said.parts["relative"] = []
            return
        said.parts["days"] = [period]
    elif said["versus"] and len(said["days"]) == 1 and before.period:
        then = said["days"][0]
        said.fields |= {"period": before.period, "compare": "period", "compare_to": when.days(then)}
        return
    when.settle_days(said)
    if before.compare == "previous" and not said.fields.get("compare"):
        earlier = when.told(Relative("before"), said["days"][0], said)
        said.fields |= {"compare": "previous", "compare_to": earlier}


def _ranked(said: Said, before: Plan) -> None:
    """A new rank or limit; else the old one, while the answer is cut as before."""
    if said.has("rank", "limit", "nth", "ends") and said.dimensions:
        shape.settle_rank(said)
        if before.limit and not said.has("limit", "nth"):
            said.fields["limit"] = before.limit
    elif tuple(said.dimensions) == before.dimensions:
        said.fields |= {"order": before.order, "limit": before.limit, "rank": before.rank, "ends": before.ends}
        said.fields |= {"top_each": before.top_each, "share": before.share}
    elif said.has("rank"):
        raise Stop(Unsure((), refused("pointer")))
