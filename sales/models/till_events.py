"""What happens at a till besides selling: kept for good, for those who look for losses."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership, Storefront
from common.tenancy import AppendOnlyModel
from inventory.models import MONEY, QUANTITY, Product
from sales.models.documents import Sale
from sales.models.tills import TillSession


class TillEvent(AppendOnlyModel):
    """One thing that happened: who, when, at which till. Tills send some kinds, the server sees others itself."""

    class Kind(models.TextChoices):
        CART_CANCELLED = "cart_cancelled", "Cart cancelled"
        LINE_REMOVED = "line_removed", "Line removed after payment began"
        DRAWER_OPENED = "drawer_opened", "Drawer opened without a sale"
        RECEIPT_REPRINTED = "receipt_reprinted", "Receipt printed again"
        PRICE_OVERRIDDEN = "price_overridden", "Price overridden"
        DISCOUNT_REFUSED = "discount_refused", "Discount refused"
        OVERSOLD = "oversold", "Sold beyond the recorded stock"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(TillSession, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    sale = models.ForeignKey(Sale, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    quantity = models.DecimalField(**QUANTITY, null=True, blank=True)
    amount = models.DecimalField(
        **MONEY, null=True, blank=True, help_text="What was in the cart, or what was taken off the listed price."
    )
    note = models.CharField(max_length=250, blank=True)
    client_id = models.CharField(max_length=64, blank=True, help_text="The till's own id; empty: the server saw it.")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "client_id"], condition=~Q(client_id=""), name="one_till_event_per_client_id"
            )
        ]
        indexes = [
            models.Index(fields=["business", "kind", "-at"]),
            models.Index(fields=["business", "by", "-at"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
