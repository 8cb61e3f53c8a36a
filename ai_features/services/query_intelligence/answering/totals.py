"""One figure told: alone, as yes or no, against other days, on average."""

from collections.abc import Mapping
from decimal import Decimal

from ai_features.services.query_intelligence.answering.arranging import passes, telling_change
from ai_features.services.query_intelligence.answering.figures import figure, when
from ai_features.services.query_intelligence.answering.plans import (
    TO_ONE,
    filters_in_words,
    noun,
    purchases_in_words,
    segment_in_words,
    thresholds_in_words,
    title,
)
from ai_features.services.query_intelligence.answering.result import Result, Row, joint
from ai_features.services.query_intelligence.plan import Days, Plan
from ai_features.services.slots import Slots
from reports.dimensions import DIMENSIONS
from reports.metrics import METRICS

_SENTENCES: Mapping[str, str] = {
    "revenue": "Your sales{of}{when} came to {value}",
    "units": "You sold {value}{of}{when}",
    "sales_count": "You made {value}{of}{when}",
    "profit": "Your gross profit{of}{when} was {value}",
    "margin": "Your profit margin{of}{when} was {value}",
    "received": "You received {value}{of}{when}",
    "debt_collected": "You collected {value}{of} from debtors{when}",
    "credit_given": "You sold {value} on credit{of}{when}",
    "outstanding": "You are owed {value}{of} today",
    "overdue": "{value} is overdue{of} today",
    "due": "{value}{of} falls due{when}",
    "owed_to_suppliers": "You owe {value} to suppliers{of} today",
    "overdue_to_suppliers": "{value} to suppliers{of} is overdue today",
    "due_to_suppliers": "{value} to suppliers{of} falls due{when}",
    "billed_by_suppliers": "Suppliers' invoices{of}{when} came to {value}",
    "paid_to_suppliers": "You paid {value} to suppliers{of}{when}",
    "due_invoices": "{value}{of} falling due{when}",
    "debtors": "{value} owe you money today",
    "stock": "You have {value}{of} in stock now",
    "stock_value": "Your stock{of} is worth {value} at cost now",
    "stock_retail_value": "Your stock{of} is worth {value} at selling prices now",
    "buyers": "{value} bought from you{of}{when}",
    "returns": "Goods worth {value} were brought back{of}{when}",
    "discount": "You gave {value} in discounts{of}{when}",
    "tax": "You collected {value} in tax{of}{when}",
    "days_without_sales": "There was no sale{of} on {value}{when}",
    "trading_days": "There were sales{of} on {value}{when}",
}


def total(result: Result, slots: Slots) -> tuple[str, str]:
    """One figure, with yes or no where that was asked, and its change against other days."""
    plan = result.plan
    more = "".join(f" {title(key)}: {figure(slots, key, result.total[key], key)}." for key in plan.metrics[1:])
    if result.share is not None:
        return f"{_yes_or_no(result)}{_share(result, slots)}", more + changed(result, slots)
    if result.before and plan.compare_to:
        return f"{_yes_or_no(result)}{_compared(result, slots)}", more
    return f"{_yes_or_no(result)}{_alone(result, slots)}", more


def _share(result: Result, slots: Slots) -> str:
    """ "12% of sales at Osu in October: GHS 1,120.00 of rice."."""
    plan, key = result.plan, result.plan.metric
    whole = plan.model_copy(update={"filters": plan.whole(), "segments": (), "bought": ()})
    part = plan.model_copy(update={"filters": tuple(each for each in plan.filters if each not in whole.filters)})
    percent = slots.percent("share", result.share or Decimal(0))
    value = figure(slots, "total", result.total[key], key)
    return f"{percent} of {noun(key)}{_what(whole, slots)}{when(result)}: {value}{_what(part, slots)}."


def _yes_or_no(result: Result) -> str:
    plan, value = result.plan, result.total[result.plan.metric] or Decimal(0)
    if plan.ask != "whether":
        return ""
    if plan.metric == "cash_difference" and not plan.thresholds:
        return "No. " if value else "Yes. "
    if plan.thresholds:
        all_of = Row((), (), result.total, result.before)
        holds = all(passes(all_of, each) for each in plan.thresholds)
    elif result.before:
        before = result.before[plan.metric] or Decimal(0)
        holds = value < before if plan.by_change == "fall" else value > before
    else:
        holds = value > 0
    return "Yes. " if holds else "No. "


def _what(plan: Plan, slots: Slots) -> str:
    held = [f" ({segment_in_words(each, slots)})" for each in plan.segments]
    with_them = "" if plan.of_bought == "sale" else "who "
    held += [f" {with_them}{each}" for each in purchases_in_words(plan, slots)]
    return "".join([filters_in_words(plan, slots), *held])


def _alone(result: Result, slots: Slots) -> str:
    key = result.plan.metric
    value = figure(slots, "total", result.total[key], key)
    why = METRICS[key].definition.partition("; none where ")[2]
    if result.total[key] is None and why:
        narrowed = (result.plan.filters or result.plan.period) and not METRICS[key].as_of_now
        none = "none is recorded" if narrowed else f"none, as {why}"
        return f"{title(key)}{_what(result.plan, slots)}{when(result)}: {none}."
    template = _SENTENCES.get(key, f"{title(key)}{{of}}{{when}}: {{value}}")
    text = template.format(of=_what(result.plan, slots), when=when(result), value=value)
    limits = f" (asked: {' and '.join(said)})" if (said := thresholds_in_words(result.plan)) else ""
    text = text.replace(TO_ONE, " to ")
    return f"{text if text.startswith('{') else text[:1].upper() + text[1:]}{limits}."


def _compared(result: Result, slots: Slots) -> str:
    """ "Sales in October: up 12%, GHS 1,120.00 against GHS 1,000.00 in September."."""
    plan, key = result.plan, result.plan.metric
    assert plan.compare_to
    value = figure(slots, "total", result.total[key], key)
    before = figure(slots, "before", result.before[key], key, of="period_before")
    head = f"{title(key)}{_what(plan, slots)}{when(result)}"
    then = f"{before} {joint(plan.compare_to)}{{period_before}}"
    change = telling_change(key, result.total[key], result.before.get(key))
    if change is None:
        return f"{head}: {value}, against {then}."
    return f"{head}: {slots.change('change', change)}, {value} against {then}."


def changed(result: Result, slots: Slots, *, whole: bool = False) -> str:
    """The change of all together, after rows."""
    plan, key = result.plan, result.plan.metric
    if not plan.compare_to or not result.before:
        return ""
    before = figure(slots, "before", result.before[key], key, of="period_before")
    then = f"{before} {joint(plan.compare_to)}{{period_before}}"
    change = telling_change(key, result.total[key], result.before.get(key))
    total = f" {figure(slots, 'total', result.total[key], key)}," if whole else ""
    if change is None:
        return f" In all:{total} against {then}." if whole else f" It was {then}."
    moved = f"{slots.change('change', change)} on {then}."
    return f" In all:{total} {moved}" if whole else f" That is {moved}"


def average(result: Result, slots: Slots) -> tuple[str, str]:
    """The figure for each day, month or customer."""
    plan, key = result.plan, result.plan.metric
    mean = figure(slots, "average", result.average, key)
    whole = figure(slots, "total", result.total[key], key)
    per = DIMENSIONS[plan.per].title
    count = slots.count("units", result.units, per)
    return f"{title(key)}{_what(plan, slots)}{when(result)} averaged {mean} per {per}: {whole} over {count}.", ""


def joined(days: Days) -> str:
    """The days with what stands before them: "in {period}"."""
    return f"{joint(days)}{{period}}"
