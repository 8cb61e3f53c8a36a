"""Every write of inventory."""

from inventory.services.catalogue import (
    change_category,
    change_product,
    change_supplier,
    create_category,
    create_product,
    create_supplier,
    delete_category,
    delete_supplier,
    retire_product,
)
from inventory.services.counting import AdjustmentLine, adjust_stock
from inventory.services.imports import start_import, undo_import
from inventory.services.pairs import replace_pairs
from inventory.services.stock import StockLine, move_stock
from inventory.services.transfers import transfer_stock

__all__ = [
    "AdjustmentLine",
    "StockLine",
    "adjust_stock",
    "change_category",
    "change_product",
    "change_supplier",
    "create_category",
    "create_product",
    "create_supplier",
    "delete_category",
    "delete_supplier",
    "move_stock",
    "replace_pairs",
    "retire_product",
    "start_import",
    "transfer_stock",
    "undo_import",
]
