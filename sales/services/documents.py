"""Documents beside the sale itself, returns and exchanges: written with all that belongs to them."""

from collections.abc import Sequence

from sales.issued import issue
from sales.models import Payment, Sale, SaleLine
from sales.services.allocation import Allocations


def write_document(made: Sale, rows: Sequence[SaleLine], money: Sequence[Payment], allocations: Allocations) -> None:
    """Write the document, its lines, the money that came or went, and what that settles."""
    issue(made, rows)
    made.save(force_insert=True)
    SaleLine.objects.bulk_create(rows)
    Payment.objects.bulk_create(money)
    allocations.save()
