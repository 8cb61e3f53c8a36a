"""Payment predictions: dates, intervals, and saying so when there is no pattern."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from ai_features.tests.builders import agree
from ai_features.tests.debts import make_overdue, make_payer
from ai_features.tests.stubs.openai import OpenAIStub
from common import clock
from conftest import Shop
from reports import workdays
from reports.tests.builders import make_debtor
from sales import queries
from sales.models import Customer

STEADY = (7, 8, 7, 6, 8, 7, 9, 7)


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    agree(shop.caller)
    return shop


def ask(client: APIClient, customer: Customer, status: int = 200) -> Any:
    answer = client.get(f"/ai/api/credit/payment-prediction/{customer.pk}/")
    assert answer.status_code == status, answer.content
    return answer.json()


def test_a_steady_payer_is_expected_as_usual_with_an_interval_around_it(
    open_shop: Shop, owner_client: APIClient
) -> None:
    ama = make_payer(open_shop, "Ama", STEADY)
    make_overdue(ama, "5200.00", -10)
    body = ask(owner_client, ama)
    (prediction,) = body["predictions"]
    expected = dt.date.fromisoformat(prediction["predicted_payment_date"])
    early, late = (dt.date.fromisoformat(day) for day in prediction["interval"])
    assert abs((expected - dt.date.fromisoformat(prediction["due_date"])).days - 7) <= 1
    assert early <= expected <= late
    assert 0.7 < prediction["confidence"] <= 1
    assert body["payment_pattern_analysis"]["payment_consistency"] == "HIGH"
    assert body["payment_pattern_analysis"]["average_payment_day_after_due"] == 7
    assert (body["credits_used"], body["balance"]) == (1.0, 9.0)


def test_amounts_equal_the_ledger(open_shop: Shop, owner_client: APIClient) -> None:
    ama = make_payer(open_shop, "Ama", STEADY)
    for days in (5, -5, -20):
        make_overdue(ama, "123.45", days)
    body = ask(owner_client, ama)
    owed = queries.outstanding(open_shop.business.pk, ama.pk)
    assert Decimal(body["customer"]["total_due"]) == owed == sum(Decimal(p["amount"]) for p in body["predictions"])


def test_an_overdue_invoice_is_expected_after_today(open_shop: Shop, owner_client: APIClient) -> None:
    ama = make_payer(open_shop, "Ama", [2, 5, 10, 20, 25, 30, 3, 4])
    make_overdue(ama, "100.00", 12)
    (prediction,) = ask(owner_client, ama)["predictions"]
    assert dt.date.fromisoformat(prediction["predicted_payment_date"]) > clock.today()
    assert dt.date.fromisoformat(prediction["interval"][0]) > clock.today()


def test_where_there_is_no_pattern_no_date_is_invented_and_nothing_is_charged(
    open_shop: Shop, owner_client: APIClient
) -> None:
    ama = make_debtor(open_shop.business)
    make_overdue(ama, "100.00", 5)
    body = ask(owner_client, ama)
    (prediction,) = body["predictions"]
    assert (prediction["predicted_payment_date"], prediction["interval"], prediction["confidence"]) == (None,) * 3
    assert "no pattern to predict by" in prediction["prediction_reasoning"]
    assert (body["message"], body["credits_used"]) == ("There is no pattern to predict by.", 0.0)


def test_an_invoice_later_than_any_was_ever_paid_gets_no_date_beside_one_that_does(
    open_shop: Shop, owner_client: APIClient
) -> None:
    ama = make_payer(open_shop, "Ama", STEADY)
    make_overdue(ama, "100.00", 100)
    make_overdue(ama, "100.00", -5)
    oldest, newest = ask(owner_client, ama)["predictions"]
    assert oldest["predicted_payment_date"] is None
    assert newest["predicted_payment_date"] is not None


def test_a_customer_with_nothing_open_is_free_and_shows_how_they_pay(open_shop: Shop, owner_client: APIClient) -> None:
    body = ask(owner_client, make_payer(open_shop, "Ama", STEADY))
    assert (body["predictions"], body["credits_used"]) == ([], 0.0)
    assert body["payment_pattern_analysis"]["settled_invoices"] == 8


def test_reminders_fall_on_days_when_one_may_write(open_shop: Shop, owner_client: APIClient) -> None:
    ama = make_payer(open_shop, "Ama", STEADY)
    for days in range(-15, -5):
        make_overdue(ama, "100.00", days)
    for prediction in ask(owner_client, ama)["predictions"]:
        written = prediction["recommended_action"].removeprefix("Send a friendly reminder on ").rstrip(".")
        assert workdays.is_workday(dt.datetime.strptime(written, "%d %B %Y").replace(tzinfo=dt.UTC).date())


def test_another_business_or_unknown_customer_is_not_found(
    open_shop: Shop, owner_client: APIClient, other_shop: Shop
) -> None:
    assert ask(owner_client, make_debtor(other_shop.business), 404)["error"] == "not_found"
    assert ask(owner_client, Customer(pk=uuid.uuid4()), 404)["error"] == "not_found"


def test_cashiers_and_strangers_may_not_ask(open_shop: Shop, cashier_client: APIClient, client: APIClient) -> None:
    customer = make_debtor(open_shop.business)
    ask(cashier_client, customer, 403)
    ask(client, customer, 401)


def test_the_model_words_the_invoices_without_seeing_who(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    ama = make_payer(open_shop, "Akosua Zigah", STEADY, phone="+233245550001", email="akosua@zigah.gh")
    make_overdue(ama, "100.00", -5)
    words = {
        "invoice": "i1",
        "prediction_reasoning": "Expect {i1_open} by {i1_expected}.",
        "recommended_action": "Wait.",
    }
    openai.says({"invoices": [words]})
    (prediction,) = ask(owner_client, ama)["predictions"]
    assert prediction["prediction_reasoning"].startswith("Expect GHS 100.00 by ")
    assert not [secret for secret in ("Akosua", "Zigah", "245550001", "zigah.gh") if secret in openai.sent]


def test_future_invoices_and_disputes_do_not_break_it(open_shop: Shop, owner_client: APIClient) -> None:
    ama = make_payer(open_shop, "Ama", STEADY)
    make_overdue(ama, "100.00", -60)
    make_overdue(ama, "50.00", 5, disputed_at=clock.now())
    flags = [prediction["disputed"] for prediction in ask(owner_client, ama)["predictions"]]
    assert flags == [True]


def test_no_reminder_is_advised_before_an_invoice_is_due(open_shop: Shop, owner_client: APIClient) -> None:
    ama = make_payer(open_shop, "Ama", [-10, -9, -11, -10, -10, -9])
    make_overdue(ama, "100.00", -20)
    (prediction,) = ask(owner_client, ama)["predictions"]
    assert prediction["recommended_action"].startswith("No reminder is needed")
