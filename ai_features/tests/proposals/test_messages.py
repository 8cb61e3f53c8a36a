"""Reminders: sent as they were agreed, ten minutes after, or not at all."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.core.mail import EmailMessage
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.tests.builders import make_member
from ai_features.models import AITransaction, CustomerMessage, SendingDay
from ai_features.proposals import delivery
from ai_features.tests.builders import agree, make_lot
from ai_features.tests.proposals.steps import MONDAY, URL, Clock, invoice_of, remind, run_later, state_of, step
from ai_features.tests.stubs.arkesel import ArkeselStub
from ai_features.tests.stubs.whatsapp import WhatsAppStub
from common import clock
from common.tenancy import Role
from conftest import Shop
from inventory.tests.builders import make_product
from sales.models import CollectionNote, Customer
from sales.services import dispute_sale, record_promise, update_customer
from sales.tests.builders import make_customer, make_invoice, make_payment, pay

pytestmark = pytest.mark.django_db


def test_a_reminder_is_sent_ten_minutes_after_the_yes_and_stands_in_the_log(
    ama: Customer, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    made = remind(owner_client, ama)
    assert made["summary"] == "First reminder to Ama Serwaa about GHS 300.00, by SMS"
    assert step(owner_client, made, "approve").json()["state"] == "approved"
    run_later(at, 9)
    assert arkesel.sent == []
    run_later(at, 1)
    [sent] = arkesel.sent
    assert (sent["recipients"], sent["message"]) == (["233241112223"], made["payload"]["text"])
    shown = owner_client.get(f"{URL}{made['id']}/").json()
    assert (shown["state"], shown["outcome"], shown["message"]["status"]) == ("executed", "Sent.", "sent")
    assert [line["state"] for line in shown["log"]] == ["proposed", "approved", "executed"]
    note = CollectionNote.objects.get(customer=ama)
    assert (note.channel, note.outcome, note.message_type, note.text) == (
        "sms",
        "sent",
        "first_reminder",
        sent["message"],
    )


def test_wording_costs_what_the_feature_costs_once(
    shop: Shop, ama: Customer, owner_client: APIClient, arkesel: ArkeselStub
) -> None:
    first = remind(owner_client, ama)
    assert remind(owner_client, ama)["id"] == first["id"]
    charged = AITransaction.objects.filter(business=shop.business, feature="collection_message")
    assert [row.credits_used for row in charged] == [Decimal("0.50")]


def _pays(customer: Customer) -> None:
    pay(invoice_of(customer), 300, at=clock.now())


def _pays_on_account(customer: Customer) -> None:
    make_payment(customer, 300)


def _promises(customer: Customer) -> None:
    caller = _owner(customer)
    record_promise(caller, customer_id=customer.pk, amount=Decimal(300), due_on=clock.today())


def _disputes(customer: Customer) -> None:
    dispute_sale(_owner(customer), invoice_of(customer).pk, reason="never came")


def _opts_out(customer: Customer) -> None:
    update_customer(_owner(customer), customer.pk, reminders_allowed=False)


def _moves_house(customer: Customer) -> None:
    update_customer(_owner(customer), customer.pk, phone="0209998887")


def _is_called(customer: Customer) -> None:
    shared = {"business": customer.business, "customer": customer}
    CollectionNote.objects.create(channel="call", outcome="reached", at=clock.now(), **shared)


def _owner(customer: Customer) -> Any:
    from accounts.models import Membership
    from accounts.tests.builders import caller_of

    return caller_of(Membership.objects.get(business=customer.business, role=Role.OWNER))


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (_pays, "has paid"),
        (_pays_on_account, "has paid"),
        (_promises, "promised to pay"),
        (_disputes, "disputes an invoice"),
        (_opts_out, "asked for no reminders"),
        (_moves_house, "number or address has changed"),
        (_is_called, "reminded or spoken to since"),
    ],
)
@pytest.mark.parametrize("when", ["before the yes", "after the yes"])
def test_a_reminder_dies_when_its_facts_move(
    ama: Customer, owner_client: APIClient, arkesel: ArkeselStub, *, at: Clock, event: Any, why: str, when: str
) -> None:
    made = remind(owner_client, ama)
    if when == "before the yes":
        event(ama)
        refused = step(owner_client, made, "approve")
        assert (refused.status_code, why in refused.json()["message"]) == (409, True)
    else:
        step(owner_client, made, "approve")
        event(ama)
        run_later(at)
    state, outcome = state_of(made)
    assert (state, why in outcome) == ("withdrawn", True)
    assert arkesel.sent == []
    assert not CustomerMessage.objects.exists()


def test_a_yes_is_taken_back_within_ten_minutes_and_again_changes_nothing(
    ama: Customer, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    made = remind(owner_client, ama)
    step(owner_client, made, "approve")
    at.shift(dt.timedelta(minutes=9))
    assert step(owner_client, made, "undo").json()["state"] == "undone"
    assert step(owner_client, made, "undo").status_code == 200
    run_later(at)
    assert (arkesel.sent, state_of(made)[0]) == ([], "undone")
    assert step(owner_client, made, "approve").status_code == 409


def test_what_was_sent_cannot_be_undone(
    ama: Customer, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    made = remind(owner_client, ama)
    step(owner_client, made, "approve")
    run_later(at)
    assert step(owner_client, made, "undo").status_code == 409
    assert step(owner_client, made, "approve").json()["state"] == "executed"
    assert len(arkesel.sent) == 1


def test_no_is_no_until_it_is_proposed_again(ama: Customer, owner_client: APIClient) -> None:
    made = remind(owner_client, ama)
    assert step(owner_client, made, "dismiss").json()["state"] == "dismissed"
    assert step(owner_client, made, "dismiss").status_code == 200
    assert step(owner_client, made, "undo").status_code == 409
    assert remind(owner_client, ama)["id"] != made["id"]


@pytest.mark.parametrize(
    ("moment", "sent_at"),
    [
        ("2026-06-08 18:55", "2026-06-09 08:00"),  # Monday evening
        ("2026-06-06 18:58", "2026-06-08 08:00"),  # Saturday evening
        ("2026-06-30 18:58", "2026-07-02 08:00"),  # the day before Republic Day
    ],
)
def test_nothing_leaves_in_the_evening_on_sundays_and_on_holidays(
    ama: Customer, owner_client: APIClient, *, arkesel: ArkeselStub, at: Clock, moment: str, sent_at: str
) -> None:
    at.move_to(dt.datetime.fromisoformat(f"{moment}Z"))
    step(owner_client, remind(owner_client, ama), "approve")
    until = dt.datetime.fromisoformat(f"{sent_at}Z")
    while clock.now() < until:
        run_later(at, 61)
        assert arkesel.sent == [] or clock.now() >= until
    assert len(arkesel.sent) == 1


def test_a_proposal_too_old_is_let_go(ama: Customer, owner_client: APIClient, at: Clock) -> None:
    made = remind(owner_client, ama)
    at.move_to(MONDAY + dt.timedelta(days=1, hours=9))
    assert step(owner_client, made, "approve").status_code == 409
    assert state_of(made) == ("expired", "It was not agreed to in time.")


def test_a_customer_is_reminded_once_in_seven_days_whoever_did_it(
    shop: Shop, ama: Customer, owner_client: APIClient, at: Clock
) -> None:
    shared = {"business": shop.business, "customer": ama, "message_type": "first_reminder"}
    CollectionNote.objects.create(channel="whatsapp", outcome="reached", at=clock.now(), **shared)
    at.move_to(MONDAY + dt.timedelta(days=7, seconds=-1))
    body = {"kind": "reminder", "customer_id": str(ama.pk)}
    refused = owner_client.post(URL, body)
    assert (refused.status_code, refused.json()["message"]) == (
        409,
        "This customer was reminded in the last seven days.",
    )
    at.shift(dt.timedelta(seconds=1))
    assert owner_client.post(URL, body).status_code == 201


def test_a_shop_sends_twenty_a_day_and_the_rest_on_the_next(
    shop: Shop, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    agree(shop.caller)
    make_lot(shop.id, "50")
    product = make_product(shop.business, "Rice", retail_price=50)
    for _ in range(22):
        debtor = make_customer(shop.business)
        sold = clock.now() - dt.timedelta(days=90)
        make_invoice(debtor, 50, sold_at=sold, storefront=shop.storefront, product=product)
        step(owner_client, remind(owner_client, debtor), "approve")
        at.shift(dt.timedelta(minutes=1))  # ten words a minute
    run_later(at)
    assert (len(arkesel.sent), SendingDay.objects.get().sent) == (20, 20)
    run_later(at, 24 * 60)
    assert len(arkesel.sent) == 22


def test_a_gateway_that_refuses_is_told_in_both_logs_and_counts_as_no_reminder(
    ama: Customer, owner_client: APIClient, arkesel: ArkeselStub, at: Clock
) -> None:
    arkesel.refusing = True
    made = remind(owner_client, ama)
    step(owner_client, made, "approve")
    run_later(at)
    assert state_of(made) == ("executed", "Not sent: Arkesel answered 402: Insufficient balance")
    assert CollectionNote.objects.get(customer=ama).outcome == "failed"
    arkesel.refusing = False
    again = remind(owner_client, ama)
    step(owner_client, again, "approve")
    run_later(at)
    assert len(arkesel.sent) == 1


def test_a_gateway_that_does_not_answer_is_not_asked_again(
    ama: Customer, owner_client: APIClient, arkesel: ArkeselStub, at: Clock, settings: Settings
) -> None:
    settings.SMS_SECONDS, arkesel.trickling = 0.3, True
    made = remind(owner_client, ama)
    step(owner_client, made, "approve")
    run_later(at)
    assert CustomerMessage.objects.get().status == "uncertain"
    assert "not known whether it left" in state_of(made)[1]
    assert CollectionNote.objects.get(customer=ama).outcome == "sent"
    run_later(at)
    assert owner_client.post(URL, {"kind": "reminder", "customer_id": str(ama.pk)}).status_code == 409


def test_a_message_whose_sender_died_is_given_up_and_never_sent(
    ama: Customer, owner_client: APIClient, arkesel: ArkeselStub, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    step(owner_client, remind(owner_client, ama), "approve")
    arkesel.refusing = True
    run_later(at)
    CustomerMessage.objects.update(status="sending")
    arkesel.refusing = False
    run_later(at, 14)
    assert list(delivery.settle_left()) == []
    run_later(at, 1)
    assert len(list(delivery.settle_left())) == 1
    assert (CustomerMessage.objects.get().status, arkesel.sent) == ("uncertain", [])


def test_an_email_goes_to_the_customer_and_its_answer_to_the_shop(
    shop: Shop, ama: Customer, owner_client: APIClient, mailoutbox: list[EmailMessage], at: Clock
) -> None:
    shop.business.email = "shop@example.com"
    shop.business.save()
    made = remind(owner_client, ama, "email")
    step(owner_client, made, "approve")
    run_later(at)
    [mail] = mailoutbox
    assert (mail.to, mail.reply_to, mail.body) == (["ama@example.com"], ["shop@example.com"], made["payload"]["text"])
    assert mail.extra_headers["List-Unsubscribe"] == "<mailto:shop@example.com?subject=STOP>"


def test_whatsapp_goes_as_a_template_whose_values_are_those_of_the_text(
    ama: Customer, owner_client: APIClient, whatsapp: WhatsAppStub, at: Clock
) -> None:
    made = remind(owner_client, ama, "whatsapp")
    assert (made["link"], step(owner_client, made, "approve").json()["state"]) == (None, "approved")
    run_later(at)
    [sent] = whatsapp.sent
    assert (sent["to"], sent["template"]["name"], sent["template"]["language"]) == (
        "233241112223",
        "first_reminder",
        {"code": "en"},
    )
    values = {each["parameter_name"]: each["text"] for each in sent["template"]["components"][0]["parameters"]}
    assert (values["customer"], values["total"]) == ("Ama Serwaa", "GHS 300.00")
    assert all(value in made["payload"]["text"] for value in values.values())
    assert CustomerMessage.objects.get().provider_id == "wamid.1"


def test_without_metas_settings_whatsapp_is_a_link_at_once_that_can_be_taken_back(
    ama: Customer, owner_client: APIClient, at: Clock
) -> None:
    made = remind(owner_client, ama, "whatsapp")
    given = step(owner_client, made, "approve").json()
    assert (given["state"], given["message"]["status"]) == ("executed", "handed_over")
    assert given["link"].startswith("https://wa.me/233241112223?text=Hello%20Ama%20Serwaa")
    assert CollectionNote.objects.get(customer=ama).outcome == "sent"
    at.shift(dt.timedelta(minutes=9))
    assert step(owner_client, made, "undo").json()["state"] == "undone"
    assert CollectionNote.objects.get(customer=ama).outcome == "failed"


def test_who_agreed_must_still_work_there(
    shop: Shop, ama: Customer, client_of: Any, arkesel: ArkeselStub, at: Clock
) -> None:
    manager = make_member(shop.business, Role.MANAGER)
    client = client_of(manager)
    made = remind(client, ama)
    step(client, made, "approve")
    manager.is_active = False
    manager.save()
    run_later(at)
    assert (state_of(made)[0], arkesel.sent) == ("withdrawn", [])
