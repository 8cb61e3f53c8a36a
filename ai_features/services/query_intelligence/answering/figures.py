"""Figures, names and days given out as slots, as every sentence of an answer needs them."""

from collections.abc import Iterable
from decimal import Decimal

from ai_features.services.query_intelligence.answering.arranging import telling_change
from ai_features.services.query_intelligence.answering.plans import noun
from ai_features.services.query_intelligence.answering.result import Result, Row, day_of, joint
from ai_features.services.slots import Slots
from reports.dimensions import DIMENSIONS
from reports.metrics import METRICS, Unit

_PEOPLE = frozenset({"customer", "staff", "sale", "payment", "line", "movement"})
"""Dimensions whose labels hold the names of people."""


def figure(slots: Slots, id: str, value: Decimal | None, key: str, *, of: str = "") -> str:
    """A figure of a metric as a slot."""
    unit = METRICS[key].unit
    if value is None:
        return "not known"
    if unit is Unit.DATE:
        return slots.date(id, day_of(value), of=of)
    if unit is Unit.MONEY:
        return slots.money(id, value, of=of)
    if unit is Unit.PERCENT:
        return slots.percent(id, value, of=of)
    return slots.count(id, value, METRICS[key].counts or {Unit.DAYS: "day", Unit.UNITS: "unit"}.get(unit, ""), of=of)


def days(slots: Slots, result: Result) -> None:
    """The days of the answer as slots, whether its words name them or not."""
    if own := result.plan.period or result.covers:
        slots.period("period", own.start, own.end, own.label)
    if other := result.plan.compare_to:
        slots.period("period_before", other.start, other.end, other.label)


def when(result: Result) -> str:
    """ " in {period}", where the plan names days that the figure is of."""
    plan = result.plan
    return f" {joint(plan.period)}{{period}}" if plan.period and not METRICS[plan.metric].as_of_now else ""


def name(slots: Slots, result: Result, row: Row, number: int, *, place: int | None = None) -> str:
    """The name of a row, or of its value of one dimension; people's as pseudonyms for a model."""
    dimensions = result.plan.dimensions if place is None else result.plan.dimensions[place : place + 1]
    label = ", ".join(row.labels if place is None else row.labels[place : place + 1])
    id = f"name_{number}"
    if _PEOPLE & set(dimensions):
        return slots.person(id, label, key=row.key[place or 0])
    return slots.name(id, label)


def cell(slots: Slots, result: Result, row: Row, number: int, *, named: str = "") -> str:
    """ "Rice 120 units (GHS 500.00, 12%)": a row with its name and figures."""
    said = named or name(slots, result, row, number)
    told = list(_told(slots, result, row, number))
    return f"{said} {told[0]}" + (f" ({', '.join(told[1:])})" if told[1:] else "") if told else said


def own(slots: Slots, result: Result, row: Row, number: int) -> str:
    """The figures of a row without its name."""
    told = list(_told(slots, result, row, number))
    return told[0] + (f" ({', '.join(told[1:])})" if told[1:] else "") if told else ""


def _told(slots: Slots, result: Result, row: Row, number: int) -> Iterable[str]:
    of = f"name_{number}"
    for place, metric in enumerate(result.columns):
        value = row.values[metric.key]
        id = f"{metric.key}_{number}"
        if not place or (metric.counts and metric.counts in metric.title.lower()):
            yield figure(slots, id, value, metric.key, of=of)
        else:
            bare = metric.counts and value is not None
            said = (
                slots.count(id, value, of=of)
                if bare and value is not None
                else figure(slots, id, value, metric.key, of=of)
            )
            yield f"{noun(metric.key)} {said}"
    if row.share is not None:
        yield slots.percent(f"share_{number}", row.share, of=of)
    if row.before:
        then = row.before.get(result.lead)
        before = figure(slots, f"before_{number}", then, result.lead, of=of)
        change = telling_change(result.lead, row.values[result.lead], then)
        moved = f"{slots.change(f'change_{number}', change, of=of)} on " if change is not None else "before "
        yield f"{moved}{before}"


def counted(slots: Slots, id: str, number: int, dimension: str) -> str:
    """ "3 customers"."""
    return slots.count(id, number, DIMENSIONS[dimension].title if dimension != "staff" else "staff member")
