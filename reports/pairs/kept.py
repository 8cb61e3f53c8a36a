"""The pairs of a business: rebuilt every month from a year of sales, kept in a table, asked for at the till."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from accounts.models import Business
from common import isolated_work
from common import shop_clock as clock
from inventory.models import PairBuild, ProductPair
from inventory.services import replace_pairs
from reports.pairs import cosine
from sales.models import Sale, SaleLine

YEAR_DAYS = 365
REBUILT_AFTER = dt.timedelta(days=30)
TRIED_AFTER = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Companion:
    """A product that goes with those asked about; `together`: in how many baskets, with the one it fits best."""

    product_id: uuid.UUID
    score: float
    together: int


def bought_with(business_id: uuid.UUID, product_ids: Collection[uuid.UUID], *, most: int = 3) -> list[Companion]:
    """What is bought with these products and is not among them, the best first. One query.

    The score is the sum of its cosines with each of them; the more popular product first where equal.
    """
    rows = ProductPair.objects.of(business_id).filter(product_id__in=product_ids).exclude(other_id__in=product_ids)
    found = list(rows.values_list("other_id", "score", "popularity", "together"))
    best = cosine.ranked(row[:3] for row in found)
    together: dict[uuid.UUID, int] = {}
    for other, *_, baskets in found:
        together[other] = max(baskets, together.get(other, 0))
    return [Companion(other, score, together[other]) for other, score in islice(best.items(), most)]


def rebuild_due() -> Iterator[uuid.UUID]:
    """Rebuild the pairs of every business that sells and whose pairs are a month old; yields each business.

    Where there were too few sales for any pair, the next day tries again.
    """
    now = clock.now()
    fresh = PairBuild.objects.filter(built_at__gt=now - REBUILT_AFTER, pairs__gt=0)
    tried = PairBuild.objects.filter(built_at__gt=now - TRIED_AFTER)
    done = set(fresh.values_list("business_id", flat=True)) | set(tried.values_list("business_id", flat=True))
    selling = Business.objects.filter(pk__in=Sale.objects.order_by().values("business_id")).order_by("pk")
    due = [pk for pk in selling.values_list("pk", flat=True) if pk not in done]
    return isolated_work.each(due, rebuild, name="pairs")


def rebuild(business_id: uuid.UUID) -> uuid.UUID:
    """Count the pairs of a business anew from the baskets of the last year, without services."""
    since = clock.start_of(clock.today() - dt.timedelta(days=YEAR_DAYS))
    lines = SaleLine.objects.of(business_id).filter(
        sold_at__gte=since, voided=False, quantity__gt=0, product__tracks_stock=True, product__is_active=True
    )
    sales: dict[uuid.UUID, int] = {}
    goods: dict[uuid.UUID, int] = {}
    rows = lines.order_by().values_list("sale_id", "product_id").iterator(chunk_size=20_000)
    numbered = [(sales.setdefault(sale, len(sales)), goods.setdefault(product, len(goods))) for sale, product in rows]
    basket, product = np.array(numbered, dtype=np.int64).reshape(-1, 2).T
    replace_pairs(business_id, _rows(business_id, cosine.pairs(basket, product), list(goods)), baskets=len(sales))
    return business_id


def _rows(business_id: uuid.UUID, found: cosine.Together, goods: list[uuid.UUID]) -> list[ProductPair]:
    columns = (found.product, found.other, found.baskets, found.popularity, found.score)
    return [
        ProductPair(
            business_id=business_id,
            product_id=goods[product],
            other_id=goods[other],
            together=together,
            popularity=popularity,
            score=score,
        )
        for product, other, together, popularity, score in zip(*(column.tolist() for column in columns), strict=True)
    ]
