"""Standing alerts about customers whose credit is changing for the worse."""

from django.db import models

from accounts.models import Membership
from common.tenancy import TenantModel
from inventory.models import MONEY
from sales.models import Customer


class CreditAlert(TenantModel):
    """Warning signs of one customer, from when they were first seen until they are gone."""

    class Severity(models.TextChoices):
        HIGH = "HIGH", "High"
        MEDIUM = "MEDIUM", "Medium"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    severity = models.CharField(max_length=6, choices=Severity.choices)
    signs = models.JSONField(default=dict, help_text="Code of each sign, with its figures.")
    outstanding_balance = models.DecimalField(**MONEY)
    credit_limit = models.DecimalField(**MONEY, null=True)
    detected_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-detected_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "customer"],
                condition=models.Q(cleared_at=None),
                name="one_standing_credit_alert_per_customer",
            )
        ]
        indexes = [models.Index(fields=["business", "-detected_at"])]

    def __str__(self) -> str:
        return f"{self.severity} {', '.join(self.signs)}"
