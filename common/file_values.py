"""The values of one line of a small file, checked: texts, amounts, days, numbers of days, addresses."""

import datetime as dt
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from common.csv_files import Row
from common.identifiers import is_blank
from common.notation import Notation

MOST_DAYS = 365
LONGEST_EMAIL = 254
MOST = Decimal(100_000_000)


class BadLine(Exception):
    """Why a line cannot be used."""


def text(row: Row, name: str) -> str:
    """The value without blanks around it; empty where it says that there is none."""
    found = row.values.get(name, "").strip()
    return "" if is_blank(found) else found


def name_of(row: Row) -> str:
    """The column `name`, which each line must fill. Raises `BadLine`, also for a line that could not be read."""
    if row.problem:
        raise BadLine(row.problem)
    name = " ".join(row.values.get("name", "").split())
    if not name or len(name) > 150:
        raise BadLine("name is empty or too long")
    return name


def amount(row: Row, name: str, written: Notation) -> Decimal | None:
    """An amount of zero or more with two decimals at most."""
    found = text(row, name)
    number = written.number(found) if found else None
    if found and (number is None or number < 0 or number > MOST or number != round(number, 2)):
        raise BadLine(f"{name} is not an amount of zero or more: {found[:40]!r}")
    return number


def days(row: Row, name: str, written: Notation) -> int | None:
    """A number of days, up to a year."""
    number = amount(row, name, written)
    if number is not None and (number > MOST_DAYS or number % 1):
        raise BadLine(f"{name} is not a number of days up to {MOST_DAYS}")
    return None if number is None else int(number)


def day(row: Row, name: str, written: Notation) -> dt.date | None:
    """A date."""
    found = text(row, name)
    moment = written.moment(found) if found else None
    if found and moment is None:
        raise BadLine(f"{name} is not a date: {found[:40]!r}")
    return moment.date() if moment else None


def email(row: Row) -> str:
    """The column `email`."""
    found = text(row, "email")
    if len(found) > LONGEST_EMAIL:
        raise BadLine("email is too long")
    try:
        if found:
            validate_email(found)
    except ValidationError as problem:
        raise BadLine(f"email is not an email address: {found[:40]!r}") from problem
    return found
