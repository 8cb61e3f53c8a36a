"""An invoice for people: a page and a PDF with the same lines."""

from decimal import Decimal

from django.http import HttpResponse
from django.template.loader import render_to_string

from ai_features.models import CreditInvoice
from common import clock, money
from common.errors import InvalidInput


def as_http(invoice: CreditInvoice, wanted: str) -> HttpResponse:
    """The invoice as `html` or `pdf`. Raises `InvalidInput` for another format."""
    if wanted == "html":
        return HttpResponse(as_html(invoice))
    if wanted != "pdf":
        raise InvalidInput.field("format", "Choose json, html or pdf.")
    from ai_features.services.payments.invoice_pdf import as_pdf  # the PDF library is slow to load and large

    response = HttpResponse(as_pdf(invoice), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{invoice.written_number}.pdf"'
    return response


def lines(invoice: CreditInvoice) -> list[tuple[str, str]]:
    """What is sold, each tax, and the total: (text, amount written out)."""
    purchase = invoice.purchase
    sold = f"{purchase.credits.normalize():f} AI credits, {purchase.get_package_display()}"
    taxes = [(f"{tax['name']} {Decimal(tax['rate']).normalize():f}%", tax["amount"]) for tax in invoice.taxes]
    return [
        (sold, money.written(invoice.base_amount)),
        *[(name, money.written(Decimal(amount))) for name, amount in taxes],
        ("Total", money.written(invoice.total_amount)),
    ]


def as_html(invoice: CreditInvoice) -> str:
    """One self-contained page that prints on A4."""
    return render_to_string(
        "ai_features/invoice.html", {"invoice": invoice, "lines": lines(invoice), "day": day_of(invoice)}
    )


def day_of(invoice: CreditInvoice) -> str:
    """The day of issue as written in Ghana: 31/12/2026."""
    return f"{clock.local_date(invoice.issued_at):%d/%m/%Y}"
