"""The admin pages of inventory."""

from inventory.admin import buying, goods, prices

__all__ = ["buying", "goods", "prices"]
