"""Questions over imported days: what was not recorded is said."""

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

from ai_features.tests.builders import agree
from conftest import Shop
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
