"""Finding goods as people ask for them at the counter: by words, sizes, prices and purposes, without a model."""

from inventory.search.catalogue import catalogue_of
from inventory.search.finding import Found, Hit, Place, find
from inventory.search.follow_up import Earlier, Shown, continued
from inventory.search.pricing import priced
from inventory.search.request import Request, read

__all__ = [
    "Earlier",
    "Found",
    "Hit",
    "Place",
    "Request",
    "Shown",
    "catalogue_of",
    "continued",
    "find",
    "priced",
    "read",
]
