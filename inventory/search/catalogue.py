"""The catalogue of a shop as it is now: read and laid out again only after it changed."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import connection

from accounts.models import Storefront
from common import statements
from common.versioned_cache import Remembered
from inventory.models import Category, Pack, Product, SearchWord, Stock
from inventory.search.index import Catalogue, Good
from inventory.search.lexicon import common

_SHOPS = 32
_COLUMNS = (
    "pk",
    "sku",
    "barcode",
    "name",
    "brand",
    "category_id",
    "unit",
    "retail_price",
    "wholesale_price",
    "attributes",
    "tracks_stock",
)
_remembered: Remembered[Catalogue] = Remembered(most=_SHOPS)
_states: Remembered[Hashable] = Remembered(most=_SHOPS)
_HASHES = {
    "postgresql": "SUM(hashtextextended({0}, uuid_hash(id)))",
    "sqlite": "MD5(GROUP_CONCAT(id || {0}))",
}
_NOTED = (
    "SELECT pg_current_xact_id_if_assigned()::text, COUNT(*), SUM(position) FROM inventory_change"
    " WHERE business_id = %s AND kind IN ('products', 'packs') UNION ALL "
)
_PRODUCT = (
    "name || '/' || sku || '/' || brand || '/' || barcode || CAST(attributes AS TEXT) || unit || retail_price || '/'"
    " || COALESCE(CAST(wholesale_price AS TEXT), '') || COALESCE(CAST(category_id AS TEXT), '')"
    " || CAST(is_active AS TEXT) || CAST(tracks_stock AS TEXT)"
)
_SOURCES: tuple[tuple[type[Any], str], ...] = (
    (Product, _PRODUCT),
    (Category, "name"),
    (SearchWord, "said || '>' || meant"),
    (Pack, "barcode || CAST(product_id AS TEXT) || CAST(is_active AS TEXT)"),
)
_NOT_NOTED = tuple(source for source in _SOURCES if source[0] in (Category, SearchWord))


def catalogue_of(business_id: uuid.UUID) -> Catalogue:
    """The goods on sale in a shop, laid out for searching. One query; two after a write, six after a change."""
    noted = _noted(business_id)
    state = _states.get(business_id, noted, lambda: _state(business_id)) if noted else _state(business_id)
    return _remembered.get(business_id, state, lambda: _read(business_id))


def _noted(business_id: uuid.UUID) -> Hashable:
    """What moves with each write to a row that a search depends on, from what triggers note: a position only grows.

    None without triggers, and within a transaction that has written, whose changes all have one position.
    """
    if connection.vendor != "postgresql":
        return None
    rows = tuple(statements.values((), _noted_query(), *[business_id] * 3))
    return None if rows[0][0] else rows


def _state(business_id: uuid.UUID) -> Hashable:
    """A hash of what a search depends on: costs and levels, which change with each delivery, are no part of it."""
    return tuple(statements.values((), _hashes(connection.vendor, _SOURCES), *[business_id] * len(_SOURCES)))


@cache
def _noted_query() -> str:
    return _NOTED + _hashes("postgresql", _NOT_NOTED)


@cache
def _hashes(vendor: str, sources: tuple[tuple[type[Any], str], ...]) -> str:
    """A row for each table: its hash over the rows of a business."""
    return " UNION ALL ".join(
        f"SELECT '{model.__name__}', COUNT(*), {_HASHES[vendor].format(text)} FROM {model._meta.db_table}"  # noqa: S608
        " WHERE business_id = %s"
        for model, text in sources
    )


def _read(business_id: uuid.UUID) -> Catalogue:
    own = SearchWord.objects.of(business_id).values_list("said", "meant")
    named = dict(Category.objects.of(business_id).values_list("pk", "name"))
    rows = Product.objects.of(business_id).filter(is_active=True).order_by("name", "pk")
    codes = _pack_codes(business_id)
    goods = [_good(row, named.get(row["category_id"], ""), codes) for row in rows.values(*_COLUMNS)]
    return Catalogue(goods, common().with_own(own))


def _pack_codes(business_id: uuid.UUID) -> dict[uuid.UUID, list[str]]:
    """The barcodes of each product's packs."""
    packs = Pack.objects.of(business_id).filter(is_active=True).exclude(barcode="").order_by("units", "pk")
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for product, barcode in packs.values_list("product_id", "barcode"):
        found[product].append(barcode)
    return found


def _good(row: dict[str, Any], category: str, codes: Mapping[uuid.UUID, list[str]]) -> Good:
    return Good(
        id=row["pk"],
        sku=row["sku"],
        barcode=row["barcode"],
        name=row["name"],
        brand=row["brand"],
        category=category,
        unit=row["unit"],
        retail_price=row["retail_price"],
        wholesale_price=row["wholesale_price"],
        attributes=tuple(_texts(row["attributes"])),
        tracks_stock=row["tracks_stock"],
        pack_codes=tuple(codes.get(row["pk"], ())),
    )


def _texts(attributes: Any) -> Iterable[str]:
    """The values of a product's attributes, however they are nested."""
    if isinstance(attributes, dict | list):
        inner = attributes.values() if isinstance(attributes, dict) else attributes
        return [text for each in inner for text in _texts(each)]
    return [str(attributes)] if isinstance(attributes, str | int | float) else []


_STOCK: tuple[Any, ...] = (
    Stock._meta.get_field("product"),
    Stock._meta.get_field("storefront"),
    Storefront._meta.get_field("name"),
    Stock._meta.get_field("quantity"),
)
_IN_STOCK = (
    "SELECT stock.product_id, stock.storefront_id, storefront.name, stock.quantity FROM inventory_stock stock"
    " JOIN accounts_storefront storefront ON storefront.id = stock.storefront_id AND storefront.is_active"
    " WHERE stock.business_id = %s AND stock.quantity > 0"
)
Units = dict[uuid.UUID, dict[tuple[uuid.UUID, str], Decimal]]


def units(business_id: uuid.UUID, products: Collection[uuid.UUID]) -> Units:
    """For each product the units at each storefront that has any, by id and name. One query."""
    return units_in(statements.ask(stock_of(business_id, products))[0]) if products else {}


def stock_of(business_id: uuid.UUID, products: Collection[uuid.UUID]) -> statements.Question:
    """For what `units_in` takes."""
    about, values = statements.among("stock.product_id", products)
    return statements.columns(_STOCK, f"{_IN_STOCK} AND {about}", business_id, *values)


def units_in(rows: Iterable[tuple[Any, ...]]) -> Units:
    """The units of each product in the answer to `stock_of`."""
    found: Units = defaultdict(dict)
    for product, storefront, name, quantity in rows:
        found[product][storefront, name] = quantity
    return found
