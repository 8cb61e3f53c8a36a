"""Plans run over the shop's own rows: scoped at the base, read-only, a fixed number of queries, with a time limit."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal

from django.db import OperationalError, connection, transaction
from django.db.models import Max, Min

from ai_features.services.query_intelligence.answering import arranging, why
from ai_features.services.query_intelligence.answering.alike import like_for_like
from ai_features.services.query_intelligence.answering.cuts import Scope, scope
from ai_features.services.query_intelligence.answering.labels import names
from ai_features.services.query_intelligence.answering.plans import noun
from ai_features.services.query_intelligence.answering.result import UNRANKED, Result, Row, in_words, lists
from ai_features.services.query_intelligence.days.almanac import shift, start_of, written
from ai_features.services.query_intelligence.plan import GOODS, Days, Plan
from common import errors, money
from common import shop_clock as clock
from reports import metric_queries
from reports.dimensions import DIMENSIONS, TIME_DIMENSIONS
from reports.metrics import METRICS, PARTS, Source, parts_of
from reports.segments import SEGMENTS
from reports.sources import MOMENT

TIME_LIMIT_MS = 10_000
_ROWS_OF = {source: source.value for source in Source} | {
    Source.LINES: "sale lines",
    Source.CREDIT: "sales on credit",
    Source.INVOICES: "open invoices",
    Source.OVERDUE: "overdue invoices",
    Source.DUE: "open invoices falling due",
    Source.STOCK: "stock records",
    Source.SETTLED: "sales on credit paid off",
    Source.COLLECTED: "payments of older sales",
    Source.RECENT: "sale lines of the last 30 days",
    Source.MOVEMENTS: "stock movements",
    Source.TOGETHER: "sale lines",
    Source.FIRST: "first sales",
}
_LIST_COLUMNS = {"customer": ("revenue",), "product": ("units",), "storefront": ("revenue",), "staff": ("revenue",)}
_ONE_DAY = dt.timedelta(days=1)


class TooSlow(errors.DomainError):
    """The database took longer than the limit; nothing is charged."""

    code = "ai_service_error"
    message = "That took too long to work out. Ask about fewer days."


def run(business_id: uuid.UUID, plan: Plan, *, today: dt.date) -> Result:
    """The figures of a checked plan for one business. Raises `TooSlow`."""
    with _reading():
        try:
            alike, notes = like_for_like(_settled(plan), today)
            of = scope(business_id, alike, today)
            found = _moved(of) if plan.why else _side_by_side(of) if plan.sides else _measured(of)
            return replace(found, notes=(*notes, *found.notes))
        except metric_queries.TooManyGroups as many:
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


def _settled(plan: Plan) -> Plan:
    """A fact of one product or customer is told product by product, with what belongs beside it."""
    metric = METRICS[plan.metric]
    if not metric.of or plan.dimensions:
        return plan
    beside = tuple(key for key in metric.beside if key not in plan.metrics)
    metrics = (*plan.metrics, *beside)[:4] if len(plan.metrics) == 1 else plan.metrics
    return plan.model_copy(update={"dimensions": (metric.of,), "metrics": metrics})


def columns(plan: Plan) -> tuple[tuple[str, ...], bool]:
    """The metrics of each row, and whether the lowest come first: a list of things shows its segment's columns."""
    if not lists(plan):
        return plan.metrics, plan.order == "low"
    chosen, low = plan.metrics[1:], plan.order == "low"
    for each in plan.segments:
        row = SEGMENTS[each.row]
        if not chosen and row.entity == plan.dimensions[0] and not each.exclude:
            chosen, low = row.columns, row.low_first
    if not chosen and any(not each.never for each in plan.bought):
        chosen = _LIST_COLUMNS.get(plan.dimensions[0], ())
    return tuple(key for key in chosen if metric_queries.can(key, plan.cuts())), low


def _moved(of: Scope) -> Result:
    found = why.measured(of)
    begins, _ = _recorded(of)
    return replace(found, begins=begins, notes=(*found.notes, *_before_records(found.plan, begins)))


def _side_by_side(of: Scope) -> Result:
    """Each side's figures as a row, the highest first. A query for each source and side."""
    plan, wholes = of.plan, list[metric_queries.Row]()
    for side in plan.sides:
        alone = replace(of, plan=plan.of_side(side))
        wholes.append(
            metric_queries.total(of.business_id, plan.metrics, cut=alone.cut(plan.period, metric=plan.metric))
        )
    rows = [
        Row((place,), (side.name,), {key: whole[key] for key in plan.metrics})
        for place, (side, whole) in enumerate(zip(plan.sides, wholes, strict=True))
    ]
    begins, covers = _recorded(of)
    ordered = arranging.ordered(plan, rows, plan.metrics, low=plan.order == "low")
    return Result(
        plan=plan,
        metrics=plan.metrics,
        rows=tuple(ordered),
        total={},
        found=len(rows),
        covers=covers,
        begins=begins,
        sources=_sources(wholes, wholes[0]),
        notes=tuple(_no_hour(of)),
    )


def _measured(of: Scope) -> Result:
    plan = of.plan
    shown, low = columns(plan)
    wanted = list(dict.fromkeys([*shown, plan.metric, *(each.metric for each in plan.thresholds)]))
    groups = _groups(of, wanted, plan.period)
    whole = _whole(of, groups, plan.period)
    before, then = _compared(of, wanted)
    rows, left_out = arranging.named_only(plan, arranging.united(groups, then, wanted, gone=bool(plan.by_change)))
    rows = arranging.passing(plan, arranging.filled_in(plan, rows, of.today))
    rows = arranging.ordered(plan, rows if shown else _told(of, rows), shown, low=low)
    begins, covers = _recorded(of)
    result = Result(
        plan=plan,
        metrics=shown,
        unsold=_unsold(of, groups),
        rows=tuple(_told(of, arranging.wanted(plan, rows))),
        total=_totals(plan, rows, whole),
        before={key: before[key] for key in _asked(plan)} if before else {},
        found=len(rows),
        covers=covers,
        begins=begins,
        sources=_sources(groups, whole),
        notes=(
            *_nameless(plan, left_out),
            *_unknown_cost(plan, whole),
            *_no_hour(of),
            *_before_records(plan, begins),
        ),
    )
    return _with_average(of, _with_share(of, result, whole))


def _unsold(of: Scope, groups: Sequence[metric_queries.Row]) -> tuple[str, ...]:
    """Of goods asked for that sold least, the names of those that did not sell at all. Two queries where it asks."""
    plan = of.plan
    goods = tuple(each for each in plan.filters if each.dimension in GOODS)
    if plan.order != "low" or plan.dimensions != ("product",) or plan.metric not in UNRANKED or not goods:
        return ()
    kinds = tuple(each for each in plan.segments if each.entity == "product")
    listed = plan.model_copy(update={"metrics": ("product_count",), "filters": goods, "segments": kinds, "bought": ()})
    cut = replace(of, plan=listed).cut(plan.period, metric="product_count")
    known = {row.key for row in groups}
    found = metric_queries.by(of.business_id, ["product_count"], dimensions=["product"], cut=cut)
    keys = [row.key for row in found if row.key not in known]
    return tuple(label[0] for label in names(of.business_id, ("product",), keys))


def _groups(of: Scope, metrics: Sequence[str], days: Days | None) -> list[metric_queries.Row]:
    """The groups of the plan; of a list, those that are counted."""
    plan = of.plan
    if not plan.dimensions:
        return []
    if not lists(plan):
        known = of.cut(days, metric=plan.metric)
        return metric_queries.by(of.business_id, metrics, dimensions=plan.dimensions, cut=known)
    counted = metric_queries.by(
        of.business_id, [plan.metric], dimensions=plan.dimensions, cut=of.cut(days, metric=plan.metric)
    )
    beside = [key for key in metrics if key != plan.metric]
    found = (
        metric_queries.by(
            of.business_id, beside, dimensions=plan.dimensions, cut=of.cut(days, listed=plan.dimensions[0])
        )
        if beside
        else []
    )
    figures = {row.key: row for row in found}
    zero = dict.fromkeys([*parts_of(*metrics), "days"], Decimal(0))
    return [
        metric_queries.Row(
            row.key, {**zero, **(figures[row.key].parts if row.key in figures else {}), **row.parts}, row.counts
        )
        for row in counted
    ]


def _whole(of: Scope, groups: Sequence[metric_queries.Row], days: Days | None) -> metric_queries.Row:
    """All groups together: summed where parts add up, asked again where they count distinct things."""
    plan = of.plan
    if METRICS[plan.metric].of:
        return metric_queries.Row((), {})
    needed = parts_of(*_asked(plan))
    if plan.dimensions and not lists(plan) and all(part in PARTS and PARTS[part].additive for part in needed):
        return metric_queries.Row((), {part: sum((row.parts[part] for row in groups), Decimal(0)) for part in needed})
    if lists(plan):
        return metric_queries.total(of.business_id, [plan.metric], cut=of.cut(days, metric=plan.metric))
    return metric_queries.total(of.business_id, _asked(plan), cut=of.cut(days, metric=plan.metric))


def _asked(plan: Plan) -> list[str]:
    """The metrics that are told of all together: those asked for and, of one figure, those it is held against."""
    limits = [] if plan.dimensions else [each.metric for each in plan.thresholds]
    return list(dict.fromkeys([*plan.metrics, *limits]))


def _totals(plan: Plan, rows: Sequence[Row], whole: metric_queries.Row) -> dict[str, Decimal | None]:
    """The figures of all groups together; of a list how many there are, of facts their sum where that means any."""
    if lists(plan):
        return {plan.metric: Decimal(len(rows))}
    if not METRICS[plan.metric].of:
        return {key: whole[key] for key in _asked(plan)}
    return {
        key: sum((row.values[key] or Decimal(0) for row in rows), Decimal(0)) if METRICS[key].adds_up else None
        for key in plan.metrics
    }


def _compared(of: Scope, metrics: Sequence[str]) -> tuple[metric_queries.Row | None, list[metric_queries.Row]]:
    """The whole of the days it is compared with, and its groups where they are the same things."""
    plan = of.plan
    if not plan.compare_to:
        return None, []
    alike = plan.dimensions and not lists(plan) and not set(plan.dimensions) & TIME_DIMENSIONS
    if alike:
        groups = _groups(of, metrics, plan.compare_to)
        return _whole(of, groups, plan.compare_to), groups
    return metric_queries.total(of.business_id, _asked(plan), cut=of.cut(plan.compare_to, metric=plan.metric)), []


def _told(of: Scope, rows: list[Row]) -> list[Row]:
    """The rows with their names, where they have none yet."""
    if rows and rows[0].labels:
        return rows
    labels = names(of.business_id, of.plan.dimensions, [row.key for row in rows])
    return [replace(row, labels=label) for row, label in zip(rows, labels, strict=True)]


def _with_share(of: Scope, result: Result, whole: metric_queries.Row) -> Result:
    """What part of all it is: each row and the rows shown together, or what the filters keep of what there is."""
    plan, metric = result.plan, METRICS[result.plan.metric]
    if not (plan.share or metric.share_of) or lists(plan):
        return result
    if metric.share_of:
        base = metric_queries.total(of.business_id, [metric.share_of], cut=of.cut(plan.period))[metric.share_of]
    elif plan.dimensions:
        base = whole[plan.metric]
    else:
        wider = replace(of, plan=plan.model_copy(update={"filters": plan.whole(), "segments": (), "bought": ()}))
        base = metric_queries.total(of.business_id, [plan.metric], cut=wider.cut(plan.period))[plan.metric]
        return replace(result, share=money.share(result.total[plan.metric] or Decimal(0), base or Decimal(0)))
    if not base:
        return result
    rows = tuple(replace(row, share=money.share(row.values[plan.metric] or Decimal(0), base)) for row in result.rows)
    first = sum((row.values[plan.metric] or Decimal(0) for row in rows), Decimal(0))
    together = money.share(first, base) if plan.limit and plan.share else None
    return replace(result, rows=rows, share=together)


def _with_average(of: Scope, result: Result) -> Result:
    """The figure for each day, month, customer ... of those there were."""
    plan, whole = result.plan, result.total[result.plan.metric]
    if not plan.per or whole is None:
        return result
    if plan.per in TIME_DIMENSIONS:
        period = plan.period or result.covers
        units, total = _units_in(plan, period, of.today) if period else 0, whole
    else:
        rows = metric_queries.by(of.business_id, [plan.metric], dimensions=[plan.per], cut=of.cut(plan.period))
        figures = [row[plan.metric] or Decimal(0) for row in rows if row.key[0] not in (None, "") and row[plan.metric]]
        units, total = len(figures), sum(figures, Decimal(0))
    left = in_words(whole - total, METRICS[plan.metric].unit)
    note = () if total == whole else (f"{left} recorded for no {DIMENSIONS[plan.per].title} is left out",)
    average = money.rounded(total / units, 2) if units else None
    totals = {**result.total, plan.metric: total}
    means = tuple(_averaged(row, plan.metric, units) for row in result.rows) if units else result.rows
    return replace(result, rows=means, average=average, units=units, total=totals, notes=(*result.notes, *note))


def _averaged(row: Row, key: str, units: int) -> Row:
    """One group's figure for each of so many days, weeks …"""

    def mean(of: Mapping[str, Decimal | None]) -> Mapping[str, Decimal | None]:
        return {**of, key: money.rounded((of[key] or Decimal(0)) / units, 2)} if of else of

    return replace(row, values=mean(row.values), before=mean(row.before))


def _units_in(plan: Plan, period: Days, today: dt.date) -> int:
    """The days, weeks … that a period touches, up to today; of days only the weekdays asked about."""
    end = min(period.end, today + _ONE_DAY)
    weekdays = [each.values for each in plan.filters if each.dimension == "weekday" and plan.per == "day"]
    count, day = 0, start_of(plan.per, period.start)
    while day < end:
        count += all(day.isoweekday() in values for values in weekdays)
        day = shift(plan.per, day, 1)
    return count


def _recorded(of: Scope) -> tuple[dt.date | None, Days | None]:
    """The first day on record of what is asked, and all its days where the plan names none. One query."""
    metric = METRICS[of.plan.metric]
    if metric.as_of_now:
        return None, None
    source = next(iter(PARTS[metric.parts[0]].by_source))
    base = source if source in (Source.PAYMENTS, Source.MOVEMENTS) else Source.SALES
    moment = MOMENT[base]
    rows = metric_queries.rows_of(of.business_id, base, cut=metric_queries.Cut())
    first, last = rows.aggregate(first=Min(moment), last=Max(moment)).values()
    if not first:
        return None, None
    start, end = clock.local_date(first), clock.local_date(last) + _ONE_DAY
    return start, None if of.plan.period else Days(start=start, end=end, label=written(start, end))


def _nameless(plan: Plan, left_out: Row | None) -> list[str]:
    """What bears no name counts in the whole and is not in the list."""
    value = left_out.values.get(plan.metric) if left_out else None
    if not value or not METRICS[plan.metric].adds_up or plan.thresholds or plan.rank or plan.ends or plan.by_change:
        return []
    what = (
        "recorded for no customer"
        if plan.dimensions == ("customer",)
        else f"without a {DIMENSIONS[plan.dimensions[0]].title}"
    )
    return [f"{in_words(value, METRICS[plan.metric].unit)} of {noun(plan.metric)} {what}, not in the list"]


def _unknown_cost(plan: Plan, whole: metric_queries.Row) -> list[str]:
    unknown = whole.parts.get("uncosted_revenue")
    return [f"{money.written(unknown)} of sales have no cost recorded and are left out of profit"] if unknown else []


def _no_hour(of: Scope) -> list[str]:
    """Sales of which only the day was recorded belong to no hour."""
    plan = of.plan
    if "hour" not in (*plan.dimensions, *(each.dimension for each in plan.filters)):
        return []
    count = metric_queries.without_hour(of.business_id, cut=of.cut(plan.period))
    return [f"{count} sales have a day and no time of day, and are in no hour"] if count else []


def _before_records(plan: Plan, begins: dt.date | None) -> list[str]:
    """A comparison with days of which some lie before the first on record."""
    if not begins or not plan.compare_to or begins <= plan.compare_to.start:
        return []
    whole = "is not whole" if begins < plan.compare_to.end else "has no records"
    return [f"records begin on {written(begins, begins + _ONE_DAY)}, so {plan.compare_to.label} {whole}"]


def _sources(groups: Sequence[metric_queries.Row], whole: metric_queries.Row) -> tuple[tuple[str, int], ...]:
    """How many rows the figures were made from."""
    counted: dict[Source, int] = dict(whole.counts)
    if not counted:
        for row in groups:
            for source, count in row.counts.items():
                counted[source] = counted.get(source, 0) + count
    return tuple((_ROWS_OF[source], count) for source, count in counted.items())
