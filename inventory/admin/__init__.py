"""The admin pages of inventory."""

from inventory.admin import buying, goods, owing, prices, search

__all__ = ["buying", "goods", "owing", "prices", "search"]
