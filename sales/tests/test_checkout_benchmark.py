"""The benchmark of the checkout: what it compares with can be run."""

import pytest

from benchmarks import checkout
from sales.models import Payment, Sale


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_bare_statements_write_a_sale() -> None:
    till = checkout.till()
    checkout.bare_sql(till)
    sale = Sale.objects.get()
    assert (sale.number, sale.lines.count(), Payment.objects.get().amount) == ("INV-000001", 5, till.total)
