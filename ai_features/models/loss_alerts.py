"""Patterns that may cost a shop money, as the weekly scan found them, and what the owner made of each."""

from django.db import models

from accounts.models import Membership, Storefront
from common.tenancy import TenantModel
from inventory.models import MONEY


class LossScan(TenantModel):
    """That a week was looked at: once, whoever comes first."""

    week = models.DateField(help_text="Its Monday.")

    class Meta:
        ordering = ["-week"]
        constraints = [models.UniqueConstraint(fields=["business", "week"], name="one_loss_scan_a_week")]

    def __str__(self) -> str:
        return f"scan of {self.week}"


class LossAlert(TenantModel):
    """One pattern of one week. `member` is whose records stand out; empty where it is about a storefront.

    It names a pattern and no guilt, is shown to owners alone, and never to the one it is about.
    """

    class Severity(models.TextChoices):
        HIGH = "HIGH", "High"
        MEDIUM = "MEDIUM", "Medium"
        LOW = "LOW", "Low"

    class Verdict(models.TextChoices):
        REAL = "real", "A real loss"
        EXPLAINED = "explained", "There is a good reason"
        MISTAKE = "mistake", "Nothing unusual"

    week = models.DateField(help_text="The Monday of the last week that it is about.")
    weeks = models.PositiveSmallIntegerField(help_text="Weeks that were counted together, up to and with that one.")
    signal = models.CharField(max_length=20)
    member = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    severity = models.CharField(max_length=6, choices=Severity.choices)
    loss = models.DecimalField(**MONEY, help_text="GHS lost in four weeks beyond what was expected.")
    events = models.PositiveIntegerField()
    chances = models.PositiveIntegerField(help_text="How many occasions there were for an event.")
    expected = models.FloatField(help_text="Events expected.")
    peers_low = models.FloatField(null=True, help_text="The lowest rate of the others, events for each chance.")
    peers_high = models.FloatField(null=True)
    own_rate = models.FloatField(null=True, help_text="Their own rate in the twelve weeks before.")
    evidence = models.JSONField(default=list, help_text="[{kind, id, at, amount}], the latest first.")
    detected_at = models.DateTimeField()
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    verdict_note = models.CharField(max_length=250, blank=True)
    verdict_at = models.DateTimeField(null=True, blank=True)
    verdict_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-detected_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "week", "signal", "member", "storefront"],
                name="one_loss_alert_a_pattern_and_week",
                nulls_distinct=False,
            )
        ]
        indexes = [models.Index(fields=["business", "-detected_at"], name="loss_alert_in_time")]

    def __str__(self) -> str:
        return f"{self.severity} {self.signal}"
