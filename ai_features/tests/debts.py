"""Debts for tests of credit and collections: customers with a history of paying, and open invoices, around today."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from common import clock
from conftest import Shop
from reports.tests.builders import make_debtor, make_invoice
from sales.models import Customer, Sale


def ago(days: int) -> str:
    """The day so many days before today, as text."""
    return (clock.today() - dt.timedelta(days=days)).isoformat()


def make_payer(
    shop: Shop, name: str = "", lateness: Sequence[int] = (), *, amount: str = "100.00", **fields: Any
) -> Customer:
    """A customer who settled an invoice for each number of days late, one every 20 days up to 60 days ago."""
    customer = make_debtor(shop.business, name, **fields)
    for number, late in enumerate(lateness):
        due = 60 + 20 * number + max(late, 0)
        make_invoice(customer, amount, ago(due + 30), ago(due), (ago(due - late), amount))
    return customer


def make_overdue(customer: Customer, amount: str | Decimal = "100.00", days: int = 10, **fields: Any) -> Sale:
    """An open invoice so many days overdue; negative: not yet due."""
    return make_invoice(customer, amount, ago(days + 30), ago(days), **fields)
