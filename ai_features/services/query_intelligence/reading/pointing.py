""" "Them", "the second", "she": what was shown or spoken of before, as a filter."""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_features.services.query_intelligence.plan import GOODS, Days, Filter, Plan
from ai_features.services.query_intelligence.reading.meaning import VERBS
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from reports import metric_queries
from reports.dimensions import TIME_DIMENSIONS

PEOPLE = frozenset({"customer", "staff", "supplier"})
_POINTED = PEOPLE | {"product", "category", "brand", "storefront", "sale", "expense_category"}
_FIGURE = ("total", "count", "amount", "unit", "share", "rank", "cut", "grain", "added")
_OF_ALL = ("total", "cut", "ranked", "rank", "thing", "mention", "share", "segment", "days", "shown", "ends", "limit")
"""What a figure of the one row that led is not asked with."""
WITHOUT_NUMBER = 10
"""How many are shown of a ranking that named no number."""
Shown = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Turn:
    """The plan before, the ids of the rows shown in their order by dimension, and the days last spoken of."""

    plan: Plan
    shown: Shown = ()
    days: Days | None = None

    @property
    def period(self) -> Days | None:
        """The days that the turn is about; those of an earlier one where its figure has none."""
        return self.plan.period or (None if self.plan.all_days else self.days)


def point(said: Said, turn: Turn) -> None:
    """Put what is pointed at into the parts, as a filter; stop where nothing known is pointed at."""
    place = said.first("pointed")
    if place is not None and not said.has("verb", "measure", "pointer", "days", "cut", "mention"):
        if not turn.plan.dimensions:
            raise Stop(Unsure((), refused("pointer")))
        said.parts |= {"nth": [place], "ask": []}
    elif place is not None or said.has("pointer"):
        _point_at(said, turn, place)
    elif _of_the_first(said, turn):
        if turn.shown[0][0] in TIME_DIMENSIONS:
            said.parts["then"] = [True]
        else:
            _rows(said, turn.shown, slice(0, 1))


def _point_at(said: Said, turn: Turn, place: int | None) -> None:
    shown, held = _candidates(said, turn)
    if place is not None:
        _rows(said, shown, slice(place - 1, place))
    elif said.has("left_out"):
        _rows(said, shown, slice(None) if "those" in said["pointer"] else slice(0, 1))
    elif "sale:latest" in said["segment"] and shown:
        _rows(said, shown, slice(0, 1))
    elif "those" in said["pointer"] and shown:
        if not _same_again(said, turn):
            _rows(said, shown, _meant(turn, shown[0][0]))
    elif (
        shown
        and (not held or "person" in said["pointer"] or _nearer(turn, shown, held))
        and _one(said, turn, shown[0][1])
    ):
        _rows(said, shown, slice(0, 1))
    elif not held and ("person" in said["pointer"] or not _of_the_figure(said)):
        raise Stop(Unsure((), refused("pointer")))


def _of_the_first(said: Said, turn: Turn) -> bool:
    """ "On how many sales", after "who gave the most": of the one who did."""
    led = turn.plan.limit in (1, WITHOUT_NUMBER) and len(turn.plan.dimensions) == 1 and len(turn.shown) == 1
    figure = said["measure"] == ["sales_count"] or (said.has("count", "amount") and said.has("measure"))
    asked = figure or said.has("count_of", "per")
    kind = turn.shown[0][0] if led else ""
    return (
        kind in _POINTED | TIME_DIMENSIONS
        and asked
        and not said.has(*_OF_ALL)
        and metric_queries.can(said.metrics[0], [kind])
    )


def _meant(turn: Turn, dimension: str) -> slice:
    """All rows; after "who do we owe the most", "them" are one supplier: a firm is "they"."""
    one = dimension == "supplier" and turn.plan.limit == WITHOUT_NUMBER
    return slice(0, 1) if one else slice(None)


def _candidates(said: Said, turn: Turn) -> tuple[Shown, list[Filter]]:
    """The rows shown and the things held that can be meant: people by "she", those who do the verb by "they"."""
    shown = tuple(each for each in turn.shown if each[0] in _POINTED and each[1])
    held = [each for each in turn.plan.filters if not each.exclude and each.dimension in _POINTED]
    kinds = PEOPLE if "person" in said["pointer"] else {VERBS[verb].who for verb in said["verb"]} & PEOPLE
    if "person" in said["pointer"] or any(each[0] in kinds for each in shown):
        shown = tuple(each for each in shown if each[0] in kinds)
    elif any(each.dimension in kinds for each in held):
        return (), [each for each in held if each.dimension in kinds]
    held = [each for each in held if each.dimension in kinds or "person" not in said["pointer"]]
    fits = tuple(each for each in shown if metric_queries.can(said.metrics[0], [each[0]]))
    return fits or shown[:1], [each for each in held if len(each.values) == 1 or each.dimension in GOODS]


def _nearer(turn: Turn, shown: Shown, held: Sequence[Filter]) -> bool:
    """ "How much profit from it", after the best of televisions: the one that led is meant, not all of these."""
    led = turn.plan.limit or turn.plan.rank
    return bool(led) and shown[0][0] in GOODS and all(each.dimension in GOODS for each in held)


def _one(said: Said, turn: Turn, ids: Sequence[str]) -> bool:
    """Whether the first row is the one meant: it stands alone, or the rows were ranked."""
    ranked = bool(turn.plan.limit or turn.plan.rank)
    led = said["pointer"] == ["it"] and bool(said["verb"]) and len(turn.plan.dimensions) == 1
    return len(ids) == 1 or ranked or led or "person" in said["pointer"]


def _of_the_figure(said: Said) -> bool:
    """ "Who is it", "how much is that": the figure itself is pointed at."""
    return said.has(*_FIGURE) or bool({"who", "which"} & set(said["ask"]))


def _same_again(said: Said, turn: Turn) -> bool:
    """Whether "them" are all that the figure before is of, so that they need not be chosen."""
    return tuple(said.metrics) == turn.plan.metrics and not chosen(turn.plan)


def chosen(plan: Plan) -> bool:
    """Whether only some of the groups of a plan were shown."""
    return bool(plan.limit or plan.rank or plan.ends or plan.thresholds or plan.by_change)


def _rows(said: Said, shown: Shown, rows: slice) -> None:
    ids = shown[0][1][rows] if shown else ()
    if not ids:
        raise Stop(Unsure((), refused("pointer")))
    narrow(said, shown[0][0], ids)


def narrow(said: Said, dimension: str, ids: tuple[str, ...]) -> None:
    """Only these rows. One is called by its name, which the reader puts in."""
    name = f"these {len(ids)}" if len(ids) > 1 else ""
    out = said.has("left_out")
    said.parts["shown"].append(Filter(dimension=dimension, values=ids, name=name, exclude=out))
