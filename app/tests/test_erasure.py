"""An erased customer is found in no table, whatever kept a word of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import models
from rest_framework.test import APIClient

from accounts.models import Export, IdempotentRequest
from app.tests.world import TEXTS, tenant_models
from common import clock
from conftest import Shop
from inventory.models import ProductImport
from sales.models import CollectionNote, Customer, Payment, PromiseToPay, SalesImport, SalesImportStep
from sales.tests.builders import make_customer, make_invoice, make_payment

NAME, PHONE, EMAIL = "Adwoa Sarpong-Kyei", "+233209876543", "adwoa@kyei.example"
WRITTEN = [NAME, "209876543", "0209876543", EMAIL, "adwoa"]
PAYMENTS = "/sales/api/payments/"


@pytest.fixture
def adwoa(shop: Shop, owner_client: APIClient, settings: Any, tmp_path: Path) -> Customer:
    """A customer whose name, phone and email are wherever they can be."""
    settings.MEDIA_ROOT = tmp_path
    customer = make_customer(shop.business, NAME, phone=PHONE, email=EMAIL, address="12 Kyei Lane, Adwoa House")
    invoice = make_invoice(customer, 80, note=f"For {NAME}")
    make_payment(customer, 5, reference=f"MOMO {NAME} 0209876543", note="from Adwoa")
    Payment.objects.filter(sale=invoice).update(reference=PHONE)
    about = {"business": shop.business, "customer": customer}
    CollectionNote.objects.create(**about, channel="call", outcome="reached", text="Adwoa is ill", at=clock.now())
    PromiseToPay.objects.create(**about, amount=5, promised_on=clock.today(), due_on=clock.today(), note="Adwoa's")
    _imported(shop)
    body = {"customer_id": str(customer.pk), "amount": "1", "method": "cash"}
    assert owner_client.post(PAYMENTS, body, HTTP_IDEMPOTENCY_KEY="once").status_code == 201
    Export.objects.create(business=shop.business, status="done", file=ContentFile(NAME.encode(), name="copy.zip"))
    return customer


def _imported(shop: Shop) -> None:
    said = [{"line": 3, "reason": f"{NAME} had no phone and was taken for 020 987 6543"}]
    for model in (SalesImport, ProductImport):
        job: Any = model.objects.create(
            business=shop.business,
            original_name=f"{NAME}.csv",
            problems=said,
            notices=said,
            error=f"{NAME}?",
            first_rows=[{"customer": NAME, "phone": "020-987-6543"}],
        )
        if model is SalesImport:
            SalesImportStep.objects.create(
                business=shop.business,
                job=job,
                number=1,
                removed={"sales.Sale": [{"note": NAME}]},
                changed={"sales.Customer": {"1": [{"phone": ""}, {"phone": PHONE}]}},
            )


def everything_kept(shop: Shop) -> dict[str, str]:
    """Every text and JSON value of the business, by model."""
    kinds = (*TEXTS, models.JSONField)
    found = {}
    for model in tenant_models():
        names = [f.name for f in model._meta.concrete_fields if isinstance(f, kinds)]
        rows = model._default_manager.filter(business_id=shop.id).values_list(*names) if names else []
        found[model._meta.label] = json.dumps(list(rows), default=str, ensure_ascii=False).casefold()
    return found


def test_nothing_that_is_kept_tells_who_an_erased_customer_was(
    shop: Shop, owner_client: APIClient, adwoa: Customer, tmp_path: Path
) -> None:
    assert sum("adwoa" in text for text in everything_kept(shop).values()) >= 7
    assert owner_client.post(f"/sales/api/customers/{adwoa.pk}/erase/").status_code == 200
    kept = everything_kept(shop)
    assert [(label, word) for label, text in kept.items() for word in WRITTEN if word.casefold() in text] == []
    assert list((tmp_path / "exports").iterdir()) == []


def test_a_repeat_of_an_emptied_answer_still_does_nothing_twice(owner_client: APIClient, adwoa: Customer) -> None:
    owner_client.post(f"/sales/api/customers/{adwoa.pk}/erase/")
    before = Payment.objects.count()
    body = {"customer_id": str(adwoa.pk), "amount": "1", "method": "cash"}
    again = owner_client.post(PAYMENTS, body, HTTP_IDEMPOTENCY_KEY="once")
    assert (again.status_code, list(again.data)) == (201, ["message"])
    assert Payment.objects.count() == before


def test_what_tells_of_others_stays(shop: Shop, owner_client: APIClient, adwoa: Customer) -> None:
    other = make_customer(shop.business, "Kojo Mensah")
    make_payment(other, 5, reference="MOMO 77")
    IdempotentRequest.objects.create(
        business=shop.business,
        user_id=shop.caller.user_id,
        key="other",
        fingerprint="f",
        status=201,
        response={"customer_name": "Kojo Mensah"},
        created_at=clock.now(),
        locked_until=clock.now(),
    )
    owner_client.post(f"/sales/api/customers/{adwoa.pk}/erase/")
    assert Payment.objects.get(customer=other).reference == "MOMO 77"
    assert IdempotentRequest.objects.get(key="other").response == {"customer_name": "Kojo Mensah"}


def test_the_figures_and_the_record_of_the_erasure_stay(owner_client: APIClient, adwoa: Customer) -> None:
    owner_client.post(f"/sales/api/customers/{adwoa.pk}/erase/")
    entry = owner_client.get("/accounts/api/audit/?action=customer_erased").data["results"][0]
    assert (entry["subject"], entry["subject_id"]) == ("", str(adwoa.pk))
    assert Payment.objects.filter(customer=adwoa).count() >= 2


def test_a_file_of_another_business_stays(
    owner_client: APIClient, adwoa: Customer, other_shop: Shop, tmp_path: Path
) -> None:
    theirs = Export.objects.create(business=other_shop.business, file=ContentFile(b"theirs", name="theirs.zip"))
    owner_client.post(f"/sales/api/customers/{adwoa.pk}/erase/")
    assert theirs.file.open().read() == b"theirs"
