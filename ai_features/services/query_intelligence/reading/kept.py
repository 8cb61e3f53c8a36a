"""What a turn keeps of the plan before: filters, cuts, segments, days and rank that it does not say anew."""

import datetime as dt
from collections.abc import Sequence

from ai_features.services.query_intelligence.days import Period, Relative
from ai_features.services.query_intelligence.days.almanac import unit_span
from ai_features.services.query_intelligence.plan import Filter, Plan, Segment, Threshold
from ai_features.services.query_intelligence.reading import shape, when
from ai_features.services.query_intelligence.reading.meaning import NATURAL, OF_WHAT, OF_WHICH, WHO
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.pointing import PEOPLE, Turn
from ai_features.services.query_intelligence.reading.said import Said, Stop
from reports import metric_queries
from reports.dimensions import TIME_DIMENSIONS
from reports.metrics import METRICS, Unit
from reports.segments import SEGMENTS

_GOODS = frozenset({"product", "brand", "category"})
_LEVELS = frozenset(f"product:{key}" for key in ("out_of_stock", "in_stock", "low", "finishing", "overstock"))
"""How much there is of goods: one takes the place of another."""
_WAYS = frozenset({"method", "network"})


def keep_filters(said: Said, new: Sequence[Filter], before: Plan) -> None:
    """New filters take the place of old ones of their kind; "add sugar" and what is left out come beside them."""
    found = [*said["shown"], *new]
    narrowing = any(thing.only for thing in said["thing"])
    old_ones = [each for each in before.filters if _still(said, each, before)]
    if said.has("widened"):
        old_ones = _widened(old_ones)
    kept = []
    for old in old_ones:
        same = [each for each in found if _replaces(each, old, narrowing=narrowing)]
        if not any(not each.exclude for each in same):
            kept.append(old)
        elif said.has("added") and same[0].dimension == old.dimension:
            found.remove(same[0])
            found.append(_both(old, same[0]))
    said.fields["filters"] = [*kept, *found]


def _widened(old_ones: Sequence[Filter]) -> list[Filter]:
    """ "Total", of one of several: of all of them. Of which, is not known where there are more filters."""
    if len(old_ones) != 1:
        raise Stop(Unsure((), refused("pointer")))
    return []


def _still(said: Said, old: Filter, before: Plan) -> bool:
    """An old filter goes where its kind is asked for, or where the rows pointed at were chosen by it already."""
    one_of = old.dimension in {*said["cut"], *said["ranked"]} and len(old.values) == 1 and not old.exclude
    if one_of or metric_queries.can(said.metrics[0], [old.dimension]):
        return not one_of
    narrows = any(old.dimension in SEGMENTS[each.row].narrowed_by for each in before.segments if not said["shown"])
    if METRICS[said.metrics[0]].of and old.dimension == "storefront" and not narrows:
        said.assume("this is kept for the whole business, not by storefront", 0.02)
        return False
    return narrows or not (said.has("shown") or "person" in said["pointer"])


def _replaces(new: Filter, old: Filter, *, narrowing: bool) -> bool:
    """Of goods any takes the place of any, unless only some of those before are asked for."""
    if new.dimension == old.dimension:
        return True
    if {new.dimension, old.dimension} <= _GOODS:
        return not (narrowing and old.dimension != "product")
    return {new.dimension, old.dimension} == _WAYS and "mobile_money" not in (*new.values, *old.values)


def _both(old: Filter, new: Filter) -> Filter:
    values = tuple(dict.fromkeys((*old.values, *new.values)))
    return Filter(dimension=old.dimension, values=values, name=f"{old.name} and {new.name}")


def keep_cuts(said: Said, new: Sequence[Filter], before: Plan) -> None:
    """New cuts take the place of the old; a cut by what is now one thing goes, and all where a sum is asked for."""
    asked = _asked_for(said, before)
    told = [*said["shown"], *new] if said.has("rank") else said.fields["filters"]
    single = {each.dimension for each in told if len(each.values) == 1 and not each.exclude}
    single -= set(said["told_apart"])
    single |= TIME_DIMENSIONS if said.has("then") else frozenset()
    counted = METRICS[said.metrics[0]].counts if said.metrics[0] != before.metric else ""
    kept = [each for each in before.dimensions if each not in {*single, counted}]
    kept = [each for each in kept if metric_queries.can(said.metrics[0], [each])]
    cuts = asked or ([] if said.has("total") else kept)
    apart = [kind for kind in said["told_apart"] if kind not in cuts]
    if not (cuts or apart) and said.has("rank") and not said.has("change", "versus", "compare"):
        apart = _rows_of(said)
    said.dimensions.extend(list(dict.fromkeys([*cuts, *apart]))[:2])


def _asked_for(said: Said, before: Plan) -> list[str]:
    """What the figures are asked by: what is said to be, or what "what", "which" and "who" ask for."""
    summed = said.has("amount", "count") and not said.has("rank")
    mentioned = [each for each in said["mention"] if not (summed and said.metrics[0] in NATURAL.get(each, ()))]
    if asked := said["cut"] + said["grain"] + said["ranked"] + mentioned:
        return asked
    if "what" in said["ask"] and shape.which_goods(said):
        return ["product"]
    if "which" in said["ask"] and not before.dimensions and not said.has("rank", "amount", "count"):
        return [each for each in (OF_WHAT.get(said.metrics[0]) or WHO.get(said.metrics[0]),) if each]
    if "who" in said["ask"]:
        _two_to_compare(said, before)
        of_sale = {"sale", "payment"} & {each.dimension for each in said["shown"]}
        spoken = _people_of(before) or ["customer" if of_sale else ""]
        return [spoken[0] if spoken[0] and not said.has("verb") else shape.who(said)]
    return []


def _people_of(before: Plan) -> list[str]:
    """Whom the turn before was about, where these were several."""
    several = [each.dimension for each in before.filters if len(each.values) > 1 and not each.exclude]
    return [each for each in (*before.dimensions, *several) if each in PEOPLE]


def _two_to_compare(said: Said, before: Plan) -> None:
    """ "Who was better", of one alone: of which two is not known."""
    one = any(each.dimension in PEOPLE and len(each.values) == 1 for each in before.filters)
    if said.has("comparative") and one and not before.dimensions:
        raise Stop(Unsure((), refused("pointer")))


def _rows_of(said: Said) -> list[str]:
    """Of what "which was the biggest" asks the biggest, where one figure was told."""
    metric = said.metrics[0]
    goods = any(each.dimension in _GOODS and not each.exclude for each in said.fields["filters"])
    goods = (goods and "which" in said["ask"]) or METRICS[metric].unit is Unit.UNITS
    own = OF_WHICH.get(metric, "") or ("supplier" if WHO.get(metric) == "supplier" else "")
    counted = METRICS[metric].unit is Unit.COUNT and not own
    if counted or (said.has("comparative") and not (goods and "which" in said["ask"])):
        raise Stop(Unsure((), refused("pointer")))
    kinds = [own, *(["product"] if goods else []), "payment", "sale", "product"]
    return [next((kind for kind in kinds if kind and metric_queries.can(metric, [kind])), "product")]


def keep_choices(said: Said, before: Plan) -> None:
    """Segments and who bought what; those by which the rows pointed at were chosen are no longer needed."""
    segments = [Segment(entity=key.partition(":")[0], key=key.partition(":")[2]) for key in said["segment"]]
    old = () if said.has("shown") or before.ask == "whether" else before.segments
    replaced = _LEVELS if _LEVELS & set(said["segment"]) else set(said["segment"])
    said.fields["segments"] = [*(each for each in old if each.row not in replaced), *segments]
    if said.has("some_days", "segment_days"):
        number = said.first("some_days") or said.first("segment_days")
        takes = [each for each in before.segments if SEGMENTS[each.row].number == "days"]
        if not takes:
            raise Stop(Unsure((), refused("unsure_days")))
        said.fields["segments"] = [each.model_copy(update={"number": number}) for each in before.segments]
    said.fields["bought"] = [] if said.has("shown") else list(before.bought)
    said.fields["sides"] = () if said.dimensions or said.has("shown", "total") else before.sides
    if when.as_of_now(said.metrics[0]):
        said.fields["overdue_days"] = before.overdue_days
    same = tuple(said.metrics) == before.metrics
    if same and before.per and not said.has("cut", "grain", "per", "total"):
        said.fields["per"] = before.per


def keep_thresholds(said: Said, before: Plan) -> None:
    """Numbers that groups were compared with, while they are the same groups and not compared anew."""
    same = said.dimensions and tuple(said.dimensions) == before.dimensions and not said.has("shown")
    new = said.fields["thresholds"]
    if same and (not new or (said.has("and") and _other_end(new, before))):
        said.fields["thresholds"] = [*before.thresholds, *new]


def _other_end(new: Sequence[Threshold], before: Plan) -> bool:
    """ "And less than 20,000", after "more than 15,000"."""
    ends = [(each.metric, each.sign[0]) for each in (*before.thresholds, *new)]
    return len(ends) == 2 and ends[0][0] == ends[1][0] and ends[0][1] != ends[1][1]


def keep_days(said: Said, turn: Turn) -> None:
    """The days named, or told from those before; else the same days, where the figure has any."""
    before = turn.plan
    if said.has("days") or (said.has("versus", "compare", "change", "relative") and turn.period):
        _other_days(said, turn)
    elif not _has_days(said):
        return
    else:
        kept = {"period": turn.period, "compare": before.compare, "compare_to": before.compare_to}
        said.fields |= kept | {"all_days": before.all_days or said.has("ever")}
        if said.has("ever"):
            said.fields |= {"period": None, "compare": "", "compare_to": None}
        if (day := _then(turn) if said.has("then") else _day_told(turn)) and not said.has("or"):
            said.fields |= {"period": day, "all_days": False}
        said.fields["trend"] = before.trend and bool(set(said.dimensions) & shape.TIMES)
    if said.fields.get("why"):
        _like_days(said)


def _like_days(said: Said) -> None:
    """Why a figure is as it is, is told against like days before, where no others were spoken of."""
    period = said.fields.get("period")
    if period and not said.fields.get("compare_to"):
        said.fields |= {"compare": "previous", "compare_to": when.before(period, said)}


def _has_days(said: Said) -> bool:
    """Whether days spoken of before matter to the figure: not to what is so today, nor to when it was last."""
    if when.as_of_now(said.metrics[0]):
        return any(SEGMENTS[each.row].uses_period for each in said.fields["segments"])
    return METRICS[said.metrics[0]].unit is not Unit.DATE


def _day_told(turn: Turn) -> object:
    """The day that was the answer before: "when did they last come", "what did they bring"."""
    told = next((ids for dimension, ids in turn.shown if dimension == "day"), ())
    if METRICS[turn.plan.metric].unit is not Unit.DATE or len(told) != 1:
        return None
    day = dt.date.fromisoformat(told[0])
    return when.days(Period.of(day, day + dt.timedelta(days=1)))


def _then(turn: Turn) -> object:
    """ "The sales of that month", after the best of several; else the day that was the answer."""
    unit = turn.plan.dimensions[0] if len(turn.plan.dimensions) == 1 else ""
    if unit not in TIME_DIMENSIONS or not (turn.plan.limit or turn.plan.rank) or not turn.shown:
        return _day_told(turn)
    return when.days(Period.of(*unit_span(unit, dt.date.fromisoformat(turn.shown[0][1][0]))))


def _other_days(said: Said, turn: Turn) -> None:
    before, known = turn.plan, turn.period
    if known and len(said["days"]) == 1 and said["days"][0].told and not said.has("versus", "compare", "change"):
        said.parts |= {"relative": [said["days"][0].told], "days": []}
    if not said.has("days") and known:
        period = Period.of(known.start, known.end)
        relative = said.first("relative")
        if isinstance(relative, Relative) and not said.has("versus", "compare", "change"):
            said.fields["period"] = when.told(relative, period, said)
            said.parts["relative"] = []
            return
        said.parts["days"] = [period]
    elif said["versus"] and len(said["days"]) == 1 and known:
        then = said["days"][0]
        said.fields |= {"period": known, "compare": "period", "compare_to": when.days(then)}
        return
    when.settle_days(said)
    if before.compare == "previous" and not said.fields.get("compare") and said.has("days"):
        said.fields |= {"compare": "previous", "compare_to": when.before(said["days"][0], said)}


def keep_rank(said: Said, before: Plan) -> None:
    """A new rank or limit; else the old one, while the answer is cut as before."""
    same = tuple(said.dimensions) == before.dimensions
    if said.has("rank", "limit", "nth", "ends") and said.dimensions and not said["told_apart"]:
        shape.settle_rank(said)
        if before.limit and not said.has("limit", "nth"):
            said.fields["limit"] = before.limit
        if same and not said.has("rank", "ends", "nth"):
            said.fields["order"] = before.order
    elif before.why and said.dimensions and not set(said.dimensions) & shape.TIMES and said.fields.get("compare_to"):
        said.fields["by_change"] = before.by_change or "change"
    elif same and not said.has("total", "shown"):
        said.fields |= {"order": before.order, "limit": before.limit, "rank": before.rank, "ends": before.ends}
        said.fields |= {"top_each": before.top_each, "share": before.share}
    elif said.has("rank") and not said["told_apart"]:
        raise Stop(Unsure((), refused("pointer")))
