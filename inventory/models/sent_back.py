"""Goods that went back to suppliers."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership, Storefront
from common.tenancy import AppendOnlyModel
from inventory.models.buying import GoodsReceipt
from inventory.models.goods import MONEY, QUANTITY, Product, Supplier
from inventory.models.owing import SupplierPayment


class SupplierReturn(AppendOnlyModel):
    """Goods sent back to a supplier at one time; what they credit for it is a payment by credit note."""

    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="returns")
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    receipt = models.ForeignKey(GoodsReceipt, null=True, blank=True, on_delete=models.PROTECT, related_name="returns")
    credit = models.OneToOneField(
        SupplierPayment, null=True, blank=True, on_delete=models.PROTECT, related_name="goods"
    )
    reason = models.CharField(max_length=250)
    value = models.DecimalField(**MONEY, help_text="GHS for the goods, as they were received.")
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    returned_at = models.DateTimeField()
    client_id = models.CharField(
        max_length=64, blank=True, help_text="The sender's own id; a return with it is made once."
    )

    class Meta:
        ordering = ["-returned_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "client_id"], condition=~Q(client_id=""), name="one_supplier_return_per_client_id"
            ),
            models.CheckConstraint(condition=Q(value__gte=0), name="supplier_return_not_negative"),
        ]
        indexes = [models.Index(fields=["business", "-returned_at"], name="supplier_return_in_time")]

    def __str__(self) -> str:
        return f"goods sent back on {self.returned_at:%Y-%m-%d}"


class SupplierReturnLine(AppendOnlyModel):
    """Units of one product that went back, and what a unit had cost."""

    supplier_return = models.ForeignKey(SupplierReturn, on_delete=models.PROTECT, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    quantity = models.DecimalField(**QUANTITY)
    unit_cost = models.DecimalField(**MONEY, help_text="GHS a unit.")

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["supplier_return", "product"], name="one_return_line_per_product"),
            models.CheckConstraint(condition=Q(quantity__gt=0) & Q(unit_cost__gte=0), name="return_line_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.product_id}"
