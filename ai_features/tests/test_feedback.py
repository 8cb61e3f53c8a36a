"""A question that was misunderstood is given back once, to the lots it came from, and staff see how it was asked."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import make_member
from ai_features.models import AIFeedback, AITransaction, Conversation, CreditLot, Turn
from ai_features.queries import audit
from ai_features.services import feedback
from ai_features.services.billing import AIBillingService
from ai_features.services.privacy import pseudonym
from ai_features.services.retention import forget_customer, forget_texts
from ai_features.tests.builders import agree, answered, make_hold, make_lot
from common import clock
from common.errors import NotFound
from common.tenancy import Role
from conftest import Shop
from inventory.tests.builders import make_product
from sales.tests.builders import make_customer, make_sale

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    agree(shop.caller)
    make_sale(shop.business, product=make_product(shop.business, "Milo"), storefront=shop.storefront)
    return shop


def asked(shop: Shop, subject: str = "", credits: str = "0.50") -> AITransaction:
    hold = make_hold(shop.id, user_id=shop.owner.user_id, credits=credits, feature=feedback.QUESTIONS)
    return AIBillingService.settle(hold.pk, record=answered(subject=subject))


def misunderstood(shop: Shop, row: AITransaction) -> feedback.Given:
    return feedback.give(shop.caller, row.pk, helpful=None, misunderstood=True)


def ask(client: APIClient, query: str) -> Any:
    return client.post("/ai/api/query/", {"query": query}).json()


def test_the_credits_of_a_misunderstood_question_return_once(open_shop: Shop, owner_client: APIClient) -> None:
    before = AIBillingService.get_credit_balance(open_shop.id)
    answer = ask(owner_client, "total sales today")
    url = f"/ai/api/transactions/{answer['transaction_id']}/feedback/"
    said = owner_client.post(url, {"misunderstood": True}).json()
    again = owner_client.post(url, {"misunderstood": True, "note": "I meant last month"}).json()
    assert (said["credits_returned"], said["balance"]) == (0.5, float(before))
    assert again["credits_returned"] == 0
    assert AIFeedback.objects.get().credits_returned == Decimal("0.50")
    assert audit.discrepancies(open_shop.id) == []


def test_the_wording_is_kept_with_people_and_figures_left_out(open_shop: Shop, owner_client: APIClient) -> None:
    make_customer(open_shop.business, "Akosua Darkwah")
    answer = ask(owner_client, "total sales to Akosua Darkwah today")
    owner_client.post(f"/ai/api/transactions/{answer['transaction_id']}/feedback/", {"helpful": False})
    kept = AIFeedback.objects.get()
    assert "total sales" in kept.asked
    assert "Darkwah" not in kept.asked + kept.answered


@pytest.mark.parametrize("body", [{}, {"helpful": True, "misunderstood": True}, {"helpful": "maybe"}])
def test_what_says_nothing_or_contradicts_itself_is_refused(
    open_shop: Shop, owner_client: APIClient, body: dict[str, Any]
) -> None:
    answer = ask(owner_client, "total sales today")
    response = owner_client.post(f"/ai/api/transactions/{answer['transaction_id']}/feedback/", body)
    assert response.status_code == 400
    assert not AIFeedback.objects.exists()


def test_a_cashier_and_another_business_have_no_say(open_shop: Shop, other_shop: Shop, client_of: Any) -> None:
    row = asked(open_shop)
    url = f"/ai/api/transactions/{row.pk}/feedback/"
    cashier = client_of(make_member(open_shop.business, Role.CASHIER))
    assert cashier.post(url, {"helpful": True}).status_code == 403
    assert client_of(other_shop.owner).post(url, {"helpful": True}).status_code == 404
    with pytest.raises(NotFound):
        feedback.give(open_shop.caller, uuid.uuid4(), helpful=True)


def test_ten_questions_a_day_are_given_back(open_shop: Shop) -> None:
    with time_machine.travel("2026-11-21T09:00:00Z", tick=False) as travel:
        make_lot(open_shop.id, days=30)
        returned = [misunderstood(open_shop, asked(open_shop)).credits_returned for _ in range(11)]
        assert returned == [Decimal("0.50")] * 10 + [0]
        travel.shift(dt.timedelta(days=1))
        assert misunderstood(open_shop, asked(open_shop)).credits_returned == Decimal("0.50")


def test_what_is_asked_twice_within_the_hour_was_understood(open_shop: Shop) -> None:
    with time_machine.travel("2026-11-21T09:00:00Z", tick=False) as travel:
        first = asked(open_shop, subject="sales today")
        travel.shift(dt.timedelta(minutes=50))
        assert misunderstood(open_shop, asked(open_shop, subject="sales today")).credits_returned == 0
        assert misunderstood(open_shop, first).credits_returned == 0
        travel.shift(dt.timedelta(minutes=70))
        assert misunderstood(open_shop, asked(open_shop, subject="sales today")).credits_returned > 0


def test_an_answer_that_cost_nothing_gives_nothing_back(open_shop: Shop) -> None:
    assert misunderstood(open_shop, asked(open_shop, credits="0.00")).credits_returned == 0


def test_what_returns_to_a_lot_that_has_expired_expires(shop: Shop) -> None:
    with time_machine.travel("2026-11-21T09:00:00Z", tick=False) as travel:
        lot = make_lot(shop.id, days=1)
        row = asked(shop)
        travel.shift(dt.timedelta(days=2))
        AIBillingService.expire(shop.id)
        assert misunderstood(shop, row).credits_returned == Decimal("0.50")
        lot.refresh_from_db()
        assert lot.remaining + AIBillingService.get_credit_balance(shop.id) == 0
    assert audit.discrepancies(shop.id) == []


def test_what_returns_to_a_lot_that_was_taken_back_is_void(shop: Shop) -> None:
    lot = make_lot(shop.id, days=30)
    row = asked(shop)
    AIBillingService.void(lot.pk)
    misunderstood(shop, row)
    assert CreditLot.objects.get(pk=lot.pk).remaining == 0
    assert audit.discrepancies(shop.id) == []


def test_erasing_asks_as_much_of_the_database_however_many_conversations(open_shop: Shop) -> None:
    customer, counts = make_customer(open_shop.business, "Akosua Darkwah"), []
    for many in (1, 20):
        for _ in range(many):
            conversation = Conversation.objects.create(business=open_shop.business, updated_at=clock.now())
            name = pseudonym(str(conversation.pk), str(customer.pk))
            Turn.objects.create(conversation=conversation, asked=f"what does {name} owe", at=clock.now())
        other = Turn.objects.create(conversation=conversation, asked="sales today", at=clock.now())
        with CaptureQueriesContext(connection) as queries:
            assert forget_customer(open_shop.id, customer.pk) == many
        counts.append(len(queries))
        assert list(Turn.objects.all()) == [other]
        other.delete()
    assert counts[0] == counts[1]


def test_wordings_are_forgotten_with_time_and_with_an_erased_customer(open_shop: Shop, owner_client: APIClient) -> None:
    customer = make_customer(open_shop.business, "Akosua Darkwah")
    for query in ("total sales to Akosua Darkwah today", "total sales this month"):
        answer = ask(owner_client, query)
        owner_client.post(f"/ai/api/transactions/{answer['transaction_id']}/feedback/", {"helpful": False})
    assert Turn.objects.count() == 2
    forget_customer(open_shop.id, customer.pk)
    assert sorted(bool(row.asked) for row in AIFeedback.objects.all()) == [False, True]
    with time_machine.travel(clock.now() + dt.timedelta(days=91)):
        forget_texts()
    assert not AIFeedback.objects.exclude(asked="").exists()
