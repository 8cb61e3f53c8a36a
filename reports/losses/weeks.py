"""The 28 weeks, Monday to Sunday in Accra, that a scan looks at."""

import datetime as dt
from dataclasses import dataclass

from common import shop_clock as clock
from reports.losses.tallies import WEEKS


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks up to and with the one that begins on Monday `last`."""

    last: dt.date

    @classmethod
    def before(cls, today: dt.date) -> "Weeks":
        """Those that end with the last whole week before `today`."""
        return cls(today - dt.timedelta(days=today.weekday() + 7))

    @property
    def first(self) -> dt.date:
        return self.last - dt.timedelta(weeks=WEEKS - 1)

    @property
    def start(self) -> dt.datetime:
        return clock.start_of(self.first)

    @property
    def end(self) -> dt.datetime:
        return clock.start_of(self.last + dt.timedelta(weeks=1))

    def of(self, moment: dt.datetime) -> int:
        """The number of the week, from 0."""
        return (clock.local_date(moment) - self.first).days // 7
