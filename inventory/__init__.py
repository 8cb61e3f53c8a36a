"""Products, stock and suppliers."""
