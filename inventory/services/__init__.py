"""Every write of inventory."""

from inventory.services.stock import StockLine, move_stock

__all__ = ["StockLine", "move_stock"]
