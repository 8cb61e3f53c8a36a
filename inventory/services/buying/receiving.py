"""Goods that come in: onto the shelf, into the average cost, and off what is on order."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from accounts.models import Storefront
from accounts.services import audit
from common import client_ids, errors
from common.moments import dated
from common.money import ZERO, cedis, next_share, written_quantity
from common.slips import confirm_amounts, confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from inventory.models import GoodsReceipt, GoodsReceiptLine, PurchaseOrder, PurchaseOrderLine, StockMovement, Supplier
from inventory.services.batches import BatchLabel
from inventory.services.buying.orders import lock_order
from inventory.services.buying.owing import NewBill, record_bill
from inventory.services.costs import Arrival, average_costs
from inventory.services.counted_units import refuse_divided
from inventory.services.stock import StockLine, move_stock

Status = PurchaseOrder.Status
OrderLines = dict[uuid.UUID, PurchaseOrderLine]


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """Units of a product that came; without a unit cost, the one that was agreed on the order."""

    product_id: uuid.UUID
    quantity: Decimal
    unit_cost: Decimal | None = None
    batch_code: str = ""
    expires_on: dt.date | None = None

    @property
    def value(self) -> Decimal:
        """GHS for these units without freight and duty; zero where the cost is not known."""
        return cedis(self.quantity * (self.unit_cost or ZERO))


@dataclass(frozen=True, slots=True)
class Charges:
    """What getting the goods here cost, in GHS; the lines share it."""

    freight: Decimal = ZERO
    duty: Decimal = ZERO

    @property
    def total(self) -> Decimal:
        return self.freight + self.duty


def _same(receipt: GoodsReceipt, args: tuple[Any, ...], fields: dict[str, Any]) -> bool:
    """The caller, and of an order its id, are the positional arguments."""
    came = sorted((str(pk), units) for pk, units in receipt.lines.values_list("product_id", "quantity"))
    wanted = sorted((str(line.product_id), line.quantity) for line in fields["lines"])
    return came == wanted and receipt.order_id == (args[1] if args[1:] else None)


_known = client_ids.known_row(GoodsReceipt, _same, "receipt")


@transaction.atomic
def _receive_goods(
    caller: Caller,
    *,
    storefront_id: uuid.UUID,
    lines: Sequence[ReceivedLine],
    supplier_id: uuid.UUID | None = None,
    charges: Charges = Charges(),
    reference: str = "",
    note: str = "",
    received_at: dt.datetime | None = None,
    client_id: str = "",
    bill: NewBill | None = None,
    confirmed: bool = False,
) -> GoodsReceipt:
    """Take in goods that nobody ordered, from a supplier or from the market.

    A fixed number of queries. Raises `NotFound`, `InvalidInput`, and `ConfirmationRequired` for a slip.
    """
    caller.require(*MANAGEMENT)
    if supplier_id:
        Supplier.objects.get_or_404(caller.business_id, supplier_id)
    if not Storefront.objects.of(caller.business_id).filter(pk=storefront_id).exists():
        raise errors.NotFound
    receipt = GoodsReceipt(
        business_id=caller.business_id,
        supplier_id=supplier_id,
        storefront_id=storefront_id,
        reference=reference,
        note=note,
        client_id=client_id,
    )
    _take_in(caller, receipt, lines, charges, received_at=received_at, confirmed=confirmed)
    return _billed(caller, receipt, bill, confirmed=confirmed)


@transaction.atomic
def _receive_order(
    caller: Caller,
    order_id: uuid.UUID,
    *,
    lines: Sequence[ReceivedLine],
    charges: Charges = Charges(),
    reference: str = "",
    note: str = "",
    received_at: dt.datetime | None = None,
    client_id: str = "",
    bill: NewBill | None = None,
    confirmed: bool = False,
) -> GoodsReceipt:
    """Take in what came on an order, all of it or a part; also what was not on it.

    Raises `Conflict` for an order that was not sent or is closed, and as `receive_goods`; more than was ordered is
    asked about.
    """
    caller.require(*MANAGEMENT)
    order = lock_order(caller.business_id, order_id)
    if client_id and GoodsReceipt.objects.of(caller.business_id).filter(client_id=client_id).exists():
        raise client_ids.Repeated
    _check_order(order, received_at)
    ordered = {line.product_id: line for line in order.lines.select_related("product").order_by("pk")}
    _confirm_surplus(ordered, lines, confirmed=confirmed)
    receipt = GoodsReceipt(
        business_id=caller.business_id,
        order=order,
        supplier_id=order.supplier_id,
        storefront_id=order.storefront_id,
        reference=reference,
        note=note,
        client_id=client_id,
    )
    priced = [_agreed(line, ordered) for line in lines]
    _take_in(caller, receipt, priced, charges, received_at=received_at, confirmed=confirmed, ordered=ordered)
    _advance(order, ordered, priced, receipt.received_at)
    return _billed(caller, receipt, bill, confirmed=confirmed)


receive_goods = client_ids.once(_receive_goods, _known)
receive_order = client_ids.once(_receive_order, _known)


def _billed(caller: Caller, receipt: GoodsReceipt, bill: NewBill | None, *, confirmed: bool) -> GoodsReceipt:
    if bill is None:
        return receipt
    if receipt.supplier_id is None:
        raise errors.InvalidInput.field("bill", "Say whose bill it is: these goods have no supplier.")
    record_bill(caller, supplier_id=receipt.supplier_id, bill=bill, receipt_id=receipt.pk, confirmed=confirmed)
    return receipt


def _check_order(order: PurchaseOrder, received_at: dt.datetime | None) -> None:
    if order.status not in (Status.SENT, Status.PART_RECEIVED) or order.sent_at is None:
        state = order.get_status_display().lower()
        raise errors.Conflict(f"{order.reference} is {state}: only an order that was sent can be received.")
    if received_at and received_at < order.sent_at:
        raise errors.InvalidInput.field("received_at", "The goods cannot have come before the order was sent.")


def _confirm_surplus(ordered: OrderLines, lines: Sequence[ReceivedLine], *, confirmed: bool) -> None:
    left = {pk: line.quantity - line.received for pk, line in ordered.items()}
    for line in lines:
        if line.product_id not in left:
            continue
        left[line.product_id] -= line.quantity
        if left[line.product_id] < 0 and not confirmed:
            row = ordered[line.product_id]
            raise errors.ConfirmationRequired(
                f"Only {written_quantity(row.quantity - row.received)} of {row.product.name} are still on order: "
                "did more come?",
                confirm=["quantity"],
            )


def _agreed(line: ReceivedLine, ordered: OrderLines) -> ReceivedLine:
    if line.unit_cost is not None or line.product_id not in ordered:
        return line
    cost = ordered[line.product_id].unit_cost
    return ReceivedLine(line.product_id, line.quantity, cost, line.batch_code, line.expires_on)


def _take_in(
    caller: Caller,
    receipt: GoodsReceipt,
    lines: Sequence[ReceivedLine],
    charges: Charges,
    *,
    received_at: dt.datetime | None,
    confirmed: bool,
    ordered: OrderLines | None = None,
) -> None:
    """The receipt is written first: of two with one client_id the second stops there, before any stock moves."""
    _check(caller, lines, confirmed=confirmed)
    receipt.received_at = dated(caller, received_at, field="received_at", what="a receipt")
    receipt.goods_value = sum((line.value for line in lines), ZERO)
    receipt.freight, receipt.duty, receipt.by_id = charges.freight, charges.duty, caller.membership_id
    receipt.save(force_insert=True)
    shares = _shares(lines, charges.total)
    _write_lines(receipt, lines, shares, ordered or {})
    known = [(line, landed) for line, landed in zip(lines, shares, strict=True) if line.unit_cost is not None]
    average_costs(caller, [Arrival(line.product_id, line.quantity, line.value + landed) for line, landed in known])
    _shelve(caller, receipt, lines, shares)
    audit.record(
        caller, audit.Action.GOODS_RECEIVED, subject=str(receipt), subject_id=receipt.pk, value=receipt.goods_value
    )


def _check(caller: Caller, lines: Sequence[ReceivedLine], *, confirmed: bool) -> None:
    refuse_divided(caller.business_id, [(line.product_id, line.quantity) for line in lines])
    for line in lines:
        if line.batch_code and not line.expires_on:
            raise errors.InvalidInput.field("expires_on", "A batch needs its expiry date.")
    confirm_quantities((line.quantity for line in lines), confirmed=confirmed)
    confirm_amounts((line.unit_cost for line in lines if line.unit_cost), confirmed=confirmed, field="unit_cost")


def _shares(lines: Sequence[ReceivedLine], total: Decimal) -> list[Decimal]:
    """What of freight and duty falls to each line, by value, or by quantity where no cost is known.

    They sum to `total`.
    """
    parts = [line.value for line in lines]
    if not any(parts):
        parts = [line.quantity for line in lines]
    shares, before, whole = [], Decimal(0), sum(parts, Decimal(0))
    for part in parts:
        shares.append(next_share(total, part, of=whole, after=before))
        before += part
    return shares


def _write_lines(
    receipt: GoodsReceipt, lines: Sequence[ReceivedLine], shares: Sequence[Decimal], ordered: OrderLines
) -> None:
    GoodsReceiptLine.objects.bulk_create(
        GoodsReceiptLine(
            business_id=receipt.business_id,
            receipt=receipt,
            order_line=ordered.get(line.product_id),
            product_id=line.product_id,
            position=position,
            quantity=line.quantity,
            unit_cost=line.unit_cost,
            landed=landed,
            batch_code=line.batch_code,
            expires_on=line.expires_on,
        )
        for position, (line, landed) in enumerate(zip(lines, shares, strict=True), start=1)
    )


def _shelve(caller: Caller, receipt: GoodsReceipt, lines: Sequence[ReceivedLine], shares: Sequence[Decimal]) -> None:
    arriving = [
        StockLine(
            line.product_id,
            line.quantity,
            None if line.unit_cost is None else cedis((line.value + landed) / line.quantity),
            BatchLabel(line.expires_on, line.batch_code) if line.expires_on else None,
        )
        for line, landed in zip(lines, shares, strict=True)
    ]
    moved = move_stock(
        caller,
        storefront_id=receipt.storefront_id,
        lines=arriving,
        kind=StockMovement.Kind.PURCHASE,
        document_id=receipt.pk,
        reason=receipt.note,
        at=receipt.received_at,
    )
    if len(moved) < len(lines):
        raise errors.InvalidInput.field("lines", "A product that keeps no stock cannot be received.")


def _advance(
    order: PurchaseOrder, ordered: OrderLines, lines: Sequence[ReceivedLine], received_at: dt.datetime
) -> None:
    for line in lines:
        if line.product_id in ordered:
            ordered[line.product_id].received += line.quantity
    PurchaseOrderLine.objects.bulk_update(ordered.values(), ["received"])
    whole = all(line.received >= line.quantity for line in ordered.values())
    order.status = Status.RECEIVED if whole else Status.PART_RECEIVED
    order.closed_at = max(received_at, order.sent_at or received_at) if whole else None
    order.save(update_fields=["status", "closed_at"])
