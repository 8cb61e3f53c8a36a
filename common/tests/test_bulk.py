"""Many rows at once, the same by either way."""

import pytest

from accounts.models import Business
from accounts.tests.builders import make_business
from common import bulk
from inventory.models import Product


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


def test_nothing_to_insert_is_nothing_done(db: None) -> None:
    bulk.insert([])
    assert not Product.objects.exists()
