"""Receipts and statements as messages: short for a text message, with every line elsewhere."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from common import shop_clock as clock
from common.money import written, written_quantity
from sales.queries.documents import Entry, Statement
from sales.queries.receipts import Receipt

MOST_LINES = 30
_KINDS = {
    "sale": "Bought",
    "exchange": "Exchanged",
    "return": "Brought back",
    "void": "Called off",
    "opening": "Owed before",
    "payment": "Paid",
    "refund": "Paid back",
}


def receipt_in_short(receipt: Receipt) -> str:
    """For one text message, or two."""
    return f"{_title(receipt)}. {' '.join(_sums(receipt))}"


def receipt_in_full(receipt: Receipt) -> str:
    """With what was bought, as many lines as a chat can hold."""
    bought = [f"- {written_quantity(item.quantity)} × {item.name}: {written(item.total)}" for item in receipt.items]
    return "\n".join([f"{_title(receipt)}.", "", *_held(bought), "", *_sums(receipt)])


def statement_in_short(shop: str, found: Statement, first: dt.date, last: dt.date) -> str:
    """For one text message, or two."""
    return f"{_account(shop, first, last)}. {' '.join(_balance(found))}"


def statement_in_full(shop: str, found: Statement, first: dt.date, last: dt.date) -> str:
    """With every document, the latest where there are too many."""
    entries = [_entry(entry) for entry in found.entries]
    dropped = [f"… and {len(entries) - MOST_LINES} earlier"] if len(entries) > MOST_LINES else []
    before = f"Owed before: {written(found.opening_balance)}."
    return "\n".join(
        [f"{_account(shop, first, last)}.", "", before, *dropped, *entries[-MOST_LINES:], "", *_balance(found)]
    )


def _title(receipt: Receipt) -> str:
    day = clock.local_date(receipt.sold_at)
    voided = ", voided" if receipt.voided_at else ""
    return f"{receipt.business.name}: {receipt.title.lower()} {receipt.receipt_id} of {_day(day)}{voided}"


def _sums(receipt: Receipt) -> Iterator[str]:
    if receipt.total < 0:
        yield f"{written(-receipt.total)} came back to you."
        return
    yield f"Total {written(receipt.total)}, paid {written(receipt.total - receipt.balance_due)}."
    if receipt.balance_due > 0:
        due = f" by {_day(receipt.due_date)}" if receipt.due_date else ""
        yield f"{written(receipt.balance_due)} is to be paid{due}."
    yield "Thank you."


def _account(shop: str, first: dt.date, last: dt.date) -> str:
    return f"{shop}: your account from {_day(first)} to {_day(last)}"


def _balance(found: Statement) -> Iterator[str]:
    yield f"Bought {written(found.invoiced)}, paid {written(found.received)}."
    yield _owed(found.closing_balance)


def _owed(balance: Decimal) -> str:
    if balance > 0:
        return f"You owe {written(balance)}."
    return f"We owe you {written(-balance)}." if balance else "Nothing is owed."


def _entry(entry: Entry) -> str:
    reference = f" {entry.reference}" if entry.reference else ""
    day = _day(clock.local_date(entry.at))
    return f"- {day} {_KINDS[entry.kind]}{reference}: {written(abs(entry.amount))}"


def _held(lines: list[str]) -> list[str]:
    rest = len(lines) - MOST_LINES
    return lines if rest <= 0 else [*lines[:MOST_LINES], f"… and {rest} more"]


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"
