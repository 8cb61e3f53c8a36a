"""Receipts on paper: text for a printer of 42 columns, and a page for a roll of 80 mm, from the same rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from django.template.loader import render_to_string

from common import clock
from common.money import written_quantity
from sales.queries.receipts import Receipt

WIDTH = 42


@dataclass(frozen=True, slots=True)
class Row:
    """A row as printed: text at the left margin, and mostly an amount at the right. `look` is a CSS class."""

    left: str
    right: str = ""
    look: str = ""


Rows = Iterator[Row]


def as_html(receipt: Receipt) -> str:
    """A page with its styles inside, which prints on 80 mm paper as it is."""
    return render_to_string("sales/receipt.html", {"receipt": receipt, "sections": _sections(receipt)})


def as_text(receipt: Receipt) -> str:
    """Plain text, no line longer than 42 characters."""
    printed = ["\n".join(line for row in rows for line in _lines(row)) for rows in _sections(receipt)]
    return f"\n{'-' * WIDTH}\n".join(printed) + "\n"


def _sections(receipt: Receipt) -> list[list[Row]]:
    parts: tuple[Callable[[Receipt], Rows], ...] = (_head, _about, _items, _totals, _payments, _foot)
    return [rows for part in parts if (rows := list(part(receipt)))]


def _head(receipt: Receipt) -> Rows:
    yield Row(receipt.business.name, look="title")
    if receipt.storefront.name != receipt.business.name:
        yield Row(receipt.storefront.name, look="centred")
    for text in (
        receipt.storefront.address or receipt.business.address,
        receipt.storefront.phone or receipt.business.phone,
        f"TIN {receipt.fiscal.tin}" if receipt.fiscal.tin else "",
    ):
        if text:
            yield Row(text, look="centred")


def _about(receipt: Receipt) -> Rows:
    written = "%d/%m/%Y %H:%M" if receipt.time_known else "%d/%m/%Y"
    yield Row(receipt.title, f"{receipt.sold_at.astimezone(clock.ACCRA):{written}}", "strong")
    yield Row("No.", receipt.receipt_id)
    if receipt.original_number:
        yield Row("For", receipt.original_number)
    if receipt.customer:
        yield Row(f"Customer: {receipt.customer}")
    if receipt.served_by:
        yield Row(f"Served by: {receipt.served_by}")


def _items(receipt: Receipt) -> Rows:
    for item in receipt.items:
        yield Row(item.name, look="name")
        yield Row(
            f"  {written_quantity(item.quantity)} x {_money(item.unit_price)}", _money(item.total + item.discount)
        )
        if item.discount:
            yield Row("  Discount", _money(-item.discount), "small")


def _totals(receipt: Receipt) -> Rows:
    if receipt.discount:
        yield Row("Subtotal", _money(receipt.subtotal))
        yield Row("Discount", _money(-receipt.discount))
    yield Row(f"TOTAL {receipt.currency}", _money(receipt.total), "total")
    for tax in receipt.taxes:
        yield Row(f"  incl. {tax.name}", _money(tax.amount), "small")


def _payments(receipt: Receipt) -> Rows:
    for paid in receipt.payments:
        yield Row(f"{paid.name} {paid.reference}".strip(), _money(paid.tendered or paid.amount))
    if receipt.change:
        yield Row("Change", _money(receipt.change), "strong")
    if receipt.settled_otherwise:
        yield Row("Settled on account", _money(receipt.settled_otherwise))
    if receipt.balance_due > 0:
        due = f" by {receipt.due_date:%d/%m/%Y}" if receipt.due_date else ""
        yield Row(f"To pay{due}", _money(receipt.balance_due), "strong")
    elif receipt.balance_due < 0:
        yield Row("Your credit", _money(-receipt.balance_due), "strong")


def _foot(receipt: Receipt) -> Rows:
    if receipt.note:
        yield Row(receipt.note, look="centred")
    yield Row("Thank you!", look="centred")


def _money(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def _lines(row: Row) -> Iterator[str]:
    """The row in at most 42 columns: wrapped, centred, or cut before the amount."""
    if row.look in ("title", "centred"):
        yield from (line.center(WIDTH).rstrip() for line in wrap(row.left, WIDTH))
    elif row.right:
        room = WIDTH - len(row.right) - 1
        yield f"{row.left[:room]:<{room}} {row.right}"
    else:
        yield from wrap(row.left, WIDTH)
