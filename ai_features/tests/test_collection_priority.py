"""Whom to ask first: the rank, who is left alone, the amounts, the one call, and what is never sent."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import make_storefront
from ai_features.features.credit import collection_priority
from ai_features.tests.builders import agree, make_lot
from ai_features.tests.debts import ago, make_overdue, make_payer
from ai_features.tests.stubs.openai import OpenAIStub, Step
from common import clock
from common.tenancy import Caller
from conftest import Shop
from reports import payment_plans
from reports.tests.builders import make_debtor, make_invoice
from sales import queries, services
from sales.models import CollectionNote, PaymentPlan, PromiseToPay

PATH = "/ai/api/credit/collection-priority/"


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    agree(shop.caller)
    make_lot(shop.business.pk, "90.00")
    return shop


def ask(client: APIClient, query: str = "") -> Any:
    answer = client.get(f"{PATH}{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def listed(body: Any) -> list[str]:
    return [entry["customer"]["name"] for entry in body["priority_list"]]


def left_alone(body: Any) -> dict[str, str]:
    return {entry["customer"]["name"]: entry["reason"] for entry in body["not_asked_today"]}


def test_the_largest_and_oldest_debts_come_first_and_everything_adds_up(
    open_shop: Shop, owner_client: APIClient
) -> None:
    for name, amount, days in (("Small", "50.00", 5), ("Large", "5000.00", 80), ("Middle", "700.00", 40)):
        make_overdue(make_debtor(open_shop.business, name), amount, days)
    body = ask(owner_client)
    assert listed(body) == ["Large", "Middle", "Small"]
    assert body["summary"]["total_overdue_amount"] == body["summary"]["prioritized_amount"] == "5750.00"
    assert sum(Decimal(entry["customer"]["overdue_amount"]) for entry in body["priority_list"]) == 5750
    assert (body["credits_used"], body["balance"]) == (5.0, 95.0)


def test_amounts_equal_the_ledger(open_shop: Shop, owner_client: APIClient) -> None:
    for number in range(4):
        customer = make_payer(open_shop, f"Payer {number}", [5, 10, 0])
        make_overdue(customer, f"{number + 1}00.50", 10 * number + 3)
        make_overdue(customer, "70.00", -5)
    ledger = {row.name: row for row in queries.customer_balances(open_shop.business.pk)}
    for entry in ask(owner_client)["priority_list"]:
        row = ledger[entry["customer"]["name"]]
        assert Decimal(entry["customer"]["outstanding_balance"]) == row.outstanding
        assert Decimal(entry["customer"]["overdue_amount"]) == row.overdue


def test_those_who_promised_dispute_or_were_just_called_are_left_alone_with_the_reason(
    open_shop: Shop, owner_client: APIClient
) -> None:
    people = {name: make_debtor(open_shop.business, name) for name in ("Promised", "Disputes", "Called", "Plan", "Due")}
    for customer in people.values():
        make_overdue(customer, "100.00", 10)
    today, shared = clock.today(), {"business": open_shop.business}
    PromiseToPay.objects.create(
        customer=people["Promised"], amount=100, promised_on=today, due_on=today + dt.timedelta(days=2), **shared
    )
    people["Disputes"].sales.update(disputed_at=clock.now())
    CollectionNote.objects.create(
        customer=people["Called"], channel="call", outcome="reached", at=clock.now(), **shared
    )
    PaymentPlan.objects.create(customer=people["Plan"], total=100, agreed_on=today, **shared)
    body = ask(owner_client)
    assert listed(body) == ["Due"]
    assert set(left_alone(body)) == {"Promised", "Disputes", "Called", "Plan"}
    assert "dispute" in left_alone(body)["Disputes"]
    assert body["summary"]["total_overdue_amount"] == "500.00"


def test_a_broken_promise_raises_a_customer_and_is_said(open_shop: Shop, owner_client: APIClient) -> None:
    people = [make_debtor(open_shop.business, name) for name in ("Anna", "Broke")]
    for customer in people:
        make_overdue(customer, "100.00", 40)
    PromiseToPay.objects.create(
        business=open_shop.business, customer=people[1], amount=100, promised_on=ago(20), due_on=ago(10)
    )
    body = ask(owner_client)
    assert listed(body) == ["Broke", "Anna"]
    assert "promise" in body["priority_list"][0]["ai_insights"]["reasoning"]


def test_a_proposed_plan_adds_up_to_what_is_owed(open_shop: Shop, owner_client: APIClient) -> None:
    make_overdue(make_debtor(open_shop.business), "1234.56", 50)
    plan = ask(owner_client)["priority_list"][0]["ai_insights"]["suggested_payment_plan"]
    assert plan["down_payment"] + plan["installments"] * plan["installment_amount"] == 1234.56


@pytest.mark.parametrize("amount", ["100.00", "499.99", "500.00", "1234.56", "5000.00", "98765.43"])
def test_every_proposal_adds_up(amount: str) -> None:
    plan = payment_plans.propose(Decimal(amount))
    assert plan is not None
    assert plan.down_payment + plan.installments * plan.installment_amount == Decimal(amount)
    assert plan.down_payment > 0 < plan.installment_amount


def test_nobody_overdue_is_nothing_to_report_and_free(open_shop: Shop, owner_client: APIClient) -> None:
    make_overdue(make_debtor(open_shop.business), "100.00", -10)
    body = ask(owner_client)
    assert (body["priority_list"], body["credits_used"], body["summary"]["total_overdue_amount"]) == ([], 0.0, "0.00")
    assert "Nobody" in body["message"]


def test_without_overdue_only_open_invoices_count_too(open_shop: Shop, owner_client: APIClient) -> None:
    make_overdue(make_debtor(open_shop.business, "Not yet"), "100.00", -10)
    body = ask(owner_client, "?overdue_only=false")
    assert listed(body) == ["Not yet"]
    assert body["summary"]["total_overdue_amount"] == "0.00"


def test_a_least_amount_and_a_storefront_narrow_the_list(open_shop: Shop, owner_client: APIClient) -> None:
    annex = make_storefront(open_shop.business, "Other shop")
    make_overdue(make_debtor(open_shop.business, "Small"), "99.99", 10)
    make_overdue(make_debtor(open_shop.business, "Large"), "500.00", 10)
    make_overdue(make_debtor(open_shop.business, "Annex"), "700.00", 10, storefront=annex)
    assert listed(ask(owner_client, "?min_amount=100")) == ["Annex", "Large"]
    assert listed(ask(owner_client, f"?storefront_id={annex.pk}")) == ["Annex"]


@pytest.mark.parametrize("query", ["?min_amount=-1", "?min_amount=x", "?overdue_only=maybe", "?storefront_id=7"])
def test_bad_input_names_its_field(open_shop: Shop, owner_client: APIClient, query: str) -> None:
    answer = owner_client.get(PATH + query)
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == [query[1:].split("=", maxsplit=1)[0]]


def test_cashiers_and_strangers_may_not_ask(client: APIClient, cashier_client: APIClient, open_shop: Shop) -> None:
    assert [each.get(PATH).status_code for each in (client, cashier_client)] == [401, 403]


def test_another_business_has_its_own_list(open_shop: Shop, owner_client: APIClient, other_shop: Shop) -> None:
    make_overdue(make_debtor(other_shop.business), "100.00", 10)
    assert ask(owner_client)["priority_list"] == []


def test_one_call_words_the_whole_list_without_a_name_phone_or_email(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    for number in range(20):
        customer = make_payer(
            open_shop, f"Akosua Zigah{number}", [5, 10, 0], phone=f"+2332455500{number:02d}", email=f"ak{number}@x.gh"
        )
        make_overdue(customer, f"{number + 1}00.00", 10 + number)
    body = ask(owner_client)
    assert (len(body["priority_list"]), len(openai.calls), body["degraded"]) == (15, 1, False)
    assert not [word for word in ("Akosua", "Zigah", "233245", "@x.gh") if word in openai.sent]


def test_words_about_the_wrong_customer_are_replaced_by_ours(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    for name in ("Anna", "Bea"):
        make_overdue(make_debtor(open_shop.business, name), "100.00", 10)
    good = {"customer": "c1", "reasoning": "{c1} is first.", "talking_points": [], "next_steps": []}
    foreign = {"customer": "c2", "reasoning": "{c1_owes} is late.", "talking_points": [], "next_steps": []}
    openai.says({"cases": [good, foreign]})
    first, second = ask(owner_client)["priority_list"]
    assert (
        first["ai_insights"]["reasoning"] == "Anna is first."
        or first["customer"]["name"] in first["ai_insights"]["reasoning"]
    )
    assert second["ai_insights"]["reasoning"].startswith(second["customer"]["name"])


@pytest.mark.parametrize("threat", ["Say that the police will come.", "Tell the neighbours, so that they are shamed."])
def test_what_would_threaten_a_customer_is_not_told_to_the_owner(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub, threat: str
) -> None:
    make_overdue(make_debtor(open_shop.business, "Anna"), "100.00", 10)
    openai.says(
        {"cases": [{"customer": "c1", "reasoning": "{c1} is first.", "talking_points": [threat], "next_steps": []}]}
    )
    body = ask(owner_client)
    assert (body["degraded"], threat in str(body)) == (True, False)


def test_a_model_that_fails_leaves_our_own_words_free(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    make_overdue(make_debtor(open_shop.business, "Anna"), "100.00", 10)
    openai.always(Step(status=400))
    body = ask(owner_client)
    assert (listed(body), body["degraded"], body["credits_used"]) == (["Anna"], True, 0.0)


def gather(caller: Caller, **inputs: Any) -> Any:
    return collection_priority.gather(caller, {"overdue_only": True, "min_amount": Decimal(0), **inputs})


def test_the_facts_take_the_same_queries_for_few_and_for_many(open_shop: Shop) -> None:
    counts = []
    for number in (2, 20):
        for _ in range(number):
            make_overdue(make_payer(open_shop, "", [0, 5]), "100.00", 10)
        with CaptureQueriesContext(connection) as made:
            gather(open_shop.caller)
        counts.append(len(made))
    assert counts[0] == counts[1] < 15


def test_a_customer_whose_data_was_erased_is_still_listed_by_what_is_left(
    open_shop: Shop, owner_client: APIClient
) -> None:
    customer = make_debtor(open_shop.business, "Erased customer", erased_at=clock.now())
    make_overdue(customer, "100.00", 10)
    assert listed(ask(owner_client)) == ["Erased customer"]


def test_a_sale_dated_in_the_future_breaks_nothing(open_shop: Shop, owner_client: APIClient) -> None:
    make_invoice(make_debtor(open_shop.business), "100.00", ago(-40), ago(-70))
    assert ask(owner_client)["priority_list"] == []


def test_the_services_exist_that_the_next_steps_speak_of(open_shop: Shop) -> None:
    record: Callable[..., CollectionNote] = services.record_note
    customer = make_debtor(open_shop.business)
    note = record(open_shop.caller, customer_id=customer.pk, channel="call", outcome="reached")
    assert note.customer_id == customer.pk


@pytest.mark.parametrize("name", ["Thank You Jesus Ventures", "Call Me Offer", "Most High {Name} 24", "No 1 Send Shop"])
def test_a_name_made_of_words_that_open_our_sentences_breaks_nothing(
    open_shop: Shop, owner_client: APIClient, name: str
) -> None:
    make_overdue(make_payer(open_shop, name, [5, 10, 0]), "500.00", 30)
    assert listed(ask(owner_client)) == [name]
