"""Which price a line gets at the till: packs, price lists, breaks, tiers, and who may go off the list."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import caller_of, make_member
from common import clock, errors
from common.tenancy import Role
from conftest import Shop
from inventory.models import Pack, PriceList, PriceListEntry, Product
from inventory.tests.builders import make_product, stock_of
from sales.models import Sale
from sales.queries.receipts import receipt
from sales.receipts import as_text
from sales.services import NewLine, NewPayment, ReturnLine, record_sale, refund_sale
from sales.tests.builders import make_customer

D = Decimal


@pytest.fixture
def milk(shop: Shop) -> Product:
    return make_product(
        shop.business,
        "Milk",
        stock=100,
        storefront=shop.storefront,
        retail_price=D(5),
        wholesale_price=D(4),
        whole_units_only=True,
    )


@pytest.fixture
def carton(milk: Product) -> Pack:
    return Pack.objects.create(business=milk.business, product=milk, name="carton of 24", units=24, retail_price=D(100))


def sell(shop: Shop, *lines: NewLine, paid: Decimal | int, by: Role = Role.CASHIER, **fields: object) -> Sale:
    caller = caller_of(make_member(shop.business, by))
    made = record_sale(
        caller,
        storefront_id=shop.storefront.pk,
        lines=lines,
        payments=[NewPayment("cash", D(paid))],
        **fields,  # type: ignore[arg-type]
    )
    assert made.total == paid
    return made


def listed(milk: Product, *prices: tuple[int, int], pack: Pack | None = None, **fields: object) -> PriceList:
    made = PriceList.objects.create(business=milk.business, **{"name": "Schools", **fields})
    for at_least, price in prices:
        PriceListEntry.objects.create(
            business=milk.business, price_list=made, product=milk, pack=pack, min_quantity=at_least, price=price
        )
    return made


def test_a_pack_takes_its_units_from_the_one_stock_and_adds_up_to_its_price(
    shop: Shop, milk: Product, carton: Pack
) -> None:
    line = sell(shop, NewLine(milk.pk, D(2), pack_id=carton.pk), paid=200).lines.get()
    assert (line.quantity, line.pack_quantity, line.pack_price, line.revenue) == (D(48), D(2), D(100), D(200))
    assert (line.unit_price, line.list_price, line.cost) == (D("4.17"), D("4.17"), D(288))
    assert stock_of(milk, shop.storefront) == 52


def test_packs_sold_under_a_client_id_are_sold_once(shop: Shop, milk: Product, carton: Pack) -> None:
    first, again = (sell(shop, NewLine(milk.pk, D(2), pack_id=carton.pk), paid=200, client_id="t-1") for _ in "12")
    assert first == again
    assert stock_of(milk, shop.storefront) == 52


def test_a_receipt_prints_packs_and_they_come_back_as_packs_or_pieces(shop: Shop, milk: Product, carton: Pack) -> None:
    sale = sell(shop, NewLine(milk.pk, D(2), pack_id=carton.pk), paid=200)
    printed = as_text(receipt(shop.id, sale.pk))
    assert "Milk, carton of 24" in printed
    assert "2 x 100.00" in printed
    line_id = sale.lines.get().pk
    back = [refund_sale(shop.caller, sale.pk, lines=[ReturnLine(line_id, D(n))]) for n in (24, 3)]
    assert [(made.total, made.lines.get().pack_quantity) for made in back] == [(D(-100), D(-1)), (D("-12.50"), None)]


def test_what_is_counted_is_sold_in_whole_numbers(shop: Shop, milk: Product, carton: Pack) -> None:
    for pack_id in (None, carton.pk):
        with pytest.raises(errors.InvalidInput, match=r"Line 1: Milk is sold in whole numbers, not 1\.5"):
            sell(shop, NewLine(milk.pk, D("1.5"), pack_id=pack_id), paid=1)
    rice = make_product(shop.business, "Rice", unit="kg", stock=10, storefront=shop.storefront)
    assert sell(shop, NewLine(rice.pk, D("1.5")), paid=15).lines.get().quantity == D("1.5")


def test_a_pack_of_another_product_or_off_sale_is_refused(shop: Shop, milk: Product, carton: Pack) -> None:
    other = make_product(shop.business, stock=9, storefront=shop.storefront)
    with pytest.raises(errors.InvalidInput, match="no such pack"):
        sell(shop, NewLine(other.pk, D(1), pack_id=carton.pk), paid=1)
    Pack.objects.update(is_active=False)
    with pytest.raises(errors.InvalidInput, match="no longer sold"):
        sell(shop, NewLine(milk.pk, D(1), pack_id=carton.pk), paid=1)


def test_a_customer_pays_the_prices_of_their_group(shop: Shop, milk: Product, carton: Pack) -> None:
    school = make_customer(shop.business, price_list=listed(milk, (0, 3)))
    assert sell(shop, NewLine(milk.pk, D(2)), paid=6, customer_id=school.pk).lines.get().list_price == D(3)
    listed(milk, (0, 90), pack=carton, name="Cartons", for_everyone=True)
    sell(shop, NewLine(milk.pk, D(1), pack_id=carton.pk), paid=90, customer_id=school.pk)
    sell(shop, NewLine(milk.pk, D(2)), paid=10, customer_id=make_customer(shop.business).pk)


def test_a_break_counts_all_lines_of_the_product(shop: Shop, milk: Product) -> None:
    listed(milk, (12, 4), for_everyone=True)
    sell(shop, NewLine(milk.pk, D(6)), NewLine(milk.pk, D(5)), paid=55)
    sell(shop, NewLine(milk.pk, D(6)), NewLine(milk.pk, D(6)), paid=48)


def test_a_list_holds_on_its_days_alone(shop: Shop, milk: Product) -> None:
    today = clock.today()
    promotion = listed(milk, (0, 4), for_everyone=True, starts_on=today, ends_on=today)
    sell(shop, NewLine(milk.pk, D(1)), paid=4)
    PriceList.objects.update(starts_on=today - dt.timedelta(days=9), ends_on=today - dt.timedelta(days=1))
    sell(shop, NewLine(milk.pk, D(1)), paid=5)
    PriceList.objects.filter(pk=promotion.pk).update(ends_on=None, is_active=False)
    sell(shop, NewLine(milk.pk, D(1)), paid=5)


def test_a_cashier_sells_at_the_price_that_applies_and_at_no_other(shop: Shop, milk: Product, carton: Pack) -> None:
    listed(milk, (12, 4), for_everyone=True)
    sell(shop, NewLine(milk.pk, D(12), unit_price=D(4)), paid=48)
    for line in (NewLine(milk.pk, D(1), unit_price=D(4)), NewLine(milk.pk, D(1), D(90), pack_id=carton.pk)):
        with pytest.raises(errors.NotAllowed):
            sell(shop, line, paid=1)
    sold = sell(shop, NewLine(milk.pk, D(1), D(96), pack_id=carton.pk), paid=96, by=Role.MANAGER).lines.get()
    assert (sold.unit_price, sold.list_price) == (D(4), D("4.17"))


def test_only_a_shop_with_price_lists_pays_for_them_in_queries(shop: Shop, milk: Product, carton: Pack) -> None:
    goods = [make_product(shop.business, stock=9, storefront=shop.storefront) for _ in range(5)]

    def queries(*lines: NewLine) -> int:
        with CaptureQueriesContext(connection) as seen:
            record_sale(
                shop.caller, storefront_id=shop.storefront.pk, lines=lines, payments=[NewPayment("cash", D(900))]
            )
        return len(seen)

    queries(NewLine(milk.pk, D(1)))
    plain = queries(*(NewLine(each.pk, D(1)) for each in goods))
    assert plain == queries(NewLine(goods[0].pk, D(1)))
    listed(milk, (0, 4), for_everyone=True)
    assert queries(*(NewLine(each.pk, D(1)) for each in goods)) == plain
    assert queries(NewLine(milk.pk, D(1)), NewLine(goods[0].pk, D(1))) == plain + 1
    assert queries(NewLine(milk.pk, D(1)), NewLine(milk.pk, D(1), pack_id=carton.pk)) == plain + 1


def test_the_group_of_a_customer_is_set_by_management(
    shop: Shop, owner_client: APIClient, cashier_client: APIClient, milk: Product
) -> None:
    group, ama = listed(milk), make_customer(shop.business)
    url = f"/sales/api/customers/{ama.pk}/"
    body = {"price_list_id": str(group.pk)}
    assert cashier_client.post("/sales/api/customers/", {"name": "Kofi", **body}, format="json").status_code == 403
    assert owner_client.patch(url, body, format="json").data["price_list_id"] == group.pk
    assert "price_list_id" in owner_client.patch(url, {"price_list_id": str(ama.pk)}, format="json").data["fields"]
