"""A receipt: what a sale or return says on paper."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal

from common.money import ZERO
from sales.issued import facts
from sales.models import Payment, SaleLine
from sales.queries.documents import sale_details


@dataclass(frozen=True, slots=True)
class Item:
    """A line as printed; `total` is after discount, tax included."""

    product_id: uuid.UUID
    name: str
    sku: str
    unit: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment as printed; `tendered` is the cash handed over."""

    method: str
    name: str
    amount: Decimal
    tendered: Decimal | None
    reference: str


@dataclass(frozen=True, slots=True)
class Tax:
    name: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Place:
    """The business or the storefront, as printed on top."""

    name: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True)
class Fiscal:
    """Where the tax authority's marks belong; the last two come from a certified sales data controller."""

    tin: str
    vat_registered: bool
    sdc_id: str | None
    qr: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything a receipt prints: what was true when it was issued, and what is paid and owed of it now.

    Amounts in GHS, as on the sale: negative on a return.
    """

    receipt_id: str
    sale_id: uuid.UUID
    kind: str
    title: str
    original_number: str | None
    voided_at: dt.datetime | None
    business: Place
    storefront: Place
    fiscal: Fiscal
    sold_at: dt.datetime
    time_known: bool
    served_by: str | None
    customer: str | None
    items: list[Item]
    subtotal: Decimal
    discount: Decimal
    tax: Decimal
    taxes: list[Tax]
    total: Decimal
    payments: list[Paid]
    settled_otherwise: Decimal
    change: Decimal
    balance_due: Decimal
    due_date: dt.date | None
    note: str
    currency: str = "GHS"


def receipt(business_id: uuid.UUID, sale_id: uuid.UUID, *, storefront_id: uuid.UUID | None = None) -> Receipt:
    """The receipt of a sale or return, of one storefront where that is named; raises `NotFound`. Six queries."""
    sales = sale_details(business_id)
    if storefront_id:
        sales = sales.filter(storefront_id=storefront_id)
    sale = sales.get_or_404(business_id, sale_id)
    lines = list(sale.lines.all())
    printed = sale.issued or facts(sale, lines)
    payments = [_paid(payment) for payment in sale.payments.all()]
    settled = (-1 if sale.total < 0 else 1) * sum((paid.amount for paid in payments), ZERO)
    return Receipt(
        receipt_id=sale.number,
        sale_id=sale.pk,
        kind=sale.kind,
        title=printed["title"],
        original_number=sale.original.number if sale.original else None,
        voided_at=sale.voided_at,
        business=Place(**printed["business"]),
        storefront=Place(**printed["storefront"]),
        fiscal=Fiscal(tin=printed["tin"], vat_registered=printed["vat_registered"], sdc_id=None, qr=None),
        sold_at=sale.sold_at,
        time_known=sale.time_known,
        served_by=printed["served_by"],
        customer=sale.issued_to or (sale.customer.name if sale.customer else None),
        items=[_item(line, printed["items"][str(line.position)]) for line in lines],
        subtotal=sale.subtotal,
        discount=sale.discount,
        tax=sale.tax,
        taxes=[Tax(name, Decimal(amount)) for name, amount in printed["taxes"].items()],
        total=sale.total,
        payments=payments,
        settled_otherwise=sale.paid - settled,
        change=sum((paid.tendered - paid.amount for paid in payments if paid.tendered), ZERO),
        balance_due=sale.total - sale.paid,
        due_date=sale.due_date,
        note=sale.note,
    )


def _item(line: SaleLine, printed: dict[str, str]) -> Item:
    sold = (line.quantity, line.unit_price)
    if line.pack_quantity is not None and line.pack_price is not None:
        sold = (line.pack_quantity, line.pack_price)
    amounts = (*sold, line.discount, line.revenue + line.tax)
    return Item(line.product_id, printed["name"], printed["sku"], printed["unit"], *amounts)


def _paid(payment: Payment) -> Paid:
    name: str = payment.get_method_display()
    if payment.network:
        name = payment.get_network_display()
    return Paid(payment.method, name, payment.amount, payment.tendered, payment.reference)
