"""A sale that a till sends again, on another day or by the next shift, is the same sale."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from rest_framework.test import APIClient
from time_machine import travel

from accounts.models import Membership
from accounts.tests.builders import caller_of, make_member
from common import clock, errors
from common.tenancy import Role
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product, stock_of
from sales.models import Customer, Payment, Sale
from sales.services import NewLine, NewPayment, record_payment, record_sale, refund_sale
from sales.tests.builders import make_customer

D = Decimal


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", stock=100, storefront=shop.storefront, retail_price=D(20))


def sell(shop: Shop, rice: Product, client_id: str = "till-1-0001", *, quantity: int = 1, caller: Any = None) -> Sale:
    return record_sale(
        caller or shop.caller,
        storefront_id=shop.storefront.pk,
        lines=[NewLine(rice.pk, D(quantity))],
        payments=[NewPayment("cash", D(20 * quantity))],
        client_id=client_id,
    )


def test_a_repeat_after_days_by_the_next_shift_gives_the_same_sale_back(shop: Shop, rice: Product) -> None:
    first = sell(shop, rice)
    with travel(clock.now() + dt.timedelta(days=40)):
        again = sell(shop, rice, caller=caller_of(make_member(shop.business, Role.CASHIER)))
    assert again.pk == first.pk
    assert stock_of(rice, shop.storefront) == 99


def test_the_api_answers_a_repeat_as_it_answered_the_first(
    shop: Shop, rice: Product, client_of: Callable[[Membership], APIClient]
) -> None:
    body = {
        "storefront_id": str(shop.storefront.pk),
        "lines": [{"product_id": str(rice.pk), "quantity": "2"}],
        "payments": [{"method": "cash", "amount": "40"}],
        "client_id": "7f0c",
    }
    clients = [client_of(make_member(shop.business, Role.CASHIER)) for _ in range(2)]
    answers = [client.post("/sales/api/sales/", body, format="json") for client in clients]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].data == answers[1].data
    assert answers[0].data["client_id"] == "7f0c"
    assert Sale.objects.count() == 1


def test_the_id_of_another_sale_is_refused(shop: Shop, rice: Product) -> None:
    first = sell(shop, rice)
    with pytest.raises(errors.Conflict, match=first.number):
        sell(shop, rice, quantity=3)
    assert Sale.objects.count() == 1


def test_a_sale_that_was_refused_leaves_its_id_free(shop: Shop, rice: Product) -> None:
    with pytest.raises(errors.OutOfStock):
        sell(shop, rice, quantity=101)
    assert sell(shop, rice, quantity=10).total == 200


def test_businesses_have_ids_of_their_own_and_none_is_none(shop: Shop, other_shop: Shop, rice: Product) -> None:
    theirs = make_product(other_shop.business, "Rice", stock=9, storefront=other_shop.storefront, retail_price=D(20))
    assert sell(shop, rice).pk != sell(other_shop, theirs).pk
    assert sell(shop, rice, "").pk != sell(shop, rice, "").pk


def test_a_return_sent_again_is_the_same_return(shop: Shop, rice: Product) -> None:
    sale = sell(shop, rice, quantity=2)
    back = refund_sale(shop.caller, sale.pk, client_id="r-1")
    assert refund_sale(shop.caller, sale.pk, client_id="r-1").pk == back.pk
    assert stock_of(rice, shop.storefront) == 100


def pay(shop: Shop, customer: Customer, amount: str = "50") -> Payment:
    return record_payment(shop.caller, customer_id=customer.pk, amount=D(amount), method="cash", client_id="pay-1")


def test_a_payment_sent_again_after_days_is_the_same_payment(shop: Shop) -> None:
    ama = make_customer(shop.business)
    first = pay(shop, ama)
    with travel(clock.now() + dt.timedelta(days=40)):
        assert pay(shop, ama).pk == first.pk
    assert Payment.objects.count() == 1


def test_the_id_of_another_payment_is_refused(shop: Shop) -> None:
    ama, yaw = make_customer(shop.business, "Ama"), make_customer(shop.business, "Yaw")
    pay(shop, ama)
    for customer, amount in ((yaw, "50"), (ama, "60")):
        with pytest.raises(errors.Conflict):
            pay(shop, customer, amount)
    assert Payment.objects.count() == 1


def test_the_api_takes_the_id_of_a_payment_and_tells_it(shop: Shop, owner_client: APIClient) -> None:
    body = {"customer_id": str(make_customer(shop.business).pk), "amount": "50", "method": "cash", "client_id": "p-7"}
    answers = [owner_client.post("/sales/api/payments/", body, format="json") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].data == answers[1].data
    assert answers[0].data["client_id"] == "p-7"


def from_eight_tills(send: Callable[[], Any]) -> set[Any]:
    """What eight threads, each with a connection of its own, get back from the same call at once."""

    def one(_: int) -> Any:
        try:
            return send()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        return set(pool.map(one, range(8)))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_eight_tills_that_send_one_sale_at_once_make_one(shop: Shop) -> None:
    rice = make_product(shop.business, "Rice", stock=100, storefront=shop.storefront, retail_price=D(20))
    assert len(from_eight_tills(lambda: sell(shop, rice).pk)) == 1
    assert stock_of(rice, shop.storefront) == 99


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_eight_tills_that_send_one_payment_at_once_make_one(shop: Shop) -> None:
    ama = make_customer(shop.business)
    assert len(from_eight_tills(lambda: pay(shop, ama).pk)) == 1
    assert Payment.objects.get().amount == 50
