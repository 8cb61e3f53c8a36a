"""What is bought together, for the till, shelves and bundles."""

from reports.pairs.kept import Companion, bought_with, rebuild, rebuild_due

__all__ = ["Companion", "bought_with", "rebuild", "rebuild_due"]
