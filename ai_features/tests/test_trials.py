"""The free trial is tied to a confirmed email, and each mailbox has one."""

from decimal import Decimal

import pytest
from rest_framework.test import APIClient

from accounts import services
from accounts.models import User
from accounts.tests.builders import caller_of, make_business, make_member, make_user
from accounts.tests.letters import link_to
from ai_features.models import CreditLot
from ai_features.services.billing import trials
from ai_features.services.consent import give_consent
from common.tenancy import Role
from conftest import Shop

SETTINGS, BALANCE = "/ai/api/settings/", "/ai/api/credits/balance/"


@pytest.fixture
def unconfirmed(shop: Shop) -> User:
    assert shop.owner.user
    User.objects.filter(pk=shop.owner.user.pk).update(email_verified_at=None)
    return User.objects.get(pk=shop.owner.user.pk)


def confirm(user: User) -> None:
    services.send_verification(user)
    services.verify_email(link_to(user.email))


def test_agreeing_works_at_once_and_the_credits_come_when_the_email_is_confirmed(
    owner_client: APIClient, unconfirmed: User
) -> None:
    agreed = owner_client.patch(SETTINGS, {"consent": True}).json()
    assert (agreed["consent"], agreed["trial"]) == (True, "after_email_is_confirmed")
    assert owner_client.get(BALANCE).json()["balance"] == 0.0
    confirm(unconfirmed)
    assert owner_client.get(BALANCE).json()["balance"] == 10.0
    assert owner_client.get(SETTINGS).json()["trial"] == "granted"


def test_confirming_first_and_agreeing_after_brings_them_too(owner_client: APIClient, unconfirmed: User) -> None:
    confirm(unconfirmed)
    assert owner_client.get(SETTINGS).json()["trial"] == "after_consent"
    assert not CreditLot.objects.exists()
    owner_client.patch(SETTINGS, {"consent": True})
    assert owner_client.get(BALANCE).json()["balance"] == 10.0


def test_confirming_again_after_a_change_of_email_brings_nothing_more(
    owner_client: APIClient, unconfirmed: User
) -> None:
    owner_client.patch(SETTINGS, {"consent": True})
    confirm(unconfirmed)
    body = {"email": "second@example.com", "current_password": "a-long-pass-phrase"}
    owner_client.post("/accounts/api/me/email/", body)
    services.verify_email(link_to("second@example.com"))
    assert sum(lot.granted for lot in CreditLot.objects.all()) == Decimal(10)


@pytest.mark.parametrize("again", ["esi.mensah+2@gmail.com", "ESIMENSAH@googlemail.com", "esi.mensah@gmail.com"])
def test_one_mailbox_has_one_trial_however_it_is_written(db: None, again: str) -> None:
    for email in ("esimensah@gmail.com", again):
        User.objects.filter(email=email).update(email="left@example.com")
        give_consent(caller_of(make_member(make_business(), user=make_user(email))))
    assert CreditLot.objects.count() == 1


def test_a_second_business_of_the_same_owner_is_told_why_it_has_none(
    shop: Shop, other_shop: Shop, client_of: object
) -> None:
    give_consent(shop.caller)
    second = make_member(other_shop.business, user=shop.owner.user)
    give_consent(caller_of(second))
    assert CreditLot.objects.filter(business=other_shop.business).count() == 0
    assert trials.standing(caller_of(second), has_agreed=True) == "email_had_one_before"


def test_who_is_no_owner_brings_no_trial_by_confirming(shop: Shop, unconfirmed: User) -> None:
    give_consent(shop.caller)
    cashier = make_user("kofi@example.com", email_verified_at=None)
    make_member(shop.business, Role.CASHIER, user=cashier)
    confirm(cashier)
    assert not CreditLot.objects.exists()
