"""Where a question is not clear, three full questions of this shop are offered, near to what was said."""

import json
import uuid
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.tests.builders import make_member
from ai_features.models import OfferedQuestion, Turn
from ai_features.services.query_intelligence.choices.bank import bank
from ai_features.services.query_intelligence.choices.nearest import Letters
from ai_features.services.query_intelligence.choices.offering import choices
from ai_features.services.query_intelligence.names import index_of
from ai_features.services.query_intelligence.reading import follow_up
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.query_intelligence.service import QueryIntelligenceService
from ai_features.services.query_intelligence.starters import starters
from ai_features.tests.builders import agree
from common.tenancy import Role
from conftest import Shop
from inventory.tests.builders import make_category, make_product, make_supplier
from sales.tests.builders import make_customer, make_sale

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(shop: Shop) -> QueryIntelligenceService:
    grains = make_category(shop.business, "Grains")
    milo = make_product(shop.business, "Milo", category=grains, brand="Nestle", retail_price=20)
    make_sale(
        shop.business, product=milo, storefront=shop.storefront, customer=make_customer(shop.business, "Esi Quartey")
    )
    return QueryIntelligenceService(shop.id)


def offered(service: QueryIntelligenceService, text: str, **more: Any) -> list[str]:
    return [each.question for each in choices(text, service.index, service.by_rules, **more)]


def test_the_nearest_phrase_shares_the_most_and_the_rarest_letters() -> None:
    found = Letters(["sales of the month", "stock of the shop", "who owes me"]).find("stok in shop", 3)
    assert next(each.place for each in found) == 1
    assert Letters(["sales"]).find("qqq", 3) == []


def test_every_question_of_the_bank_is_read_whole(service: QueryIntelligenceService, shop: Shop) -> None:
    names = {
        "product": "Milo",
        "customer": "Esi Quartey",
        "staff": shop.owner.name,
        "storefront": "Main shop",
        "category": "Grains",
        "brand": "Nestle",
        "supplier": "Danquah Foods",
        "number": "15",
        "days": "this month",
    }
    make_product(shop.business, "Salt", supplier=make_supplier(shop.business, "Danquah Foods"))
    unread = [text for each in bank() if not isinstance(service.by_rules(text := each.filled(names, {})), Understood)]
    assert unread == []
    assert len(bank()) > 600


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("hw mch takins we tek", "What were my total sales?"),
        ("debters lst pls", "Who owes me money?"),
        ("goods dem finishin", "Which products need restocking?"),
        ("milo remainin qty abi", "How many Milo are left?"),
    ],
)
def test_words_that_are_not_clear_are_near_to_what_they_mean(
    service: QueryIntelligenceService, text: str, question: str
) -> None:
    assert question in offered(service, text)


def test_names_and_days_that_were_said_are_put_in(service: QueryIntelligenceService) -> None:
    assert "What were my sales of Milo October 2026?" in offered(service, "milo mony brout October 2026 zonk")


def test_at_most_three_are_offered_each_with_another_plan(service: QueryIntelligenceService) -> None:
    found = choices(
        "sales", service.index, service.read, offered=["Total sales this month", "What were my total sales this month?"]
    )
    assert len(found) == 3
    assert len({each.plan.model_dump_json() for each in found}) == 3
    assert all(each.plan_in_words for each in found)


def test_a_turn_that_cannot_be_honoured_offers_what_can_be_asked_of_its_subject(
    service: QueryIntelligenceService,
) -> None:
    before = service.read("expenses this month")
    assert isinstance(before, Understood)
    spoken_of = follow_up.Turn(before.plan)
    reading = service.read("by customer", previous=spoken_of)
    questions = [each.question for each in service.offered("by customer", reading, previous=spoken_of)]
    assert [each.split(",")[0] for each in questions[:2]] == ["Expenses", "Expenses by storefront"]


def test_nothing_near_offers_nothing(service: QueryIntelligenceService) -> None:
    assert offered(service, "zzzz qqqq") == []


def test_a_shop_is_only_offered_its_own_names(service: QueryIntelligenceService, other_shop: Shop) -> None:
    make_product(other_shop.business, "Vim")
    assert not any("Vim" in question for question in offered(service, "vim remaining"))
    assert index_of(other_shop.id).called(["vim"])


def test_starters_have_an_answer_in_this_shop(service: QueryIntelligenceService, shop: Shop) -> None:
    found = starters(shop.id)
    assert 3 <= len(found) <= 6
    assert "How much did I sell today?" in found
    assert "Who owes me money?" not in found


def test_a_shop_without_any_records_is_asked_what_it_has(db: None) -> None:
    assert starters(uuid.uuid4()) == []


def ask(client: APIClient, **body: Any) -> dict[str, Any]:
    answer: dict[str, Any] = client.post("/ai/api/query/", body).json()
    return answer


@pytest.fixture
def consented(service: QueryIntelligenceService, shop: Shop) -> Shop:
    agree(shop.caller)
    return shop


def test_a_choice_is_free_to_see_and_answers_for_its_price(consented: Shop, owner_client: APIClient) -> None:
    unclear = ask(owner_client, query="zonk takings")
    assert (unclear["query_type"], unclear["credits_used"]) == ("clarify", 0)
    chosen = next(each for each in unclear["choices"] if each["question"].startswith("What were my total sales"))
    assert chosen["plan"]
    answer = ask(owner_client, choice=chosen["id"], conversation_id=unclear["conversation_id"])
    assert answer["credits_used"] == 0.5
    assert "20" in answer["answer"]


def test_what_was_chosen_is_what_the_shop_means_by_these_words(
    consented: Shop, owner_client: APIClient, other_shop: Shop, client_of: Any
) -> None:
    unclear = ask(owner_client, query="zonk takings")
    ask(owner_client, choice=unclear["choices"][0]["id"])
    again = ask(owner_client, query="Zonk  takings")
    assert again["query_type"] != "clarify"
    agree(other_shop.caller)
    assert ask(client_of(other_shop.owner), query="zonk takings")["query_type"] == "clarify"


def test_a_choice_of_somebody_else_is_not_found(
    consented: Shop, owner_client: APIClient, other_shop: Shop, client_of: Any
) -> None:
    choice = ask(owner_client, query="zonk takings")["choices"][0]["id"]
    agree(other_shop.caller)
    for client in (client_of(other_shop.owner), client_of(make_member(consented.business, Role.MANAGER))):
        assert client.post("/ai/api/query/", {"choice": choice}).status_code == 404
    assert owner_client.post("/ai/api/query/", {"choice": str(uuid.uuid4())}).status_code == 404
    assert owner_client.post("/ai/api/query/", {}).status_code == 400


def test_a_name_in_a_choice_is_kept_by_id_alone(consented: Shop, owner_client: APIClient) -> None:
    unclear = ask(owner_client, query="esi quartey blance debet")
    named = [each["question"] for each in unclear["choices"] if "Esi Quartey" in each["question"]]
    assert named
    for kept in OfferedQuestion.objects.all():
        assert "Quartey" not in kept.asked + kept.question + json.dumps(kept.plan)


def test_small_talk_gets_a_kind_word_and_questions_that_can_be_answered(
    consented: Shop, owner_client: APIClient
) -> None:
    hello = ask(owner_client, query="hello")
    assert hello["answer"].startswith("Hello")
    assert len(hello["choices"]) == 3
    assert hello["credits_used"] == 0


def test_starters_are_for_those_who_may_ask(
    consented: Shop, owner_client: APIClient, cashier_client: APIClient
) -> None:
    assert len(owner_client.get("/ai/api/starters/").json()["questions"]) >= 3
    assert cashier_client.get("/ai/api/starters/").status_code == 403


def test_a_plan_that_an_older_release_kept_is_no_fault(consented: Shop, owner_client: APIClient) -> None:
    unclear = ask(owner_client, query="zonk takings")
    OfferedQuestion.objects.update(plan={"metrics": ["revenue"], "threshold": None})
    Turn.objects.update(state={"plan": {"metrics": ["revenue"], "threshold": None}})
    old = owner_client.post("/ai/api/query/", {"choice": unclear["choices"][0]["id"]})
    assert old.status_code == 404
    follow = {"query": "and last month?", "conversation_id": unclear["conversation_id"]}
    assert owner_client.post("/ai/api/query/", follow).status_code == 200


def test_of_two_people_of_a_name_the_question_with_each_is_offered(
    service: QueryIntelligenceService, shop: Shop
) -> None:
    make_customer(shop.business, "Esi Danso")
    asked_back = service.process_query("how much does Esi owe")
    assert {each["question"] for each in asked_back["choices"]} == {
        "how much does Esi Quartey owe",
        "how much does Esi Danso owe",
    }
