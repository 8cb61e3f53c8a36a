"""Goods that go back to a supplier: off the shelf, and off what is owed for them."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F, Sum

from accounts.services import audit
from common import client_ids, errors
from common import shop_clock as clock
from common.money import ZERO, cedis, written_quantity
from common.slips import confirm_amounts, confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from inventory.models import (
    GoodsReceipt,
    GoodsReceiptLine,
    Product,
    StockMovement,
    Supplier,
    SupplierBill,
    SupplierPayment,
    SupplierReturn,
    SupplierReturnLine,
)
from inventory.services.buying.owing import pay_supplier
from inventory.services.counted_units import refuse_divided
from inventory.services.stock import StockLine, move_stock

Costs = Mapping[uuid.UUID, Decimal]


@dataclass(frozen=True, slots=True)
class SentBackLine:
    """Units of a product that go back; without a unit cost, what they cost on the receipt, else the product's cost."""

    product_id: uuid.UUID
    quantity: Decimal
    unit_cost: Decimal | None = None


def _same(known: SupplierReturn, args: tuple[Any, ...], fields: dict[str, Any]) -> bool:
    went = sorted((str(pk), units) for pk, units in known.lines.values_list("product_id", "quantity"))
    return went == sorted((str(line.product_id), line.quantity) for line in fields["lines"])


@transaction.atomic
def _send_back(
    caller: Caller,
    *,
    supplier_id: uuid.UUID,
    storefront_id: uuid.UUID,
    lines: Sequence[SentBackLine],
    reason: str,
    receipt_id: uuid.UUID | None = None,
    is_credited: bool = True,
    client_id: str = "",
    confirmed: bool = False,
) -> SupplierReturn:
    """Send goods back to a supplier; where they are credited, their value settles the bills of the receipt first.

    Of a receipt no more goes back than came on it. The products' average cost stays. Raises `NotFound`, `OutOfStock`,
    `InvalidInput` naming the line, and `ConfirmationRequired` for a slip.
    """
    caller.require(*MANAGEMENT)
    supplier = Supplier.objects.get_or_404(caller.business_id, supplier_id)
    receipt = _receipt(caller, receipt_id, supplier) if receipt_id else None
    _check(caller, lines, confirmed=confirmed)
    costs = _costs(caller, lines, receipt)
    value = sum((cedis(line.quantity * costs[line.product_id]) for line in lines), ZERO)
    made = SupplierReturn(
        business_id=caller.business_id,
        supplier=supplier,
        storefront_id=storefront_id,
        receipt=receipt,
        reason=reason,
        value=value,
        by_id=caller.membership_id,
        returned_at=clock.now(),
        client_id=client_id,
    )
    _unshelve(caller, made, lines, costs)
    made.credit = _credited(caller, made) if is_credited and value else None
    made.save(force_insert=True)
    _write_lines(made, lines, costs)
    audit.record(caller, audit.Action.GOODS_SENT_BACK, subject=supplier.name, subject_id=made.pk, value=value)
    return made


send_back = client_ids.once(_send_back, client_ids.known_row(SupplierReturn, _same, "return"))


def _receipt(caller: Caller, receipt_id: uuid.UUID, supplier: Supplier) -> GoodsReceipt:
    """The receipt, locked: what went back of it is counted under this lock."""
    receipt = GoodsReceipt.objects.select_for_update(no_key=True).get_or_404(caller.business_id, receipt_id)
    if receipt.supplier_id != supplier.pk:
        raise errors.InvalidInput.field("receipt_id", "These goods came from another supplier.")
    return receipt


def _check(caller: Caller, lines: Sequence[SentBackLine], *, confirmed: bool) -> None:
    if len({line.product_id for line in lines}) < len(lines):
        raise errors.InvalidInput.field("lines", "Name each product once.")
    refuse_divided(caller.business_id, [(line.product_id, line.quantity) for line in lines])
    confirm_quantities((line.quantity for line in lines), confirmed=confirmed)
    confirm_amounts((line.unit_cost for line in lines if line.unit_cost), confirmed=confirmed, field="unit_cost")


def _costs(caller: Caller, lines: Sequence[SentBackLine], receipt: GoodsReceipt | None) -> Costs:
    """GHS a unit of each product. Raises `InvalidInput` where more goes back than came."""
    wanted = [line.product_id for line in lines]
    costs = dict(Product.objects.of(caller.business_id).filter(pk__in=wanted).values_list("pk", "cost"))
    if len(costs) < len(wanted):
        raise errors.NotFound
    if receipt is not None:
        costs |= _received_at(receipt, lines)
    return costs | {line.product_id: line.unit_cost for line in lines if line.unit_cost is not None}


def _received_at(receipt: GoodsReceipt, lines: Sequence[SentBackLine]) -> dict[uuid.UUID, Decimal]:
    """What a unit cost on the receipt, of several lines of a product the average. Two queries."""
    came: dict[uuid.UUID, list[GoodsReceiptLine]] = {}
    for row in receipt.lines.all():
        came.setdefault(row.product_id, []).append(row)
    before = SupplierReturnLine.objects.of(receipt.business_id).filter(supplier_return__receipt=receipt)
    gone = dict(before.order_by().values_list("product").annotate(Sum("quantity")))
    for number, line in enumerate(lines):
        left = sum((row.quantity for row in came.get(line.product_id, ())), ZERO) - gone.get(line.product_id, ZERO)
        if line.quantity > left:
            told = f"Only {written_quantity(left)} of what came on this receipt can still go back."
            raise errors.InvalidInput.line(number, "quantity", told)
    known = {pk: rows for pk, rows in came.items() if all(row.unit_cost is not None for row in rows)}
    return {pk: _average(rows) for pk, rows in known.items()}


def _average(rows: Sequence[GoodsReceiptLine]) -> Decimal:
    value = sum((row.quantity * (row.unit_cost or ZERO) for row in rows), ZERO)
    return cedis(value / sum((row.quantity for row in rows), ZERO))


def _unshelve(caller: Caller, made: SupplierReturn, lines: Sequence[SentBackLine], costs: Costs) -> None:
    moved = move_stock(
        caller,
        storefront_id=made.storefront_id,
        lines=[StockLine(line.product_id, -line.quantity, costs[line.product_id]) for line in lines],
        kind=StockMovement.Kind.SENT_BACK,
        reason=made.reason,
        document_id=made.pk,
    )
    if len(moved) < len(lines):
        raise errors.InvalidInput.field("lines", "A product that keeps no stock cannot go back.")


def _credited(caller: Caller, made: SupplierReturn) -> SupplierPayment:
    bills = SupplierBill.objects.of(caller.business_id).filter(supplier=made.supplier, cancelled_at=None)
    of_receipt = bills.filter(receipt=made.receipt, receipt__isnull=False, paid__lt=F("amount"))
    return pay_supplier(
        caller,
        supplier_id=made.supplier_id,
        amount=made.value,
        method=SupplierPayment.Method.CREDIT_NOTE,
        note=made.reason,
        bill_ids=list(of_receipt.values_list("pk", flat=True)),
        confirmed=True,
    )


def _write_lines(made: SupplierReturn, lines: Sequence[SentBackLine], costs: Costs) -> None:
    SupplierReturnLine.objects.bulk_create(
        SupplierReturnLine(
            business_id=made.business_id,
            supplier_return=made,
            product_id=line.product_id,
            position=position,
            quantity=line.quantity,
            unit_cost=costs[line.product_id],
        )
        for position, line in enumerate(lines, start=1)
    )
