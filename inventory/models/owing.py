"""What the shop owes its suppliers, and what it has paid them."""

from django.db import models
from django.db.models import F, Q

from accounts.models import Membership
from common.tenancy import TenantModel
from inventory.models.buying import GoodsReceipt
from inventory.models.goods import MONEY, Supplier


class SupplierBill(TenantModel):
    """An invoice of a supplier, or what was owed before the shop kept its books here."""

    class Kind(models.TextChoices):
        INVOICE = "invoice", "Invoice"
        OPENING = "opening", "Opening balance"

    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="bills")
    receipt = models.ForeignKey(GoodsReceipt, null=True, blank=True, on_delete=models.PROTECT, related_name="bills")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.INVOICE)
    number = models.CharField(max_length=64, blank=True, help_text="The supplier's own number.")
    amount = models.DecimalField(**MONEY)
    paid = models.DecimalField(**MONEY, default=0, help_text="GHS of payments that were allocated to it.")
    billed_on = models.DateField()
    due_on = models.DateField()
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    client_id = models.CharField(
        max_length=64, blank=True, help_text="The sender's own id; a bill with it is made once."
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-billed_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "supplier", "number"],
                condition=~Q(number="") & Q(cancelled_at=None),
                name="one_bill_per_number",
            ),
            models.UniqueConstraint(
                fields=["business", "client_id"], condition=~Q(client_id=""), name="one_bill_per_client_id"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="bill_above_zero"),
            models.CheckConstraint(condition=Q(paid__gte=0) & Q(paid__lte=F("amount")), name="bill_not_overpaid"),
            models.CheckConstraint(condition=Q(cancelled_at=None) | Q(paid=0), name="cancelled_bill_is_unpaid"),
            models.CheckConstraint(condition=Q(due_on__gte=F("billed_on")), name="bill_due_after_its_day"),
        ]
        indexes = [
            models.Index(fields=["business", "-billed_on"], name="bill_in_time"),
            models.Index(
                fields=["business", "due_on"], condition=Q(paid__lt=F("amount"), cancelled_at=None), name="bill_open"
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"bill of {self.billed_on}"


class SupplierPayment(TenantModel):
    """Money paid to a supplier, or a credit note of theirs."""

    class Method(models.TextChoices):
        CASH = "cash", "Cash"
        MOBILE_MONEY = "mobile_money", "Mobile money"
        BANK = "bank", "Bank transfer"
        CARD = "card", "Card"
        CHEQUE = "cheque", "Cheque"
        CREDIT_NOTE = "credit_note", "Credit note of the supplier"

    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="payments")
    amount = models.DecimalField(**MONEY)
    allocated = models.DecimalField(**MONEY, default=0, help_text="GHS that settle bills; the rest is an advance.")
    method = models.CharField(max_length=15, choices=Method.choices)
    reference = models.CharField(max_length=64, blank=True)
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    paid_at = models.DateTimeField()
    client_id = models.CharField(
        max_length=64, blank=True, help_text="The sender's own id; a payment with it is made once."
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-paid_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "client_id"], condition=~Q(client_id=""), name="one_supplier_payment_per_client_id"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="supplier_payment_above_zero"),
            models.CheckConstraint(
                condition=Q(allocated__gte=0) & Q(allocated__lte=F("amount")), name="supplier_payment_not_overallocated"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | Q(allocated=0), name="cancelled_supplier_payment_settles_nothing"
            ),
        ]
        indexes = [models.Index(fields=["business", "-paid_at"], name="supplier_payment_in_time")]

    def __str__(self) -> str:
        return f"{self.method} {self.amount}"


class SupplierAllocation(TenantModel):
    """The part of a payment that settles a bill."""

    payment = models.ForeignKey(SupplierPayment, on_delete=models.PROTECT, related_name="allocations")
    bill = models.ForeignKey(SupplierBill, on_delete=models.PROTECT, related_name="allocations")
    amount = models.DecimalField(**MONEY)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="supplier_allocation_above_zero")]

    def __str__(self) -> str:
        return f"{self.amount} to {self.bill_id}"
