"""Credit alerts: raised once for each change, cleared when the signs are gone, told, acknowledged, explained."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from ai_features.models import CreditAlert, JobRun, Message
from ai_features.services.notices import credit_alerts
from ai_features.tests.builders import agree
from ai_features.tests.debts import ago, make_overdue, make_payer
from ai_features.tests.stubs.openai import OpenAIStub
from common import clock
from conftest import Shop
from reports import warning_signs
from reports.tests.builders import make_debtor, make_invoice, pay
from sales.models import Customer

PATH = "/ai/api/credit/alerts/"


def scan(shop: Shop) -> list[CreditAlert]:
    return credit_alerts.scan(shop.business.pk)


def signs(shop: Shop) -> dict[str, list[float]]:
    found = warning_signs.of_business(shop.business.pk)
    return found[0].signs if found else {}


def make_jump(shop: Shop, name: str = "DEF Traders") -> Customer:
    """A customer whose use of the limit went from 45 % to 88 % in two weeks."""
    customer = make_debtor(shop.business, name, credit_limit=1000)
    make_invoice(customer, "450.00", ago(40), ago(-20))
    make_invoice(customer, "430.00", ago(3), ago(-27))
    return customer


def test_a_jump_in_the_use_of_the_limit_is_a_sign_with_its_figures(shop: Shop) -> None:
    make_jump(shop)
    assert signs(shop) == {"utilisation_jump": [45.0, 88.0]}


def test_delays_that_grow_from_invoice_to_invoice_are_a_sign(shop: Shop) -> None:
    make_payer(shop, "", [23, 15, 7, 0])  # the builder makes the latest first
    assert signs(shop) == {"lengthening_delays": [0.0, 7.0, 15.0, 23.0]}


@pytest.mark.parametrize("lateness", [[0, 7, 15, 23], [23, 15, 16, 0], [3, 2, 1, 0], [15, 7, 0]])
def test_delays_that_shrink_waver_or_hardly_grow_are_none(shop: Shop, lateness: Sequence[int]) -> None:
    make_payer(shop, "", lateness)
    assert signs(shop) == {}


def test_orders_that_become_much_larger_or_more_frequent_are_signs(shop: Shop) -> None:
    customer = make_debtor(shop.business)
    for days in (30, 50, 70):
        make_invoice(customer, "100.00", ago(days), ago(-40))
    for days in (1, 3, 5, 7):
        make_invoice(customer, "320.00", ago(days), ago(-40))
    assert signs(shop) == {"order_size_jump": [3.2], "order_frequency_jump": [8.6]}


def test_an_alert_is_raised_once_and_told_once(shop: Shop) -> None:
    make_jump(shop)
    assert [len(scan(shop)) for _ in range(3)] == [1, 0, 0]
    assert CreditAlert.objects.count() == 1
    message = Message.objects.get()
    assert "warning signs" in message.text
    assert "DEF" not in message.text + message.subject


def test_a_new_sign_is_a_new_alert_and_the_old_one_is_over(shop: Shop) -> None:
    customer = make_jump(shop)
    (first,) = scan(shop)
    for number, late in enumerate((23, 15, 7, 0)):
        due = 60 + 20 * number + late
        make_invoice(customer, "10.00", ago(due + 30), ago(due), (ago(due - late), "10.00"))
    (second,) = scan(shop)
    first.refresh_from_db()
    assert first.cleared_at is not None
    assert set(second.signs) == {"utilisation_jump", "lengthening_delays"}
    assert (first.severity, second.severity) == ("MEDIUM", "HIGH")


def test_an_alert_is_cleared_when_its_signs_are_gone(shop: Shop) -> None:
    customer = make_jump(shop)
    scan(shop)
    pay(customer.sales.get(total=450), ago(0), "450.00")
    assert scan(shop) == []
    assert CreditAlert.objects.get().cleared_at is not None


def test_the_list_shows_what_stands_in_the_shape_of_the_contract(shop: Shop, owner_client: APIClient) -> None:
    customer = make_jump(shop)
    scan(shop)
    (entry,) = owner_client.get(PATH).json()["results"]
    assert (entry["alert_type"], entry["severity"]) == ("CREDIT_RISK_CHANGE", "MEDIUM")
    assert entry["customer"] == {
        "id": str(customer.pk),
        "name": "DEF Traders",
        "outstanding_balance": "880.00",
        "credit_limit": "1000.00",
    }
    assert entry["ai_analysis"]["warning_signs"] == ["Credit use went from 45% to 88% of the limit in 14 days"]
    assert entry["ai_analysis"]["recommended_actions"]


def test_an_alert_is_acknowledged_by_name_and_can_be_found_so(shop: Shop, owner_client: APIClient) -> None:
    make_jump(shop)
    (alert,) = scan(shop)
    answer = owner_client.patch(f"{PATH}{alert.pk}/", {"acknowledged": True})
    assert (answer.status_code, answer.json()["acknowledged_by"]) == (200, shop.owner.name)
    counts = [owner_client.get(f"{PATH}?acknowledged={yes}").json()["count"] for yes in ("true", "false")]
    assert counts == [1, 0]


def test_what_is_over_is_listed_only_when_asked_for(shop: Shop, owner_client: APIClient) -> None:
    make_jump(shop)
    scan(shop)
    CreditAlert.objects.update(cleared_at=clock.now())
    counts = [owner_client.get(PATH + query).json()["count"] for query in ("", "?cleared=true", "?cleared=false")]
    assert counts == [0, 1, 0]


def test_reading_is_free_and_an_explanation_costs_a_fifth_of_a_credit(
    shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    agree(shop.caller)
    make_jump(shop, "Akosua Zigah")
    (alert,) = scan(shop)
    plain = owner_client.get(f"{PATH}{alert.pk}/").json()
    explained = owner_client.get(f"{PATH}{alert.pk}/?explain=1").json()
    assert plain["ai_analysis"]["risk_explanation"] is None
    assert explained["ai_analysis"]["risk_explanation"]
    assert (explained["credits_used"], explained["balance"]) == (0.2, 9.8)
    assert "Zigah" not in openai.sent


@pytest.mark.parametrize("body", [{}, {"acknowledged": "maybe"}, {"acknowledged": None}])
def test_a_bad_acknowledgement_names_its_field(shop: Shop, owner_client: APIClient, body: dict[str, Any]) -> None:
    make_jump(shop)
    (alert,) = scan(shop)
    answer = owner_client.patch(f"{PATH}{alert.pk}/", body)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["acknowledged"])


def test_strangers_cashiers_and_other_businesses_are_kept_out(
    shop: Shop, other_shop: Shop, owner_client: APIClient, cashier_client: APIClient, client: APIClient
) -> None:
    make_jump(other_shop)
    (theirs,) = scan(other_shop)
    assert owner_client.get(PATH).json()["count"] == 0
    for pk in (theirs.pk, uuid.uuid4()):
        assert owner_client.get(f"{PATH}{pk}/").status_code == 404
        assert owner_client.patch(f"{PATH}{pk}/", {"acknowledged": True}).status_code == 404
    assert [each.get(PATH).status_code for each in (client, cashier_client)] == [401, 403]


def test_with_ai_switched_off_there_are_no_alerts_to_read(owner_client: APIClient, settings: Any) -> None:
    settings.AI_FEATURES_ENABLED = False
    assert owner_client.get(PATH).json()["error"] == "ai_disabled"


def test_the_scan_of_all_takes_each_business_alone_and_leaves_quiet_ones(shop: Shop, other_shop: Shop) -> None:
    make_jump(shop)
    make_overdue(make_debtor(other_shop.business), "10.00", 5)
    assert len(list(credit_alerts.scan_all())) == 1
    assert CreditAlert.objects.get().business_id == shop.business.pk


def test_the_scan_of_all_is_made_once_in_each_hour(shop: Shop) -> None:
    make_jump(shop)
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    JobRun.objects.create(name=credit_alerts.JOB, started_at=hour, succeeded_at=hour)
    assert list(credit_alerts.scan_all()) == []
    JobRun.objects.update(succeeded_at=hour - dt.timedelta(minutes=5))
    assert len(list(credit_alerts.scan_all())) == 1


def test_list_and_signs_take_the_same_queries_for_few_and_for_many(shop: Shop, owner_client: APIClient) -> None:
    counts = []
    for number in (1, 6):
        for each in range(number):
            make_jump(shop, f"Trader {number} {each}")
        scan(shop)
        with CaptureQueriesContext(connection) as listed:
            owner_client.get(PATH)
        with CaptureQueriesContext(connection) as found:
            warning_signs.of_business(shop.business.pk)
        counts.append((len(listed), len(found)))
    assert counts[0] == counts[1]
