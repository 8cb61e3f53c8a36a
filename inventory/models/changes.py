"""Which rows changed when: written by triggers of PostgreSQL, for tills that ask what is new."""

from django.db import models

from accounts.models import Business


class Change(models.Model):
    """The last change of a row that tills keep. `position` is the number of the transaction that changed it."""

    class Kind(models.TextChoices):
        PRODUCT = "products", "Product"
        PACK = "packs", "Pack"
        PRICE_LIST = "price_lists", "Price list"
        STOCK = "stock", "Stock"
        CUSTOMER = "customers", "Customer"

    business = models.ForeignKey(Business, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    row_id = models.UUIDField()
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["business", "kind", "row_id"], name="one_change_per_row")]
        indexes = [models.Index(fields=["business", "position", "id"], name="changes_in_order")]

    def __str__(self) -> str:
        return f"{self.kind} {self.row_id}"
