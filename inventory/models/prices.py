"""What goods cost: now, before, for whom and in which packs."""

from django.db import models

from accounts.models import Membership
from common.tenancy import AppendOnlyModel
from inventory.models.goods import MONEY, Product


class PriceChange(AppendOnlyModel):
    """What a product's prices were until `at`, and became then. A product without a row has kept its prices."""

    class Source(models.TextChoices):
        PRODUCT = "product", "Product page"
        IMPORT = "import", "File of products"
        DELIVERY = "delivery", "Delivery"
        STAFF = "staff", "Support staff"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="price_changes")
    at = models.DateTimeField()
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    source = models.CharField(max_length=10, choices=Source.choices)
    old_cost = models.DecimalField(**MONEY)
    new_cost = models.DecimalField(**MONEY)
    old_retail_price = models.DecimalField(**MONEY)
    new_retail_price = models.DecimalField(**MONEY)
    old_wholesale_price = models.DecimalField(**MONEY, null=True)
    new_wholesale_price = models.DecimalField(**MONEY, null=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["business", "product", "-at"]),
            models.Index(fields=["business", "-at"]),
        ]

    def __str__(self) -> str:
        return f"{self.old_retail_price} to {self.new_retail_price}"
