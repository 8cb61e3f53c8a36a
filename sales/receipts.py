"""Receipts on paper: text for a printer, and a page for a roll of 80 mm, from the same rows."""

from collections.abc import Callable, Sequence
from textwrap import wrap

from common import clock
from common.money import written_quantity
from sales.printing import WIDTH, Row, Rows, as_lines, as_page
from sales.printing import amount as _money
from sales.queries.receipts import Receipt

MOST_LINES = 6


def as_html(receipt: Receipt, more: Sequence[str] = ()) -> str:
    """A page with its styles inside, which prints on 80 mm paper as it is; `more` stands in place of the thanks."""
    return as_page(f"{receipt.title} {receipt.receipt_id}", _sections(receipt, more))


def as_text(receipt: Receipt, more: Sequence[str] = (), *, width: int = WIDTH) -> str:
    """Plain text, no line longer than `width`; `more` takes at most six lines, in place of the thanks."""
    kept = list(more)
    while kept and sum(len(wrap(text, width)) for text in kept) > MOST_LINES:
        kept.pop()
    return as_lines(_sections(receipt, kept), width=width)


def _sections(receipt: Receipt, more: Sequence[str]) -> list[list[Row]]:
    parts: tuple[Callable[[Receipt], Rows], ...] = (_head, _about, _items, _totals, _payments)
    printed = [rows for part in parts if (rows := list(part(receipt)))]
    return [*printed, list(_foot(receipt, more))]


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
    if receipt.voided_at:
        yield Row("VOIDED", f"{receipt.voided_at.astimezone(clock.ACCRA):%d/%m/%Y %H:%M}", "strong")
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


def _foot(receipt: Receipt, more: Sequence[str]) -> Rows:
    if receipt.note:
        yield Row(receipt.note, look="centred")
    for text in more or ["Thank you!"]:
        yield Row(text, look="centred")
