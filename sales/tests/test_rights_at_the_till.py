"""What a cashier may do at the till, whichever way it is asked for."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import Membership, Storefront
from accounts.tests.builders import caller_of, make_member, make_storefront
from common import errors
from common.tenancy import Role
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product
from sales.services import NewLine, NewPayment, record_payment, record_sale
from sales.tests.builders import make_customer, make_payment, make_sale

D = Decimal


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(
        shop.business, "Rice", stock=100, storefront=shop.storefront, retail_price=D(20), wholesale_price=D(14)
    )


@pytest.fixture
def tema(shop: Shop) -> Storefront:
    return make_storefront(shop.business, "Tema")


@pytest.fixture
def cashier(shop: Shop, tema: Storefront) -> Membership:
    """A cashier who is bound to Tema."""
    member = make_member(shop.business, Role.CASHIER)
    member.storefront = tema
    member.save()
    return member


def test_a_cashier_gives_no_discount_by_choosing_the_wholesale_tier(shop: Shop, rice: Product) -> None:
    cashier = caller_of(make_member(shop.business, Role.CASHIER))
    for customer_id in (None, make_customer(shop.business).pk):
        with pytest.raises(errors.NotAllowed, match="wholesale prices"):
            record_sale(
                cashier,
                storefront_id=shop.storefront.pk,
                lines=[NewLine(rice.pk, D(1))],
                price_tier="wholesale",
                payments=[NewPayment("cash", D(14))],
                customer_id=customer_id,
            )


def test_a_cashier_sells_to_a_trader_at_the_traders_own_tier_and_a_tenth_below(shop: Shop, rice: Product) -> None:
    cashier = caller_of(make_member(shop.business, Role.CASHIER))
    trader = make_customer(shop.business, price_tier="wholesale")
    sale = record_sale(
        cashier,
        storefront_id=shop.storefront.pk,
        lines=[NewLine(rice.pk, D(1))],
        price_tier="wholesale",
        payments=[NewPayment("cash", D("12.60"))],
        customer_id=trader.pk,
        discount=D("1.40"),
    )
    assert sale.total == D("12.60")


def test_a_cashier_of_one_storefront_sells_and_takes_money_there_alone(
    shop: Shop, tema: Storefront, cashier: Membership
) -> None:
    caller, milo = caller_of(cashier), make_product(shop.business, "Milo", stock=9, storefront=tema)
    lines, cash = [NewLine(milo.pk, D(1))], [NewPayment("cash", milo.retail_price)]
    with pytest.raises(errors.NotAllowed, match="another storefront"):
        record_sale(caller, storefront_id=shop.storefront.pk, lines=lines, payments=cash)
    assert record_sale(caller, storefront_id=tema.pk, lines=lines, payments=cash).storefront == tema
    ama = make_customer(shop.business)
    with pytest.raises(errors.NotAllowed, match="another storefront"):
        record_payment(caller, customer_id=ama.pk, amount=D(1), method="cash", storefront_id=shop.storefront.pk)
    assert record_payment(caller, customer_id=ama.pk, amount=D(1), method="cash").storefront_id == tema.pk


def test_a_cashier_of_one_storefront_reads_there_alone(
    shop: Shop, rice: Product, cashier: Membership, client_of: Callable[[Membership], APIClient]
) -> None:
    elsewhere = make_sale(shop.business, storefront=shop.storefront)
    make_payment(make_customer(shop.business), storefront=shop.storefront)
    client = client_of(cashier)
    for path in ("/sales/api/sales/", "/sales/api/payments/", "/inventory/api/stock/"):
        assert client.get(path).data["count"] == 0
    for path in ("", "receipt/"):
        assert client.get(f"/sales/api/sales/{elsewhere.pk}/{path}").status_code == 404
    told: Any = client.get(f"/inventory/api/products/{rice.pk}/").data
    assert (told["stock"], told["stock_by_storefront"]) == ("0.000", [])


def test_a_line_keeps_the_list_price_that_a_manager_went_below(shop: Shop, rice: Product) -> None:
    sale = record_sale(
        shop.caller,
        storefront_id=shop.storefront.pk,
        payments=[NewPayment("cash", D(38))],
        lines=[NewLine(rice.pk, D(1), unit_price=D(18)), NewLine(rice.pk, D(1))],
    )
    assert [(line.unit_price, line.list_price) for line in sale.lines.all()] == [(D(18), D(20)), (D(20), D(20))]
