"""What the lists of inventory can be narrowed by. Ids are plain: another business's find nothing."""

import datetime as dt
import uuid
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q, QuerySet
from django_filters.filters import CharFilter, ChoiceFilter, DateFilter, MultipleChoiceFilter, NumberFilter, UUIDFilter
from django_filters.rest_framework.filters import BooleanFilter
from django_filters.rest_framework.filterset import FilterSet

from common import shop_clock as clock
from common.api import caller_of
from common.filters import SENSIBLE, Days
from inventory import queries
from inventory.models import (
    Batch,
    Category,
    CompetitorPrice,
    GoodsReceipt,
    GoodsReceiptLine,
    Pack,
    PriceChange,
    PriceList,
    PriceListEntry,
    Product,
    PurchaseOrder,
    Stock,
    StockCount,
    StockMovement,
    SupplierBill,
    SupplierPayment,
    SupplierReturn,
    Transfer,
)


class _ByCategory(FilterSet):
    category_id = UUIDFilter(method="by_category", label="The category and all below it.")
    category_column = "category_id"

    def by_category(self, rows: QuerySet[Any], name: str, category_id: uuid.UUID) -> QuerySet[Any]:
        ids = queries.category_and_below(caller_of(self.request).business_id, category_id)
        return rows.filter(**{f"{self.category_column}__in": ids})


class CategoryFilter(FilterSet):
    parent_id = UUIDFilter("parent_id")
    root = BooleanFilter("parent_id", lookup_expr="isnull")

    class Meta:
        model = Category
        fields: list[str] = []


class ProductFilter(_ByCategory):
    supplier_id = UUIDFilter("supplier_id")
    brand = CharFilter("brand", lookup_expr="iexact")
    active = BooleanFilter("is_active")
    low_stock = BooleanFilter(method="by_low_stock", label="At or below the reorder level.")
    min_price = NumberFilter("retail_price", lookup_expr="gte")
    max_price = NumberFilter("retail_price", lookup_expr="lte")
    min_wholesale_price = NumberFilter("wholesale_price", lookup_expr="gte")
    max_wholesale_price = NumberFilter("wholesale_price", lookup_expr="lte")

    barcode = CharFilter(method="by_barcode", label="As scanned, with or without leading zeros.")

    class Meta:
        model = Product
        fields = ["sku", "tracks_stock"]

    def by_barcode(self, rows: QuerySet[Any], name: str, barcode: str) -> QuerySet[Any]:
        return rows.filter(queries.has_barcode(barcode))

    def by_low_stock(self, rows: QuerySet[Any], name: str, wanted: bool) -> QuerySet[Any]:
        return rows.filter(queries.LOW_STOCK) if wanted else rows.exclude(queries.LOW_STOCK)


class StockFilter(_ByCategory):
    category_column = "product__category_id"
    product_id = UUIDFilter("product_id")
    storefront_id = UUIDFilter("storefront_id")
    in_stock = BooleanFilter(method="by_in_stock", label="Whether anything is left.")

    class Meta:
        model = Stock
        fields: list[str] = []

    def by_in_stock(self, rows: QuerySet[Any], name: str, wanted: bool) -> QuerySet[Any]:
        return rows.filter(quantity__gt=0) if wanted else rows.filter(quantity=0)


class MovementFilter(Days):
    moment = "at"
    product_id = UUIDFilter("product_id")
    storefront_id = UUIDFilter("storefront_id")
    document_id = UUIDFilter("document_id")
    kind = MultipleChoiceFilter(choices=StockMovement.Kind.choices)

    class Meta:
        model = StockMovement
        fields: list[str] = []


class PriceChangeFilter(Days):
    moment = "at"
    product_id = UUIDFilter("product_id")
    source = MultipleChoiceFilter(choices=PriceChange.Source.choices)

    class Meta:
        model = PriceChange
        fields: list[str] = []


class PackFilter(FilterSet):
    product_id = UUIDFilter("product_id")
    active = BooleanFilter("is_active")
    barcode = CharFilter(method="by_barcode", label="As scanned, with or without leading zeros.")

    class Meta:
        model = Pack
        fields: list[str] = []

    def by_barcode(self, rows: QuerySet[Any], name: str, barcode: str) -> QuerySet[Any]:
        return rows.filter(queries.has_barcode(barcode))


class PriceListFilter(FilterSet):
    active = BooleanFilter("is_active")
    product_id = UUIDFilter(method="by_product", label="Lists that name this product.")

    class Meta:
        model = PriceList
        fields = ["for_everyone"]

    def by_product(self, rows: QuerySet[Any], name: str, product_id: uuid.UUID) -> QuerySet[Any]:
        named = PriceListEntry.objects.of(caller_of(self.request).business_id).filter(product_id=product_id)
        return rows.filter(pk__in=named.values("price_list_id"))


class CompetitorPriceFilter(Days):
    moment = "created_at"
    product_id = UUIDFilter("product_id")
    competitor = CharFilter("competitor", lookup_expr="iexact")

    class Meta:
        model = CompetitorPrice
        fields: list[str] = []


class TransferFilter(Days):
    moment = "at"
    from_storefront_id = UUIDFilter("from_storefront_id")
    to_storefront_id = UUIDFilter("to_storefront_id")

    class Meta:
        model = Transfer
        fields: list[str] = []


class PurchaseOrderFilter(Days):
    moment = "created_at"
    supplier_id = UUIDFilter("supplier_id")
    storefront_id = UUIDFilter("storefront_id")
    status = MultipleChoiceFilter(choices=PurchaseOrder.Status.choices)
    overdue = BooleanFilter(method="by_overdue", label="Open, and expected before today.")

    class Meta:
        model = PurchaseOrder
        fields: list[str] = []

    def by_overdue(self, rows: QuerySet[Any], name: str, wanted: bool) -> QuerySet[Any]:
        late = Q(closed_at=None, sent_at__isnull=False, expected_on__lt=clock.today())
        return rows.filter(late) if wanted else rows.exclude(late)


class ReceiptFilter(Days):
    moment = "received_at"
    supplier_id = UUIDFilter("supplier_id")
    storefront_id = UUIDFilter("storefront_id")
    order_id = UUIDFilter("order_id")
    product_id = UUIDFilter(method="by_product", label="A product that came.")

    class Meta:
        model = GoodsReceipt
        fields: list[str] = []

    def by_product(self, rows: QuerySet[Any], name: str, product_id: uuid.UUID) -> QuerySet[Any]:
        came = GoodsReceiptLine.objects.of(caller_of(self.request).business_id).filter(product_id=product_id)
        return rows.filter(pk__in=came.values("receipt_id"))


class SupplierReturnFilter(Days):
    moment = "returned_at"
    supplier_id = UUIDFilter("supplier_id")
    storefront_id = UUIDFilter("storefront_id")
    receipt_id = UUIDFilter("receipt_id")

    class Meta:
        model = SupplierReturn
        fields: list[str] = []


class SupplierBillFilter(FilterSet):
    supplier_id = UUIDFilter("supplier_id")
    receipt_id = UUIDFilter("receipt_id")
    kind = MultipleChoiceFilter(choices=SupplierBill.Kind.choices)
    status = ChoiceFilter(method="by_status", choices=[(each, each) for each in queries.BILL_STATUSES])
    due_from = DateFilter("due_on", lookup_expr="gte", validators=SENSIBLE)
    due_to = DateFilter("due_on", lookup_expr="lte", validators=SENSIBLE)

    class Meta:
        model = SupplierBill
        fields: list[str] = []

    def by_status(self, rows: QuerySet[Any], name: str, status: str) -> QuerySet[Any]:
        return queries.bills_in_state(rows, status)


class SupplierPaymentFilter(Days):
    moment = "paid_at"
    supplier_id = UUIDFilter("supplier_id")
    method = MultipleChoiceFilter(choices=SupplierPayment.Method.choices)

    class Meta:
        model = SupplierPayment
        fields: list[str] = []


class StockCountFilter(Days):
    moment = "created_at"
    storefront_id = UUIDFilter("storefront_id")
    category_id = UUIDFilter("category_id")
    status = MultipleChoiceFilter(choices=StockCount.Status.choices)

    class Meta:
        model = StockCount
        fields: list[str] = []


class BatchFilter(_ByCategory):
    category_column = "product__category_id"
    product_id = UUIDFilter("product_id")
    storefront_id = UUIDFilter("storefront_id")
    expiring_in = NumberFilter(
        method="by_days",
        label="Good for at most so many days more, or past it.",
        validators=[MinValueValidator(0), MaxValueValidator(36_500)],
    )

    class Meta:
        model = Batch
        fields: list[str] = []

    def by_days(self, rows: QuerySet[Any], name: str, days: Any) -> QuerySet[Any]:
        return rows.filter(expires_on__lt=clock.today() + dt.timedelta(days=int(days) + 1))
