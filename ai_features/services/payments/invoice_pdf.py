"""An invoice as a PDF, for those who print it."""

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from ai_features.models import CreditInvoice
from ai_features.services.payments.invoice_lines import day_of, lines


def as_pdf(invoice: CreditInvoice) -> bytes:
    """One A4 page. Letters that the built-in font lacks are written as "?"."""
    page = FPDF(format="A4")
    page.set_title(invoice.written_number)
    page.add_page()
    _line(page, "Invoice", size=20, bold=True)
    _line(page, f"{invoice.written_number}    {day_of(invoice)}")
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
