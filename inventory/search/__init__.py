"""Finding goods as people ask for them at the counter: by words, sizes, prices and purposes, without a model."""

from inventory.search.catalogue import catalogue_of
from inventory.search.customer_prices import CustomerPrices
from inventory.search.finding import Found, Hit, Place, Shelf, find
from inventory.search.follow_up import Earlier, Shown, continued
from inventory.search.pricing import priced
from inventory.search.request import Request, read

__all__ = [
    "CustomerPrices",
    "Earlier",
    "Found",
    "Hit",
    "Place",
    "Request",
    "Shelf",
    "Shown",
    "catalogue_of",
    "continued",
    "find",
    "priced",
    "read",
]
