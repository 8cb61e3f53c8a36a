"""Goods for other goods: one document with lines both ways, paid or paid back at once."""

import uuid
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from accounts.services import audit
from common import errors
from common import shop_clock as clock
from common.money import ZERO, written
from common.slips import confirm_amounts, confirm_change, confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from inventory.models import StockMovement
from inventory.services.stock import lock_stock, move_stock
from sales.models import Payment, PriceTier, Sale, SaleLine
from sales.services.allocation import Allocations
from sales.services.client_ids import once_per_client_id
from sales.services.documents import write_document
from sales.services.drawer import session_of
from sales.services.lines import NewLine, PricedLine, priced
from sales.services.locks import lock_sale
from sales.services.numbers import next_invoice_number
from sales.services.references import confirm_references
from sales.services.returns import ReturnLine, check_method, pay_back, put_back, returned_lines, reversing
from sales.services.selling import leaving, lines_of, payment_of
from sales.services.tender import METHODS, NewPayment, tender
from sales.tax import effective_rate


@once_per_client_id
@transaction.atomic
def exchange_sale(
    caller: Caller,
    sale_id: uuid.UUID,
    *,
    back: Sequence[ReturnLine],
    lines: Sequence[NewLine],
    payments: Sequence[NewPayment] = (),
    method: str = Payment.Method.CASH,
    network: str = "",
    reference: str = "",
    restock: bool = True,
    note: str = "",
    confirmed: bool = False,
    client_id: str = "",
    till_id: uuid.UUID | None = None,
) -> Sale:
    """Take `back` goods of a sale and give `lines` for them, on one document.

    What the new goods cost more is met by `payments`, at once. What they cost less first settles what is open of the
    sale; the rest is paid back by `method`. Owners and managers only. A `client_id` used before gives that exchange
    back. Raises `NotFound`, `InvalidInput`, `OutOfStock`, `Conflict`, or `ConfirmationRequired` for a slip.
    """
    caller.require(*MANAGEMENT)
    check_method(method, network, ways=METHODS)
    sale = _exchangeable(caller, sale_id)
    returned = returned_lines(sale, back, restock=restock)
    goods = _goods(caller, sale, lines, confirmed=confirmed)
    made = reversing(caller, sale, returned, number="", note=note, kind=Sale.Kind.EXCHANGE)
    made.client_id, made.till_session_id = client_id, session_of(caller, sale.storefront_id, till_id=till_id)
    _add(made, goods)
    allocations = Allocations(caller.business_id, made.sold_at)
    money = _settle(allocations, made, sale, payments, method=method, network=network, reference=reference)
    confirm_change(sum((part.tendered - part.amount for part in money if part.tendered), ZERO), confirmed=confirmed)
    _move(caller, made, returned, goods, restock=restock)
    confirm_references(caller, [part for part in money if part.kind == Payment.Kind.RECEIVED], confirmed=confirmed)
    made.number = next_invoice_number(caller.business_id)
    write_document(made, [*returned, *lines_of(made, goods, after=len(returned))], money, allocations)
    audit.record(
        caller, audit.Action.SALE_EXCHANGED, subject=sale.number, subject_id=sale.pk, by=made.number, amount=made.total
    )
    return made


def _exchangeable(caller: Caller, sale_id: uuid.UUID) -> Sale:
    """The sale, locked."""
    sale = lock_sale(caller.business_id, sale_id)
    if sale.kind not in (Sale.Kind.SALE, Sale.Kind.EXCHANGE) or sale.voided_at:
        raise errors.Conflict("Only goods of a sale can be exchanged.")
    return sale


def _goods(caller: Caller, sale: Sale, lines: Sequence[NewLine], *, confirmed: bool) -> list[PricedLine]:
    rate = effective_rate(clock.today()) if sale.storefront.business.vat_registered else ZERO
    goods = priced(
        caller,
        lines,
        tier=PriceTier(sale.price_tier),
        discount=ZERO,
        tax_rate=rate,
        day=clock.today(),
        price_list_id=sale.customer.price_list_id if sale.customer else None,
    )
    confirm_quantities((line.quantity for line in goods), confirmed=confirmed)
    confirm_amounts((line.gross for line in goods), confirmed=confirmed)
    return goods


def _add(made: Sale, goods: list[PricedLine]) -> None:
    made.subtotal += sum((line.gross for line in goods), ZERO)
    made.discount += sum((line.discount for line in goods), ZERO)
    made.tax += sum((line.tax for line in goods), ZERO)
    made.total += sum((line.net for line in goods), ZERO)
    made.settled_at = made.sold_at


def _move(
    caller: Caller, made: Sale, returned: Sequence[SaleLine], goods: Sequence[PricedLine], *, restock: bool
) -> None:
    """What comes back goes into stock, if it can be sold again, before the new goods leave it."""
    product_ids = [*(line.product_id for line in returned), *(line.product.pk for line in goods)]
    lock_stock(caller.business_id, made.storefront_id, product_ids)
    if restock:
        put_back(caller, made, returned)
    move_stock(
        caller,
        storefront_id=made.storefront_id,
        lines=leaving(goods),
        kind=StockMovement.Kind.SALE,
        document_id=made.pk,
        at=made.sold_at,
    )


def _settle(
    allocations: Allocations,
    made: Sale,
    sale: Sale,
    payments: Sequence[NewPayment],
    *,
    method: str,
    network: str,
    reference: str,
) -> list[Payment]:
    """The money of the exchange: received, or paid back, or none."""
    if made.total >= 0:
        return _received(allocations, made, made.total, payments)
    if payments:
        raise errors.InvalidInput.field("payments", f"Nothing is due: {written(-made.total)} goes back.")
    allocations.match([made], [sale])
    return pay_back(allocations, made, method=method, network=network, reference=reference)


def _received(allocations: Allocations, made: Sale, due: Decimal, payments: Sequence[NewPayment]) -> list[Payment]:
    paid_with = tender(due, payments)
    if paid_with.on_account or paid_with.credit:
        raise errors.InvalidInput.field("payments", f"An exchange is paid at once: {written(due)} is due.")
    received = [payment_of(made, part) for part in paid_with.received]
    for payment in received:
        allocations.add(payment, made, payment.amount)
    return received
