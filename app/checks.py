"""Warnings about configurations that would quietly fail outside DEBUG, one row each."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from common import clock

NEW_LEVIES = dt.date(2026, 1, 1)
"""From then on VAT, NHIL and GETFund are each charged on the base."""


@dataclass(frozen=True)
class Concern:
    """Something that is `wrong` with the settings, and the way out."""

    id: str
    wrong: Callable[[], bool]
    message: str
    hint: str


def _taxes_of_before() -> bool:
    """No levy that is in force today has GETFund's name."""
    today = clock.today()
    in_force = [
        tax["name"].upper()
        for tax in settings.AI_TAXES
        if (tax["from"] or today) <= today and (tax["until"] is None or tax["until"] > today)
    ]
    return bool(in_force) and today >= NEW_LEVIES and not any("GETF" in name for name in in_force)


CONCERNS = (
    Concern(
        "app.W001",
        lambda: not settings.REDIS_URL,
        "REDIS_URL is not set: every process counts rate limits on its own, and caches its own answers.",
        "Set REDIS_URL when more than one web process runs, gunicorn's default of two among them; "
        "with WEB_CONCURRENCY=1 and one machine it can be done without (SILENCED_SYSTEM_CHECKS).",
    ),
    Concern(
        "app.W002",
        lambda: not settings.PAYSTACK_SECRET_KEY,
        "PAYSTACK_SECRET_KEY is not set: credits cannot be sold and payment events are refused.",
        "Set the secret key of Paystack's dashboard, the live one for real money.",
    ),
    Concern(
        "app.W003",
        lambda: "console" in settings.EMAIL_BACKEND,
        "EMAIL_URL is not set: invitations, alerts and pay links are printed, not sent.",
        "Set EMAIL_URL=smtp+tls://user:password@host:587.",
    ),
    Concern(
        "app.W004",
        lambda: urlsplit(settings.FRONTEND_URL).hostname in {"localhost", "127.0.0.1"},
        "FRONTEND_URL is not set: invitations and payments lead back to localhost.",
        "Set FRONTEND_URL=https://YOUR-FRONT-END.",
    ),
    Concern(
        "app.W005",
        lambda: not settings.ADMIN_SECOND_FACTOR,
        "ADMIN_SECOND_FACTOR is not set: a password alone opens the admin to staff without a second factor.",
        "Run `manage.py enrol_second_factor EMAIL` for each of your staff, then set ADMIN_SECOND_FACTOR=True.",
    ),
    Concern(
        "app.W006",
        lambda: settings.PAYSTACK_SECRET_KEY.startswith("sk_test_"),
        "PAYSTACK_SECRET_KEY is a test key: nobody pays real money, and real payments credit nothing.",
        "Set the live key (sk_live_…) before customers buy.",
    ),
    Concern(
        "app.W007",
        _taxes_of_before,
        "AI_TAXES has the rates of before 2026: GETFund is missing.",
        'From 2026-01-01: AI_TAXES=[{"name": "VAT", "rate": 15}, {"name": "NHIL", "rate": 2.5}, '
        '{"name": "GETFund", "rate": 2.5}]; or [] for who is not registered.',
    ),
    Concern(
        "app.W008",
        lambda: settings.INVOICE_SELLER["name"] == "POS for Ghana" or not settings.INVOICE_SELLER["tin"],
        "INVOICE_SELLER_NAME or INVOICE_SELLER_TIN is not set: invoices do not say who sells.",
        "Set INVOICE_SELLER_NAME, INVOICE_SELLER_ADDRESS and INVOICE_SELLER_TIN.",
    ),
    Concern(
        "app.W009",
        lambda: not settings.SENTRY_DSN,
        "SENTRY_DSN is not set: faults are in the logs alone, and nobody is told of them.",
        "Set SENTRY_DSN, of Sentry or anything that speaks its protocol.",
    ),
)


def register_all() -> None:
    """Register the check of every concern with Django."""
    register(outside_debug)


def outside_debug(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A warning for each concern that the settings give cause for; none in DEBUG."""
    if settings.DEBUG:
        return []
    return [Warning(each.message, hint=each.hint, id=each.id) for each in CONCERNS if each.wrong()]
