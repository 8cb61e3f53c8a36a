"""What an invoice says, line by line, as the page and the PDF both print it."""

from decimal import Decimal

from ai_features.models import CreditInvoice
from common import clock, money


def lines(invoice: CreditInvoice) -> list[tuple[str, str]]:
    """What is sold, each tax, and the total: (text, amount written out)."""
    purchase = invoice.purchase
    sold = purchase.get_package_display()
    if purchase.credits:
        sold = f"{purchase.credits.normalize():f} AI credits, {sold}"
    taxes = [(f"{tax['name']} {Decimal(tax['rate']).normalize():f}%", tax["amount"]) for tax in invoice.taxes]
    return [
        (sold, money.written(invoice.base_amount)),
        *[(name, money.written(Decimal(amount))) for name, amount in taxes],
        ("Total", money.written(invoice.total_amount)),
    ]


def day_of(invoice: CreditInvoice) -> str:
    """The day of issue as written in Ghana: 31/12/2026."""
    return f"{clock.local_date(invoice.issued_at):%d/%m/%Y}"
