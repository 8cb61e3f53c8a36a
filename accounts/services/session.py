"""Getting in and out: sign-up, log-in, tokens, a user's own data."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction
from knox.models import AuthToken

from accounts import queries
from accounts.models import Business, LogIn, Membership, Storefront, Subscription, User
from accounts.services import mail, recovery, second_factor
from accounts.services.passwords import check_current, check_password
from common import clock, errors
from common.tenancy import Role

TRIAL_MONTHS = 1


@dataclass(frozen=True)
class Device:
    """Where a log-in comes from: the network address, and what the browser or app calls itself."""

    address: str = ""
    name: str = ""


UNKNOWN = Device()


@dataclass(frozen=True)
class Session:
    """A log-in: the token is told this once and kept only as a hash."""

    user: User
    token: str
    expiry: dt.datetime
    memberships: list[Membership]


def register(
    *, email: str, password: str, name: str, business_name: str, phone: str = "", device: Device = UNKNOWN
) -> Session:
    """A new user with a business, a first storefront and a trial of the storefront plan, all or nothing.

    A link to confirm the email goes out.
    """
    with transaction.atomic():
        user = create_user(email=email, password=password, name=name, phone=phone)
        business = Business.objects.create(name=business_name, phone=phone)
        Membership.objects.create(business=business, user=user, name=name, role=Role.OWNER)
        Storefront.objects.create(business=business, name="Main shop")
        today = clock.today()
        renews_on = clock.local_date(clock.months_after(clock.now(), TRIAL_MONTHS))
        Subscription.objects.create(business=business, started_on=today, renews_on=renews_on)
        session = open_session(user, device)
    recovery.send_verification(user)
    return session


def create_user(*, email: str, password: str, name: str, phone: str = "") -> User:
    """A user whose password holds the house's rules. Raises `InvalidInput` naming `password` or `email`."""
    check_password(password, User(email=email.lower(), name=name))
    try:
        with transaction.atomic():
            return User.objects.create_user(email, password, name=name, phone=phone)
    except IntegrityError as taken:
        raise errors.InvalidInput.field("email", "There is an account with this email already; log in.") from taken


def log_in(*, email: str, password: str, code: str = "", device: Device = UNKNOWN) -> Session:
    """A new token for one more device. Raises `WrongCredentials`, `SecondFactorRequired`."""
    return open_session(proven(email, password, code), device)


def proven(email: str, password: str, code: str) -> User:
    """The user of this email, by password and, where there is one, second factor. Call it outside a transaction.

    A password is hashed for unknown emails too, so that time tells nothing about who has an account.
    """
    user = authenticate(email=email.lower(), password=password)
    if not isinstance(user, User):
        raise errors.WrongCredentials
    second_factor.check(user, code)
    return user


@transaction.atomic
def open_session(user: User, device: Device = UNKNOWN) -> Session:
    """A token for `user`; what has expired of theirs goes."""
    AuthToken.objects.filter(user=user, expiry__lte=clock.now()).delete()
    User.objects.filter(pk=user.pk).update(last_login=clock.now())
    held, token = AuthToken.objects.create(user=user)
    LogIn.objects.create(token=held, device=device.name[:250], address=device.address[:45])
    return Session(user=user, token=token, expiry=held.expiry, memberships=queries.memberships(user))


def log_out(user: User, held: Any) -> None:
    """End the log-in of the device that holds this token."""
    AuthToken.objects.filter(user=user, pk=held.pk).delete()


def end_log_in(user: User, log_in_id: uuid.UUID) -> None:
    """End one log-in of the user's own. Raises `NotFound`."""
    deleted, _ = AuthToken.objects.filter(user=user, log_in__id=log_in_id).delete()
    if not deleted:
        raise errors.NotFound


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


def change_password(user: User, *, current: str, new: str, device: Device = UNKNOWN) -> Session:
    """Set a new password, end every log-in and link, and open one session. Raises `InvalidInput` naming the field."""
    check_current(user, current)
    check_password(new, user, field="new_password")
    with transaction.atomic():
        user.set_password(new)
        user.save(update_fields=["password"])
        log_out_everywhere(user)
        session = open_session(user, device)
    mail.mail_notice.enqueue("password", user.email)
    return session
