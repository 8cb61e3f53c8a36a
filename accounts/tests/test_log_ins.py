"""Where a user is logged in, and how often somebody may try."""

from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import LogIn
from accounts.tests.builders import make_user
from accounts.tests.letters import log_in
from conftest import Shop

MINE = "/accounts/api/me/sessions/"


@pytest.fixture
def email(shop: Shop) -> str:
    assert shop.owner.user
    return shop.owner.user.email


def client_with(token: str) -> APIClient:
    return APIClient(HTTP_AUTHORIZATION=f"Token {token}")


def test_each_device_is_listed_and_can_be_logged_out_alone(email: str) -> None:
    phone, laptop = (
        APIClient(HTTP_USER_AGENT=name).post("/accounts/api/login/", {"email": email, "password": "a-long-pass-phrase"})
        for name in ("Phone\x07 1", "Laptop")
    )
    listed = client_with(laptop.data["token"]).get(MINE).data["results"]
    assert [(one["device"], one["address"], one["current"]) for one in listed] == [
        ("Laptop", "127.0.0.1", True),
        ("Phone 1", "127.0.0.1", False),
    ]
    assert client_with(laptop.data["token"]).delete(f"{MINE}{listed[1]['id']}/").status_code == 204
    assert client_with(phone.data["token"]).get("/accounts/api/me/").status_code == 401
    assert client_with(laptop.data["token"]).get("/accounts/api/me/").status_code == 200


def test_a_log_in_that_is_used_goes_on_and_one_that_is_not_ends(email: str) -> None:
    with time_machine.travel("2026-03-01T09:00:00Z", tick=False) as time:
        used, idle = (client_with(log_in(email).data["token"]) for _ in range(2))
        for day in ("2026-03-25", "2026-04-20"):
            time.move_to(f"{day}T09:00:00Z")
            seen = used.get("/accounts/api/me/").status_code, idle.get("/healthz").status_code
        assert seen == (200, 200)
        assert idle.get("/accounts/api/me/").status_code == 401
        (mine,) = used.get(MINE).data["results"]
        assert (mine["last_used_at"][:10], mine["expires_at"][:10]) == ("2026-04-20", "2026-05-20")


def test_no_log_in_goes_on_for_ever(email: str, settings: Any) -> None:
    settings.TOKEN_LONGEST_DAYS = 40
    with time_machine.travel("2026-03-01T09:00:00Z", tick=False) as time:
        client = client_with(log_in(email).data["token"])
        for day, status in (("2026-03-25", 200), ("2026-04-09", 200), ("2026-04-11", 401)):
            time.move_to(f"{day}T09:00:00Z")
            assert client.get("/accounts/api/me/").status_code == status


def test_the_end_of_a_log_in_is_written_once_a_day(email: str) -> None:
    with time_machine.travel("2026-03-01T09:00:00Z", tick=False) as time:
        client = client_with(log_in(email).data["token"])
        time.move_to("2026-03-02T10:00:00Z")
        client.get("/accounts/api/me/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/accounts/api/me/")
        assert [each["sql"] for each in asked if each["sql"].startswith("UPDATE")] == []


def test_a_device_of_somebody_else_is_not_there(email: str, other_shop: Shop) -> None:
    token = log_in(email).data["token"]
    log_in(other_shop.owner.user.email)  # type: ignore[union-attr]
    theirs = LogIn.objects.get(token__user=other_shop.owner.user)
    assert client_with(token).delete(f"{MINE}{theirs.pk}/").status_code == 404
    assert client_with(token).get(MINE).data["count"] == 1
    assert LogIn.objects.filter(pk=theirs.pk).exists()


def test_no_token_can_be_made_from_the_list(email: str) -> None:
    token = log_in(email).data["token"]
    assert token[:15] not in str(client_with(token).get(MINE).data)


def test_who_guesses_from_elsewhere_does_not_lock_the_owner_out(email: str) -> None:
    codes = [log_in(email, "wrong", address="203.0.113.9").status_code for _ in range(40)]
    assert codes == [401] * 10 + [429] * 30
    assert log_in(email, address="10.0.0.1").status_code == 200


def test_guessing_from_many_addresses_ends_and_spares_those_the_owner_uses(email: str) -> None:
    assert log_in(email, address="10.0.0.1").status_code == 200
    codes = [log_in(email, "wrong", address=f"203.0.113.{n}").status_code for n in range(12)]
    assert codes == [401] * 9 + [429] * 3  # the owner's first log-in came from a stranger too
    assert log_in(email, address="10.0.0.1").status_code == 200


def test_one_account_is_tried_from_one_address_thirty_times_an_hour(email: str, settings: Any) -> None:
    settings.ACCOUNT_RATES = settings.ACCOUNT_RATES | {"login": "1000/min"}
    codes = [log_in(email, "wrong").status_code for _ in range(31)]
    assert codes == [401] * 30 + [429]


@pytest.mark.redis
@pytest.mark.django_db(transaction=True)
def test_tries_sent_at_once_are_all_counted(shop: Shop) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections

    def one(_: int) -> int:
        status: int = log_in(shop.owner.user.email, "wrong").status_code  # type: ignore[union-attr]
        connections.close_all()
        return status

    with ThreadPoolExecutor(16) as pool:
        codes = list(pool.map(one, range(48)))
    assert codes.count(401) == 10


def test_who_has_one_address_of_ipv6_has_all_and_they_count_as_one(email: str) -> None:
    codes = [log_in(email, "wrong", address=f"2001:db8:1:2::{n:x}").status_code for n in range(1, 13)]
    assert codes == [401] * 10 + [429] * 2
    assert log_in(email, address="2001:db8:1:3::1").status_code == 200


def test_registrations_from_one_address_end(db: None) -> None:
    def register(n: int) -> int:
        body = {"email": f"p{n}@example.com", "password": "goat ladder kite", "name": "P", "business_name": "B"}
        return int(APIClient().post("/accounts/api/register/", body).status_code)

    assert [register(n) for n in range(21)] == [201] * 20 + [429]


def test_guessing_at_the_password_with_a_found_token_ends(owner_client: APIClient) -> None:
    body = {"current_password": "guess", "new_password": "goat ladder Tamale kite"}
    codes = [
        owner_client.post("/accounts/api/me/password/", body, REMOTE_ADDR=f"10.0.0.{n}").status_code for n in range(11)
    ]
    assert codes == [400] * 10 + [429]


def test_one_person_is_not_flooded_with_invitations_by_many_businesses(
    shop: Shop, other_shop: Shop, client_of: Any
) -> None:
    clients = [client_of(shop.owner), client_of(other_shop.owner)] * 3
    body = {"email": "kofi@example.com", "role": "cashier"}
    assert [c.post("/accounts/api/staff/", body).status_code for c in clients] == [201] * 5 + [429]


def test_one_owner_sends_twenty_invitations_an_hour(owner_client: APIClient, settings: Any) -> None:
    answers = [
        owner_client.post("/accounts/api/staff/", {"email": f"p{n}@example.com", "role": "cashier"}) for n in range(21)
    ]
    assert [answer.status_code for answer in answers] == [201] * 20 + [429]


def test_reading_the_staff_is_not_an_invitation(owner_client: APIClient) -> None:
    make_user()
    assert {owner_client.get("/accounts/api/staff/").status_code for _ in range(25)} == {200}
