"""Finding goods as people ask for them at the counter: by words, sizes, prices and purposes, without a model."""

from inventory.search.finding import Found, Hit, Place, find

__all__ = ["Found", "Hit", "Place", "find"]
