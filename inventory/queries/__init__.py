"""Every read of inventory. Queries take the business first."""

from inventory.queries.goods import (
    LOW_STOCK,
    MOST_ZEROS,
    categories,
    category_and_below,
    category_tree,
    has_barcode,
    imports,
    low_stock,
    movements,
    product_called,
    products,
    stock,
    suppliers,
    transfers,
)

__all__ = [
    "LOW_STOCK",
    "MOST_ZEROS",
    "categories",
    "category_and_below",
    "category_tree",
    "has_barcode",
    "imports",
    "low_stock",
    "movements",
    "product_called",
    "products",
    "stock",
    "suppliers",
    "transfers",
]
