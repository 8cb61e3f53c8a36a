"""Parsers of settings. Each raises `ValueError` with a sentence on what is wrong."""

import json
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


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


def storage(text: str) -> dict[str, Any]:
    """Where uploads are kept, as an entry of Django's STORAGES: `file:///folder`, or a bucket that speaks S3:

    `s3://key:secret@host/bucket/folder?region=eu-west-1`; `s3+http://` without TLS. Without a host Amazon's own,
    without a key what boto3 finds on the machine.
    """
    url = urlsplit(text)
    if url.scheme == "file" and url.path.strip("/"):
        return {"BACKEND": "common.uploads.Folder", "OPTIONS": {"location": unquote(url.path)}}
    bucket, _, folder = url.path.strip("/").partition("/")
    if url.scheme not in ("s3", "s3+http") or not bucket:
        raise ValueError("it is neither file:///folder nor s3://key:secret@host/bucket")
    host = url.netloc.rpartition("@")[2]
    options = {
        "bucket_name": bucket,
        "location": folder,
        "region_name": parse_qs(url.query).get("region", [""])[0],
        "endpoint_url": host and f"{'http' if url.scheme == 's3+http' else 'https'}://{host}",
        "access_key": unquote(url.username or ""),
        "secret_key": unquote(url.password or ""),
    }
    return {"BACKEND": "common.buckets.Bucket", "OPTIONS": {name: value for name, value in options.items() if value}}
