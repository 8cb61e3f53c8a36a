"""Builders of inventory for tests: `make_product(business, stock=5, storefront=...)`."""

import datetime as dt
import itertools
from decimal import Decimal
from typing import Any

from accounts.models import Business, Membership, Storefront
from accounts.tests.builders import caller_of, make_member
from common import clock
from inventory.models import (
    Category,
    GoodsReceipt,
    GoodsReceiptLine,
    Product,
    PurchaseOrder,
    PurchaseOrderLine,
    Stock,
    StockMovement,
    Supplier,
)
from inventory.services import StockLine, move_stock

_numbers = itertools.count(1)


def make_category(business: Business, name: str = "", parent: Category | None = None) -> Category:
    return Category.objects.create(business=business, name=name or f"Category {next(_numbers)}", parent=parent)


def make_supplier(business: Business, name: str = "", **fields: Any) -> Supplier:
    return Supplier.objects.create(business=business, name=name or f"Supplier {next(_numbers)}", **fields)


def make_product(
    business: Business, name: str = "", *, stock: Decimal | int = 0, storefront: Storefront | None = None, **fields: Any
) -> Product:
    """A product, with `stock` units delivered to `storefront`."""
    number = next(_numbers)
    defaults = {"sku": f"SKU-{number}", "cost": Decimal("6.00"), "retail_price": Decimal("10.00")}
    product = Product.objects.create(business=business, name=name or f"Product {number}", **defaults | fields)
    if stock:
        assert storefront
        deliver(product, storefront, stock)
    return product


def deliver(product: Product, storefront: Storefront, quantity: Decimal | int) -> None:
    """Units of a product, bought by the first member of its business."""
    member = Membership.objects.of(product.business_id).first() or make_member(product.business)
    move_stock(
        caller_of(member),
        storefront_id=storefront.pk,
        lines=[StockLine(product.pk, Decimal(quantity), product.cost)],
        kind=StockMovement.Kind.PURCHASE,
    )


def stock_of(product: Product, storefront: Storefront) -> Decimal:
    """Units of the product at the storefront; zero when it was never there."""
    row = Stock.objects.of(product.business_id).filter(product=product, storefront=storefront).first()
    return row.quantity if row else Decimal(0)


def make_order(
    product: Product,
    storefront: Storefront,
    quantity: Decimal | int,
    *,
    supplier: Supplier | None = None,
    **fields: Any,
) -> PurchaseOrder:
    """An order of one product, sent now unless `status` or `sent_at` say otherwise."""
    fields = {"status": PurchaseOrder.Status.SENT, "sent_at": clock.now()} | fields
    business = product.business
    supplier = supplier or product.supplier or make_supplier(business)
    number = PurchaseOrder.objects.of(business.pk).count() + 1
    order = PurchaseOrder.objects.create(
        business=business, number=number, supplier=supplier, storefront=storefront, **fields
    )
    PurchaseOrderLine.objects.create(business=business, order=order, product=product, position=1, quantity=quantity)
    return order


def arrive(order: PurchaseOrder, *, days: float) -> None:
    """All of an order's first line came `days` after it was sent; for lead times, so no stock moves."""
    assert order.sent_at
    receipt = GoodsReceipt.objects.create(
        business=order.business,
        order=order,
        supplier=order.supplier,
        storefront=order.storefront,
        received_at=order.sent_at + dt.timedelta(days=days),
    )
    line = order.lines.get()
    GoodsReceiptLine.objects.create(
        business=order.business,
        receipt=receipt,
        order_line=line,
        product=line.product,
        position=1,
        quantity=line.quantity,
    )
    PurchaseOrderLine.objects.filter(pk=line.pk).update(received=line.quantity)
    PurchaseOrder.objects.filter(pk=order.pk).update(status=PurchaseOrder.Status.RECEIVED)
