"""What is ordered from suppliers, and what came."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership, Storefront
from common.tenancy import AppendOnlyModel, TenantModel
from inventory.models.goods import MONEY, QUANTITY, Product, Supplier


class PurchaseOrder(TenantModel):
    """Goods wanted from one supplier, to be delivered to one storefront."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        SENT = "sent", "Sent"
        PART_RECEIVED = "part_received", "Part received"
        RECEIVED = "received", "Received"
        CANCELLED = "cancelled", "Cancelled"

    class Channel(models.TextChoices):
        EMAIL = "email", "Email"
        WHATSAPP = "whatsapp", "WhatsApp"
        OTHER = "other", "By phone or in person"

    number = models.PositiveIntegerField(help_text="Counted from 1 in each business.")
    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="orders")
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.DRAFT)
    expected_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.CharField(max_length=10, choices=Channel.choices, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True, help_text="When it was received in full, or cancelled.")
    client_id = models.CharField(
        max_length=64, blank=True, help_text="The sender's own id; an order with it is made once."
    )

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["business", "number"], name="one_order_per_number"),
            models.UniqueConstraint(
                fields=["business", "client_id"], condition=~Q(client_id=""), name="one_order_per_client_id"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "cancelled"]) | Q(sent_at__isnull=False), name="open_order_was_sent"
            ),
        ]
        indexes = [
            models.Index(fields=["business", "-created_at"], name="order_in_time"),
            models.Index(fields=["business"], condition=Q(status__in=["sent", "part_received"]), name="order_open"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number as people say it: PO-00012."""
        return f"PO-{self.number:05}"


class PurchaseOrderLine(TenantModel):
    """Units of one product on an order, and how many of them came so far."""

    order = models.ForeignKey(PurchaseOrder, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    quantity = models.DecimalField(**QUANTITY)
    unit_cost = models.DecimalField(**MONEY, null=True, blank=True, help_text="GHS a unit as agreed; empty if unknown.")
    expected_on = models.DateField(null=True, blank=True)
    received = models.DecimalField(**QUANTITY, default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["order", "product"], name="one_order_line_per_product"),
            models.CheckConstraint(condition=Q(quantity__gt=0) & Q(received__gte=0), name="order_line_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.product_id}"


class GoodsReceipt(AppendOnlyModel):
    """Goods that came in at one time, on an order or without one; its lines are in the ledger of stock."""

    order = models.ForeignKey(PurchaseOrder, null=True, blank=True, on_delete=models.PROTECT, related_name="receipts")
    supplier = models.ForeignKey(Supplier, null=True, blank=True, on_delete=models.PROTECT, related_name="receipts")
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=64, blank=True, help_text="The number of the delivery note.")
    goods_value = models.DecimalField(**MONEY, default=0, help_text="GHS for the goods, without freight and duty.")
    freight = models.DecimalField(**MONEY, default=0)
    duty = models.DecimalField(**MONEY, default=0)
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    received_at = models.DateTimeField()
    client_id = models.CharField(
        max_length=64, blank=True, help_text="The sender's own id; a receipt with it is made once."
    )

    class Meta:
        ordering = ["-received_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "client_id"], condition=~Q(client_id=""), name="one_receipt_per_client_id"
            ),
            models.CheckConstraint(
                condition=Q(goods_value__gte=0) & Q(freight__gte=0) & Q(duty__gte=0), name="receipt_not_negative"
            ),
        ]
        indexes = [models.Index(fields=["business", "-received_at"], name="receipt_in_time")]

    def __str__(self) -> str:
        return self.reference or f"receipt of {self.received_at:%Y-%m-%d}"


class GoodsReceiptLine(AppendOnlyModel):
    """Units of one product that came, what they cost, and their share of freight and duty."""

    receipt = models.ForeignKey(GoodsReceipt, on_delete=models.PROTECT, related_name="lines")
    order_line = models.ForeignKey(
        PurchaseOrderLine, null=True, blank=True, on_delete=models.PROTECT, related_name="receipt_lines"
    )
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    quantity = models.DecimalField(**QUANTITY)
    unit_cost = models.DecimalField(**MONEY, null=True, blank=True, help_text="GHS a unit; empty if unknown.")
    landed = models.DecimalField(**MONEY, default=0, help_text="This line's share of freight and duty, in GHS.")
    batch_code = models.CharField(max_length=64, blank=True)
    expires_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0) & Q(landed__gte=0), name="receipt_line_not_negative")
        ]
        indexes = [models.Index(fields=["business", "product"], name="receipt_line_by_product")]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.product_id}"
