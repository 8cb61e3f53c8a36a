"""What the shop sells and how much of it stands where: a running total over an append-only ledger."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Upper

from accounts.models import Membership, Storefront
from common.file_lines import PeopleImport
from common.import_journal import ImportStep
from common.imports import ImportJob
from common.tenancy import AppendOnlyModel, TenantModel

MONEY: dict[str, Any] = {"max_digits": 14, "decimal_places": 2}
QUANTITY: dict[str, Any] = {"max_digits": 14, "decimal_places": 3}


class Category(TenantModel):
    """A node of the category tree."""

    name = models.CharField(max_length=100)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "categories"
        constraints = [
            models.UniqueConstraint("business", "parent", Lower("name"), name="one_category_per_name_and_parent"),
            models.UniqueConstraint("business", Lower("name"), condition=Q(parent=None), name="one_root_category"),
        ]

    def __str__(self) -> str:
        return self.name


class Supplier(TenantModel):
    name = models.CharField(max_length=150)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    lead_time_days = models.PositiveSmallIntegerField(default=7, help_text="Usual days from order to delivery.")
    terms_days = models.PositiveSmallIntegerField(default=30, help_text="Days from a bill to when it is due.")
    order_cost = models.DecimalField(
        **MONEY, null=True, blank=True, help_text="Fixed cost of one order in GHS: transport, calls."
    )
    minimum_order = models.DecimalField(
        **MONEY, null=True, blank=True, help_text="Smallest order that the supplier accepts, in GHS."
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint("business", Lower("name"), name="one_supplier_per_name"),
            models.CheckConstraint(
                condition=Q(order_cost=None) | Q(order_cost__gte=0), name="supplier_order_cost_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(minimum_order=None) | Q(minimum_order__gte=0), name="supplier_minimum_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Product(TenantModel):
    """Something that is sold. Prices in GHS for one `unit`."""

    sku = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.PROTECT, related_name="products")
    supplier = models.ForeignKey(Supplier, null=True, blank=True, on_delete=models.SET_NULL, related_name="products")
    barcode = models.CharField(max_length=64, blank=True)
    brand = models.CharField(max_length=100, blank=True)
    unit = models.CharField(max_length=20, default="piece")
    cost = models.DecimalField(**MONEY, default=0)
    retail_price = models.DecimalField(**MONEY, default=0)
    wholesale_price = models.DecimalField(**MONEY, null=True, blank=True, help_text="The retail price when empty.")
    reorder_level = models.DecimalField(**QUANTITY, default=0)
    minimum_order_quantity = models.DecimalField(
        **QUANTITY, default=0, help_text="Smallest quantity that the supplier sells."
    )
    attributes = models.JSONField(default=dict, blank=True)
    description = models.TextField(blank=True)
    whole_units_only = models.BooleanField(
        default=False, help_text="Sold in whole numbers; off for what is weighed or measured."
    )
    tracks_stock = models.BooleanField(default=True, help_text="Off for services: delivery, repairs, airtime.")
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint("business", Lower("sku"), name="one_product_per_sku"),
            models.UniqueConstraint("business", "barcode", condition=~Q(barcode=""), name="one_product_per_barcode"),
            models.CheckConstraint(
                condition=Q(cost__gte=0) & Q(retail_price__gte=0) & Q(reorder_level__gte=0),
                name="product_amounts_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(minimum_order_quantity__gte=0), name="product_minimum_order_not_negative"
            ),
        ]
        indexes = [
            models.Index(fields=["business", "name"]),
            models.Index("business", Upper("name"), name="product_by_name_in_any_case"),
        ]

    def __str__(self) -> str:
        return self.name


class Stock(TenantModel):
    """Units of a product at a storefront: the sum of its movements, never below zero."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="stock")
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    quantity = models.DecimalField(**QUANTITY, default=0)
    has_batches = models.BooleanField(default=False, help_text="Some of it came with an expiry date.")

    class Meta:
        verbose_name_plural = "stock"
        constraints = [
            models.UniqueConstraint(fields=["business", "product", "storefront"], name="one_stock_per_storefront"),
            models.CheckConstraint(condition=Q(quantity__gte=0), name="stock_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.product_id}"


class Transfer(TenantModel):
    """Goods sent from one storefront to another at once; its lines are its stock movements."""

    from_storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    to_storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=250, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_storefront=F("to_storefront")), name="transfer_between_two_storefronts"
            )
        ]

    def __str__(self) -> str:
        return f"{self.from_storefront_id} to {self.to_storefront_id}"


class StockMovement(AppendOnlyModel):
    """One change of stock, with who and why. Rows are added, never changed."""

    class Kind(models.TextChoices):
        PURCHASE = "purchase", "Purchase"
        SENT_BACK = "sent_back", "Returned to the supplier"
        SALE = "sale", "Sale"
        RETURN = "return", "Return"
        ADJUSTMENT = "adjustment", "Adjustment"
        TRANSFER = "transfer", "Transfer"

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="movements")
    storefront = models.ForeignKey(Storefront, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    quantity = models.DecimalField(**QUANTITY, help_text="Positive into the storefront, negative out of it.")
    balance_after = models.DecimalField(**QUANTITY)
    unit_cost = models.DecimalField(**MONEY, null=True, blank=True)
    reason = models.CharField(max_length=250, blank=True)
    document_id = models.UUIDField(null=True, blank=True, help_text="The sale, return, receipt or count behind it.")
    transfer = models.ForeignKey(Transfer, null=True, blank=True, on_delete=models.PROTECT, related_name="lines")
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(quantity=0), name="movement_moves_something")]
        indexes = [
            models.Index(fields=["business", "product", "-at"], include=["storefront"], name="movements_of_product"),
            models.Index(fields=["business", "-at"], include=["storefront", "product"], name="movements_in_time"),
            models.Index(
                fields=["business", "at"],
                condition=Q(balance_after__lte=0) | Q(balance_after=F("quantity")),
                name="movements_from_or_to_nothing",
            ),
            models.Index(fields=["business", "at"], condition=Q(kind="adjustment"), name="adjustments_in_time"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.quantity}"


class ProductImport(ImportJob):
    """A CSV of products on its way in."""


class ProductImportStep(ImportStep):
    """One batch of it, for taking it back."""

    job = models.ForeignKey(ProductImport, on_delete=models.CASCADE, related_name="steps")


class SupplierImport(PeopleImport):
    """A file of suppliers, and what they were owed before, on its way in."""
