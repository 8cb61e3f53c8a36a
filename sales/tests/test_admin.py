"""The admin shows the sales of all businesses and changes none of them."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from common import clock
from conftest import Shop
from sales.models import CollectionNote, Instalment, PaymentPlan, PromiseToPay, SalesImport
from sales.tests.builders import make_customer, make_invoice

NAMES = ["customer", "sale", "payment", "collectionnote", "promisetopay", "paymentplan", "salesimport"]


@pytest.fixture
def staff_client(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("staff@example.com", "a-long-pass-phrase", name="Staff"))
    return client


def fill(shop: Shop) -> None:
    ama = make_customer(shop.business, "Ama")
    make_invoice(ama, 50, paid=20)
    common: dict[str, Any] = {"business": shop.business, "customer": ama}
    CollectionNote.objects.create(channel="call", outcome="reached", at=clock.now(), **common)
    PromiseToPay.objects.create(amount=5, promised_on=clock.today(), due_on=clock.today(), **common)
    plan = PaymentPlan.objects.create(total=5, agreed_on=clock.today(), **common)
    Instalment.objects.create(business=shop.business, plan=plan, due_on=clock.today(), amount=5)
    SalesImport.objects.create(business=shop.business, file="a.csv", original_name="a.csv")


@pytest.mark.parametrize("name", NAMES)
def test_staff_list_and_open_every_kind_in_a_fixed_number_of_queries(
    shop: Shop, staff_client: Client, name: str
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert staff_client.get(f"/admin/sales/{name}/?q=a").status_code == 200
        return len(seen)

    fill(shop)
    few = queries()
    for _ in range(4):
        fill(shop)
    assert queries() == few
    row = apps.get_model("sales", name)._default_manager.first()
    assert row
    page = staff_client.get(f"/admin/sales/{name}/{row.pk}/change/")
    assert page.status_code == 200
    assert b'name="_save"' not in page.content


@pytest.mark.parametrize("name", NAMES)
def test_staff_change_nothing(shop: Shop, staff_client: Client, name: str) -> None:
    assert staff_client.get(f"/admin/sales/{name}/add/").status_code == 403


def test_the_page_of_a_customer_shows_what_they_owe(shop: Shop, staff_client: Client) -> None:
    fill(shop)
    customer = make_customer(shop.business)
    make_invoice(customer, "1250.50")
    assert b"GHS 1,250.50" in staff_client.get(f"/admin/sales/customer/{customer.pk}/change/").content
