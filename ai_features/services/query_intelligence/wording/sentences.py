"""The answer in plain words without a model: each figure, name and period a slot; and what was assumed."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from ai_features.services.query_intelligence.days.almanac import written
from ai_features.services.query_intelligence.executor import Result, Row
from ai_features.services.query_intelligence.executor.result import Value
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.vocabulary import DIMENSIONS, LISTS, title
from ai_features.services.query_intelligence.wording.plans import NOW, cut_in_words, filters_in_words
from ai_features.services.slots import Slots
from common import clock, money
from reports.metrics import METRICS, Unit

SAID_ROWS, MOST_SAID = 5, 10
_SIGNS = {">": "above", ">=": "at least", "<": "below", "<=": "at most", "=": "exactly"}
_SENTENCES: Mapping[str, str] = {
    "revenue": "Your sales{of}{when} came to {value}.",
    "units": "You sold {value}{of}{when}.",
    "sales_count": "You made {value}{of}{when}.",
    "profit": "Your gross profit{of}{when} was {value}.",
    "margin": "Your profit margin{of}{when} was {value}.",
    "received": "You received {value}{of}{when}.",
    "credit_given": "You sold {value} on credit{of}{when}.",
    "outstanding": "You are owed {value}{of} today.",
    "overdue": "{value} is overdue{of} today.",
    "due": "{value}{of} falls due{when}.",
    "due_invoices": "{value}{of} falling due{when}.",
    "debtors": "{value} owe you money today.",
    "stock": "You have {value}{of} in stock now.",
    "stock_value": "Your stock{of} is worth {value} at cost now.",
    "stock_retail_value": "Your stock{of} is worth {value} at selling prices now.",
    "buyers": "{value} bought from you{of}{when}.",
    "returns": "Goods worth {value} were brought back{of}{when}.",
    "discount": "You gave {value} in discounts{of}{when}.",
    "tax": "You collected {value} in tax{of}{when}.",
}
_COUNTED = {
    "units": "unit", "sales_count": "sale", "debtors": "customer", "open_invoices": "open invoice", "stock": "unit",
    "overdue_invoices": "overdue invoice",
    "due_invoices": "invoice", "buyers": "customer", "payments": "payment", "returned_units": "unit",
    "products_sold": "product", "credit_sales": "credit sale", "basket_size": "unit",
}  # fmt: skip
_LIST_SENTENCES = {
    "reorder": ("{value} need restocking", "No product is at or below its reorder level."),
    "out_of_stock": ("{value} are out of stock", "Nothing is out of stock."),
    "cover": ("Days of cover of {value}, shortest first", "No stock is recorded."),
    "unsold": ("{value} with stock had no sale{when}", "Everything in stock sold{when}."),
    "new_customers": ("{value} bought for the first time{when}", "No customer bought for the first time{when}."),
    "returning_customers": ("{value} came back{when}", "No known customer came back{when}."),
    "lapsed_customers": ("{value} who bought before did not buy{when}", "No customer has lapsed: all bought{when}."),
    "churn_risk": ("{value} are at risk of being lost", "No customer looks at risk."),
    "over_limit": ("{value} are over their credit limit", "No customer is over the credit limit."),
    "customer_count": ("You have {value} on record", "You have no customers on record."),
    "staff_count": ("You have {value} on record", "You have no staff on record."),
    "storefront_count": ("You have {value}", "You have no storefronts."),
    "supplier_count": ("You have {value}", "You have no suppliers on record."),
    "category_count": ("You have {value}", "You have no categories."),
    "product_count": ("You have {value} in your catalogue", "You have no products on record."),
}


def tell(result: Result, slots: Slots) -> str:
    """The answer with a slot for each figure, name and period; also fills `slots` for the model."""
    _give_period(result, slots)
    if result.plan.metric in LISTS:
        return _tell_list(result, slots)
    if result.average is not None:
        return _tell_average(result, slots)
    if result.plan.dimensions:
        return _tell_rows(result, slots)
    return _tell_total(result, slots)


def _give_period(result: Result, slots: Slots) -> None:
    days = result.plan.period or result.covers
    if days:
        slots.period("period", days.start, days.end, days.label)
    if result.plan.compare_to:
        other = result.plan.compare_to
        slots.period("period_before", other.start, other.end, other.label)


def _slot(slots: Slots, id: str, value: Value, unit: Unit, *, key: str = "", of: str = "") -> str:
    if value is None:
        return "not known"
    if isinstance(value, dt.date):
        return slots.date(id, value, of=of)
    if unit is Unit.MONEY:
        return slots.money(id, value, of=of)
    if unit is Unit.PERCENT:
        return slots.percent(id, value, of=of)
    if unit is Unit.DAYS:
        return slots.count(id, value, "day", of=of)
    return slots.count(id, value, _COUNTED.get(key, "unit" if unit is Unit.UNITS else ""), of=of)


def _when(result: Result) -> str:
    if result.plan.period:
        days = result.plan.period
        return f" {_preposition(days.start, days.end)}{{period}}"
    return ""


def _preposition(start: dt.date, end: dt.date) -> str:
    if end - start == dt.timedelta(days=1):
        return "on "
    return "from " if " to " in written(start, end) else "in "


def _tell_total(result: Result, slots: Slots) -> str:
    plan = result.plan
    value = _slot(slots, "total", result.total[plan.metric], METRICS[plan.metric].unit, key=plan.metric)
    template = _SENTENCES.get(plan.metric) or f"{title(plan.metric)}{{of}}{{when}}: {{value}}."
    when = "" if plan.metric in NOW else _when(result)
    text = template.format(of=filters_in_words(plan, slots), when=when, value=value)
    text = text[0].upper() + text[1:] if not text.startswith("{") else text
    for key in plan.metrics[1:]:
        other = _slot(slots, key, result.total[key], METRICS[key].unit, key=key)
        text += f" {title(key)}: {other}."
    if result.share is not None:
        text += f" That is {slots.percent('share', result.share)} of the total."
    return text + _tell_change(result, slots)


def _tell_change(result: Result, slots: Slots) -> str:
    plan = result.plan
    if not plan.compare_to or not result.before:
        return ""
    unit = METRICS[plan.metric].unit if plan.metric in METRICS else Unit.COUNT
    before, now = result.before[plan.metric], result.total[plan.metric]
    told = _slot(slots, "before", before, unit, key=plan.metric, of="period_before")
    when = f"{_preposition(plan.compare_to.start, plan.compare_to.end)}{{period_before}}"
    if not isinstance(before, Decimal) or not isinstance(now, Decimal):
        return f" {when[0].upper()}{when[1:]}: {told}."
    if now == before:
        return f" It was {told} {when}, too."
    if unit is Unit.PERCENT or not before:
        return f" It was {told} {when}."
    change = money.share(now - before, abs(before))
    return f" That is {slots.change('change', change)} on {told} {when}." if change is not None else ""


def _tell_average(result: Result, slots: Slots) -> str:
    plan = result.plan
    average = _slot(slots, "average", result.average, METRICS[plan.metric].unit, key=plan.metric)
    total = _slot(slots, "total", result.total[plan.metric], METRICS[plan.metric].unit, key=plan.metric)
    per, whole = DIMENSIONS[plan.per].title, f"{title(plan.metric)}{filters_in_words(plan, slots)}{_when(result)}"
    count = slots.count("units", result.units, per if per.endswith("y") or " " not in per else "")
    return f"{whole} averaged {average} per {per}: {total} over {count}."


def _tell_rows(result: Result, slots: Slots) -> str:
    plan, what = result.plan, title(result.plan.metric)
    head = f"{what}{filters_in_words(_named_once(plan), slots)} {cut_in_words(plan)}"
    head += "" if plan.metric in NOW else _when(result)
    for number, each in enumerate(plan.thresholds, start=1):
        bound = _slot(slots, f"bound_{number}", each.value, METRICS[each.metric].unit)
        other = f"{title(each.metric).lower()} " if each.metric != plan.metric else ""
        head += f", {other}{_SIGNS[each.sign]} {bound}"
    if not result.rows:
        return f"{head}: none."
    if plan.order == "time" and len(plan.dimensions) == 1:
        return f"{head}: {_tell_time(result, slots)}"
    said = _tell_first(result, slots)
    rest = result.found - len(said)
    more = f" and {slots.count('more', rest, 'other')}" if rest > 0 and not plan.limit else ""
    whole = f" {_whole(result, slots, more_than_said=rest > 0)}" if not plan.thresholds else ""
    return f"{head}: {_in_order(plan, said)}{more}.{whole}{_tell_change(result, slots)}"


def _named_once(plan: Plan) -> Plan:
    """Without the filters whose values are the rows themselves: "MTN and Telecel, by network"."""
    shown = set(plan.dimensions) - {"product"}
    kept = tuple(each for each in plan.filters if each.exclude or each.dimension not in shown)
    return plan.model_copy(update={"filters": kept})


def _in_order(plan: Plan, said: list[str]) -> str:
    """A ranking begins with its first: who asks for the best wants one name before the others."""
    if not plan.limit or len(said) < 2:
        return "; ".join(said)
    return f"the {'lowest' if plan.order == 'low' else 'highest'} is {said[0]}, then {'; '.join(said[1:])}"


def _tell_first(result: Result, slots: Slots) -> list[str]:
    number = min(result.plan.limit or SAID_ROWS, MOST_SAID)
    return [_tell_row(result, row, place, slots) for place, row in enumerate(result.rows[:number], 1)]


def _whole(result: Result, slots: Slots, *, more_than_said: bool = False) -> str:
    key = result.plan.metric
    what = "In all, with those not named here" if more_than_said else "In all"
    return f"{what}: {_slot(slots, 'total', result.total[key], METRICS[key].unit, key=key)}."


def _tell_row(result: Result, row: Row, number: int, slots: Slots) -> str:
    name = _name(result.plan, row, number, slots)
    told = []
    for column in result.columns:
        of = f"name_{number}"
        told.append(_slot(slots, f"{column.key}_{number}", row.values[column.key], column.unit, key=column.key, of=of))
    if row.share is not None:
        told.append(slots.percent(f"share_{number}", row.share, of=f"name_{number}"))
    if row.before:
        before = _slot(
            slots, f"before_{number}", row.before[result.plan.metric], result.columns[0].unit, of=f"name_{number}"
        )
        told.append(f"before {before}")
    if result.plan.metric in LISTS:
        return (
            f"{name} ({', '.join(f'{c.title.lower()} {text}' for c, text in zip(result.columns, told, strict=True))})"
        )
    return f"{name} {told[0]}" + (f" ({', '.join(told[1:])})" if told[1:] else "") if told else name


def _name(plan: Plan, row: Row, number: int, slots: Slots) -> str:
    dimensions = plan.dimensions or (LISTS[plan.metric].of,)
    label = ", ".join(row.labels)
    if {"customer", "staff", "sale"} & set(dimensions):
        return slots.person(f"name_{number}", label, key=row.key[0])
    return slots.name(f"name_{number}", label)


def _tell_time(result: Result, slots: Slots) -> str:
    """The highest, the lowest and the total; the rows are in the picture and the table."""
    metric = result.plan.metric
    known = [row for row in result.rows if isinstance(row.values[metric], Decimal)]
    if not known:
        return "nothing is recorded."
    ordered = sorted(known, key=lambda row: Decimal(str(row.values[metric])))
    text = f"highest {_tell_row(result, ordered[-1], 1, slots)}"
    if len(ordered) > 1:
        text += f", lowest {_tell_row(result, ordered[0], 2, slots)}"
    return f"{text}. {_whole(result, slots)}{_tell_change(result, slots)}"


def _tell_list(result: Result, slots: Slots) -> str:
    plan = result.plan
    some, none = _LIST_SENTENCES[plan.metric]
    when = _when(result)
    if not result.found:
        return none.format(when=when) + _tell_change(result, slots)
    value = slots.count("found", result.found, DIMENSIONS[LISTS[plan.metric].of].title)
    if result.found == 1:
        some = some.replace("} need ", "} needs ").replace("} are ", "} is ")
    head = some.format(value=f"{value}{filters_in_words(plan, slots)}", when=when)
    said = _tell_first(result, slots)
    rest = result.found - len(said)
    more = f" and {slots.count('more', rest, 'other')}" if said and rest > 0 and not plan.limit else ""
    return (f"{head}: {'; '.join(said)}{more}." if said else f"{head}.") + _tell_change(result, slots)


def notes(result: Result) -> list[str]:
    """What was assumed and left out, as sentences."""
    said = [*result.plan.assumptions, *result.notes]
    if result.covers and result.plan.metric not in NOW:
        said.append(f"no dates were named, so all days on record count, {result.covers.label}")
    ranked = result.plan.order == "low" and "product" in result.plan.dimensions
    if ranked and result.plan.metric in ("units", "revenue", "profit", "sales_count"):
        said.append("products that did not sell at all are not ranked; ask which products are not selling")
    period, today = result.plan.period, clock.today()
    if period and period.start <= today and period.end > today + dt.timedelta(days=1) and not result.plan.per:
        gone = (today - period.start).days + 1
        said.append(f"{period.label} is not over: {gone} of its {(period.end - period.start).days} days have begun")
    return [f"{text[0].upper()}{text[1:]}." for text in dict.fromkeys(said)]
