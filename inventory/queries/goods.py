"""Reads of products, their stock and its ledger."""

import uuid
from collections import defaultdict
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from common import statements
from common.tenancy import TenantQuerySet
from inventory.models import (
    QUANTITY,
    Category,
    Product,
    ProductImport,
    Stock,
    StockMovement,
    Supplier,
    SupplierImport,
    Transfer,
)

MOST_ZEROS = 6  # in front of a barcode: a code of eight digits is written with fourteen
LOW_STOCK = Q(is_active=True, tracks_stock=True, reorder_level__gt=0, stock_total__lte=F("reorder_level"))


def categories(business_id: uuid.UUID) -> QuerySet[Any]:
    """Categories, each with `product_count` of its own active products."""
    counted = Count("products", filter=Q(products__is_active=True))
    return Category.objects.of(business_id).annotate(product_count=counted).order_by("name", "pk")


def category_tree(business_id: uuid.UUID) -> list[dict[str, Any]]:
    """The roots, each with `children` down to the leaves. One query."""
    below: dict[uuid.UUID | None, list[dict[str, Any]]] = defaultdict(list)
    found = list(categories(business_id))
    for row in found:
        below[row.parent_id].append({"category": row})
    for nodes in list(below.values()):
        for node in nodes:
            node["children"] = below.get(node["category"].pk, [])
    return below.get(None, [])


def category_and_below(business_id: uuid.UUID, category_id: uuid.UUID) -> set[uuid.UUID]:
    """The ids of a category and of all that hang below it; empty for another business's. One query."""
    below: dict[uuid.UUID | None, list[uuid.UUID]] = defaultdict(list)
    parents = dict(Category.objects.of(business_id).values_list("pk", "parent_id"))
    for pk, parent_id in parents.items():
        below[parent_id].append(pk)
    found, waiting = set(), [category_id] if category_id in parents else []
    while waiting:
        pk = waiting.pop()
        found.add(pk)
        waiting += below[pk]
    return found


def suppliers(business_id: uuid.UUID) -> TenantQuerySet[Supplier]:
    """Whom the shop buys from."""
    return Supplier.objects.of(business_id)


def products(business_id: uuid.UUID, *, storefront_id: uuid.UUID | None = None) -> QuerySet[Any]:
    """Products with `stock_total` over all storefronts and, prefetched, `stock_rows` of each storefront.

    With `storefront_id` both are of that storefront alone.
    """
    at_storefronts = _stock_at(business_id, storefront_id).select_related("storefront").order_by("storefront__name")
    return (
        Product.objects.of(business_id)
        .select_related("category", "supplier")
        .annotate(stock_total=_stock_total(business_id, storefront_id))
        .prefetch_related(Prefetch("stock", at_storefronts, to_attr="stock_rows"))
    )


def names_of_goods(business_id: uuid.UUID, most: int) -> list[str]:
    """Names of categories and then of the newest products, at most so many. Two queries."""
    categories_first = list(Category.objects.of(business_id).order_by("name").values_list("name", flat=True)[:most])
    active = Product.objects.of(business_id).filter(is_active=True).order_by("-created_at", "pk")
    return [*categories_first, *active.values_list("name", flat=True)[: most - len(categories_first)]]


def product_called(business_id: uuid.UUID, name: str) -> Product | None:
    """The active product of that name, in any case; of several the first."""
    called = "business_id = %s AND UPPER(name) = UPPER(%s) AND is_active ORDER BY id LIMIT 1"
    return next(iter(statements.select(Product, called, business_id, name.strip())), None)


def has_barcode(barcode: str) -> Q:
    """The condition of a barcode, with or without the leading zeros that scanners and spreadsheets drop."""
    code = barcode.strip()
    if not code.isdigit():
        return Q(barcode=code)
    bare = code.lstrip("0")
    return Q(barcode__in=["0" * zeros + bare for zeros in range(MOST_ZEROS + 1)]) | Q(barcode=code)


def low_stock(business_id: uuid.UUID) -> QuerySet[Any]:
    """Active products whose units, over all storefronts, are at or below their reorder level."""
    return products(business_id).filter(LOW_STOCK)


def _stock_at(business_id: uuid.UUID, storefront_id: uuid.UUID | None) -> TenantQuerySet[Stock]:
    rows = Stock.objects.of(business_id)
    return rows.filter(storefront_id=storefront_id) if storefront_id else rows


def _stock_total(business_id: uuid.UUID, storefront_id: uuid.UUID | None) -> Coalesce:
    rows = _stock_at(business_id, storefront_id).filter(product_id=OuterRef("pk")).order_by().values("product_id")
    total = Subquery(rows.annotate(units=Sum("quantity")).values("units"))
    return Coalesce(total, Decimal(0), output_field=DecimalField(**QUANTITY))


def stock(business_id: uuid.UUID) -> TenantQuerySet[Stock]:
    """Units of each product at each storefront."""
    return Stock.objects.of(business_id).select_related("product", "storefront").order_by("product__name", "pk")


def movements(business_id: uuid.UUID) -> TenantQuerySet[StockMovement]:
    """The ledger of stock, newest first."""
    return StockMovement.objects.of(business_id).select_related("product", "storefront", "by")


def transfers(business_id: uuid.UUID) -> QuerySet[Any]:
    """Transfers, newest first, each with `arrivals`: the movements into the second storefront."""
    arrivals = StockMovement.objects.of(business_id).filter(quantity__gt=0).select_related("product").order_by("pk")
    found = Transfer.objects.of(business_id).select_related("from_storefront", "to_storefront", "by")
    return found.prefetch_related(Prefetch("lines", arrivals, to_attr="arrivals"))


def imports(business_id: uuid.UUID) -> TenantQuerySet[ProductImport]:
    """Product files taken in, newest first."""
    return ProductImport.objects.of(business_id).select_related("by")


def supplier_imports(business_id: uuid.UUID) -> TenantQuerySet[SupplierImport]:
    """Files of suppliers taken in, newest first."""
    return SupplierImport.objects.of(business_id).select_related("by")
