"""Units that are counted, never divided, and the check of a quantity in them."""

from decimal import Decimal

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
