"""How long suppliers take, measured from order to receipt, and what is on its way."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean, stdev

from django.db.models import F, Sum

from common import clock
from inventory.models import GoodsReceiptLine, Product, PurchaseOrder, PurchaseOrderLine, Supplier

OPEN = (PurchaseOrder.Status.SENT, PurchaseOrder.Status.PART_RECEIVED)
LOOKS_BACK = dt.timedelta(days=730)
WITHOUT_SUPPLIER = 7  # days, what a new supplier is taken to need
SUPPLIER_COUNTS_AS = 3  # receipts: how much the supplier's average weighs beside a product's own
SHORTEST_SD = 1.0  # days
USUAL_SD = 0.3  # of the mean, where too few receipts tell it
DAY = 86400

Spell = tuple[float, float, int]
"""Mean and standard deviation in days, and the number of receipts behind them."""


@dataclass(frozen=True, slots=True)
class LeadTime:
    """Days from order to receipt of a product; `n` receipts of it were measured, 0 for none."""

    mean_days: float
    sd_days: float
    n: int


def lead_times(business_id: uuid.UUID) -> dict[uuid.UUID, LeadTime]:
    """The lead time of every active product that keeps stock, from its present supplier. Two queries.

    A product's own mean is shrunk to its supplier's, (n·own + 3·supplier) / (n + 3), and so is its standard deviation
    (at least a day). A supplier of whom nothing was measured takes the days that were typed in, and a standard
    deviation of 0.3 of them.
    """
    own, of_supplier = _measured(business_id)
    goods = Product.objects.of(business_id).filter(is_active=True, tracks_stock=True)
    found: dict[uuid.UUID, LeadTime] = {}
    for pk, supplier_id, typed_in in goods.order_by().values_list("pk", "supplier_id", "supplier__lead_time_days"):
        days = of_supplier.get(supplier_id, [])
        prior = _spell(days, _stated(float(WITHOUT_SUPPLIER if typed_in is None else typed_in)))
        found[pk] = _shrunk(own.get((supplier_id, pk), []), prior)
    return found


def supplier_lead_times(business_id: uuid.UUID) -> dict[uuid.UUID, LeadTime]:
    """The lead time of each supplier over all its products. Two queries."""
    _, of_supplier = _measured(business_id)
    typed_in = Supplier.objects.of(business_id).order_by().values_list("pk", "lead_time_days")
    return {pk: LeadTime(*_spell(of_supplier.get(pk, []), _stated(float(days)))) for pk, days in typed_in}


def on_order(business_id: uuid.UUID) -> dict[tuple[uuid.UUID, uuid.UUID], Decimal]:
    """Units ordered and not yet received, by (product, storefront) of the open orders. One query."""
    lines = PurchaseOrderLine.objects.of(business_id).filter(order__status__in=OPEN, quantity__gt=F("received"))
    by_place = lines.order_by().values_list("product_id", "order__storefront_id")
    open_units = by_place.annotate(open=Sum(F("quantity") - F("received")))
    return {(product_id, storefront_id): units for product_id, storefront_id, units in open_units}


def _measured(
    business_id: uuid.UUID,
) -> tuple[dict[tuple[uuid.UUID, uuid.UUID], list[float]], dict[uuid.UUID, list[float]]]:
    """Days from order to each receipt, by (supplier, product) and by supplier."""
    lines = GoodsReceiptLine.objects.of(business_id).filter(
        receipt__business_id=business_id,
        receipt__received_at__gt=clock.now() - LOOKS_BACK,
        receipt__order__sent_at__isnull=False,
    )
    came = lines.order_by().values_list(
        "receipt__supplier_id", "product_id", "receipt__order__sent_at", "receipt__received_at"
    )
    own: dict[tuple[uuid.UUID, uuid.UUID], list[float]] = defaultdict(list)
    of_supplier: dict[uuid.UUID, list[float]] = defaultdict(list)
    for supplier_id, product_id, sent_at, received_at in came:
        assert sent_at
        assert supplier_id
        days = max(0.0, (received_at - sent_at).total_seconds() / DAY)
        own[supplier_id, product_id].append(days)
        of_supplier[supplier_id].append(days)
    return own, of_supplier


def _stated(days: float) -> Spell:
    return days, max(SHORTEST_SD, USUAL_SD * days), 0


def _spell(days: Sequence[float], otherwise: Spell) -> Spell:
    if not days:
        return otherwise
    mean = fmean(days)
    return mean, max(SHORTEST_SD, stdev(days) if len(days) > 1 else USUAL_SD * mean), len(days)


def _shrunk(own: Sequence[float], prior: Spell) -> LeadTime:
    mean, sd, _ = prior
    n = len(own)
    if not n:
        return LeadTime(mean, sd, 0)
    own_sd = stdev(own) if n > 1 else sd
    return LeadTime(_weighted(fmean(own), mean, n), max(SHORTEST_SD, _weighted(own_sd, sd, n)), n)


def _weighted(own: float, of_supplier: float, n: int) -> float:
    return (n * own + SUPPLIER_COUNTS_AS * of_supplier) / (n + SUPPLIER_COUNTS_AS)
