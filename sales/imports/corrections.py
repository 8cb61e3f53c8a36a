"""Stored lines that a corrected file has otherwise: taken out of their sale, with what was paid for them."""

import uuid
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import QuerySet

from common.import_journal import Journal
from common.money import ZERO
from sales.imports.lines import BadLine
from sales.models import Payment, PaymentAllocation, Sale, SaleLine

Content = tuple[uuid.UUID, Decimal, Decimal]  # product, quantity, unit price
SALE_FIELDS = ("subtotal", "total", "paid", "due_date", "settled_at")
PAYMENT_FIELDS = ("amount", "allocated")


def check_correction(sale: Sale, contents: Counter[Content]) -> None:
    """Raise `BadLine` for a sale on which something was built since: goods that came back, money from the till."""
    lines = _lines(sale, contents)
    if SaleLine.objects.of(sale.business_id).filter(original_line__in=lines).exists():
        raise BadLine(f"goods of invoice {sale.number} came back since: correct it at the till")
    if Payment.objects.of(sale.business_id).filter(reverses__in=_payments(sale)).exists():
        raise BadLine(f"money of invoice {sale.number} was paid back since: correct it at the till")
    rest = sale.total - sum((line.revenue for line in lines), ZERO)
    if abs(sale.paid) - abs(rest) > _paid_by_import(sale):
        raise BadLine(f"invoice {sale.number} was paid at the till since: correct it there")


def take_out(sale: Sale, contents: Counter[Content], journal: Journal) -> int:
    """Delete the lines, and reduce the sale and its imported payments by them; how many lines. The sale is not saved.

    What stays paid is never more than what stays sold; the latest payment shrinks first.
    """
    lines = _lines(sale, contents)
    journal.remove(lines)
    sale.subtotal -= sum((line.revenue for line in lines), ZERO)
    sale.total = sale.subtotal
    SaleLine.objects.filter(pk__in=[line.pk for line in lines]).delete()
    too_much = abs(sale.paid) - abs(sale.total)
    if too_much > 0:
        sale.paid = sale.total
        _shrink(_payments(sale), sale, too_much, journal)
    return len(lines)


def _lines(sale: Sale, contents: Counter[Content]) -> list[SaleLine]:
    left, found = Counter(contents), []
    for line in SaleLine.objects.of(sale.business_id).filter(sale=sale).order_by("-position", "-id"):
        if left[line.product_id, line.quantity, line.unit_price] > 0:
            left[line.product_id, line.quantity, line.unit_price] -= 1
            found.append(line)
    return found


def _payments(sale: Sale) -> QuerySet[Payment]:
    """The payments that came with this sale's import, the latest first."""
    mine = Payment.objects.of(sale.business_id).filter(imported=True)
    mine = mine.filter(sale=sale) if sale.kind == Sale.Kind.RETURN else mine.filter(allocations__invoice=sale)
    return mine.order_by("-received_at", "-id")


def _paid_by_import(sale: Sale) -> Decimal:
    return sum((payment.amount for payment in _payments(sale)), ZERO)


def _shrink(payments: Iterable[Payment], sale: Sale, amount: Decimal, journal: Journal) -> None:
    for payment in payments:
        part = min(amount, payment.amount)
        amount -= part
        allocations = list(PaymentAllocation.objects.filter(payment=payment, invoice=sale))
        if part == payment.amount:
            journal.remove([payment])
            journal.remove(allocations)
            PaymentAllocation.objects.filter(payment=payment).delete()
            payment.delete()
        elif part:
            journal.watch([payment], PAYMENT_FIELDS)
            journal.watch(allocations, ["amount"])
            payment.amount, payment.allocated = payment.amount - part, payment.allocated - part
            payment.save(update_fields=PAYMENT_FIELDS)
            for allocation in allocations:
                allocation.amount -= part
                allocation.save(update_fields=["amount"])
