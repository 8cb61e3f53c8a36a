"""Credit assessments: what follows from the record, what never counts, and what is sent."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from ai_features.tests.builders import agree, make_lot
from ai_features.tests.debts import ago, make_overdue, make_payer
from ai_features.tests.stubs.openai import OpenAIStub
from common import clock
from conftest import Shop
from reports import credit_file
from reports.tests.builders import make_debtor
from sales.models import Customer, PromiseToPay
from sales.tests.builders import make_sale

PATH = "/ai/api/credit/assess/"
PROMPT_PAYER = (-5, 0, -2, -1, -3, 0, -4, -1)


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    agree(shop.caller)
    make_lot(shop.business.pk, "90.00")
    return shop


def ask(client: APIClient, customer: Customer, limit: str = "500", status: int = 200, **fields: Any) -> Any:
    answer = client.post(PATH, {"customer_id": str(customer.pk), "requested_credit_limit": limit, **fields})
    assert answer.status_code == status, answer.content
    return answer.json()


def action(body: Any) -> tuple[str, float]:
    return body["recommendation"]["action"], body["recommendation"]["suggested_limit"]


def test_a_good_payer_gets_what_the_purchases_bear(open_shop: Shop, owner_client: APIClient) -> None:
    ama = make_payer(open_shop, "Ama", PROMPT_PAYER, amount="900")
    full, partial = ask(owner_client, ama, "500"), ask(owner_client, ama, "50000")
    assert action(full) == ("APPROVE_FULL", 500.0)
    assert action(partial)[0] == "APPROVE_PARTIAL"
    assert 0 < action(partial)[1] < 50000
    assert action(partial)[1] % 50 == 0
    assert (full["risk_level"], full["credits_used"]) == ("LOW", 3.0)
    assert full["risk_score"] >= 75


def test_the_points_of_the_scorecard_make_the_score_before_it_is_drawn_to_the_median(
    open_shop: Shop, owner_client: APIClient
) -> None:
    ama = make_payer(open_shop, "Ama", [0, 10, 30, -3], amount="900")
    body = ask(owner_client, ama)
    points = sum(row["points"] for row in body["scorecard"])
    assert points == pytest.approx(body["shop_median_score"], abs=0.2)  # the only customer is the median
    assert points == pytest.approx(body["risk_score"], abs=0.6)
    assert sum(row["max_points"] for row in body["scorecard"]) == pytest.approx(100, abs=0.2)
    assert {row["factor"] for row in body["scorecard"] if not row["max_points"]} == {
        "utilisation",
        "trend",
        "regularity",
        "tenure",
    }


def test_under_three_settled_invoices_there_is_no_score_and_no_charge(open_shop: Shop, owner_client: APIClient) -> None:
    for settled in ([], [0], [0, 0]):
        body = ask(owner_client, make_payer(open_shop, "", settled))
        assert (body["risk_score"], body["risk_level"]) == (None, None)
        assert action(body) == ("REQUIRE_MORE_INFO", 0.0)
        assert body["credits_used"] == 0.0


def test_a_raise_is_a_quarter_at_most(open_shop: Shop, owner_client: APIClient) -> None:
    ama = make_payer(open_shop, "Ama", PROMPT_PAYER, amount="5000", credit_limit=1000)
    assert action(ask(owner_client, ama, "9000", assessment_type="increase")) == ("APPROVE_PARTIAL", 1250.0)


def test_what_is_not_borne_by_purchases_keeps_its_limit(open_shop: Shop, owner_client: APIClient) -> None:
    ama = make_payer(open_shop, "Ama", PROMPT_PAYER, amount="100", credit_limit=2000)
    body = ask(owner_client, ama, "3000", assessment_type="increase")
    assert action(body) == ("DENY", 2000.0)
    assert "Keep the limit at GHS 2,000.00." in body["conditions"]


def test_a_hold_a_very_late_invoice_or_a_broken_promise_knocks_out(open_shop: Shop, owner_client: APIClient) -> None:
    held = make_payer(open_shop, "Held", PROMPT_PAYER, credit_hold=True, credit_limit=500)
    late = make_payer(open_shop, "Late", PROMPT_PAYER)
    make_overdue(late, "10.00", 91)
    broke = make_payer(open_shop, "Broke", PROMPT_PAYER)
    make_overdue(broke, "10.00", 20)
    PromiseToPay.objects.create(
        business=open_shop.business, customer=broke, amount=10, promised_on=ago(30), due_on=ago(15)
    )
    for customer, why in ((held, "hold"), (late, "very_late"), (broke, "broken_promise")):
        body = ask(owner_client, customer)
        assert body["knock_outs"] == [why]
        assert (action(body)[0], body["risk_level"]) == ("DENY", "HIGH")
        assert body["risk_score"] <= 49


def test_comparable_customers_are_counted_only_when_there_are_enough(open_shop: Shop, owner_client: APIClient) -> None:
    ama = make_payer(open_shop, "Ama", PROMPT_PAYER, amount="900")
    alone = ask(owner_client, ama)["analysis"]["comparable_customers"]
    for limit in (1000, 2000, 3000):
        make_payer(open_shop, "", PROMPT_PAYER, amount="900", credit_limit=limit)
    among = ask(owner_client, ama)["analysis"]["comparable_customers"]
    assert (alone["similar_approved_limit_avg"], alone["default_rate_for_similar_profile"]) == (None, None)
    assert (among["similar_approved_limit_avg"], among["default_rate_for_similar_profile"]) == (2000.0, "0%")


def test_name_address_and_language_never_count(open_shop: Shop) -> None:
    files = [
        credit_file.of_customer(open_shop.business.pk, make_payer(open_shop, name, PROMPT_PAYER, **who))
        for name, who in (
            ("Kwame Boateng", {"language": "tw", "form_of_address": "Owura", "address": "Kumasi"}),
            ("Fatima Ibrahim", {"language": "en", "form_of_address": "Hajia", "address": "Tamale"}),
        )
    ]
    assert files[0].score == files[1].score
    assert files[0].limit_borne == files[1].limit_borne


def test_an_erased_customer_is_not_assessed(open_shop: Shop, owner_client: APIClient) -> None:
    gone = make_debtor(open_shop.business, "Erased customer", erased_at=clock.now())
    assert "customer_id" in ask(owner_client, gone, status=400)["fields"]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"limit": "-5"}, "requested_credit_limit"),
        ({"limit": "much"}, "requested_credit_limit"),
        ({"limit": "0"}, "requested_credit_limit"),
        ({"assessment_type": "gift"}, "assessment_type"),
    ],
)
def test_bad_input_names_its_field(
    open_shop: Shop, owner_client: APIClient, fields: dict[str, str], named: str
) -> None:
    assert list(ask(owner_client, make_debtor(open_shop.business), status=400, **fields)["fields"]) == [named]


def test_roles_tenants_and_strangers(
    open_shop: Shop, owner_client: APIClient, cashier_client: APIClient, client: APIClient, other_shop: Shop
) -> None:
    customer = make_debtor(open_shop.business)
    assert "customer_id" in ask(owner_client, make_debtor(other_shop.business), status=400)["fields"]
    ask(cashier_client, customer, status=403)
    assert client.post(PATH, {"customer_id": str(customer.pk)}).status_code == 401


def test_the_model_sees_no_name_phone_or_email(open_shop: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    ama = make_payer(
        open_shop, "Akosua Zigah", PROMPT_PAYER, amount="900", phone="+233245550001", email="akosua@zigah.gh"
    )
    body = ask(owner_client, ama)
    assert (body["degraded"], len(openai.calls)) == (False, 1)
    assert body["customer"]["name"] == "Akosua Zigah"
    assert not [secret for secret in ("Akosua", "Zigah", "245550001", "zigah.gh") if secret in openai.sent]


def test_the_file_takes_the_same_queries_for_few_customers_and_for_many(open_shop: Shop) -> None:
    ama, counts = make_payer(open_shop, "Ama", PROMPT_PAYER), []
    for number in (1, 12):
        for _ in range(number):
            make_payer(open_shop, "", PROMPT_PAYER)
        with CaptureQueriesContext(connection) as made:
            file = credit_file.of_customer(open_shop.business.pk, ama)
        counts.append(len(made))
    assert counts[0] <= counts[1] <= 6  # comparable customers are asked for once there are some
    assert file.outstanding == Decimal(0)


@pytest.mark.parametrize(
    ("days", "months", "new"),
    [(20, "0 months", True), (31, "1 month", True), (364, "11 months", True), (366, "12 months", False)],
)
def test_how_long_a_customer_has_been_one_is_said_the_same_everywhere(
    open_shop: Shop, owner_client: APIClient, days: int, months: str, new: bool
) -> None:
    ama = make_debtor(open_shop.business, "Ama")
    make_sale(open_shop.business, customer=ama, sold_at=clock.now() - dt.timedelta(days=days))
    body = ask(owner_client, ama)
    tenure = next(row["value"] for row in body["scorecard"] if row["factor"] == "tenure")
    assert tenure == f"{months} since the first purchase"
    assert ("Has been a customer for less than a year." in body["analysis"]["risk_factors"]) is new
