"""What goes with a product, from the shop's own catalogue and baskets."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count

from common import clock
from common.tenancy import TenantQuerySet
from inventory.models import Product
from sales.models import SaleLine

BASKET_DAYS = 180
MOST = 3
_DEARER = Decimal(2)


@dataclass(frozen=True)
class Companions:
    """Names of products of the same shop."""

    upsell: list[str] = field(default_factory=list)
    complementary: list[str] = field(default_factory=list)


def companions(business_id: uuid.UUID, products: Sequence[Product]) -> dict[uuid.UUID, Companions]:
    """For each product, at most three of each: dearer ones of its category up to twice its price, nearest first;
    and what was most often bought with it in the last 180 days. Two queries for any number of products.
    """
    dearer = _dearer(business_id, products)
    bought = _bought_with(business_id, [product.pk for product in products])
    return {p.pk: Companions(dearer.get(p.pk, []), bought.get(p.pk, [])) for p in products}


def best_of_category(business_id: uuid.UUID, category: str) -> list[str]:
    """The three products of a category that were in the most baskets of the last 180 days. One query."""
    lines = _recent(business_id).filter(product__category__name__iexact=category, product__is_active=True)
    counted = lines.values("product_id", "product__name").annotate(baskets=Count("sale_id", distinct=True))
    return [row["product__name"] for row in counted.order_by("-baskets", "product__name")[:MOST]]


def _dearer(business_id: uuid.UUID, products: Sequence[Product]) -> dict[uuid.UUID, list[str]]:
    categories = {p.category_id for p in products if p.category_id}
    if not categories:
        return {}
    rows = Product.objects.of(business_id).filter(category_id__in=categories, is_active=True)
    shelf = list(rows.order_by("retail_price", "name").values_list("category_id", "pk", "retail_price", "name"))
    return {
        p.pk: [
            name
            for category, pk, price, name in shelf
            if category == p.category_id and pk != p.pk and p.retail_price < price <= p.retail_price * _DEARER
        ][:MOST]
        for p in products
    }


def _bought_with(business_id: uuid.UUID, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    baskets = _recent(business_id).filter(sale__lines__product_id__in=ids, product__is_active=True)
    pairs = baskets.values_list("sale__lines__product_id", "product_id", "product__name")
    counted = pairs.annotate(baskets=Count("sale_id", distinct=True)).order_by("-baskets", "product__name")
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for one, other, name, _ in counted:
        if one != other and one in ids and len(found[one]) < MOST:
            found[one].append(name)
    return found


def _recent(business_id: uuid.UUID) -> TenantQuerySet[SaleLine]:
    since = clock.now() - dt.timedelta(days=BASKET_DAYS)
    return SaleLine.objects.of(business_id).filter(sold_at__gte=since, quantity__gt=0, voided=False)
