"""What goods cost: now, before, for whom and in which packs."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from accounts.models import Membership
from common.tenancy import AppendOnlyModel, TenantModel
from inventory.models.goods import MONEY, QUANTITY, Product


class Pack(TenantModel):
    """Several units of a product, sold as one thing: a carton of 24. Its stock is the product's."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="packs")
    name = models.CharField(max_length=60, help_text="carton of 24, bag of 50 kg, olonka.")
    units = models.DecimalField(**QUANTITY, help_text="Units of the product in one pack.")
    barcode = models.CharField(max_length=64, blank=True)
    retail_price = models.DecimalField(**MONEY, help_text="GHS for one pack.")
    wholesale_price = models.DecimalField(**MONEY, null=True, blank=True, help_text="The retail price when empty.")
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["product", "units", "id"]
        constraints = [
            models.UniqueConstraint("business", "product", Lower("name"), name="one_pack_per_name"),
            models.UniqueConstraint("business", "barcode", condition=~Q(barcode=""), name="one_pack_per_barcode"),
            models.CheckConstraint(condition=Q(units__gt=0), name="pack_holds_something"),
            models.CheckConstraint(
                condition=Q(retail_price__gte=0) & (Q(wholesale_price=None) | Q(wholesale_price__gte=0)),
                name="pack_prices_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PriceList(TenantModel):
    """Prices for a group of customers, or for everyone who buys enough."""

    name = models.CharField(max_length=100)
    for_everyone = models.BooleanField(default=False, help_text="Off: only for customers assigned to this list.")
    is_active = models.BooleanField(default=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True, help_text="The last day on which it applies.")

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint("business", Lower("name"), name="one_price_list_per_name"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="price_list_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PriceListEntry(TenantModel):
    """The price of a product, or of a pack of it, from a quantity on."""

    price_list = models.ForeignKey(PriceList, on_delete=models.CASCADE, related_name="entries")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    pack = models.ForeignKey(Pack, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    min_quantity = models.DecimalField(
        **QUANTITY, default=Decimal(0), help_text="Smallest quantity, in units or packs, to which it applies."
    )
    price = models.DecimalField(**MONEY, help_text="GHS for one unit, or for one pack.")

    class Meta:
        verbose_name_plural = "price list entries"
        ordering = ["product", "pack", "min_quantity"]
        constraints = [
            models.UniqueConstraint(
                fields=["price_list", "product", "min_quantity"], condition=Q(pack=None), name="one_price_per_break"
            ),
            models.UniqueConstraint(fields=["price_list", "pack", "min_quantity"], name="one_pack_price_per_break"),
            models.CheckConstraint(
                condition=Q(price__gte=0) & Q(min_quantity__gte=0), name="listed_price_not_negative"
            ),
        ]
        indexes = [models.Index(fields=["business", "product"])]

    def __str__(self) -> str:
        return f"{self.price} from {self.min_quantity}"


class CompetitorPrice(TenantModel):
    """What another shop asks for a product, as somebody saw it."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="competitor_prices")
    competitor = models.CharField(max_length=100)
    price = models.DecimalField(**MONEY, help_text="GHS for one unit.")
    seen_on = models.DateField()
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-seen_on", "-created_at", "-id"]
        constraints = [models.CheckConstraint(condition=Q(price__gt=0), name="competitor_price_above_zero")]
        indexes = [models.Index(fields=["business", "product", "-seen_on"])]

    def __str__(self) -> str:
        return f"{self.competitor}: {self.price}"


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
