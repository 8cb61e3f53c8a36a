"""An invoice for people: a page and a PDF with the same lines."""

from decimal import Decimal

from django.http import HttpResponse
from django.template.loader import render_to_string
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from ai_features.models import CreditInvoice
from common import clock, money
from common.errors import InvalidInput


def as_http(invoice: CreditInvoice, wanted: str) -> HttpResponse:
    """The invoice as `html` or `pdf`. Raises `InvalidInput` for another format."""
    if wanted == "html":
        return HttpResponse(as_html(invoice))
    if wanted != "pdf":
        raise InvalidInput.field("format", "Choose json, html or pdf.")
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
        "ai_features/invoice.html", {"invoice": invoice, "lines": lines(invoice), "day": _day(invoice)}
    )


def as_pdf(invoice: CreditInvoice) -> bytes:
    """One A4 page. Letters that the built-in font lacks are written as "?"."""
    page = FPDF(format="A4")
    page.set_title(invoice.written_number)
    page.add_page()
    _line(page, "Invoice", size=20, bold=True)
    _line(page, f"{invoice.written_number}    {_day(invoice)}")
    page.ln(6)
    for title, party in (("From", invoice.seller), ("To", invoice.buyer)):
        _line(page, title, bold=True)
        for text in (party["name"], party["address"], f"TIN {party['tin']}" if party["tin"] else ""):
            if text:
                _line(page, text)
        page.ln(4)
    for text, amount in lines(invoice):
        page.set_font("Helvetica", style="B" if text == "Total" else "", size=11)
        page.cell(130, 8, _latin(text), border="B")
        page.cell(50, 8, amount, border="B", align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    page.ln(6)
    _line(
        page, f"Paid by {invoice.purchase.get_payment_method_display().lower()}, {invoice.purchase.payment_reference}"
    )
    return bytes(page.output())


def _line(page: FPDF, text: str, *, size: int = 11, bold: bool = False) -> None:
    page.set_font("Helvetica", style="B" if bold else "", size=size)
    page.cell(0, size * 0.6, _latin(text), new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _latin(text: str) -> str:
    """What the PDF's built-in font can show: Twi letters fall back to the plain ones people type."""
    plain = text.translate(str.maketrans("ɛɔƐƆ₵’–", "eoEOc'-"))
    return plain.encode("latin-1", "replace").decode("latin-1")


def _day(invoice: CreditInvoice) -> str:
    return f"{clock.local_date(invoice.issued_at):%d/%m/%Y}"
