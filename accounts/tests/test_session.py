"""Opening a business, logging in and out, and a user's own data."""

import datetime as dt
from typing import Any

import pytest
from knox.models import AuthToken
from rest_framework.test import APIClient

from accounts import services
from accounts.models import Business, Membership, Storefront, Subscription, User
from accounts.tests.builders import make_business, make_member, make_user
from common import clock
from common.tenancy import Role
from conftest import Shop

NEW = {
    "email": "Esi@Example.com",
    "password": "a-long-pass-phrase",
    "name": "Esi Mensah",
    "business_name": "Esi Ventures",
    "phone": "024 412 3456",
}
PASSWORD = "a-long-pass-phrase"


@pytest.fixture
def anyone(db: None) -> APIClient:
    return APIClient()


def logged_in(token: str) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    return client


def test_registering_opens_a_business_with_owner_storefront_and_trial(anyone: APIClient) -> None:
    answer = anyone.post("/accounts/api/register/", NEW)
    assert answer.status_code == 201
    business = Business.objects.get(pk=answer.data["businesses"][0]["id"])
    assert answer.data["businesses"] == [{"id": str(business.pk), "name": "Esi Ventures", "role": "owner"}]
    assert answer.data["user"]["email"] == "esi@example.com"
    assert answer.data["user"]["phone"] == "+233244123456"
    assert Storefront.objects.of(business.pk).count() == 1
    assert Subscription.objects.get(pk=business.pk).status == "trial"
    assert logged_in(answer.data["token"]).get("/accounts/api/business/").data["name"] == "Esi Ventures"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "no-at-sign"),
        ("password", "short"),
        ("password", "password123"),
        ("password", "x" * 129),
        ("name", ""),
        ("business_name", "b" * 151),
        ("phone", "12"),
        ("email", "nul\x00@example.com"),
        ("email", "a@" + ".".join(["İ" * 40] * 5) + ".com"),  # longer in small letters
    ],
)
def test_registering_with_a_bad_field_names_it_and_leaves_nothing(anyone: APIClient, field: str, value: str) -> None:
    answer = anyone.post("/accounts/api/register/", NEW | {field: value})
    assert answer.status_code == 400
    assert list(answer.data["fields"]) == [field]
    assert not User.objects.exists()
    assert not Business.objects.exists()


def test_an_email_that_is_taken_in_any_case_opens_no_second_business(anyone: APIClient) -> None:
    make_user("esi@example.com")
    answer = anyone.post("/accounts/api/register/", NEW)
    assert answer.status_code == 400
    assert "email" in answer.data["fields"]
    assert not Business.objects.exists()


def test_each_device_gets_a_token_of_its_own_and_only_its_hash_is_kept(anyone: APIClient, shop: Shop) -> None:
    body = {"email": shop.owner.user.email.upper(), "password": PASSWORD}  # type: ignore[union-attr]
    first, second = (anyone.post("/accounts/api/login/", body).data for _ in range(2))
    assert first["token"] != second["token"]
    assert first["businesses"] == [{"id": str(shop.id), "name": "Makola Stores", "role": "owner"}]
    assert not AuthToken.objects.filter(digest__in=[first["token"], second["token"]]).exists()
    assert logged_in(first["token"]).post("/accounts/api/logout/").status_code == 204
    assert logged_in(first["token"]).get("/accounts/api/me/").status_code == 401
    assert logged_in(second["token"]).get("/accounts/api/me/").status_code == 200


def test_a_wrong_password_and_an_unknown_email_are_told_apart_by_nothing(anyone: APIClient, shop: Shop) -> None:
    known = {"email": shop.owner.user.email, "password": "wrong"}  # type: ignore[union-attr]
    answers = [anyone.post("/accounts/api/login/", body) for body in (known, {"email": "a@b.com", "password": "wrong"})]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].data == answers[1].data
    assert answers[0].data["error"] == "wrong_credentials"


def test_a_user_who_was_switched_off_can_neither_log_in_nor_go_on(
    anyone: APIClient, shop: Shop, owner_client: APIClient
) -> None:
    User.objects.filter(memberships=shop.owner).update(is_active=False)
    body = {"email": shop.owner.user.email, "password": PASSWORD}  # type: ignore[union-attr]
    assert anyone.post("/accounts/api/login/", body).status_code == 401
    assert owner_client.get("/accounts/api/me/").status_code == 401


def test_guessing_at_one_account_is_stopped_from_however_many_addresses(anyone: APIClient, shop: Shop) -> None:
    body = {"email": shop.owner.user.email, "password": "wrong"}  # type: ignore[union-attr]
    codes = [anyone.post("/accounts/api/login/", body, REMOTE_ADDR=f"10.0.0.{n}").status_code for n in range(11)]
    assert codes == [401] * 10 + [429]


def test_guessing_from_one_address_is_stopped_for_however_many_accounts(anyone: APIClient) -> None:
    bodies = [{"email": f"p{n}@example.com", "password": "wrong"} for n in range(11)]
    answers = [anyone.post("/accounts/api/login/", body) for body in bodies]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429]
    assert answers[-1].data["error"] == "rate_limited"
    assert int(answers[-1].headers["Retry-After"]) >= 1


def test_a_forged_forwarding_header_does_not_make_another_address(anyone: APIClient) -> None:
    codes = [
        anyone.post(
            "/accounts/api/login/",
            {"email": f"p{n}@example.com", "password": "wrong"},
            HTTP_X_FORWARDED_FOR=f"203.0.113.{n}",
        ).status_code
        for n in range(11)
    ]
    assert codes == [401] * 10 + [429]


@pytest.mark.parametrize("header", ["Token", "Token a b", "Token nonsense", "Token \xff\xfe", "Bearer x", ""])
def test_what_is_no_token_is_refused(anyone: APIClient, header: str) -> None:
    answer = anyone.get("/accounts/api/me/", HTTP_AUTHORIZATION=header)
    assert answer.status_code == 401
    assert answer.data["error"] == "not_authenticated"


def test_an_expired_token_is_refused_and_swept_away(owner_client: APIClient) -> None:
    AuthToken.objects.update(expiry=clock.now() - dt.timedelta(seconds=1))
    assert owner_client.get("/accounts/api/me/").status_code == 401
    assert services.forget_expired() == 1


def test_logging_out_everywhere_ends_every_device(anyone: APIClient, shop: Shop, owner_client: APIClient) -> None:
    body = {"email": shop.owner.user.email, "password": PASSWORD}  # type: ignore[union-attr]
    other_device = logged_in(anyone.post("/accounts/api/login/", body).data["token"])
    assert owner_client.post("/accounts/api/logout-all/").status_code == 204
    assert other_device.get("/accounts/api/me/").status_code == 401


def test_me_tells_and_changes_name_and_phone_but_never_the_email(owner_client: APIClient, shop: Shop) -> None:
    answer = owner_client.patch("/accounts/api/me/", {"name": "Ama B", "phone": "0201234567", "email": "x@y.com"})
    assert answer.data["user"]["name"] == "Ama B"
    assert answer.data["user"]["phone"] == "+233201234567"
    assert answer.data["user"]["email"] == shop.owner.user.email  # type: ignore[union-attr]


def test_a_new_password_ends_every_other_log_in(owner_client: APIClient) -> None:
    body = {"current_password": PASSWORD, "new_password": "another-long-phrase"}
    answer = owner_client.post("/accounts/api/me/password/", body)
    assert owner_client.get("/accounts/api/me/").status_code == 401
    assert logged_in(answer.data["token"]).get("/accounts/api/me/").status_code == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"current_password": "wrong", "new_password": "another-long-phrase"}, "current_password"),
        ({"current_password": PASSWORD, "new_password": "123"}, "new_password"),
    ],
)
def test_a_password_change_that_cannot_be_names_the_field(owner_client: APIClient, body: Any, field: str) -> None:
    answer = owner_client.post("/accounts/api/me/password/", body)
    assert (answer.status_code, list(answer.data["fields"])) == (400, [field])


def test_a_user_of_two_businesses_must_name_one(shop: Shop, other_shop: Shop) -> None:
    make_member(other_shop.business, Role.CASHIER, user=shop.owner.user)
    _, token = AuthToken.objects.create(user=shop.owner.user)
    client = logged_in(token)
    refused = client.get("/accounts/api/business/")
    assert (refused.status_code, refused.data["error"]) == (400, "business_required")
    assert {b["id"] for b in refused.data["businesses"]} == {str(shop.id), str(other_shop.id)}
    named = client.get("/accounts/api/business/", HTTP_X_BUSINESS_ID=str(other_shop.id))
    assert named.data["name"] == "Kejetia Traders"


@pytest.mark.parametrize("header", ["not-a-uuid", "00000000-0000-0000-0000-000000000000"])
def test_a_business_that_is_not_theirs_is_refused(shop: Shop, header: str) -> None:
    _, token = AuthToken.objects.create(user=shop.owner.user)
    answer = logged_in(token).get("/accounts/api/business/", HTTP_X_BUSINESS_ID=header)
    assert (answer.status_code, answer.data["error"]) == (403, "permission_denied")


def test_a_person_who_was_let_go_is_out_at_once(owner_client: APIClient, shop: Shop) -> None:
    Membership.objects.of(shop.id).update(is_active=False)
    assert owner_client.get("/accounts/api/business/").status_code == 403


def test_me_takes_two_queries_however_many_businesses(
    owner_client: APIClient, shop: Shop, django_assert_num_queries: Any
) -> None:
    for _ in range(5):
        make_member(make_business(), user=shop.owner.user)
    with django_assert_num_queries(2):
        assert len(owner_client.get("/accounts/api/me/").data["businesses"]) == 6
