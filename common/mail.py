"""An email to somebody the shop deals with: answers go to the shop."""

from smtplib import SMTPException

import structlog
from django.core.mail import EmailMessage

log = structlog.get_logger("mail")


def is_mailed(subject: str, text: str, *, to: str, answers_to: str = "") -> bool:
    """Whether the mail server took it. Call it outside a transaction."""
    one_line = subject.replace("\n", " ").replace("\r", " ")
    message = EmailMessage(one_line, text, None, [to], reply_to=[answers_to] if answers_to else None)
    try:
        return bool(message.send())
    except (SMTPException, OSError) as problem:
        log.warning("not_mailed", problem=type(problem).__name__)
        return False
