"""What it costs to run the shop, besides the goods."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership, Storefront
from common.tenancy import TenantModel
from inventory.models import MONEY, Supplier
from sales.models.documents import Payment
from sales.models.tills import TillSession


class ExpenseCategory(models.TextChoices):
    RENT = "rent", "Rent"
    WAGES = "wages", "Wages"
    UTILITIES = "utilities", "Electricity and water"
    TRANSPORT = "transport", "Transport"
    FUEL = "fuel", "Fuel"
    REPAIRS = "repairs", "Repairs"
    SUPPLIES = "supplies", "Shop supplies and packaging"
    COMMUNICATION = "communication", "Airtime and data"
    SECURITY = "security", "Security and cleaning"
    MARKETING = "marketing", "Marketing"
    CHARGES = "charges", "Bank and mobile money charges"
    TAXES = "taxes", "Taxes and permits"
    WELFARE = "welfare", "Staff welfare"
    OTHER = "other", "Other"


class SpentModel(TenantModel):
    """What an expense and a recurring one have in common. Abstract."""

    category = models.CharField(max_length=14, choices=ExpenseCategory.choices)
    amount = models.DecimalField(**MONEY)
    method = models.CharField(max_length=12, choices=Payment.Method.choices)
    network = models.CharField(max_length=8, choices=Payment.Network.choices, blank=True)
    storefront = models.ForeignKey(Storefront, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    supplier = models.ForeignKey(Supplier, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class RecurringExpense(SpentModel):
    """An expense that comes again every week or month; the periodic job writes each one on its day."""

    class Every(models.TextChoices):
        WEEK = "week", "Week"
        MONTH = "month", "Month"

    every = models.CharField(max_length=5, choices=Every.choices)
    starts_on = models.DateField(help_text="The day of the first one; the others fall on the same day.")
    ends_on = models.DateField(null=True, blank=True, help_text="None after this day.")
    written = models.PositiveIntegerField(default=0, help_text="How many were written so far.")
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["category", "id"]
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="recurring_expense_above_zero")]

    def __str__(self) -> str:
        return f"{self.category} {self.amount} every {self.every}"


class Expense(SpentModel):
    """Money spent on a day. One that was a mistake is cancelled, and counts in no figure."""

    spent_on = models.DateField()
    reference = models.CharField(max_length=64, blank=True)
    photo = models.FileField(upload_to="expenses/", blank=True, help_text="Of the receipt.")
    till_session = models.ForeignKey(
        TillSession,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="expenses",
        help_text="The till that it was paid from.",
    )
    recurring = models.ForeignKey(
        RecurringExpense, null=True, blank=True, on_delete=models.PROTECT, related_name="expenses"
    )
    client_id = models.CharField(max_length=64, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-spent_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="expense_above_zero"),
            models.UniqueConstraint(
                fields=["recurring", "spent_on"],
                condition=Q(recurring__isnull=False),
                name="one_expense_per_recurrence",
            ),
            models.UniqueConstraint(
                fields=["business", "client_id"], condition=~Q(client_id=""), name="one_expense_per_client_id"
            ),
        ]
        indexes = [models.Index(fields=["business", "-spent_on"])]

    def __str__(self) -> str:
        return f"{self.category} {self.amount}"
