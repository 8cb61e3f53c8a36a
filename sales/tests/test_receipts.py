"""Receipts as JSON, as text and as a page."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db.models import Value
from django.db.models.functions import Concat
from rest_framework.test import APIClient

from accounts.models import Business, Membership, Storefront
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product
from sales.models import Customer, Sale
from sales.queries import receipts
from sales.services import NewLine, NewPayment, ReturnLine, erase_customer, record_sale, refund_sale
from sales.tests.builders import make_customer
from sales.tests.history import history, imported, line

D = Decimal
NOON = dt.datetime(2026, 11, 20, 12, 5, tzinfo=dt.UTC)


@pytest.fixture
def sale(shop: Shop) -> Sale:
    shop.business.tin, shop.business.vat_registered = "C0001234567", True
    shop.business.save()
    television = make_product(
        shop.business, 'Television <b>55"</b>', stock=9, storefront=shop.storefront, retail_price=D(2400)
    )
    cable = make_product(shop.business, "HDMI cable", stock=9, storefront=shop.storefront, retail_price=D("49.50"))
    payments = [NewPayment("mobile_money", D(1000), network="mtn", reference="MP77"), NewPayment("cash", D(500))]
    ama = make_customer(shop.business, "Ama Mensah", terms_days=14)
    lines = [NewLine(television.pk, D(1), discount=D(100)), NewLine(cable.pk, D(2))]
    return record_sale(
        shop.caller, storefront_id=shop.storefront.pk, lines=lines, payments=payments, customer_id=ama.pk, sold_at=NOON
    )


def test_the_receipt_says_all_that_was_sold_paid_and_owed(shop: Shop, owner_client: APIClient, sale: Sale) -> None:
    receipt = owner_client.get(f"/sales/api/sales/{sale.pk}/receipt/").json()
    assert (receipt["receipt_id"], receipt["sale_id"], receipt["title"]) == ("INV-000001", str(sale.pk), "Invoice")
    assert receipt["fiscal"] == {"tin": "C0001234567", "vat_registered": True, "sdc_id": None, "qr": None}
    assert [(item["quantity"], item["total"]) for item in receipt["items"]] == [
        ("1.000", "2300.00"),
        ("2.000", "99.00"),
    ]
    assert (receipt["total"], receipt["balance_due"], receipt["due_date"]) == ("2399.00", "899.00", "2026-12-04")
    assert {tax["name"]: tax["amount"] for tax in receipt["taxes"]} == {
        "VAT": "299.87",
        "NHIL": "49.98",
        "GETFund": "49.98",
    }
    assert sum(D(tax["amount"]) for tax in receipt["taxes"]) == D(receipt["tax"])


def test_the_text_receipt_fits_its_paper(shop: Shop, owner_client: APIClient, sale: Sale) -> None:
    answer = owner_client.get(f"/sales/api/sales/{sale.pk}/receipt/?format=text")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    text = answer.content.decode()
    assert max(len(line) for line in text.splitlines()) <= 42
    assert (
        text
        == """\
              Makola Stores
                Main shop
             TIN C0001234567
------------------------------------------
Invoice                   20/11/2026 12:05
No.                             INV-000001
Customer: Ama Mensah
Served by: OWNER
------------------------------------------
Television <b>55"</b>
  1 x 2,400.00                    2,400.00
  Discount                         -100.00
HDMI cable
  2 x 49.50                          99.00
------------------------------------------
Subtotal                          2,499.00
Discount                           -100.00
TOTAL GHS                         2,399.00
  incl. VAT                         299.87
  incl. NHIL                         49.98
  incl. GETFund                      49.98
------------------------------------------
MTN MoMo MP77                     1,000.00
Cash                                500.00
To pay by 04/12/2026                899.00
------------------------------------------
                Thank you!
""".replace("OWNER", shop.owner.name)
    )


def test_the_page_is_whole_in_itself_and_escapes_names(shop: Shop, owner_client: APIClient, sale: Sale) -> None:
    answer = owner_client.get(f"/sales/api/sales/{sale.pk}/receipt/?format=html")
    page = answer.content.decode()
    assert answer["Content-Type"].startswith("text/html")
    assert "Television &lt;b&gt;55" in page
    assert "size: 80mm" in page
    assert not [word for word in ("http://", "https://", "<script", "<link", "src=") if word in page]


def test_cash_is_printed_as_handed_over_with_its_change(shop: Shop, owner_client: APIClient) -> None:
    soap = make_product(shop.business, "Soap", stock=5, storefront=shop.storefront)
    lines, cash = [NewLine(soap.pk, D(1))], [NewPayment("cash", D(50))]
    sold = record_sale(shop.caller, storefront_id=shop.storefront.pk, lines=lines, payments=cash)
    text = owner_client.get(f"/sales/api/sales/{sold.pk}/receipt/?format=text").content.decode()
    assert "Receipt " in text
    assert "Cash                                 50.00\nChange                               40.00" in text


def test_a_credit_note_refers_to_its_sale_and_shows_the_credit(shop: Shop, owner_client: APIClient, sale: Sale) -> None:
    back = refund_sale(shop.caller, sale.pk, method="credit_note")
    text = owner_client.get(f"/sales/api/sales/{back.pk}/receipt/?format=text").content.decode()
    assert "Credit note " in text
    assert "For                             INV-000001" in text
    assert "TOTAL GHS                        -2,399.00" in text
    assert "Your credit                       1,500.00" in text


def test_a_format_nobody_knows_is_refused(shop: Shop, owner_client: APIClient, sale: Sale) -> None:
    answer = owner_client.get(f"/sales/api/sales/{sale.pk}/receipt/?format=stone")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["format"])


def test_a_receipt_prints_what_was_true_when_it_was_issued(shop: Shop, owner_client: APIClient, sale: Sale) -> None:
    url = f"/sales/api/sales/{sale.pk}/receipt/?format=text"
    before = owner_client.get(url).content
    Product.objects.update(name="Renamed", sku=Concat("sku", Value("X")), unit="box", retail_price=1, cost=1)
    Storefront.objects.update(name="Moved", address="Elsewhere", phone="+233240000000")
    Business.objects.update(name="Sold", tin="C0009999999", vat_registered=False, address="Elsewhere")
    Customer.objects.update(name="Ama Owusu")
    Membership.objects.update(name="Someone else")
    assert owner_client.get(url).content == before


def test_a_credit_note_stays_as_it_was_issued_too(shop: Shop, owner_client: APIClient, sale: Sale) -> None:
    url = f"/sales/api/sales/{refund_sale(shop.caller, sale.pk).pk}/receipt/?format=html"
    before = owner_client.get(url).content
    Product.objects.update(name="Renamed")
    Storefront.objects.update(name="Moved")
    assert owner_client.get(url).content == before


def test_an_erased_customers_name_leaves_their_receipts(shop: Shop, owner_client: APIClient, sale: Sale) -> None:
    assert sale.customer
    erase_customer(shop.caller, sale.customer.pk)
    assert b"Ama" not in owner_client.get(f"/sales/api/sales/{sale.pk}/receipt/").content


def test_the_receipt_of_an_imported_day_prints_no_hour(shop: Shop, owner_client: APIClient) -> None:
    imported(shop, history(line(sold_at="2025-03-03")))
    text = owner_client.get(f"/sales/api/sales/{Sale.objects.get().pk}/receipt/?format=text").content.decode()
    assert "03/03/2025\n" in text


def test_the_taxes_of_all_returns_of_a_sale_add_up_to_those_of_the_sale(shop: Shop) -> None:
    shop.business.vat_registered = True
    shop.business.save()
    cup = make_product(shop.business, "Cup", stock=9, storefront=shop.storefront, retail_price=D(2))
    sold = record_sale(
        shop.caller,
        storefront_id=shop.storefront.pk,
        lines=[NewLine(cup.pk, D(3))],
        payments=[NewPayment("cash", D(6))],
    )
    line_id = sold.lines.get().pk
    backs = [refund_sale(shop.caller, sold.pk, lines=[ReturnLine(line_id, D(1))]) for _ in range(3)]
    printed = [receipts.receipt(shop.business.pk, back.pk).taxes for back in backs]
    taxes = [(tax.name, sum(part[place].amount for part in printed)) for place, tax in enumerate(printed[0])]
    assert taxes == [("VAT", D("-0.74")), ("NHIL", D("-0.13")), ("GETFund", D("-0.13"))]
