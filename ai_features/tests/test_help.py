"""Help: cards that are true, replies that fit, and people where only people can help."""

import datetime as dt
import re
import uuid
from functools import cache
from pathlib import Path

import pytest
from django.core import mail
from django.test import TestCase
from django.urls import Resolver404, resolve
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import Subscription
from ai_features.help import account, tickets
from ai_features.help.cards import Card, cards, other_matters
from ai_features.help.finding import Index, index, is_sure
from ai_features.help.straying import Straying
from ai_features.models import AITransaction, Conversation, SupportTicket
from ai_features.services import AIBillingService
from ai_features.services.slots import written
from ai_features.tests.builders import make_lot, make_purchase
from common import clock
from common.tenancy import Role
from conftest import Shop

URL = "/ai/api/support-chat/"
TEXTS = Path(__file__).resolve().parents[2] / "web/src/text"
EVERY_CARD = pytest.mark.parametrize("card", cards(), ids=lambda card: card.id)


@EVERY_CARD
def test_a_card_is_short_and_its_figures_come_from_the_code(card: Card, db: None) -> None:
    assert len(card.answer.split()) <= 60
    assert not re.search(r"\d", card.answer), "write a figure as {its_name}"
    assert "{" not in card.told()
    assert 3 <= len(card.asked) <= 6
    assert len(set(card.ways)) == len(card.ways)
    assert not card.live or card.live in account.LIVE


@cache
def _console_words() -> frozenset[str]:
    """What the console says: its texts, and of those with a gap what stands before it."""
    texts = "\n".join(path.read_text() for path in sorted(TEXTS.rglob("*.ts")))
    gapped = (found.split("${")[0].strip() for found in re.findall(r"`([^`]+)`", texts))
    return frozenset((*re.findall(r'"([^"\n]+)"', texts), *gapped))


@EVERY_CARD
def test_every_button_and_place_that_a_card_names_is_in_the_console(card: Card) -> None:
    assert "*" not in card.answer
    assert {*card.presses, card.screen} - {""} - _console_words() == set()


@EVERY_CARD
def test_every_endpoint_of_a_card_is_there(card: Card) -> None:
    for call in card.calls:
        method, path = call.split()
        found = re.sub(r"\{[a-z_]+\}", str(uuid.uuid4()), path)
        try:
            view = resolve(found).func
        except Resolver404:
            pytest.fail(f"{call} is not there")
        methods = getattr(view, "actions", None) or dir(view.cls)  # type: ignore[attr-defined]
        assert method.lower() in methods, f"{found} takes no {method}"


def test_ids_are_unique_and_every_live_answer_is_on_a_card() -> None:
    ids = [card.id for card in cards()]
    assert len(ids) == len(set(ids)) >= 160
    assert {card.live for card in cards()} - {""} == set(account.LIVE)


def test_a_question_is_answered_from_its_card_with_the_price_as_it_is(shop: Shop, owner_client: APIClient) -> None:
    said = owner_client.post(URL, {"message": "How much does a question cost?"}).json()
    assert "costs 0.5 credits" in said["reply"]
    assert said["sources"][0]["title"] == "What a question costs"
    assert (said["credits_used"], said["escalate"]) == (0.0, False)


def test_the_balance_told_is_the_balance(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.business.pk, "37.50")
    said = owner_client.post(URL, {"message": "what is my credit balance"}).json()
    assert said["reply"].startswith("You have 37.5 credits to spend.")
    assert AIBillingService.get_credit_balance(shop.business.pk) == 37.5
    assert AITransaction.objects.get().credits_used == 0


def test_a_pending_purchase_is_told_with_its_reference(shop: Shop, owner_client: APIClient) -> None:
    row = make_purchase(shop.business.pk)
    said = owner_client.post(URL, {"message": "my payment is pending"}).json()
    assert row.payment_reference in said["reply"]
    assert "Paystack has not seen the money yet" in said["reply"]


@pytest.mark.parametrize(
    ("days", "told"),
    [(3, "a month. It is active, and due on"), (-15, "a month. It has been unpaid since")],
)
def test_the_plan_is_told_with_the_day_it_is_due(days: int, told: str, shop: Shop, owner_client: APIClient) -> None:
    due = clock.today() + dt.timedelta(days=days)
    Subscription.objects.update_or_create(
        business=shop.business, defaults={"status": "active", "started_on": clock.today(), "renews_on": due}
    )
    said = owner_client.post(URL, {"card": "subscription"}).json()
    assert f"{told} {written.date(due)}." in said["reply"]


def test_a_question_about_figures_is_passed_on_with_its_price_first(shop: Shop, owner_client: APIClient) -> None:
    said = owner_client.post(URL, {"message": "sales yesterday"}).json()
    assert said["action"]["label"] == "Ask it for 0.5 credits"
    assert said["action"]["body"] == {"query": "sales yesterday"}


def test_a_question_that_a_screen_answers_too_names_the_screen(shop: Shop, owner_client: APIClient) -> None:
    said = owner_client.post(URL, {"message": "which cashier is selling the most"}).json()
    assert said["reply"].startswith("That is a question about your shop's figures. Ask it for 0.5 credits. Or see it")
    assert said["sources"][0]["title"] == "Who sold how much"


@pytest.mark.parametrize("card", [card for card in cards() if card.live], ids=lambda card: card.id)
def test_a_question_about_ones_own_account_is_never_sold_an_answer(
    card: Card, shop: Shop, owner_client: APIClient
) -> None:
    said = [owner_client.post(URL, {"message": line}).json() for line in card.asked]
    assert [each["action"] for each in said] == [None] * len(said)


@pytest.mark.parametrize(
    "message",
    [
        "I want to top up",
        "let me top up 50 cedis",
        "can I buy credits with momo",
        "I want to sell on credit",
        "where do I put the money a customer brought",
        "we did a stock count on sunday, where do we put our numbers",
        "is NHIL inside the price of the top up",
        "who finished all my credits this week",
        "hw much credit do i have left",
    ],
)
def test_how_something_is_done_and_what_is_ones_own_is_never_sold_an_answer(
    message: str, shop: Shop, owner_client: APIClient
) -> None:
    said = owner_client.post(URL, {"message": message}).json()
    assert said["action"] is None
    assert said["sources"] or said["choices"]


@pytest.mark.parametrize(
    "message", ["can I see what I sold yesterday", "let me see sales of today", "I want to know who owes me"]
)
def test_wanting_to_see_figures_is_a_question_about_them(message: str, shop: Shop, owner_client: APIClient) -> None:
    assert owner_client.post(URL, {"message": message}).json()["action"]["path"] == "/ai/api/query/"


@pytest.mark.parametrize(
    "message",
    ["how do I renew my Ghana card", "which bank gives loans to small shops", "which network has the cheapest data"],
)
def test_what_is_not_about_the_app_gets_no_card_and_no_ticket(
    message: str, shop: Shop, owner_client: APIClient
) -> None:
    said = owner_client.post(URL, {"message": message}).json()
    again = owner_client.post(URL, {"message": message, "conversation_id": said["conversation_id"]}).json()
    assert [(each["sources"], each["choices"], each["escalate"]) for each in (said, again)] == [([], [], False)] * 2
    assert said["reply"].startswith("I only know this app")


def test_unsure_it_offers_cards_and_the_chosen_one_answers(shop: Shop, owner_client: APIClient) -> None:
    said = owner_client.post(URL, {"message": "payment"}).json()
    assert 1 <= len(said["choices"]) <= 3
    chosen = owner_client.post(URL, {"card": said["choices"][0]["id"], "conversation_id": said["conversation_id"]})
    assert chosen.json()["sources"][0]["title"] == said["choices"][0]["title"]


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("money was deducted from my momo but no credits came", "money"),
        ("I was charged twice for one pack", "money"),
        ("I haven't received my credits though the money has left", "money"),
        ("all my sales of yesterday have disappeared", "data"),
        ("when I paid yesterday the money left but I got no credits", "money"),
        ("if money has been deducted but no credits have come, what do I do", "money"),
        ("can you help, all my sales are gone", "data"),
        ("I want to talk to a human", "person"),
    ],
)
def test_what_only_a_person_can_settle_becomes_a_ticket(
    message: str, reason: str, shop: Shop, owner_client: APIClient, settings: Settings
) -> None:
    settings.SUPPORT_EMAIL = "help@pos.example"
    with TestCase.captureOnCommitCallbacks(execute=True):
        said = owner_client.post(URL, {"message": message}).json()
    ticket = SupportTicket.objects.get()
    assert (said["escalate"], said["ticket_id"], ticket.reason) == (True, str(ticket.pk), reason)
    assert [each.to for each in mail.outbox] == [["help@pos.example"]]


@pytest.mark.parametrize(
    "message",
    [
        "can cashiers still sell when the AI credits are gone",
        "what still works when the credits are all gone",
        "will I be charged again next month",
        "do I get charged twice if I press pay two times",
        "what happens to my sales when the tablet is lost",
        "are my records deleted when I close a storefront",
        "the customer paid twice by mistake",
        "can customers pay me at a momo agent",
        "our subscription has fallen into arrears. Will the sales records be deleted?",
    ],
)
def test_what_may_happen_and_what_is_between_shop_and_customer_is_no_ticket(message: str) -> None:
    assert tickets.urgent(message) is None


@pytest.mark.parametrize("message", ["Will you look? I was charged twice", "Can you help. All my sales are gone"])
def test_what_has_happened_is_a_ticket_beside_another_sentence(message: str) -> None:
    assert tickets.urgent(message) is not None


def test_an_everyday_message_is_no_ticket(shop: Shop) -> None:
    everyday = [
        line for card in cards() for line in (*card.asked, *card.voices) if card.id not in ("human", "refund-credits")
    ]
    assert [line for line in everyday if tickets.urgent(line)] == []


def test_the_second_miss_in_a_row_goes_to_a_person(shop: Shop, owner_client: APIClient) -> None:
    first = owner_client.post(URL, {"message": "zzz qqq"}).json()
    assert not first["escalate"]
    again = owner_client.post(URL, {"message": "xxx vvv", "conversation_id": first["conversation_id"]}).json()
    assert again["escalate"]
    assert SupportTicket.objects.get().reason == "not_answered"


def test_a_cashier_is_told_whom_to_ask_for_what_is_not_theirs(shop: Shop, cashier_client: APIClient) -> None:
    said = cashier_client.post(URL, {"message": "how to add staff"}).json()
    assert said["reply"] == "“Add a member of staff” is for an owner. Please ask one of them."
    assert said["sources"] == []


def test_no_message_and_a_stranger_s_conversation_are_refused(shop: Shop, owner_client: APIClient) -> None:
    assert owner_client.post(URL, {}).status_code == 400
    stranger = {"message": "hello", "conversation_id": str(uuid.uuid4())}
    assert owner_client.post(URL, stranger).status_code == 404
    assert not Conversation.objects.exists()


def test_a_day_has_its_limit_and_help_works_without_consent(
    shop: Shop, owner_client: APIClient, settings: Settings
) -> None:
    from ai_features.models import FeatureSetting

    FeatureSetting.objects.create(feature="support_chat", per_day=1)
    assert owner_client.post(URL, {"message": "print receipt"}).status_code == 200
    assert owner_client.post(URL, {"message": "print receipt"}).status_code == 429


def test_an_answer_from_staff_is_mailed_to_who_asked(shop: Shop, owner_client: APIClient) -> None:
    owner_client.post(URL, {"message": "human please"})
    ticket = SupportTicket.objects.get()
    with TestCase.captureOnCommitCallbacks(execute=True):
        tickets.answer_ticket(ticket.pk, by=None, answer="We have credited it.")
    assert mail.outbox[-1].body.endswith("We have credited it.")
    ticket.refresh_from_db()
    assert ticket.status == "answered"


def test_a_card_is_found_by_any_of_its_questions() -> None:
    owners = Index([*(card for card in cards() if Role.OWNER in card.roles), *other_matters()])
    found = {line: owners.find(line)[0] for card in cards() for line in card.asked if Role.OWNER in card.roles}
    missed = [line for card in cards() for line in card.asked if found[line].card.id != card.id]
    assert len(missed) / len(found) < 0.03, missed
    assert not is_sure(owners.find("the weather in paris tomorrow"))


@pytest.mark.parametrize(
    "message",
    [
        "how do I open a fixed deposit account at GCB bank",
        "can I sack my worker without paying her, what does labour law say",
        "how much is a bag of cement selling in the market now",
        "how do I reverse momo I sent to a wrong person's number",
        "which shop in town sells thermal rolls",
        "my bolt driver has not come",
    ],
)
def test_what_only_shares_words_with_the_shop_is_not_answered(message: str) -> None:
    assert not is_sure(index().find(message))


def test_a_message_strays_by_all_its_words_together() -> None:
    own = ["sell by barcode", "print a barcode", "scan the barcode at the till"]
    others = ["where can I buy a scanner", "where can I buy rice in bulk", "the price of rice in town"]
    straying = Straying(own, others, str.split)
    assert straying.of("where can I buy a barcode") > 0 > straying.of("scan a barcode")
    assert straying.of("") == straying.of("qqq") == 0


def test_of_the_other_matters_only_the_nearest_is_found() -> None:
    found = index().find("which bank gives loans and where can I rent a shop", 1000)
    assert [match.is_other for match in found].count(True) == 1
