"""The second step of a log-in: codes of an app, recovery codes, and how it is switched on and off."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEntry, User
from accounts.tests.letters import PASSWORD, code_of, link_to, log_in, switch_on
from conftest import Shop

MINE = "/accounts/api/me/two-factor/"


@pytest.fixture
def email(shop: Shop) -> str:
    assert shop.owner.user
    return shop.owner.user.email


@pytest.fixture
def protected(owner_client: APIClient, email: str) -> tuple[str, list[str]]:
    """The secret and the recovery codes of the owner's second factor."""
    return switch_on(owner_client)


def test_with_a_second_factor_a_password_alone_opens_nothing(protected: Any, email: str) -> None:
    answer = log_in(email)
    assert (answer.status_code, answer.data["error"]) == (401, "second_factor_required")
    assert "token" not in answer.data


def test_the_next_code_of_the_app_opens_and_opens_once(protected: tuple[str, list[str]], email: str) -> None:
    code = code_of(protected[0], ahead=1)
    assert [log_in(email, code=code).status_code, log_in(email, code=code).status_code] == [200, 401]


def test_each_recovery_code_opens_once(owner_client: APIClient, protected: tuple[str, list[str]], email: str) -> None:
    assert len(set(protected[1])) == 10
    codes = [log_in(email, code=protected[1][0].upper()).status_code for _ in range(2)]
    assert codes == [200, 401]
    assert owner_client.get(MINE).data == {"enabled": True, "recovery_codes_left": 9}


@pytest.mark.parametrize("code", ["000000", "12", "x" * 32, "aaaa-bbbb-cccc-dddd", "٣٣٣٣٣٣"])
def test_a_wrong_code_opens_nothing(protected: Any, email: str, code: str) -> None:
    assert log_in(email, code=code).data["error"] == "wrong_credentials"


def test_a_wrong_password_does_not_tell_that_there_is_a_second_factor(protected: Any, email: str) -> None:
    assert log_in(email, "wrong").data == log_in("nobody@example.com", "wrong").data


def test_codes_are_guessed_slower_and_slower(protected: tuple[str, list[str]], email: str) -> None:
    for code in ("000001", "000002", "000003"):
        log_in(email, code=code)
    assert log_in(email, code=code_of(protected[0], ahead=1)).status_code == 401


def test_a_forgotten_password_does_not_go_round_the_second_factor(protected: Any, email: str) -> None:
    client = APIClient()
    client.post("/accounts/api/password/forgot/", {"email": email})
    new = {"token": link_to(email), "new_password": "goat ladder Tamale kite"}
    assert client.post("/accounts/api/password/reset/", new).content == b""
    assert log_in(email, "goat ladder Tamale kite").data["error"] == "second_factor_required"


def test_an_invitation_does_not_go_round_it_either(
    protected: Any, email: str, other_shop: Shop, client_of: Any
) -> None:
    from accounts.tests.test_staff import accept, invite

    secret = invite(client_of(other_shop.owner), email)
    assert accept(secret).data["error"] == "second_factor_required"
    assert accept(secret, code=protected[1][0]).status_code == 201


@pytest.mark.parametrize("method", ["post", "delete"])
def test_an_open_till_alone_neither_begins_nor_ends_it(owner_client: APIClient, method: str) -> None:
    answer = getattr(owner_client, method)(MINE, {"current_password": "guess", "code": "123456"})
    assert (answer.status_code, list(answer.data["fields"])) == (400, ["current_password"])


def test_a_secret_counts_only_after_its_first_code(owner_client: APIClient, email: str) -> None:
    begun = owner_client.post(MINE, {"current_password": PASSWORD}).data
    assert begun["url"].startswith("otpauth://totp/")
    refused = owner_client.post(f"{MINE}confirm/", {"code": "000000"})
    assert (refused.status_code, list(refused.data["fields"])) == (400, ["code"])
    assert log_in(email).status_code == 200


def test_it_is_switched_off_with_password_and_code_and_the_owner_can_read_so(
    owner_client: APIClient, protected: tuple[str, list[str]], email: str, shop: Shop
) -> None:
    both = {"current_password": PASSWORD, "code": protected[1][1]}
    assert owner_client.delete(MINE, both | {"code": "000000"}).status_code == 400
    assert owner_client.delete(MINE, both).status_code == 204
    assert log_in(email).status_code == 200
    written = AuditEntry.objects.of(shop.id).order_by("created_at").values_list("action", flat=True)
    assert list(written) == ["second_factor_on", "second_factor_off"]


def test_new_recovery_codes_end_the_old(owner_client: APIClient, protected: tuple[str, list[str]], email: str) -> None:
    both = {"current_password": PASSWORD, "code": protected[1][1]}
    fresh = owner_client.post(f"{MINE}recovery-codes/", both).data["recovery_codes"]
    assert set(fresh).isdisjoint(protected[1])
    assert log_in(email, code=protected[1][2]).status_code == 401


def test_two_apps_are_not_enrolled_at_once(owner_client: APIClient, protected: Any) -> None:
    assert owner_client.post(MINE, {"current_password": PASSWORD}).status_code == 409
    assert owner_client.post(f"{MINE}confirm/", {"code": "123456"}).status_code == 404


def test_nobody_in_the_admin_sees_a_secret(protected: tuple[str, list[str]]) -> None:
    from django.contrib import admin

    names = {model._meta.model_name for model in admin.site._registry}
    assert names.isdisjoint({"totpdevice", "staticdevice", "statictoken"})
    assert User.objects.count() == 1
