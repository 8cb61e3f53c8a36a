"""The days a report covers, and what it is compared with."""

import datetime as dt
import uuid
from dataclasses import dataclass, replace

from dateutil.relativedelta import relativedelta

from reports.metric_queries import Cut

DEFAULT_DAYS = 30


@dataclass(frozen=True)
class Period:
    """The half-open days [start, end), at one storefront or all."""

    start: dt.date
    end: dt.date
    storefront_id: uuid.UUID | None = None

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def last_day(self) -> dt.date:
        return self.end - dt.timedelta(days=1)

    @property
    def cut(self) -> Cut:
        """The same, as measures take it."""
        return Cut(self.start, self.end, {"storefront": [self.storefront_id]} if self.storefront_id else {})

    def before(self, compare: str = "previous") -> "Period":
        """As many days, just before; with "last_year" the same dates a year earlier."""
        if compare == "last_year":
            start, end = _year_before(self.start), _year_before(self.last_day) + dt.timedelta(days=1)
            return replace(self, start=start, end=end)
        return replace(self, start=self.start - (self.end - self.start), end=self.start)

    def json(self) -> dict[str, object]:
        """`{from, to, days, storefront_id}`; `to` is the last day, included."""
        storefront = str(self.storefront_id) if self.storefront_id else None
        return {"from": self.start, "to": self.last_day, "days": self.days, "storefront_id": storefront}


def _year_before(day: dt.date) -> dt.date:
    moved: dt.date = day - relativedelta(years=1)
    return moved
