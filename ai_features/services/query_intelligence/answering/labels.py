"""Names for the keys of groups. One query for each dimension that has rows of its own."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import Model

from accounts.models import Membership, Storefront
from ai_features.services.query_intelligence.days.almanac import unit_span, written
from common import money
from common import shop_clock as clock
from inventory.models import Category, Product, StockMovement, Supplier
from reports.dimensions import DIMENSIONS, VALUE_TITLES, WEEKDAY_TITLES
from sales.models import Customer, Payment, Sale, SaleLine

_MODELS: dict[str, type[Model]] = {
    "product": Product,
    "category": Category,
    "customer": Customer,
    "storefront": Storefront,
    "staff": Membership,
    "supplier": Supplier,
    "destination": Storefront,
}
_NOT_RECORDED = frozenset({"customer", "staff", "method", "network", "price_tier", "destination"})


def names(business_id: uuid.UUID, dimensions: Sequence[str], keys: Iterable[tuple[Any, ...]]) -> list[tuple[str, ...]]:
    """The labels of each key, in order."""
    wanted = list(keys)
    columns = []
    for place, dimension in enumerate(dimensions):
        values = [key[place] for key in wanted]
        found = _found(business_id, dimension, values)
        columns.append([_label(dimension, value, found) for value in values])
    return list(zip(*columns, strict=True)) if columns else [() for _ in wanted]


def nobody(dimension: str) -> str:
    """What stands where there is no customer, no brand."""
    kind = DIMENSIONS[dimension]
    return f"{kind.plural} not recorded" if dimension in _NOT_RECORDED else f"no {kind.title}"


def _found(business_id: uuid.UUID, dimension: str, values: list[Any]) -> dict[Any, str]:
    ids = {value for value in values if value}
    if not ids:
        return {}
    if dimension in _ROWS:
        return _ROWS[dimension](business_id, ids)
    model = _MODELS.get(dimension)
    if model is None:
        return {}
    return dict(model._default_manager.filter(business_id=business_id, pk__in=ids).values_list("pk", "name"))


def _label(dimension: str, value: Any, found: dict[Any, str]) -> str:
    if value is None or value == "":
        return nobody(dimension)
    if dimension in _MODELS or dimension in _ROWS:
        return found.get(value, nobody(dimension))
    if isinstance(value, dt.date):
        return written(*unit_span(dimension, value))
    if dimension == "weekday":
        return WEEKDAY_TITLES[int(value) - 1]
    return f"{int(value):02d}:00" if dimension == "hour" else VALUE_TITLES.get(str(value), str(value))


def _day(moment: dt.datetime | dt.date) -> str:
    day = clock.local_date(moment) if isinstance(moment, dt.datetime) else moment
    return f"{day.day} {day:%B %Y}"


def _to(customer: Customer | None) -> str:
    return f" to {customer.name}" if customer else ""


def _sales(business_id: uuid.UUID, ids: Iterable[Any]) -> dict[Any, str]:
    """ "S12 on 20 November 2026 to Ama Mensah", and when it is due while it is not paid."""
    found = Sale.objects.of(business_id).filter(pk__in=ids).select_related("customer").order_by()
    return {
        sale.pk: f"{sale.number} on {_day(sale.sold_at)}{_to(sale.customer)}"
        + (f", due {_day(sale.due_date)}" if sale.due_date and sale.paid < sale.total else "")
        for sale in found
    }


def _payments(business_id: uuid.UUID, ids: Iterable[Any]) -> dict[Any, str]:
    """ "Mobile money on 20 November 2026 from Ama Mensah"; a refund is to."""
    found = Payment.objects.of(business_id).filter(pk__in=ids).select_related("customer").order_by()
    labels = {}
    for each in found:
        back = each.kind == Payment.Kind.REFUND
        who = f" {'to' if back else 'from'} {each.customer.name}" if each.customer else ""
        method = VALUE_TITLES[each.method]
        how = f"Refund by {method}" if back else f"{method[:1].upper()}{method[1:]}"
        labels[each.pk] = f"{how} on {_day(each.received_at)}{who}"
    return labels


def _lines(business_id: uuid.UUID, ids: Iterable[Any]) -> dict[Any, str]:
    """ "2 Milo 400 g on 20 November 2026 to Ama Mensah"."""
    found = SaleLine.objects.of(business_id).filter(pk__in=ids).select_related("product", "sale__customer").order_by()
    return {
        line.pk: f"{money.written_quantity(line.quantity)} {line.product.name} on {_day(line.sold_at)}"
        f"{_to(line.sale.customer)}"
        for line in found
    }


def _movements(business_id: uuid.UUID, ids: Iterable[Any]) -> dict[Any, str]:
    """ "Purchase of Milo 400 g on 20 November 2026, Harbour Foods"."""
    found = StockMovement.objects.of(business_id).filter(pk__in=ids).select_related("product", "storefront").order_by()
    return {
        each.pk: f"{each.get_kind_display()} of {each.product.name} at {each.storefront.name} on {_day(each.at)}"
        + (f", {each.reason}" if each.reason else "")
        for each in found
    }


_ROWS: dict[str, Callable[[uuid.UUID, Iterable[Any]], dict[Any, str]]] = {
    "sale": _sales,
    "payment": _payments,
    "line": _lines,
    "movement": _movements,
}
