"""Amounts that can only be slips, a barcode scanned into the wrong field mostly: they are asked about, not refused."""

from collections.abc import Iterable
from decimal import Decimal

from common.errors import ConfirmationRequired
from common.money import written, written_quantity

LARGE_QUANTITY = Decimal(100_000)  # units on one line
LARGE_AMOUNT = Decimal(1_000_000)  # GHS on one line or payment, or as a limit or price
LARGE_CHANGE = Decimal(1_000)  # GHS: five of the largest note more than were needed


def confirm_quantities(quantities: Iterable[Decimal], *, confirmed: bool, field: str = "quantity") -> None:
    """Ask about a quantity that no shop moves at once. Raises `ConfirmationRequired` naming `field`."""
    for quantity in quantities:
        if not confirmed and abs(quantity) >= LARGE_QUANTITY:
            raise ConfirmationRequired(f"Is {written_quantity(quantity)} right as a quantity?", confirm=[field])


def confirm_amounts(amounts: Iterable[Decimal], *, confirmed: bool, field: str = "amount") -> None:
    """Ask about an amount that no till sees. Raises `ConfirmationRequired` naming `field`."""
    for amount in amounts:
        if not confirmed and abs(amount) >= LARGE_AMOUNT:
            raise ConfirmationRequired(f"Is {written(amount)} right?", confirm=[field])


def confirm_change(change: Decimal, *, confirmed: bool) -> None:
    """Ask about cash that is far more than was due. Raises `ConfirmationRequired`."""
    if not confirmed and change >= LARGE_CHANGE:
        raise ConfirmationRequired(f"Is it right that {written(change)} goes back as change?", confirm=["amount"])
