"""What holds for sales that a till made without a connection: they have happened, and are taken as they were."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from common import errors
from common.money import ZERO, cedis
from common.tenancy import MANAGEMENT, Caller, Role
from inventory.models import StockMovement
from inventory.services import StockLine
from inventory.services.stock import StockBook
from sales.models import Sale
from sales.services.lines import CASHIER_DISCOUNT, PricedLine

BEYOND_STOCK = "Sold without a connection beyond the recorded stock"


@dataclass(frozen=True, slots=True)
class Offline:
    """`oversell`: what the stock lacks is found first, and written down."""

    oversell: bool = False


def pricing(caller: Caller, offline: Offline | None) -> Caller:
    """Who sets the prices: offline the till did, by the list it knew, which `check_prices` looks at as a whole."""
    return replace(caller, role=Role.MANAGER) if offline else caller


def check_prices(caller: Caller, offline: Offline | None, goods: Iterable[PricedLine]) -> None:
    """Refuse a cashier's offline sale at more than a tenth below the prices of now. Raises `NotAllowed`."""
    if offline is None or caller.role in MANAGEMENT:
        return
    goods = list(goods)
    listed = sum((cedis(line.list_price * line.quantity) for line in goods), ZERO)
    if sum((line.net for line in goods), ZERO) < listed * (1 - CASHIER_DISCOUNT):
        raise errors.NotAllowed("This was sold at more than a tenth below the list; an owner or manager must enter it.")


def cover_shortage(
    book: StockBook, offline: Offline | None, sale: Sale, goods: Iterable[PricedLine]
) -> dict[uuid.UUID, Decimal]:
    """Find what the stock lacks of the goods; the units found, by product. Nothing unless overselling."""
    if offline is None or not offline.oversell:
        return {}
    needed: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    for line in goods:
        needed[line.product.pk] += line.quantity
    missing = {pk: more - book.units[pk] for pk, more in needed.items() if more > book.units.get(pk, more)}
    book.move(
        [StockLine(pk, units) for pk, units in missing.items()],
        kind=StockMovement.Kind.ADJUSTMENT,
        reason=BEYOND_STOCK,
        document_id=sale.pk,
        at=sale.sold_at,
    )
    return missing
