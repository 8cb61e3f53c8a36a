"""System checks: what a wrong configuration would break, said before it does."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


def register_all() -> None:
    """Register every check of this module with Django."""
    register(redis_outside_debug, Tags.caches)
    register(paystack_outside_debug)
    register(email_outside_debug)
    register(front_end_outside_debug)
    register(second_factor_outside_debug)


def redis_outside_debug(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Without Redis each process counts its own rate limits: right for one process only."""
    if settings.DEBUG or settings.REDIS_URL:
        return []
    return [
        Warning(
            "REDIS_URL is not set: every process counts rate limits on its own.",
            hint="Set REDIS_URL when more than one web process runs.",
            id="app.W001",
        )
    ]


def paystack_outside_debug(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Without a key nothing can be sold, and every webhook is refused."""
    if settings.DEBUG or settings.PAYSTACK_SECRET_KEY:
        return []
    return [
        Warning(
            "PAYSTACK_SECRET_KEY is not set: credits cannot be sold and payment events are refused.",
            hint="Set the secret key of Paystack's dashboard, the live one for real money.",
            id="app.W002",
        )
    ]


def email_outside_debug(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Invitations, alerts and pay links that are only printed reach nobody."""
    if settings.DEBUG or "console" not in settings.EMAIL_BACKEND:
        return []
    return [
        Warning(
            "EMAIL_URL is not set: invitations, alerts and pay links are printed, not sent.",
            hint="Set EMAIL_URL=smtp+tls://user:password@host:587.",
            id="app.W003",
        )
    ]


def front_end_outside_debug(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Links in emails and the way back from a payment would lead to the reader's own machine."""
    if settings.DEBUG or urlsplit(settings.FRONTEND_URL).hostname not in {"localhost", "127.0.0.1"}:
        return []
    return [
        Warning(
            "FRONTEND_URL is not set: invitations and payments lead back to localhost.",
            hint="Set FRONTEND_URL=https://YOUR-FRONT-END.",
            id="app.W004",
        )
    ]


def second_factor_outside_debug(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The admin reaches every business: a guessed or stolen password alone should not open it."""
    if settings.DEBUG or settings.ADMIN_SECOND_FACTOR:
        return []
    return [
        Warning(
            "ADMIN_SECOND_FACTOR is not set: a password alone opens the admin to staff without a second factor.",
            hint="Run `manage.py enrol_second_factor EMAIL` for each of your staff, then set ADMIN_SECOND_FACTOR=True.",
            id="app.W005",
        )
    ]
