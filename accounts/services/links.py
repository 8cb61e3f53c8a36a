"""Links sent by email: signed, for one purpose, good for some hours, and until they are used or overtaken."""

import datetime as dt
from enum import StrEnum

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.models import User
from common import errors


class Purpose(StrEnum):
    """What following a link does. One of the one kind is worth nothing as the other."""

    RESET = "reset"
    VERIFY = "verify"


def lasts(purpose: Purpose) -> dt.timedelta:
    """How long a link of this kind can be followed."""
    hours = settings.PASSWORD_LINK_HOURS if purpose == Purpose.RESET else settings.EMAIL_LINK_HOURS
    return dt.timedelta(hours=hours)


def token(purpose: Purpose, user: User) -> str:
    """The secret part of a link for `user` as they are now."""
    return signing.dumps([str(user.pk), _state(user)], salt=f"accounts.{purpose}")


def follow(purpose: Purpose, given: str) -> User:
    """The user a link was made for, locked. Raises `NotFound` when it is forged, too old, used or overtaken."""
    try:
        pk, state = signing.loads(given, salt=f"accounts.{purpose}", max_age=lasts(purpose))
    except signing.BadSignature as dead:
        raise _dead() from dead
    user = User.objects.select_for_update().filter(pk=pk, is_active=True).first()
    if user is None or not constant_time_compare(state, _state(user)):
        raise _dead()
    return user


def _dead() -> errors.NotFound:
    return errors.NotFound("This link is no longer valid; ask for a new one.")


def _state(user: User) -> str:
    """Changes with the password and the emails, so that whatever a link did, or another has done, ends it."""
    parts = [user.password, user.email, user.pending_email, str(user.email_verified_at)]
    return salted_hmac("accounts.links", "\n".join(parts), algorithm="sha256").hexdigest()[:32]
