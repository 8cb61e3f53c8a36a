"""Every read of inventory. Queries take the business first."""

from inventory.queries.buying import batches, expiring, purchase_orders, receipts
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
from inventory.queries.lead_times import LeadTime, lead_times, on_order, supplier_lead_times
from inventory.queries.prices import price_changes
from inventory.queries.search import search_words

__all__ = [
    "LOW_STOCK",
    "MOST_ZEROS",
    "LeadTime",
    "batches",
    "categories",
    "category_and_below",
    "category_tree",
    "expiring",
    "has_barcode",
    "imports",
    "lead_times",
    "low_stock",
    "movements",
    "on_order",
    "price_changes",
    "product_called",
    "products",
    "purchase_orders",
    "receipts",
    "search_words",
    "stock",
    "supplier_lead_times",
    "suppliers",
    "transfers",
]
