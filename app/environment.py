"""How settings are read from the environment: each once, with a sentence that names what cannot be used."""

from decimal import InvalidOperation
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from app import casts

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def read(name: str, cast: Any, default: Any) -> Any:
    """The variable `name`, or a sentence that names it when its value cannot be used."""
    if env.str(name, default="") == "":
        return default
    try:
        return getattr(env, cast)(name) if isinstance(cast, str) else cast(env.str(name))
    except (ValueError, InvalidOperation, ImproperlyConfigured) as problem:
        raise ImproperlyConfigured(f"{name} has a value that cannot be used: {problem}") from problem


def secret(name: str, development: str) -> str:
    """A secret: required outside DEBUG, a harmless stand-in within it."""
    value = str(read(name, str, ""))
    if value:
        return value
    if not DEBUG:
        raise ImproperlyConfigured(f"{name} is missing: outside DEBUG it must be set in the environment")
    return development


DATABASE_URL: str = read("DATABASE_URL", casts.database_url, "")
DEBUG = read("DEBUG", casts.truth, not DATABASE_URL)
