"""Segments of products: by what is on hand, how it sells and what it is priced at."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from inventory.models import QUANTITY, Product
from inventory.search.lexicon import common
from reports.metrics import PACE_DAYS, Source
from reports.metrics.metric import said
from reports.segments.segment import Members, Segment, Window
from reports.sources import Cut, rows_of

FINISHING_DAYS = 14
OVERSTOCK_DAYS = 180
_STOCKED = frozenset({"storefront"})
_UNITS: DecimalField[Decimal, Decimal] = DecimalField(**QUANTITY)


def _products(business_id: uuid.UUID, window: Window) -> Any:
    """Active products that stock is kept of: `on_hand`, and `sold` in the days of the cut, units less returns."""
    cut = window.cut
    here = Cut(filters=cut.filters, excluding=cut.excluding)
    stock = _of_outer(rows_of(business_id, Source.STOCK, cut=here))
    sold = _of_outer(rows_of(business_id, Source.LINES, cut=cut))
    kept = Product.objects.of(business_id).filter(is_active=True, tracks_stock=True).order_by()
    return kept.annotate(on_hand=_sum(stock), sold=_sum(sold))


def _of_outer(rows: Any) -> Any:
    return rows.filter(product_id=OuterRef("pk")).values("product_id").annotate(units=Sum("quantity")).values("units")


def _sum(units: Any) -> Coalesce:
    return Coalesce(Subquery(units, output_field=_UNITS), Value(Decimal(0)), output_field=_UNITS)


def _that(condition: Q) -> Members:
    """Products of which this holds, with what is on hand and what was sold in the days asked for."""

    def members(business_id: uuid.UUID, window: Window) -> Any:
        return _products(business_id, window).filter(condition).values("pk")

    return members


def _at_pace(business_id: uuid.UUID, window: Window) -> Any:
    """The same with `sold` in the last 30 days, whatever days are asked for."""
    start = window.today - dt.timedelta(days=PACE_DAYS)
    cut = Cut(start, window.today, window.cut.filters, window.cut.excluding)
    return _products(business_id, Window(cut, window.today))


def _finishing(business_id: uuid.UUID, window: Window) -> Any:
    days = Decimal(window.number or FINISHING_DAYS)
    soon = Q(on_hand__gt=0, sold__gt=0, on_hand__lte=F("sold") * days / PACE_DAYS)
    return _at_pace(business_id, window).filter(soon).values("pk")


def _overstock(business_id: uuid.UUID, window: Window) -> Any:
    days = Decimal(window.number or OVERSTOCK_DAYS)
    much = Q(sold__gt=0, on_hand__gt=F("sold") * days / PACE_DAYS)
    return _at_pace(business_id, window).filter(much).values("pk")


def _never_sold(business_id: uuid.UUID, window: Window) -> Any:
    sold = rows_of(business_id, Source.LINES, cut=Cut(filters=window.cut.filters)).values("product_id")
    return Product.objects.of(business_id).filter(is_active=True).exclude(pk__in=sold).order_by().values("pk")


def _priced(condition: Q) -> Members:
    """Active products of which this holds in the catalogue."""

    def members(business_id: uuid.UUID, window: Window) -> Any:
        return Product.objects.of(business_id).filter(condition, is_active=True).order_by().values("pk")

    return members


def _accessories(business_id: uuid.UUID, _window: Window) -> Any:
    words = "|".join(sorted(common().accessories))
    named = Q(name__iregex=rf"(^|[^a-z])({words})s?([^a-z]|$)")
    return Product.objects.of(business_id).filter(named).order_by().values("pk")


PRODUCTS = (
    Segment(
        "product", "accessory", "Accessories",
        "products that go with others by their name: a charger, a case, a cable", _accessories,
        said("accessory, accessories, phone accessories"),
        ("units", "revenue"),
        says="go with other goods",
    ),
    Segment(
        "product", "low", "Products to restock", "products whose units on hand are at or below their reorder level",
        _that(Q(on_hand__lte=F("reorder_level"))),
        said("low stock, low in stock, low on stock, running low, running out, run out soon, stock is low, low item,"
             "needs restocking, need restocking, need to restock, to restock, restock, restocking, reorder, to reorder,"
             "need reordering, reordering, replenish, replenishment, need replenishing, top up, to be ordered,"
             "need to order, need to buy, should buy, should order, below reorder level, below the reorder level,"
             "at reorder level, below minimum, below minimum stock, almost finished, almost finishing, nearly finished,"
             "nearly finishing, close to finishing, about to finish, dey finish,"
             "getting finished, remaining small, left small, understocked"),
        ("cover_days", "stock", "reorder_level", "suggested_order"), _STOCKED, low_first=True,
        says="need restocking",
    ),
    Segment(
        "product", "out_of_stock", "Products out of stock", "active products with no units on hand",
        _that(Q(on_hand__lte=0)),
        said("out of stock, out-of-stock, stocked out, stock out, stockout, sold out, finished, no stock, zero stock,"
             "nothing left, none left, not in stock, not available, unavailable, all gone, don finish, is finished,"
             "are finished, have no stock, has no stock, with no stock, ran out, run out"),
        ("sold_30_days", "stock"), _STOCKED,
        says="are out of stock",
    ),
    Segment(
        "product", "in_stock", "Products in stock", "active products with units on hand", _that(Q(on_hand__gt=0)),
        said("in stock, available, still available, still have some, still has some, with stock, have stock,"
             "has stock, on the shelf, still in stock, not finished"),
        ("stock", "stock_value"), _STOCKED,
        says="are in stock",
    ),
    Segment(
        "product", "unsold", "Products not selling",
        "products with units on hand of which none was sold in the period", _that(Q(on_hand__gt=0, sold__lte=0)),
        said("not selling, not sold, unsold, not moving, not moved, no sales, no sale, without sales, without a sale,"
             "zero sales, had no sale, nobody bought, nobody has bought, no one bought, not bought, not been sold,"
             "did not sell, didn't sell, haven't sold, hasn't sold, have not sold, no movement, non moving,"
             "non-moving, not going, sitting, just sitting, stuck, dey not move, no dey move"),
        ("stock_value", "stock"), _STOCKED, uses_period=True, ends_period=True, default_days=30, number="days",
        says="have stock and no sale{when}",
    ),
    Segment(
        "product", "never_sold", "Products never sold", "active products of which none was ever sold", _never_sold,
        said("never sold, never been sold, never sold any, never sold at all, not sold at all ever, never moved"),
        ("stock_value", "stock"), _STOCKED,
        says="have never been sold",
    ),
    Segment(
        "product", "dead", "Dead stock", "products with units on hand of which none was sold in the last 90 days",
        _that(Q(on_hand__gt=0, sold__lte=0)),
        said("dead stock, dead goods, obsolete stock, obsolete, stale stock, aged stock, old stock, slow stock,"
             "stock that does not move, sleeping stock, idle stock"),
        ("stock_value", "stock"), _STOCKED, uses_period=True, ends_period=True, default_days=90, number="days",
        says="have stock and no sale{when}",
    ),
    Segment(
        "product", "overstock", "Products overstocked",
        "products with more on hand than 180 days of sales at the pace of the last 30 days", _overstock,
        said("overstock, overstocked, over stocked, over-stocked, too much stock, too much of, excess stock, excess,"
             "surplus, more than we need, stocked too much, overbought"),
        ("stock_value", "stock", "cover_days"), _STOCKED, number="days",
        says="are overstocked",
    ),
    Segment(
        "product", "finishing", "Products finishing soon",
        "products that last no longer than 14 days at the pace of the last 30 days", _finishing,
        said("finishing, finishing soon, finish soon, will finish, will finish soon, going to finish, run out within,"
             "will run out, finish within, finish in, last less than, about to run out, going to run out, won't last,"
             "will not last"),
        ("cover_days", "stock", "sold_30_days"), _STOCKED, number="days", low_first=True,
        default_days=FINISHING_DAYS, says="will be finished within {days}",
    ),
    Segment(
        "product", "below_cost", "Products priced below cost", "products whose retail price is below their cost price",
        _priced(Q(retail_price__lt=F("cost"))),
        said("below cost, priced below cost, sold below cost, selling below cost, under cost, cheaper than cost,"
             "price below cost, less than cost, selling at a loss, sold at a loss, price lower than cost"),
        ("unit_margin", "retail_price", "cost_price"), low_first=True,
        says="cost more than their retail price",
    ),
    Segment(
        "product", "no_cost", "Products without a cost price", "active products for which no cost price is recorded",
        _priced(Q(cost=0)),
        said("no cost, without cost, without a cost, without cost price, no cost price, no cost recorded,"
             "cost not recorded, missing cost, cost missing, zero cost"),
        ("retail_price",),
        says="have no cost price recorded",
    ),
    Segment(
        "product", "wholesale_below_retail", "Products cheaper at wholesale",
        "products with a wholesale price below their retail price", _priced(Q(wholesale_price__lt=F("retail_price"))),
        said("with a wholesale price, with wholesale price, wholesale below retail, cheaper at wholesale,"
             "have a wholesale price, has wholesale price"),
        ("retail_price", "wholesale_price"),
        says="are cheaper at wholesale",
    ),
)  # fmt: skip
