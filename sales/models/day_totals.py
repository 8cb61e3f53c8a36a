"""What was sold on days that are over, added up, so that figures of a year need not read its lines."""

from typing import Any

from django.db import models
from django.db.models.functions import Now

from accounts.models import Business, Storefront

_SUM: dict[str, Any] = {"max_digits": 20, "decimal_places": 2}
_UNITS: dict[str, Any] = {"max_digits": 20, "decimal_places": 3}


class ClosedDay(models.Model):
    """A day of a shop, [starts_at, ends_at), whose lines are added up in its `DayTotal` rows, one a storefront."""

    business = models.ForeignKey(Business, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["business", "starts_at", "ends_at"], name="day_is_closed_once")]

    def __str__(self) -> str:
        return f"{self.day} of {self.business_id}"


class StaleDay(models.Model):
    """Says that a line of a closed day was added, changed or removed since. Written by a trigger of the lines."""

    closed_day = models.ForeignKey(ClosedDay, on_delete=models.CASCADE, related_name="stale", db_constraint=False)
    marked_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.closed_day_id} since {self.marked_at}"


class DayTotal(models.Model):
    """Sums of the lines of one storefront on a closed day, voided ones left out. GHS, or units of goods."""

    closed_day = models.ForeignKey(ClosedDay, on_delete=models.CASCADE, related_name="totals", db_index=False)
    storefront = models.ForeignKey(Storefront, on_delete=models.CASCADE, related_name="+", db_index=False)
    starts_at = models.DateTimeField(help_text="As of its day.")
    lines = models.PositiveIntegerField()
    revenue = models.DecimalField(**_SUM)
    gross = models.DecimalField(**_SUM, help_text="Revenue of what was sold, without returns.")
    returned = models.DecimalField(**_SUM, help_text="Revenue of what came back, below zero.")
    cost = models.DecimalField(**_SUM)
    costed_revenue = models.DecimalField(**_SUM)
    uncosted_revenue = models.DecimalField(**_SUM)
    discount = models.DecimalField(**_SUM)
    tax = models.DecimalField(**_SUM)
    units = models.DecimalField(**_UNITS)
    sold_units = models.DecimalField(**_UNITS)
    returned_units = models.DecimalField(**_UNITS)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["closed_day", "storefront"], name="one_total_of_a_day")]

    def __str__(self) -> str:
        return f"{self.revenue} on {self.starts_at:%Y-%m-%d}"
