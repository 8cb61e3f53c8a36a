"""Groups become rows: narrowed by thresholds, ordered, and cut to those wanted."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence.answering.cuts import SIGNS
from ai_features.services.query_intelligence.answering.result import Row, lists
from ai_features.services.query_intelligence.days.almanac import shift, start_of
from ai_features.services.query_intelligence.plan import MOST_ROWS, Plan, Threshold
from common import money
from reports import metric_queries
from reports.dimensions import TIME_DIMENSIONS
from reports.metrics import METRICS, Unit, parts_of

MOST_FILLED = 400
_NOTHING = Decimal(0)


def united(
    groups: Sequence[metric_queries.Row], before: Sequence[metric_queries.Row], metrics: Sequence[str], *, gone: bool
) -> list[Row]:
    """Each group with the same before; with `gone`, those that were there before alone too, as nothing now."""
    then = {row.key: row for row in before}
    rows = [Row(row.key, (), _figures(row, metrics), _before(then, row.key, metrics), at=row.at) for row in groups]
    if gone:
        known = {row.key for row in groups}
        zero = metric_queries.Row((), dict.fromkeys([*parts_of(*metrics), "days"], _NOTHING))
        rows += [
            Row(row.key, (), _figures(zero, metrics), _figures(row, metrics)) for row in before if row.key not in known
        ]
    return rows


def _figures(row: metric_queries.Row, metrics: Sequence[str]) -> dict[str, Decimal | None]:
    return {key: row[key] for key in metrics}


def _before(then: Mapping[Any, metric_queries.Row], key: Any, metrics: Sequence[str]) -> dict[str, Decimal | None]:
    if not then:
        return {}
    return _figures(then[key], metrics) if key in then else dict.fromkeys(metrics, _NOTHING)


def named_only(plan: Plan, rows: list[Row]) -> tuple[list[Row], Row | None]:
    """In a ranking, and in any list of people, what bears no name is told apart."""
    ranked = plan.limit or plan.thresholds or plan.rank or plan.ends or plan.by_change or plan.ask in ("which", "who")
    if len(plan.dimensions) != 1 or not (
        ranked or {"customer", "staff", "storefront"} & set(plan.dimensions) or lists(plan)
    ):
        return rows, None
    nameless = next((row for row in rows if row.key[0] in (None, "")), None)
    return [row for row in rows if row is not nameless], nameless


def filled_in(plan: Plan, rows: list[Row], today: dt.date) -> list[Row]:
    """Days, weeks or months without any trade are shown as zero, up to today."""
    if plan.order != "time" or len(plan.dimensions) != 1 or not plan.period:
        return rows
    unit = plan.dimensions[0]
    if unit not in TIME_DIMENSIONS:
        return rows
    known = {row.key[0]: row for row in rows}
    metrics = list(rows[0].values) if rows else plan.metrics
    zero = _figures(metric_queries.Row((), dict.fromkeys([*parts_of(*metrics), "days"], _NOTHING)), metrics)
    day, filled = start_of(unit, plan.period.start), list[Row]()
    over = start_of(unit, today) if _falls_short(plan) else today + dt.timedelta(days=1)
    while day < min(plan.period.end, over) and len(filled) < MOST_FILLED:
        filled.append(known.get(day) or Row((day,), (), zero))
        day = shift(unit, day, 1)
    return filled if len(filled) >= len(rows) else rows


def _falls_short(plan: Plan) -> bool:
    """Whether days with too little, or nothing, are asked for: today is not over yet."""
    return any(each.sign.startswith("<") or each.sign == "=" for each in plan.thresholds)


def passing(plan: Plan, rows: list[Row]) -> list[Row]:
    """Those within every threshold; of groups by change, those that rose or fell."""
    kept = [row for row in rows if all(passes(row, each) for each in plan.thresholds)]
    if METRICS[plan.metric].of and len(rows) > 1:
        kept = [row for row in kept if row.values[plan.metric] is not None]
    latest = plan.order == "time" and plan.limit
    if METRICS[plan.metric].skips_zero and len(rows) > 1 and not (plan.thresholds or plan.by_change or latest):
        kept = [row for row in kept if row.values[plan.metric]]
    if plan.by_change not in ("rise", "fall"):
        return kept
    sign = ">" if plan.by_change == "rise" else "<"
    return [row for row in kept if SIGNS[sign](row.change(plan.metric) or _NOTHING, 0)]


def passes(row: Row, limit: Threshold) -> bool:
    """Whether the figure of a row, or its change, is within a limit; what is not known is not."""
    value = row.values[limit.metric]
    if limit.of == "change":
        value = row.change(limit.metric)
    elif limit.of == "change_percent":
        value = change_percent(row, limit.metric)
    return value is not None and bool(SIGNS[limit.sign](value, limit.value))


def change_percent(row: Row, metric: str) -> Decimal | None:
    """The change as a share of what was before; None where there was nothing."""
    change, before = row.change(metric), row.before.get(metric)
    return money.share(change, abs(before)) if change is not None and before else None


def telling_change(metric: str, now: Decimal | None, before: Decimal | None) -> Decimal | None:
    """The change in percent; None where a percentage of it would say nothing, as of a percentage or a date."""
    if now is None or not before or METRICS[metric].unit in (Unit.PERCENT, Unit.DATE):
        return None
    return money.share(now - before, abs(before))


def ordered(plan: Plan, rows: list[Row], metrics: Sequence[str], *, low: bool) -> list[Row]:
    """By time, by change or by the first of the metrics; what has no figure comes last. Without any by name.

    Of single sales or payments the latest come first where so many are asked for.
    """
    if not metrics:
        return sorted(rows, key=lambda row: (row.labels, str(row.key)))
    if plan.order == "time" and rows and rows[0].at:
        return sorted(rows, key=lambda row: (str(row.at), str(row.key)), reverse=bool(plan.limit))
    if plan.order == "time":
        in_turn = sorted(rows, key=lambda row: tuple((value is None, str(value).zfill(3)) for value in row.key))
        return in_turn[::-1] if plan.limit else in_turn
    falling = plan.by_change == "fall" or (not plan.by_change and low)

    def place(row: Row) -> tuple[Any, ...]:
        value = row.change(metrics[0]) if plan.by_change else row.values[metrics[0]]
        size = abs(value or _NOTHING) if plan.by_change == "change" else value or _NOTHING
        return value is None, size if falling else -size, tuple(str(each) for each in row.key)

    return sorted(rows, key=place)


def wanted(plan: Plan, rows: list[Row]) -> list[Row]:
    """The rows to show of all in order: the first ones, the Nth, both ends, or the first of each group."""
    if plan.top_each:
        seen: dict[Any, int] = {}
        kept = []
        for row in rows:
            seen[row.key[0]] = seen.get(row.key[0], 0) + 1
            if seen[row.key[0]] <= plan.top_each:
                kept.append(row)
        groups = list(seen)
        return sorted(kept, key=lambda row: groups.index(row.key[0]))[:MOST_ROWS]
    if plan.rank:
        return rows[plan.rank - 1 : plan.rank]
    if plan.ends:
        each = min(plan.limit or 1, (len(rows) + 1) // 2)
        return [*rows[:each], *rows[max(each, len(rows) - each) :]]
    return rows[: plan.limit or MOST_ROWS]
