"""Writes one batch of lines as sales, lines, payments and allocations, in one transaction."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from common import bulk
from common.import_journal import Journal
from common.money import cedis
from sales.imports.catalogue import Catalogue
from sales.imports.corrections import SALE_FIELDS
from sales.imports.documents import Document
from sales.imports.lines import Line, Method
from sales.models import Payment, PaymentAllocation, Sale, SaleLine

Receipt = tuple[dt.datetime, Method, str]


@dataclass
class Rows:
    """What a batch adds, table by table."""

    new: list[Sale] = field(default_factory=list)
    grown: list[Sale] = field(default_factory=list)
    lines: list[SaleLine] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    allocations: list[PaymentAllocation] = field(default_factory=list)

    def save(self, journal: Journal) -> None:
        """Insert everything; invoices that were stored before and grew are updated."""
        grown = {sale.pk for sale in self.grown}
        journal.add(sale for sale in self.new if sale.kind == Sale.Kind.SALE)
        journal.add(sale for sale in self.new if sale.kind == Sale.Kind.RETURN)  # these know their sales
        journal.add(line for line in self.lines if line.sale_id in grown)
        journal.add(self.payments)
        journal.add(self.allocations)
        bulk.insert(self.new)
        Sale.objects.bulk_update(self.grown, SALE_FIELDS)
        bulk.insert(self.lines)
        bulk.insert(self.payments)
        bulk.insert(self.allocations)


def rows_of(documents: list[Document], catalogue: Catalogue) -> Rows:
    """The rows that the new lines of `documents` become. Changes the documents' sales, saves nothing."""
    rows = Rows()
    for document in documents:
        sale = document.sale
        (rows.grown if document.stored else rows.new).append(sale)
        sale.sold_by_id = sale.sold_by_id or catalogue.staff.get(document.new[0].staff)
        receipts = _add_lines(document, rows)
        _add_payments(sale, receipts, rows)
        sale.settled_at = _settled_at(sale, receipts)
    return rows


def pay_off(documents: list[tuple[Document, Decimal]]) -> Rows:
    """The rows of payments for stored invoices that an earlier run left open. Changes the sales, saves nothing."""
    rows = Rows()
    for document, amount in documents:
        line = max((line for line in document.known if line.paid_at), key=lambda line: line.paid_at or line.sold_at)
        assert line.paid_at
        receipts = {(line.paid_at, line.method, line.network): amount}
        _add_payments(document.sale, receipts, rows)
        document.sale.settled_at = _settled_at(document.sale, receipts)
        rows.grown.append(document.sale)
    return rows


def _add_lines(document: Document, rows: Rows) -> dict[Receipt, Decimal]:
    """Add the lines and their amounts to the sale; returns what was paid for them, by time and method."""
    sale, lines = document.sale, document.new
    sale.due_date = sale.due_date or next((line.due_date for line in lines if line.due_date), None)
    paid_at = next((line.paid_at for line in lines if line.paid_at), None if sale.due_date else sale.sold_at)
    receipts: dict[Receipt, Decimal] = defaultdict(Decimal)
    for position, line in enumerate(lines, start=document.position):
        rows.lines.append(_sale_line(sale, line, position))
        sale.subtotal += line.revenue
        settled = line.paid_at or (None if line.due_date else paid_at)
        if settled:
            receipts[settled, line.method, line.network] += line.revenue
    sale.total = sale.subtotal
    return receipts


def _sale_line(sale: Sale, line: Line, position: int) -> SaleLine:
    return SaleLine(
        business_id=sale.business_id,
        sale_id=sale.pk,
        product_id=line.product_id,
        storefront_id=sale.storefront_id,
        sold_at=sale.sold_at,
        position=position,
        quantity=line.quantity,
        unit_price=line.unit_price,
        list_price=line.list_price,
        unit_cost=line.unit_cost,
        revenue=line.revenue,
        cost=None if line.unit_cost is None else cedis(line.quantity * line.unit_cost),
    )


def _add_payments(sale: Sale, receipts: dict[Receipt, Decimal], rows: Rows) -> None:
    for (at, method, network), amount in receipts.items():
        if not amount:
            continue
        sale.paid += amount
        payment = _payment(sale, at, abs(amount))
        payment.method, payment.network = method, network
        rows.payments.append(payment)
        if sale.kind == Sale.Kind.SALE:
            rows.allocations.append(
                PaymentAllocation(
                    business_id=sale.business_id, invoice=sale, payment=payment, amount=amount, at=max(at, sale.sold_at)
                )
            )


def _payment(sale: Sale, at: dt.datetime, amount: Decimal) -> Payment:
    """Money received for a sale, or paid back for a return; tied to the sale when it changed hands with it."""
    is_return = sale.kind == Sale.Kind.RETURN
    return Payment(
        business_id=sale.business_id,
        kind=Payment.Kind.REFUND if is_return else Payment.Kind.RECEIVED,
        customer_id=sale.customer_id,
        sale=sale if is_return or at == sale.sold_at else None,
        storefront_id=sale.storefront_id,
        amount=amount,
        allocated=amount,
        received_by_id=sale.sold_by_id,
        received_at=at,
        imported=True,
    )


def _settled_at(sale: Sale, receipts: dict[Receipt, Decimal]) -> dt.datetime | None:
    if sale.paid != sale.total:
        return None
    moments = [at for at, _, _ in receipts]
    return max([sale.sold_at, *moments, *([sale.settled_at] if sale.settled_at else [])])
