"""What the answer must be, worked out over the raw rows in plain Python: none of the code under test."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from dateutil.relativedelta import relativedelta

from ai_features.tests.questions.shops import LIMITS, Line, Trade

Rows = dict[str, Any]
DAY = dt.timedelta(days=1)


def days(code: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """The days of a code: "month:-1" last month, "month" this one, "days:7" the seven before today, "m:3" March."""
    kind, _, number = code.partition(":")
    if kind == "all":
        return dt.date(2000, 1, 1), dt.date(2100, 1, 1)
    if kind in ("days", "ahead", "since"):
        first, after = {"days": (-int(number), 0), "ahead": (1, int(number) + 1), "since": (-int(number), 1)}[kind]
        return today + DAY * first, today + DAY * after
    if kind == "to_date":
        return _start(number, today), today + DAY
    if kind == "m":
        months = [int(each) for each in number.split("-")]
        year = today.year if months[-1] <= today.month else today.year - 1
        return dt.date(year, months[0], 1), dt.date(year, months[-1], 1) + relativedelta(months=1)
    start = _start(kind, today) + _step(kind) * int(number or 0)
    return start, start + _step(kind)


def _start(unit: str, day: dt.date) -> dt.date:
    if unit == "week":
        return day - DAY * day.weekday()
    if unit == "quarter":
        return dt.date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[unit]


def _step(unit: str) -> relativedelta:
    return {
        "day": relativedelta(days=1),
        "week": relativedelta(weeks=1),
        "month": relativedelta(months=1),
        "quarter": relativedelta(months=3),
        "year": relativedelta(years=1),
    }[unit]


def kept(row: Any, where: str) -> bool:
    """Whether a row passes "brand=Samsung;product~rice;storefront!=Tema"."""
    for condition in filter(None, where.split(";")):
        if "~" in condition:
            name, words = condition.split("~")
            if not all(word in str(getattr(row, name)).lower() for word in words.split()):
                return False
        elif "!=" in condition:
            name, value = condition.split("!=")
            if str(getattr(row, name)) == value:
                return False
        else:
            name, value = condition.split("=")
            if str(getattr(row, name)) not in value.split("|"):
                return False
    return True


def _lines(trade: Trade, where: str, span: tuple[dt.date, dt.date]) -> list[Line]:
    return [line for line in trade.lines if span[0] <= line.day < span[1] and kept(line, where)]


def _margin(lines: list[Line]) -> Decimal | None:
    known = [line for line in lines if line.cost is not None]
    worth = sum(line.revenue for line in known)
    return _percent(worth - sum(line.cost or 0 for line in known), worth)


def _percent(part: Any, whole: Any) -> Decimal | None:
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP) if whole else None


def _per_sale(lines: list[Line], top: Any) -> Decimal | None:
    sales = {line.sale.pk for line in lines if line.units > 0}
    return (Decimal(top) / len(sales)).quantize(Decimal("0.01"), ROUND_HALF_UP) if sales else None


_ONLY_SOME = ("credit_given", "returns", "returned_units")
"""Who gave or brought back nothing is not listed."""
OF_LINES: dict[str, Callable[[list[Line]], Any]] = {
    "revenue": lambda lines: sum(line.revenue for line in lines),
    "units": lambda lines: sum(line.units for line in lines),
    "sales_count": lambda lines: len({line.sale.pk for line in lines if line.units > 0}),
    "profit": lambda lines: sum(line.revenue - line.cost for line in lines if line.cost is not None),
    "margin": _margin,
    "cost": lambda lines: sum(line.cost for line in lines if line.cost is not None),
    "discount": lambda lines: sum(line.discount for line in lines),
    "returns": lambda lines: -sum(line.revenue for line in lines if line.units < 0),
    "returned_units": lambda lines: -sum(line.units for line in lines if line.units < 0),
    "average_sale": lambda lines: _per_sale(lines, sum(line.revenue for line in lines)),
    "buyers": lambda lines: len({line.customer for line in lines if line.customer and line.units > 0}),
    "credit_given": lambda lines: sum(
        sale.total for sale in {line.sale.pk: line.sale for line in lines}.values() if sale.due_date
    ),
}


def figure(trade: Trade, metric: str, where: str, span: tuple[dt.date, dt.date], today: dt.date) -> Any:
    """One number."""
    if metric in OF_LINES:
        return OF_LINES[metric](_lines(trade, where, span))
    if metric in ("received", "payments"):
        paid = [each for each in trade.paid if span[0] <= each.day < span[1] and kept(each, where)]
        return sum(each.amount for each in paid) if metric == "received" else sum(1 for each in paid if each.amount > 0)
    if metric in ("due", "outstanding", "overdue", "debtors", "open_invoices", "overdue_invoices", "late30"):
        return _debt(trade, metric, where, today, span=span)
    if metric in ("stock", "stock_value"):
        held = [(name, place, *rest) for (name, place), rest in trade.stock.items()]
        chosen = [(units, cost) for name, place, units, cost in held if _stocked(trade, name, place, where)]
        return sum(units * (cost if metric == "stock_value" else 1) for units, cost in chosen)
    return len(names(trade, metric, where, span, today))


def _debt(trade: Trade, metric: str, where: str, today: dt.date, *, span: tuple[dt.date, dt.date] | None = None) -> Any:
    if metric == "due":
        return sum(each.open for each in _falling_due(trade, where, span or (dt.date.min, dt.date.max)))
    late = {"overdue": 0, "overdue_invoices": 0, "late30": 30}.get(metric)
    owed = [each for each in trade.owed if kept(each, where)]
    owed = [each for each in owed if late is None or each.due < today - DAY * late]
    if metric == "debtors":
        return len({each.customer for each in owed})
    return len(owed) if metric.endswith("invoices") else sum(each.open for each in owed)


def _falling_due(trade: Trade, where: str, span: tuple[dt.date, dt.date]) -> list[Any]:
    return [each for each in trade.owed if span[0] <= each.due < span[1] and kept(each, where)]


def _stocked(trade: Trade, name: str, place: str, where: str) -> bool:
    like = next((line for line in trade.lines if line.product == name), None)

    class Here:
        product, storefront = name, place
        brand, category, supplier = (
            (like.brand, like.category, like.supplier) if like else ("Binatone", "Appliances", "")
        )

    return kept(Here, where)


def names(trade: Trade, what: str, where: str, span: tuple[dt.date, dt.date], today: dt.date) -> set[str]:
    """The members of a list: what to restock, who is new."""
    if what == "over_limit":
        owed = {name: _debt(trade, "outstanding", f"customer={name}", today) for name in LIMITS}
        return {name for name, limit in LIMITS.items() if owed[name] > Decimal(limit)}
    if what in ("reorder", "out_of_stock", "unsold"):
        return _goods(trade, what, where, span)
    first: dict[str, dt.date] = {}
    last: dict[str, dt.date] = {}
    inside: dict[str, set[Any]] = defaultdict(set)
    for line in trade.lines:
        if line.customer and line.units > 0 and kept(line, where):
            first.setdefault(line.customer, line.day)
            last[line.customer] = line.day
            if span[0] <= line.day < span[1]:
                inside[line.customer].add(line.sale.pk)
    if what == "new_customers":
        return {name for name, day in first.items() if span[0] <= day < span[1]}
    if what == "lapsed_customers":
        return {name for name, day in first.items() if day < span[0] and name not in inside}
    return {name for name, sales in inside.items() if first[name] < span[0] or len(sales) > 1}


def _goods(trade: Trade, what: str, where: str, span: tuple[dt.date, dt.date]) -> set[str]:
    held: dict[str, Decimal] = defaultdict(Decimal)
    for (name, place), (units, _) in trade.stock.items():
        if _stocked(trade, name, place, where):
            held[name] += units
    if what == "reorder":
        return {name for name, units in held.items() if units <= trade.reorder_level[name]}
    if what == "out_of_stock":
        return {name for name, units in held.items() if units <= 0}
    sold: dict[str, Decimal] = defaultdict(Decimal)
    for line in _lines(trade, "", span):
        sold[line.product] += line.units
    return {name for name, units in held.items() if units > 0 and sold[name] <= 0}


def by(trade: Trade, metric: str, dimension: str, where: str, span: tuple[dt.date, dt.date], *, today: dt.date) -> Rows:
    """{label: figure} for each group that has any row."""
    rows: dict[str, list[Any]] = defaultdict(list)
    if metric == "received":
        for each in trade.paid:
            if span[0] <= each.day < span[1] and kept(each, where):
                rows[str(getattr(each, dimension)).replace("_", " ")].append(each)
        return {key: sum(each.amount for each in group) for key, group in rows.items()}
    if metric == "due" or (dimension == "sale" and metric == "overdue"):
        return _by_due(trade, dimension, where, span if metric == "due" else (dt.date.min, today))
    if metric in ("outstanding", "overdue", "late30"):
        labels = {each.customer if dimension == "customer" else each.storefront for each in trade.owed}
        found = {label: _debt(trade, metric, f"{where};{dimension}={label}", today) for label in labels}
        return {label: value for label, value in found.items() if value}
    if metric in ("stock", "stock_value"):
        labels = {each.storefront if dimension == "storefront" else each.category for each in trade.lines} | {
            "Appliances"
        }
        return {
            label: figure(trade, metric, f"{dimension}={label}", span, today)
            for label in labels - {"Services", "" if dimension == "category" else "Appliances"}
        }
    for line in _lines(trade, where, span) if metric in OF_LINES else ():  # of tills nothing is on record
        rows[_label(trade, line, dimension)].append(line)
    found = {label: OF_LINES[metric](lines) for label, lines in rows.items() if label}
    return {label: value for label, value in found.items() if value or metric not in _ONLY_SOME}


def _by_due(trade: Trade, dimension: str, where: str, span: tuple[dt.date, dt.date]) -> Rows:
    rows: Rows = defaultdict(Decimal)
    for each in _falling_due(trade, where, span):
        one = _sale(trade, each.number, each.day, each.customer)
        rows[one if dimension == "sale" else str(getattr(each, dimension))] += each.open
    return rows


def _sale(trade: Trade, number: str, day: dt.date, customer: str) -> str:
    due = next((f", due {each.due.day} {each.due:%B %Y}" for each in trade.owed if each.number == number), "")
    return f"{number} on {day.day} {day:%B %Y}{f' to {customer}' if customer else ''}{due}"


def _label(trade: Trade, line: Line, dimension: str) -> str:
    if dimension == "sale":
        return _sale(trade, line.sale.number, line.day, line.customer)
    if dimension == "month":
        return f"{line.day:%B %Y}"
    if dimension == "weekday":
        return f"{line.day:%A}"
    if dimension == "day":
        return f"{line.day:%A} {line.day.day} {line.day:%B %Y}"
    if dimension == "hour":
        return f"{line.hour:02d}:00"
    return str(getattr(line, {"price_tier": "tier"}.get(dimension, dimension)))
