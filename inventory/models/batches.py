"""Stock by batch: what of a product has an expiry date, and which units of it left."""

from django.db import models
from django.db.models import Q

from accounts.models import Storefront
from common.tenancy import AppendOnlyModel, TenantModel
from inventory.models.goods import MONEY, QUANTITY, Product, StockMovement


class Batch(TenantModel):
    """Units of a product at a storefront with one expiry date: the sum of its parts of movements, never below zero.

    Stock that came without an expiry date is in no batch: what the batches of a product do not hold.
    """

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="batches")
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=64, blank=True)
    expires_on = models.DateField(help_text="The last day on which it is good.")
    quantity = models.DecimalField(**QUANTITY, default=0)
    unit_cost = models.DecimalField(**MONEY, null=True, blank=True)

    class Meta:
        ordering = ["expires_on", "id"]
        verbose_name_plural = "batches"
        constraints = [
            models.UniqueConstraint(
                fields=["business", "product", "storefront", "expires_on", "code"], name="one_batch_per_code_and_day"
            ),
            models.CheckConstraint(condition=Q(quantity__gte=0), name="batch_not_negative"),
        ]
        indexes = [models.Index(fields=["business", "expires_on"], condition=Q(quantity__gt=0), name="batch_by_expiry")]

    def __str__(self) -> str:
        return f"{self.code or 'batch'} until {self.expires_on}"


class BatchMovement(AppendOnlyModel):
    """The part of a movement of stock that one batch had in it."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="movements")
    movement = models.ForeignKey(StockMovement, on_delete=models.PROTECT, related_name="batch_parts")
    quantity = models.DecimalField(**QUANTITY, help_text="Positive into the batch, negative out of it.")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(quantity=0), name="batch_movement_moves_something")]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.batch_id}"
