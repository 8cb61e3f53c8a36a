"""A standing yes: off until an owner gives it, within its bounds, and over by one switch."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.mail import EmailMessage
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import AuditEntry
from accounts.tests.builders import make_member
from ai_features.models import Message, Proposal
from ai_features.proposals import automations, digest, executing
from ai_features.tests.stubs.arkesel import ArkeselStub
from common import clock
from common.tenancy import Role
from conftest import Shop
from inventory.tests.builders import make_order, make_product
from reports.reorder.drafts import NOTE
from sales.models import CollectionNote, Customer
from sales.tests.builders import make_customer, make_invoice

pytestmark = pytest.mark.django_db
URL = "/ai/api/automations/"
PROPOSALS = "/ai/api/proposals/"
MONDAY = dt.datetime(2026, 6, 8, 10, tzinfo=dt.UTC)
Clock = time_machine.Traveller


@pytest.fixture(autouse=True)
def at() -> Iterator[Clock]:
    with time_machine.travel(MONDAY, tick=False) as travel:
        yield travel


@pytest.fixture
def arkesel(settings: Settings) -> Iterator[ArkeselStub]:
    with ArkeselStub() as stub:
        settings.SMS_GATEWAY, settings.ARKESEL_API_KEY, settings.ARKESEL_BASE_URL = "arkesel", stub.key, stub.url
        yield stub


def debtor(shop: Shop, amount: int = 300, **fields: Any) -> Customer:
    """Owes so much, two months overdue."""
    customer = make_customer(shop.business, **fields)
    product = make_product(shop.business, retail_price=amount)
    sold = clock.now() - dt.timedelta(days=90)
    make_invoice(customer, amount, sold_at=sold, storefront=shop.storefront, product=product)
    return customer


def switch(client: APIClient, **changes: Any) -> Any:
    return client.patch(URL, {"kind": "reminder", "enabled": True} | changes)


def a_round(at: Clock, minutes: int = 10) -> None:
    """What the periodic jobs do, now and once the ten minutes are over."""
    list(automations.run_due())
    at.shift(dt.timedelta(minutes=minutes))
    list(executing.execute_due())


def test_nothing_is_done_by_itself_until_an_owner_says_yes(
    shop: Shop, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    debtor(shop)
    a_round(at)
    assert (arkesel.sent, Proposal.objects.count()) == ([], 0)
    shown = owner_client.get(URL).json()["automations"]
    assert [(each["kind"], each["enabled"]) for each in shown] == [("reminder", False), ("purchase_order", False)]
    assert switch(owner_client).json()["automations"][0]["changed_by"] == shop.owner.name
    a_round(at)
    assert len(arkesel.sent) == 1
    made = Proposal.objects.get()
    assert (made.by_automation, made.approved_by) == (True, shop.owner)
    assert [(each.state, each.by_id) for each in made.steps.all()] == [
        ("proposed", None),
        ("approved", shop.owner.pk),
        ("executed", None),
    ]
    assert AuditEntry.objects.get(action="automation_changed").details == {"enabled": [False, True]}


def test_a_manager_may_end_it_and_not_begin_it(shop: Shop, owner_client: APIClient, client_of: Any) -> None:
    manager = client_of(make_member(shop.business, Role.MANAGER))
    assert switch(manager).status_code == 403
    assert switch(owner_client).status_code == 200
    assert manager.patch(URL, {"stop_all": True}).json()["automations"][0]["enabled"] is False


def test_one_switch_ends_all_also_what_was_agreed_to_already(
    shop: Shop, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    debtor(shop)
    switch(owner_client)
    list(automations.run_due())
    assert Proposal.objects.get().state == "approved"
    owner_client.patch(URL, {"stop_all": True})
    assert (Proposal.objects.get().state, Proposal.objects.get().outcome) == (
        "withdrawn",
        "The standing yes was ended.",
    )
    a_round(at)
    assert arkesel.sent == []


def test_each_can_be_undone_for_ten_minutes_and_is_not_tried_again_for_a_week(
    shop: Shop, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    debtor(shop)
    switch(owner_client)
    list(automations.run_due())
    made = Proposal.objects.get()
    assert owner_client.post(f"{PROPOSALS}{made.pk}/undo/").status_code == 200
    at.shift(dt.timedelta(days=6))
    a_round(at)
    assert (arkesel.sent, Proposal.objects.count()) == ([], 1)
    at.shift(dt.timedelta(days=2))
    a_round(at)
    assert len(arkesel.sent) == 1


def test_a_debt_above_the_amount_waits_for_a_person(
    shop: Shop, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    debtor(shop, 301)
    switch(owner_client, max_amount="300")
    a_round(at)
    assert arkesel.sent == []
    switch(owner_client, max_amount="301")
    a_round(at)
    assert len(arkesel.sent) == 1


def test_it_goes_no_further_than_its_level_and_never_to_a_final_notice(
    shop: Shop, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    customer = debtor(shop)
    assert switch(owner_client, max_level="final_notice").status_code == 400
    switch(owner_client)
    levels = []
    for week in range(8):
        at.move_to(MONDAY + dt.timedelta(weeks=week))
        if week == 2:
            switch(owner_client, max_level="second_reminder")
        a_round(at)
        levels.append(CollectionNote.objects.filter(customer=customer).count())
    assert levels == [1, 1, 2, 2, 2, 2, 2, 2]
    types = CollectionNote.objects.order_by("at").values_list("message_type", flat=True)
    assert list(types) == ["first_reminder", "second_reminder"]


def test_it_keeps_to_its_hours(shop: Shop, owner_client: APIClient, arkesel: ArkeselStub, at: Clock) -> None:
    debtor(shop)
    switch(owner_client, hours={"from": 14, "until": 16})
    a_round(at)
    assert arkesel.sent == []
    at.move_to(MONDAY + dt.timedelta(hours=5, minutes=55))
    a_round(at)
    assert (arkesel.sent, Proposal.objects.get().state) == ([], "approved")
    at.move_to(MONDAY + dt.timedelta(days=1, hours=4))
    list(executing.execute_due())
    assert len(arkesel.sent) == 1
    assert switch(owner_client, hours={"from": 16, "until": 14}).status_code == 400
    assert switch(owner_client, hours={"from": 7, "until": 14}).status_code == 400


@pytest.mark.parametrize("kind", ["price_change", "credit_limit", "credit_hold", "transfer"])
def test_prices_limits_holds_and_goods_always_ask(owner_client: APIClient, kind: str) -> None:
    assert owner_client.patch(URL, {"kind": kind, "enabled": True}).status_code == 400


def test_whatsapp_needs_metas_settings_as_a_link_needs_a_person(owner_client: APIClient) -> None:
    assert switch(owner_client, channel="whatsapp").status_code == 400


def test_an_order_of_the_plan_below_the_amount_is_mailed(
    shop: Shop, owner_client: APIClient, mailoutbox: list[EmailMessage], at: Clock
) -> None:
    cheap, dear = (
        make_order(make_product(shop.business, cost=cost), shop.storefront, 10, status="draft", sent_at=None, note=NOTE)
        for cost in (5, 50)
    )
    for order, cost in ((cheap, 5), (dear, 50)):
        order.lines.update(unit_cost=cost)
        type(order.supplier).objects.filter(pk=order.supplier_id).update(email=f"s{cost}@example.com")
    switch(owner_client, kind="purchase_order", max_amount="100")
    a_round(at)
    assert [mail.to for mail in mailoutbox] == [["s5@example.com"]]
    states = dict(Proposal.objects.values_list("amount", "state"))
    assert states == {Decimal(50): "executed", Decimal(500): "proposed"}


def test_the_evening_tells_what_was_done(
    shop: Shop, owner_client: APIClient, arkesel: ArkeselStub, at: Clock, mailoutbox: list[EmailMessage]
) -> None:
    debtor(shop, 300)
    opted_out = debtor(shop, 200)
    switch(owner_client)
    list(automations.run_due())
    Customer.objects.filter(pk=opted_out.pk).update(reminders_allowed=False)
    at.shift(dt.timedelta(minutes=10))
    list(executing.execute_due())
    assert list(digest.send_due()) == []
    at.move_to(MONDAY.replace(hour=19))
    assert list(digest.send_due()) == [str(shop.id)]
    assert list(digest.send_due()) == []
    assert Message.objects.get().text == ("1 reminder sent, about GHS 300.00. 1 withdrawn, as things changed.")
