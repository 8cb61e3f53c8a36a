"""Proposals to pay a debt in parts that add up to it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from common import money

SMALLEST = Decimal(100)
LATER_SHARE = Decimal("0.6")
SIZES: Final = ((Decimal(500), 2, 10), (Decimal(5000), 3, 50), (Decimal("Infinity"), 4, 100))


@dataclass(frozen=True)
class Proposal:
    """`down_payment` now, then `installments` of `installment_amount` a week; GHS, adding up to `total`."""

    total: Decimal
    down_payment: Decimal
    installments: int
    installment_amount: Decimal


def propose(amount: Decimal) -> Proposal | None:
    """Two fifths at once and the rest in two to four equal weekly parts; None under GHS 100."""
    if amount < SMALLEST:
        return None
    count, step = next((count, step) for below, count, step in SIZES if amount < below)
    part = money.whole_step_down(amount * LATER_SHARE / count, step)
    return Proposal(amount, amount - part * count, count, part)
