"""Customers, and which of them were found to be the same person."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership
from common.tenancy import TenantModel
from inventory.models import MONEY, PriceList


class PriceTier(models.TextChoices):
    RETAIL = "retail", "Retail"
    WHOLESALE = "wholesale", "Wholesale"


class Customer(TenantModel):
    """A person or shop that buys. `credit_limit` empty: none was set; zero: no credit."""

    class Language(models.TextChoices):
        ENGLISH = "en", "English"
        TWI = "tw", "Twi"

    name = models.CharField(max_length=150)
    phone = models.CharField(max_length=16, blank=True, help_text="E.164: +233241234567.")
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=250, blank=True)
    form_of_address = models.CharField(max_length=30, blank=True, help_text="As the customer likes it: Madam, Owura.")
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.ENGLISH)
    price_tier = models.CharField(max_length=10, choices=PriceTier.choices, default=PriceTier.RETAIL)
    price_list = models.ForeignKey(
        PriceList,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The prices of the customer's group, before those of the tier.",
    )
    credit_limit = models.DecimalField(**MONEY, null=True, blank=True)
    terms_days = models.PositiveSmallIntegerField(default=30)
    credit_hold = models.BooleanField(default=False, help_text="No more sales on account.")
    credit_hold_reason = models.CharField(max_length=250, blank=True)
    reminders_allowed = models.BooleanField(default=True)
    receipts_allowed = models.BooleanField(
        default=False, help_text="Agreed to receive receipts and statements as messages."
    )
    marketing_allowed = models.BooleanField(default=False, help_text="Agreed to receive offers.")
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    erased_at = models.DateTimeField(null=True, blank=True, help_text="When the personal data was removed.")

    findable = Q(merged_into=None)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "phone"],
                condition=~Q(phone="") & Q(merged_into=None),
                name="one_customer_per_phone",
            ),
            models.CheckConstraint(
                condition=Q(credit_limit=None) | Q(credit_limit__gte=0), name="credit_limit_not_negative"
            ),
        ]
        indexes = [models.Index(fields=["business", "name"])]

    def __str__(self) -> str:
        return self.name


class CustomerMerge(TenantModel):
    """Two customers that were one: whose rows went to the other, so that it can be undone for a day."""

    kept = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    moved = models.JSONField(default=dict, help_text="Ids of the rows that were moved, by table.")
    filled = models.JSONField(default=list, help_text="Fields that were empty and are now filled.")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["business", "-at"])]

    def __str__(self) -> str:
        return f"{self.merged_id} into {self.kept_id}"
