"""Till sessions: who had which till from when to when, what was in it, and what was counted."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from accounts.models import Membership, Storefront
from common.tenancy import AppendOnlyModel, TenantModel
from inventory.models import MONEY
from sales.models.documents import Payment


class TillSession(TenantModel):
    """One person's time at one till. What should be in it is computed from its payments, never stored."""

    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    till = models.CharField(max_length=40, help_text="What the shop calls the till.")
    number = models.PositiveIntegerField(help_text="Counts the sessions of a till, without gaps.")
    cashier = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    opened_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    opening_float = models.DecimalField(**MONEY, default=0, help_text="Cash in the till when it was opened.")
    closed_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=250, blank=True, help_text="Why counted and expected differ.")
    approved_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                "business", "storefront", Lower("till"), condition=Q(closed_at=None), name="one_open_session_per_till"
            ),
            models.UniqueConstraint(
                fields=["business", "cashier"], condition=Q(closed_at=None), name="one_open_session_per_cashier"
            ),
            models.UniqueConstraint(
                "business", "storefront", Lower("till"), "number", name="one_session_per_number_of_a_till"
            ),
            models.CheckConstraint(condition=Q(opening_float__gte=0), name="float_not_negative"),
            models.CheckConstraint(
                condition=Q(approved_at=None) | Q(closed_at__isnull=False), name="closed_before_approved"
            ),
        ]
        indexes = [
            models.Index(fields=["business", "-opened_at"]),
            models.Index(fields=["business", "cashier", "-opened_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.till} {self.number}"

    def is_open_after(self, moment: dt.datetime) -> bool:
        """Whether it was not closed by then."""
        return self.closed_at is None or self.closed_at > moment


class TillMovement(AppendOnlyModel):
    """Cash put into a till or taken out of it that is no payment: change fetched, takings brought to the bank."""

    class Kind(models.TextChoices):
        PAY_IN = "pay_in", "Paid in"
        PAY_OUT = "pay_out", "Paid out"

    session = models.ForeignKey(TillSession, on_delete=models.PROTECT, related_name="movements")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    amount = models.DecimalField(**MONEY)
    reason = models.CharField(max_length=250)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="till_movement_above_zero")]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"


class TillCount(AppendOnlyModel):
    """What was counted of one way to pay when a session was closed, and what was expected at that moment."""

    session = models.ForeignKey(TillSession, on_delete=models.PROTECT, related_name="counts")
    method = models.CharField(max_length=12, choices=Payment.Method.choices)
    network = models.CharField(max_length=8, choices=Payment.Network.choices, blank=True)
    counted = models.DecimalField(**MONEY)
    expected = models.DecimalField(**MONEY)

    class Meta:
        ordering = ["method", "network"]
        constraints = [
            models.UniqueConstraint(fields=["session", "method", "network"], name="one_count_per_way_to_pay"),
            models.CheckConstraint(condition=Q(counted__gte=0), name="count_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.counted}"
