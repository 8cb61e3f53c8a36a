"""Emails to people: our own fixed words and a link of ours, never what somebody typed."""

from smtplib import SMTPException
from urllib.parse import urlencode

import structlog
from django.conf import settings
from django.core.mail import send_mail
from django_tasks import task

from accounts.models import User
from accounts.services import links
from accounts.services.links import Purpose

log = structlog.get_logger("accounts.mail")
_PAGES = {Purpose.RESET: "password/reset", Purpose.VERIFY: "email/verify"}
_SUBJECTS = {
    Purpose.RESET: "Choose a new password",
    Purpose.VERIFY: "Confirm your email address",
}
_TEXTS = {
    Purpose.RESET: "Choose a new password here within {hours} hours:\n{link}\n\n"
    "If you did not ask for this, do nothing: your password stays as it is.",
    Purpose.VERIFY: "Confirm that this email address is yours within {hours} hours:\n{link}\n\n"
    "If you did not ask for this, do nothing.",
}
NOTICES = {
    "password": (
        "Your password was changed",
        "The password of your account was changed, and every device was logged out.\n\n"
        "If it was not you, choose a new password at once: {site}/password/forgot",
    ),
    "email": (
        "The email of your account was changed",
        "Your account is no longer reached by this email address.\n\nIf it was not you, write to us at once.",
    ),
    "second_factor": (
        "Your second factor was changed",
        "The second step of your log-in was switched on, switched off or given new recovery codes.\n\n"
        "If it was not you, choose a new password at once: {site}/password/forgot",
    ),
}


@task()
def mail_link(purpose: str, user_id: str) -> None:
    """Send a user the link of this purpose, made now, so that no queue ever holds its secret."""
    user = User.objects.filter(pk=user_id, is_active=True).first() if user_id else None
    if user is None:
        return
    kind = Purpose(purpose)
    link = f"{settings.FRONTEND_URL}/{_PAGES[kind]}?{urlencode({'token': links.token(kind, user)})}"
    hours = round(links.lasts(kind).total_seconds() / 3600)
    to = user.pending_email if kind == Purpose.VERIFY and user.pending_email else user.email
    send(to, _SUBJECTS[kind], _TEXTS[kind].format(hours=hours, link=link))


@task()
def mail_notice(kind: str, to: str) -> None:
    """Tell a person that a door of theirs was changed."""
    subject, text = NOTICES[kind]
    send(to, subject, text.format(site=settings.FRONTEND_URL))


def send(to: str, subject: str, text: str) -> bool:
    """Whether the mail server took it; if not, a log line without the address says so."""
    try:
        return bool(send_mail(subject, text, None, [to]))
    except (SMTPException, OSError) as problem:
        log.warning("mail_not_sent", subject=subject, problem=type(problem).__name__)
        return False
