"""What a unit of a product costs: the average over what is there and what comes."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from common import errors, money
from common.tenancy import Caller
from inventory.models import PriceChange, Product, Stock
from inventory.services.price_history import prices_of, record_price_changes


@dataclass(frozen=True, slots=True)
class Arrival:
    """Units of a product that come, and what all of them cost together, in GHS."""

    product_id: uuid.UUID
    quantity: Decimal
    value: Decimal


def average_costs(caller: Caller, arrivals: Sequence[Arrival]) -> None:
    """Move each product's cost to the average over its stock everywhere and what comes (moving weighted average).

    A cost of zero counts as not known. Products are locked before their stock, in id order, without holding up sales
    of them. Four queries. Raises `NotFound` for an id of another business.
    """
    business_id, ids = caller.business_id, {arrival.product_id for arrival in arrivals}
    found = Product.objects.of(business_id).filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    products = {product.pk: product for product in found}
    prices = prices_of(products.values())
    totals = Stock.objects.of(business_id).filter(product_id__in=ids).order_by().values_list("product_id")
    there = dict(totals.annotate(Sum("quantity")))
    for arrival in arrivals:
        product = products.get(arrival.product_id)
        if product is None:
            raise errors.NotFound
        before = there.get(product.pk, Decimal(0)) if product.cost else Decimal(0)
        after = before + arrival.quantity
        product.cost = money.cedis((before * product.cost + arrival.value) / after)
        there[product.pk] = after
    Product.objects.bulk_update(products.values(), ["cost"])
    delivery = PriceChange.Source.DELIVERY
    record_price_changes(prices, products.values(), source=delivery, by_id=caller.membership_id)
