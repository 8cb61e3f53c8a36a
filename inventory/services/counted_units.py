"""Units that are counted, never divided, and the check of a quantity in them."""

import uuid
from collections.abc import Iterable
from decimal import Decimal

from common import errors
from common.money import written_quantity
from inventory.models import Product

COUNTED = frozenset(
    [
        "each",
        "piece",
        "pieces",
        "pc",
        "pcs",
        "unit",
        "units",
        "item",
        "items",
        "pair",
        "pairs",
        "dozen",
        "set",
        "sets",
        "box",
        "boxes",
        "carton",
        "cartons",
        "crate",
        "crates",
        "pack",
        "packs",
        "packet",
        "packets",
        "bottle",
        "bottles",
        "can",
        "cans",
        "tin",
        "tins",
        "jar",
        "jars",
        "sachet",
        "sachets",
        "tube",
        "tubes",
        "bar",
        "bars",
        "tablet",
        "tablets",
        "card",
        "cards",
        "book",
        "books",
    ]
)


def is_counted(unit: str) -> bool:
    """Whether a product of this unit is sold in whole numbers, unless somebody says otherwise."""
    return unit.strip().lower() in COUNTED


def is_divided(quantity: Decimal) -> bool:
    """Whether a quantity is no whole number."""
    return quantity % 1 != 0


def refuse_divided(
    business_id: uuid.UUID, lines: Iterable[tuple[uuid.UUID, Decimal | None]], *, field: str = "quantity"
) -> None:
    """Raise `InvalidInput` naming the line where a product of whole units is entered by a part of one.

    No query where all quantities are whole, else one.
    """
    entered = list(lines)
    divided = {pk for pk, quantity in entered if quantity is not None and is_divided(quantity)}
    if not divided:
        return
    whole = Product.objects.of(business_id).filter(pk__in=divided, whole_units_only=True).values_list("pk", "name")
    names = dict(whole)
    for number, (pk, quantity) in enumerate(entered):
        if pk in names and quantity is not None and is_divided(quantity):
            told = f"{names[pk]} comes in whole numbers, not {written_quantity(quantity)}."
            raise errors.InvalidInput.line(number, field, told)
