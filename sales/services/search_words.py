"""What the words of searches that found nothing mean, learnt from what the same person sold next."""

import datetime as dt
import uuid
from collections import Counter, defaultdict

from inventory.models import Product, SearchMiss
from inventory.services import forget_misses, learn_search_word
from sales.models import Sale, SaleLine

SOON = dt.timedelta(minutes=10)
FEWEST = 3
SHARE = 0.6
"""A word means a product that was sold after at least three searches for it, and after most of them."""


def learn_from_sales() -> int:
    """Learn search words for every shop, and forget old misses; how many words were learnt."""
    forget_misses()
    shops = SearchMiss.objects.order_by().values_list("business_id", flat=True).distinct()
    return sum(_learn(business_id) for business_id in list(shops))


def _learn(business_id: uuid.UUID) -> int:
    searches: Counter[str] = Counter()
    sold: defaultdict[str, Counter[uuid.UUID]] = defaultdict(Counter)
    for miss in SearchMiss.objects.of(business_id).exclude(by=None):
        if products := _sold_next(miss):
            searches[miss.said] += 1
            sold[miss.said].update(products)
    learnt = 0
    for said, count in searches.items():
        product, times = sold[said].most_common(1)[0]
        if times >= FEWEST and times >= SHARE * count:
            name = Product.objects.of(business_id).get(pk=product).name
            learnt += learn_search_word(business_id, said, meant=name)
    return learnt


def _sold_next(miss: SearchMiss) -> set[uuid.UUID]:
    """The products of the first sale by the same person within ten minutes."""
    sale = (
        Sale.objects.of(miss.business_id)
        .filter(sold_by_id=miss.by_id, kind=Sale.Kind.SALE, sold_at__gte=miss.at, sold_at__lt=miss.at + SOON)
        .order_by("sold_at")
        .first()
    )
    return set(SaleLine.objects.filter(sale=sale).values_list("product_id", flat=True)) if sale else set()
