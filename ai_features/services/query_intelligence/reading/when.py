"""When a plan looks: the days named, those meant where none are, and those it is compared with."""

import datetime as dt
from typing import Any

from ai_features.services.query_intelligence.days import Period, Relative
from ai_features.services.query_intelligence.days.almanac import shift, unit_span
from ai_features.services.query_intelligence.plan import Days
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from reports.change import like_days
from reports.dimensions import TIME_DIMENSIONS
from reports.metrics import AS_OF_NOW, METRICS, PARTS, Source
from reports.segments import SEGMENTS

_DATED_AHEAD = frozenset({Source.DUE, Source.BILLS_DUE, Source.BATCHES, Source.EXPECTED, Source.PROMISES})
_AHEAD = frozenset(
    key
    for key, metric in METRICS.items()
    if any(_DATED_AHEAD & set(PARTS[part].by_source) for part in metric.parts if part in PARTS)
)
"""Figures of days that may be to come."""
_SOON = {"due": 7, "due_invoices": 7, "due_to_suppliers": 7, "expiring_units": 30, "expiring_value": 30}
"""Of how many days from today they are where none are named; all others of any day."""
_TO_EXPIRE = {"expired": "expiring_units", "expired_value": "expiring_value"}
"""What was written off as expired, asked of days to come."""
_SETTINGS = frozenset({"credit_limit", "credit_room", "cost_price", "retail_price", "wholesale_price", "reorder_level"})
"""What is set, and not what happens: "credit given this month" is no limit."""
A_QUARTER = 92
_STEPS = ((31, "day"), (120, "week"), (1100, "month"))


def settle_days(said: Said) -> None:
    """Put the period, and what it is compared with, into `fields`; or stop and say why there is none."""
    comparing = (
        "days" in said["versus"] or said.has("compare", "relative") or "change" in said["change"] or _moved(said)
    )
    _segment_number(said)
    if as_of_now(said.metrics[0]) and not (_segment_of_days(said) or said.fields.get("bought")):
        return _now(said, comparing)
    if len(said["days"]) > 1:
        _two(said)
    elif said.has("days"):
        _one(said, comparing)
    else:
        _none(said, comparing)
    _trend(said)
    return None


def _segment_number(said: Said) -> None:
    """ "Not bought in 60 days": of a segment that takes days up to today, or a number of them."""
    if not said.has("segment_days"):
        return _within(said)
    units, unit = said.first("segment_days")
    number = (said.today - shift(unit, said.today, -units)).days
    key = said.first("segment")
    if SEGMENTS[key].number == "days":
        _number(said, key, number)
    elif SEGMENTS[key].uses_period:
        said.parts["days"].append(Period.of(said.today - dt.timedelta(days=number), said.today + dt.timedelta(days=1)))
    else:
        raise Stop(Unsure((), refused("unsure_days")))


def _within(said: Said) -> None:
    """ "Will finish within the next 7 days": days from now on are a number of them, where a segment takes one."""
    keys = [key for key in said["segment"] if SEGMENTS[key].number == "days" and not SEGMENTS[key].uses_period]
    ahead = said.first("days")
    if len(keys) != 1 or len(said["days"]) != 1 or ahead.start > said.today + dt.timedelta(days=1):
        return
    if (number := (ahead.end - said.today).days - (ahead.start > said.today)) > 0:
        _number(said, keys[0], number)
        said.parts["days"] = []


def _number(said: Said, row: str, number: int) -> None:
    said.fields["segments"] = [
        each.model_copy(update={"number": number}) if each.row == row else each for each in said.fields["segments"]
    ]


def _segment_of_days(said: Said) -> bool:
    """Whether a segment depends on days, as new customers do."""
    of_sides = [each.row for side in said.fields.get("sides", ()) for each in side.segments]
    kept = [each.row for each in said.fields.get("segments", ())]
    return any(SEGMENTS[key].uses_period for key in (*said["segment"], *kept, *of_sides))


def _moved(said: Said) -> bool:
    return bool({"rise", "fall", "change"} & set(said["change"])) and not said.has("break")


def as_of_now(metric: str) -> bool:
    return all(set(PARTS[part].by_source) <= AS_OF_NOW for part in METRICS[metric].parts)


def days(period: Any) -> Days:
    return Days(start=period.start, end=period.end, label=period.label)


def _two(said: Said) -> None:
    first, second, *more = said["days"]
    together = said.has("versus", "compare", "change", "or", "rank") or "told_days" in said.parts
    either = said.has("either_days") and said.has("threshold")
    if more or not together or either or said.has("relative"):
        raise Stop(Unsure((), refused("unsure_days")))
    if said.has("change") and first.start < second.start:
        first, second = second, first
    said.fields |= {"period": days(first), "compare": "period", "compare_to": days(second)}


def _one(said: Said, comparing: bool) -> None:
    first = _coming(said["days"][0], said)
    said.fields["period"] = days(first)
    if said.has("relative"):
        _relative(said, first)
    elif comparing and said["versus"] == ["days"]:
        _since_then(said, first)
    elif first.start > said.today and said.metrics[0] not in _AHEAD:
        raise Stop(refused("forecast"))
    elif comparing and not said.has("told_apart") and not set(said.dimensions) & TIME_DIMENSIONS:
        said.fields |= {"compare": "previous", "compare_to": before(first, said)}
        if _whether(said):
            _rises(said)


def _coming(named: Any, said: Said) -> Any:
    """ "Expected on Monday" is the Monday to come; what expires in days to come is not written off yet."""
    if said.metrics[0].startswith("expir"):
        named = _to_expire(named, said)
    ago = (said.today - named.start).days
    one_of_last_week = (named.end - named.start).days == 1 and 1 < ago <= 7
    if not one_of_last_week or said.metrics[0] not in _AHEAD or said.metrics[0].startswith("promise"):
        return named
    week = dt.timedelta(days=7)
    return Period.of(named.start + week, named.end + week)


def _to_expire(named: Any, said: Said) -> Any:
    """ "Expires in December" is the one to come, and nothing of that is written off yet."""
    if named.end <= said.today <= named.start + dt.timedelta(days=365):
        nearer = said.today - named.start > dt.timedelta(days=A_QUARTER * 3)
        named = Period.of(shift("year", named.start, 1), shift("year", named.end, 1)) if nearer else named
    ahead = named.start >= said.today and named.end > said.today + dt.timedelta(days=1)
    if ahead and said.metrics[0] in _TO_EXPIRE and not (said.dimensions or said.has("amount", "count", "total")):
        said.dimensions.append("product")
    said.metrics[:] = [_TO_EXPIRE.get(key, key) if ahead else key for key in said.metrics]
    return named


def _relative(said: Said, first: Any) -> None:
    relative = said.first("relative")
    if isinstance(relative, str):
        other = Relative("same", "year") if relative == "last_year" else Relative("before")
        said.fields |= {"compare": relative, "compare_to": told(other, first, said)}
    else:
        said.fields |= {"compare": "period", "compare_to": told(relative, first, said)}


def before(period: Any, said: Said) -> Days:
    """The same part of the calendar unit before, or as many days just before."""
    ahead = period.start > said.today
    if ahead:
        return told(Relative("before"), period, said)
    return days(Period.of(*like_days((period.start, period.end), today=said.today)[1]))


def told(relative: Relative, period: Any, said: Said) -> Days:
    """The days told from others; unsure where no calendar reaches them."""
    try:
        return days(relative.of(period, said.today))
    except (OverflowError, ValueError):
        raise Stop(Unsure((), refused("unsure_days"))) from None


def _none(said: Said, comparing: bool) -> None:
    said.fields |= {"all_days": True} if said.has("ever") else {}
    if many := _SOON.get(said.metrics[0]):
        soon = Period.of(said.today, said.today + dt.timedelta(days=many))
        said.fields["period"] = days(soon)
        said.assume(f"no dates were named: taken as the next {many} days, {soon.label}", 0.05)
    elif comparing and not said.has("told_apart") and (said.has("relative", "compare") or said.has("change")):
        unit = getattr(said.first("relative"), "unit", "") or "month"
        ours = Period.of(*unit_span(unit, said.today))
        said.fields["period"] = days(ours)
        said.assume(f"no dates were named: taken as this {unit}, {ours.label}", 0.1)
        said.fields |= {"compare": "previous", "compare_to": before(ours, said)}
        if said.has("relative"):
            _relative(said, ours)
        elif _whether(said):
            _rises(said)


def _whether(said: Said) -> bool:
    """ "Is my business growing": yes or no, of one figure between two stretches of days."""
    moved = {"rise", "fall"} & set(said["change"])
    return bool(moved) and not said.dimensions and not said.has("ask", "rank", "amount", "threshold", "trend")


def _rises(said: Said) -> None:
    """Whether a figure rises; of more than a quarter that is seen in its months."""
    period = said.fields["period"]
    if (period.end - period.start).days > A_QUARTER:
        said.fields |= {"compare": "", "compare_to": None, "trend": True, "order": "time"}
        said.dimensions.append("month")
        return
    said.fields |= {"ask": "whether", "by_change": "fall" if "fall" in said["change"] else "rise"}


def _since_then(said: Said, then: Any) -> None:
    """ "Compare sales with last month": the unit after the one named is the one asked about."""
    for unit in ("day", "week", "month", "quarter", "year"):
        if (then.start, then.end) == unit_span(unit, then.start) and then.end <= said.today < shift(unit, then.end, 1):
            now = Period.of(then.end, shift(unit, then.end, 1))
            said.fields |= {"period": days(now), "compare": "period", "compare_to": days(then)}
            said.assume(f"taken as {now.label}, the {unit} we are in, against {then.label}", 0.05)
            return
    raise Stop(Unsure((), refused("unsure_days")))


def _now(said: Said, comparing: bool) -> None:
    """What is owed and what is in stock is known as of today only."""
    timed = set(said.dimensions) & (TIME_DIMENSIONS | {"hour", "weekday"}) or said.fields.get("per") in TIME_DIMENSIONS
    begun = said.today + dt.timedelta(days=1)
    elsewhere = [
        each
        for each in said["days"]
        if not each.start <= said.today < each.end or (each.end == begun and each.start < said.today)
    ]
    if (comparing and not said.has("told_apart")) or said.has("change") or timed or elsewhere:
        raise Stop(refused("as_of_now"))
    if said["days"]:
        if any(_long(each) for each in said["days"]) and _has_no_month(said):
            raise Stop(Unsure(("days",), refused("as_of_now")))
        said.assume("as it stands today", 0.05)


def _long(period: Any) -> bool:
    return bool(period.end - period.start > dt.timedelta(days=1))


def _has_no_month(said: Said) -> bool:
    """What is set, and who owes, are of today: "credit given this month" is no limit."""
    owed = "owe" in said["verb"] or bool({"who", "which"} & set(said["ask"]))
    return said.metrics[0] in _SETTINGS or (owed and said.metrics[0] == "outstanding")


def _trend(said: Said) -> None:
    """ "Sales trend": in steps that show it in few enough points."""
    if set(said.dimensions) & TIME_DIMENSIONS:
        said.fields["trend"] = said.has("change")
        return
    if "trend" not in said["change"]:
        return
    said.fields["trend"] = True
    period = said.fields.get("period")
    length = (period.end - period.start).days if period else 365
    said.dimensions.append(next((step for most, step in _STEPS if length <= most), "year"))
    said.fields["order"] = "time"
