"""What is added to the price of credits: the tax lines of a day, and the total that is charged."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings

from common import money


@dataclass(frozen=True, slots=True)
class TaxLine:
    """One tax on one price: `rate` in percent, `amount` in GHS."""

    name: str
    rate: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Quote:
    """A price in GHS with its taxes. `total` is what is charged."""

    base: Decimal
    taxes: tuple[TaxLine, ...]

    @property
    def total_tax(self) -> Decimal:
        return sum((line.amount for line in self.taxes), money.ZERO)

    @property
    def total(self) -> Decimal:
        return self.base + self.total_tax


def quote(base: Decimal, *, on: dt.date) -> Quote:
    """The price `base` in GHS with the taxes of `AI_TAXES` in force on the day of supply.

    Each line is a share of the base, rounded half-up to the pesewa; the total is the sum of the lines.
    """
    base = money.cedis(base)
    in_force = [tax for tax in settings.AI_TAXES if _covers(tax["from"], tax["until"], on)]
    return Quote(
        base, tuple(TaxLine(tax["name"], tax["rate"], money.cedis(base * tax["rate"] / 100)) for tax in in_force)
    )


def _covers(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    """Half-open: a tax holds from its first day up to, not on, its `until`."""
    return (start is None or start <= day) and (end is None or day < end)
