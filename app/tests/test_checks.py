"""What `check --deploy` says of a configuration that would quietly not work."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from pytest_django.fixtures import Settings

from app import checks

CONSOLE = "django.core.mail.backends.console.EmailBackend"
SELLER = {"name": "Adom Trading Ltd", "address": "Kumasi", "tin": "C0001234567"}
RIGHT = {
    "DEBUG": False,
    "REDIS_URL": "redis://cache:6379/0",
    "PAYSTACK_SECRET_KEY": "sk_live_x",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "FRONTEND_URL": "https://shop.example",
    "ADMIN_SECOND_FACTOR": True,
    "AI_TAXES": [],
    "INVOICE_SELLER": SELLER,
    "SENTRY_DSN": "https://key@errors.example/1",
}


def tax(name: str, **days: Any) -> dict[str, Any]:
    return {"name": name, "rate": Decimal(15), "from": days.get("start"), "until": days.get("until")}


@pytest.fixture(autouse=True)
def _right(settings: Settings) -> None:
    for name, value in RIGHT.items():
        setattr(settings, name, value)


def found() -> list[str]:
    return [str(each.id) for each in checks.outside_debug(None)]


def test_a_whole_configuration_gives_no_cause() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("setting", "wrong", "id"),
    [
        ("REDIS_URL", "", "app.W001"),
        ("PAYSTACK_SECRET_KEY", "", "app.W002"),
        ("EMAIL_BACKEND", CONSOLE, "app.W003"),
        ("FRONTEND_URL", "http://localhost:5173", "app.W004"),
        ("ADMIN_SECOND_FACTOR", False, "app.W005"),
        ("PAYSTACK_SECRET_KEY", "sk_test_x", "app.W006"),
        ("AI_TAXES", [tax("VAT"), tax("NHIL")], "app.W007"),
        ("INVOICE_SELLER", {**SELLER, "tin": ""}, "app.W008"),
        ("SENTRY_DSN", "", "app.W009"),
    ],
)
def test_each_concern_is_named_outside_debug_alone(setting: str, wrong: Any, id: str, settings: Settings) -> None:
    setattr(settings, setting, wrong)
    assert found() == [id]
    settings.DEBUG = True
    assert found() == []


@pytest.mark.parametrize(
    ("today", "taxes", "ids"),
    [
        ("2025-12-31", [tax("VAT")], []),
        ("2026-01-01", [tax("VAT")], ["app.W007"]),
        ("2026-01-01", [tax("VAT"), tax("GETFund levy")], []),
        ("2026-05-01", [tax("VAT"), tax("GETFund", until=dt.date(2026, 5, 1))], ["app.W007"]),
        ("2026-05-01", [tax("VAT"), tax("GETFund", start=dt.date(2026, 5, 2))], ["app.W007"]),
        ("2026-05-01", [tax("VAT", until=dt.date(2026, 1, 1))], []),
    ],
)
def test_the_rates_of_before_2026_are_named_from_then_on(
    today: str, taxes: list[Any], ids: list[str], settings: Settings
) -> None:
    settings.AI_TAXES = taxes
    with time_machine.travel(f"{today}T12:00:00Z"):
        assert found() == ids
