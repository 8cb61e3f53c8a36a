"""Goods that come back: a return tied to its sale, line by line, and the money that goes back for it."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Sum

from accounts.services import audit
from common import clock, errors
from common.money import ZERO, cedis, written_quantity
from common.tenancy import MANAGEMENT, Caller
from inventory.models import StockMovement
from inventory.services import StockLine, move_stock
from inventory.services.counted_units import is_divided
from sales import queries
from sales.models import Payment, Sale, SaleLine
from sales.services.allocation import Allocations, unused
from sales.services.client_ids import once_per_client_id
from sales.services.documents import write_document
from sales.services.drawer import session_of
from sales.services.locks import lock_sale
from sales.services.numbers import next_return_number
from sales.services.tender import METHODS

CREDIT_NOTE = "credit_note"


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """`quantity` units that come back of a line of the sale."""

    line_id: uuid.UUID
    quantity: Decimal


@once_per_client_id
@transaction.atomic
def refund_sale(
    caller: Caller,
    sale_id: uuid.UUID,
    *,
    lines: Sequence[ReturnLine] | None = None,
    method: str = Payment.Method.CASH,
    network: str = "",
    reference: str = "",
    restock: bool = True,
    note: str = "",
    client_id: str = "",
    till_id: uuid.UUID | None = None,
) -> Sale:
    """Take back `lines` of a sale, or all that is left of it; the return, a sale with negative lines.

    Its value first settles what is still open of the sale. The rest is paid back by `method`, or with
    `credit_note` settles the customer's other invoices, oldest due first, and stays as their credit. Goods that
    are not restocked are written off: the return has no cost. The money goes out of the till session named, else the
    caller's own. Owners and managers only.
    A `client_id` used before gives that return back. Raises `NotFound`,
    `InvalidInput`, or `Conflict` when nothing is left to return.
    """
    caller.require(*MANAGEMENT)
    check_method(method, network)
    sale = lock_sale(caller.business_id, sale_id)
    if sale.kind not in (Sale.Kind.SALE, Sale.Kind.EXCHANGE):
        raise errors.Conflict("A return cannot be returned.")
    going_back = returned_lines(sale, lines, restock=restock)
    note_sale = reversing(caller, sale, going_back, number=next_return_number(sale), note=note)
    note_sale.client_id = client_id
    note_sale.till_session_id = session_of(caller, sale.storefront_id, till_id=till_id)
    allocations = Allocations(caller.business_id, note_sale.sold_at)
    allocations.match([note_sale], [sale])
    refunds = pay_back(allocations, note_sale, method=method, network=network, reference=reference)
    if restock:
        put_back(caller, note_sale, going_back)
    write_document(note_sale, going_back, refunds, allocations)
    audit.record(
        caller,
        audit.Action.SALE_REFUNDED,
        subject=sale.number,
        subject_id=sale.pk,
        amount=-note_sale.total,
        paid_back=sum((refund.amount for refund in refunds), ZERO),
        method=method,
    )
    return note_sale


def check_method(method: str, network: str, *, ways: Collection[str] = (*METHODS, CREDIT_NOTE)) -> None:
    """Raise `InvalidInput` for a `method` that is none of the `ways` to pay back."""
    if method not in ways:
        raise errors.InvalidInput.field("method", f"{method!r} is not a way to pay back.")
    if network and method != Payment.Method.MOBILE_MONEY:
        raise errors.InvalidInput.field("network", "Only mobile money has a network.")


def returned_lines(sale: Sale, wanted: Sequence[ReturnLine] | None, *, restock: bool) -> list[SaleLine]:
    """The negative lines of what comes back of a sale, all that is left of it without `wanted`."""
    sold = {line.pk: line for line in sale.lines.select_related("product", "pack") if line.quantity > 0}
    before = _returned_before(sale)
    if wanted is None:
        wanted = [ReturnLine(pk, line.quantity - before.get(pk, ZERO)) for pk, line in sold.items()]
        wanted = [line for line in wanted if line.quantity > 0]
        if not wanted:
            raise errors.Conflict("Everything on this sale has already been returned.")
    if not wanted:
        raise errors.InvalidInput.field("lines", "A return needs at least one line.")
    going_back: list[SaleLine] = []
    for number, part in enumerate(wanted):
        line = sold.get(part.line_id)
        if line is None:
            raise errors.InvalidInput.line(number, "line_id", "The sale has no such line.")
        done = before.get(line.pk, ZERO)
        _check_quantity(number, part.quantity, line, left=line.quantity - done)
        before = {**before, line.pk: done + part.quantity}
        going_back.append(_mirrored(line, done, part.quantity, position=number, restock=restock))
    return going_back


def _returned_before(sale: Sale) -> Mapping[uuid.UUID, Decimal]:
    """Units returned of each line so far."""
    found = SaleLine.objects.of(sale.business_id).filter(original_line__sale=sale)
    sums = found.order_by().values_list("original_line").annotate(units=-Sum("quantity"))
    return dict(sums)


def _check_quantity(number: int, quantity: Decimal, line: SaleLine, *, left: Decimal) -> None:
    if quantity <= 0:
        raise errors.InvalidInput.line(number, "quantity", "The quantity must be above zero.")
    if quantity > left:
        raise errors.InvalidInput.line(number, "quantity", f"Only {written_quantity(left)} can still be returned.")
    if line.product.whole_units_only and is_divided(quantity) and quantity != left:
        told = f"{line.product.name} comes back in whole numbers, not {written_quantity(quantity)}."
        raise errors.InvalidInput.line(number, "quantity", told)


def _mirrored(line: SaleLine, done: Decimal, quantity: Decimal, *, position: int, restock: bool) -> SaleLine:
    """The negative line for `quantity` of a line of which `done` came back before; parts add up to the whole."""

    def part(amount: Decimal) -> Decimal:
        return cedis(amount * done / line.quantity) - cedis(amount * (done + quantity) / line.quantity)

    unit_cost = line.unit_cost if restock else ZERO
    return SaleLine(
        business_id=line.business_id,
        product=line.product,
        storefront_id=line.storefront_id,
        position=position,
        quantity=-quantity,
        **_packs(line, quantity),
        unit_price=line.unit_price,
        list_price=line.list_price,
        unit_cost=unit_cost,
        price_tier=line.price_tier,
        discount=part(line.discount),
        tax=part(line.tax),
        revenue=part(line.revenue),
        cost=None if unit_cost is None or line.cost is None else part(line.cost) if restock else ZERO,
        original_line=line,
    )


def _packs(line: SaleLine, quantity: Decimal) -> dict[str, Any]:
    """How many packs came back, where they are whole ones."""
    if line.pack is None or line.pack_quantity is None or quantity % line.pack.units:
        return {}
    return {"pack": line.pack, "pack_quantity": -quantity / line.pack.units, "pack_price": line.pack_price}


def reversing(
    caller: Caller, sale: Sale, lines: list[SaleLine], *, number: str, note: str, kind: Sale.Kind = Sale.Kind.RETURN
) -> Sale:
    """The document of negative lines of a sale, and of nothing else."""
    tax, revenue = sum((line.tax for line in lines), ZERO), sum((line.revenue for line in lines), ZERO)
    discount = sum((line.discount for line in lines), ZERO)
    made = Sale(
        business_id=sale.business_id,
        kind=kind,
        number=number,
        storefront_id=sale.storefront_id,
        customer_id=sale.customer_id,
        sold_by_id=caller.membership_id,
        sold_at=clock.now(),
        price_tier=sale.price_tier,
        subtotal=revenue + tax + discount,
        discount=discount,
        tax=tax,
        total=revenue + tax,
        paid=ZERO,
        original=sale,
        note=note,
    )
    for line in lines:
        line.sale, line.sold_at = made, made.sold_at
    return made


def pay_back(allocations: Allocations, note_sale: Sale, *, method: str, network: str, reference: str) -> list[Payment]:
    """The payment to the customer of what the open part of the sale did not take; none for a credit note."""
    rest = unused(note_sale)
    if not rest:
        note_sale.settled_at = note_sale.sold_at
        return []
    if method == CREDIT_NOTE:
        if note_sale.customer_id is None:
            raise errors.InvalidInput.field("method", "A credit note needs a customer; pay the money back instead.")
        others = queries.open_invoices(note_sale.business_id).filter(customer_id=note_sale.customer_id)
        allocations.match([note_sale], others.exclude(pk=note_sale.original_id))
        return []
    allocations.use(note_sale, rest)
    refund = Payment(
        business_id=note_sale.business_id,
        kind=Payment.Kind.REFUND,
        customer_id=note_sale.customer_id,
        sale=note_sale,
        storefront_id=note_sale.storefront_id,
        method=method,
        network=network,
        reference=reference,
        amount=rest,
        allocated=rest,
        received_by_id=note_sale.sold_by_id,
        received_at=note_sale.sold_at,
        till_session_id=note_sale.till_session_id,
    )
    return [refund]


def put_back(caller: Caller, note_sale: Sale, lines: Sequence[SaleLine]) -> None:
    """The goods of negative lines are in stock again."""
    move_stock(
        caller,
        storefront_id=note_sale.storefront_id,
        lines=[StockLine(line.product_id, -line.quantity, line.unit_cost) for line in lines],
        kind=StockMovement.Kind.RETURN,
        document_id=note_sale.pk,
        at=note_sale.sold_at,
    )
