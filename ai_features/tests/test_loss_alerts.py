"""Loss alerts: a pattern a week, two at most, for owners alone, never about the reader, and what verdicts change."""

import datetime as dt
import re
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from rest_framework.test import APIClient

from accounts.tests.builders import make_member
from ai_features.features.reports import loss_alert
from ai_features.models import LossAlert, LossScan, Message
from ai_features.services.notices import loss_alerts
from ai_features.tests.builders import agree, make_lot
from ai_features.tests.losses import make_loss_alert
from ai_features.tests.stubs.openai import OpenAIStub
from common import clock
from common.tenancy import Role
from conftest import Shop
from reports.losses.signals import SIGNALS
from reports.tests.counters import Counter, make_counter

PATH = "/ai/api/fraud-alerts/"


@pytest.fixture
def counter(shop: Shop) -> Counter:
    """Weeks of usual trade, and a last one in which Ama gave fourteen discounts."""
    made = make_counter(shop)
    made.usual()
    made.sell(made.esi, discounted=1)
    made.sell(made.ama, discounted=14)
    return made


def scan(counter: Counter) -> list[LossAlert]:
    return loss_alerts.scan(counter.shop.id)


def make_alert(shop: Shop, **fields: Any) -> LossAlert:
    return make_loss_alert(shop.business, storefront=shop.storefront, **{"member": None} | fields)


def test_an_alert_has_figure_peers_causes_and_receipts_to_open(counter: Counter, owner_client: APIClient) -> None:
    scan(counter)
    (row,) = owner_client.get(PATH).json()["results"]
    assert (row["signal"], row["type"], row["member_name"]) == ("discounts", "STAFF_PATTERN", "Ama Till")
    assert row["severity"] == "HIGH"
    assert row["peers"] == {"low": 0.025, "high": 0.025}
    analysis = row["ai_analysis"]
    assert analysis["summary"].startswith("Ama Till: 14 sales with a discount among 40 sales in one week; about 1")
    assert analysis["summary"].endswith("would be usual. Please check.")
    assert analysis["risk_factors"] == [
        "35% of sales in these weeks",
        "2.5% in the twelve weeks before",
        "Others: 2.5%",
    ]
    assert len(analysis["honest_causes"]) == 3
    assert analysis["explanation"] is None
    receipt = owner_client.get(row["evidence"][0]["path"])
    assert (receipt.status_code, receipt.json()["discount"]) == (200, "10.00")


def test_a_week_is_looked_at_once_and_told_once_without_a_name(counter: Counter) -> None:
    assert len(scan(counter)) == 1
    counter.sell(counter.esi, discounted=30)
    assert scan(counter) == []
    message = Message.objects.get()
    assert "One pattern in last week's records is unusual." in message.text
    assert "Ama" not in message.text + message.subject


def test_the_job_scans_each_week_once_and_the_next_one_after_it(counter: Counter) -> None:
    def run() -> int:
        call_command("run_due_jobs", "--only", "loss_alerts", stdout=StringIO())
        return LossScan.objects.of(counter.shop.id).count()

    assert run() == 1
    assert run() == 1
    with time_machine.travel(clock.now() + dt.timedelta(days=7)):
        counter.monday += dt.timedelta(weeks=1)
        counter.sell(counter.ama, discounted=15)
        assert run() == 2
    assert LossAlert.objects.count() == 1, "the same pattern is silent for four weeks"


def test_no_more_than_two_are_new_in_a_week(counter: Counter) -> None:
    others = [make_member(counter.shop.business, Role.CASHIER, name=f"Till {n}") for n in range(6)]
    for week in range(16):
        for person in others:
            counter.sell(person, week=week, discounted=24 if week == 0 and person in others[:3] else 1)
    assert len(scan(counter)) == 2


def test_only_owners_see_alerts_and_none_about_themselves(counter: Counter, client_of: Any) -> None:
    scan(counter)
    alert = LossAlert.objects.get()
    for member in (counter.manager, counter.ama):
        client = client_of(member)
        assert client.get(PATH).status_code == 403
        assert client.get(f"{PATH}{alert.pk}/").status_code == 403
        assert client.patch(f"{PATH}{alert.pk}/", {"verdict": "mistake"}).status_code == 403
    second = make_member(counter.shop.business, Role.OWNER, name="Second Owner")
    about = make_alert(counter.shop, member=second)
    assert {row["id"] for row in client_of(counter.shop.owner).get(PATH).json()["results"]} == {
        str(alert.pk),
        str(about.pk),
    }
    own = client_of(second)
    assert [row["id"] for row in own.get(PATH).json()["results"]] == [str(alert.pk)]
    assert own.get(f"{PATH}{about.pk}/").status_code == 404
    assert own.get(f"{PATH}{about.pk}/?explain=1").status_code == 404
    assert own.patch(f"{PATH}{about.pk}/", {"verdict": "mistake"}).status_code == 404


def test_a_message_does_not_speak_of_what_is_about_one_of_two_owners(counter: Counter) -> None:
    make_member(counter.shop.business, Role.OWNER, name="Second Owner")
    for week in range(16):
        counter.sell(counter.shop.owner, week=week, discounted=20 if week == 0 else 1)
    assert {alert.member_id for alert in scan(counter)} == {counter.shop.owner.pk, counter.ama.pk}
    assert Message.objects.get().text.startswith("One pattern")


def test_another_business_has_no_such_alert(counter: Counter, other_shop: Shop, client_of: Any) -> None:
    scan(counter)
    client = client_of(other_shop.owner)
    assert client.get(PATH).json()["count"] == 0
    assert client.get(f"{PATH}{LossAlert.objects.get().pk}/").status_code == 404


def test_a_verdict_takes_it_off_the_list_and_can_be_taken_back(counter: Counter, owner_client: APIClient) -> None:
    scan(counter)
    address = f"{PATH}{LossAlert.objects.get().pk}/"
    said = owner_client.patch(address, {"verdict": "explained", "note": "Clearance of old tins"}).json()
    assert (said["verdict"], said["verdict_note"]) == ("explained", "Clearance of old tins")
    assert said["verdict_by"] == counter.shop.owner.name
    assert owner_client.get(PATH).json()["count"] == 0
    assert owner_client.get(PATH, {"resolved": "true"}).json()["count"] == 1
    assert owner_client.patch(address, {"verdict": None}).json()["verdict_at"] is None
    assert owner_client.get(PATH).json()["count"] == 1
    assert owner_client.patch(address, {"verdict": "guilty"}).json()["fields"].keys() == {"verdict"}


def test_what_was_explained_is_silent_for_twelve_weeks(counter: Counter) -> None:
    (alert,) = scan(counter)
    loss_alerts.judge(counter.shop.caller, alert.pk, verdict="explained")
    LossAlert.objects.update(week=alert.week - dt.timedelta(weeks=8))
    LossScan.objects.all().delete()
    assert scan(counter) == []
    LossAlert.objects.update(verdict="")
    LossScan.objects.all().delete()
    assert len(scan(counter)) == 1


def test_verdicts_weigh_from_the_twentieth_on(shop: Shop) -> None:
    def verdicts(signal: str, verdict: str, number: int) -> None:
        for each in range(number):
            made = make_alert(shop, signal=signal, week=dt.date(2020, 1, 6) + dt.timedelta(weeks=each))
            LossAlert.objects.filter(pk=made.pk).update(verdict=verdict)

    verdicts("voids", "real", 9)
    verdicts("discounts", "mistake", 10)
    assert loss_alerts.weights(shop.id) == {}
    verdicts("reprints", "explained", 1)
    found = loss_alerts.weights(shop.id)
    share = 10 / 22
    assert found["voids"] == pytest.approx((9 + 2 * share) / 11 / share)
    assert found["discounts"] == pytest.approx(0.25)
    assert 0.25 < found["reprints"] < 1


def test_reading_is_free_and_an_explanation_costs_a_fifth_of_a_credit(
    counter: Counter, owner_client: APIClient, openai: OpenAIStub
) -> None:
    scan(counter)
    agree(counter.shop.caller)
    make_lot(counter.shop.id, "10.00")
    address = f"{PATH}{LossAlert.objects.get().pk}/"
    plain = owner_client.get(address).json()
    assert "credits_used" not in plain
    explained = owner_client.get(address, {"explain": "1"}).json()
    assert (explained["credits_used"], plain["ai_analysis"]["explanation"]) == (0.2, None)
    assert explained["ai_analysis"]["explanation"]
    assert "Ama Till" not in openai.sent


@pytest.mark.parametrize("signal", sorted(SIGNALS))
def test_the_words_of_every_signal_pass_their_own_checks(shop: Shop, signal: str) -> None:
    of_person = signal not in ("shrinkage", "large_sale")
    member = make_member(shop.business, Role.CASHIER, name="Yaa Till") if of_person else None
    alert = make_alert(shop, signal=signal, member=member, loss=120, peers_low=0.01, peers_high=0.04, own_rate=0.02)
    facts = loss_alert.gather(shop.caller, {"alert_id": alert.pk})
    words = loss_alert.offline(facts)
    said = facts.trusting(words).fill(words).risk_explanation
    told = " ".join(
        [said, loss_alert.summary(alert), *loss_alert.comparisons(alert), loss_alert.PROMPT.split("use no")[0]]
    )
    assert not re.search(r"\b(fraud|theft|thief|steal\w*|stole|criminal|guilt\w*|cheat\w*)\b", told, re.IGNORECASE)
    assert "{" not in said


def test_severity_is_the_loss_as_a_part_of_a_weeks_sales() -> None:
    from reports.tests.test_losses import judged

    one = judged(0.01, loss=200)
    assert loss_alerts.severity(one, 10_000, 20) == "HIGH"
    assert loss_alerts.severity(one, 10_100, 20) == "MEDIUM"
    assert loss_alerts.severity(one, 50_000, 20) == "LOW"
    assert loss_alerts.severity(one, 50_000, 5_001) == "HIGH"
