"""Many rows at once, the same by either way."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Business
from accounts.tests.builders import make_business
from common import bulk
from inventory.models import Product
from inventory.tests.builders import make_product

D = Decimal


@pytest.mark.parametrize("count", [1, bulk.WORTH_IT + 1])
def test_rows_are_inserted_with_every_kind_of_value(db: None, count: int) -> None:
    business: Business = make_business()
    made = [
        Product(business=business, sku=f"S{n}", name='Rice "5 kg"\t\\N', attributes={"kg": 5}, wholesale_price=None)
        for n in range(count)
    ]
    bulk.insert(made)
    assert Product.objects.of(business.pk).count() == count
    stored = Product.objects.get(sku="S0")
    assert (stored.name, stored.attributes, stored.wholesale_price) == (made[0].name, {"kg": 5}, None)
    assert stored.created_at is not None


@pytest.mark.parametrize("count", [1, bulk.WORTH_IT + 1])
def test_what_the_database_forbids_is_refused_as_django_does(db: None, count: int) -> None:
    business = make_business()
    make_product(business, sku="S0")
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert([Product(business=business, sku=f"S{n}", name="Rice") for n in range(count)])
    assert Product.objects.count() == 1


def test_columns_of_many_rows_are_changed_and_the_others_stay(db: None) -> None:
    rows = [make_product(make_business(), cost=n) for n in range(3)]
    for row in rows:
        row.cost, row.is_active, row.name, row.wholesale_price = row.cost + D("0.25"), False, "Forgotten", D(9)
    bulk.change(rows[:2], "cost", "is_active", "wholesale_price")
    stored = {row.pk: row for row in Product.objects.all()}
    changed = [(stored[row.pk].cost, stored[row.pk].is_active, stored[row.pk].wholesale_price) for row in rows]
    assert changed == [(D("0.25"), False, D(9)), (D("1.25"), False, D(9)), (D(2), True, None)]
    assert "Forgotten" not in {row.name for row in stored.values()}
    bulk.change([], "cost")


def test_nothing_to_insert_is_nothing_done(db: None) -> None:
    bulk.insert([])
    assert not Product.objects.exists()
