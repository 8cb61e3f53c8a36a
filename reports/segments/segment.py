"""What a segment is: the customers, products, sales or staff of whom something holds, by a rule."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reports.sources import Cut


@dataclass(frozen=True)
class Window:
    """For which days a segment is asked, narrowed by what, and with which number of days or percent."""

    cut: Cut
    today: dt.date
    number: int | Decimal | None = None


Members = Callable[[uuid.UUID, Window], Any]
"""The ids of the members of a business: a query or a list."""


@dataclass(frozen=True)
class Segment:
    """Some of the customers, products, sales or staff, by a rule.

    `columns`: metrics that a list of them shows, the first of which orders it, lowest first with `low_first`.
    `uses_period`: it depends on days. `ends_period`: the days say where it ends, and are not those of the figures
    beside it: who did not buy this month is listed with all that they bought. `default_days`: the days up to today
    when none are named. `number`: what a number means, "days" or "percent", empty when it takes none. `says`: what
    holds of its members, "need restocking", with "{when}" where the days belong.
    """

    entity: str
    key: str
    title: str
    definition: str
    members: Members
    said: tuple[str, ...]
    columns: tuple[str, ...]
    narrowed_by: frozenset[str] = frozenset()
    uses_period: bool = False
    ends_period: bool = False
    default_days: int | None = None
    number: str = ""
    low_first: bool = False
    says: str = ""
