"""Prepaid credits: the account, its lots, what is held, the ledger, and debts from charge-backs."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Round

from accounts.models import Business
from common.tenancy import AppendOnlyModel, TenantModel, TenantQuerySet

CREDITS: dict[str, Any] = {"max_digits": 12, "decimal_places": 2}
COST: dict[str, Any] = {"max_digits": 14, "decimal_places": 6}
ACTOR: dict[str, Any] = {
    "null": True,
    "blank": True,
    "on_delete": models.SET_NULL,
    "related_name": "+",
    "db_index": False,
}


class BusinessAICredits(models.Model):
    """A business's credit account. Whoever changes lots, holds or budgets has locked this row first.

    `balance` holds the unexpired remainder of all lots, holds included; what may be spent is `available`.
    Model costs are in GHS, counted for the present day and month in Accra.
    """

    business = models.OneToOneField(Business, primary_key=True, on_delete=models.PROTECT, related_name="ai_credits")
    balance = models.DecimalField(**CREDITS, default=0)
    held = models.DecimalField(**CREDITS, default=0, help_text="Held for requests and refunds under way.")
    total_granted = models.DecimalField(**CREDITS, default=0, help_text="All credits ever added.")
    total_purchased = models.DecimalField(**CREDITS, default=0, help_text="Those that were bought, and their bonus.")
    total_used = models.DecimalField(**CREDITS, default=0)
    total_expired = models.DecimalField(**CREDITS, default=0)
    total_refunded = models.DecimalField(**CREDITS, default=0, help_text="Refunded, voided, or used to pay a debt.")
    expires_at = models.DateTimeField(null=True, blank=True, help_text="When the next lot expires.")
    is_active = models.BooleanField(default=True, help_text="Off: staff have suspended AI for this business.")
    suspended_reason = models.CharField(max_length=250, blank=True)
    low_balance_threshold = models.DecimalField(**CREDITS, null=True, blank=True, help_text="The default when empty.")
    low_alert_armed = models.BooleanField(default=False)
    depleted_alert_armed = models.BooleanField(default=False)
    next_deadline = models.DateTimeField(null=True, blank=True, help_text="No open hold has an earlier deadline.")
    day = models.DateField(null=True, blank=True)
    day_cost = models.DecimalField(**COST, default=0)
    day_reserved = models.DecimalField(**COST, default=0, help_text="The most that requests under way may cost.")
    month = models.DateField(null=True, blank=True, help_text="The first of the month.")
    month_cost = models.DecimalField(**COST, default=0)
    month_reserved = models.DecimalField(**COST, default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = TenantQuerySet.as_manager()

    class Meta:
        db_table = "business_ai_credits"
        verbose_name = "credit account"
        constraints = [
            models.CheckConstraint(condition=Q(balance__gte=0), name="credit_balance_not_negative"),
            models.CheckConstraint(condition=Q(held__gte=0, held__lte=F("balance")), name="credit_held_within_balance"),
            models.CheckConstraint(
                condition=Q(
                    total_granted=Round(
                        F("balance") + F("total_used") + F("total_expired") + F("total_refunded"), precision=2
                    )
                ),
                name="credits_are_conserved",
            ),
            models.CheckConstraint(
                condition=Q(day_reserved__gte=0, month_reserved__gte=0, day_cost__gte=0, month_cost__gte=0),
                name="model_costs_not_negative",
            ),
        ]
        indexes = [
            models.Index(fields=["expires_at"]),
            models.Index(fields=["next_deadline"]),
            models.Index(fields=["month"]),
        ]

    def __str__(self) -> str:
        return f"{self.balance} credits of {self.business}"

    @property
    def available(self) -> Decimal:
        """What a new request may spend."""
        return self.balance - self.held

    @property
    def alert_below(self) -> Decimal:
        """The balance under which a low-balance alert is due."""
        threshold = self.low_balance_threshold
        return settings.AI_LOW_BALANCE_THRESHOLD if threshold is None else threshold

    @property
    def is_low(self) -> bool:
        return self.balance < self.alert_below


class CreditLot(TenantModel):
    """Credits that came in together and expire together: usable up to `expires_at`, not at it."""

    class Source(models.TextChoices):
        PURCHASE = "purchase", "Purchase"
        BONUS = "bonus", "Bonus"
        GRANT = "grant", "Staff grant"
        TRIAL = "trial", "Free trial"
        ADDON = "addon", "Monthly add-on"
        PLAN = "plan", "Plan"
        ROLLOVER = "rollover", "Rolled over"

    source = models.CharField(max_length=10, choices=Source.choices)
    granted = models.DecimalField(**CREDITS)
    remaining = models.DecimalField(**CREDITS, help_text="Not spent, expired or refunded; includes what is held.")
    held = models.DecimalField(**CREDITS, default=0, help_text="Held for requests under way.")
    locked = models.DecimalField(**CREDITS, default=0, help_text="Held for a refund under way.")
    voided = models.BooleanField(default=False, help_text="Taken back; credits that a hold returns to it are void too.")
    expires_at = models.DateTimeField(null=True, blank=True)
    purchase = models.ForeignKey(
        "ai_features.AICreditPurchase", null=True, blank=True, on_delete=models.PROTECT, related_name="lots"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    reason = models.CharField(max_length=250, blank=True)
    key = models.CharField(max_length=200, blank=True, help_text="A grant with the same key is made once.")

    is_new = False  # True on the instance that `grant` has made, False on one that a repeated grant has found

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(remaining__gte=0, remaining__lte=F("granted"), granted__gt=0), name="lot_remaining_in_range"
            ),
            models.CheckConstraint(
                condition=Q(held__gte=0, locked__gte=0) & Q(remaining__gte=Round(F("held") + F("locked"), precision=2)),
                name="lot_held_within_remaining",
            ),
            models.UniqueConstraint(fields=["purchase", "source"], name="one_lot_per_purchase_and_source"),
            models.UniqueConstraint(fields=["business"], condition=Q(source="trial"), name="one_trial_per_business"),
            models.UniqueConstraint(fields=["business", "key"], condition=~Q(key=""), name="one_lot_per_key"),
        ]
        indexes = [
            models.Index(fields=["business", "expires_at"], condition=Q(remaining__gt=0), name="lots_not_empty"),
            models.Index(fields=["business", "-created_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.remaining} of {self.granted}, {self.source}"

    @property
    def free(self) -> Decimal:
        """What is left and not set aside, expired or not."""
        return self.remaining - self.held - self.locked

    @property
    def is_monthly_gift(self) -> bool:
        """The free credits of the standard plan, which come again with the next month."""
        return self.source == self.Source.PLAN and self.purchase_id is None

    @property
    def is_paid(self) -> bool:
        """Bought for money, without what came free with it."""
        paid = (self.Source.PURCHASE, self.Source.ADDON, self.Source.PLAN)
        return self.source in paid and not self.is_monthly_gift

    def spending_order(self) -> tuple[bool, float, bool, float, str]:
        """A sort key: the soonest to expire, of equals free before paid, then the oldest."""
        runs_out = self.expires_at.timestamp() if self.expires_at else 0.0
        return self.expires_at is None, runs_out, self.is_paid, self.created_at.timestamp(), str(self.pk)


class CreditHold(TenantModel):
    """Credits held before a model is called, and the worst that call may cost us in GHS."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        SETTLED = "settled", "Settled"
        RELEASED = "released", "Released"
        EXPIRED = "expired", "Past its deadline"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    feature = models.CharField(max_length=50)
    amount = models.DecimalField(**CREDITS)
    cost_reserved = models.DecimalField(**COST, default=0)
    cost = models.DecimalField(**COST, null=True, blank=True, help_text="The actual cost; empty until known.")
    day = models.DateField(help_text="The day in Accra whose daily and monthly budgets pay.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    deadline = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=250, blank=True, help_text="The caller's Idempotency-Key, when there was one.")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0, cost_reserved__gte=0), name="hold_not_negative"),
            models.UniqueConstraint(
                fields=["business", "key"], condition=Q(status="open") & ~Q(key=""), name="one_open_hold_per_key"
            ),
        ]
        indexes = [
            models.Index(fields=["business", "deadline"], condition=Q(status="open"), name="holds_open"),
            models.Index(fields=["business", "-created_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.amount} for {self.feature}, {self.status}"


class HoldPart(models.Model):
    """What a hold holds of one lot."""

    hold = models.ForeignKey(CreditHold, on_delete=models.CASCADE, related_name="parts")
    lot = models.ForeignKey(CreditLot, on_delete=models.PROTECT, related_name="+")
    amount = models.DecimalField(**CREDITS)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hold", "lot"], name="one_part_per_hold_and_lot"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="part_above_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} of {self.lot_id}"


class LedgerEntry(AppendOnlyModel):
    """One signed change of one lot. Rows are added, never changed; their sum is the balance."""

    class Kind(models.TextChoices):
        GRANT = "grant", "Granted"
        SPEND = "spend", "Spent"
        EXPIRE = "expire", "Expired"
        REFUND = "refund", "Refunded"
        VOID = "void", "Voided"
        DEBT = "debt", "Taken for a debt"
        RETURN = "return", "Given back after a misunderstood question"

    lot = models.ForeignKey(CreditLot, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    credits = models.DecimalField(**CREDITS, help_text="Positive in, negative out.")
    transaction = models.ForeignKey(
        "ai_features.AITransaction", null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    reason = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name_plural = "ledger entries"
        constraints = [models.CheckConstraint(condition=~Q(credits=0), name="ledger_entry_changes_something")]
        indexes = [models.Index(fields=["business", "-created_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.credits}"


class CreditDebt(TenantModel):
    """Credits already spent when their payment was taken back; the next lots pay it first."""

    purchase = models.ForeignKey(
        "ai_features.AICreditPurchase", null=True, blank=True, on_delete=models.PROTECT, related_name="debts"
    )
    lot = models.OneToOneField(CreditLot, on_delete=models.PROTECT, related_name="debt")
    amount = models.DecimalField(**CREDITS)
    paid = models.DecimalField(**CREDITS, default=0)
    reason = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0, paid__gte=0, paid__lte=F("amount")), name="debt_paid_in_range"
            )
        ]
        indexes = [models.Index(fields=["business", "created_at"])]

    def __str__(self) -> str:
        return f"{self.amount - self.paid} of {self.amount} owed"
