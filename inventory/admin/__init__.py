"""The admin pages of inventory."""

from inventory.admin import buying, counts, goods, owing, prices, search

__all__ = ["buying", "counts", "goods", "owing", "prices", "search"]
