"""Search words learnt from what is sold after searches that found nothing."""

import datetime as dt

import pytest

from common import clock
from conftest import Shop
from inventory.models import Product, SearchMiss, SearchWord
from inventory.tests.builders import make_product
from sales.services.search_words import learn_from_sales
from sales.tests.builders import make_sale


def search_and_sell(shop: Shop, said: str, product: Product, *, minutes: int = 3) -> None:
    moment = clock.now() - dt.timedelta(hours=SearchMiss.objects.count() + 1)
    SearchMiss.objects.create(business=shop.business, said=said, by=shop.owner, at=moment)
    later = moment + dt.timedelta(minutes=minutes)
    make_sale(shop.business, product=product, storefront=shop.storefront, sold_by=shop.owner, sold_at=later)


def test_a_word_means_what_was_sold_after_three_searches_for_it(shop: Shop) -> None:
    paste, soap = make_product(shop.business, "Groundnut paste"), make_product(shop.business, "Soap")
    for _ in range(2):
        search_and_sell(shop, "nkate", paste)
    assert learn_from_sales() == 0
    search_and_sell(shop, "nkate", soap)
    search_and_sell(shop, "nkate", paste)
    assert learn_from_sales() == 1
    word = SearchWord.objects.get()
    assert (word.said, word.meant, word.learnt) == ("nkate", "Groundnut paste", True)
    assert learn_from_sales() == 0


@pytest.mark.parametrize("minutes", [-5, 11])
def test_only_what_is_sold_soon_after_counts(shop: Shop, minutes: int) -> None:
    paste = make_product(shop.business, "Groundnut paste")
    for _ in range(3):
        search_and_sell(shop, "nkate", paste, minutes=minutes)
    assert learn_from_sales() == 0


def test_what_the_shop_said_itself_stands_and_old_searches_are_forgotten(shop: Shop) -> None:
    paste = make_product(shop.business, "Groundnut paste")
    SearchWord.objects.create(business=shop.business, said="Nkate", meant="groundnuts")
    old = clock.now() - dt.timedelta(days=31)
    SearchMiss.objects.create(business=shop.business, said="old", by=shop.owner, at=old)
    for _ in range(3):
        search_and_sell(shop, "nkate", paste)
    assert learn_from_sales() == 0
    assert set(SearchMiss.objects.values_list("said", flat=True)) == {"nkate"}
