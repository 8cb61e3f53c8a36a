"""Getting in and out: sign-up, log-in, tokens, a user's own data."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from knox.models import AuthToken

from accounts import queries
from accounts.models import Business, Membership, Storefront, Subscription, User
from common import clock, errors
from common.tenancy import Role

TRIAL_MONTHS = 1
WRONG_LOGIN = "This email and password do not go together."


@dataclass(frozen=True)
class Session:
    """A log-in: the token is told this once and kept only as a hash."""

    user: User
    token: str
    expiry: dt.datetime
    memberships: list[Membership]


def register(*, email: str, password: str, name: str, business_name: str, phone: str = "") -> Session:
    """A new user with a business, a first storefront and a trial of the storefront plan, all or nothing."""
    with transaction.atomic():
        user = create_user(email=email, password=password, name=name, phone=phone)
        business = Business.objects.create(name=business_name, phone=phone)
        Membership.objects.create(business=business, user=user, name=name, role=Role.OWNER)
        Storefront.objects.create(business=business, name="Main shop")
        today = clock.today()
        renews_on = clock.local_date(clock.months_after(clock.now(), TRIAL_MONTHS))
        Subscription.objects.create(business=business, started_on=today, renews_on=renews_on)
        return open_session(user)


def create_user(*, email: str, password: str, name: str, phone: str = "") -> User:
    """A user whose password holds the house's rules. Raises `InvalidInput` naming `password` or `email`."""
    check_password(password, User(email=email.lower(), name=name))
    try:
        with transaction.atomic():
            return User.objects.create_user(email, password, name=name, phone=phone)
    except IntegrityError as taken:
        raise errors.InvalidInput.field("email", "There is an account with this email already; log in.") from taken


def check_password(password: str, user: User, *, field: str = "password") -> None:
    """Raise `InvalidInput` naming `field` for a password that is too short, too common or like the name."""
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise errors.InvalidInput(weak.messages[0], fields={field: weak.messages}) from weak


def log_in(*, email: str, password: str) -> Session:
    """A new token for one more device. Raises `NotAuthenticated`.

    A password is hashed for unknown emails too, so that time tells nothing about who has an account.
    """
    user = authenticate(email=email.lower(), password=password)
    if not isinstance(user, User):
        raise errors.NotAuthenticated(WRONG_LOGIN)
    return open_session(user)


@transaction.atomic
def open_session(user: User) -> Session:
    """A token for `user`; what has expired of theirs goes."""
    AuthToken.objects.filter(user=user, expiry__lte=clock.now()).delete()
    User.objects.filter(pk=user.pk).update(last_login=clock.now())
    held, token = AuthToken.objects.create(user=user)
    return Session(user=user, token=token, expiry=held.expiry, memberships=queries.memberships(user))


def log_out(user: User, held: Any) -> None:
    """End the log-in of the device that holds this token."""
    AuthToken.objects.filter(user=user, pk=held.pk).delete()


def log_out_everywhere(user: User) -> None:
    """End the log-ins of every device."""
    AuthToken.objects.filter(user=user).delete()


def forget_expired() -> int:
    """Delete expired tokens; how many. For the periodic job."""
    deleted, _ = AuthToken.objects.filter(expiry__lte=clock.now()).delete()
    return int(deleted)


def update_user(user: User, *, changes: dict[str, Any]) -> User:
    """Change a user's own name and phone."""
    for name, value in changes.items():
        setattr(user, name, value)
    user.save(update_fields=list(changes))
    return user


@transaction.atomic
def change_password(user: User, *, current: str, new: str) -> Session:
    """Set a new password, end every log-in, and open one. Raises `InvalidInput` naming the field."""
    if not user.check_password(current):
        raise errors.InvalidInput.field("current_password", "This is not your present password.")
    check_password(new, user, field="new_password")
    user.set_password(new)
    user.save(update_fields=["password"])
    log_out_everywhere(user)
    return open_session(user)
