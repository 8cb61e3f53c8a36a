"""Conversations: listed, read and deleted by whose they are."""

from rest_framework.test import APIClient

from ai_features.models import Conversation, Turn
from ai_features.services import conversations
from common.tenancy import Caller
from conftest import Shop

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
