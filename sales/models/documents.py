"""Sales and their lines, payments, and which payment settles which invoice."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from accounts.models import Business, Membership, Storefront
from common.tenancy import TenantModel
from inventory.models import MONEY, QUANTITY, Pack, Product
from sales.models.customers import Customer, PriceTier


class InvoiceCounter(models.Model):
    """The last number given out to a business; locked while the next one is taken, so no number is missed."""

    business = models.OneToOneField(Business, primary_key=True, on_delete=models.CASCADE, related_name="+")
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.business_id} {self.last}"


class Sale(TenantModel):
    """A sale, or what undoes one with negative lines. What is not paid at once is an invoice due on `due_date`.

    An opening balance is what a customer owed before the shop kept its books here: a debt without lines, no sale in any
    figure. An exchange has lines both ways and is paid at once. A void undoes a whole sale on its day; both then
    carry `voided_at` and count in no figure.

    `total` is what the customer owes for it, tax included, negative for a return. `paid` is the sum of its
    allocations, so `total - paid` is open. Returns of a sale are allocated to it as credit notes; the `paid` of a
    return is what of it was allocated or paid back, negative too.
    """

    class Kind(models.TextChoices):
        SALE = "sale", "Sale"
        RETURN = "return", "Return"
        EXCHANGE = "exchange", "Exchange"
        VOID = "void", "Void"
        OPENING = "opening", "Opening balance"

    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.SALE)
    number = models.CharField(max_length=40)
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="sales")
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="sales")
    sold_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sold_at = models.DateTimeField()
    time_known = models.BooleanField(default=True, help_text="Off where only the day of the sale was recorded.")
    price_tier = models.CharField(max_length=10, choices=PriceTier.choices, default=PriceTier.RETAIL)
    subtotal = models.DecimalField(**MONEY, help_text="Quantity × unit price of all lines, before discount.")
    discount = models.DecimalField(**MONEY, default=0)
    tax = models.DecimalField(**MONEY, default=0, help_text="Contained in the total; zero unless VAT registered.")
    total = models.DecimalField(**MONEY, help_text="Subtotal - discount, tax included.")
    paid = models.DecimalField(**MONEY, default=0)
    due_date = models.DateField(null=True, blank=True, help_text="Empty when it was paid at once.")
    settled_at = models.DateTimeField(null=True, blank=True, help_text="When the last of it was paid.")
    original = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="returns")
    till_session = models.ForeignKey(
        "sales.TillSession", null=True, blank=True, on_delete=models.PROTECT, related_name="sales", db_index=False
    )
    note = models.CharField(max_length=250, blank=True)
    issued = models.JSONField(
        null=True, blank=True, help_text="What its receipt prints of shop and goods; never changes."
    )
    issued_to = models.CharField(max_length=150, blank=True, help_text="The customer's name on the receipt.")
    client_id = models.CharField(max_length=64, blank=True, help_text="The till's own id; a sale with it is made once.")
    imported = models.BooleanField(default=False)
    printed_at = models.DateTimeField(null=True, blank=True, help_text="When its receipt was first printed.")
    voided_at = models.DateTimeField(
        null=True, blank=True, help_text="Undone on the day of the sale; it counts nowhere."
    )
    disputed_at = models.DateTimeField(null=True, blank=True)
    dispute_reason = models.CharField(max_length=250, blank=True)
    credit_approved_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    credit_approval_reason = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["-sold_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["business", "number"], name="one_sale_per_number"),
            models.UniqueConstraint(
                fields=["business", "client_id"], condition=~Q(client_id=""), name="one_sale_per_client_id"
            ),
            models.UniqueConstraint(fields=["original"], condition=Q(kind="void"), name="one_void_per_sale"),
            models.CheckConstraint(
                condition=Q(kind__in=["return", "void"])
                | Q(kind="exchange", total__lt=0)
                | (Q(paid__gte=0) & Q(paid__lte=F("total"))),
                name="sale_not_overpaid",
            ),
        ]
        indexes = [
            models.Index(
                fields=["business", "-sold_at", "-id"],
                include=["customer", "storefront", "total", "tax", "kind", "voided_at"],
                name="sales_in_time",
            ),
            models.Index(fields=["business", "customer", "-sold_at"]),
            models.Index(fields=["business", "due_date"], condition=Q(paid__lt=F("total")), name="open_invoices"),
            models.Index(fields=["business", "customer"], condition=~Q(paid=F("total")), name="open_by_customer"),
            models.Index(
                fields=["business", "customer"],
                condition=Q(kind="return") & Q(paid__gt=F("total")),
                name="returns_with_credit",
            ),
            models.Index(fields=["till_session"], condition=Q(till_session__isnull=False), name="sales_of_a_till"),
        ]

    def __str__(self) -> str:
        return self.number


SOLD = Q(kind__in=(Sale.Kind.SALE, Sale.Kind.EXCHANGE), voided_at=None)
"""The documents that count as sales."""
OWED = Q(kind__in=(Sale.Kind.SALE, Sale.Kind.OPENING))
"""The documents on which a customer can owe something."""


class SaleLine(TenantModel):
    """One product on a sale. `sold_at`, `storefront` and `voided` repeat the sale's, so that reports read one table."""

    sale = models.ForeignKey(Sale, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="sale_lines")
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    sold_at = models.DateTimeField()
    position = models.PositiveSmallIntegerField(default=0)
    quantity = models.DecimalField(**QUANTITY, help_text="Negative on a return.")
    pack = models.ForeignKey(Pack, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    pack_quantity = models.DecimalField(**QUANTITY, null=True, help_text="Packs, when sold by the pack.")
    pack_price = models.DecimalField(**MONEY, null=True, help_text="GHS for one pack, when sold by the pack.")
    unit_price = models.DecimalField(**MONEY, help_text="GHS for a unit; of a pack, its share to the nearest pesewa.")
    list_price = models.DecimalField(
        **MONEY, null=True, help_text="The listed price of a unit at that time; empty when unknown."
    )
    unit_cost = models.DecimalField(**MONEY, null=True, help_text="At the time of sale; empty when not known.")
    price_tier = models.CharField(max_length=10, choices=PriceTier.choices, default=PriceTier.RETAIL)
    discount = models.DecimalField(**MONEY, default=0)
    tax = models.DecimalField(**MONEY, default=0)
    revenue = models.DecimalField(**MONEY, help_text="quantity × unit price (packs × pack price) - discount - tax.")
    cost = models.DecimalField(**MONEY, null=True, help_text="quantity × unit cost.")
    original_line = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="returns")
    voided = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(quantity=0), name="line_sells_something"),
            models.CheckConstraint(
                condition=Q(pack=None, pack_quantity=None, pack_price=None)
                | Q(pack__isnull=False, pack_quantity__isnull=False, pack_price__isnull=False),
                name="line_knows_how_many_packs",
            ),
        ]
        indexes = [
            models.Index(
                fields=["business", "sold_at"],
                include=["revenue", "cost", "quantity", "product", "storefront", "voided"],
                name="sale_lines_in_time",
            ),
            models.Index(
                fields=["business", "product", "sold_at"],
                include=["quantity", "storefront"],
                name="sale_lines_by_product",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.product_id}"


class Payment(TenantModel):
    """Money received from a customer, or paid back to one. What is not allocated is the customer's credit."""

    class Kind(models.TextChoices):
        RECEIVED = "received", "Received"
        REFUND = "refund", "Refund"

    class Method(models.TextChoices):
        CASH = "cash", "Cash"
        MOBILE_MONEY = "mobile_money", "Mobile money"
        CARD = "card", "Card"
        BANK = "bank", "Bank"
        UNKNOWN = "unknown", "Unknown"

    class Network(models.TextChoices):
        MTN = "mtn", "MTN MoMo"
        TELECEL = "telecel", "Telecel Cash"
        AT = "at", "AT Money"

    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.RECEIVED)
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="payments")
    sale = models.ForeignKey(
        Sale, null=True, blank=True, on_delete=models.PROTECT, related_name="payments", help_text="Paid at the till."
    )
    storefront = models.ForeignKey(Storefront, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    method = models.CharField(max_length=12, choices=Method.choices)
    network = models.CharField(max_length=8, choices=Network.choices, blank=True)
    amount = models.DecimalField(**MONEY)
    tendered = models.DecimalField(
        **MONEY, null=True, blank=True, help_text="Cash handed over, when more than the amount; the rest was change."
    )
    allocated = models.DecimalField(
        **MONEY,
        default=0,
        help_text="Sum of its allocations and of what was paid back; for money paid back, all of it.",
    )
    reference = models.CharField(max_length=64, blank=True)
    reverses = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reversals",
        help_text="The payment that this one pays back.",
    )
    till_session = models.ForeignKey(
        "sales.TillSession", null=True, blank=True, on_delete=models.PROTECT, related_name="payments", db_index=False
    )
    note = models.CharField(max_length=250, blank=True)
    imported = models.BooleanField(default=False)
    client_id = models.CharField(
        max_length=64, blank=True, help_text="The till's own id; a payment with it is made once."
    )
    received_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["-received_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "client_id"], condition=~Q(client_id=""), name="one_payment_per_client_id"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_above_zero"),
            models.CheckConstraint(
                condition=Q(allocated__gte=0) & Q(allocated__lte=F("amount")), name="payment_not_overallocated"
            ),
        ]
        indexes = [
            models.Index(fields=["business", "-received_at", "-id"], name="payments_newest_first"),
            models.Index(fields=["business", "customer", "-received_at"]),
            models.Index(fields=["business", "customer"], condition=Q(allocated__lt=F("amount")), name="unallocated"),
            models.Index("business", Upper("reference"), condition=~Q(reference=""), name="payment_by_reference"),
            models.Index(fields=["till_session"], condition=Q(till_session__isnull=False), name="payments_of_a_till"),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.amount}"


class PaymentAllocation(TenantModel):
    """The part of a payment, or of a return, that settles an invoice."""

    invoice = models.ForeignKey(Sale, on_delete=models.PROTECT, related_name="allocations")
    payment = models.ForeignKey(Payment, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations")
    credit_note = models.ForeignKey(Sale, null=True, blank=True, on_delete=models.PROTECT, related_name="settles")
    amount = models.DecimalField(**MONEY)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="allocation_above_zero"),
            models.CheckConstraint(
                condition=Q(payment=None, credit_note__isnull=False) | Q(payment__isnull=False, credit_note=None),
                name="allocation_from_payment_or_credit_note",
            ),
        ]
        indexes = [
            models.Index(fields=["business", "invoice", "at"]),
            models.Index(fields=["business", "at"], include=["invoice", "amount"], name="allocations_in_time"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} to {self.invoice_id}"
