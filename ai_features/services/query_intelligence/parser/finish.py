"""From a draft to a plan: what was left open is settled by rule and said, what cannot be had is refused."""

import datetime as dt
import re
from typing import Any

from pydantic import ValidationError

from ai_features.services.query_intelligence.parser.asking import too_short
from ai_features.services.query_intelligence.parser.draft import Draft
from ai_features.services.query_intelligence.parser.outcome import Reading, Refused, Understood, Unsure
from ai_features.services.query_intelligence.parser.refusals import refused
from ai_features.services.query_intelligence.parser.when import settle_days
from ai_features.services.query_intelligence.parser.words import granularity
from ai_features.services.query_intelligence.plan import Days, Plan, Threshold
from ai_features.services.query_intelligence.vocabulary import DIMENSIONS, LISTS, TIME_DIMENSIONS, title
from reports import measures
from reports.metrics import METRICS, Unit

_BEST_SELLING = re.compile(
    r"best[ -]?sell|top[ -]sell|worst[ -]sell|poor(?:est)?[ -]?sell|topmost sell|most sold|least "
    r"s[oe]l[dl]|fast(?:est)?[ -]mov|"
    r"(?:top|best|worst) \w+ (?:best )?selling|hot cake|slow(?:est)?[ -]mov|topmost mov|slow(?:est)?[ -]sell"
)
_OF_A_SALE = frozenset({"revenue", "profit", "units", "discount"})
_MOST_GOODS = re.compile(r"\b(?:most|topmost|more|fewest|least) (?:goods|items|pieces|things|units)\b")
_VALUED = re.compile(r"\b(?:how much|value|worth|amount|total|cedis|sales|revenue|money|share|percent\w*)\b")
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


def finished(draft: Draft, original: str, today: dt.date) -> Reading:
    """The plan of a draft, a question back where it can mean several things, or a refusal that says why."""
    if ask := too_short(draft, original):
        return ask
    if refusal := _settle_metrics(draft, original):
        return refusal
    fields: dict[str, Any] = {}
    if reading := settle_days(draft, original, fields, today):
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


def _settle_metrics(draft: Draft, original: str) -> Refused | None:
    """The figure meant when only its dimension was said, and the money received where a method was named."""
    if _BEST_SELLING.search(original) and (not draft.metrics or draft.weak):
        draft.metrics = ["units"]
    if draft.sold_what and draft.order and draft.metrics in ([], ["revenue"]):
        draft.metrics = ["units"]
        draft.assume("ranked by units sold", 0.03)
    if {"outstanding", "overdue"} <= set(draft.metrics) and " and " not in original:
        draft.metrics = [key for key in draft.metrics if key != "outstanding"]
    if draft.order and draft.metrics in ([], ["revenue"]) and _MOST_GOODS.search(original):
        draft.metrics = ["units"]
        draft.dimensions = [each for each in draft.dimensions if each != "product"] or ["product"]
        draft.assume("ranked by units", 0.03)
    _settle_goods(draft, original)
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
    _settle_credit(draft, original)
    return _settle_methods(draft)


def _settle_credit(draft: Draft, original: str) -> None:
    """ "Customers who bought on credit" are listed with what each took."""
    if {"buyers", "credit_given"} <= set(draft.metrics):
        draft.metrics, draft.dimensions = ["credit_given"], ["customer"]
        draft.assume("read as who bought on credit, with how much", 0.05)
    if (
        draft.metrics == ["credit_given"]
        and "customer" in draft.mentioned
        and not re.match(r"how much|total", original)
    ):
        draft.dimensions = draft.dimensions or ["customer"]


def _settle_goods(draft: Draft, original: str) -> None:
    """ "Which phone sells most" ranks the products of a category; "fans sold" counts them."""
    goods = {each.dimension for each in draft.filters if not each.exclude} & {"category", "brand", "product"}
    if not goods or draft.dimensions:
        return
    if draft.order and re.match(r"(?:show )?(?:which|what) ", original):
        draft.dimensions = ["product"]
        if draft.metrics in ([], ["revenue"]) and re.search(r"\bsells?\b|\bselling\b", original):
            draft.metrics = ["units"]
            draft.assume("ranked by units sold", 0.03)
    elif (
        draft.weak
        and draft.metrics == ["revenue"]
        and re.search(r"\bsold\b", original)
        and not _VALUED.search(original)
    ):
        draft.metrics = ["units", "revenue"]
        draft.assume("'sold' read as units; the sales in cedis are beside them", 0.03)


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


def _settle_dimensions(draft: Draft, original: str, fields: dict[str, Any]) -> None:
    metric = draft.metrics[0]
    if metric in LISTS:
        _count_or_list(draft, original, fields)
        return
    wanted = [each for each in draft.dimensions if each != draft.per]
    if draft.order and not wanted and not draft.mentioned and metric == "discount":
        draft.assume("ranked by single sales", 0.05)
        draft.mentioned.append("sale")
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
        if not draft.mentioned and key in _OF_A_SALE:
            draft.assume("read as single sales", 0.05)
            draft.mentioned.append("sale")
        named = [
            each
            for each in draft.mentioned
            if each in ("customer", "product", "category", "storefront", "staff", "brand", "sale")
        ]
        if not named:
            return Unsure((), refused("I am not sure what to compare that number with.", "not_understood"))
        fields["dimensions"] = tuple(named[:1])
    if key not in draft.metrics:
        draft.metrics.insert(0, key)
    fields["thresholds"] = (Threshold.model_validate({"metric": key, "sign": sign, "value": value}),)
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
