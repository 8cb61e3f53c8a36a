"""Plans: credits by the month on top of the price of the storefronts. Every number is a row that staff can change."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from ai_features.models.credits import CREDITS

AT_LEAST_ZERO = [MinValueValidator(Decimal(0))]


class AIPlan(models.Model):
    """One plan as it is offered today. What a business has bought keeps the numbers it was bought with."""

    class Key(models.TextChoices):
        STANDARD = "standard", "Standard"
        AI_POWERED = "ai_powered", "AI-Powered"
        ENTERPRISE = "enterprise", "Enterprise"

    key = models.CharField(primary_key=True, max_length=10, choices=Key.choices)
    price = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        validators=AT_LEAST_ZERO,
        help_text="GHS a month before taxes, on top of the storefronts.",
    )
    credits = models.DecimalField(**CREDITS, validators=AT_LEAST_ZERO, help_text="For each month.")
    rollover = models.DecimalField(
        **CREDITS,
        validators=AT_LEAST_ZERO,
        help_text="Unused credits that are carried into the next paid month, at most.",
    )
    starter_bonus = models.DecimalField(
        **CREDITS, validators=AT_LEAST_ZERO, help_text="On top of a starter pack that is bought while the plan runs."
    )
    fair_use = models.DecimalField(
        **CREDITS,
        null=True,
        blank=True,
        validators=AT_LEAST_ZERO,
        help_text="Answers are free up to this many credits a month, at list price. Empty: answers cost credits.",
    )
    is_offered = models.BooleanField(default=True, help_text="Off: nobody can switch to it; those who have it keep it.")

    class Meta:
        ordering = ["price"]
        verbose_name = "plan"
        constraints = [
            models.CheckConstraint(
                condition=Q(price__gte=0, credits__gte=0, rollover__gte=0, starter_bonus__gte=0),
                name="plan_numbers_not_negative",
            ),
            models.CheckConstraint(
                condition=~Q(key="standard") | Q(price=0, fair_use=None), name="the_standard_plan_is_free"
            ),
        ]

    def __str__(self) -> str:
        return self.get_key_display()
