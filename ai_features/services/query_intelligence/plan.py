"""What a question asks for, as a typed, checked value: rules and model fill in the same plan, nothing else is run."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ai_features.services.query_intelligence.vocabulary import LISTS
from reports import measures
from reports.dimensions import DIMENSIONS, TIME_DIMENSIONS
from reports.metrics import METRICS
from reports.segments import SEGMENTS

MOST_ROWS = 100
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


class Plan(_Frozen):
    """The first metric is the one asked for and ordered by; further ones are shown beside it."""

    metrics: tuple[str, ...] = Field(min_length=1, max_length=4)
    dimensions: tuple[str, ...] = Field(default=(), max_length=2)
    filters: tuple[Filter, ...] = ()
    segments: tuple[Segment, ...] = Field(default=(), max_length=4)
    bought: tuple[Bought, ...] = Field(default=(), max_length=4)
    of_bought: Literal["customer", "product", "storefront", "staff"] = "customer"
    thresholds: tuple[Threshold, ...] = Field(default=(), max_length=4)
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
    per: str = ""
    ask: Literal["", "whether", "which", "who", "when", "count", "list"] = ""
    trend: bool = False
    why: bool = False
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
        if self.metric in LISTS and self.metric not in METRICS:
            yield from self._list_problems()
            return
        yield from self._not_yet()
        for key in (*self.metrics, *(each.metric for each in self.thresholds)):
            if not measures.can(key, self._cuts()):
                yield f"{key} cannot be had by {', '.join(self._cuts())}"
        if self.thresholds and not self.dimensions:
            yield "a threshold needs something to choose among"
        if len(set(self.dimensions)) != len(self.dimensions):
            yield "the same dimension twice"

    def _unknown(self) -> Iterator[str]:
        yield from (f"unknown metric {key}" for key in self.metrics if key not in METRICS and key not in LISTS)
        yield from (f"unknown dimension {key}" for key in self._cuts() if key not in DIMENSIONS)
        yield from (f"unknown segment {each.row}" for each in self.segments if each.row not in SEGMENTS)
        yield from (f"unknown metric {each.metric}" for each in self.thresholds if each.metric not in METRICS)

    def _not_yet(self) -> Iterator[str]:
        """What the executor cannot run is refused, never left out."""
        wanted = {
            "segments": self.segments, "bought": self.bought, "rank": self.rank, "ends": self.ends,
            "top_each": self.top_each, "by_change": self.by_change, "ask": self.ask, "trend": self.trend,
            "why": self.why, "change": [each for each in self.thresholds if each.of != "value"],
        }  # fmt: skip
        yield from (f"{name} cannot be worked out" for name, value in wanted.items() if value)

    def _list_problems(self) -> Iterator[str]:
        allowed = LISTS[self.metric].filters
        yield from (
            f"{self.metric} cannot be narrowed to a {each.dimension}"
            for each in self.filters
            if each.dimension not in allowed
        )
        if others := set(self.dimensions) - {LISTS[self.metric].of}:
            yield f"{self.metric} cannot be had by {', '.join(others)}"

    def _cuts(self) -> list[str]:
        per = [self.per] if self.per and self.per not in TIME_DIMENSIONS else []
        return [*self.dimensions, *(each.dimension for each in self.filters), *per]
