"""Invoice numbers without gaps."""

import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from common import statements
from sales.models import InvoiceCounter, Sale

CHUNK = 500
_NEXT = {
    "postgresql": "'INV-' || lpad((last + 1)::text, greatest(6, length((last + 1)::text)), '0')",
    "sqlite": "printf('INV-%%06d', last + 1)",
}
"""As `_written` writes the number after the last."""


def next_invoice_number(business_id: uuid.UUID) -> str:
    """The next free number, `INV-000123`. Locks the business's counter until the transaction ends.

    Take it as the last lock: every till of the business waits for it.
    """
    numbers = InvoiceNumbers(business_id)
    number = numbers.take()
    numbers.save()
    return number


class InvoiceNumbers:
    """The next free numbers, under the lock of the counter; those that imported sales have are passed over."""

    def __init__(
        self, business_id: uuid.UUID, *, expected: int = 1, answers: Sequence[Sequence[Any]] | None = None
    ) -> None:
        """One message, none where the `answers` to what is `asked` are known; more for more than one number."""
        rows, taken = answers or statements.ask(*self.asked(business_id))
        self._counter: InvoiceCounter = rows[0][0] if rows else lock_counter(business_id)
        known = {number for (number,) in taken} if rows and expected == 1 else None
        self._free = _free(business_id, self._counter.last + 1, expected, known)

    @staticmethod
    def asked(business_id: uuid.UUID) -> tuple[statements.Question, ...]:
        """For the counter, locked, and then for the next number, if a sale has it."""
        counter = statements.rows_where(InvoiceCounter, "business_id = %s", business_id, lock=True)
        taken = f"""SELECT number FROM sales_sale WHERE business_id = %s
            AND number = (SELECT {_NEXT[connection.vendor]} FROM sales_invoicecounter WHERE business_id = %s)"""  # noqa: S608
        return counter, statements.columns((Sale._meta.get_field("number"),), taken, business_id, business_id)

    def take(self) -> str:
        """The next one, `INV-000123`."""
        self._counter.last = next(self._free)
        return _written(self._counter.last)

    def save(self) -> None:
        """Write down which was the last. One query."""
        statements.update(self._counter, "last")


def lock_counter(business_id: uuid.UUID) -> InvoiceCounter:
    """The business's counter, locked until the transaction ends: the tills of the business take turns from here."""
    counter, _ = InvoiceCounter.objects.select_for_update(no_key=True).get_or_create(business_id=business_id)
    return counter


def next_return_number(original: Sale) -> str:
    """The number of the next return of a sale, `INV-000123-R1`; the caller holds the sale's lock."""
    stem = f"{original.number[:34]}-R"
    taken = set(Sale.objects.of(original.business_id).filter(number__startswith=stem).values_list("number", flat=True))
    return next(number for n in range(1, len(taken) + 2) if (number := f"{stem}{n}") not in taken)


def _written(number: int) -> str:
    return f"INV-{number:06d}"


def _free(business_id: uuid.UUID, start: int, size: int, taken: set[str] | None) -> Iterator[int]:
    """Numbers from `start` that no sale has: one query for `size` of them, unless an import took a run.

    `taken`: which of the first `size` are, where that is known.
    """
    while True:
        asked = {_written(n): n for n in range(start, start + size)}
        if taken is None:
            taken = set(Sale.objects.of(business_id).filter(number__in=asked).values_list("number", flat=True))
        yield from (n for number, n in asked.items() if number not in taken)
        start, size, taken = start + size, CHUNK, None
