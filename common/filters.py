"""Filters that lists of several apps share."""

import datetime as dt
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django_filters.filters import DateFilter
from django_filters.rest_framework.filterset import FilterSet

from common import shop_clock as clock

SENSIBLE = [MinValueValidator(dt.date(1970, 1, 1)), MaxValueValidator(dt.date(2200, 1, 1))]


class Days(FilterSet):
    """`?from=&to=`, days in Accra, both included. A child names the column they are about: `moment = "at"`."""

    moment = ""

    @classmethod
    def get_filters(cls) -> Any:
        days = {
            "from": DateFilter(method="since", label="From this day on.", validators=SENSIBLE),
            "to": DateFilter(method="until", label="Up to the end of this day.", validators=SENSIBLE),
        }
        return super().get_filters() | days  # type: ignore[no-untyped-call]

    def since(self, rows: QuerySet[Any], name: str, day: dt.date) -> QuerySet[Any]:
        return rows.filter(**{f"{self.moment}__gte": clock.start_of(day)})

    def until(self, rows: QuerySet[Any], name: str, day: dt.date) -> QuerySet[Any]:
        return rows.filter(**{f"{self.moment}__lt": clock.start_of(day) + dt.timedelta(days=1)})
