"""Rows that are known already, where a query would read them."""

from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def at_hand(model: type[M], rows: Iterable[M], *order: str) -> QuerySet[M]:
    """A queryset whose rows are these, in the order of their attributes; to iterate, not to narrow."""
    found = model._default_manager.none()
    found._result_cache = sorted(rows, key=attrgetter(*order)) if order else list(rows)
    return found
