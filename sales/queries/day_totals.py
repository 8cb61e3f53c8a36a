"""The days whose lines are added up."""

import uuid

from django.db.models import Exists, OuterRef, QuerySet

from sales.models import ClosedDay, StaleDay


def closed_days(business_id: uuid.UUID) -> QuerySet[ClosedDay]:
    """Those whose totals stand, oldest first: no line was added, changed or removed since."""
    changed = StaleDay.objects.filter(closed_day=OuterRef("pk"))
    return ClosedDay.objects.filter(~Exists(changed), business_id=business_id).order_by("starts_at")
