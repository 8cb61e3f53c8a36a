"""From a draft to a plan: what was left open is settled by rule and said, what cannot be had is refused."""

import datetime as dt
import re
from typing import Any

from pydantic import ValidationError

from ai_features.services.query_intelligence.parser.draft import Draft
from ai_features.services.query_intelligence.parser.outcome import AskBack, Reading, Refused, Understood, Unsure
from ai_features.services.query_intelligence.parser.refusals import refused
from ai_features.services.query_intelligence.parser.words import granularity
from ai_features.services.query_intelligence.periods import Period
from ai_features.services.query_intelligence.periods.almanac import shift, start_of, unit_span
from ai_features.services.query_intelligence.plan import Days, Plan, Threshold
from ai_features.services.query_intelligence.vocabulary import DIMENSIONS, LISTS, TIME_DIMENSIONS, title
from reports import measures
from reports.metrics import AS_OF_NOW, METRICS, PARTS, Unit

_BARE = {
    "revenue": (
        "What were my total sales this month?",
        "How many sales did I make this month?",
        "Show my daily sales this week",
    ),
    "profit": (
        "What was my profit this month?",
        "Which products made the most profit this month?",
        "What is my profit margin this year?",
    ),
    "stock": ("How much stock do I have?", "Which products need restocking?", "What is my stock worth?"),
    "returns": ("How much was returned this month?", "Which products were returned the most?"),
    "received": ("How much money was received this month?", "Payments received by payment method this month"),
    "units": ("How many units were sold this month?", "What are my best-selling products this month?"),
}
_BARE_NAMES = {
    "customer": ("Who are my top 10 customers?", "How many customers bought this month?", "Who owes me money?"),
    "product": (
        "What are my best-selling products?",
        "Which products need restocking?",
        "How many units were sold this month?",
    ),
    "staff": ("Who sold the most this month?", "Sales by staff this month"),
    "storefront": ("Sales by storefront this month", "Profit by storefront this month"),
    "category": ("Sales by category this month", "Profit by category this month"),
}
_BEST_SELLING = re.compile(
    r"best[ -]?sell|top[ -]sell|worst[ -]sell|poor(?:est)?[ -]?sell|topmost sell|most sold|least "
    r"sold|fast(?:est)?[ -]mov|"
    r"(?:top|best|worst) \w+ (?:best )?selling|hot cake|slow(?:est)?[ -]mov|topmost mov|slow(?:est)?[ -]sell"
)
_AGAINST = re.compile(r"(?:versus|than|against|compared? to|with|over) @")
_HOW_IT_WENT = re.compile(
    r"\b(?:how (?:did|are|is|was|have) (?:we|i|things|it|my (?:shop|store|business))|summary|"
    r"report|overview|performance|performing)\b"
)
_SHARED = frozenset(
    {
        "revenue",
        "units",
        "sales_count",
        "profit",
        "cost",
        "returns",
        "returned_units",
        "received",
        "credit_given",
        "outstanding",
        "overdue",
        "stock",
        "stock_value",
        "discount",
        "tax",
    }
)
DEFAULT_TOP = 10
LAPSE_DAYS = 90


def finished(draft: Draft, original: str, today: dt.date) -> Reading:
    """The plan of a draft, a question back where it can mean several things, or a refusal that says why."""
    if ask := _too_short(draft, original):
        return ask
    if refusal := _settle_metrics(draft, original):
        return refusal
    fields: dict[str, Any] = {}
    settle = _days_of_now if draft.metrics[0] in METRICS and _as_of_now(draft.metrics[0]) else _settle_days
    if reading := settle(draft, original, fields, today):
        return reading
    _settle_dimensions(draft, original, fields)
    return _beyond(draft, fields) or _settle_threshold(draft, fields) or made(draft, fields)


def _beyond(draft: Draft, fields: dict[str, Any]) -> Unsure | None:
    """What the plan has no form for."""
    if draft.share and (draft.metrics[0] not in _SHARED or not (fields["dimensions"] or draft.filters)):
        return Unsure((), refused("I am not sure what it should be a share of.", "not_understood"))
    if draft.per and draft.metrics[0] not in _SHARED:
        return Unsure((), refused("That is not averaged.", "cannot_measure"))
    if {"average_sale", "profit"} <= set(draft.metrics):
        return Unsure((), refused("Profit for each sale is not worked out.", "cannot_measure"))
    return None


def made(draft: Draft, fields: dict[str, Any]) -> Reading:
    """The checked plan, or why it cannot be run."""
    try:
        plan = Plan(
            metrics=tuple(dict.fromkeys(draft.metrics))[:4],
            filters=tuple(draft.filters),
            assumptions=tuple(draft.assumptions),
            **fields,
        )
    except ValidationError:
        return refused(_cannot(draft, fields), "cannot_measure")
    return Understood(plan, confidence=round(max(0.5, 0.98 - draft.doubts), 2))


def _cannot(draft: Draft, fields: dict[str, Any]) -> str:
    cuts = [*fields.get("dimensions", ()), *(each.dimension for each in draft.filters)]
    by = " and ".join(DIMENSIONS[cut].title for cut in dict.fromkeys(cuts) if cut in DIMENSIONS)
    return f"{title(draft.metrics[0])} cannot be given by {by}." if by else "I cannot work that out."


def _too_short(draft: Draft, original: str) -> AskBack | Refused | None:
    """ "Sales" alone, "customers" alone, a name alone: one question back."""
    given = (
        draft.dimensions
        or draft.periods
        or draft.filters
        or draft.order
        or draft.compare
        or draft.trend
        or draft.threshold
    )
    if draft.metrics and not given and not draft.share and len(original.split()) <= 2:
        if draft.metrics[0] in _BARE and not draft.per:
            return AskBack("What would you like to know?", _BARE[draft.metrics[0]])
        return None
    who_is = draft.filters and re.match(r"who (?:is|are) ~|who (?:is|are) \S+(?: \S+)?$", original)
    if draft.metrics or (not who_is and (draft.dimensions or draft.order)):
        return None
    if draft.periods and _HOW_IT_WENT.search(original):
        draft.metrics += ["revenue", "profit", "sales_count"]
        draft.assume("read as sales, profit and number of sales", 0.05)
        return None
    return _which_figure(draft)


def _which_figure(draft: Draft) -> AskBack | Refused | None:
    """A name or days without a figure."""
    if draft.filters:
        name = draft.filters[0].name
        ask: tuple[str, ...] = (
            f"What were the sales of {name} this month?",
            f"How many {name} were sold this month?",
            f"How many {name} are left?",
        )
        if draft.filters[0].dimension in ("customer", "staff", "storefront"):
            ask = (f"Total sales for {name} this month?", f"Sales for {name} by product this month?")
        return None if draft.periods or draft.trend else AskBack(f"What would you like to know about {name}?", ask)
    if draft.mentioned and draft.mentioned[0] in _BARE_NAMES:
        return AskBack("What would you like to know?", _BARE_NAMES[draft.mentioned[0]])
    if draft.periods and draft.compare == "period":
        draft.assume("read as sales", 0.1)
        return None
    if draft.periods:
        label = draft.periods[0].label
        choices = (f"Total sales {label}", f"Profit {label}", f"How many sales {label}?")
        return AskBack(f"What would you like to know about {label}?", choices)
    return refused("I did not understand that.", "not_understood")


def _settle_metrics(draft: Draft, original: str) -> Refused | None:
    """The figure meant when only its dimension was said, and the money received where a method was named."""
    if _BEST_SELLING.search(original) and (not draft.metrics or draft.weak):
        draft.metrics = ["units"]
    if draft.sold_what and draft.order and draft.metrics in ([], ["revenue"]):
        draft.metrics = ["units"]
        draft.assume("ranked by units sold", 0.03)
    if not draft.metrics and {"method", "network"} & {each.dimension for each in draft.filters}:
        draft.metrics.append("received")
    if not draft.metrics:
        draft.metrics.append("revenue")
        if draft.order:
            draft.assume("ranked by sales", 0.03)
    if draft.metrics[0] == "units" and _BEST_SELLING.search(original):
        if "product" not in draft.dimensions and (
            set(draft.dimensions) - TIME_DIMENSIONS
            or set(draft.mentioned) & {"category", "brand", "storefront", "customer", "staff"}
        ):
            draft.metrics[0] = "revenue"
            draft.assume("'best-selling' read as the highest sales in cedis", 0.03)
        else:
            draft.assume("ranked by units sold", 0.03)
            draft.dimensions = draft.dimensions or ["product"]
        draft.order = draft.order or ("low" if re.search(r"worst|poor|slow|least", original) else "high")
    if "buyers" in draft.metrics and {"outstanding", "overdue"} & set(draft.metrics):
        late = "overdue" in draft.metrics
        draft.metrics, draft.dimensions = (["overdue"], ["customer"]) if late else (["debtors"], [])
    if (
        draft.metrics == ["credit_given"]
        and "customer" in draft.mentioned
        and not re.match(r"how much|total", original)
    ):
        draft.dimensions = draft.dimensions or ["customer"]
    return _settle_methods(draft)


def _settle_methods(draft: Draft) -> Refused | None:
    channels = {"method", "network"} & {*draft.dimensions, *(each.dimension for each in draft.filters)}
    if not channels or all(measures.can(key, channels) for key in draft.metrics if key in METRICS):
        return None
    others = [
        each.dimension
        for each in draft.filters
        if each.dimension not in ("method", "network", "customer", "storefront", "staff")
    ]
    swap = {"revenue": "received", "sales_count": "payments"}
    if others or any(key not in swap and key not in ("received", "payments") for key in draft.metrics):
        return refused(
            f"{title(draft.metrics[0])} by payment method is not recorded: a payment settles a whole sale.",
            "cannot_measure",
        )
    draft.metrics = [swap.get(key, key) for key in draft.metrics]
    draft.assume("sales by payment method are the payments received", 0.05)
    return None


def _settle_days(draft: Draft, original: str, fields: dict[str, Any], today: dt.date) -> Reading | None:
    metric = draft.metrics[0]
    if metric in LISTS:
        return _days_of_list(draft, fields, today)
    if draft.overdue_days is not None or len(draft.periods) > 1 + (draft.compare == "period"):
        return Unsure((), refused("I can answer for one stretch of days, or compare two.", "unsure_days"))
    if not draft.periods:
        _default_days(draft, fields, today)
        return None
    first = draft.periods[0]
    fields["period"] = days(first)
    if draft.compare == "period":
        fields |= {"compare": "period", "compare_to": days(draft.periods[1])}
    elif draft.compare in ("previous", "trend") and _AGAINST.search(original):
        return _since_then(draft, fields, first, today)
    elif first.start > today:
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
            draft.assume(f"compared with {now.label}, the {unit} we are in", 0.05)
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


def _days_of_list(draft: Draft, fields: dict[str, Any], today: dt.date) -> Reading | None:
    key = draft.metrics[0]
    if not LISTS[key].uses_period:
        return _days_of_now_list(draft, today)
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
    if draft.periods and not any(each.start <= today < each.end for each in draft.periods):
        return refused(
            f"{title(draft.metrics[0])}: I know how things stand today, not for {draft.periods[0].label}.",
            "cannot_measure",
        )
    return None


def _settle_dimensions(draft: Draft, original: str, fields: dict[str, Any]) -> None:
    metric = draft.metrics[0]
    if metric in LISTS:
        _count_or_list(draft, original, fields)
        return
    wanted = [each for each in draft.dimensions if each != draft.per]
    if draft.order and not wanted and not draft.per:
        fixed = {each.dimension for each in draft.filters if not each.exclude}
        wanted = [each for each in draft.mentioned if each not in fixed][:1]
    if draft.trend or draft.compare == "trend":
        wanted = [*wanted, *([] if set(wanted) & TIME_DIMENSIONS else [_step(fields)])]
    single = {each.dimension for each in draft.filters if len(each.values) == 1 and not each.exclude}
    wanted = [each for each in wanted if each not in single or (len(wanted) == 1 and each == "product")]
    if draft.share and not wanted and not draft.filters and draft.mentioned:
        wanted = draft.mentioned[:1]
    fields["dimensions"] = tuple(wanted[:2])
    fields["share"], fields["per"] = draft.share, draft.per
    in_time = set(wanted) & (TIME_DIMENSIONS | {"hour", "weekday"})
    fields["order"] = draft.order or ("time" if in_time else "high")
    if draft.limit or (draft.order and wanted):
        fields["limit"] = draft.limit or DEFAULT_TOP
    _beside(draft, wanted)


def _count_or_list(draft: Draft, original: str, fields: dict[str, Any]) -> None:
    counted = draft.metrics[0] != "cover" and re.match(r"(?:how many|what (?:is the )?number|number|count)", original)
    fields["dimensions"] = () if counted else (LISTS[draft.metrics[0]].of,)
    if draft.limit:
        fields["limit"] = draft.limit


def _step(fields: dict[str, Any]) -> str:
    period: Days | None = fields.get("period")
    return granularity((period.end - period.start).days) if period else "month"


def _beside(draft: Draft, wanted: list[str]) -> None:
    """A second figure that a shop wants to see beside the first, where it costs no further query."""
    second = {"revenue": "units", "units": "revenue", "profit": "margin", "margin": "profit"}.get(draft.metrics[0])
    if len(draft.metrics) == 1 and second and {"product", "category", "brand"} & set(wanted):
        draft.metrics.append(second)
    if draft.metrics == ["margin"]:
        draft.metrics.append("profit")


def _settle_threshold(draft: Draft, fields: dict[str, Any]) -> Reading | None:
    if not draft.threshold:
        return None
    sign, value, unit = draft.threshold
    key = _metric_in(draft, unit)
    if draft.metrics[0] in LISTS or key is None:
        return Unsure((), refused("I am not sure what to compare that number with.", "not_understood"))
    if not fields["dimensions"] and key in ("outstanding", "overdue"):
        fields["dimensions"] = ("customer",)
    if not fields["dimensions"]:
        named = [
            each
            for each in draft.mentioned
            if each in ("customer", "product", "category", "storefront", "staff", "brand")
        ]
        if not named:
            return Unsure((), refused("I am not sure what to compare that number with.", "not_understood"))
        fields["dimensions"] = tuple(named[:1])
    if key not in draft.metrics:
        draft.metrics.insert(0, key)
    fields["threshold"] = Threshold.model_validate({"metric": key, "sign": sign, "value": value})
    return None


def _metric_in(draft: Draft, unit: str) -> str | None:
    """The figure that a number with this unit is about."""
    if unit in ("time", "sale", "purchase", "transaction", "order"):
        return "sales_count"
    if unit in ("unit", "piece", "pc", "item"):
        return (
            draft.metrics[0]
            if METRICS.get(draft.metrics[0]) and METRICS[draft.metrics[0]].unit == Unit.UNITS
            else "units"
        )
    kinds = {"": set(Unit), "%": {Unit.PERCENT}, "percent": {Unit.PERCENT}, "per cent": {Unit.PERCENT}}.get(
        unit, {Unit.MONEY}
    )
    found = [key for key in draft.metrics if key in METRICS and METRICS[key].unit in kinds]
    return found[0] if found else None
