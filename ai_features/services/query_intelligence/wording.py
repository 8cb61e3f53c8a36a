"""Results in words, without a model: the answer in slots, the plan in words, pictures, sources, what to ask next."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence.executor import Result, Row
from ai_features.services.query_intelligence.executor.result import Value
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.vocabulary import (
    DIMENSIONS,
    LISTS,
    TIME_DIMENSIONS,
    definition,
    title,
)
from ai_features.services.slots import Slots
from common import clock, money
from reports.metrics import METRICS, Unit

SAID_ROWS, MOST_SAID = 5, 10
PIE_ROWS = 7
_NOW = frozenset(
    {
        "outstanding",
        "overdue",
        "debtors",
        "open_invoices",
        "overdue_invoices",
        "stock",
        "stock_value",
        "stock_retail_value",
    }
)
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
    "overdue_invoices": "overdue invoice", "buyers": "customer", "payments": "payment", "returned_units": "unit",
    "products_sold": "product", "credit_sales": "sale on credit", "basket_size": "unit",
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
    "customer_count": ("You have {value} on record", "You have no customers on record."),
    "staff_count": ("You have {value} on record", "You have no staff on record."),
    "storefront_count": ("You have {value}", "You have no storefronts."),
    "supplier_count": ("You have {value}", "You have no suppliers on record."),
    "category_count": ("You have {value}", "You have no categories."),
    "product_count": ("You have {value} in your catalogue", "You have no products on record."),
}


def plan_in_words(plan: Plan) -> str:
    """What was understood: "Units sold of products matching 'TV', October 2026, all storefronts"."""
    named = {each.dimension for each in plan.filters}
    parts = [" and ".join(dict.fromkeys(title(key) for key in plan.metrics)) + _of(plan)]
    if plan.per:
        parts[0] = f"{parts[0]}, on average per {DIMENSIONS[plan.per].title}"
    if plan.share:
        parts[0] = f"Share of {parts[0][0].lower()}{parts[0][1:]}"
    if plan.dimensions and plan.metric not in LISTS:
        parts[0] += " by " + " and ".join(DIMENSIONS[each].title for each in plan.dimensions)
    if plan.period:
        parts.append(plan.period.label)
    else:
        parts.append("as of today" if plan.metric in _NOW or plan.metric in LISTS else "all days on record")
    if plan.compare_to:
        parts.append(f"compared with {plan.compare_to.label}")
    if plan.threshold:
        unit = METRICS[plan.threshold.metric].unit
        parts.append(
            f"{title(plan.threshold.metric).lower()} {plan.threshold.sign} {in_words(plan.threshold.value, unit)}"
        )
    if plan.overdue_days:
        parts.append(f"more than {plan.overdue_days} days past due")
    if plan.limit:
        parts.append(f"the {plan.limit} {'lowest' if plan.order == 'low' else 'highest'}")
    if "storefront" not in named and "storefront" not in plan.dimensions:
        parts.append("all storefronts")
    return ", ".join(parts)


def plan_in_model_words(plan: Plan) -> str:
    """The same for a model: people are not named."""
    hidden = tuple(
        each.model_copy(update={"name": "one person"}) if each.dimension in ("customer", "staff") else each
        for each in plan.filters
    )
    return plan_in_words(plan.model_copy(update={"filters": hidden}))


def definitions(plan: Plan) -> dict[str, str]:
    """What each figure means, by its title."""
    return {title(key): definition(key) for key in plan.metrics}


def _of(plan: Plan, slots: Slots | None = None) -> str:
    """ "of Rice at Tema by mobile money, without Osu"; with `slots`, people in them."""
    text = ""
    joints = {
        "customer": "to",
        "storefront": "at",
        "staff": "by",
        "method": "by",
        "network": "by",
        "supplier": "from supplier",
        "weekday": "on",
        "hour": "from",
    }
    if plan.metric in ("outstanding", "overdue", "received"):
        joints["customer"] = "from"
    for each in plan.filters:
        joint = joints.get(each.dimension, "of")
        matching = len(each.values) > 1 and each.dimension in ("product", "customer")
        name = f"{DIMENSIONS[each.dimension].plural} matching '{each.name}'" if matching else each.name
        if slots is not None and each.dimension in ("customer", "staff"):
            name = slots.person(f"who_{each.dimension}", each.name, key=each.values[0])
        elif slots is not None:
            name = name.replace("{", "(").replace("}", ")")
        text += f" {'without' if each.exclude else joint} {name}"
    return text


def in_words(value: Value, unit: Unit, counted: str = "") -> str:
    """A figure as people read it."""
    if value is None:
        return "none"
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    if unit is Unit.MONEY:
        return money.written(value)
    if unit is Unit.PERCENT:
        return f"{value.normalize():f}%"
    return f"{money.written_quantity(value)} {counted}".strip()


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
    from ai_features.services.query_intelligence.periods.almanac import written

    return "from " if " to " in written(start, end) else "in "


def _tell_total(result: Result, slots: Slots) -> str:
    plan = result.plan
    value = _slot(slots, "total", result.total[plan.metric], METRICS[plan.metric].unit, key=plan.metric)
    template = _SENTENCES.get(plan.metric) or f"{title(plan.metric)}{{of}}{{when}}: {{value}}."
    when = "" if plan.metric in _NOW else _when(result)
    text = template.format(of=_of(plan, slots), when=when, value=value)
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
    before, now = result.before[plan.metric], result.total[plan.metric]
    told = _slot(slots, "before", before, METRICS[plan.metric].unit, key=plan.metric, of="period_before")
    when = f"{_preposition(plan.compare_to.start, plan.compare_to.end)}{{period_before}}"
    if not isinstance(before, Decimal) or not isinstance(now, Decimal):
        return f" {when[0].upper()}{when[1:]}: {told}."
    if METRICS[plan.metric].unit is Unit.PERCENT or not before:
        return f" It was {told} {when}."
    change = money.share(now - before, abs(before))
    return f" That is {slots.change('change', change)} on {told} {when}." if change is not None else ""


def _tell_average(result: Result, slots: Slots) -> str:
    plan = result.plan
    average = _slot(slots, "average", result.average, METRICS[plan.metric].unit, key=plan.metric)
    total = _slot(slots, "total", result.total[plan.metric], METRICS[plan.metric].unit, key=plan.metric)
    per, whole = DIMENSIONS[plan.per].title, f"{title(plan.metric)}{_of(plan, slots)}{_when(result)}"
    count = slots.count("units", result.units, per if per.endswith("y") or " " not in per else "")
    return f"{whole} averaged {average} per {per}: {total} over {count}."


def _tell_rows(result: Result, slots: Slots) -> str:
    plan, what = result.plan, title(result.plan.metric)
    head = f"{what}{_of(plan, slots)} by {' and '.join(DIMENSIONS[each].title for each in plan.dimensions)}"
    head += "" if plan.metric in _NOW else _when(result)
    if not result.rows:
        return f"{head}: nothing matches."
    if plan.order == "time" and len(plan.dimensions) == 1:
        return f"{head}: {_tell_time(result, slots)}"
    said = _tell_first(result, slots)
    rest = result.found - len(said)
    more = f" and {slots.count('more', rest, 'other')}" if rest > 0 and not plan.limit else ""
    whole = f" {_whole(result, slots)}" if not plan.threshold else ""
    return f"{head}: {'; '.join(said)}{more}.{whole}{_tell_change(result, slots)}"


def _tell_first(result: Result, slots: Slots) -> list[str]:
    number = min(result.plan.limit or SAID_ROWS, MOST_SAID)
    return [_tell_row(result, row, place, slots) for place, row in enumerate(result.rows[:number], 1)]


def _whole(result: Result, slots: Slots) -> str:
    key = result.plan.metric
    return f"In all: {_slot(slots, 'total', result.total[key], METRICS[key].unit, key=key)}."


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
    if {"customer", "staff"} & set(dimensions):
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
        return none.format(when=when)
    value = slots.count("found", result.found, DIMENSIONS[LISTS[plan.metric].of].title)
    if result.found == 1:
        some = some.replace("} need ", "} needs ").replace("} are ", "} is ")
    head = some.format(value=f"{value}{_of(plan, slots)}", when=when)
    said = _tell_first(result, slots)
    return f"{head}: {'; '.join(said)}." if said else f"{head}."


def notes(result: Result) -> list[str]:
    """What was assumed and left out, as sentences."""
    said = [*result.plan.assumptions, *result.notes]
    if result.covers and result.plan.metric not in _NOW:
        said.append(f"no dates were named, so all days on record count, {result.covers.label}")
    period, today = result.plan.period, clock.today()
    if period and period.start <= today and period.end > today + dt.timedelta(days=1) and not result.plan.per:
        gone = (today - period.start).days + 1
        said.append(f"{period.label} is not over: {gone} of its {(period.end - period.start).days} days have begun")
    return [f"{text[0].upper()}{text[1:]}." for text in dict.fromkeys(said)]


def data(result: Result) -> dict[str, Any]:
    """The figures themselves. Money is a decimal string with two decimals, other figures are numbers."""
    plan = result.plan
    body: dict[str, Any] = {
        "metrics": [{"key": key, "title": title(key), "definition": definition(key)} for key in plan.metrics],
        "period": _days_json(plan.period or result.covers),
        "compared_with": _days_json(plan.compare_to),
        "total": {key: _json(value, _unit_of(key)) for key, value in result.total.items()},
        "rows": [_row_json(result, row) for row in result.rows],
        "row_count": result.found,
    }
    if result.before:
        body["before"] = {key: _json(value, _unit_of(key)) for key, value in result.before.items()}
    if result.average is not None:
        body["average"] = {
            "per": plan.per,
            "value": _json(result.average, METRICS[plan.metric].unit),
            "count": result.units,
        }
    if result.share is not None:
        body["share_percent"] = float(result.share)
    return body


def _unit_of(key: str) -> Unit:
    return METRICS[key].unit if key in METRICS else Unit.COUNT


def _days_json(days: Any) -> dict[str, str] | None:
    if days is None:
        return None
    last = days.end - dt.timedelta(days=1)
    return {"from": days.start.isoformat(), "to": last.isoformat(), "label": days.label}


def _json(value: Value, unit: Unit) -> Any:
    if value is None:
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    if unit is Unit.MONEY:
        return money.plain(value)
    return int(value) if value == value.to_integral_value() else float(value)


def _row_json(result: Result, row: Row) -> dict[str, Any]:
    dimensions = result.plan.dimensions or (LISTS[result.plan.metric].of,)
    body: dict[str, Any] = dict(zip(dimensions, row.labels, strict=True))
    for dimension, key in zip(dimensions, row.key, strict=True):
        if dimension in ("product", "customer", "category", "storefront", "staff", "supplier"):
            body[f"{dimension}_id"] = str(key) if key else None
    body |= {column.key: _json(row.values[column.key], column.unit) for column in result.columns}
    body |= {f"{key}_before": _json(value, _unit_of(key)) for key, value in row.before.items()}
    return body | ({"share_percent": float(row.share)} if row.share is not None else {})


def visualizations(result: Result) -> list[dict[str, Any]]:
    """The right picture first, and a table beside it where there are rows."""
    plan, name = result.plan, plan_in_words(result.plan)
    if plan.metric in LISTS and not plan.dimensions:
        return [_picture("number", name, {"value": result.found, "unit": "count"})]
    if not plan.dimensions:
        return list(_number_pictures(result, name))
    table = _picture("table", name, [_row_json(result, row) for row in result.rows])
    if plan.metric in LISTS or len(plan.dimensions) > 1 or not result.rows:
        return [table]
    if plan.share:
        return [_picture("pie", name, _slices(result)), table]
    kind = "line" if plan.order == "time" and plan.dimensions[0] in TIME_DIMENSIONS else "bar"
    return [_picture(kind, name, _points(result, result.rows)), table]


def _number_pictures(result: Result, name: str) -> Iterator[dict[str, Any]]:
    plan, unit = result.plan, METRICS[result.plan.metric].unit
    value = result.average if result.average is not None else result.total[plan.metric]
    yield _picture("number", name, {"value": _number(value), "unit": unit.value, "text": in_words(value, unit)})
    if plan.compare_to and plan.period:
        pairs = ((plan.compare_to.label, result.before[plan.metric]), (plan.period.label, result.total[plan.metric]))
        yield _picture("bar", name, [{"label": label, "value": _number(value)} for label, value in pairs])


def _picture(kind: str, name: str, data: Any) -> dict[str, Any]:
    return {"type": kind, "title": name, "data": data}


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, Decimal) else None


def _points(result: Result, rows: Sequence[Row]) -> list[dict[str, Any]]:
    metric = result.plan.metric
    points = []
    for row in rows:
        point = {"label": ", ".join(row.labels), "value": _number(row.values[metric])}
        points.append(point | ({"before": _number(row.before[metric])} if row.before else {}))
    return points


def _slices(result: Result) -> list[dict[str, Any]]:
    points = _points(result, result.rows[:PIE_ROWS])
    whole = result.total[result.plan.metric]
    shown = sum(point["value"] or 0 for point in points)
    if result.found > PIE_ROWS and isinstance(whole, Decimal):
        points.append({"label": "others", "value": round(float(whole) - shown, 2)})
    return points


def sources(result: Result) -> list[str]:
    """Where the figures came from, with counts: "1,204 sale lines, 1 to 31 October 2026"."""
    days = result.plan.period or result.covers
    when = f", {days.label}" if days and result.plan.metric not in _NOW else ""
    return [f"{count:,} {name}{when}" for name, count in result.sources]


def next_questions(plan: Plan) -> Iterator[str]:
    """What one might ask next, in full; the caller keeps those that are understood."""
    named = "".join(f" {'without' if each.exclude else 'for'} {each.name}" for each in plan.filters[:1])
    when = f" {plan.period.label}" if plan.period else ""
    if plan.metric in LISTS:
        yield from _NEXT_LIST.get(LISTS[plan.metric].of, ())
        return
    if plan.metric in _NOW:
        yield from _NEXT_NOW
        return
    what = title(plan.metric)
    if plan.period and not plan.compare_to:
        yield f"{what}{named}{when} compared with the same period last year"
    cuts = (
        ("product", "customer")
        if {"storefront", "staff", "category"} & set(plan.dimensions)
        else ("category", "storefront", "staff")
    )
    for cut in cuts:
        if cut not in plan.dimensions and cut not in {each.dimension for each in plan.filters}:
            yield f"{what}{named} by {cut}{when}"
    if plan.metric != "profit":
        yield f"Gross profit{named}{when}"
    yield f"Top 10 customers{when}"


_NEXT_LIST = {
    "product": ("What is my stock worth?", "Which products are not selling?", "Best-selling products last month"),
    "customer": ("Who are my top 10 customers?", "Who owes me money?", "How many new customers this month?"),
}
_NEXT_NOW = ("How much is overdue?", "Who owes me money?", "What is my stock worth?", "Which products need restocking?")
