"""Two tills at the same moment, on a server that runs them side by side."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import Sum

from common import errors
from common.tenancy import Caller
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product, stock_of
from sales.models import Customer, Payment, Sale
from sales.services import NewLine, NewPayment, record_payment, record_sale, refund_sale
from sales.tests.builders import make_customer, make_invoice, make_payment

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
D = Decimal


def at_once(jobs: Sequence[Callable[[], object]]) -> list[object]:
    """The results, or the refusals, of jobs that run side by side."""

    def run(job: Callable[[], object]) -> object:
        try:
            return job()
        except errors.DomainError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def cash_sale(caller: Caller, shop: Shop, *products: Product) -> Callable[[], Sale]:
    lines = [NewLine(product.pk, D(1)) for product in products]
    payment = [NewPayment("cash", D(10 * len(products)))]
    return lambda: record_sale(caller, storefront_id=shop.storefront.pk, lines=lines, payments=payment)


def on_account(shop: Shop, product: Product, customer: Customer) -> Callable[[], Sale]:
    line = [NewLine(product.pk, D(1))]
    return lambda: record_sale(shop.caller, storefront_id=shop.storefront.pk, lines=line, customer_id=customer.pk)


def test_of_two_tills_selling_the_last_unit_one_succeeds(shop: Shop) -> None:
    last = make_product(shop.business, stock=1, storefront=shop.storefront)
    results = at_once([cash_sale(shop.caller, shop, last)] * 2)
    assert sorted(type(result).__name__ for result in results) == ["OutOfStock", "Sale"]
    assert stock_of(last, shop.storefront) == 0


def test_tills_with_the_same_goods_in_another_order_do_not_block_each_other(shop: Shop) -> None:
    a, b = (make_product(shop.business, stock=50, storefront=shop.storefront) for _ in range(2))
    jobs = [cash_sale(shop.caller, shop, a, b), cash_sale(shop.caller, shop, b, a)] * 6
    sales = at_once(jobs)
    numbers = sorted(sale.number for sale in sales if isinstance(sale, Sale))
    assert numbers == [f"INV-{n:06d}" for n in range(1, 13)]


def test_a_credit_limit_cannot_be_passed_by_two_tills_together(shop: Shop) -> None:
    product = make_product(shop.business, stock=50, storefront=shop.storefront)
    ama = make_customer(shop.business, credit_limit=D(25))
    results = at_once([on_account(shop, product, ama)] * 5)
    assert sum(isinstance(result, Sale) for result in results) == 2
    assert sum(isinstance(result, errors.CreditLimitExceeded) for result in results) == 3


def test_one_deposit_is_not_spent_twice(shop: Shop) -> None:
    product = make_product(shop.business, stock=50, storefront=shop.storefront)
    ama = make_customer(shop.business, credit_limit=D(0))
    make_payment(ama, 10)
    results = at_once([on_account(shop, product, ama)] * 3)
    assert sum(isinstance(result, Sale) for result in results) == 1


def test_payments_at_once_settle_an_invoice_once_and_leave_the_rest_as_credit(shop: Shop) -> None:
    ama = make_customer(shop.business)
    invoice = make_invoice(ama, 100)
    at_once([lambda: record_payment(shop.caller, customer_id=ama.pk, amount=D(60), method="cash")] * 3)
    invoice.refresh_from_db()
    sums = Payment.objects.aggregate(amount=Sum("amount"), allocated=Sum("allocated"))
    assert (invoice.paid, sums) == (D(100), {"amount": D(180), "allocated": D(100)})


def test_a_sale_is_given_back_once(shop: Shop) -> None:
    product = make_product(shop.business, stock=5, storefront=shop.storefront)
    sale = cash_sale(shop.caller, shop, product)()
    results = at_once([lambda: refund_sale(shop.caller, sale.pk)] * 3)
    assert sum(isinstance(result, Sale) for result in results) == 1
    assert stock_of(product, shop.storefront) == 5
