"""Goods that come back without a receipt: at no more than they cost now, by an owner or manager, with a reason."""

import uuid
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from accounts.models import Storefront
from accounts.services import audit
from common import errors
from common import shop_clock as clock
from common.money import ZERO
from common.slips import confirm_amounts, confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from sales.models import Customer, Payment, PriceTier, Sale, SaleLine
from sales.services.allocation import Allocations
from sales.services.client_ids import once_per_client_id
from sales.services.documents import write_document
from sales.services.drawer import session_of
from sales.services.lines import NewLine, PricedLine, priced
from sales.services.locks import lock_customer
from sales.services.numbers import next_invoice_number
from sales.services.returns import check_method, pay_back, put_back
from sales.tax import effective_rate


@once_per_client_id
@transaction.atomic
def return_without_receipt(
    caller: Caller,
    *,
    storefront_id: uuid.UUID,
    lines: Sequence[NewLine],
    reason: str,
    customer_id: uuid.UUID | None = None,
    method: str = Payment.Method.CASH,
    network: str = "",
    reference: str = "",
    restock: bool = True,
    confirmed: bool = False,
    client_id: str = "",
    till_id: uuid.UUID | None = None,
) -> Sale:
    """Take goods back of which no sale is known; the return, with negative lines and the next number.

    The money goes back by `method`, out of the till named, else the caller's own. Owners and managers only. Raises
    `InvalidInput`, `NotAllowed`, or `ConfirmationRequired` for a slip. A `client_id` used before gives that return
    back.
    """
    caller.require(*MANAGEMENT)
    check_method(method, network)
    storefront = _storefront(caller, storefront_id)
    customer = lock_customer(caller.business_id, customer_id) if customer_id else None
    goods = _goods(caller, storefront, customer, lines)
    confirm_quantities((line.quantity for line in goods), confirmed=confirmed)
    confirm_amounts((line.gross for line in goods), confirmed=confirmed)
    made = _document(caller, storefront, customer, goods, reason)
    made.client_id, made.till_session_id = client_id, session_of(caller, storefront_id, till_id=till_id)
    rows = [_line(made, line, number, restock=restock) for number, line in enumerate(goods)]
    allocations = Allocations(caller.business_id, made.sold_at)
    refunds = pay_back(allocations, made, method=method, network=network, reference=reference)
    if restock:
        put_back(caller, made, rows)
    made.number = next_invoice_number(caller.business_id)
    write_document(made, rows, refunds, allocations)
    audit.record(
        caller,
        audit.Action.RETURNED_WITHOUT_RECEIPT,
        subject=made.number,
        subject_id=made.pk,
        amount=-made.total,
        reason=reason,
    )
    return made


def _storefront(caller: Caller, storefront_id: uuid.UUID) -> Storefront:
    found = Storefront.objects.of(caller.business_id).select_related("business").filter(pk=storefront_id).first()
    if found is None:
        raise errors.InvalidInput.field("storefront_id", "There is no such storefront.")
    return found


def _goods(
    caller: Caller, storefront: Storefront, customer: Customer | None, lines: Sequence[NewLine]
) -> list[PricedLine]:
    tier = PriceTier(customer.price_tier if customer else PriceTier.RETAIL)
    rate = effective_rate(clock.today()) if storefront.business.vat_registered else ZERO
    goods = priced(
        caller,
        lines,
        tier=tier,
        discount=ZERO,
        tax_rate=rate,
        day=clock.today(),
        price_list_id=customer.price_list_id if customer else None,
    )
    for number, line in enumerate(goods):
        if line.unit_price > line.list_price:
            raise errors.InvalidInput.line(
                number, "unit_price", "Without a receipt no more goes back than it costs now."
            )
    return goods


def _document(
    caller: Caller, storefront: Storefront, customer: Customer | None, goods: list[PricedLine], reason: str
) -> Sale:
    return Sale(
        business_id=caller.business_id,
        kind=Sale.Kind.RETURN,
        storefront=storefront,
        customer=customer,
        sold_by_id=caller.membership_id,
        sold_at=clock.now(),
        subtotal=-sum((line.gross for line in goods), ZERO),
        discount=-sum((line.discount for line in goods), ZERO),
        tax=-sum((line.tax for line in goods), ZERO),
        total=-sum((line.net for line in goods), ZERO),
        paid=ZERO,
        note=reason,
    )


def _line(made: Sale, line: PricedLine, position: int, *, restock: bool) -> SaleLine:
    unit_cost = line.unit_cost if restock else ZERO
    cost: Decimal | None = line.cost if restock else ZERO
    return SaleLine(
        business_id=made.business_id,
        sale=made,
        product=line.product,
        storefront_id=made.storefront_id,
        sold_at=made.sold_at,
        position=position,
        quantity=-line.quantity,
        pack=line.pack,
        pack_quantity=None if line.pack_quantity is None else -line.pack_quantity,
        pack_price=line.pack_price,
        unit_price=line.unit_price,
        list_price=line.list_price,
        unit_cost=unit_cost,
        discount=-line.discount,
        tax=-line.tax,
        revenue=line.tax - line.net,
        cost=None if cost is None else -cost,
    )
