from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import make_member
from ai_features.models import AIConsent, BusinessAICredits, CreditLot
from common.tenancy import Role
from conftest import Shop

PATH = "/ai/api/settings/"


def change(client: APIClient, **changes: Any) -> Any:
    return client.patch(PATH, changes)


def test_before_anyone_agrees_the_text_to_agree_to_is_shown(owner_client: APIClient) -> None:
    body = owner_client.get(PATH).json()
    assert (body["consent"], body["consent_by"], body["ai_enabled"]) == (False, None, True)
    assert "withdraw at any time" in body["consent_text"]["text"]


def test_an_owner_agrees_and_the_trial_comes_with_it(shop: Shop, owner_client: APIClient) -> None:
    body = change(owner_client, consent=True).json()
    assert (body["consent"], body["consent_by"]) == (True, shop.owner.user.name if shop.owner.user else "")
    assert body["consent_at"]
    assert BusinessAICredits.objects.get(business=shop.business).balance == 10


def test_the_trial_comes_once_however_often_an_owner_agrees(shop: Shop, owner_client: APIClient) -> None:
    for consent in (True, True, False, True):
        assert change(owner_client, consent=consent).json()["consent"] is consent
    assert CreditLot.objects.filter(business=shop.business).count() == 1
    history = AIConsent.objects.filter(business=shop.business).order_by("given_at")
    assert [bool(consent.withdrawn_at) for consent in history] == [True, False]


def test_without_a_trial_configured_agreeing_brings_no_credits(owner_client: APIClient, settings: Settings) -> None:
    settings.AI_FREE_TRIAL_CREDITS = Decimal(0)
    assert change(owner_client, consent=True).json()["consent"] is True
    assert not CreditLot.objects.exists()


def test_withdrawn_consent_closes_the_features_and_leaves_the_credits(shop: Shop, owner_client: APIClient) -> None:
    change(owner_client, consent=True)
    change(owner_client, consent=False)
    response = owner_client.post("/ai/api/products/generate-description/", {"product_name": "Soap"})
    assert (response.status_code, response.json()["error"]) == (403, "consent_required")
    assert BusinessAICredits.objects.get(business=shop.business).balance == 10


def test_the_businesss_own_switch_closes_the_features(owner_client: APIClient) -> None:
    change(owner_client, consent=True, ai_enabled=False)
    response = owner_client.post("/ai/api/products/generate-description/", {"product_name": "Soap"})
    assert (response.status_code, response.json()["error"]) == (403, "ai_disabled")
    assert change(owner_client, ai_enabled=True).json()["ai_enabled"] is True


def test_the_threshold_and_the_channels_can_be_chosen(owner_client: APIClient) -> None:
    channels = {"email": False, "sms": True, "phone": "+233244000111"}
    body = change(owner_client, low_balance_threshold="25.50", notification_channels=channels).json()
    assert body["low_balance_threshold"] == 25.5
    assert body["notification_channels"]["sms"] is True
    assert change(owner_client, low_balance_threshold=None).json()["low_balance_threshold"] == 10


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"consent": "perhaps"}, "consent"),
        ({"low_balance_threshold": "-1"}, "low_balance_threshold"),
        ({"notification_channels": {"email_to": "nobody"}}, "notification_channels"),
        ({"notification_channels": {"email_to": "a" * 290 + "@example.com"}}, "notification_channels"),
    ],
)
def test_bad_input_names_its_field_and_changes_nothing(
    changes: dict[str, Any], field: str, shop: Shop, owner_client: APIClient
) -> None:
    response = change(owner_client, ai_enabled=False, **changes)
    assert response.status_code == 400
    assert field in response.json()["fields"]
    assert owner_client.get(PATH).json()["ai_enabled"] is True


@pytest.mark.parametrize("role", [Role.MANAGER, Role.CASHIER])
def test_only_an_owner_changes_them_and_everyone_may_read(
    role: Role, shop: Shop, client_of: Callable[[Membership], APIClient]
) -> None:
    client = client_of(make_member(shop.business, role))
    assert client.get(PATH).status_code == 200
    assert change(client, consent=True).status_code == 403
    assert not AIConsent.objects.exists()


def test_strangers_are_refused() -> None:
    assert APIClient().get(PATH).status_code == 401


def test_one_business_does_not_agree_for_another(
    owner_client: APIClient, other_shop: Shop, client_of: Callable[[Membership], APIClient]
) -> None:
    change(owner_client, consent=True)
    assert client_of(other_shop.owner).get(PATH).json()["consent"] is False
