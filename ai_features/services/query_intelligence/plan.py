"""What a question asks for, as a typed, checked value: rules and model fill in the same plan, nothing else is run."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from reports import change, metric_queries
from reports.dimensions import DIMENSIONS, TIME_DIMENSIONS
from reports.metrics import METRICS
from reports.segments import SEGMENTS

MOST_ROWS = 100
MOST_BOUGHT = 14
"""So many purchases may choose among customers: each month of a year, and two more."""
GOODS = frozenset({"product", "category", "brand", "supplier"})
PEOPLE = frozenset({"customer", "staff"})
PLACES = frozenset({"storefront", "staff", "price_tier"})
"""A share of what goods or people have there is a share of what there is there."""
LARGEST = Decimal(10**12)
"""What a figure is compared with at most."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Filter(_Frozen):
    """Only, or all but, these values of a dimension. `name` is how the answer calls them together."""

    dimension: str
    values: tuple[str | int, ...] = Field(min_length=1)
    name: str
    exclude: bool = False


class Days(_Frozen):
    """`[start, end)` and how it is written."""

    start: dt.date
    end: dt.date
    label: str

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start >= self.end:
            raise ValueError("a period ends after it begins")
        return self


class Threshold(_Frozen):
    """Only groups whose metric, or its change against `compare_to`, is so; two of one metric are a range."""

    metric: str
    sign: Literal[">", ">=", "<", "<=", "="]
    value: Decimal = Field(ge=-LARGEST, le=LARGEST)
    of: Literal["value", "change", "change_percent"] = "value"


class Segment(_Frozen):
    """Only, or all but, the customers, products or sales of a segment; `key` is one of its entity in `SEGMENTS`.

    `period` when the segment's days are others than the plan's; `number` as "finishing within 10 days" has one;
    `filters` narrow the segment itself: out of stock *at Osu*. Without any, the plan's own storefronts do.
    """

    entity: Literal["customer", "product", "sale"]
    key: str
    exclude: bool = False
    period: Days | None = None
    number: int | None = Field(default=None, ge=1, le=3660)
    filters: tuple[Filter, ...] = ()

    @property
    def row(self) -> str:
        """Its key in `SEGMENTS`."""
        return f"{self.entity}:{self.key}"


class Bought(_Frozen):
    """Only those who bought what the filters say: in the days of the plan or of `period`, so many `times`.

    `never`: only those who did not. `only`: those who bought nothing else. "A and not B" is two of them.
    """

    filters: tuple[Filter, ...] = ()
    never: bool = False
    only: bool = False
    times: Threshold | None = None
    period: Days | None = None


class Side(_Frozen):
    """One of several things set side by side that no one dimension tells apart: what is sold on weekdays."""

    name: str
    filters: tuple[Filter, ...] = ()
    segments: tuple[Segment, ...] = ()


class Plan(_Frozen):
    """The first metric is the one asked for and ordered by; further ones are shown beside it.

    `all_days`: all days on record were asked for, "ever", and not just no days named. `share_of`: the dimensions whose
    filters name the whole that a share is of.
    """

    metrics: tuple[str, ...] = Field(min_length=1, max_length=4)
    dimensions: tuple[str, ...] = Field(default=(), max_length=2)
    filters: tuple[Filter, ...] = ()
    segments: tuple[Segment, ...] = Field(default=(), max_length=4)
    bought: tuple[Bought, ...] = Field(default=(), max_length=MOST_BOUGHT)
    of_bought: Literal["customer", "product", "storefront", "staff", "sale"] = "customer"
    thresholds: tuple[Threshold, ...] = Field(default=(), max_length=4)
    sides: tuple[Side, ...] = Field(default=(), max_length=4)
    period: Days | None = None
    compare: Literal["", "previous", "last_year", "period"] = ""
    compare_to: Days | None = None
    order: Literal["high", "low", "time"] = "high"
    limit: int | None = Field(default=None, ge=1, le=MOST_ROWS)
    rank: int | None = Field(default=None, ge=1, le=1000)
    ends: bool = False
    top_each: int | None = Field(default=None, ge=1, le=20)
    by_change: Literal["", "rise", "fall", "change"] = ""
    share: bool = False
    share_of: tuple[str, ...] = ()
    per: str = ""
    ask: Literal["", "whether", "which", "who", "when", "count", "list"] = ""
    trend: bool = False
    why: bool = False
    all_days: bool = False
    overdue_days: int | None = Field(default=None, ge=0, le=3660)
    assumptions: tuple[str, ...] = ()

    @property
    def metric(self) -> str:
        return self.metrics[0]

    @model_validator(mode="after")
    def _can_be_run(self) -> Self:
        for problem in self._problems():
            raise ValueError(problem)
        return self

    def _problems(self) -> Iterator[str]:
        yield from self._unknown()
        yield from self._unmeasurable()
        yield from self._misplaced()
        yield from self._segment_problems()
        if self.why:
            yield from self._unexplained()

    def _unknown(self) -> Iterator[str]:
        asked = {*self.metrics, *(each.metric for each in self.thresholds)}
        yield from (f"unknown metric {key}" for key in asked if key not in METRICS)
        yield from (f"unknown dimension {key}" for key in self._all_cuts() if key not in DIMENSIONS)
        chosen = [*self.segments, *(each for side in self.sides for each in side.segments)]
        yield from (f"unknown segment {each.row}" for each in chosen if each.row not in SEGMENTS)

    def _unmeasurable(self) -> Iterator[str]:
        """What cannot be cut so: each metric by all dimensions and filters, but those that only narrow a segment."""
        narrowed = {dimension for each in self.segments for dimension in SEGMENTS[each.row].narrowed_by}
        for key in dict.fromkeys([*self.metrics, *(each.metric for each in self.thresholds)]):
            cuts = [each for each in self.cuts() if each not in narrowed or metric_queries.can(key, [each])]
            if set(self.dimensions) - set(cuts) or not metric_queries.can(key, cuts):
                yield f"{key} cannot be had by {', '.join(self.cuts())}"
        metric = METRICS[self.metric]
        if metric.of and self.dimensions and metric.of not in self.dimensions and not metric.adds_up:
            yield f"{self.metric} is known of one {metric.of} at a time"
        if self.share and metric.of == "customer":
            yield f"{self.metric} is no part of a whole"
        if metric.as_of_now and (self.period or self.compare_to) and not self._in_time():
            yield f"{self.metric} is known as it is now alone"
        goods = any(each.dimension in GOODS and not each.exclude for each in self.filters)
        if metric.share_of and not (goods and set(self.dimensions) <= GOODS):
            yield f"{self.metric} is known of other goods beside the goods it is asked of"

    def _in_time(self) -> bool:
        """Whether days matter to something beside the metric."""
        chosen = (*self.segments, *(each for side in self.sides for each in side.segments))
        return bool(self.bought) or any(SEGMENTS[each.row].uses_period for each in chosen)

    def _misplaced(self) -> Iterator[str]:
        """Fields that say nothing without another."""
        changes = (self.by_change and not self.why) or any(each.of != "value" for each in self.thresholds)
        grouped = self.rank or self.ends or self.top_each or (self.ask != "whether" and (self.thresholds or changes))
        wrong = {
            "groups need something to choose among": grouped and not self.dimensions and not METRICS[self.metric].of,
            "the first in each group need two dimensions": self.top_each and len(self.dimensions) != 2,
            "a change needs other days to compare with": changes and not self.compare_to,
            "a change of days over time": changes and set(self.dimensions) & TIME_DIMENSIONS,
            "one place, both ends or the first in each": sum(map(bool, (self.rank, self.ends, self.top_each))) > 1,
            "a trend needs one unit of time": self.trend and not set(self.dimensions) & TIME_DIMENSIONS,
            "sides are told alone": self.sides
            and (len(self.sides) < 2 or self.dimensions or grouped or self.compare_to),
            "sides are not of people": any(one.dimension in PEOPLE for each in self.sides for one in each.filters),
            "the same dimension twice": len(set(self.dimensions)) != len(self.dimensions),
        }
        yield from (problem for problem, found in wrong.items() if found)

    def _unexplained(self) -> Iterator[str]:
        """Why needs a figure that can be taken apart, two stretches of days, and nothing chosen."""
        if self.metric not in change.METRICS:
            yield f"a change of {self.metric} cannot be taken apart"
        if not self.period or not self.compare_to:
            yield "why needs two stretches of days"
        if self.dimensions or self.thresholds or self.share or self.per:
            yield "why is asked of one figure"

    def _segment_problems(self) -> Iterator[str]:
        for each in self.segments:
            row = SEGMENTS[each.row]
            if {one.dimension for one in each.filters} - row.narrowed_by:
                yield f"{each.row} cannot be narrowed so"
            if each.number and not row.number:
                yield f"{each.row} takes no number"
            if each.period and not row.uses_period:
                yield f"{each.row} is known as it is now alone"

    @property
    def names_people(self) -> bool:
        """Whether a customer or a member of staff is named in it."""
        filters = [*self.filters]
        for each in self.segments:
            filters += each.filters
        for bought in self.bought:
            filters += bought.filters
        return any(each.dimension in PEOPLE for each in filters)

    def as_asked(self) -> Self:
        """The same plan without what was assumed: two that are equal so ask for the same figures."""
        return self.model_copy(update={"assumptions": ()})

    def with_people(self, called: Callable[[Filter], str]) -> Self:
        """The same plan with each filter of customers or staff, wherever it stands, named anew."""

        def renamed(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
            return tuple(
                each.model_copy(update={"name": called(each)}) if each.dimension in PEOPLE else each for each in filters
            )

        inner = {
            name: tuple(each.model_copy(update={"filters": renamed(each.filters)}) for each in several)
            for name, several in (("segments", self.segments), ("bought", self.bought))
        }
        return self.model_copy(update={"filters": renamed(self.filters), **inner})

    def of_side(self, side: Side) -> Self:
        """The plan of one side alone."""
        filters, segments = (*self.filters, *side.filters), (*self.segments, *side.segments)
        return self.model_copy(update={"sides": (), "filters": filters, "segments": segments})

    def whole(self) -> tuple[Filter, ...]:
        """The filters of the whole that one share is of: those said to be, else the places where others narrow it."""
        among = set(self.share_of) or PLACES
        kept = tuple(each for each in self.filters if each.dimension in among)
        return kept if self.segments or self.bought or len(kept) < len(self.filters) else ()

    def cuts(self) -> list[str]:
        """All that the figures are cut by or narrowed to."""
        per = [self.per] if self.per and self.per not in TIME_DIMENSIONS else []
        who = [self.of_bought] if self.bought else []
        named = [each.dimension for each in self.filters]
        for side in self.sides:
            named += [*(each.dimension for each in side.filters), *(each.entity for each in side.segments)]
        return list(dict.fromkeys([*self.dimensions, *named, *per, *who, *(each.entity for each in self.segments)]))

    def _all_cuts(self) -> list[str]:
        inner = [*(each.filters for each in self.segments), *(each.filters for each in self.bought)]
        named = [one.dimension for filters in inner for one in filters]
        return [*self.cuts(), *named, *([self.per] if self.per else [])]
