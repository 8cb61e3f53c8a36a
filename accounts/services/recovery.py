"""Proving that an email is one's own: a forgotten password, a new account, a new email."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string

from accounts.models import User
from accounts.services import links, mail
from accounts.services.links import Purpose
from accounts.services.passwords import check_current, check_password
from common import clock, errors, rates


def forgot_password(email: str) -> None:
    """Email a link to whoever has an account. What is asked tells nobody who has one, in its answer or its time."""
    user = User.objects.filter(email=email.lower(), is_active=True).first()
    allowed = rates.allows(settings.ACCOUNT_RATES["forgot_email"], "forgot_email", email.lower())
    mail.mail_link.enqueue(Purpose.RESET, str(user.pk) if user and allowed else "")


def reset_password(*, token: str, new: str) -> None:
    """Set the password that a link allows, and end every log-in. Raises `NotFound`, `InvalidInput`.

    It opens no session: who resets logs in, with the second factor where there is one.
    """
    with transaction.atomic():
        user = links.follow(Purpose.RESET, token)
        check_password(new, user, field="new_password")
        user.set_password(new)
        user.pending_email = ""
        user.save(update_fields=["password", "pending_email"])
        user.auth_token_set.all().delete()
        mark_verified(user)
    mail.mail_notice.enqueue("password", user.email)


def send_verification(user: User) -> None:
    """Email the link that proves the present or the pending email."""
    mail.mail_link.enqueue(Purpose.VERIFY, str(user.pk))


def ask_for_email(user: User, *, email: str, password: str) -> User:
    """The new email waits until a link sent there is followed. The present one again: its link is sent anew.

    Raises `InvalidInput` naming `current_password` or `email`.
    """
    check_current(user, password)
    wanted = email.lower()
    if User.objects.filter(email=wanted).exclude(pk=user.pk).exists():
        raise errors.InvalidInput.field("email", "There is an account with this email already.")
    if wanted == user.email and user.email_verified_at:
        raise errors.InvalidInput.field("email", "This email is confirmed already.")
    user.pending_email = "" if wanted == user.email else wanted
    user.save(update_fields=["pending_email"])
    send_verification(user)
    return user


def verify_email(token: str) -> User:
    """The email, present or pending, is the user's own. Raises `NotFound`, and `InvalidInput` when it was taken."""
    with transaction.atomic():
        user = links.follow(Purpose.VERIFY, token)
        former = user.email
        if user.pending_email:
            _take(user)
        mark_verified(user)
    if former != user.email:
        mail.mail_notice.enqueue("email", former)
    return user


def _take(user: User) -> None:
    user.email, user.pending_email, user.email_verified_at = user.pending_email, "", None
    try:
        with transaction.atomic():
            user.save(update_fields=["email", "pending_email", "email_verified_at"])
    except IntegrityError as taken:
        raise errors.InvalidInput.field("email", "There is an account with this email by now.") from taken


def mark_verified(user: User) -> None:
    """A secret that only the mailbox was told came back. What waits for that follows: `ON_EMAIL_VERIFIED`."""
    if user.email_verified_at:
        return
    user.email_verified_at = clock.now()
    user.save(update_fields=["email_verified_at"])
    import_string(settings.ON_EMAIL_VERIFIED)(user)
