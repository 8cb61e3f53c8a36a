"""Start-up with good, bad and missing configuration, each in a process of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED_OUTSIDE_DEBUG = {
    "DEBUG": "False",
    "SECRET_KEY": "a-secret-of-good-length-for-this-test-only-0123456789",
    "ALLOWED_HOSTS": "shop.example",
    "AI_PROVIDER": "offline",
    "PAYSTACK_SECRET_KEY": "not-a-real-key",
}


def start_with(**variables: str) -> subprocess.CompletedProcess[str]:
    """`manage.py check` with only these variables set."""
    environment = {"PATH": os.environ["PATH"], **variables}
    command = [sys.executable, "-c", "import app.settings"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


def names_read() -> set[str]:
    served = (ROOT / "gunicorn.conf.py").read_text()
    files = ("app/environment.py", "app/api_settings.py", "app/settings.py")
    text = "".join((ROOT / name).read_text() for name in files)
    read = set(re.findall(r'\b(?:read|secret)\(\s*"([A-Z0-9_]+)"', text))
    return read | set(re.findall(r'environ(?:\.get\(|\[)"([A-Z0-9_]+)"', served))


def names_described() -> set[str]:
    return set(re.findall(r"^# ([A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def test_every_variable_is_described_in_the_example_and_none_besides() -> None:
    assert names_read() == names_described()


def test_the_environment_is_read_in_the_settings_alone() -> None:
    packages = ("app", "ai_features", "reports", "sales", "inventory", "accounts", "common")
    modules = [path for package in packages for path in (ROOT / package).rglob("*.py") if "tests" not in path.parts]
    reading = [path for path in modules if "os.environ" in path.read_text() or "getenv" in path.read_text()]
    own = {"__init__.py", "wsgi.py", "asgi.py", "monitoring.py"}
    assert {str(path.relative_to(ROOT)) for path in reading} <= {f"app/{name}" for name in own}
    assert len(modules) > 20


def test_nothing_configured_starts() -> None:
    assert start_with().returncode == 0


def test_all_that_production_needs_starts() -> None:
    assert start_with(**NEEDED_OUTSIDE_DEBUG).returncode == 0


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "AI_PROVIDER"])
def test_a_missing_secret_outside_debug_stops_the_start_and_is_named(missing: str) -> None:
    result = start_with(**{name: value for name, value in NEEDED_OUTSIDE_DEBUG.items() if name != missing})
    assert result.returncode != 0
    assert ("OPENAI_API_KEY" if missing == "AI_PROVIDER" else missing) in result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "perhaps"),
        ("AI_HOLD_SECONDS", "soon"),
        ("AI_HOLD_SECONDS", "0"),
        ("AI_BUDGET_BUSINESS_DAILY", "-1"),
        ("AI_USD_TO_GHS", "NaN"),
        ("AI_MODEL_PRICES", "{broken"),
        ("AI_PROVIDER", "oracle"),
        ("DATABASE_URL", "not a database"),
        ("AI_CREDITS_EXPIRY_MONTHS", "-3"),
        ("LOGIN_RATE", "often"),
    ],
)
def test_a_bad_value_stops_the_start_with_a_sentence_that_names_it(name: str, value: str) -> None:
    result = start_with(**{name: value})
    assert result.returncode != 0
    assert name in result.stderr.splitlines()[-1]
