"""The admin pages of inventory."""

from inventory.admin import buying, goods

__all__ = ["buying", "goods"]
