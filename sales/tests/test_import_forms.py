"""Histories as shops have them: read rightly, or refused with the reason before anything is written."""

import datetime as dt
from decimal import Decimal

import pytest
from rest_framework.test import APIClient

from common.errors import FileRefused
from common.notation import Told
from conftest import Shop
from inventory.models import Product
from sales.models import Customer, Sale, SaleLine
from sales.tests.history import history, imported, line, problems
from sales.tests.test_import_api import _files_of_their_own, post

__all__ = ["_files_of_their_own"]
SEMICOLONS = (
    b"invoice_no;sold_at;product;quantity;unit_price\nD1;2026-03-01;Beans;1,125;10\nD2;2026-03-01;Oil;0,750;12,50\n"
)
TWO_WAYS = b"invoice_no;sold_at;product;quantity;unit_price\nD1;2026-03-01;Beans;1,125;10.50\n"
TURNED = b"invoice_no,sold_at,product,quantity,unit_price\nF1,01/04/2026,Soap,1,10\n"


def test_between_semicolons_a_lone_comma_is_the_decimal_sign(shop: Shop) -> None:
    imported(shop, SEMICOLONS)
    assert [(sold.quantity, sold.unit_price) for sold in SaleLine.objects.order_by("sale__number")] == [
        (Decimal("1.125"), Decimal(10)),
        (Decimal("0.750"), Decimal("12.50")),
    ]


@pytest.mark.parametrize(
    ("file", "option", "choices"),
    [(TWO_WAYS, "decimal", "point or comma"), (TURNED, "dates", "day-first or month-first")],
)
def test_a_file_that_reads_in_two_ways_asks_before_anything_is_written(
    owner_client: APIClient, file: bytes, option: str, choices: str
) -> None:
    answer = post(owner_client, file)
    assert answer.status_code == 400
    reason = answer.json()["fields"][option][0]
    assert reason.startswith("Line 2: ")
    assert choices in reason
    assert not Product.objects.exists()


def test_a_doubt_far_down_a_long_file_is_told_before_its_first_line_is_written(shop: Shop) -> None:
    with pytest.raises(FileRefused, match="Line 3"):
        imported(shop, history(line(), line(invoice_no="9", sold_at="01/04/2026")), batch=1)
    assert not Sale.objects.exists()


@pytest.mark.parametrize(("dates", "day"), [("day-first", dt.date(2026, 4, 1)), ("month-first", dt.date(2026, 1, 4))])
def test_what_was_asked_is_told_once_for_the_whole_file(owner_client: APIClient, dates: str, day: dt.date) -> None:
    assert post(owner_client, TURNED, dates=dates).json()["lines_imported"] == 1
    assert Sale.objects.get().sold_at.date() == day


def test_a_date_that_shows_the_order_decides_for_the_others(shop: Shop) -> None:
    imported(shop, history(line(sold_at="31/03/2026"), line(invoice_no="9", sold_at="01/04/2026")))
    assert {sale.sold_at.date() for sale in Sale.objects.all()} == {dt.date(2026, 3, 31), dt.date(2026, 4, 1)}


def test_a_told_order_refuses_the_dates_that_do_not_fit(shop: Shop) -> None:
    file = history(line(sold_at="31/03/2026"), line(invoice_no="9", sold_at="03/31/2026"))
    assert imported(shop, file, told=Told(dates="day-first")).refused == 1


@pytest.mark.parametrize("column", ["sku", "invoice_no"])
def test_a_code_that_a_spreadsheet_cut_short_is_refused_with_the_reason(shop: Shop, column: str) -> None:
    assert "cut short by the spreadsheet (6.03E+12)" in problems(shop, history(line(**{column: "6.03E+12"})))[0][1]


def test_a_sku_that_lost_its_leading_zeros_finds_its_product(shop: Shop) -> None:
    Product.objects.create(business=shop.business, sku="00123", name="Key soap")
    assert imported(shop, history(line(sku="123"))).products == 0
    assert SaleLine.objects.get().product.sku == "00123"


@pytest.mark.parametrize("name", ["Walk-in Customer", "WALK IN", "Cash", "Cash Customer", "N/A", "-", "NULL", " "])
def test_walk_ins_are_nobody(shop: Shop, name: str) -> None:
    imported(shop, history(line(customer=name)))
    assert Sale.objects.get().customer is None
    assert not Customer.objects.exists()


def test_what_spreadsheets_write_for_nothing_makes_no_category_storefront_or_staff(shop: Shop) -> None:
    tally = imported(shop, history(line(category="-", storefront="N/A", staff="NULL", sku="-")))
    assert (tally.categories, tally.storefronts, tally.staff) == (0, 0, 0)


def test_a_day_without_a_time_is_kept_as_one(shop: Shop) -> None:
    imported(shop, history(line(sold_at="2025-03-03"), line(invoice_no="9", sold_at="2025-03-03T08:00")))
    assert [sale.time_known for sale in Sale.objects.order_by("number")] == [False, True]


def test_two_people_of_one_name_are_told_apart_by_phone(shop: Shop) -> None:
    phones = ["0241111111", "+233 24 222 2222"]
    file = history(*(line(invoice_no=phone[-4:], customer="Ama Serwaa", customer_phone=phone) for phone in phones))
    imported(shop, file)
    assert {sale.customer.phone for sale in Sale.objects.all() if sale.customer} == {"+233241111111", "+233242222222"}


def test_a_name_that_two_customers_have_is_not_guessed(shop: Shop) -> None:
    for phone in ("+233241111111", "+233242222222"):
        Customer.objects.create(business=shop.business, name="Ama Serwaa", phone=phone)
    reason = "2 customers are called Ama Serwaa: say which by customer_phone"
    assert problems(shop, history(line(customer="Ama Serwaa"))) == [(2, reason)]
    assert not Sale.objects.exists()


def test_who_is_known_by_name_alone_is_said(owner_client: APIClient) -> None:
    told = post(owner_client, history(line(customer="Ama"), line(invoice_no="9", customer="Ama"))).json()
    assert "1 customer is known by name alone" in told["notices"][0]["reason"]


def test_a_phone_that_is_no_phone_refuses_its_line(shop: Shop) -> None:
    assert "customer_phone" in problems(shop, history(line(customer="Ama", customer_phone="12")))[0][1]
