"""Prices of the demo that were changed by themselves, what that did to sales, and the history of all prices."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from accounts.models import Membership
from app.demo.profile import Year
from app.demo.seasons import LEVELS, price_level
from common.clock import start_of
from common.money import cedis
from inventory.models import PriceChange, Product

OWN = {
    "RS-SUG-1": (0.52, 0.88),
    "HC-SOP-BR": (0.83, 0.9),
    "CO-MAC-155": (0.54, 1.14),
    "PL-LED-9": (0.83, 0.89),
    "BM-CEM-50": (0.53, 0.93),
}
"""SKU: the part of the year until which it sold at so much of what it would cost with all other prices alone."""
ELASTICITY = -1.8
"""What these changes did to the units sold; the shop does not know it."""


def level(sku: str, gone: float) -> Decimal:
    """What a price was of today's; `gone` is the part of the year that has passed."""
    return Decimal(str(price_level(gone))) * Decimal(str(_own(sku, gone)))


def pull(sku: str, gone: float) -> float:
    """How much a good is wanted at its price of then, next to the price of today."""
    return float(_own(sku, gone) ** ELASTICITY)


def changes(
    products: Iterable[Product], year: Year, by: Membership, new_id: Callable[[], uuid.UUID]
) -> Iterator[PriceChange]:
    """The price history of the year."""
    for product in products:
        steps = sorted({at for at, _ in (*LEVELS, OWN.get(product.sku, LEVELS[0]))})
        for day in (next(day for day in year.days() if year.gone(day) >= step) for step in steps):
            before, after = (_prices(product, year.gone(each)) for each in (day - dt.timedelta(days=1), day))
            yield PriceChange(
                id=new_id(),
                business_id=by.business_id,
                product=product,
                at=start_of(day) + dt.timedelta(hours=7),
                by=by,
                source=PriceChange.Source.PRODUCT,
                **{f"old_{name}": price for name, price in before.items()},
                **{f"new_{name}": price for name, price in after.items()},
            )


def _prices(product: Product, gone: float) -> dict[str, Decimal | None]:
    of_today, wholesale = level(product.sku, gone), product.wholesale_price
    return {
        "cost": cedis(product.cost * Decimal(str(price_level(gone)))),
        "retail_price": cedis(product.retail_price * of_today),
        "wholesale_price": None if wholesale is None else cedis(wholesale * of_today),
    }


def _own(sku: str, gone: float) -> float:
    until, factor = OWN.get(sku, (0.0, 1.0))
    return factor if gone < until else 1.0
