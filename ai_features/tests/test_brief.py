"""The daily brief: at most five cards, the weightiest first, once a day, and no more of what is not useful."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import make_member, make_storefront
from ai_features.brief import making
from ai_features.brief.finding import Found, Morning, dead_stock, loss_alert, runs_out, unusual_day
from ai_features.models import BriefCard, Message
from ai_features.tests.builders import make_lot, make_purchase
from ai_features.tests.losses import make_loss_alert
from common import clock
from common.tenancy import Role
from conftest import Shop
from inventory.tests.builders import make_product
from reports.tests.shelves import put, sell_daily
from reports.tests.trade import sell
from sales.tests.builders import make_customer, make_invoice

URL = "/ai/api/brief/"


def overdue(shop: Shop, name: str, amount: int) -> None:
    """A customer with an invoice that is two months overdue."""
    days_ago = clock.now() - dt.timedelta(days=90)
    product = make_product(shop.business, f"Goods for {amount}", stock=10, storefront=shop.storefront)
    make_invoice(
        make_customer(shop.business, name), amount, sold_at=days_ago, product=product, storefront=shop.storefront
    )


def kinds_of_today(shop: Shop) -> list[str]:
    """The kinds of the cards that are shown today."""
    return [card.kind for card in making.cards_of_today(shop.caller)]


def test_a_day_on_which_nothing_waits_says_so(shop: Shop, owner_client: APIClient) -> None:
    brief = owner_client.get(URL).json()
    assert brief == {"date": str(clock.today()), "cards": [], "nothing_needs_you": True}


def test_who_owes_is_on_a_card_with_the_sum_and_the_next_step(shop: Shop, owner_client: APIClient) -> None:
    overdue(shop, "Ama Serwaa", 300)
    overdue(shop, "Yaw Boateng", 200)
    (card,) = owner_client.get(URL).json()["cards"]
    assert (card["kind"], card["figure"], card["stake"]) == ("collect", "GHS 500.00", "500.00")
    assert card["title"] == "Ask Ama Serwaa and Yaw Boateng"
    assert (card["action"]["path"], card["action"]["body"]) == ("/ai/api/proposals/", {"card_id": card["id"]})


def test_the_brief_of_a_day_is_made_once(shop: Shop, owner_client: APIClient) -> None:
    overdue(shop, "Ama Serwaa", 300)
    first = owner_client.get(URL).json()
    overdue(shop, "Yaw Boateng", 200)
    assert owner_client.get(URL).json() == first


def test_goods_that_lie_at_two_storefronts_are_named_and_counted_once(shop: Shop) -> None:
    product = make_product(shop.business, "Old phone", cost=50)
    for storefront in (shop.storefront, make_storefront(shop.business, "Market")):
        sell_daily(product, storefront, [1] * 20, until=120)
        put(product, storefront, 3)
    found = dead_stock(Morning(shop.business.pk, clock.today()))
    assert found is not None
    assert (found.title, found.figure) == ("Clear Old phone", "GHS 300.00")
    assert found.why_now.startswith("1 product did not sell")


def test_cards_stand_by_what_acting_today_is_worth() -> None:
    def card(stake: int, helps: float, days: int) -> Found:
        return Found("collect", "", "", "", Decimal(stake), helps, days, {})

    assert card(100, 0.5, 1).weight > card(1000, 0.2, 30).weight > card(100, 0.01, 1).weight


def test_a_stuck_payment_and_credits_that_end_are_told(shop: Shop, owner_client: APIClient) -> None:
    purchase = make_purchase(shop.business.pk)
    type(purchase).objects.update(created_at=clock.now() - dt.timedelta(hours=3))
    make_lot(shop.business.pk, "40.00", expires_at=clock.now() + dt.timedelta(days=3))
    cards = {card["kind"]: card for card in owner_client.get(URL).json()["cards"]}
    assert cards["payment_stuck"]["action"]["body"] == {"reference": purchase.payment_reference}
    assert cards["credits_expiring"]["figure"] == "40 credits"


def test_an_unusual_day_is_told_beside_the_same_weekdays(shop: Shop) -> None:
    today = dt.date(2026, 6, 9)
    for weeks in range(1, 9):
        sell(shop.storefront, "Rice", 10 + weeks % 2, "10.00", on=today - dt.timedelta(days=1, weeks=weeks))
    assert unusual_day(Morning(shop.business.pk, today)) is None
    sell(shop.storefront, "Rice", 40, "10.00", on=today - dt.timedelta(days=1))
    found = unusual_day(Morning(shop.business.pk, today))
    assert found is not None
    assert found.why_now == "GHS 295.00 more than a usual Monday, GHS 105.00."


def test_a_kind_that_was_not_useful_twice_is_left_out_for_thirty_days(shop: Shop, owner_client: APIClient) -> None:
    with time_machine.travel("2026-06-08 08:00Z", tick=False) as at:
        overdue(shop, "Ama Serwaa", 300)
        for day in (9, 10):
            at.move_to(dt.datetime(2026, 6, day, 8, tzinfo=dt.UTC))
            card = next(card for card in owner_client.get(URL).json()["cards"] if card["kind"] == "collect")
            assert owner_client.post(f"{URL}{card['id']}/dismiss/").status_code == 200
            assert "collect" not in kinds_of_today(shop)
        at.move_to(dt.datetime(2026, 6, 30, 8, tzinfo=dt.UTC))
        assert "collect" not in kinds_of_today(shop)
        at.move_to(dt.datetime(2026, 7, 12, 8, tzinfo=dt.UTC))
        assert "collect" in kinds_of_today(shop)


def test_it_is_ready_at_half_past_six_and_sent_at_seven_once(shop: Shop) -> None:
    with time_machine.travel("2026-06-08 06:00Z", tick=False) as at:
        overdue(shop, "Ama Serwaa", 300)
        assert list(making.make_due()) == []
        at.move_to(dt.datetime(2026, 6, 8, 6, 30, tzinfo=dt.UTC))
        assert shop.business.pk in list(making.make_due())
        assert list(making.send_due()) == []
        at.move_to(dt.datetime(2026, 6, 8, 7, tzinfo=dt.UTC))
        assert list(making.send_due()) == [shop.business.pk]
        assert list(making.send_due()) == []
    assert Message.objects.get().text == "Ask Ama Serwaa: GHS 300.00."


def test_cashiers_and_strangers_see_no_brief(shop: Shop, cashier_client: APIClient) -> None:
    assert cashier_client.get(URL).status_code == 403
    assert APIClient().get(URL).status_code == 401
    assert not BriefCard.objects.exists()


def test_an_unusual_pattern_is_a_card_for_owners_alone(
    shop: Shop, owner_client: APIClient, client_of: Callable[[Membership], APIClient]
) -> None:
    make_loss_alert(shop.business, storefront=shop.storefront, loss=240)
    (card,) = owner_client.get(URL).json()["cards"]
    assert (card["kind"], card["figure"]) == ("loss_alert", "GHS 240.00")
    assert card["action"]["path"] == "/ai/api/fraud-alerts/"
    assert "Abena" not in str(card)
    manager = client_of(make_member(shop.business, Role.MANAGER))
    assert manager.get(URL).json()["cards"] == []
    assert manager.post(f"{URL}{card['id']}/dismiss/").status_code == 404
    assert owner_client.post(f"{URL}{card['id']}/dismiss/").status_code == 200


def test_a_pattern_about_an_owner_or_with_a_verdict_is_on_no_card(shop: Shop) -> None:
    make_loss_alert(shop.business, storefront=shop.storefront, member=shop.owner)
    make_loss_alert(shop.business, storefront=shop.storefront, signal="discounts", verdict="explained")
    assert loss_alert(Morning(shop.id, clock.today())) is None


def test_the_reorder_plan_is_made_once_for_a_morning(shop: Shop) -> None:
    morning = Morning(shop.id, clock.today())
    runs_out(morning)
    with CaptureQueriesContext(connection) as made:
        dead_stock(morning)
    assert len(made) == 0
