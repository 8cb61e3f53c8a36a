"""Which products are bought together, as last counted."""

from django.db import models
from django.db.models import F, Q

from accounts.models import Business
from common.tenancy import TenantModel
from inventory.models.goods import Product


class ProductPair(TenantModel):
    """One of the ten products that go best with a product. Counted anew every month, never changed in between."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="pairs")
    other = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    together = models.PositiveIntegerField(help_text="Baskets that held both.")
    popularity = models.PositiveIntegerField(help_text="Baskets that held the other.")
    score = models.FloatField(help_text="Baskets with both / √(baskets with one · baskets with the other).")

    class Meta:
        ordering = ["-score", "id"]
        constraints = [
            models.UniqueConstraint(fields=["business", "product", "other"], name="one_pair_of_two_products"),
            models.CheckConstraint(condition=~Q(product=F("other")), name="pair_of_two_products"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} with {self.other_id}"


class PairBuild(models.Model):
    """When the pairs of a business were last counted, and from how much."""

    business = models.OneToOneField(Business, primary_key=True, on_delete=models.CASCADE, related_name="+")
    built_at = models.DateTimeField()
    baskets = models.PositiveIntegerField()
    pairs = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.pairs} pairs of {self.business_id}"
