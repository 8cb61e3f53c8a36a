"""What a question asks for, as a typed, checked value: rules and model fill in the same plan, nothing else is run."""

import datetime as dt
from decimal import Decimal
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ai_features.services.query_intelligence.vocabulary import DIMENSIONS, LISTS, TIME_DIMENSIONS
from reports import measures
from reports.metrics import METRICS

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
    """Only groups whose metric is at least, above, at most or below a value."""

    metric: str
    sign: Literal[">", ">=", "<", "<="]
    value: Decimal = Field(ge=-LARGEST, le=LARGEST)


class Plan(_Frozen):
    """The first metric is the one asked for and ordered by; further ones are shown beside it."""

    metrics: tuple[str, ...] = Field(min_length=1, max_length=4)
    dimensions: tuple[str, ...] = Field(default=(), max_length=2)
    filters: tuple[Filter, ...] = ()
    period: Days | None = None
    compare: Literal["", "previous", "last_year", "period"] = ""
    compare_to: Days | None = None
    order: Literal["high", "low", "time"] = "high"
    limit: int | None = Field(default=None, ge=1, le=MOST_ROWS)
    threshold: Threshold | None = None
    share: bool = False
    per: str = ""
    overdue_days: int | None = Field(default=None, ge=0, le=3660)
    assumptions: tuple[str, ...] = ()

    @property
    def metric(self) -> str:
        return self.metrics[0]

    @model_validator(mode="after")
    def _can_be_run(self) -> Self:
        if unknown := [key for key in self.metrics if key not in METRICS and key not in LISTS]:
            raise ValueError(f"unknown metric {unknown[0]}")
        if unknown := [key for key in self._cuts() if key not in DIMENSIONS]:
            raise ValueError(f"unknown dimension {unknown[0]}")
        if self.metric in LISTS:
            return self._list_fits()
        for key in self.metrics:
            if not measures.can(key, self._cuts()):
                raise ValueError(f"{key} cannot be had by {', '.join(self._cuts())}")
        if self.threshold and not self.dimensions:
            raise ValueError("a threshold needs something to choose among")
        if len(set(self.dimensions)) != len(self.dimensions):
            raise ValueError("the same dimension twice")
        return self

    def _list_fits(self) -> Self:
        allowed = LISTS[self.metric].filters
        if bad := [each.dimension for each in self.filters if each.dimension not in allowed]:
            raise ValueError(f"{self.metric} cannot be narrowed to a {bad[0]}")
        if set(self.dimensions) - {LISTS[self.metric].of}:
            raise ValueError(f"{self.metric} cannot be had by {self.dimensions[0]}")
        return self

    def _cuts(self) -> list[str]:
        per = [self.per] if self.per and self.per not in TIME_DIMENSIONS else []
        return [*self.dimensions, *(each.dimension for each in self.filters), *per]
