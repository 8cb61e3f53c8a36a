"""Standing alerts about goods: what runs out, lies too long or expires."""

from django.db import models

from accounts.models import Membership, Storefront
from common.tenancy import TenantModel
from inventory.models import MONEY, QUANTITY, Product


class StockAlert(TenantModel):
    """One kind of trouble with a product at a storefront, from when it was first seen until it is over."""

    class Kind(models.TextChoices):
        RUNS_OUT = "runs_out", "Runs out before a delivery can come"
        EXPIRING = "expiring", "Expires before it sells"
        DEAD = "dead", "Does not sell"
        OVERSTOCK = "overstock", "More than will sell in good time"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    storefront = models.ForeignKey(Storefront, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    units = models.DecimalField(
        **QUANTITY, help_text="Units to order, units that do not sell, or units about to expire."
    )
    value = models.DecimalField(**MONEY, help_text="Margin at risk, or goods at cost, in GHS.")
    day = models.DateField(null=True, help_text="When it runs out or expires.")
    detected_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-detected_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "product", "storefront", "kind"],
                condition=models.Q(cleared_at=None),
                name="one_standing_stock_alert_of_a_kind",
            )
        ]
        indexes = [models.Index(fields=["business", "-detected_at"], name="stock_alert_in_time")]

    def __str__(self) -> str:
        return f"{self.kind} {self.product_id}"
