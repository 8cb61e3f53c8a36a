"""Forgotten passwords, confirmed emails and new ones: what a link does, and when it does nothing."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core import mail
from rest_framework.test import APIClient

from accounts.models import User
from accounts.tests.builders import make_user
from accounts.tests.letters import PASSWORD, link_to, log_in
from conftest import Shop

FORGOT, RESET, VERIFY = "/accounts/api/password/forgot/", "/accounts/api/password/reset/", "/accounts/api/email/verify/"
MINE = "/accounts/api/me/email/"
NEW = "goat ladder Tamale kite"


@pytest.fixture
def ama(db: None) -> User:
    return make_user("ama@example.com")


def forgot(email: str) -> Any:
    return APIClient().post(FORGOT, {"email": email})


def reset(token: str, password: str = NEW) -> Any:
    return APIClient().post(RESET, {"token": token, "new_password": password})


def verify(token: str) -> Any:
    return APIClient().post(VERIFY, {"token": token})


def test_a_forgotten_password_is_chosen_anew_by_the_link_and_every_device_is_logged_out(ama: User) -> None:
    token = log_in("ama@example.com").data["token"]
    assert forgot("AMA@example.com").status_code == 202
    assert reset(link_to("ama@example.com")).status_code == 204
    assert APIClient(HTTP_AUTHORIZATION=f"Token {token}").get("/accounts/api/me/").status_code == 401
    assert [log_in("ama@example.com").status_code, log_in("ama@example.com", NEW).status_code] == [401, 200]


def test_what_is_answered_tells_nobody_who_has_an_account(ama: User) -> None:
    answers = [forgot(email) for email in ("ama@example.com", "nobody@example.com")]
    assert [(answer.status_code, answer.content) for answer in answers] == [(202, b"")] * 2
    assert [letter.to for letter in mail.outbox] == [["ama@example.com"]]


def test_a_link_works_once_and_every_other_one_ends_with_it(ama: User) -> None:
    forgot("ama@example.com")
    first = link_to("ama@example.com")
    forgot("ama@example.com")
    assert reset(link_to("ama@example.com")).status_code == 204
    assert [reset(first).status_code, reset(link_to("ama@example.com")).status_code] == [404, 404]


def test_a_link_ends_after_an_hour(ama: User) -> None:
    forgot("ama@example.com")
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=61)):
        assert reset(link_to("ama@example.com")).status_code == 404


@pytest.mark.parametrize("token", ["x", "", "a:b:c", "Ij8iOjE:1:2", "\x00", "x" * 501])
def test_a_forged_link_is_refused_and_changes_nothing(ama: User, token: str) -> None:
    assert reset(token).status_code in (400, 404)
    assert log_in("ama@example.com").status_code == 200


def test_a_link_of_one_kind_is_worth_nothing_as_another(ama: User) -> None:
    forgot("ama@example.com")
    assert verify(link_to("ama@example.com")).status_code == 404


def test_a_weak_new_password_is_refused_and_the_link_stays_good(ama: User) -> None:
    forgot("ama@example.com")
    token = link_to("ama@example.com")
    refused = reset(token, "Password1!")
    assert (refused.status_code, list(refused.data["fields"])) == (400, ["new_password"])
    assert reset(token).status_code == 204


def test_who_was_switched_off_gets_no_link(ama: User) -> None:
    User.objects.update(is_active=False)
    forgot("ama@example.com")
    assert mail.outbox == []


def test_one_mailbox_is_not_flooded_whoever_asks(ama: User) -> None:
    for n in range(6):
        answer = APIClient().post(FORGOT, {"email": "ama@example.com"}, REMOTE_ADDR=f"10.0.0.{n}")
        assert answer.status_code == 202
    assert len(mail.outbox) == 3


def test_one_address_asks_for_few_links(db: None) -> None:
    codes = [forgot(f"p{n}@example.com").status_code for n in range(11)]
    assert codes == [202] * 10 + [429]


def test_registering_sends_a_link_that_confirms_the_email(db: None) -> None:
    body = {"email": "esi@example.com", "password": NEW, "name": "Esi", "business_name": "Buy gold at evil.example"}
    answer = APIClient().post("/accounts/api/register/", body)
    assert answer.data["user"]["email_verified"] is False
    assert verify(link_to("esi@example.com")).data == {
        "email": "esi@example.com",
        "verified": True,
        "pending_email": "",
    }
    assert "evil" not in mail.outbox[0].subject + str(mail.outbox[0].body)
    assert verify(link_to("esi@example.com")).status_code == 404


def test_a_new_email_counts_once_its_link_was_followed_and_the_old_one_is_told(
    owner_client: APIClient, shop: Shop
) -> None:
    former = shop.owner.user.email  # type: ignore[union-attr]
    asked = owner_client.post(MINE, {"email": "New@Example.com", "current_password": PASSWORD})
    assert (asked.status_code, asked.data["email"], asked.data["pending_email"]) == (202, former, "new@example.com")
    assert log_in("new@example.com").status_code == 401
    assert verify(link_to("new@example.com")).data["email"] == "new@example.com"
    assert [log_in(former).status_code, log_in("new@example.com").status_code] == [401, 200]
    assert (mail.outbox[-1].to, "new@" in str(mail.outbox[-1].body)) == ([former], False)


def test_an_open_till_alone_cannot_take_the_account_to_another_email(owner_client: APIClient) -> None:
    refused = owner_client.post(MINE, {"email": "thief@example.com", "current_password": "guess"})
    assert (refused.status_code, list(refused.data["fields"])) == (400, ["current_password"])
    assert mail.outbox == []


def test_an_email_of_somebody_else_cannot_be_taken_at_first_nor_at_last(owner_client: APIClient) -> None:
    owner_client.post(MINE, {"email": "late@example.com", "current_password": PASSWORD})
    make_user("late@example.com")
    assert list(verify(link_to("late@example.com")).data["fields"]) == ["email"]
    again = owner_client.post(MINE, {"email": "LATE@example.com", "current_password": PASSWORD})
    assert (again.status_code, list(again.data["fields"])) == (400, ["email"])


def test_a_new_password_ends_the_change_of_email_that_a_thief_began(owner_client: APIClient, shop: Shop) -> None:
    email = shop.owner.user.email  # type: ignore[union-attr]
    owner_client.post(MINE, {"email": "thief@example.com", "current_password": PASSWORD})
    forgot(email)
    assert reset(link_to(email)).status_code == 204
    assert verify(link_to("thief@example.com")).status_code == 404


def test_no_letter_to_a_user_repeats_what_anybody_typed(owner_client: APIClient, shop: Shop) -> None:
    User.objects.update(name="Click https://evil.example")
    shop.business.name = "Win at https://evil.example"
    shop.business.save()
    email = shop.owner.user.email  # type: ignore[union-attr]
    owner_client.post(MINE, {"email": "new@example.com", "current_password": PASSWORD})
    owner_client.post("/accounts/api/staff/", {"email": "kofi@example.com", "role": "cashier"})
    forgot(email)
    reset(link_to(email))
    assert len(mail.outbox) == 4
    assert [letter for letter in mail.outbox if "evil" in letter.subject + str(letter.body)] == []
