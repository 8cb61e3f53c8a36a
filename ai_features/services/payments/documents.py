"""An invoice for people: a page and a PDF with the same lines."""

from django.http import HttpResponse
from django.template.loader import render_to_string

from ai_features.models import CreditInvoice
from ai_features.services.payments.invoice_lines import day_of, lines
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


def as_html(invoice: CreditInvoice) -> str:
    """One self-contained page that prints on A4."""
    return render_to_string(
        "ai_features/invoice.html", {"invoice": invoice, "lines": lines(invoice), "day": day_of(invoice)}
    )
