"""The admin pages of inventory."""

from inventory.admin import goods

__all__ = ["goods"]
