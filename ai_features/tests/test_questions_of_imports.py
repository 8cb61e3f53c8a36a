"""Questions over imported days and names: what was not recorded is said, and no one is taken for another."""

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

from ai_features.tests.builders import agree
from conftest import Shop
from sales.tests.builders import make_customer, make_invoice
from sales.tests.history import history, imported, line

Ask = Callable[[str], dict[str, object]]


@pytest.fixture
def ask(shop: Shop, owner_client: APIClient) -> Ask:
    agree(shop.caller)

    def answer(question: str) -> dict[str, object]:
        body: dict[str, object] = owner_client.post("/ai/api/query/", {"query": question}).json()
        return body

    return answer


def test_an_hour_that_nobody_recorded_is_told_and_not_counted_as_midnight(shop: Shop, ask: Ask) -> None:
    timed = line(invoice_no="1", sold_at="2025-03-03T09:00:00")
    imported(
        shop, history(timed, line(invoice_no="2", sold_at="2025-03-03"), line(invoice_no="3", sold_at="2025-03-04"))
    )
    told = str(ask("sales by hour in March 2025"))
    assert "2 sales have a day and no time of day" in told
    assert "GHS 160.00" in told
    assert "GHS 320.00" not in str(told)


def test_of_two_people_of_one_name_both_are_offered_and_each_can_be_chosen(shop: Shop, ask: Ask) -> None:
    for phone, amount in (("+233241111111", 30), ("+233242222222", 70)):
        make_invoice(make_customer(shop.business, "Ama Serwaa", phone=phone), amount)
    told = ask("how much does Ama Serwaa owe?")
    assert "Ama Serwaa 1111" in str(told)
    assert "Ama Serwaa 2222" in str(told)
    assert "GHS" not in str(told["answer"])
    assert "GHS 30.00" in str(ask("how much does Ama Serwaa 1111 owe?")["answer"])
