"""Writing down what prices were and became: in the transaction that changes them, whoever does it."""

import datetime as dt
import uuid
from collections.abc import Iterable
from decimal import Decimal

from common import clock
from inventory.models import PriceChange, Product

Prices = dict[uuid.UUID, tuple[Decimal, Decimal, Decimal | None]]
"""Cost, retail and wholesale price by product, in GHS."""


def prices_of(products: Iterable[Product]) -> Prices:
    """The prices of `products` as they are in memory: call it before they are changed."""
    return {product.pk: (product.cost, product.retail_price, product.wholesale_price) for product in products}


def record_price_changes(
    before: Prices,
    products: Iterable[Product],
    *,
    source: PriceChange.Source,
    by_id: uuid.UUID | None = None,
    at: dt.datetime | None = None,
) -> None:
    """Write a row for each of `products` whose prices differ from `before`. At most one query."""
    moment = at or clock.now()
    PriceChange.objects.bulk_create(
        PriceChange(
            business_id=product.business_id,
            product=product,
            at=moment,
            by_id=by_id,
            source=source,
            old_cost=before[product.pk][0],
            new_cost=product.cost,
            old_retail_price=before[product.pk][1],
            new_retail_price=product.retail_price,
            old_wholesale_price=before[product.pk][2],
            new_wholesale_price=product.wholesale_price,
        )
        for product in products
        if prices_of([product])[product.pk] != before[product.pk]
    )
