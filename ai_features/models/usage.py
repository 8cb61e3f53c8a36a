"""What was asked of AI features, what it cost, what staff has set for each feature, and alerts."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from ai_features.models.credits import ACTOR, COST, CREDITS
from common.tenancy import TenantModel


class Outcome(models.TextChoices):
    """How a request ended. Only `answered` is ever charged."""

    ANSWERED = "answered", "Answered"
    CACHED = "cached", "Answered from the cache"
    DEGRADED = "degraded", "Answered without the model"
    NOTHING_TO_REPORT = "nothing_to_report", "Nothing to report"
    QUESTION_BACK = "question_back", "Asked back"
    REFUSED = "refused", "Refused"
    FAILED = "failed", "Failed"
    TIMED_OUT = "timed_out", "Timed out"
    INVALID = "invalid", "The answer failed its checks"
    ABANDONED = "abandoned", "The caller went away"
    LATE = "late", "Answered after the deadline"


SUCCESSES = frozenset(
    {Outcome.ANSWERED, Outcome.CACHED, Outcome.DEGRADED, Outcome.NOTHING_TO_REPORT, Outcome.QUESTION_BACK}
)


class AITransaction(TenantModel):
    """One request to an AI feature, charged or not. Rows are added, never changed."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    feature = models.CharField(max_length=50)
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    credits_used = models.DecimalField(**CREDITS, default=0)
    list_price = models.DecimalField(
        **CREDITS, default=0, db_default=0, help_text="Credits at list price that a plan covered."
    )
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_cached = models.PositiveIntegerField(
        default=0, help_text="Input tokens that were read from the model's cache."
    )
    tokens_out = models.PositiveIntegerField(default=0)
    model = models.CharField(max_length=80, blank=True)
    unit_price = models.JSONField(null=True, blank=True, help_text="USD for a million tokens, as it was then.")
    cost_usd = models.DecimalField(max_digits=14, decimal_places=8, default=0)
    cost_to_us = models.DecimalField(**COST, default=0, help_text="GHS.")
    processing_time_ms = models.PositiveIntegerField(default=0)
    success = models.BooleanField()
    cached = models.BooleanField(default=False)
    degraded = models.BooleanField(default=False)
    error_message = models.CharField(max_length=500, blank=True)
    hold = models.ForeignKey(
        "ai_features.CreditHold", null=True, blank=True, on_delete=models.PROTECT, related_name="transactions"
    )
    subject = models.CharField(max_length=64, blank=True, help_text="A hash of what was understood of a question.")
    timestamp = models.DateTimeField()

    balance_after: Decimal | None = None
    """The balance once this request was settled or released; known to whoever did so, not kept."""

    class Meta:
        db_table = "ai_transactions"
        ordering = ["-timestamp", "-id"]
        verbose_name = "AI request"
        constraints = [
            models.CheckConstraint(condition=Q(credits_used__gte=0, cost_to_us__gte=0), name="usage_not_negative")
        ]
        indexes = [
            models.Index(fields=["business", "-timestamp"]),
            models.Index(fields=["business", "feature", "-timestamp"]),
            models.Index(fields=["timestamp"]),
        ]

    def __str__(self) -> str:
        return f"{self.feature} {self.outcome}"

    @property
    def tokens_used(self) -> int:
        return self.tokens_in + self.tokens_out


class AIText(models.Model):
    """What was asked and answered, with slots unfilled. Purged after `AI_TEXT_RETENTION_DAYS`."""

    transaction = models.OneToOneField(AITransaction, primary_key=True, on_delete=models.CASCADE, related_name="text")
    request = models.JSONField(null=True)
    response = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "AI text"
        indexes = [models.Index(fields=["created_at"])]

    def __str__(self) -> str:
        return f"texts of {self.transaction_id}"


LIMIT: dict[str, Any] = {"null": True, "blank": True, "help_text": "Requests by one business; the default when empty."}


class FeatureSetting(models.Model):
    """What staff has set for one AI feature. Empty fields leave the feature's own value in place."""

    feature = models.CharField(max_length=50, primary_key=True)
    price = models.DecimalField(**CREDITS, null=True, blank=True, help_text="Credits for one answer.")
    model = models.CharField(max_length=80, blank=True)
    cache_seconds = models.PositiveIntegerField(null=True, blank=True)
    per_minute = models.PositiveIntegerField(**LIMIT)
    per_hour = models.PositiveIntegerField(**LIMIT)
    per_day = models.PositiveIntegerField(**LIMIT)
    enabled = models.BooleanField(default=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["feature"]
        constraints = [models.CheckConstraint(condition=Q(price=None) | Q(price__gte=0), name="price_not_negative")]

    def __str__(self) -> str:
        return self.feature


class AIUsageAlert(TenantModel):
    """Something the owner should know about the credits, written once per crossing and then sent."""

    class Type(models.TextChoices):
        LOW_BALANCE = "low_balance", "Low balance"
        DEPLETED = "depleted", "Used up"
        EXPIRING = "expiring", "About to expire"
        EXPIRED = "expired", "Expired"
        COST = "cost", "Cost of models"
        FAIR_USE = "fair_use", "Fair use nearly reached"
        FAIR_USE_END = "fair_end", "Fair use reached"

    alert_type = models.CharField(max_length=12, choices=Type.choices)
    current_balance = models.DecimalField(**CREDITS)
    threshold = models.DecimalField(max_digits=12, decimal_places=2, help_text="Credits, days or GHS, by type.")
    lot = models.ForeignKey("ai_features.CreditLot", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=100, blank=True, help_text="An alert with the same key is raised once.")
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "ai_usage_alerts"
        ordering = ["-created_at", "-id"]
        verbose_name = "alert"
        constraints = [
            models.UniqueConstraint(fields=["business", "key"], condition=~Q(key=""), name="one_alert_per_key")
        ]
        indexes = [
            models.Index(fields=["business", "-created_at"]),
            models.Index(fields=["created_at"], condition=Q(sent_at=None), name="alerts_to_send"),
        ]

    def __str__(self) -> str:
        return f"{self.alert_type} at {self.current_balance}"
