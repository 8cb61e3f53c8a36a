"""Receipts and statements by SMS, WhatsApp link and email: only to who agreed."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import make_storefront
from ai_features.tests.stubs.arkesel import ArkeselStub
from conftest import Shop
from inventory.tests.builders import make_product
from sales.models import Customer, Sale
from sales.tests.builders import make_customer, make_invoice, make_payment, make_sale

SMS, WHATSAPP, EMAIL = ({"channel": channel} for channel in ("sms", "whatsapp", "email"))


@pytest.fixture
def gateway(settings: Any) -> Iterator[ArkeselStub]:
    with ArkeselStub() as stub:
        settings.SMS_GATEWAY, settings.ARKESEL_API_KEY, settings.ARKESEL_BASE_URL = "arkesel", stub.key, stub.url
        yield stub


@pytest.fixture
def ama(shop: Shop) -> Customer:
    return make_customer(shop.business, "Ama", phone="+233241234567", email="ama@shop.example")


@pytest.fixture
def milk_for_ama(shop: Shop, ama: Customer) -> Sale:
    milk = make_product(shop.business, "Milk", retail_price=Decimal("4.50"))
    return make_sale(shop.business, product=milk, quantity=2, customer=ama, number="INV-000001")


def receipt(client: APIClient, sale: Sale, **body: Any) -> Any:
    return client.post(f"/sales/api/sales/{sale.pk}/send-receipt/", body)


def statement(client: APIClient, customer: Customer, **body: Any) -> Any:
    return client.post(f"/sales/api/customers/{customer.pk}/send-statement/", body)


def test_nothing_is_sent_before_the_customer_agreed_and_the_consent_is_kept(
    cashier_client: APIClient, ama: Customer, milk_for_ama: Sale, gateway: ArkeselStub
) -> None:
    refused = receipt(cashier_client, milk_for_ama, **SMS)
    assert (refused.status_code, list(refused.data["fields"]), gateway.sent) == (400, ["agreed"], [])
    sent = receipt(cashier_client, milk_for_ama, **SMS, agreed=True)
    assert (sent.status_code, sent.data["status"], sent.data["to"]) == (200, "sent", ama.phone)
    ama.refresh_from_db()
    assert ama.receipts_allowed
    assert receipt(cashier_client, milk_for_ama, **SMS).status_code == 200
    said = gateway.sent[0]
    assert said["recipients"] == ["233241234567"]
    assert said["message"].startswith("Makola Stores: receipt INV-000001 of ")
    assert said["message"].endswith("Total GHS 9.00, paid GHS 9.00. Thank you.")


def test_a_walk_in_gets_it_where_they_say(shop: Shop, cashier_client: APIClient, gateway: ArkeselStub) -> None:
    sale = make_sale(shop.business)
    assert list(receipt(cashier_client, sale, **SMS, agreed=True).data["fields"]) == ["to"]
    assert receipt(cashier_client, sale, **SMS, to="024 765 4321").status_code == 400
    assert list(receipt(cashier_client, sale, **SMS, to="12", agreed=True).data["fields"]) == ["to"]
    assert receipt(cashier_client, sale, **EMAIL, to="no address", agreed=True).status_code == 400
    assert receipt(cashier_client, sale, **SMS, to="024 765 4321", agreed=True).data["to"] == "+233247654321"
    assert len(gateway.sent) == 1


def test_a_receipt_by_email_and_by_whatsapp_has_every_line(
    cashier_client: APIClient, ama: Customer, milk_for_ama: Sale, mailoutbox: list[Any]
) -> None:
    assert receipt(cashier_client, milk_for_ama, **EMAIL, agreed=True).data["status"] == "sent"
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == ([ama.email], "Receipt INV-000001 from Makola Stores")
    assert "Milk" in mail.body
    told = receipt(cashier_client, milk_for_ama, **WHATSAPP).data
    assert (told["status"], told["whatsapp_link"][:35]) == ("link", "https://wa.me/233241234567?text=Mak")
    assert "- 2 × Milk: GHS 9.00" in told["text"]


def test_a_statement_tells_what_is_owed(cashier_client: APIClient, ama: Customer, gateway: ArkeselStub) -> None:
    make_invoice(ama, 50)
    make_payment(ama, 20)
    assert list(statement(cashier_client, ama, **SMS).data["fields"]) == ["agreed"]
    assert statement(cashier_client, ama, **SMS, agreed=True).data["status"] == "sent"
    assert gateway.sent[0]["message"].endswith("Bought GHS 50.00, paid GHS 20.00. You owe GHS 30.00.")
    full = statement(cashier_client, ama, **WHATSAPP).data["text"]
    assert "- " in full
    assert ": GHS 50.00" in full
    assert statement(cashier_client, ama, **SMS, **{"from": "2026-02-02", "to": "2026-02-01"}).status_code == 400


def test_what_the_gateway_refuses_is_told_and_may_be_tried_again(
    cashier_client: APIClient, ama: Customer, milk_for_ama: Sale, gateway: ArkeselStub
) -> None:
    gateway.refusing = True
    assert receipt(cashier_client, milk_for_ama, **SMS, agreed=True).status_code == 409
    gateway.refusing = False
    assert receipt(cashier_client, milk_for_ama, **SMS).data["status"] == "sent"


def test_who_has_no_number_or_works_elsewhere_sends_nothing(
    shop: Shop, other_shop: Shop, owner_client: APIClient, cashier_client: APIClient, gateway: ArkeselStub
) -> None:
    kofi = make_customer(shop.business, phone="")
    assert statement(owner_client, kofi, **SMS, agreed=True).status_code == 400
    theirs = make_customer(other_shop.business, receipts_allowed=True)
    assert statement(owner_client, theirs, **SMS).status_code == 404
    elsewhere = make_sale(shop.business, storefront=make_storefront(shop.business, "Tema"))

    member = Membership.objects.get(business=shop.business, role="cashier")
    member.storefront = shop.storefront
    member.save()
    assert receipt(cashier_client, elsewhere, **SMS, to="0247654321", agreed=True).status_code == 404
    assert gateway.sent == []


def test_a_statement_lists_what_was_voided_and_what_was_owed_before(owner_client: APIClient, shop: Shop) -> None:
    esi = make_customer(shop.business, "Esi")
    rice = make_product(shop.business, "Rice", stock=5, storefront=shop.storefront, retail_price=Decimal(80))
    body = {"storefront_id": str(shop.storefront.pk), "lines": [{"product_id": str(rice.pk), "quantity": "1"}]}
    sold = owner_client.post("/sales/api/sales/", body | {"customer_id": str(esi.pk)}).data
    assert owner_client.post(f"/sales/api/sales/{sold['id']}/void/", {"reason": "Twice"}).status_code == 200
    owner_client.post(f"/sales/api/customers/{esi.pk}/opening-balance/", {"amount": "25.00"})
    text = statement(owner_client, esi, **WHATSAPP, agreed=True).data["text"]
    assert "Called off" in text
    assert "Owed before" in text
    assert "GHS 25.00" in text
