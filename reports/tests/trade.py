"""A few rows of trade, written straight to the tables, for tests of figures: `sell(shop, "Rice", 3, "10.00")`."""

import datetime as dt
import itertools
from decimal import Decimal
from typing import Any

from accounts.models import Business, Membership, Storefront
from common import clock
from inventory.models import Category, Product, Stock
from sales.models import Customer, Payment, Sale, SaleLine

_numbers = itertools.count(1)


def make_product(business: Business, name: str, *, category: str = "", **fields: Any) -> Product:
    """The product of that name, made if need be; so is its category."""
    found = Product.objects.of(business.pk).filter(name=name).first()
    if found:
        return found
    group = Category.objects.get_or_create(business=business, name=category)[0] if category else None
    return Product.objects.create(business=business, name=name, sku=f"P{next(_numbers)}", category=group, **fields)


def make_customer(business: Business, name: str) -> Customer:
    return Customer.objects.get_or_create(business=business, name=name)[0]


def stock(product: Product, storefront: Storefront, quantity: str | int) -> Stock:
    return Stock.objects.create(
        business=product.business, product=product, storefront=storefront, quantity=Decimal(quantity)
    )


def sell(
    storefront: Storefront,
    product: str,
    quantity: str | int,
    price: str,
    *,
    on: dt.date,
    at_hour: int = 12,
    cost: str | None = None,
    customer: str = "",
    staff: Membership | None = None,
    category: str = "",
    method: str = "cash",
    due: dt.date | None = None,
    discount: str = "0",
    tier: str = "retail",
    **fields: Any,
) -> Sale:
    """A sale of one line; negative quantity is a return. Paid at once by `method`, unless `due` is given."""
    business = storefront.business
    count, each = Decimal(quantity), Decimal(price)
    revenue = count * each - Decimal(discount)
    moment = clock.start_of(on) + dt.timedelta(hours=at_hour)
    buyer = make_customer(business, customer) if customer else None
    sale = Sale.objects.create(
        business=business,
        kind="sale" if count > 0 else "return",
        number=f"N{next(_numbers)}",
        storefront=storefront,
        customer=buyer,
        sold_by=staff,
        sold_at=moment,
        subtotal=count * each,
        discount=Decimal(discount),
        total=revenue,
        paid=Decimal(0) if due or count < 0 else revenue,
        due_date=due,
        price_tier=tier,
    )
    SaleLine.objects.create(
        business=business,
        sale=sale,
        product=make_product(business, product, category=category, **fields),
        storefront=storefront,
        sold_at=moment,
        quantity=count,
        unit_price=each,
        discount=Decimal(discount),
        unit_cost=Decimal(cost) if cost else None,
        revenue=revenue,
        cost=count * Decimal(cost) if cost else None,
        price_tier=tier,
    )
    if not due:
        Payment.objects.create(
            business=business,
            kind="received" if count > 0 else "refund",
            customer=buyer,
            sale=sale,
            storefront=storefront,
            method=method,
            amount=abs(revenue),
            allocated=abs(revenue),
            received_by=staff,
            received_at=moment,
        )
    return sale
