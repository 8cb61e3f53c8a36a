"""The admin of credits: what staff can read, grant, release, suspend and change."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from accounts.models import AuditEntry, User
from ai_features.errors import AIDisabled
from ai_features.models import AITransaction, BusinessAICredits, CreditHold, CreditLot, FeatureSetting
from ai_features.services import AIBillingService
from ai_features.tests.builders import answered, make_hold, make_lot, make_purchase
from common import clock
from conftest import Shop


@pytest.fixture
def staff(db: None) -> User:
    return User.objects.create_superuser("staff@example.com", "a-long-pass-phrase", name="Esi Staff")


@pytest.fixture
def desk(staff: User) -> Client:
    client = Client()
    client.force_login(staff)
    return client


def page(model: str, name: str = "changelist", *args: Any) -> str:
    return reverse(f"admin:ai_features_{model}_{name}", args=args)


def press(desk: Client, model: str, action: str, pk: Any, **fields: Any) -> Any:
    return desk.post(page(model, action, pk), {"_form_submitted": "True", **fields})


def grant_form(**fields: Any) -> dict[str, Any]:
    return {"credits": "20.00", "reason": "Sorry for Tuesday", "confirm": "on", "key": str(uuid.uuid4()), **fields}


def test_a_grant_makes_a_lot_with_who_and_why(shop: Shop, desk: Client, staff: User) -> None:
    """Line 35."""
    make_lot(shop.id, "1.00")
    answer = press(desk, "businessaicredits", "grant_credits", shop.id, **grant_form())
    lot = CreditLot.objects.get(reason="Sorry for Tuesday")
    assert answer.headers["HX-Redirect"] == page("businessaicredits", "change", shop.id)
    assert (lot.granted, lot.by, lot.source) == (Decimal(20), staff, "grant")
    told = AuditEntry.objects.of(shop.business.pk).get(subject="Sorry for Tuesday")
    assert (told.action, told.by_staff, told.details) == ("credits_granted", True, {"credits": "20.00"})
    assert "20.00" in LogEntry.objects.get().change_message


def test_an_account_is_called_by_its_business(shop: Shop, desk: Client) -> None:
    make_lot(shop.id, "1.00")
    shown = desk.get(page("businessaicredits", "change", shop.id)).content.decode()
    assert "1.00 credits of Makola Stores" in shown


def test_a_grant_clicked_twice_is_one_grant(shop: Shop, desk: Client) -> None:
    """Line 35."""
    make_lot(shop.id, "1.00")
    form = grant_form()
    said = []
    for _ in range(2):
        press(desk, "businessaicredits", "grant_credits", shop.id, **form)
        shown = desk.get(page("businessaicredits", "change", shop.id))
        said.append([str(message) for message in shown.context["messages"]])
    assert AIBillingService.get_credit_balance(shop.id) == 21
    assert said == [
        ["20.00 credits granted to Makola Stores."],
        ["20.00 credits were granted to Makola Stores by the first click; nothing was added."],
    ]
    assert LogEntry.objects.count() == 1


def test_the_dialog_carries_the_key_that_makes_it_one_grant(shop: Shop, desk: Client) -> None:
    make_lot(shop.id, "1.00")
    first, second = (desk.get(page("businessaicredits", "grant_credits", shop.id)).content.decode() for _ in range(2))
    assert 'name="key"' in first
    assert first != second


@pytest.mark.parametrize(
    "wrong",
    [
        {"credits": "0"},
        {"credits": "-5"},
        {"credits": "1.005"},
        {"reason": ""},
        {"confirm": ""},
        {"expires_on": "2020-01-01"},
    ],
)
def test_a_grant_that_is_not_complete_gives_nothing(shop: Shop, desk: Client, wrong: dict[str, str]) -> None:
    make_lot(shop.id, "1.00")
    assert press(desk, "businessaicredits", "grant_credits", shop.id, **grant_form(**wrong)).status_code == 200
    assert AIBillingService.get_credit_balance(shop.id) == 1


def test_a_grant_may_have_an_expiry_of_its_own(shop: Shop, desk: Client) -> None:
    make_lot(shop.id, "1.00")
    day = clock.today() + dt.timedelta(days=10)
    press(desk, "businessaicredits", "grant_credits", shop.id, **grant_form(expires_on=day.isoformat()))
    assert CreditLot.objects.get(reason="Sorry for Tuesday").expires_at == clock.start_of(day)


def test_staff_without_the_right_cannot_grant(shop: Shop) -> None:
    make_lot(shop.id, "1.00")
    reader = Client()
    reader.force_login(User.objects.create_user("reader@example.com", "a-long-pass-phrase", name="R", is_staff=True))
    assert press(reader, "businessaicredits", "grant_credits", shop.id, **grant_form()).status_code == 403
    assert AIBillingService.get_credit_balance(shop.id) == 1


def test_a_business_can_be_suspended_and_resumed(shop: Shop, desk: Client) -> None:
    make_lot(shop.id)
    press(desk, "businessaicredits", "suspend", shop.id, reason="Chargebacks")
    with pytest.raises(AIDisabled):
        make_hold(shop.id)
    assert BusinessAICredits.objects.get().suspended_reason == "Chargebacks"
    press(desk, "businessaicredits", "resume", shop.id)
    assert make_hold(shop.id).amount == 1
    told = AuditEntry.objects.of(shop.business.pk).filter(action__startswith="ai_").values_list("action", flat=True)
    assert list(told) == ["ai_resumed", "ai_suspended"]


def test_a_stuck_hold_can_be_released(shop: Shop, desk: Client) -> None:
    make_lot(shop.id)
    hold = make_hold(shop.id, "4.00")
    press(desk, "credithold", "give_back", hold.pk)
    assert CreditHold.objects.get().status == "expired"
    assert AIBillingService.get_account(shop.id).available == 10


def test_an_account_shows_everything_that_belongs_to_it(shop: Shop, desk: Client) -> None:
    make_lot(shop.id, "5.00", reason="A lot with a reason")
    AIBillingService.grant_purchase(make_purchase(shop.id, payment_reference="AI-CREDIT-1-shown"))
    AIBillingService.settle(make_hold(shop.id, feature="sales_assistant").pk, record=answered())
    make_hold(shop.id, feature="pricing_optimizer")
    shown = desk.get(page("businessaicredits", "change", shop.id)).content.decode()
    for text in ("A lot with a reason", "AI-CREDIT-1-shown", "sales_assistant", "pricing_optimizer", "Grant credits"):
        assert text in shown


@pytest.mark.parametrize(
    "model",
    ["businessaicredits", "creditlot", "ledgerentry", "credithold", "creditdebt", "aitransaction", "aiusagealert"],
)
def test_history_can_be_looked_through_and_not_changed(shop: Shop, desk: Client, model: str) -> None:
    make_lot(shop.id)
    AIBillingService.settle(make_hold(shop.id).pk, record=answered())
    assert desk.get(page(model), {"q": "Makola"}).status_code == 200
    assert desk.get(page(model, "add")).status_code == 403
    assert AITransaction.objects.count() == 1


def test_staff_changes_a_price_without_a_deploy(shop: Shop, desk: Client) -> None:
    desk.post(page("featuresetting", "add"), {"feature": "credit_assessment", "enabled": "on", "price": "2.50"})
    assert AIBillingService.check_credits(shop.id, "credit_assessment")["required"] == Decimal("2.50")


def test_a_model_without_a_known_price_is_refused(desk: Client) -> None:
    answer = desk.post(page("featuresetting", "add"), {"feature": "credit_assessment", "model": "unheard-of-1"})
    assert "No price is known" in answer.content.decode()
    assert not FeatureSetting.objects.exists()


def test_a_price_below_zero_is_refused(desk: Client) -> None:
    desk.post(page("featuresetting", "add"), {"feature": "credit_assessment", "price": "-1"})
    assert not FeatureSetting.objects.exists()


def test_a_business_that_never_used_ai_can_be_granted_credits(shop: Shop, desk: Client) -> None:
    assert "Open an account" in desk.get(page("businessaicredits")).content.decode()
    answer = desk.post(page("businessaicredits", "open_account"), {"_form_submitted": "True", "business": str(shop.id)})
    assert answer.headers["HX-Redirect"] == page("businessaicredits", "change", shop.id)
    press(desk, "businessaicredits", "grant_credits", shop.id, **grant_form())
    assert AIBillingService.get_credit_balance(shop.id) == 20
