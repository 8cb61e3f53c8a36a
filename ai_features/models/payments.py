"""Money that buys credits."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from ai_features.models.credits import ACTOR, CREDITS
from common.tenancy import TenantModel


class AICreditPurchase(TenantModel):
    """A pack, a custom amount or a month of the add-on, from the first click to the money."""

    class Package(models.TextChoices):
        STARTER = "starter", "Starter"
        VALUE = "value", "Value"
        PREMIUM = "premium", "Premium"
        CUSTOM = "custom", "Custom amount"
        ADDON = "addon", "Monthly add-on"

    class Method(models.TextChoices):
        MOBILE_MONEY = "mobile_money", "Mobile money"
        CARD = "card", "Card"

    class Status(models.TextChoices):
        PENDING = "pending", "Pending"
        COMPLETED = "completed", "Completed"
        FAILED = "failed", "Failed"
        REFUNDED = "refunded", "Refunded"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    package = models.CharField(max_length=10, choices=Package.choices)
    amount_paid = models.DecimalField(max_digits=12, decimal_places=2, help_text="The total in GHS, taxes included.")
    credits_purchased = models.DecimalField(**CREDITS)
    bonus_credits = models.DecimalField(**CREDITS, default=0)
    payment_reference = models.CharField(max_length=100, unique=True)
    payment_method = models.CharField(max_length=20, choices=Method.choices)
    payment_status = models.CharField(max_length=10, choices=Status.choices, default=Status.PENDING)
    purchased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "ai_credit_purchases"
        ordering = ["-created_at", "-id"]
        verbose_name = "credit purchase"
        constraints = [
            models.CheckConstraint(
                condition=Q(amount_paid__gte=0, credits_purchased__gte=0, bonus_credits__gte=0),
                name="purchase_amounts_not_negative",
            )
        ]
        indexes = [
            models.Index(fields=["business", "-created_at"]),
            models.Index(fields=["payment_status", "created_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.payment_reference} {self.payment_status}"
