"""The daily brief of each business, as it was made that morning."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership
from common.tenancy import TenantModel


class BriefCard(TenantModel):
    """One thing that waited on one morning. `rank` is its place, from 1."""

    class Kind(models.TextChoices):
        COLLECT = "collect", "Money to collect"
        PROMISE_DUE = "promise_due", "Promises due"
        RUNS_OUT = "runs_out", "Runs out before the next delivery"
        EXPIRING = "expiring", "Expires before it sells"
        DEAD_STOCK = "dead_stock", "Lies too long"
        CREDIT_ALERT = "credit_alert", "A customer is paying worse"
        LOSS_ALERT = "loss_alert", "Unusual records to check"
        PAYMENT_STUCK = "payment_stuck", "A payment for credits is stuck"
        CREDITS_EXPIRING = "credits_expiring", "Credits expire"
        UNUSUAL_DAY = "unusual_day", "An unusual day"

    day = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    rank = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=150)
    figure = models.CharField(max_length=60)
    why_now = models.CharField(max_length=300)
    stake = models.DecimalField(max_digits=14, decimal_places=2, help_text="GHS.")
    action = models.JSONField(help_text="{label, method, path, body}")
    about = models.JSONField(default=list, blank=True, help_text="Ids of the customers or products named in it.")
    dismissed_at = models.DateTimeField(null=True, blank=True)
    dismissed_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-day", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["business", "day", "kind"], name="one_card_of_a_kind_a_day"),
            models.CheckConstraint(condition=Q(rank__gte=1, rank__lte=5), name="at_most_five_cards"),
        ]
        indexes = [models.Index(fields=["business", "kind", "-dismissed_at"], name="brief_dismissed")]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"


FOR_OWNERS = frozenset({BriefCard.Kind.LOSS_ALERT})
"""Kinds that only owners see."""


class Brief(TenantModel):
    """That a morning's brief was made, also where nothing waited."""

    day = models.DateField()

    class Meta:
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["business", "day"], name="one_brief_a_day")]

    def __str__(self) -> str:
        return f"brief of {self.day}"
