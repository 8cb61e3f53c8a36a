"""What stands in the storefronts now, and what came in and went out."""

import uuid
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from common import money
from common import shop_clock as clock
from inventory.models import Product, Stock, StockMovement
from reports import metric_queries, names
from reports.metric_queries import Cut
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, figures, quantity
from reports.shapes import Id, Money, Quantity, shape

VALUES = ("stock", "stock_value", "stock_retail_value")
COVER_DAYS_MOST = 999


def summarise_stock(business_id: uuid.UUID, period: Period) -> Summary:
    cut = Cut(filters=period.cut.filters)
    stocked = _stocked(business_id, period)
    return figures(metric_queries.total(business_id, VALUES, cut=cut), *VALUES) | {
        "products": len(stocked),
        "out_of_stock": sum(1 for units, _ in stocked.values() if units <= 0),
        "to_reorder": sum(1 for units, level in stocked.values() if units <= level and level > 0),
    }


def build_stock(business_id: uuid.UUID, asked: Asked) -> Answer:
    """Products by what the stock of them is worth at cost; days of cover from the sales of the period."""
    period = asked.period
    on_hand = {key: units for key, (units, _) in _stocked(business_id, period).items()}
    products = Product.objects.of(business_id).filter(tracks_stock=True).select_related("category")
    sold = {
        row.key[0]: row["units"] or Decimal(0)
        for row in metric_queries.by(business_id, ["units"], dimensions=["product"], cut=period.cut)
    }
    rows = [_stock_row(p, on_hand[p.pk], sold.get(p.pk, Decimal(0)), period.days) for p in products if p.pk in on_hand]
    rows.sort(key=_by_cover if asked.order == "cover" else _by_value)
    return Answer(summarise_stock(business_id, period), rows[: asked.limit])


def _by_value(row: dict[str, Any]) -> Decimal:
    return -Decimal(row["value_at_cost"])


def _by_cover(row: dict[str, Any]) -> float:
    return COVER_DAYS_MOST if row["days_of_cover"] is None else float(row["days_of_cover"])


def _stocked(business_id: uuid.UUID, period: Period) -> dict[uuid.UUID, tuple[Decimal, Decimal]]:
    """Units on hand and the reorder level of each product whose stock is kept: active, or retired with some left.

    What is retired is not to be reordered: its level is zero. Two queries.
    """
    levels = Product.objects.of(business_id).filter(tracks_stock=True).order_by()
    stock = Stock.objects.of(business_id).order_by()
    if period.storefront_id:
        stock = stock.filter(storefront_id=period.storefront_id)
    units = dict(stock.values_list("product_id").annotate(units=Sum("quantity")))
    return {
        key: (units.get(key, Decimal(0)), level if active else Decimal(0))
        for key, level, active in levels.values_list("pk", "reorder_level", "is_active")
        if active or units.get(key)
    }


def _stock_row(product: Product, on_hand: Decimal, sold: Decimal, days: int) -> dict[str, Any]:
    cover = (on_hand * days / sold) if sold > 0 else None
    return {
        "product_id": product.pk,
        "product": product.name,
        "sku": product.sku,
        "category": product.category.name if product.category else "",
        "on_hand": quantity(on_hand),
        "unit": product.unit,
        "reorder_level": quantity(product.reorder_level),
        "retired": not product.is_active,
        "low_stock": product.is_active and product.reorder_level > 0 and on_hand <= product.reorder_level,
        "value_at_cost": money.plain(on_hand * product.cost),
        "value_at_retail": money.plain(on_hand * product.retail_price),
        "units_sold": quantity(sold),
        "days_of_cover": None if cover is None else min(COVER_DAYS_MOST, int(cover)),
        "note": "" if sold > 0 else "No sales in this period.",
    }


def summarise_movement(business_id: uuid.UUID, period: Period) -> Summary:
    found = (
        _movements(business_id, period)
        .values_list("kind")
        .annotate(
            came_in=Sum("quantity", filter=Q(quantity__gt=0)),
            went_out=Sum("quantity", filter=Q(quantity__lt=0)),
            moves=Count("pk"),
        )
    )
    kinds = {kind: (came or Decimal(0), -(went or Decimal(0)), moves) for kind, came, went, moves in found}
    zero = (Decimal(0), Decimal(0), 0)
    return {
        "units_in": quantity(sum((came for came, _, _ in kinds.values()), Decimal(0))),
        "units_out": quantity(sum((went for _, went, _ in kinds.values()), Decimal(0))),
        "movements": sum(moves for _, _, moves in kinds.values()),
        "by_kind": {
            kind: {"in": quantity(kinds.get(kind, zero)[0]), "out": quantity(kinds.get(kind, zero)[1])}
            for kind in StockMovement.Kind.values
        },
    }


def build_movement(business_id: uuid.UUID, asked: Asked) -> Answer:
    kinds = StockMovement.Kind.values
    sums = {kind: Sum("quantity", filter=Q(kind=kind), default=Decimal(0)) for kind in kinds}
    moved = list(_movements(business_id, asked.period).values_list("product_id").annotate(moves=Count("pk"), **sums))
    moved.sort(key=lambda row: (-row[1], str(row[0])))
    products = names.products(business_id, [row[0] for row in moved[: asked.limit]])
    rows = [
        {
            "product_id": key,
            "product": products[key].name,
            "sku": products[key].sku,
            "movements": moves,
            **{kind: quantity(units) for kind, units in zip(kinds, units_by_kind, strict=True)},
            "net": quantity(sum(units_by_kind, Decimal(0))),
        }
        for key, moves, *units_by_kind in moved[: asked.limit]
    ]
    return Answer(summarise_movement(business_id, asked.period), rows)


def _movements(business_id: uuid.UUID, period: Period) -> QuerySet[StockMovement]:
    found = StockMovement.objects.of(business_id).filter(
        at__gte=clock.start_of(period.start), at__lt=clock.start_of(period.end)
    )
    if period.storefront_id:
        found = found.filter(storefront_id=period.storefront_id)
    return found.order_by()


StockTotals = shape("StockOnHandTotals", *VALUES, products=int, out_of_stock=int, to_reorder=int)
StockRow = shape(
    "StockOnHandRow",
    product_id=Id,
    product=str,
    sku=str,
    category=str,
    on_hand=Quantity,
    unit=str,
    reorder_level=Quantity,
    retired=bool,
    low_stock=bool,
    value_at_cost=Money,
    value_at_retail=Money,
    units_sold=Quantity,
    days_of_cover=int | None,
    note=str,
)
_InAndOut = shape("UnitsInAndOut", **{"in": Quantity, "out": Quantity})
MovementTotals = shape(
    "StockMovementTotals",
    units_in=Quantity,
    units_out=Quantity,
    movements=int,
    by_kind=shape("StockMovementKinds", **dict.fromkeys(StockMovement.Kind.values, _InAndOut)),
)
MovementRow = shape(
    "StockMovementRow",
    product_id=Id,
    product=str,
    sku=str,
    movements=int,
    **dict.fromkeys(StockMovement.Kind.values, Quantity),
    net=Quantity,
)

ON_HAND = Report(
    key="stock_on_hand",
    title="Stock on hand",
    path="inventory/stock",
    build=build_stock,
    summarise=summarise_stock,
    totals=StockTotals,
    row=StockRow,
    orders=("value", "cover"),
    about="Stock as it stands now, its value, and how many days it lasts at the period's rate of sale.",
)
MOVEMENT = Report(
    key="stock_movement",
    title="Stock movement",
    path="inventory/movement",
    build=build_movement,
    summarise=summarise_movement,
    totals=MovementTotals,
    row=MovementRow,
    about="Units in and out by kind of movement.",
)
