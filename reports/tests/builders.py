"""Builders of receivables for tests: an invoice, and what was paid of it on which day."""

import datetime as dt
import itertools
from decimal import Decimal
from typing import Any

from accounts.models import Business
from accounts.tests.builders import make_storefront
from common import clock
from sales.models import Customer, Payment, PaymentAllocation, Sale

_numbers = itertools.count(1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def noon(date: dt.date | str) -> dt.datetime:
    at = day(date) if isinstance(date, str) else date
    return clock.start_of(at) + dt.timedelta(hours=12)


def make_debtor(business: Business, name: str = "", **fields: Any) -> Customer:
    return Customer.objects.create(business=business, name=name or f"Customer {next(_numbers)}", **fields)


def make_invoice(
    customer: Customer | None, total: str | Decimal, sold: str, due: str, *paid: tuple[str, str], **fields: Any
) -> Sale:
    """An invoice of `total` sold and due on those days, with payments `(day, amount)` allocated to it."""
    business = fields.pop("business", None) or customer.business  # type: ignore[union-attr]
    storefront = fields.pop("storefront", None) or _storefront(business)
    amount, number = Decimal(total), fields.pop("number", f"INV-{next(_numbers):05d}")
    sale = Sale.objects.create(
        business=business,
        customer=customer,
        storefront=storefront,
        number=number,
        sold_at=noon(sold),
        due_date=day(due),
        subtotal=amount,
        total=amount,
        **fields,
    )
    for on, part in paid:
        pay(sale, on, part)
    return sale


def pay(sale: Sale, on: str, amount: str) -> PaymentAllocation:
    """Money received on a day and allocated to the invoice."""
    part = Decimal(amount)
    payment = Payment.objects.create(
        business=sale.business,
        customer=sale.customer,
        method=Payment.Method.CASH,
        amount=part,
        allocated=part,
        received_at=noon(on),
    )
    sale.paid += part
    sale.settled_at = noon(on) if sale.paid >= sale.total else None
    sale.save(update_fields=["paid", "settled_at"])
    return PaymentAllocation.objects.create(
        business=sale.business, invoice=sale, payment=payment, amount=part, at=noon(on)
    )


def _storefront(business: Business) -> Any:
    from accounts.models import Storefront

    return Storefront.objects.of(business.pk).first() or make_storefront(business)
