"""A question that leans on the one before: "and last month?", "only Tema", "by category", "and the profit?"."""

import datetime as dt
import re
from typing import Any

from ai_features.services.query_intelligence.parser.draft import Draft
from ai_features.services.query_intelligence.parser.finish import made
from ai_features.services.query_intelligence.parser.outcome import Reading
from ai_features.services.query_intelligence.parser.when import days, other_days
from ai_features.services.query_intelligence.parser.words import granularity
from ai_features.services.query_intelligence.periods import Period
from ai_features.services.query_intelligence.plan import Filter, Plan
from ai_features.services.query_intelligence.vocabulary import LISTS, TIME_DIMENSIONS

_LEANS = re.compile(
    r"(?:and|also|then|but|or|what about|how about|what of|only|just|same|the same|now|instead|"
    r"for|by|in|at|on|per|without"
    r"|excluding|except|compared?|versus|break|with|to|from)\b"
)
_LEANS_WITH_FIGURES = re.compile(
    r"(?:and|also|then|what about|how about|what of|only|just|same|the same|now|instead)\b"
)


def followed(draft: Draft, previous: Plan, original: str, today: dt.date) -> Reading | None:
    """The previous plan with what is new put in its place; None when the question stands on its own."""
    leans = bool(_LEANS.match(original))
    if draft.metrics and not _LEANS_WITH_FIGURES.match(original):
        return None
    if not leans and (draft.compare == "period" or (draft.order and (draft.dimensions or draft.mentioned))):
        return None
    new = (
        draft.periods or draft.filters or draft.dimensions or draft.metrics or draft.limit or draft.order or draft.trend
    )
    if not (new or draft.mentioned or draft.compare):
        return None
    instead = [] if draft.metrics else draft.mentioned[:1]
    draft.dimensions = draft.dimensions or instead
    draft.metrics = _figures(draft, previous)
    draft.filters = _filters(draft.filters, previous.filters)
    return made(draft, _fields(draft, previous))


def _figures(draft: Draft, previous: Plan) -> list[str]:
    if not draft.metrics:
        return list(previous.metrics)
    return draft.metrics


def _filters(new: list[Filter], old: tuple[Filter, ...]) -> list[Filter]:
    replaced = {each.dimension for each in new}
    if replaced & {"product", "brand", "category"}:
        replaced |= {"product", "brand", "category"}
    return [*(each for each in old if each.dimension not in replaced), *new]


def _fields(draft: Draft, previous: Plan) -> dict[str, Any]:
    period = days(draft.periods[0]) if draft.periods else previous.period
    cut = list(draft.dimensions or previous.dimensions)
    single = {each.dimension for each in draft.filters if len(each.values) == 1 and not each.exclude}
    if draft.trend and not set(cut) & TIME_DIMENSIONS:
        cut.append(granularity((period.end - period.start).days) if period else "month")
    cut = [each for each in cut if each not in single]
    if draft.metrics[0] in LISTS:
        cut = [LISTS[draft.metrics[0]].of]
    fields: dict[str, Any] = {
        "dimensions": tuple(cut[:2]),
        "period": period,
        "order": draft.order
        or ("time" if set(cut) & TIME_DIMENSIONS else previous.order if cut == list(previous.dimensions) else "high"),
        "limit": draft.limit or (previous.limit if cut and cut == list(previous.dimensions) else None),
        "share": draft.share or previous.share,
        "overdue_days": previous.overdue_days,
    }
    if draft.compare in ("previous", "last_year", "period") and period:
        fields |= _compared(draft, previous, period)
    return fields


def _compared(draft: Draft, previous: Plan, period: Any) -> dict[str, Any]:
    if draft.periods and previous.period:
        return {"period": previous.period, "compare": "period", "compare_to": days(draft.periods[0])}
    return {"compare": draft.compare, "compare_to": other_days(Period.of(period.start, period.end), draft.compare)}
