"""Names for the ids in the rows of a report. One query each."""

import uuid
from collections.abc import Iterable
from typing import Any

from accounts.models import Membership
from inventory.models import Product
from sales.models import Customer


def customers(business_id: uuid.UUID, ids: Iterable[uuid.UUID | None]) -> dict[Any, Customer]:
    return {row.pk: row for row in Customer.objects.of(business_id).filter(pk__in=_given(ids))}


def staff(business_id: uuid.UUID, ids: Iterable[uuid.UUID | None]) -> dict[Any, Membership]:
    return {row.pk: row for row in Membership.objects.of(business_id).filter(pk__in=_given(ids))}


def products(business_id: uuid.UUID, ids: Iterable[uuid.UUID | None]) -> dict[Any, Product]:
    found = Product.objects.of(business_id).filter(pk__in=_given(ids)).select_related("category")
    return {row.pk: row for row in found}


def _given(ids: Iterable[uuid.UUID | None]) -> list[uuid.UUID]:
    return [each for each in ids if each]
