"""Who may change users in the admin cannot make themselves or anyone else more than they are."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from accounts.models import User
from accounts.tests.builders import make_user

RIGHTS = {"is_staff": "on", "is_superuser": "on"}


@pytest.fixture
def support(db: None) -> User:
    """One of our staff who may do everything with users and groups, and is no superuser."""
    user = make_user("support@example.com", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__model__in=["user", "group"]))
    return user


@pytest.fixture
def client_of_support(support: User) -> Client:
    client = Client()
    client.force_login(support)
    return client


def change(client: Client, user: User, **more: str) -> Any:
    form = {"email": user.email, "name": "Changed", "phone": "", "is_active": "on", **more}
    form |= {"memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}
    return client.post(f"/admin/accounts/user/{user.pk}/change/", form)


def test_who_may_change_users_gives_no_rights(client_of_support: Client, support: User) -> None:
    shopkeeper = make_user("kofi@example.com")
    every = [str(p.pk) for p in Permission.objects.all()[:3]]
    assert change(client_of_support, shopkeeper, **RIGHTS, user_permissions=every).status_code == 302  # type: ignore[arg-type]
    shopkeeper.refresh_from_db()
    assert (shopkeeper.name, shopkeeper.is_staff, shopkeeper.is_superuser) == ("Changed", False, False)
    assert not shopkeeper.user_permissions.exists()


def test_nobody_raises_themselves(client_of_support: Client, support: User) -> None:
    assert change(client_of_support, support, **RIGHTS).status_code == 403
    support.refresh_from_db()
    assert not support.is_superuser


def test_the_email_and_password_of_a_superuser_are_not_theirs_to_change(client_of_support: Client) -> None:
    chief = User.objects.create_superuser("chief@example.com", "a-long-pass-phrase", name="Chief")
    new = {"usable_password": "true", "password1": "goat ladder kite", "password2": "goat ladder kite"}
    assert change(client_of_support, chief, email="mine@example.com").status_code == 403
    assert client_of_support.post(f"/admin/accounts/user/{chief.pk}/password/", new).status_code == 403
    chief.refresh_from_db()
    assert chief.check_password("a-long-pass-phrase")


def test_a_user_made_by_them_is_an_ordinary_one(client_of_support: Client) -> None:
    form = {"email": "new@example.com", "name": "New", "usable_password": "true", **RIGHTS}
    form |= {"password1": "goat ladder kite", "password2": "goat ladder kite"}
    client_of_support.post("/admin/accounts/user/add/", form)
    made = User.objects.get(email="new@example.com")
    assert (made.is_staff, made.is_superuser) == (False, False)


def test_groups_are_changed_by_superusers_alone(client_of_support: Client, support: User) -> None:
    group = Group.objects.create(name="Support")
    form = {"name": "All", "permissions": [str(Permission.objects.all()[0].pk)]}
    answers = [client_of_support.post(f"/admin/auth/group/{part}/", form) for part in ("add", f"{group.pk}/change")]
    assert [answer.status_code for answer in answers] == [403, 403]


def test_a_superuser_gives_rights(db: None) -> None:
    client, helper = Client(), make_user("helper@example.com")
    client.force_login(User.objects.create_superuser("chief@example.com", "x", name="Chief"))
    assert change(client, helper, is_staff="on").status_code == 302
    helper.refresh_from_db()
    assert helper.is_staff
