"""Which money settles which invoice. Every caller holds the lock of the customer, or of a walk-in's sale."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from decimal import Decimal

from common import bulk
from common.money import ZERO
from sales.models import Payment, PaymentAllocation, Sale

Source = Payment | Sale


def open_amount(invoice: Sale) -> Decimal:
    """What is still owed on an invoice, in GHS."""
    return invoice.total - invoice.paid


def unused(source: Source) -> Decimal:
    """What of a payment, or of a return, has settled nothing yet, in GHS."""
    return source.paid - source.total if isinstance(source, Sale) else source.amount - source.allocated


class Allocations:
    """The allocations of one transaction, made in memory and written with a fixed number of queries."""

    def __init__(self, business_id: uuid.UUID, at: dt.datetime) -> None:
        self.business_id, self.at = business_id, at
        self.rows: list[PaymentAllocation] = []
        self._touched: dict[uuid.UUID, Source] = {}

    def add(self, source: Source, invoice: Sale, amount: Decimal) -> None:
        """Settle `amount` of `invoice` from `source`, and keep both running sums.

        Neither settles before both were there: an advance settles on the day of its invoice.
        """
        at = max(self.at, invoice.sold_at, source.sold_at if isinstance(source, Sale) else source.received_at)
        row = PaymentAllocation(business_id=self.business_id, invoice=invoice, amount=amount, at=at)
        if isinstance(source, Sale):
            row.credit_note = source
        else:
            row.payment = source
        self.rows.append(row)
        self.use(source, amount)
        self._settle(invoice, amount, at)

    def use(self, source: Source, amount: Decimal) -> None:
        """Mark `amount` of a source as used: allocated, or of a return, paid back."""
        if isinstance(source, Sale):
            self._settle(source, -amount, self.at)
        else:
            source.allocated += amount
            self._touch(source)

    def match(self, sources: Iterable[Source], invoices: Iterable[Sale]) -> Decimal:
        """Settle the invoices from the sources, both in the order given; the amount settled, in GHS."""
        settled, waiting = ZERO, iter(invoices)
        invoice = next(waiting, None)
        for source in sources:
            while invoice is not None and unused(source) > 0:
                if part := min(unused(source), open_amount(invoice)):
                    self.add(source, invoice, part)
                    settled += part
                if not open_amount(invoice):
                    invoice = next(waiting, None)
        return settled

    def save(self) -> None:
        """Write the allocations and the running sums; rows that were new when touched are saved by their maker."""
        save_all([self])

    def _settle(self, sale: Sale, amount: Decimal, at: dt.datetime) -> None:
        sale.paid += amount
        sale.settled_at = at if sale.paid == sale.total else None
        self._touch(sale)

    def _touch(self, row: Source) -> None:
        if not row._state.adding:
            self._touched[row.pk] = row


def save_all(made: Sequence[Allocations]) -> None:
    """Write several as one does."""
    touched = [row for allocations in made for row in allocations._touched.values()]
    bulk.insert([row for allocations in made for row in allocations.rows])
    bulk.change([row for row in touched if isinstance(row, Sale)], "paid", "settled_at")
    bulk.change([row for row in touched if isinstance(row, Payment)], "allocated")
