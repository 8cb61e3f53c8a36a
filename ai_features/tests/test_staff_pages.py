"""Staff's first page, all features with what is in force, several accounts at once, and words in place of codes."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import User
from accounts.tests.builders import make_business, make_user
from ai_features.models import (
    AIFeedback,
    BusinessAICredits,
    CreditInvoice,
    CreditLot,
    FeatureSetting,
    Message,
    SupportTicket,
)
from ai_features.pricing import FEATURE_PRICES
from ai_features.services import AIBillingService
from ai_features.services.notices import messages
from ai_features.tests.builders import answered, make_hold, make_lot, make_purchase
from app.admin_menu import MENU
from common import clock
from conftest import Shop
from sales.tests.builders import make_customer


@pytest.fixture
def staff(db: None) -> User:
    return User.objects.create_superuser("staff@example.com", "a-long-pass-phrase", name="Esi Staff")


@pytest.fixture
def desk(staff: User) -> Client:
    client = Client()
    client.force_login(staff)
    return client


def page(model: str) -> str:
    return reverse(f"admin:ai_features_{model}_changelist")


def text_of(desk: Client, address: str) -> str:
    return desk.get(address).content.decode()


def test_a_quiet_day_says_so(desk: Client) -> None:
    shown = text_of(desk, "/admin/")
    assert "Nothing. Payments, messages and requests go their way by themselves." in shown
    assert "The last seven days" in shown


def test_what_waits_is_counted_and_leads_to_its_rows(shop: Shop, desk: Client) -> None:
    make_purchase(shop.business.pk, needs_attention=True)
    for key in ("one", "two"):
        messages.queue(shop.business.pk, key=key, subject="Undelivered", text="t")
    Message.objects.update(status=Message.Status.GIVEN_UP)
    SupportTicket.objects.create(business=shop.business, reason=SupportTicket.Reason.choices[0][0], message="Help me")
    needs = {need["title"]: need for need in desk.get("/admin/").context["needs"]}
    assert set(needs) == {"1 payment to look at", "1 ticket to answer", "2 messages given up"}
    assert "Undelivered" in text_of(desk, needs["2 messages given up"]["link"])
    assert "Help me" in text_of(desk, needs["1 ticket to answer"]["link"])


def test_a_hold_counts_only_once_its_deadline_has_passed(shop: Shop, desk: Client) -> None:
    make_lot(shop.id, "10.00")
    hold = make_hold(shop.business.pk, "1.00")
    assert desk.get("/admin/").context["needs"] == []
    type(hold).objects.update(deadline=clock.now() - dt.timedelta(minutes=5))
    (need,) = desk.get("/admin/").context["needs"]
    assert need["title"] == "1 hold past the deadline"


def test_staff_sees_of_what_waits_only_what_they_may_open(shop: Shop) -> None:
    make_purchase(shop.business.pk, needs_attention=True)
    helper = make_user("helper@example.com", is_staff=True)
    helper.user_permissions.add(Permission.objects.get(codename="view_supportticket"))
    client = Client()
    client.force_login(helper)
    home = client.get("/admin/")
    assert (home.context["needs"], home.context["week"]) == ([], [])
    assert "Tickets" in home.content.decode()
    assert "Ledger" not in home.content.decode()


def test_every_page_of_ai_is_in_the_sidebar(desk: Client) -> None:
    shown = text_of(desk, "/admin/")
    ours = {model._meta.model_name for model in admin.site._registry if model._meta.app_label == "ai_features"}
    listed = {str(item["link"]) for group in MENU for item in group["items"]}
    assert {page(str(name)) for name in ours} <= listed
    for group in MENU:
        for item in group["items"]:
            assert f'href="{item["link"]}' in shown, item["title"]
            assert desk.get(str(item["link"])).status_code == 200


def test_every_feature_is_listed_with_what_is_in_force(desk: Client) -> None:
    FeatureSetting.objects.create(feature="product_description", price=Decimal("0.25"), per_day=40, enabled=False)
    rows = desk.get(page("featuresetting")).context["table"]["rows"]
    assert len(rows) == len(FEATURE_PRICES)
    described = next(row for row in rows if "Product descriptions" in row[0])
    assert "product_description/change/" in described[0]
    assert ["Off" in described[1], "<strong" in described[1], "0.25" in described[2], "40" in described[7]] == [
        True
    ] * 4
    asked = next(row for row in rows if "Questions" in row[0])
    assert "add/?feature=natural_language_query" in asked[0]
    assert (asked[1], asked[2], asked[3], asked[7]) == ("On", "0.5", "gpt-6-luna", "as for all")


def test_the_form_opens_on_the_feature_that_was_pressed(desk: Client) -> None:
    form = desk.get("/admin/ai_features/featuresetting/add/?feature=payment_prediction").context["adminform"].form
    assert form["feature"].value() == "payment_prediction"


def test_the_list_of_features_is_for_those_who_may_see_it(db: None) -> None:
    client = Client()
    client.force_login(make_user("helper@example.com", is_staff=True))
    assert client.get(page("featuresetting")).status_code == 403


def chosen(*accounts: uuid.UUID, action: str, **fields: Any) -> dict[str, Any]:
    return {"action": action, "_selected_action": [str(pk) for pk in accounts], **fields}


@pytest.fixture
def two(shop: Shop) -> list[uuid.UUID]:
    """Two businesses with an account each."""
    other = make_business("Kejetia Traders")
    for business_id in (shop.business.pk, other.pk):
        make_lot(business_id, "1.00")
    return [shop.business.pk, other.pk]


def test_several_accounts_are_granted_credits_once_each(two: list[uuid.UUID], desk: Client) -> None:
    asked = desk.post(page("businessaicredits"), chosen(*two, action="grant_chosen")).content.decode()
    assert "For 2 accounts:" in asked
    assert "Kejetia Traders" in asked
    form = {"credits": "20.00", "reason": "Sorry for Tuesday", "confirm": "on", "key": str(uuid.uuid4())}
    filled = chosen(*two, action="grant_chosen", _form_submitted="True", **form)
    for _ in range(2):
        desk.post(page("businessaicredits"), filled)
    assert CreditLot.objects.filter(reason="Sorry for Tuesday", granted=20).count() == 2


def test_a_grant_without_a_reason_is_asked_for_again(two: list[uuid.UUID], desk: Client) -> None:
    form = {"credits": "20.00", "confirm": "on", "key": str(uuid.uuid4())}
    again = desk.post(page("businessaicredits"), chosen(*two, action="grant_chosen", _form_submitted="True", **form))
    assert "This field is required" in again.content.decode()
    assert not CreditLot.objects.filter(granted=20).exists()


def test_several_accounts_are_suspended_and_resumed(two: list[uuid.UUID], desk: Client) -> None:
    stop = chosen(*two, action="suspend_chosen", _form_submitted="True", reason="Charge-backs")
    desk.post(page("businessaicredits"), stop)
    assert set(BusinessAICredits.objects.values_list("is_active", "suspended_reason")) == {(False, "Charge-backs")}
    desk.post(page("businessaicredits"), chosen(two[0], action="resume_chosen", _form_submitted="True"))
    assert [AIBillingService.is_suspended(pk) for pk in two] == [False, True]


def test_who_may_only_read_is_given_no_bulk_action(two: list[uuid.UUID]) -> None:
    reader = make_user("reader@example.com", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_businessaicredits"))
    client = Client()
    client.force_login(reader)
    stop = chosen(*two, action="suspend_chosen", _form_submitted="True", reason="Charge-backs")
    client.post(page("businessaicredits"), stop)
    assert not BusinessAICredits.objects.filter(is_active=False).exists()


def test_requests_are_told_in_words(shop: Shop, desk: Client) -> None:
    make_lot(shop.id, "10.00")
    AIBillingService.settle(make_hold(shop.business.pk, "1.00").pk, record=answered("0.10"))
    shown = text_of(desk, page("aitransaction"))
    assert "Answered" in shown
    assert ">natural_language_query<" not in shown.replace("\n", "").replace(" ", "")


def test_a_misunderstood_question_has_no_tick(shop: Shop, desk: Client) -> None:
    make_lot(shop.id, "10.00")
    row = AIBillingService.settle(make_hold(shop.business.pk, "1.00").pk, record=answered("0.10"))
    AIFeedback.objects.create(
        business=shop.business, transaction_id=row.pk, misunderstood=True, asked="wetin", answered=""
    )
    shown = text_of(desk, page("aifeedback"))
    assert "Misunderstood" in shown
    assert "icon-yes" not in shown


def test_a_page_to_read_says_yes_and_no_in_words(shop: Shop, desk: Client) -> None:
    purchase = make_purchase(shop.business.pk, needs_attention=True)
    shown = text_of(desk, reverse("admin:ai_features_aicreditpurchase_change", args=[purchase.pk]))
    assert "Needs attention" in shown
    assert ">Yes<" in "".join(shown.split())
    assert "check_circle" not in shown


def test_the_taxes_of_an_invoice_are_a_table(shop: Shop, desk: Client) -> None:
    invoice = CreditInvoice.objects.create(
        business=shop.business,
        number=1,
        purchase=make_purchase(shop.business.pk),
        issued_at=clock.now(),
        base_amount=100,
        total_amount=115,
        taxes=[{"name": "VAT", "rate": "15", "amount": "15.00"}],
        seller={"name": "Us Ltd", "address": "Accra", "tin": "C0001"},
        buyer={"name": "Makola Stores"},
    )
    shown = text_of(desk, reverse("admin:ai_features_creditinvoice_change", args=[invoice.pk]))
    assert "15%" in shown
    assert "Us Ltd, Accra, C0001" in shown
    assert "&#x27;name&#x27;" not in shown


@pytest.fixture
def ticket(shop: Shop, owner_client: APIClient, settings: Settings) -> SupportTicket:
    """Raised by a message to help that follows another."""
    settings.SUPPORT_EMAIL = "help@pos.example"
    make_customer(shop.business, "Adwoa Boateng")
    first = owner_client.post("/ai/api/support-chat/", {"message": "can I pay with momo"}).json()
    human = {"message": "Adwoa Boateng paid, I want a human", "conversation_id": first["conversation_id"]}
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert owner_client.post("/ai/api/support-chat/", human).json()["escalate"]
    return SupportTicket.objects.get()


def test_a_ticket_tells_our_staff_the_conversation_and_the_state_of_the_account(
    ticket: SupportTicket, desk: Client
) -> None:
    (to_us,) = mail.outbox
    assert (to_us.to, "I want a human" in to_us.body) == (["help@pos.example"], True)
    assert "I want a human" in text_of(desk, page("supportticket"))
    shown = text_of(desk, f"/admin/ai_features/supportticket/{ticket.pk}/change/")
    assert "<b>can I pay with momo</b><br>Pay with mobile money" in shown
    assert "last_purchase" in shown
    assert "Adwoa" not in shown + to_us.body


def test_a_ticket_is_answered_once_from_its_page_and_the_answer_is_mailed(
    ticket: SupportTicket, desk: Client, staff: User, shop: Shop
) -> None:
    button = f"/admin/ai_features/supportticket/{ticket.pk}/answer_ticket/"
    for answer in ("It is settled.", "Again."):
        with TestCase.captureOnCommitCallbacks(execute=True):
            assert desk.post(button, {"_form_submitted": "True", "answer": answer}).status_code == 200
    ticket.refresh_from_db()
    assert (ticket.status, ticket.answer, ticket.answered_by_id) == ("answered", "It is settled.", staff.pk)
    answers = [(each.to, each.body) for each in mail.outbox[1:]]
    asker = User.objects.get(pk=shop.caller.user_id)
    assert answers == [([asker.email], "You asked us for help.\n\nIt is settled.")]


def test_staff_who_may_only_look_cannot_answer_a_ticket(ticket: SupportTicket) -> None:
    client = Client()
    looks = make_user("looks@example.com", is_staff=True)
    looks.user_permissions.add(Permission.objects.get(codename="view_supportticket"))
    client.force_login(looks)
    button = f"/admin/ai_features/supportticket/{ticket.pk}/answer_ticket/"
    assert client.post(button, {"_form_submitted": "True", "answer": "No."}).status_code == 403
    ticket.refresh_from_db()
    assert ticket.status == "open"
