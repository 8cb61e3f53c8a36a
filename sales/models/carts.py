"""Carts that wait: a customer who forgot the purse, while the next one is served."""

from django.db import models

from accounts.models import Membership, Storefront
from common.tenancy import TenantModel
from sales.models.customers import Customer


class Cart(TenantModel):
    """Lines that were not sold yet. Prices and stock are looked at again when they are."""

    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="carts")
    held_for = models.CharField(max_length=60, blank=True, help_text="A name for it at the till: a customer, a table.")
    lines = models.JSONField(help_text="In the form in which a sale is posted.")
    held_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField()

    class Meta:
        ordering = ["-held_at", "-id"]
        indexes = [models.Index(fields=["business", "storefront", "-held_at"])]

    def __str__(self) -> str:
        return self.held_for or f"{self.held_at:%Y-%m-%d %H:%M}"
