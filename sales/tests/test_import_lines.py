"""What a line of history becomes, and which lines are refused."""

import datetime as dt
from decimal import Decimal

import pytest
from time_machine import travel

from accounts.models import Membership, Storefront
from conftest import Shop
from inventory.models import Product, StockMovement
from sales.models import Customer, Payment, Sale, SaleLine
from sales.tests.history import history, imported, line, problems


def test_a_line_becomes_a_paid_sale_with_its_own_number(shop: Shop) -> None:
    imported(shop, history(line(unit_cost="61.50", payment_method="MTN MoMo")))
    sale = Sale.objects.get()
    assert (sale.number, sale.total, sale.paid, sale.imported) == ("1001", Decimal("160.00"), Decimal("160.00"), True)
    assert sale.sold_at == sale.settled_at == dt.datetime(2025, 3, 3, 10, tzinfo=dt.UTC)
    sold = SaleLine.objects.get()
    assert (sold.quantity, sold.revenue, sold.cost) == (Decimal(2), Decimal("160.00"), Decimal("123.00"))
    paid = Payment.objects.get()
    assert (paid.method, paid.network, paid.sale, paid.allocated) == ("mobile_money", "mtn", sale, Decimal("160.00"))


def test_the_list_price_of_the_day_is_kept_where_the_file_knows_it(shop: Shop) -> None:
    imported(shop, history(line(list_price="90"), line(invoice_no="1002")))
    assert [sold.list_price for sold in SaleLine.objects.order_by("sale__number")] == [Decimal(90), None]


def test_an_import_moves_no_stock_and_asks_no_credit_limit(shop: Shop) -> None:
    Customer.objects.create(business=shop.business, name="Ama", credit_limit=0)
    imported(shop, history(line(customer="ama", due_date="2025-04-02")))
    assert not StockMovement.objects.exists()
    assert Sale.objects.get().customer == Customer.objects.get()


def test_what_the_shop_does_not_know_is_created(shop: Shop) -> None:
    file = history(
        line(category="Food", customer="Kofi's Bar", storefront="Tema", staff="Esi", due_date="2025-03-17"),
        line(sku="POST", product="Postage", invoice_no="1002"),
    )
    tally = imported(shop, file)
    assert (tally.products, tally.categories, tally.customers, tally.storefronts, tally.staff) == (2, 1, 1, 1, 1)
    assert Product.objects.get(sku="RICE5").category.name == "Food"  # type: ignore[union-attr]
    assert not Product.objects.get(sku="POST").tracks_stock
    assert Customer.objects.get().terms_days == 14
    assert Membership.objects.get(name="Esi").user is None
    assert Sale.objects.get(number="1001").storefront == Storefront.objects.get(name="Tema")


def test_what_the_shop_knows_is_found_in_any_case(shop: Shop) -> None:
    imported(shop, history(line(sku="rice5", customer="AMA MENSAH", storefront=shop.storefront.name.upper())))
    tally = imported(shop, history(line(invoice_no="1002", sku="RICE5", customer="Ama  Mensah")))
    assert (tally.products, tally.customers, tally.storefronts) == (0, 0, 0)


def test_a_line_without_sku_means_the_product_of_that_name(shop: Shop) -> None:
    Product.objects.create(business=shop.business, sku="R-5", name="Rice 5 kg")
    tally = imported(shop, history(line(sku=""), line(sku="", product="Gari 1 kg"), line(sku="", product="Gari, 1-kg")))
    assert tally.products == 1


def test_two_names_that_make_the_same_sku_stay_two_products(shop: Shop) -> None:
    imported(shop, history(line(sku="", product="Gari 1 kg"), line(sku="", product="Gari 1-kg")))
    assert {p.sku for p in Product.objects.all()} == {"GARI-1-KG", "GARI-1-KG-2"}


def test_an_invoice_with_a_due_date_is_paid_on_its_day_or_open(shop: Shop) -> None:
    imported(
        shop,
        history(
            line(customer="Ama", due_date="2025-04-02", paid_at="2025-04-10"),
            line(customer="Ama", due_date="2025-04-02", invoice_no="1002"),
        ),
    )
    paid, still_open = Sale.objects.order_by("number")
    assert (paid.paid, paid.settled_at) == (Decimal(160), dt.datetime(2025, 4, 10, tzinfo=dt.UTC))
    assert (still_open.paid, still_open.settled_at, still_open.due_date) == (Decimal(0), None, dt.date(2025, 4, 2))
    assert Payment.objects.get().sale is None


@travel("2025-03-20 12:00", tick=False)
def test_a_payment_that_lies_ahead_is_not_known_yet(shop: Shop) -> None:
    file = history(
        line(due_date="2025-04-02", paid_at="2025-03-25"),
        line(invoice_no="1002", sold_at="2025-03-21"),
        line(invoice_no="1003", paid_at="2025-03-21"),
    )
    assert problems(shop, file) == [(3, "sold_at is in the future")]
    assert [(s.paid, s.due_date) for s in Sale.objects.order_by("number")] == [
        (Decimal(0), dt.date(2025, 4, 2)),
        (Decimal(0), dt.date(2025, 3, 3)),
    ]


def test_lines_of_an_invoice_may_be_paid_on_different_days(shop: Shop) -> None:
    imported(
        shop,
        history(
            line(due_date="2025-04-02", paid_at="2025-04-01"),
            line(due_date="2025-04-02", sku="GARI", product="Gari", unit_price=10),
            line(sku="MILO", product="Milo", unit_price=5),
        ),
    )
    sale = Sale.objects.get()
    assert (sale.total, sale.paid, sale.settled_at) == (Decimal(190), Decimal(170), None)


def test_a_negative_quantity_is_a_return_paid_back(shop: Shop) -> None:
    imported(shop, history(line(invoice_no="C1001", quantity=-1)))
    back = Sale.objects.get()
    assert (back.kind, back.total, back.paid, back.original) == ("return", Decimal(-80), Decimal(-80), None)
    assert (Payment.objects.get().kind, Payment.objects.get().amount) == ("refund", Decimal(80))


def test_a_mixed_invoice_is_a_sale_and_a_return_that_knows_it(shop: Shop) -> None:
    file = history(line(), line(quantity=-1), line(quantity=-1, sold_at="2025-03-09"), line(sku="GARI", product="Gari"))
    assert imported(shop, file).imported == 4
    totals = {sale.number: (sale.kind, sale.total) for sale in Sale.objects.all()}
    assert totals == {
        "1001": ("sale", Decimal(320)),
        "1001-R": ("return", Decimal(-80)),
        "1001-R-20250309": ("return", Decimal(-80)),
    }
    assert Sale.objects.get(number="1001-R").original == Sale.objects.get(number="1001")
    assert imported(shop, file).skipped == 4


def test_a_price_of_zero_is_a_gift_and_needs_no_payment(shop: Shop) -> None:
    assert problems(shop, history(line(unit_price="0"))) == []
    assert Sale.objects.get().settled_at
    assert not Payment.objects.exists()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"invoice_no": " "}, "invoice_no is empty"),
        ({"product": ""}, "product is empty"),
        ({"quantity": "0"}, "quantity is zero"),
        ({"quantity": "two"}, "quantity is not a number: 'two'"),
        ({"quantity": "1e5"}, "quantity is not a number: '1e5'"),
        ({"quantity": "٣"}, "quantity is not a number: '٣'"),
        ({"quantity": "NaN"}, "quantity is not a number: 'NaN'"),
        ({"unit_price": ""}, "unit_price is empty"),
        ({"unit_price": "-5"}, "unit_price is below zero"),
        ({"unit_price": "999999999"}, "unit_price is too large"),
        ({"quantity": "100000", "unit_price": "100000"}, "quantity × unit_price is too large"),
        ({"unit_cost": "free"}, "unit_cost is not a number: 'free'"),
        ({"sold_at": ""}, "sold_at is empty"),
        (
            {"sold_at": "31/02/2025"},
            "sold_at is not a date like 2025-03-31 or 31/03/2025: '31/02/2025'",
        ),
        (
            {"sold_at": "0001-01-01"},
            "sold_at is not a date like 2025-03-31 or 31/03/2025: '0001-01-01'",
        ),
        ({"sold_at": "2190-01-01"}, "sold_at is in the future"),
        ({"due_date": "soon"}, "due_date is not a date like 2025-03-31 or 31/03/2025: 'soon'"),
        ({"customer": "A" * 151}, "customer is longer than 150 characters"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason_and_the_rest_go_in(
    shop: Shop, changed: dict[str, str], reason: str
) -> None:
    file = history(line(invoice_no="1000"), line(**changed), line(invoice_no="1002"))
    assert problems(shop, file) == [(3, reason)]
    assert [sale.number for sale in Sale.objects.order_by("number")] == ["1000", "1002"]


def test_thousands_may_be_marked_and_times_may_carry_an_offset(shop: Shop) -> None:
    file = b'sold_at,invoice_no,product,quantity,unit_price\n2025-03-03 23:30:00+01:00,9,TV,1,"1,250.50"\n'
    imported(shop, file)
    sale = Sale.objects.get()
    assert (sale.total, sale.sold_at) == (Decimal("1250.50"), dt.datetime(2025, 3, 3, 22, 30, tzinfo=dt.UTC))
