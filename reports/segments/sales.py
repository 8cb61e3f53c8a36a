"""Segments of sales: to whom, on which terms, how far paid."""

import uuid
from typing import Any

from django.db.models import F, Q

from reports.metrics import Source
from reports.metrics.metric import said
from reports.segments.segment import Members, Segment, Window
from reports.sources import rows_of
from sales.models import PriceTier, Sale

_COLUMNS = ("revenue",)
_OPEN = Q(paid__lt=F("total"), kind=Sale.Kind.SALE)


def _that(condition: Q) -> Members:
    """Sales and returns of which this holds."""

    def members(business_id: uuid.UUID, window: Window) -> Any:
        return Sale.objects.of(business_id).filter(condition).order_by().values("pk")

    return members


def _returned(business_id: uuid.UUID, window: Window) -> Any:
    returns = Sale.objects.of(business_id).filter(kind=Sale.Kind.RETURN, original__isnull=False)
    return returns.order_by().values("original_id")


def _latest(business_id: uuid.UUID, window: Window) -> Any:
    """The last sale there was to the customer, at the storefront, by the member of staff, or at all."""
    sales = rows_of(business_id, Source.SALES, cut=window.cut).filter(kind=Sale.Kind.SALE)
    return sales.order_by("-sold_at", "-pk").values("pk")[:1]


SALES = (
    Segment(
        "sale", "walk_in", "Walk-in sales", "sales for which no customer is recorded", _that(Q(customer=None)),
        said("walk in, walk-in, walk in customer, walk-in customer, walkin, passer by, passing customer,"
             "unregistered customer, unnamed customer, anonymous customer, no customer, without a customer,"
             "cash customer, unknown customer, over the counter"), _COLUMNS,
    ),
    Segment(
        "sale", "registered", "Sales to known customers", "sales for which a customer is recorded",
        _that(Q(customer__isnull=False)),
        said("registered customer, known customer, named customer, customer on record, account customer,"
             "customer with a name"), _COLUMNS,
    ),
    Segment(
        "sale", "on_credit", "Sales on credit", "sales with a due date", _that(Q(due_date__isnull=False)),
        said("on credit, on account, credit sale, sold on credit, bought on credit, on the book, on book"), _COLUMNS,
    ),
    Segment(
        "sale", "unpaid", "Sales with nothing paid", "sales of which nothing is paid yet", _that(_OPEN & Q(paid=0)),
        said("nothing paid, not paid at all, fully unpaid, nothing paid yet, paid nothing, no payment at all"),
        ("outstanding",),
    ),
    Segment(
        "sale", "part_paid", "Part-paid sales", "sales of which a part is paid and a part is open",
        _that(_OPEN & Q(paid__gt=0)),
        said("part paid, part-paid, partly paid, partially paid, half paid, paid in part, part payment,"
             "partial payment, paid some, paid small, deposit paid"), ("outstanding", "part_paid"),
    ),
    Segment(
        "sale", "fully_paid", "Paid sales", "sales that are paid in full",
        _that(Q(paid__gte=F("total"), kind=Sale.Kind.SALE)),
        said("fully paid, paid in full, paid up, settled, fully settled, completely paid, cleared, paid off"), _COLUMNS,
    ),
    Segment(
        "sale", "discounted", "Sales with a discount", "sales on which something was taken off",
        _that(Q(discount__gt=0)),
        said("with a discount, with discount, discounted, at a discount, reduced price, at reduced price"), _COLUMNS,
    ),
    Segment(
        "sale", "returned", "Sales of which something came back", "sales of which goods were brought back",
        _returned,
        said("brought back, with a return, came back, had a return, with returns, that were returned"), _COLUMNS,
    ),
    Segment(
        "sale", "wholesale", "Wholesale sales", "sales at wholesale prices", _that(Q(price_tier=PriceTier.WHOLESALE)),
        said("wholesale sale, at wholesale, wholesale, sold wholesale, at wholesale price, in bulk"), _COLUMNS,
    ),
    Segment(
        "sale", "retail", "Retail sales", "sales at retail prices", _that(Q(price_tier=PriceTier.RETAIL)),
        said("retail sale, at retail, retail, sold retail, at retail price"), _COLUMNS,
    ),
    Segment(
        "sale", "disputed", "Disputed sales", "sales that the customer disputes", _that(Q(disputed_at__isnull=False)),
        said("disputed, in dispute, disputed invoice, contested, under dispute, customer disputes"), ("outstanding",),
    ),
    Segment(
        "sale", "latest", "Latest sale", "the last sale to the customer named, at the storefront named, or of all",
        _latest,
        said("on the last visit, on the latest visit, at the last visit, on the last trip, in the latest sale,"
             "in the last sale, on the last sale, on the last receipt, on the latest receipt"),
        _COLUMNS, frozenset({"customer", "storefront", "staff"}),
    ),
)  # fmt: skip
