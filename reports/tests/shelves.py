"""Builders of trade for tests of demand: so many units of a product, day by day."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from accounts.models import Storefront
from common import clock
from inventory.models import Product, Stock, StockMovement
from sales.models import Sale, SaleLine


def sell_daily(product: Product, storefront: Storefront, units: Iterable[float], *, until: int = 1) -> None:
    """Units of each of the days that end `until` days ago; one sale holds them all, as only its lines are read."""
    days = [Decimal(str(each)) for each in units]
    number = f"D-{str(product.pk)[:8]}-{str(storefront.pk)[:8]}-{until}"
    sale = Sale.objects.create(
        business=product.business,
        storefront=storefront,
        number=number,
        total=0,
        subtotal=0,
        sold_at=clock.now(),
    )
    first = clock.today() - dt.timedelta(days=len(days) + until - 1)
    SaleLine.objects.bulk_create(
        SaleLine(
            business=product.business,
            sale=sale,
            product=product,
            storefront=storefront,
            quantity=sold,
            sold_at=noon(first + dt.timedelta(days=place)),
            unit_price=product.retail_price,
            revenue=0,
        )
        for place, sold in enumerate(days)
        if sold
    )


def put(product: Product, storefront: Storefront, units: float) -> None:
    """So many units are on hand, without a record of how they came."""
    Stock.objects.create(
        business=product.business, product=product, storefront=storefront, quantity=Decimal(str(units))
    )


def moved(product: Product, storefront: Storefront, quantity: int, balance: int, *, days_ago: int) -> None:
    """A row of the ledger of stock, that many days ago."""
    StockMovement.objects.create(
        business=product.business,
        product=product,
        storefront=storefront,
        kind="purchase" if quantity > 0 else "sale",
        quantity=quantity,
        balance_after=balance,
        at=noon(clock.today() - dt.timedelta(days=days_ago)),
    )


def noon(day: dt.date) -> dt.datetime:
    return clock.start_of(day) + dt.timedelta(hours=12)
