"""Plans run over the shop's own rows: scoped at the base, read-only, a fixed number of queries, with a time limit."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from operator import eq, ge, gt, le, lt
from typing import Any

from django.db import OperationalError, connection, transaction
from django.db.models import Max, Min

from ai_features.services.query_intelligence.days.almanac import shift, start_of, written
from ai_features.services.query_intelligence.executor import lists
from ai_features.services.query_intelligence.executor.labels import names
from ai_features.services.query_intelligence.executor.result import Column, Result, Row, in_words
from ai_features.services.query_intelligence.plan import MOST_ROWS, Days, Plan, Threshold
from ai_features.services.query_intelligence.vocabulary import DIMENSIONS, LISTS, TIME_DIMENSIONS
from common import clock, errors, money
from inventory.models import Category
from reports import measures
from reports.measures import AS_OF_NOW, Cut
from reports.metrics import METRICS, PARTS, Source, parts_of
from sales.models import Payment, SaleLine

__all__ = ["Column", "Result", "Row", "TooSlow", "run"]

TIME_LIMIT_MS = 10_000
_ROWS_OF = {source: source.value for source in Source} | {
    Source.LINES: "sale lines", Source.CREDIT: "sales on credit", Source.INVOICES: "open invoices",
    Source.OVERDUE: "overdue invoices", Source.DUE: "open invoices falling due", Source.STOCK: "stock records",
    Source.SETTLED: "sales on credit paid off", Source.COLLECTED: "payments of older sales",
    Source.RECENT: "sale lines of the last 30 days", Source.MOVEMENTS: "stock movements", Source.TOGETHER: "sale lines",
}  # fmt: skip


class TooSlow(errors.DomainError):
    """The database took longer than the limit; nothing is charged."""

    code = "ai_service_error"
    message = "That took too long to work out. Name a shorter stretch of days."


def run(business_id: uuid.UUID, plan: Plan, *, today: dt.date) -> Result:
    """The figures of a checked plan for one business. Raises `TooSlow`."""
    with _reading():
        plan = _with_subcategories(business_id, plan)
        if plan.metric in LISTS:
            return lists.run(business_id, plan, today=today)
        try:
            return _measured(business_id, plan, today)
        except measures.TooManyGroups as many:
            raise TooSlow from many


@contextmanager
def _reading() -> Iterator[None]:
    """A read-only transaction with a statement timeout, where the database has them and none is open."""
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        yield
        return
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL transaction_read_only = on; SET LOCAL statement_timeout = {TIME_LIMIT_MS}")
            yield
    except OperationalError as stopped:
        if "statement timeout" in str(stopped):
            raise TooSlow from stopped
        raise


def _with_subcategories(business_id: uuid.UUID, plan: Plan) -> Plan:
    """A category stands for all below it."""
    if not any(each.dimension == "category" for each in plan.filters):
        return plan
    below: dict[str, list[str]] = {}
    for pk, parent in Category.objects.of(business_id).order_by().values_list("pk", "parent_id"):
        below.setdefault(str(parent), []).append(str(pk))
    filters = []
    for each in plan.filters:
        values = [str(value) for value in each.values] if each.dimension == "category" else []
        for value in values:
            values += [child for child in below.get(value, []) if child not in values]
        filters.append(each.model_copy(update={"values": tuple(values)}) if values else each)
    return plan.model_copy(update={"filters": tuple(filters)})


def cut_of(plan: Plan, days: Days | None) -> Cut:
    """What part of the business a plan looks at."""
    return Cut(
        days.start if days else None,
        days.end if days else None,
        {each.dimension: each.values for each in plan.filters if not each.exclude},
        {each.dimension: each.values for each in plan.filters if each.exclude},
        overdue_days=plan.overdue_days or 0,
    )


def _measured(business_id: uuid.UUID, plan: Plan, today: dt.date) -> Result:
    columns = tuple(Column(key, METRICS[key].title, METRICS[key].unit) for key in plan.metrics)
    wanted = list(dict.fromkeys([*plan.metrics, *(each.metric for each in plan.thresholds)]))
    cut = cut_of(plan, plan.period)
    groups = measures.by(business_id, wanted, dimensions=plan.dimensions, cut=cut) if plan.dimensions else []
    whole = _whole(business_id, plan, groups, cut)
    before, before_groups = _compared(business_id, plan)
    rows, found, notes = _rows(business_id, plan, groups, whole, before_groups)
    result = Result(
        plan=plan,
        columns=columns,
        rows=rows,
        total={key: whole[key] for key in plan.metrics},
        before={key: before[key] for key in plan.metrics} if before else {},
        found=found,
        covers=None if plan.period else _covered(business_id, plan),
        sources=_sources(groups, whole),
        notes=(*notes, *_unknown_cost(plan, whole), *_before_records(business_id, plan)),
    )
    return _with_average(business_id, _with_share(business_id, result), today)


def _whole(business_id: uuid.UUID, plan: Plan, groups: Sequence[measures.Row], cut: Cut) -> measures.Row:
    """All groups together: summed where parts add up, asked again where they count distinct things."""
    needed = parts_of(*plan.metrics)
    if not plan.dimensions or not all(PARTS[part].additive for part in needed):
        return measures.total(business_id, plan.metrics, cut=cut)
    return measures.Row((), {part: sum((row.parts[part] for row in groups), Decimal(0)) for part in needed})


def _compared(business_id: uuid.UUID, plan: Plan) -> tuple[measures.Row | None, dict[Any, measures.Row]]:
    if not plan.compare_to:
        return None, {}
    cut = cut_of(plan, plan.compare_to)
    if not plan.dimensions or set(plan.dimensions) & TIME_DIMENSIONS:
        return measures.total(business_id, plan.metrics, cut=cut), {}
    groups = measures.by(business_id, plan.metrics, dimensions=plan.dimensions, cut=cut)
    return _whole(business_id, plan, groups, cut), {row.key: row for row in groups}


def _rows(
    business_id: uuid.UUID,
    plan: Plan,
    groups: list[measures.Row],
    whole: measures.Row,
    before: Mapping[Any, measures.Row],
) -> tuple[tuple[Row, ...], int, list[str]]:
    """The rows wanted, in order, with names; how many there were; and what was left out."""
    notes: list[str] = []
    groups, left_out = _named_only(plan, groups)
    if left_out and (value := left_out[plan.metric]):
        what = (
            "recorded for no customer"
            if "customer" in plan.dimensions
            else f"without a {DIMENSIONS[plan.dimensions[0]].title}"
        )
        notes.append(f"{in_words(value, METRICS[plan.metric].unit)} {what} is not in the list")
    groups = _filled_in(plan, groups, clock.today())
    groups = [row for row in groups if all(_passes(row, each) for each in plan.thresholds)]
    groups.sort(key=lambda row: _place(row, plan))
    shown = groups[: plan.limit or MOST_ROWS]
    labels = names(business_id, plan.dimensions, [row.key for row in shown])
    base = whole[plan.metric]
    rows = tuple(
        Row(
            row.key,
            label,
            {key: row[key] for key in plan.metrics},
            {key: before[row.key][key] if row.key in before else Decimal(0) for key in plan.metrics} if before else {},
            money.share(row[plan.metric] or Decimal(0), base) if plan.share and base else None,
        )
        for row, label in zip(shown, labels, strict=True)
    )
    return rows, len(groups), notes


def _named_only(plan: Plan, groups: list[measures.Row]) -> tuple[list[measures.Row], measures.Row | None]:
    """In a ranking, and in any list of people, what bears no name is told apart."""
    ranked = plan.limit or plan.thresholds or {"customer", "staff"} & set(plan.dimensions)
    if not ranked or len(plan.dimensions) != 1:
        return groups, None
    nameless = next((row for row in groups if row.key[0] in (None, "")), None)
    return [row for row in groups if row is not nameless], nameless


def _filled_in(plan: Plan, groups: list[measures.Row], today: dt.date) -> list[measures.Row]:
    """Days, weeks or months without any trade are shown as zero, up to today."""
    if (
        plan.order != "time"
        or len(plan.dimensions) != 1
        or plan.dimensions[0] not in TIME_DIMENSIONS
        or not plan.period
    ):
        return groups
    unit, known = plan.dimensions[0], {row.key[0]: row for row in groups}
    zero = dict.fromkeys(parts_of(*plan.metrics), Decimal(0))
    day = start_of(unit, plan.period.start)
    filled: list[measures.Row] = []
    while day < plan.period.end and day <= today and len(filled) < MOST_ROWS * 4:
        filled.append(known.get(day) or measures.Row((day,), zero))
        day = shift(unit, day, 1)
    return filled if len(filled) >= len(groups) else groups


_SIGNS = {">": gt, ">=": ge, "<": lt, "<=": le, "=": eq}


def _passes(row: measures.Row, limit: Threshold) -> bool:
    value = row[limit.metric]
    return value is not None and bool(_SIGNS[limit.sign](value, limit.value))


def _place(row: measures.Row, plan: Plan) -> tuple[Any, ...]:
    if plan.order == "time":
        return tuple((value is None, str(value).zfill(3)) for value in row.key)
    value = row[plan.metric]
    size = Decimal(0) if value is None else value
    return value is None, -size if plan.order == "high" else size, tuple(str(each) for each in row.key)


def _unknown_cost(plan: Plan, whole: measures.Row) -> list[str]:
    if not {"profit", "margin", "cost"} & set(plan.metrics):
        return []
    unknown = whole.parts.get("uncosted_revenue", Decimal(0))
    return [f"{money.written(unknown)} of sales have no cost recorded and are left out of profit"] if unknown else []


def _with_share(business_id: uuid.UUID, result: Result) -> Result:
    plan = result.plan
    if not plan.share or plan.dimensions or not plan.filters:
        return result
    wider = plan.model_copy(update={"filters": ()})
    base = measures.total(business_id, [plan.metric], cut=cut_of(wider, plan.period))[plan.metric]
    part = result.total[plan.metric]
    return replace(result, share=money.share(part, base) if base and isinstance(part, Decimal) else None)


def _with_average(business_id: uuid.UUID, result: Result, today: dt.date) -> Result:
    plan = result.plan
    whole = result.total[plan.metric]
    if not plan.per or not isinstance(whole, Decimal):
        return result
    period = plan.period or result.covers
    if plan.per in TIME_DIMENSIONS:
        units = _units_in(plan.per, period, today) if period else 0
        total = whole
    else:
        cut = cut_of(plan, plan.period)
        rows = measures.by(business_id, [plan.metric], dimensions=[plan.per], cut=cut)
        rows = [row for row in rows if row.key[0] not in (None, "") and row[plan.metric]]
        units, total = len(rows), sum((row[plan.metric] or Decimal(0) for row in rows), Decimal(0))
    notes = result.notes
    if total != whole:
        left = in_words(whole - total, METRICS[plan.metric].unit)
        notes = (*notes, f"{left} recorded for no {DIMENSIONS[plan.per].title} is left out")
    average = round(total / units, 2) if units else None
    return replace(result, average=average, units=units, total={**result.total, plan.metric: total}, notes=notes)


def _units_in(unit: str, period: Days, today: dt.date) -> int:
    """The days, weeks … that a period touches, up to today."""
    end = min(period.end, today + dt.timedelta(days=1))
    count, day = 0, start_of(unit, period.start)
    while day < end:
        count, day = count + 1, shift(unit, day, 1)
    return count


def _covered(business_id: uuid.UUID, plan: Plan) -> Days | None:
    """From the first to the last day on record, for a plan without days."""
    sources = {next(iter(PARTS[part].by_source)) for part in parts_of(*plan.metrics)}
    if sources <= AS_OF_NOW:
        return None
    rows: Any = Payment.objects.of(business_id) if sources == {Source.PAYMENTS} else SaleLine.objects.of(business_id)
    moment = "received_at" if sources == {Source.PAYMENTS} else "sold_at"
    first, last = rows.order_by().aggregate(first=Min(moment), last=Max(moment)).values()
    if not first or not last:
        return None
    start, end = clock.local_date(first), clock.local_date(last) + dt.timedelta(days=1)
    return Days(start=start, end=end, label=written(start, end))


def _before_records(business_id: uuid.UUID, plan: Plan) -> list[str]:
    """A comparison with days of which some lie before the first on record."""
    on_record = _covered(business_id, plan) if plan.compare_to else None
    if not on_record or not plan.compare_to or on_record.start <= plan.compare_to.start:
        return []
    begin = written(on_record.start, on_record.start + dt.timedelta(days=1))
    return [f"records begin on {begin}, so {plan.compare_to.label} is not whole"]


def _sources(groups: Sequence[measures.Row], whole: measures.Row) -> tuple[tuple[str, int], ...]:
    """How many rows the figures were made from."""
    counted: dict[Source, int] = dict(whole.counts)
    if not counted:
        for row in groups:
            for source, count in row.counts.items():
                counted[source] = counted.get(source, 0) + count
    return tuple((_ROWS_OF[source], count) for source, count in counted.items())
