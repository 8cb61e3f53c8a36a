"""Names for the keys of groups. One query for each dimension that has rows of its own."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model

from accounts.models import Membership, Storefront
from ai_features.services.query_intelligence.days.almanac import unit_span, written
from ai_features.services.query_intelligence.vocabulary import METHOD_TITLES, WEEKDAY_TITLES
from common import clock
from inventory.models import Category, Product, Supplier
from sales.models import Customer, Sale

_MODELS: dict[str, type[Model]] = {
    "product": Product, "category": Category, "customer": Customer, "storefront": Storefront, "staff": Membership,
    "supplier": Supplier,
}  # fmt: skip
NOBODY = {
    "product": "no product", "category": "no category", "brand": "no brand", "customer": "customers not recorded",
    "storefront": "no storefront", "staff": "staff not recorded", "supplier": "no supplier", "method": "not recorded",
    "network": "not recorded", "price_tier": "not recorded", "sale": "no sale",
}  # fmt: skip


def names(business_id: uuid.UUID, dimensions: Sequence[str], keys: Iterable[tuple[Any, ...]]) -> list[tuple[str, ...]]:
    """The labels of each key, in order."""
    wanted = list(keys)
    columns = []
    for place, dimension in enumerate(dimensions):
        values = [key[place] for key in wanted]
        found = _found(business_id, dimension, values)
        columns.append([_label(dimension, value, found) for value in values])
    return list(zip(*columns, strict=True)) if columns else [() for _ in wanted]


def _found(business_id: uuid.UUID, dimension: str, values: list[Any]) -> dict[Any, str]:
    if dimension == "sale":
        return _sales(business_id, values)
    model = _MODELS.get(dimension)
    ids = {value for value in values if value}
    if model is None or not ids:
        return {}
    rows = model._default_manager.filter(business_id=business_id, pk__in=ids).values_list("pk", "name")
    return dict(rows)


def _sales(business_id: uuid.UUID, ids: list[Any]) -> dict[Any, str]:
    """ "S12 on 20 November 2026 to Ama Mensah", and when it is due while it is not paid."""
    found = {}
    for sale in Sale.objects.of(business_id).filter(pk__in=ids).select_related("customer").order_by():
        day, due = clock.local_date(sale.sold_at), sale.due_date if sale.paid < sale.total else None
        buyer = f" to {sale.customer.name}" if sale.customer else ""
        when = f", due {due.day} {due:%B %Y}" if due else ""
        found[sale.pk] = f"{sale.number} on {day.day} {day:%B %Y}{buyer}{when}"
    return found


def _label(dimension: str, value: Any, found: dict[Any, str]) -> str:
    if value is None or value == "":
        return NOBODY[dimension]
    if dimension in _MODELS or dimension == "sale":
        return found.get(value, NOBODY[dimension])
    if isinstance(value, dt.date):
        return written(*unit_span(dimension, value))
    if dimension == "weekday":
        return WEEKDAY_TITLES[int(value) - 1]
    if dimension == "hour":
        return f"{int(value):02d}:00"
    return METHOD_TITLES.get(str(value), str(value))
