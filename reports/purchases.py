"""When customers bought."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from common import shop_clock as clock
from sales.models import SOLD, Sale


def last_days(business_id: uuid.UUID, ids: Iterable[Any], *, before: dt.date) -> dict[Any, dt.date]:
    """The day of each customer's last sale before `before`. One query."""
    sales = Sale.objects.of(business_id).filter(SOLD, customer_id__in=list(ids), sold_at__lt=clock.start_of(before))
    day = clock.Day(Max("sold_at"))
    return dict(sales.order_by().values_list("customer_id").annotate(day=day))
