"""Invoices: as JSON, page and PDF, with numbers that have no gaps."""

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

from ai_features.models import CreditInvoice
from ai_features.tests.payment_builders import deliver, open_purchase, pay
from ai_features.tests.stubs.paystack import PaystackStub
from conftest import Shop

pytestmark = pytest.mark.django_db


def _url(reference: str, wanted: str = "json") -> str:
    return f"/ai/api/credits/purchases/{reference}/invoice/?format={wanted}"


def test_an_invoice_names_both_sides_and_each_tax(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    invoice = owner_client.get(_url(pay(owner_client, paystack).payment_reference)).json()
    assert (invoice["number"], invoice["base_amount"], invoice["total_tax"]) == ("AI-INV-000001", 80.0, 14.0)
    assert (invoice["total_amount"], invoice["currency"], invoice["credits"]) == (94.0, "GHS", 100.0)
    assert [tax["name"] for tax in invoice["taxes"]] == ["VAT", "NHIL"]
    assert invoice["buyer"]["name"] == shop.business.name


def test_the_page_and_the_pdf_carry_the_total(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    shop.business.name = "Ɛno <b>Yaa</b> & Sons"
    shop.business.save()
    reference = pay(owner_client, paystack).payment_reference
    page = owner_client.get(_url(reference, "html"))
    assert page["Content-Type"].startswith("text/html")
    assert "GHS 94.00" in page.content.decode()
    assert "Ɛno &lt;b&gt;Yaa&lt;/b&gt; &amp; Sons" in page.content.decode()
    pdf = owner_client.get(_url(reference, "pdf"), HTTP_ACCEPT="application/pdf")
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert "AI-INV-000001.pdf" in pdf["Content-Disposition"]


def test_numbers_follow_the_payments_without_gaps(owner_client: APIClient, paystack: PaystackStub) -> None:
    never_paid, *paid = [open_purchase(owner_client) for _ in range(4)]
    for reference in reversed(paid):
        paystack.pay(reference)
        deliver(paystack.event(reference))
        deliver(paystack.event(reference))
    numbers = CreditInvoice.objects.order_by("number").values_list("number", "purchase__payment_reference")
    assert list(numbers) == [(1, paid[2]), (2, paid[1]), (3, paid[0])]
    assert owner_client.get(_url(never_paid)).status_code == 404


def test_an_invoice_stays_as_it_was_when_the_business_changes(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = pay(owner_client, paystack).payment_reference
    shop.business.name = "New name"
    shop.business.save()
    assert owner_client.get(_url(reference)).json()["buyer"]["name"] == "Makola Stores"


def test_strangers_other_shops_cashiers_and_odd_formats_are_refused(
    owner_client: APIClient,
    cashier_client: APIClient,
    other_shop: Shop,
    client_of: Callable[..., APIClient],
    paystack: PaystackStub,
) -> None:
    reference = pay(owner_client, paystack).payment_reference
    assert APIClient().get(_url(reference)).status_code == 401
    assert cashier_client.get(_url(reference)).status_code == 403
    assert client_of(other_shop.owner).get(_url(reference)).status_code == 404
    assert owner_client.get(_url(reference, "docx")).json()["fields"]["format"]
