"""The door of the admin: limited, and with a second factor."""

from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import User
from accounts.tests.letters import PASSWORD, code_of, log_in, switch_on

EMAIL = "staff@example.com"


@pytest.fixture
def staff(db: None) -> User:
    return User.objects.create_superuser(EMAIL, PASSWORD, name="Staff")


def enter(password: str = PASSWORD, code: str = "", address: str = "127.0.0.1", email: str = EMAIL) -> bool:
    """Whether these let somebody into the admin."""
    client = Client(REMOTE_ADDR=address)
    client.post("/admin/login/", {"username": email, "password": password, "code": code})
    return client.get("/admin/").status_code == 200


def protect(staff: User) -> tuple[str, list[str]]:
    token = log_in(EMAIL).data["token"]
    return switch_on(APIClient(HTTP_AUTHORIZATION=f"Token {token}"))


def test_staff_without_a_second_factor_enter_by_password(staff: User) -> None:
    assert [enter(), enter("wrong")] == [True, False]


def test_guessing_at_the_admin_is_stopped_and_does_not_shut_staff_out_elsewhere(staff: User) -> None:
    assert not any(enter("wrong", address="203.0.113.7") for _ in range(10))
    assert not enter(address="203.0.113.7")
    assert enter(address="10.0.0.1")


def test_the_admin_and_the_api_count_together(staff: User) -> None:
    for _ in range(10):
        log_in(EMAIL, "wrong")
    assert not enter()


def test_an_account_written_in_other_letters_is_the_same_account(staff: User, settings: Any) -> None:
    settings.ACCOUNT_RATES = settings.ACCOUNT_RATES | {"login": "1000/min"}
    wide = EMAIL.translate({ord("s"): "ｓ", ord("t"): "ｔ"})
    for n in range(30):
        enter("wrong", email=wide if n % 2 else EMAIL)
    assert not enter()


def test_staff_with_a_second_factor_enter_with_its_code_alone(staff: User) -> None:
    _, recovery = protect(staff)
    assert [enter(), enter(code="000000")] == [False, False]
    assert enter(code=recovery[0])
    assert not enter("wrong", code=recovery[1])
    assert [enter(code=recovery[1]), enter(code=recovery[1])] == [True, False]


def test_where_it_is_demanded_nobody_enters_without(staff: User, settings: Any) -> None:
    settings.ADMIN_SECOND_FACTOR = True
    assert not enter()
    _, recovery = protect(staff)
    assert enter(code=recovery[0])


def test_at_the_server_a_second_factor_is_set_up_before_the_first_log_in(
    staff: User, settings: Any, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ADMIN_SECOND_FACTOR = True

    def shown(prompt: str) -> str:
        secret: str = capsys.readouterr().out.split("app: ")[1].split()[0]
        return code_of(secret)

    monkeypatch.setattr("builtins.input", shown)
    call_command("enrol_second_factor", EMAIL)
    recovery = capsys.readouterr().out.split()[-1]
    assert enter(code=recovery)


@pytest.mark.parametrize(("is_superuser", "left"), [(True, False), (False, True)])
def test_a_superuser_alone_removes_a_lost_second_factor(staff: User, is_superuser: bool, left: bool) -> None:
    from django.contrib.auth.models import Permission

    from accounts.services import second_factor
    from accounts.tests.builders import make_user

    protect(staff)
    helper = make_user("helper@example.com", is_staff=True, is_superuser=is_superuser)
    helper.user_permissions.set(Permission.objects.filter(content_type__model="user"))
    client = Client()
    client.force_login(helper)
    client.post("/admin/accounts/user/", {"action": "remove_second_factor", "_selected_action": [str(staff.pk)]})
    assert second_factor.standing(staff).enabled is left
    told = [letter.subject for letter in mail.outbox if letter.to == [EMAIL]]
    assert len(told) == (1 if left else 2)  # the first when it was switched on


def test_a_shopkeeper_has_no_way_in_whatever_the_code(db: None) -> None:
    from accounts.tests.builders import make_user

    make_user("shop@example.com")
    assert not enter(email="shop@example.com")
