"""Price, volume and mix: how much of a change comes from each.

Of goods sold in both stretches, price is what the units sold now brought more each: q1 x (v1/q1 - v0/q0). Volume is
what all units together would have brought more at the old average: V0 x (Q1/Q0 - 1). Mix is the rest: other goods
were sold than before, among them goods that are new or no longer sold. Source: the price-volume-mix analysis of
management accounting (e.g. Horngren, Cost Accounting, on sales-mix and sales-quantity variances).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from common import money

ZERO = Decimal(0)


@dataclass(frozen=True)
class Goods:
    """One product before and now: units, and its value by name of the part ("price"; of profit also "cost")."""

    units_before: Decimal
    units_now: Decimal
    before: Mapping[str, Decimal]
    now: Mapping[str, Decimal]

    def rate_effect(self, part: str) -> Decimal:
        """What the units sold now brought more each than before; nothing for goods not sold in both."""
        if self.units_before <= 0 or self.units_now <= 0:
            return ZERO
        return self.now[part] - self.before[part] * self.units_now / self.units_before


def effects(goods: Iterable[Goods], parts: Iterable[str]) -> dict[str, Decimal]:
    """The effect of each part's rate, of volume and of mix, in whole pesewas; they sum to the change."""
    rows, names = list(goods), list(parts)
    before, now = (sum((sum(each.values(), ZERO) for each in side), ZERO) for side in _sides(rows))
    found = {name: money.cedis(sum((row.rate_effect(name) for row in rows), ZERO)) for name in names}
    rest = now - before - sum(found.values(), ZERO)
    units_before, units_now = (
        sum(side, ZERO) for side in ([row.units_before for row in rows], [row.units_now for row in rows])
    )
    comparable = units_before > 0 and units_now > 0
    volume = money.cedis(before * units_now / units_before - before) if comparable else rest
    return found | {"volume": volume, "mix": rest - volume}


def _sides(rows: list[Goods]) -> tuple[list[Mapping[str, Decimal]], list[Mapping[str, Decimal]]]:
    return [row.before for row in rows], [row.now for row in rows]
