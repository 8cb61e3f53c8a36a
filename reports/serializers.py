"""The parameters of a report, and the shape of its response."""

import datetime as dt
from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from accounts.models import Storefront
from common import shop_clock as clock
from common.api import TenantField
from reports.period import DEFAULT_DAYS, Period
from reports.report import Asked, Report

EARLIEST, LATEST = dt.date(1990, 1, 1), dt.date(2100, 1, 1)
LONGEST_DAYS = 3660
SEGMENTATION_DAYS = 365


class _Day(serializers.DateField):
    def to_internal_value(self, value: Any) -> dt.date:
        day = super().to_internal_value(value)
        if not EARLIEST <= day < LATEST:
            raise serializers.ValidationError(f"Choose a day from {EARLIEST.year} to {LATEST.year - 1}.")
        return day


class AskedSerializer(serializers.Serializer[Asked]):
    """`?from=2026-01-01&to=2026-01-31&storefront_id=…&compare=previous`; both days are included."""

    to = _Day(required=False, help_text="The last day, included. Today when empty.")
    storefront_id = TenantField(Storefront, required=False, help_text="One storefront; all when empty.")
    compare = serializers.ChoiceField(
        ["previous", "last_year"], required=False, help_text="The same length of time just before, or a year earlier."
    )
    limit = serializers.IntegerField(min_value=1, max_value=1000, default=50, help_text="How many rows.")
    group_by = serializers.CharField(required=False)
    order_by = serializers.CharField(required=False)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        first = _Day(required=False, help_text="The first day. Thirty days when empty.")
        return {"from": first, **super().get_fields()}

    def validate(self, values: dict[str, Any]) -> dict[str, Any]:
        report: Report = self.context["report"]
        for name, allowed in (("group_by", report.groups), ("order_by", report.orders)):
            if values.get(name) and values[name] not in allowed:
                choices = ", ".join(allowed) if allowed else "nothing: this report does not take it"
                raise serializers.ValidationError({name: [f"Choose {choices}."]})
        values["period"] = self._period(values, report)
        return values

    def _period(self, values: dict[str, Any], report: Report) -> Period:
        last = values.get("to") or max(clock.today(), values.get("from") or clock.today())
        usual = SEGMENTATION_DAYS if report.key == "customer_segmentation" else DEFAULT_DAYS
        first = values.get("from") or last - dt.timedelta(days=usual - 1)
        if first > last:
            raise serializers.ValidationError({"from": ["This day is after the last one, `to`."]})
        if (last - first).days >= LONGEST_DAYS:
            raise serializers.ValidationError({"from": ["A report covers ten years at most."]})
        storefront = values.get("storefront_id")
        return Period(first, last + dt.timedelta(days=1), storefront.pk if storefront else None)

    def asked(self) -> Asked:
        """What was asked for, once it is known to be valid."""
        found = self.validated_data
        return Asked(
            period=found["period"],
            compare=found.get("compare", ""),
            limit=found["limit"],
            group=found.get("group_by", ""),
            order=found.get("order_by", ""),
        )


def parameters(report: Report) -> list[type[AskedSerializer] | OpenApiParameter]:
    """What one report takes, for the page of the API."""
    named = (("group_by", report.groups, "How rows are grouped."), ("order_by", report.orders, "The first rows."))
    own = [
        OpenApiParameter(name, enum=allowed, description=about) if allowed else OpenApiParameter(name, exclude=True)
        for name, allowed, about in named
    ]
    return [AskedSerializer, *own]
