"""The answer in plain words without a model: a verdict, at most five names, the total; each figure and name a slot."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from ai_features.services.query_intelligence.answering import facts, totals, why
from ai_features.services.query_intelligence.answering.figures import cell, counted, days, figure, name, own, when
from ai_features.services.query_intelligence.answering.plans import (
    cut_in_words,
    filters_in_words,
    lowered,
    noun,
    purchases_in_words,
    segment_in_words,
    thresholds_in_words,
    title,
)
from ai_features.services.query_intelligence.answering.result import LISTED, Result, Row, lists
from ai_features.services.query_intelligence.answering.trends import Trend, trend_of
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.slots import Slots, listed
from reports.dimensions import DIMENSIONS, TIME_DIMENSIONS
from reports.metrics import METRICS, Unit
from reports.segments import SEGMENTS

MOST_NAMES = 5
MOST_UNSOLD = 3
Told = tuple[str, str]
"""The verdict, one sentence, and what follows it."""
_OWING = {
    "outstanding": "{found} {owe} you {total}{of}",
    "overdue": "{found} {have} {total}{of} overdue",
    "due": "{found} {have} {total}{of} to pay{when}",
}
_MOST = {
    ("outstanding", "customer"): "{name} owes you the {most}{of}: {value}",
    ("overdue", "customer"): "{name} has the {most} overdue{of}: {value}",
    ("received", "customer"): "{name} paid the {most}{of}{when}: {value}",
    ("discount", "customer"): "{name} got the {most} discount{of}{when}: {value}",
    ("bought_with", "product"): "{name} is bought {most} often{of}{when}: {value}",
    ("cover_days", "product"): "{name} lasts the {longest}{of}: {value}",
    ("days_to_pay", "customer"): "{name} takes the {longest} to pay{of}{when}: {value}",
    ("oldest_invoice", "customer"): "{name} has owed for the {longest}{of}: {value}",
}
_SIZES = {"money": ("lowest", "highest"), "date": ("earliest", "latest"), "counted": ("fewest", "most")}
_ONE = {
    "need": "needs",
    "are": "is",
    "have": "has",
    "do": "does",
    "owe": "owes",
    "pay": "pays",
    "cost": "costs",
    "buy": "buys",
}


def tell(result: Result, slots: Slots) -> Told:
    """The verdict and the rest, with a slot for each figure, name and stretch of days; fills `slots` for the model."""
    days(slots, result)
    return _way(result)(result, slots)


def _way(result: Result) -> Callable[[Result, Slots], Told]:
    plan = result.plan
    ways: tuple[tuple[object, Callable[[Result, Slots], Told]], ...] = (
        (result.change is not None, why.tell),
        (plan.sides, _side_by_side),
        (result.average is not None and not result.rows, totals.average),
        (not plan.dimensions and (plan.segments or plan.bought) and plan.metric in LISTED, _counted),
        (not plan.dimensions, totals.total),
        (lists(plan) or plan.ask == "count" or (plan.thresholds and not plan.limit), _counted),
        (not result.rows, _none),
        (METRICS[plan.metric].of and len(result.rows) == 1, facts.fact),
        (_in_rows(plan), _one_by_one),
        (plan.order == "time" and plan.limit == 1 and len(plan.dimensions) == 1, _latest),
        (plan.trend or (plan.order == "time" and bool(TIME_DIMENSIONS & set(plan.dimensions))), _over_time),
        (plan.order == "time" and len(plan.dimensions) == 1, _over_time),
        (plan.top_each, _in_each),
        (plan.ends, _both_ends),
        (plan.rank, _nth),
        (plan.by_change, _by_change),
    )
    return next((way for applies, way in ways if applies), _ranked)


def _none(result: Result, slots: Slots) -> Told:
    return f"{_head(result, slots)}: none.", ""


def _head(result: Result, slots: Slots) -> str:
    plan = result.plan
    parts = [f"{title(plan.metric)}{filters_in_words(plan, slots)} {cut_in_words(plan)}".strip() + when(result)]
    parts += _conditions(plan, slots)
    return ", ".join(parts)


def _conditions(plan: Plan, slots: Slots) -> list[str]:
    return [
        *(segment_in_words(each, slots) for each in plan.segments),
        *(f"who {each}" for each in purchases_in_words(plan, slots)),
        *thresholds_in_words(plan),
    ]


def _counted(result: Result, slots: Slots) -> Told:
    """How many there are, of whom what holds; then the first of them."""
    plan = result.plan
    dimension = plan.dimensions[0] if plan.dimensions else plan.metric.removesuffix("_count")
    found = int(result.total[plan.metric] or 0) if not plan.dimensions else result.found
    said = _holding(result, slots, one=found <= 1)
    many = counted(slots, "found", found, dimension) if found else f"No {DIMENSIONS[dimension].title}"
    verdict = f"{many} {said}." if said else f"You have {many if found else lowered(many)} on record."
    return verdict, _names(result, slots) + totals.changed(result, slots)


def _names(result: Result, slots: Slots) -> str:
    """The first of those counted, by what orders them where the verdict has not said so."""
    plan = result.plan
    if not plan.dimensions or (plan.ask == "count" and not lists(plan)):
        return ""
    first = result.rows[: min(plan.limit or MOST_NAMES, MOST_NAMES)]
    bare = any(each.metric == result.lead and each.sign == "=" for each in plan.thresholds)
    said = [(name if bare else cell)(slots, result, row, number) for number, row in enumerate(first, 1)]
    rest = result.found - len(said)
    more = f", and {slots.count('more', rest, 'other')}" if rest > 0 and not plan.limit else ""
    lead = f" By {noun(result.lead)}: " if lists(plan) and result.metrics else " "
    return f"{lead}{'; '.join(said)}{more}." if said else ""


def _holding(result: Result, slots: Slots, *, one: bool) -> str:
    """What holds of those counted: "need restocking at Osu and bought Rice"."""
    plan = result.plan
    held = []
    for each in plan.segments:
        says = (
            SEGMENTS[each.row]
            .says.replace("{when}", f" {_span(result, each.number or SEGMENTS[each.row].default_days)}")
            .replace("{days}", f"{each.number or SEGMENTS[each.row].default_days} days")
            .replace("  ", " ")
            .strip()
        )
        where = "".join(f" at {one.name}" for one in each.filters)
        if each.exclude:
            held.append(f"{'is' if one else 'are'} not among those who {says}{where}")
            continue
        verb, _, rest = says.partition(" ")
        held.append(f"{_ONE.get(verb, verb) if one else verb} {rest}{where}".rstrip())
    held += [each.replace("were ", "was ") if one else each for each in purchases_in_words(plan, slots)]
    if limits := thresholds_in_words(plan):
        of_sales = (plan.dimensions, plan.metric) == (("sale",), "revenue")
        has = ("is" if one else "are") if of_sales else ("has" if one else "have")
        held.append(f"{has} {' and '.join(each.removeprefix('sales ') if of_sales else each for each in limits)}")
    asked = plan.segments and when_named(result)
    late = f"{filters_in_words(plan, slots)}{'' if asked else when(result)}"
    return " and ".join(held) + (late if held else "")


def when_named(result: Result) -> bool:
    """Whether what is said of a segment names the days already."""
    return any("{when}" in SEGMENTS[each.row].says for each in result.plan.segments)


def _span(result: Result, number: int | None) -> str:
    if result.plan.period:
        return totals.joined(result.plan.period)
    return f"in the last {number} days" if number else ""


def _narrowed(plan: Plan, slots: Slots) -> str:
    """What a figure is of: filters, and the segments and purchases by which its rows were chosen."""
    chosen = [segment_in_words(each, slots) for each in plan.segments]
    chosen += [f"who {each}" for each in purchases_in_words(plan, slots)]
    return filters_in_words(plan, slots) + (f" ({', '.join(chosen)})" if chosen else "")


def _side_by_side(result: Result, slots: Slots) -> Told:
    """What each side comes to, and by how much the first is past the second."""
    plan, key = result.plan, result.lead
    said = [cell(slots, result, row, number) for number, row in enumerate(result.rows, 1)]
    first, second = (row.values[key] for row in result.rows[:2])
    days_named = f" {totals.joined(plan.period)}" if plan.period else ""
    what = title(key).removesuffix(" on record")
    head = f"{what}{_narrowed(plan, slots)}{days_named}: {listed(said)}."
    if first is None or second is None or first == second or METRICS[key].unit is Unit.DATE:
        return head, ""
    size = "lower" if plan.order == "low" else "higher"
    gap = figure(slots, "gap", abs(first - second), key)
    return head, f" {{name_1}} is {size} by {gap}."


def _ranked(result: Result, slots: Slots) -> Told:
    """The first, then the others, then the whole."""
    plan = result.plan
    if plan.metric in _OWING and plan.dimensions == ("customer",) and not plan.limit and result.found > 1:
        return _owing(result, slots)
    said = name(slots, result, result.rows[0], 1)
    value = own(slots, result, result.rows[0], 1)
    if len(result.rows) == 1 and result.found == 1:
        verdict = f"{title(plan.metric)}{_narrowed(plan, slots)}{when(result)}: {said} {value}"
    else:
        low = plan.order == "low"
        has = "has" if METRICS[plan.metric].as_of_now else "had"
        mean = f" on average per {DIMENSIONS[plan.per].title}" if plan.per else ""
        usual = f"{{name}} {has} the {_size(result)} {noun(result.lead)}{mean}{{of}}{{when}}: {{value}}"
        verdict = _MOST.get((plan.metric, plan.dimensions[0]), usual).format(
            name=said,
            most="least" if low else "most",
            longest="shortest" if low else "longest",
            of=_narrowed(_once(plan), slots),
            when=when(result),
            value=value,
        )
    others = _after_first(result, slots)
    if result.unsold:
        others = f" Of those that did, {verdict}.{others}"
        verdict = _did_not_sell(result, slots)
    ends = f"{_together(result, slots)}{_whole(result, slots)}{_gap(result, slots)}{totals.changed(result, slots)}"
    return f"{verdict}.", f"{others}{ends}"


def _gap(result: Result, slots: Slots) -> str:
    """By how much the first of two that were named is past the other."""
    plan, key = result.plan, result.lead
    named = any(each.dimension in plan.dimensions and len(each.values) == 2 for each in plan.filters)
    if not named or len(result.rows) != 2 or len(plan.dimensions) > 1 or METRICS[key].unit is not Unit.MONEY:
        return ""
    first, second = (row.values[key] or Decimal(0) for row in result.rows)
    return f" The difference is {figure(slots, 'gap', abs(first - second), key)}."


def _did_not_sell(result: Result, slots: Slots) -> str:
    """The goods that sold least of all."""
    said = [slots.name(f"unsold_{number}", name) for number, name in enumerate(result.unsold[:MOST_UNSOLD], 1)]
    more = len(result.unsold) - len(said)
    said += [slots.count("unsold_more", more, "other")] if more else []
    none = figure(slots, "none_sold", Decimal(0), result.lead)
    return f"{listed(said)} did not sell at all{when(result)}: {none}"


def _size(result: Result) -> str:
    """ "highest" or "lowest", "latest" or "earliest"."""
    counted_one = METRICS[result.lead].unit is Unit.COUNT and not noun(result.lead).startswith("number")
    sizes = _SIZES.get("counted" if counted_one else METRICS[result.lead].unit.value, _SIZES["money"])
    return sizes[0] if result.plan.order == "low" else sizes[1]


def _owing(result: Result, slots: Slots) -> Told:
    plan = result.plan
    found = counted(slots, "found", result.found, "customer")
    total = figure(slots, "total", result.total[plan.metric], plan.metric)
    of = _narrowed(_once(plan), slots)
    late = f"{of} more than {slots.count('late', plan.overdue_days, 'day')}" if plan.overdue_days else of
    text = _OWING[plan.metric].format(found=found, owe="owe", have="have", total=total, of=late, when=when(result))
    return f"{text}.", _names(result, slots)


def _once(plan: Plan) -> Plan:
    """Filters whose values are the rows themselves are not said again."""
    kept = tuple(
        each
        for each in plan.filters
        if each.exclude or each.dimension not in plan.dimensions or each.dimension == "product"
    )
    return plan.model_copy(update={"filters": kept})


def _after_first(result: Result, slots: Slots) -> str:
    rows = result.rows[1 : min(result.plan.limit or MOST_NAMES, MOST_NAMES)]
    said = [cell(slots, result, row, number) for number, row in enumerate(rows, 2)]
    rest = result.found - 1 - len(said)
    more = f", and {slots.count('more', rest, 'other')}" if rest > 0 and not result.plan.limit else ""
    return f" Then {'; '.join(said)}{more}." if said else ""


def _together(result: Result, slots: Slots) -> str:
    """What share of all the rows shown are together."""
    if result.share is None or not result.plan.limit:
        return ""
    return f" Together they are {slots.percent('share', result.share)} of the whole."


def _whole(result: Result, slots: Slots) -> str:
    key = result.plan.metric
    metric, value = METRICS[key], result.total[key]
    one = result.plan.limit == 1 and DIMENSIONS[result.plan.dimensions[0]].rows
    many = not result.plan.thresholds and result.found > 1 and not result.plan.per
    if not metric.adds_up or value is None or not many or one:
        return ""
    said = min(result.plan.limit or MOST_NAMES, MOST_NAMES)
    whose = f"All {DIMENSIONS[result.plan.dimensions[0]].plural} together" if result.found > said else "In all"
    return f" {whose}: {figure(slots, 'total', value, key)}."


def _in_rows(plan: Plan) -> bool:
    return plan.order == "time" and len(plan.dimensions) == 1 and DIMENSIONS[plan.dimensions[0]].rows


def _one_by_one(result: Result, slots: Slots) -> Told:
    """How many there are and what they come to; then the first of them."""
    plan = result.plan
    value = result.total[plan.metric]
    many = counted(slots, "found", result.found, plan.dimensions[0])
    sum_ = figure(slots, "total", value, plan.metric)
    what = f"{many}{_narrowed(plan, slots)}{when(result)}"
    if plan.limit:
        return f"The latest of {what}.", _names(result, slots)
    return f"{what}: {sum_} in all.", _names(result, slots)


def _latest(result: Result, slots: Slots) -> Told:
    """The latest of days, and whether nothing was missing then where that was asked."""
    plan, row, key = result.plan, result.rows[0], result.lead
    day = name(slots, result, row, 1)
    value = figure(slots, "latest", row.values[key], key)
    lead = "" if plan.ask != "whether" else "No. " if row.values[key] else "Yes. "
    return f"{lead}{title(key)}{_narrowed(plan, slots)}, last on {day}: {value}.", ""


def _over_time(result: Result, slots: Slots) -> Told:
    """Whether it rises or falls where that was asked; else the highest and the lowest."""
    key = result.plan.metric
    known = sorted((row for row in result.rows if row.values[key] is not None), key=lambda row: row.values[key] or 0)
    if not known:
        return f"{_head(result, slots)}: nothing is recorded.", ""
    found = trend_of(result) if result.plan.trend and len(result.plan.dimensions) == 1 else None
    unit = " and ".join(DIMENSIONS[each].title for each in result.plan.dimensions)
    ends = _ends(result, slots, known)
    rest = f"{_whole(result, slots)}{totals.changed(result, slots)}"
    if found:
        return _trend(result, slots, found), f" {ends[:1].upper()}{ends[1:]}.{rest}"
    return f"{title(key)}{_narrowed(result.plan, slots)} by {unit}{when(result)}: {ends}.", rest


def _ends(result: Result, slots: Slots, known: Sequence[Row]) -> str:
    """The highest and the lowest; of debts by their age each."""
    if result.plan.dimensions == ("lateness",):
        return listed([cell(slots, result, row, number) for number, row in enumerate(result.rows, 1)])
    highest = f"highest {cell(slots, result, known[-1], 1)}"
    return f"{highest}, lowest {cell(slots, result, known[0], 2)}" if len(known) > 1 else highest


def _trend(result: Result, slots: Slots, found: Trend) -> str:
    key = result.plan.metric
    unit = DIMENSIONS[result.plan.dimensions[0]].title
    late = figure(slots, "later", found.later, key)
    early = figure(slots, "earlier", found.earlier, key)
    span = slots.count("half", found.half, unit)
    moved = f"{slots.change('trend', found.change)} on" if found.change is not None else "against"
    what = f"{title(key)}{_narrowed(result.plan, slots)}{when(result)}"
    return f"{what}: {found.said}. On average {late} a {unit} in the last {span}, {moved} {early} in the first."


def _in_each(result: Result, slots: Slots) -> Told:
    """The first of each group: "Osu: Rice 12 units, Oil 5 units; Tema: …"."""
    groups: dict[object, list[Row]] = {}
    for row in result.rows:
        groups.setdefault(row.key[0], []).append(row)
    said, number = [], 0
    for rows in list(groups.values())[:MOST_NAMES]:
        number += 1
        head = name(slots, result, rows[0], number, place=0)
        cells = []
        for row in rows[:MOST_NAMES]:
            number += 1
            cells.append(cell(slots, result, row, number, named=name(slots, result, row, number, place=1)))
        said.append(f"{head}: {', '.join(cells)}")
    first, second = (DIMENSIONS[each] for each in result.plan.dimensions)
    size = _size(result)
    each = (
        second.title
        if result.plan.top_each == 1
        else f"{slots.count('each', result.plan.top_each or 0)} {second.plural}"
    )
    of = f"{_narrowed(_once(result.plan), slots)}{when(result)}"
    head = f"The {each} with the {size} {noun(result.lead)} in each {first.title}{of}"
    return f"{head}: {'; '.join(said)}.", ""


def _both_ends(result: Result, slots: Slots) -> Told:
    half = (len(result.rows) + 1) // 2
    top, bottom = result.rows[:half], result.rows[half:]
    said = [cell(slots, result, row, number) for number, row in enumerate(result.rows, 1)]
    size = ("Lowest", "highest") if result.plan.order == "low" else ("Highest", "lowest")
    head = f"{size[0]} {noun(result.lead)}{_narrowed(_once(result.plan), slots)}{when(result)}"
    text = f"{head}: {listed(said[: len(top)])}"
    return f"{text}; {size[1]}: {listed(said[len(top) :])}." if bottom else f"{text}.", ""


def _nth(result: Result, slots: Slots) -> Told:
    plan = result.plan
    rank = slots.rank("rank", plan.rank or 1)
    said = name(slots, result, result.rows[0], 1)
    end = " from the lowest" if plan.order == "low" else ""
    what = f"{noun(result.lead)}{_narrowed(_once(plan), slots)}{when(result)}"
    return f"Number {rank}{end} by {what} is {said}: {own(slots, result, result.rows[0], 1)}.", ""


def _by_so_much(result: Result, slots: Slots) -> str:
    """ ", GHS 120.00 less": of the first row, where both figures are known."""
    change = result.rows[0].change(result.lead)
    if change is None or METRICS[result.lead].unit is Unit.DATE:
        return ""
    moved = figure(slots, "moved_1", abs(change), result.lead, of="name_1")
    return f", {moved} {'less' if change < 0 else 'more'}"


def _by_change(result: Result, slots: Slots) -> Told:
    plan = result.plan
    most = {"rise": "rose", "fall": "fell", "change": "changed"}[plan.by_change]
    said = name(slots, result, result.rows[0], 1)
    what = f"{noun(result.lead)}{_narrowed(plan, slots)}{when(result)}"
    verdict = f"{said} {most} the most by {what}{_by_so_much(result, slots)}: {own(slots, result, result.rows[0], 1)}."
    found = counted(slots, "found", result.found, plan.dimensions[0])
    count = f" {found} {most}." if plan.by_change != "change" and result.found > 1 else ""
    return verdict, f"{_after_first(result, slots)}{count}{totals.changed(result, slots, whole=True)}"
