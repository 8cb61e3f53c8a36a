"""What is bought together: how pairs are counted, kept for a month, and asked for."""

import datetime as dt

import numpy as np
import pytest
import time_machine

from accounts.models import Business
from ai_features import jobs
from common import clock
from conftest import Shop
from inventory.models import PairBuild, Product, ProductPair
from inventory.tests.builders import make_product
from reports import pairs
from reports.pairs import cosine
from sales.tests.builders import make_return, make_sale


def counted(*baskets: list[int]) -> dict[tuple[int, int], tuple[int, float]]:
    rows = [(number, item) for number, goods in enumerate(baskets) for item in goods]
    found = cosine.pairs(*np.array(rows, dtype=np.int64).reshape(-1, 2).T)
    columns = (found.product, found.other, found.baskets, found.score)
    return {(one, two): (n, round(score, 3)) for one, two, n, score in zip(*(c.tolist() for c in columns), strict=True)}


def test_the_score_is_the_cosine_over_baskets() -> None:
    found = counted(*[[0, 1]] * 4, *[[0, 2, 0]] * 5)
    assert found == {(0, 2): (5, round(5 / (9 * 5) ** 0.5, 3)), (2, 0): (5, round(5 / (9 * 5) ** 0.5, 3))}


def test_pairs_need_three_baskets_and_goods_five() -> None:
    found = counted(*[[0, 1]] * 3, *[[0, 2]] * 2, *[[1, 2]] * 3)
    assert set(found) == {(0, 1), (1, 0), (1, 2), (2, 1)}


def test_single_things_and_lorry_loads_are_no_baskets() -> None:
    assert counted(*[[0]] * 9) == {}
    assert counted(*[list(range(31))] * 9) == {}
    assert cosine.pairs(*np.empty((2, 0), dtype=np.int64)).product.size == 0


def test_ten_companions_are_kept_the_best_first() -> None:
    found = counted(*[list(range(14))] * 5, *[[0, 13]] * 3)
    mine = [two for one, two in found if one == 0]
    assert mine[0] == 13
    assert len(mine) == 10


def goods(business: Business, *names: str) -> list[Product]:
    return [make_product(business, name) for name in names]


def sell(business: Business, *products: Product, times: int = 1) -> None:
    for _ in range(times):
        make_sale(business, lines=[(product, 1, product.retail_price) for product in products])


def test_the_job_counts_each_month_what_the_till_then_asks_for(shop: Shop, other_shop: Shop) -> None:
    bread, milk, tea, airtime = goods(shop.business, "Bread", "Milk", "Tea", "Airtime")
    Product.objects.filter(pk=airtime.pk).update(tracks_stock=False)
    sell(shop.business, bread, milk, airtime, times=6)
    sell(shop.business, bread, tea, times=5)
    assert list(pairs.rebuild_due()) == [shop.id]
    best = pairs.bought_with(shop.id, [bread.pk])
    assert [(each.product_id, each.together) for each in best] == [(milk.pk, 6), (tea.pk, 5)]
    assert [each.product_id for each in pairs.bought_with(shop.id, [bread.pk, milk.pk])] == [tea.pk]
    assert pairs.bought_with(shop.id, [bread.pk], most=1)[0].score == pytest.approx(6 / (11 * 6) ** 0.5)
    assert pairs.bought_with(other_shop.id, [bread.pk]) == []
    assert list(pairs.rebuild_due()) == []
    with time_machine.travel(clock.now() + dt.timedelta(days=31)):
        assert list(pairs.rebuild_due()) == [shop.id]
    assert ProductPair.objects.of(shop.id).count() == 4


def test_a_young_shop_without_pairs_is_tried_again_the_next_day(shop: Shop) -> None:
    sale = make_sale(shop.business)
    make_return(sale)
    assert jobs.run(next(job for job in jobs.JOBS if job.name == "pairs")).done == 1
    assert PairBuild.objects.get(business=shop.business).pairs == 0
    assert list(pairs.rebuild_due()) == []
    with time_machine.travel(clock.now() + dt.timedelta(days=2)):
        assert list(pairs.rebuild_due()) == [shop.id]
