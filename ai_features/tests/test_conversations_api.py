"""Conversations: listed, read and deleted by whose they are."""

import datetime as dt

from django.core.management import call_command
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.help import tickets
from ai_features.models import Conversation, SupportTicket, Turn
from ai_features.services import conversations
from ai_features.tests.builders import agree, make_lot
from common import clock
from common.tenancy import Caller
from conftest import Shop
from inventory.tests.builders import make_product
from sales.services import erase_customer
from sales.tests.builders import make_customer

URL = "/ai/api/conversations/"


def talk(caller: Caller, *asked: str) -> Conversation:
    """A conversation of this person with these questions."""
    row = Conversation.objects.create(
        business_id=caller.business_id, user_id=caller.user_id, feature="support_chat", updated_at="2026-11-01T09:00Z"
    )
    for text in asked:
        conversations.add_turn(
            caller, conversation_id=row.pk, opens=False, feature="support_chat", asked=text, answered="Yes.", state={}
        )
    return row


def test_a_person_lists_their_own_with_the_first_question(shop: Shop, owner_client: APIClient) -> None:
    talk(shop.caller, "print receipt", "and again")
    (found,) = owner_client.get(URL).json()["results"]
    assert (found["title"], found["turns"], found["feature"]) == ("print receipt", 2, "support_chat")
    assert owner_client.get(f"{URL}?feature=natural_language_query").json()["results"] == []


def test_a_conversation_is_read_turn_by_turn(shop: Shop, owner_client: APIClient) -> None:
    row = talk(shop.caller, "print receipt", "and again")
    turns = owner_client.get(f"{URL}{row.pk}/").json()["turns"]
    assert [turn["asked"] for turn in turns] == ["print receipt", "and again"]


def test_nobody_else_sees_or_deletes_it(shop: Shop, cashier_client: APIClient) -> None:
    row = talk(shop.caller, "print receipt")
    assert cashier_client.get(URL).json()["results"] == []
    assert cashier_client.get(f"{URL}{row.pk}/").status_code == 404
    assert cashier_client.delete(f"{URL}{row.pk}/").status_code == 404


def test_deleting_takes_its_turns_with_it(shop: Shop, owner_client: APIClient) -> None:
    row = talk(shop.caller, "print receipt")
    assert owner_client.delete(f"{URL}{row.pk}/").status_code == 204
    assert not Turn.objects.exists()
    assert owner_client.get(f"{URL}{row.pk}/").status_code == 404


def test_turns_and_answered_tickets_are_forgotten_after_their_days(shop: Shop, settings: Settings) -> None:
    days = dt.timedelta(days=settings.AI_TEXT_RETENTION_DAYS)
    old, new = talk(shop.caller, "print receipt"), talk(shop.caller, "print receipt", "and again")
    for row, answered_at in ((old, clock.now() - days), (new, None)):
        ticket = tickets.open_ticket(shop.caller, reason=tickets.Reason.PERSON, message="help", conversation_id=row.pk)
        SupportTicket.objects.filter(pk=ticket.pk).update(status="answered", answered_at=answered_at, answer="Yes.")
    Turn.objects.filter(conversation=old).update(at=clock.now() - days)
    Turn.objects.filter(conversation=new, asked="print receipt").update(at=clock.now() - days)
    Turn.objects.filter(conversation=new, asked="and again").update(at=clock.now() - days + dt.timedelta(hours=1))
    Conversation.objects.filter(pk=old.pk).update(updated_at=clock.now() - days)
    call_command("run_due_jobs", "--only", "ai_texts")
    assert [turn.asked for turn in Turn.objects.all()] == ["and again"]
    assert list(Conversation.objects.all()) == [new]
    words = SupportTicket.objects.order_by("answered_at").values_list("message", "answer")
    assert sorted(words) == [("", ""), ("help", "Yes.")]


def test_an_erased_customer_is_gone_from_every_turn_and_ticket(shop: Shop, owner_client: APIClient) -> None:
    agree(shop.caller)
    make_lot(shop.business.pk, "10.00")
    make_product(shop.business, 'LG 32" TV', stock=4, storefront=shop.storefront, retail_price=1900)
    customer = make_customer(shop.business, "Adwoa Boateng")
    other = talk(shop.caller, "print receipt")
    for path, message in (
        ("sales-assistant", "tv for Adwoa Boateng"),
        ("support-chat", "Adwoa Boateng paid me and I want a human"),
        ("query", "what does Adwoa Boateng owe"),
    ):
        said = owner_client.post(f"/ai/api/{path}/", {("query" if path == "query" else "message"): message})
        assert said.status_code == 200
    assert {turn.conversation.feature for turn in Turn.objects.all()} == {
        "sales_assistant",
        "support_chat",
        "natural_language_query",
    }
    kept = str([(turn.asked, turn.state) for turn in Turn.objects.all()]).casefold()
    assert [name for name in ("adwoa", "boateng") if name in kept] == []
    erase_customer(shop.caller, customer.pk)
    call_command("run_due_jobs", "--only", "erased_customers")
    assert [turn.conversation_id for turn in Turn.objects.all()] == [other.pk]
    assert SupportTicket.objects.get().message == ""
