"""The admin pages of inventory."""

from inventory.admin import buying, goods, prices, search

__all__ = ["buying", "goods", "prices", "search"]
