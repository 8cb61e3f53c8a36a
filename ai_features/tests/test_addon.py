"""The monthly add-on: subscribed, renewed by card or link, rolled over, lapsed, cancelled."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
import time_machine
from rest_framework.test import APIClient

from ai_features.models import (
    AICreditPurchase,
    AIMonthlyAddon,
    CreditLot,
    Message,
)
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import addons, purchases, refund_purchase
from ai_features.tests.builders import answered, make_hold
from ai_features.tests.payment_builders import (
    ADDON,
    CANCEL,
    SUBSCRIBE,
    balance_left,
    days_on,
    deliver,
    latest_addon,
    lots_left,
    pay,
    renew_all,
    subscribe,
)
from ai_features.tests.stubs.paystack import Fault, PaystackStub
from common import clock
from conftest import Shop

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_month_is_credited_when_it_is_paid_and_lasts_until_its_end(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    with time_machine.travel(dt.datetime(2026, 1, 31, 10, tzinfo=clock.ACCRA), tick=False):
        response = owner_client.post(SUBSCRIBE, {"payment_method": "mobile_money"})
        assert response.json()["invoice"]["total_amount"] == 58.75
        assert not CreditLot.objects.exists()
        paystack.pay(response.json()["reference"])
        deliver(paystack.event(response.json()["reference"]))
        lot = CreditLot.objects.get()
        assert (lot.source, lot.granted) == ("addon", Decimal(100))
        assert lot.expires_at == clock.start_of(dt.date(2026, 2, 28))
        found = owner_client.get("/ai/api/credits/balance/").json()
    assert found["has_monthly_addon"] is True
    assert found["monthly_addon_details"] == {"price": 50.0, "credits": 100.0, "next_renewal": "2026-02-28"}


def test_a_month_begun_on_the_31st_ends_on_the_last_of_short_months_and_the_31st_of_long_ones() -> None:
    addon = AIMonthlyAddon(start_date=dt.date(2026, 1, 31))
    ends = [addons.month_after(addon, start) for start in (dt.date(2026, 1, 31), dt.date(2026, 2, 28))]
    assert ends == [dt.date(2026, 2, 28), dt.date(2026, 3, 31)]


def test_a_reusable_card_is_charged_on_the_day_and_half_of_the_rest_rolls_over(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    AIBillingService.settle(make_hold(shop.business.pk, "20").pk, record=answered())
    addon = latest_addon()
    with days_on(addon, -1):
        assert renew_all() == []
    with days_on(addon, 0):
        assert renew_all() == ["card: completed"]
        assert renew_all() == []
        assert lots_left(shop) == [("addon", 100), ("rollover", 50)]
        assert balance_left(shop) == 150
    [sent] = paystack.sent("/transaction/charge_authorization")
    assert sent["amount"] == 5875


def test_what_is_left_below_the_cap_rolls_over_whole_and_rolls_on(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    AIBillingService.settle(make_hold(shop.business.pk, "90").pk, record=answered())
    for expected in ([("addon", 100), ("rollover", 10)], [("addon", 100), ("rollover", 50)]):
        with days_on(latest_addon(), 0):
            renew_all()
            assert lots_left(shop) == [(source, Decimal(credits)) for source, credits in expected]


def test_bought_packs_are_untouched_by_the_end_of_a_month(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    pay(owner_client, paystack)
    with days_on(latest_addon(), 1):
        assert balance_left(shop) == 100


def test_mobile_money_renews_by_a_link_that_is_sent_before_the_day(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    addon = latest_addon()
    assert addon.authorization_code == ""
    with days_on(addon, -4):
        assert renew_all() == []
    with days_on(addon, -3):
        assert renew_all() == ["pay link sent"]
        assert renew_all() == []
        link = AICreditPurchase.objects.get(payment_status="pending")
        assert link.authorization_url in Message.objects.get().text
        paystack.pay(link.payment_reference)
        deliver(paystack.event(link.payment_reference))
        assert lots_left(shop) == [("addon", 100), ("addon", 100)]
    with days_on(addon, 0):
        assert renew_all() == []
        assert balance_left(shop) == 150
        assert lots_left(shop) == [("addon", 100), ("rollover", 50)]
        list(addons.roll_over_due())
        assert balance_left(shop) == 150


def test_an_unpaid_link_is_reminded_of_then_the_addon_lapses_without_rollover(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    addon = latest_addon()
    for days, done in ((-3, ["pay link sent"]), (0, ["reminded"]), (1, []), (3, ["lapsed"]), (4, [])):
        with days_on(addon, days):
            assert renew_all() == done
    assert (latest_addon().status, latest_addon().end_date) == ("lapsed", addon.next_renewal_date)
    with days_on(addon, 5):
        assert balance_left(shop) == 0
    assert Message.objects.count() == 3


def test_a_link_paid_after_the_lapse_begins_a_new_month(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    addon = latest_addon()
    for days in (-3, 3):
        with days_on(addon, days):
            renew_all()
    link = AICreditPurchase.objects.get(payment_status="pending")
    paystack.pay(link.payment_reference)
    with days_on(addon, 10):
        deliver(paystack.event(link.payment_reference))
        assert balance_left(shop) == 100
        assert lots_left(shop) == [("addon", 100)]
        assert (latest_addon().status, latest_addon().period_start) == ("active", clock.today())


def test_a_declined_card_is_tried_daily_then_the_addon_lapses(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    addon = latest_addon()
    paystack.decide_card(addon.authorization_code, "failed")
    for days, done in ((0, ["card: failed"]), (1, ["card: failed"]), (2, ["card: failed"]), (3, ["lapsed"])):
        with days_on(addon, days, hour=9 + days):
            assert renew_all() == done
            assert renew_all() == []
    assert len(paystack.sent("/transaction/charge_authorization")) == 3


def test_a_card_that_is_charged_while_the_answer_is_lost_is_charged_once(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    addon = latest_addon()
    paystack.fail_next("/transaction/charge_authorization", Fault(answer_lost=True))
    with days_on(addon, 0):
        assert renew_all() == ["card: charged, answer not known"]
    with days_on(addon, 1, hour=12):
        assert renew_all() == []
        list(purchases.check_unpaid())
        assert latest_addon().period_start == addon.next_renewal_date
        assert ("addon", 100) in lots_left(shop)
    assert len(paystack.sent("/transaction/charge_authorization")) == 1


def test_a_month_paid_twice_is_one_lot_and_staff_is_told(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    references = [owner_client.post(SUBSCRIBE, {"payment_method": "mobile_money"}).data["reference"] for _ in range(2)]
    for reference in references:
        paystack.pay(reference)
        assert deliver(paystack.event(reference)) == 200
    assert lots_left(shop) == [("addon", 100)]
    second = AICreditPurchase.objects.get(payment_reference=references[1])
    assert second.needs_attention
    assert "Paid twice" in second.reason


def test_cancelled_at_the_end_keeps_the_month_and_renews_no_more(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    addon = latest_addon()
    answer = owner_client.post(CANCEL, {}).json()
    assert (answer["has_monthly_addon"], answer["addon"]["cancel_at_period_end"]) == (True, True)
    assert balance_left(shop) == 100
    with days_on(addon, 0):
        assert renew_all() == ["cancelled"]
        assert balance_left(shop) == 0
    assert not paystack.sent("/transaction/charge_authorization")


def test_cancelled_at_once_ends_today_and_leaves_what_was_paid_for(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    answer = owner_client.post(CANCEL, {"immediate": True}).json()
    assert (answer["has_monthly_addon"], answer["addon"]["status"]) == (False, "cancelled")
    assert balance_left(shop) == 100
    assert owner_client.post(CANCEL, {}).status_code == 404


def test_a_link_paid_after_the_addon_was_cancelled_is_one_last_month(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = owner_client.post(SUBSCRIBE, {"payment_method": "card"}).data["reference"]
    owner_client.post(CANCEL, {})
    paystack.pay(reference)
    deliver(paystack.event(reference))
    assert lots_left(shop) == [("addon", 100)]
    with days_on(latest_addon(), 0):
        assert renew_all() == ["cancelled"]
    assert not paystack.sent("/transaction/charge_authorization")


def test_a_second_subscription_is_refused_while_one_is_active(owner_client: APIClient, paystack: PaystackStub) -> None:
    subscribe(owner_client, paystack)
    assert owner_client.post(SUBSCRIBE, {"payment_method": "card"}).status_code == 409


def test_the_addon_of_another_shop_is_not_seen_and_roles_hold(
    owner_client: APIClient,
    cashier_client: APIClient,
    other_shop: Shop,
    client_of: Callable[..., APIClient],
    paystack: PaystackStub,
) -> None:
    subscribe(owner_client, paystack)
    assert client_of(other_shop.owner).get(ADDON).json() == {
        "has_monthly_addon": False,
        "rollover": 50.0,
        "addon": None,
    }
    assert client_of(other_shop.owner).post(CANCEL, {}).status_code == 404
    assert cashier_client.post(SUBSCRIBE, {}).status_code == 403
    assert APIClient().get(ADDON).status_code == 401
    assert owner_client.post(SUBSCRIBE, {"payment_method": "cash"}).json()["fields"]["payment_method"]


def _two_links_and_a_cancelled_month(client: APIClient, stub: PaystackStub) -> list[AICreditPurchase]:
    """Two first payments opened, the one paid, the add-on cancelled on the same day."""
    references = [client.post(SUBSCRIBE, {"payment_method": "mobile_money"}).data["reference"] for _ in range(2)]
    for reference in references:
        stub.pay(reference)
    deliver(stub.event(references[0]))
    assert client.post(CANCEL, {"immediate": True}).status_code == 200
    return [AICreditPurchase.objects.get(payment_reference=reference) for reference in references]


def test_a_second_link_paid_on_the_day_the_month_was_cancelled_calls_staff(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    _, second = _two_links_and_a_cancelled_month(owner_client, paystack)
    assert deliver(paystack.event(second.payment_reference)) == 200
    second.refresh_from_db()
    assert (second.payment_status, second.needs_attention) == ("pending", True)
    assert lots_left(shop) == [("addon", 100)]


def test_a_month_paid_again_on_the_day_it_was_refunded_has_its_credits(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    first, second = _two_links_and_a_cancelled_month(owner_client, paystack)
    refund_purchase(first.pk, by=None, reason="Cancelled")
    deliver(paystack.refund_event(first.payment_reference))
    assert deliver(paystack.event(second.payment_reference)) == 200
    assert lots_left(shop) == [("addon", 100)]
