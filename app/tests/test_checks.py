"""What `check --deploy` says of a configuration that would quietly not work."""

from collections.abc import Callable
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from app import checks

CONSOLE = "django.core.mail.backends.console.EmailBackend"


@pytest.mark.parametrize(
    ("check", "setting", "missing", "there"),
    [
        (checks.redis_outside_debug, "REDIS_URL", "", "redis://cache:6379/0"),
        (checks.paystack_outside_debug, "PAYSTACK_SECRET_KEY", "", "not-a-real-key"),
        (checks.email_outside_debug, "EMAIL_BACKEND", CONSOLE, "django.core.mail.backends.smtp.EmailBackend"),
        (checks.front_end_outside_debug, "FRONTEND_URL", "http://localhost:5173", "https://shop.example"),
    ],
    ids=["redis", "paystack", "email", "front end"],
)
def test_what_is_missing_outside_debug_is_named(
    check: Callable[..., list[Any]], setting: str, missing: str, there: str, settings: Settings
) -> None:
    settings.DEBUG = False
    setattr(settings, setting, missing)
    (warning,) = check(None)
    assert setting.split("_", maxsplit=1)[0] in warning.msg
    setattr(settings, setting, there)
    assert check(None) == []
    settings.DEBUG = True
    setattr(settings, setting, missing)
    assert check(None) == []
