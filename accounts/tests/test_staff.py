"""Invitations, roles and leaving."""

import datetime as dt
import re
import threading
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from rest_framework.test import APIClient

from accounts import services
from accounts.models import Invitation, Membership, User
from accounts.tests.builders import caller_of, make_member, make_storefront, make_user
from common import clock, errors
from common.tenancy import Role
from conftest import Shop

STAFF, OFFERS, ACCEPT = "/accounts/api/staff/", "/accounts/api/staff/invitations/", "/accounts/api/invitations/accept/"


def invite(client: APIClient, email: str = "kofi@example.com", role: str = "cashier") -> str:
    """The secret that the email tells."""
    answer = client.post(STAFF, {"email": email, "role": role})
    assert (answer.status_code, answer.data["email_sent"]) == (201, True)
    found = re.search(r"secret=([\w-]+)", str(mail.outbox[-1].body))
    assert found
    assert found[1] not in str(answer.data)
    return found[1]


def accept(secret: str, **body: str) -> Any:
    return APIClient().post(ACCEPT, {"secret": secret, "password": "a-long-pass-phrase"} | body)


def test_an_invited_stranger_gets_an_account_and_the_role(owner_client: APIClient, shop: Shop) -> None:
    answer = accept(invite(owner_client, "Kofi@Example.com", "manager"), name="Kofi")
    assert answer.status_code == 201
    assert answer.data["businesses"] == [{"id": str(shop.id), "name": "Makola Stores", "role": "manager"}]
    assert mail.outbox[0].to == ["kofi@example.com"]


def test_a_user_of_another_business_joins_with_the_password_they_have(owner_client: APIClient) -> None:
    make_user("kofi@example.com")
    secret = invite(owner_client)
    assert accept(secret, password="wrong").status_code == 401
    assert accept(secret).status_code == 201
    assert User.objects.filter(email="kofi@example.com").count() == 1


def test_a_secret_works_once(owner_client: APIClient) -> None:
    secret = invite(owner_client)
    assert accept(secret, name="Kofi").status_code == 201
    assert accept(secret, name="Kofi").status_code == 404


def test_an_invitation_lapses_after_a_week(owner_client: APIClient) -> None:
    secret = invite(owner_client)
    Invitation.objects.update(expires_at=clock.now())
    assert accept(secret, name="Kofi").status_code == 404
    assert owner_client.get(OFFERS).data["count"] == 0


def test_inviting_again_replaces_the_first_offer(owner_client: APIClient) -> None:
    first, second = invite(owner_client), invite(owner_client, role="manager")
    assert owner_client.get(OFFERS).data["count"] == 1
    assert accept(first, name="Kofi").status_code == 404
    assert accept(second, name="Kofi").data["businesses"][0]["role"] == "manager"


def test_an_offer_can_be_taken_back(owner_client: APIClient) -> None:
    secret = invite(owner_client)
    offer = owner_client.get(OFFERS).data["results"][0]
    assert owner_client.delete(f"{OFFERS}{offer['id']}/").status_code == 204
    assert accept(secret, name="Kofi").status_code == 404


def test_a_new_account_needs_a_name_and_a_good_password(owner_client: APIClient) -> None:
    secret = invite(owner_client)
    assert list(accept(secret).data["fields"]) == ["name"]
    assert list(accept(secret, name="Kofi", password="123").data["fields"]) == ["password"]
    assert not User.objects.filter(email="kofi@example.com").exists()


def test_a_colleague_is_not_invited_again_but_one_who_left_is(owner_client: APIClient, shop: Shop) -> None:
    kofi = make_member(shop.business, Role.CASHIER, user=make_user("kofi@example.com"))
    assert owner_client.post(STAFF, {"email": "KOFI@example.com", "role": "cashier"}).status_code == 409
    owner_client.delete(f"{STAFF}{kofi.pk}/")
    assert accept(invite(owner_client, role="manager")).status_code == 201
    kofi.refresh_from_db()
    assert (kofi.is_active, kofi.role) == (True, "manager")


def test_when_the_mail_server_is_down_the_owner_is_told(owner_client: APIClient, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    answer = owner_client.post(STAFF, {"email": "kofi@example.com", "role": "cashier"})
    assert (answer.status_code, answer.data["email_sent"]) == (201, False)


@pytest.mark.parametrize("body", [{"email": "x", "role": "cashier"}, {"email": "a@b.com", "role": "king"}])
def test_a_bad_invitation_names_its_field(owner_client: APIClient, body: dict[str, str]) -> None:
    answer = owner_client.post(STAFF, body)
    assert answer.status_code == 400
    assert set(answer.data["fields"]) <= set(body)


def test_an_owner_changes_a_role_and_lets_a_person_go(owner_client: APIClient, shop: Shop) -> None:
    kofi = make_member(shop.business, Role.CASHIER)
    assert owner_client.patch(f"{STAFF}{kofi.pk}/", {"role": "manager"}).data["role"] == "manager"
    assert owner_client.delete(f"{STAFF}{kofi.pk}/").status_code == 204
    assert Membership.objects.get(pk=kofi.pk).is_active is False


@pytest.mark.parametrize("change", [{"role": "manager"}, {"is_active": False}])
def test_the_last_owner_stays_owner(owner_client: APIClient, shop: Shop, change: dict[str, Any]) -> None:
    answer = owner_client.patch(f"{STAFF}{shop.owner.pk}/", change)
    assert (answer.status_code, answer.data["error"]) == (409, "conflict")
    assert owner_client.delete(f"{STAFF}{shop.owner.pk}/").status_code == 409


def test_with_a_second_owner_the_first_may_go(owner_client: APIClient, shop: Shop) -> None:
    make_member(shop.business, Role.OWNER)
    assert owner_client.delete(f"{STAFF}{shop.owner.pk}/").status_code == 204


def test_an_owner_who_cannot_log_in_does_not_count(owner_client: APIClient, shop: Shop) -> None:
    Membership.objects.create(business=shop.business, name="From the old books", role=Role.OWNER)
    assert owner_client.delete(f"{STAFF}{shop.owner.pk}/").status_code == 409


@pytest.mark.parametrize(("role", "may_read"), [(Role.MANAGER, 200), (Role.CASHIER, 403)])
def test_managers_see_staff_and_only_owners_change_it(shop: Shop, client_of: Any, role: Role, may_read: int) -> None:
    client = client_of(make_member(shop.business, role))
    address = f"{STAFF}{shop.owner.pk}/"
    assert client.get(STAFF).status_code == may_read
    writes = [client.post(STAFF, {}), client.patch(address, {}), client.delete(address), client.get(OFFERS)]
    assert [answer.status_code for answer in writes] == [403] * 4


def test_nobody_of_another_business_can_be_seen_or_changed(owner_client: APIClient, other_shop: Shop) -> None:
    address = f"{STAFF}{other_shop.owner.pk}/"
    asked = [owner_client.get(address), owner_client.patch(address, {"role": "cashier"}), owner_client.delete(address)]
    assert [answer.status_code for answer in asked] == [404] * 3


def test_a_person_cannot_be_put_into_a_storefront_of_another_business(
    owner_client: APIClient, shop: Shop, other_shop: Shop
) -> None:
    answer = owner_client.patch(f"{STAFF}{shop.owner.pk}/", {"storefront_id": str(other_shop.storefront.pk)})
    assert (answer.status_code, list(answer.data["fields"])) == (400, ["storefront_id"])
    market = make_storefront(shop.business, "Market")
    assert owner_client.patch(f"{STAFF}{shop.owner.pk}/", {"storefront_id": str(market.pk)}).status_code == 200


@pytest.mark.parametrize("more", [1, 20])
def test_the_list_of_staff_takes_four_queries(
    owner_client: APIClient, shop: Shop, more: int, django_assert_num_queries: Any
) -> None:
    for _ in range(more):
        make_member(shop.business, Role.CASHIER)
    with django_assert_num_queries(4):
        assert owner_client.get(f"{STAFF}?role=cashier&ordering=-name").data["count"] == more


@pytest.mark.parametrize("more", [1, 20])
def test_the_list_of_offers_takes_four_queries(
    owner_client: APIClient, shop: Shop, more: int, django_assert_num_queries: Any
) -> None:
    for n in range(more):
        services.invite_member(shop.caller, email=f"p{n}@example.com", role=Role.CASHIER)
    with django_assert_num_queries(4):
        assert owner_client.get(OFFERS).data["count"] == more


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_owners_who_remove_each_other_at_once_leave_one(shop: Shop) -> None:
    second = make_member(shop.business, Role.OWNER)
    gate = threading.Barrier(2)

    def remove(by: Membership, whom: Membership) -> None:
        gate.wait()
        try:
            services.change_member(caller_of(by), whom.pk, changes={"is_active": False})
        except errors.Conflict:
            gone.append("refused")
        finally:
            connection.close()

    gone: list[str] = []
    pairs = [(shop.owner, second), (second, shop.owner)]
    threads = [threading.Thread(target=remove, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gone == ["refused"]
    assert Membership.objects.of(shop.id).filter(is_active=True).count() == 1


def test_an_invitation_is_open_for_seven_days(shop: Shop) -> None:
    offer = services.invite_member(shop.caller, email="kofi@example.com", role=Role.CASHIER)
    assert dt.timedelta(days=6, hours=23) < offer.invitation.expires_at - clock.now() <= dt.timedelta(days=7)


LOOK = "/accounts/api/invitations/look/"


@pytest.mark.parametrize("change", [{"role": "manager"}, {"is_active": False}])
def test_an_offer_ends_with_the_rights_of_who_made_it(
    owner_client: APIClient, shop: Shop, client_of: Any, change: dict[str, Any]
) -> None:
    second = make_member(shop.business, Role.OWNER)
    secret = invite(client_of(second), role="owner")
    owner_client.patch(f"{STAFF}{second.pk}/", change)
    assert accept(secret, name="Kofi").status_code == 404
    assert owner_client.get(OFFERS).data["count"] == 0
    owner_client.patch(f"{STAFF}{second.pk}/", {"role": "owner", "is_active": True})
    assert accept(secret, name="Kofi").status_code == 404


def test_an_offer_of_an_account_that_was_switched_off_is_closed(owner_client: APIClient, shop: Shop) -> None:
    secret = invite(owner_client)
    User.objects.filter(memberships=shop.owner).update(is_active=False)
    assert accept(secret, name="Kofi").status_code == 404


def test_twenty_offers_are_open_at_once_and_no_more(owner_client: APIClient, shop: Shop) -> None:
    for n in range(20):
        services.invite_member(shop.caller, email=f"p{n}@example.com", role=Role.CASHIER)
    refused = owner_client.post(STAFF, {"email": "late@example.com", "role": "cashier"})
    assert (refused.status_code, refused.data["error"]) == (409, "conflict")
    assert owner_client.post(STAFF, {"email": "p1@example.com", "role": "manager"}).status_code == 201


def test_whose_invitation_it_is_is_told_by_the_page_and_not_by_the_email(owner_client: APIClient, shop: Shop) -> None:
    secret = invite(owner_client)
    told = APIClient().post(LOOK, {"secret": secret}).data
    assert (told["business"], told["has_account"], told["role"]) == ("Makola Stores", False, "cashier")
    assert "Makola" not in mail.outbox[0].subject + str(mail.outbox[0].body)
    assert APIClient().post(LOOK, {"secret": "x"}).status_code == 404


def test_who_accepts_has_proved_the_email(owner_client: APIClient) -> None:
    assert accept(invite(owner_client), name="Kofi").data["user"]["email_verified"] is True
