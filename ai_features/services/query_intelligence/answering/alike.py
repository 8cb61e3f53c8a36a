"""Days that are not over are set against as many of the others, never against all of them."""

import datetime as dt

from ai_features.services.query_intelligence.days.almanac import written
from ai_features.services.query_intelligence.plan import Days, Plan
from reports import change


def like_for_like(plan: Plan, today: dt.date) -> tuple[Plan, tuple[str, ...]]:
    """The plan over the days that have begun, against as many of those it is compared with, and a note that says so."""
    if not plan.period or not plan.compare_to:
        return plan, ()
    named = (plan.period.start, plan.period.end), (plan.compare_to.start, plan.compare_to.end)
    now, before = change.clipped(*named, today=today)
    if (now, before) == named:
        return plan, ()
    period, other = (Days(start=start, end=end, label=written(start, end)) for start, end in (now, before))
    note = f"{plan.period.label} is not over: {_days(now)} so far are set against {_days(before)}, {other.label}"
    return plan.model_copy(update={"period": period, "compare_to": other}), (note,)


def _days(span: tuple[dt.date, dt.date]) -> str:
    many = (span[1] - span[0]).days
    return f"{many} days" if many > 1 else "one day"
