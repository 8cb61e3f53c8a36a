"""The index of names: of one business alone, and as its names are now."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ai_features.services.query_intelligence.names import Index, index_of
from conftest import Shop
from inventory.models import Category, Product, Supplier
from inventory.tests.builders import make_category, make_product, make_supplier
from sales.tests.builders import make_customer


def values(index: Index, *words: str) -> list[str]:
    return [value for entry in index.called(words) for value in entry.values]


def test_two_products_that_change_names_are_found_by_their_new_ones(shop: Shop) -> None:
    rice, gari = make_product(shop.business, "Rice"), make_product(shop.business, "Gari")
    assert values(index_of(shop.id), "rice") == [str(rice.pk)]
    Product.objects.filter(pk=rice.pk).update(name="Gari")
    Product.objects.filter(pk=gari.pk).update(name="Rice")
    assert values(index_of(shop.id), "rice") == [str(gari.pk)]


@pytest.mark.parametrize(
    ("model", "make"), [(Category, make_category), (Supplier, make_supplier)], ids=["category", "supplier"]
)
def test_what_was_removed_and_made_again_by_the_same_name_is_the_new_one(
    shop: Shop, model: Any, make: Callable[..., Any]
) -> None:
    make(shop.business, "Drinks")
    index_of(shop.id)
    model.objects.of(shop.id).delete()
    again = make(shop.business, "Drinks")
    assert values(index_of(shop.id), "drink") == [str(again.pk)]


@pytest.mark.parametrize("name", ["Mila tin", "Milo tan", "tin Milo"])
def test_one_letter_of_a_name_is_enough(shop: Shop, name: str) -> None:
    product = make_product(shop.business, "Milo tin")
    index_of(shop.id)
    Product.objects.filter(pk=product.pk).update(name=name)
    assert values(index_of(shop.id), *name.lower().split()) == [str(product.pk)]


def test_names_of_another_business_are_never_in_it(shop: Shop, other_shop: Shop) -> None:
    make_customer(other_shop.business, "Ama Mensah")
    assert values(index_of(shop.id), "ama", "mensah") == []
    assert len(values(index_of(other_shop.id), "ama", "mensah")) == 1
    assert values(index_of(shop.id), "ama", "mensah") == []


def test_whether_they_have_changed_is_one_query(shop: Shop) -> None:
    make_product(shop.business, "Rice")
    index_of(shop.id)
    with CaptureQueriesContext(connection) as asked:
        index_of(shop.id)
    assert len(asked) == 1
