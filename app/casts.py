"""Reading a setting out of its text. Each raises `ValueError` with a sentence on what is wrong."""

import json
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any


def truth(text: str) -> bool:
    """True or False, in the usual spellings."""
    known = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}
    if text.strip().lower() not in known:
        raise ValueError(f"{text!r} is neither True nor False")
    return known[text.strip().lower()]


def words(text: str) -> list[str]:
    """Parts between commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def positive(text: str) -> int:
    """A whole number above zero."""
    if (number := int(text)) <= 0:
        raise ValueError(f"{text!r} is not above zero")
    return number


def whole(text: str) -> int:
    """A whole number, zero or more."""
    if (number := int(text)) < 0:
        raise ValueError(f"{text!r} is below zero")
    return number


def rate(text: str) -> str:
    """So many in a while: 10/min."""
    if not re.fullmatch(r"[1-9]\d*/(s|sec|m|min|h|hour|d|day)", text):
        raise ValueError(f"{text!r} is not a rate like 10/min")
    return text


def database_url(text: str) -> str:
    """Where the database is."""
    if not re.match(r"(postgres|postgresql|sqlite)://", text):
        raise ValueError(f"{text!r} is neither postgres://user@host:5432/name nor sqlite:///file")
    return text


def amount(text: str) -> Decimal:
    """A decimal of zero or more, never a float."""
    try:
        amount = Decimal(text)
    except InvalidOperation as problem:
        raise ValueError(f"{text!r} is not a number") from problem
    if not amount.is_finite() or amount < 0:
        raise ValueError(f"{text!r} is not an amount of zero or more")
    return amount


def taxes(text: str) -> list[dict[str, Any]]:
    """A JSON list of `{"name", "rate" in percent, "from"?, "until"?}`, the days half-open."""
    taxes = []
    for tax in json.loads(text, parse_float=Decimal):
        if unknown := set(tax) - {"name", "rate", "from", "until"}:
            raise ValueError(f"a tax has no {', '.join(sorted(unknown))}")
        if "name" not in tax or "rate" not in tax:
            raise ValueError("each tax needs a name and a rate")
        days = {key: date.fromisoformat(tax[key]) if tax.get(key) else None for key in ("from", "until")}
        taxes.append({"name": str(tax["name"]), "rate": amount(str(tax["rate"])), **days})
    return taxes


def sms_gateway(text: str) -> str:
    """The name of a gateway that we have."""
    if text not in ("console", "arkesel"):
        raise ValueError(f"{text!r} is neither console nor arkesel")
    return text


def log_format(text: str) -> str:
    """How log lines are written."""
    if text not in ("json", "text"):
        raise ValueError(f"{text!r} is neither json nor text")
    return text
