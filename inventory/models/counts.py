"""Stock counts: what should have been there, what was found, and what the difference is worth."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership, Storefront
from common.tenancy import TenantModel
from inventory.models.goods import MONEY, QUANTITY, Category, Product


class StockCount(TenantModel):
    """A count of one storefront, whole or of one category and what hangs below it."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        COMPLETED = "completed", "Completed"
        CANCELLED = "cancelled", "Cancelled"

    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    completed_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True, help_text="When it was completed or cancelled.")
    missing_value = models.DecimalField(**MONEY, default=0, help_text="Shortage found, in GHS at cost.")
    surplus_value = models.DecimalField(**MONEY, default=0, help_text="Surplus found, in GHS at cost.")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="open", closed_at=None) | (~Q(status="open") & Q(closed_at__isnull=False)),
                name="count_open_or_closed",
            )
        ]
        indexes = [models.Index(fields=["business", "-created_at"], name="count_in_time")]

    def __str__(self) -> str:
        return f"count of {self.created_at:%Y-%m-%d}"


class StockCountLine(TenantModel):
    """One product in a count, on no other open count of its storefront."""

    count = models.ForeignKey(StockCount, on_delete=models.CASCADE, related_name="lines")
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    is_open = models.BooleanField(default=True)
    book = models.DecimalField(**QUANTITY, help_text="Units that should have been there when the count began.")
    moved = models.DecimalField(
        **QUANTITY, default=0, help_text="Units that came less units that left, between the start and the counting."
    )
    counted = models.DecimalField(**QUANTITY, null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    counted_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    difference = models.DecimalField(**QUANTITY, null=True, blank=True, help_text="counted - book - moved")
    unit_cost = models.DecimalField(**MONEY, default=0, help_text="GHS a unit when the count was completed.")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["count", "product"], name="one_count_line_per_product"),
            models.UniqueConstraint(
                fields=["business", "storefront", "product"], condition=Q(is_open=True), name="counted_once_at_a_time"
            ),
            models.CheckConstraint(condition=Q(counted=None) | Q(counted__gte=0), name="counted_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.counted} of {self.product_id}"
