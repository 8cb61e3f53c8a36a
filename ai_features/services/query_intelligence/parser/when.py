"""When a plan looks: the days named, those meant where none are, and those it is compared with."""

import datetime as dt
import re
from typing import Any

from ai_features.services.query_intelligence.days.almanac import shift, start_of, unit_span
from ai_features.services.query_intelligence.parser.draft import Draft
from ai_features.services.query_intelligence.parser.outcome import Reading, Unsure
from ai_features.services.query_intelligence.parser.refusals import refused
from ai_features.services.query_intelligence.periods import Period
from ai_features.services.query_intelligence.plan import Days
from ai_features.services.query_intelligence.vocabulary import LISTS, TIME_DIMENSIONS, title
from reports.metrics import AS_OF_NOW, METRICS, PARTS

_AGAINST = re.compile(r"(?:versus|than|against|compared? to|with|over) (?:in )?@")
_AHEAD = frozenset({"due", "due_invoices"})
"""Figures that are known of days to come."""
LAPSE_DAYS = 90
DUE_SOON_DAYS = 7


def settle_days(draft: Draft, original: str, fields: dict[str, Any], today: dt.date) -> Reading | None:
    """Put the period, and what it is compared with, into `fields`; or say why there is none."""
    metric = draft.metrics[0]
    if metric in LISTS:
        return _days_of_list(draft, original, fields, today)
    if _as_of_now(metric):
        return _days_of_now(draft, original, fields, today)
    return _days_named(draft, original, fields, today)


def _days_named(draft: Draft, original: str, fields: dict[str, Any], today: dt.date) -> Reading | None:
    if draft.overdue_days is not None or len(draft.periods) > 1 + (draft.compare == "period"):
        return Unsure((), refused("I can answer for one stretch of days, or compare two.", "unsure_days"))
    if not draft.periods and draft.metrics[0] in _AHEAD:
        soon = Period.of(today, today + dt.timedelta(days=DUE_SOON_DAYS))
        fields["period"] = days(soon)
        draft.assume(f"no dates were named: taken as the next {DUE_SOON_DAYS} days, {soon.label}", 0.05)
        return None
    if not draft.periods:
        _default_days(draft, fields, today)
        return None
    first = draft.periods[0]
    fields["period"] = days(first)
    if draft.compare == "period":
        fields |= {"compare": "period", "compare_to": days(draft.periods[1])}
    elif draft.compare in ("previous", "trend") and _AGAINST.search(original):
        return _since_then(draft, fields, first, today)
    elif first.start > today and draft.metrics[0] not in _AHEAD:
        return refused(f"{first.label} is still to come; I answer from what has happened.", "prediction")
    elif draft.compare in ("previous", "last_year"):
        fields |= {"compare": draft.compare, "compare_to": other_days(first, draft.compare)}
    return None


def _default_days(draft: Draft, fields: dict[str, Any], today: dt.date) -> None:
    """A comparison without days is of this month; anything else is of all days on record."""
    if draft.compare == "trend" and set(draft.dimensions) - TIME_DIMENSIONS:
        draft.compare = "previous"
    if draft.compare in ("previous", "last_year"):
        this_month = Period.of(*unit_span("month", today))
        compare_to = other_days(this_month, draft.compare)
        fields |= {"period": days(this_month), "compare": draft.compare, "compare_to": compare_to}
        draft.assume(f"no dates were named: taken as this month, {this_month.label}", 0.1)


def _since_then(draft: Draft, fields: dict[str, Any], then: Period, today: dt.date) -> Reading | None:
    """ "Compare sales with last month": the unit after the one named is the one asked about."""
    for unit in ("day", "week", "month", "quarter", "year"):
        if (then.start, then.end) == unit_span(unit, then.start) and then.end <= today < shift(unit, then.end, 1):
            now = Period.of(then.end, shift(unit, then.end, 1))
            fields |= {"period": days(now), "compare": "period", "compare_to": days(then)}
            draft.assume(f"taken as {now.label}, the {unit} we are in, against {then.label}", 0.05)
            return None
    return Unsure((), refused("I am not sure which two stretches of days to compare.", "unsure_days"))


def days(period: Period) -> Days:
    return Days(start=period.start, end=period.end, label=period.label)


def other_days(period: Period, compare: str) -> Days:
    """The same days a year earlier, or the calendar unit, or as many days, before."""
    if compare == "last_year":
        return days(Period.of(shift("year", period.start, -1), shift("year", period.end, -1)))
    for unit in ("day", "week", "month", "quarter", "half", "year"):
        if (period.start, period.end) == (start_of(unit, period.start), shift(unit, start_of(unit, period.start), 1)):
            return days(Period.of(shift(unit, period.start, -1), period.start))
    return days(Period.of(period.start - (period.end - period.start), period.start))


def _as_of_now(metric: str) -> bool:
    return all(set(PARTS[part].by_source) <= AS_OF_NOW for part in METRICS[metric].parts)


def _days_of_now(draft: Draft, original: str, fields: dict[str, Any], today: dt.date) -> Reading | None:
    """What is owed and what is in stock is known as of today only."""
    if draft.compare or draft.trend or draft.per or set(draft.dimensions) & TIME_DIMENSIONS:
        return refused(f"{title(draft.metrics[0])} is known as it stands today, not over time.", "cannot_measure")
    if draft.periods and not any(each.start <= today < each.end for each in draft.periods):
        return refused(
            f"{title(draft.metrics[0])} is known as it stands today, not for {draft.periods[0].label}.",
            "cannot_measure",
        )
    if draft.periods:
        draft.assume("as it stands today, whenever it was sold", 0.05)
    people = re.search(r"\b(?:debtors?|customers?|clients?|people|who)\b", original)
    sums = re.match(r"(?:how (?:much|many)|(?:what is |what are )?(?:my |our |the )*total)", original)
    debts = {"outstanding", "overdue"} & set(draft.metrics)
    if debts and people and not sums and not draft.filters and not draft.dimensions:
        draft.dimensions.append("customer")
    if draft.overdue_days is not None:
        if not {"overdue", "outstanding", "overdue_invoices"} & set(draft.metrics):
            return Unsure((), refused("I am not sure which days you mean.", "unsure_days"))
        if draft.metrics[0] == "outstanding":
            draft.metrics[0] = "overdue"
        fields["overdue_days"] = draft.overdue_days
        if not re.match(r"how (?:much|many)", original) and not draft.dimensions:
            draft.dimensions.append("customer")
    return None


def _days_of_list(draft: Draft, original: str, fields: dict[str, Any], today: dt.date) -> Reading | None:
    key = draft.metrics[0]
    if not LISTS[key].uses_period:
        return _days_of_now_list(draft, today)
    if draft.compare in ("previous", "last_year", "period"):
        return _days_named(draft, original, fields, today)
    if len(draft.periods) > 1:
        return Unsure((), refused("I can answer for one stretch of days, or compare two.", "unsure_days"))
    if draft.overdue_days:
        fields["period"] = days(Period.of(today - dt.timedelta(days=draft.overdue_days), today + dt.timedelta(days=1)))
    elif draft.periods:
        fields["period"] = days(draft.periods[0])
    elif key in ("lapsed_customers", "unsold"):
        fields["period"] = days(Period.of(today - dt.timedelta(days=LAPSE_DAYS), today + dt.timedelta(days=1)))
        draft.assume(f"no dates were named: taken as the last {LAPSE_DAYS} days", 0.05)
    else:
        fields["period"] = days(Period.of(*unit_span("month", today)))
        draft.assume(f"no dates were named: taken as this month, {fields['period'].label}", 0.05)
    return None


def _days_of_now_list(draft: Draft, today: dt.date) -> Reading | None:
    now = all(each.start <= today < each.end for each in draft.periods)
    if not now or draft.compare in ("previous", "last_year", "period"):
        return refused(
            f"{title(draft.metrics[0])}: I know how things stand today, not for other days.",
            "cannot_measure",
        )
    return None
