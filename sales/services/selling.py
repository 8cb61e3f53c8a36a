"""Selling: from the lines of the till to the invoice, its payments and the stock, in one transaction."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from accounts.models import Membership, Storefront
from accounts.services import audit
from common import errors
from common import shop_clock as clock
from common.moments import dated, to_come
from common.money import ZERO
from common.slips import confirm_amounts, confirm_change, confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from inventory.models import StockMovement
from inventory.services import StockLine
from inventory.services.stock import StockBook
from sales import queries
from sales.issued import issue
from sales.models import Customer, Payment, PriceTier, Sale, SaleLine
from sales.services import credit, drawer
from sales.services.allocation import Allocations, open_amount
from sales.services.client_ids import once_per_client_id
from sales.services.desk import Desk, Written, alone
from sales.services.lines import NewLine, PricedLine, priced
from sales.services.offline import Offline, check_prices, cover_shortage, pricing
from sales.services.tender import NewPayment, Received, Tender, tender
from sales.services.till_events import overrides, oversold
from sales.tax import effective_rate


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed about the part on account."""

    due_date: dt.date | None = None
    credit_approval_reason: str = ""


def sell(
    desk: Desk,
    *,
    storefront_id: uuid.UUID,
    lines: Sequence[NewLine],
    payments: Sequence[NewPayment] = (),
    customer_id: uuid.UUID | None = None,
    price_tier: str | None = None,
    discount: Decimal = ZERO,
    sold_at: dt.datetime | None = None,
    due_date: dt.date | None = None,
    note: str = "",
    credit_approval_reason: str = "",
    confirmed: bool = False,
    client_id: str = "",
    till_id: uuid.UUID | None = None,
    offline: Offline | None = None,
) -> Sale:
    """Sell `lines` for `payments`; what is not paid goes on the customer's account. The desk is to write it.

    Prices follow the customer's tier, else retail; another is for owners and managers, and so is another storefront
    than a cashier's own. The sale belongs to the till session named, else to the caller's own. What goes on account
    is first met from the customer's own credit, then checked against the limit. Locks the customer, then stock, then
    the invoice counter; the number of queries does not depend on the number of lines. Raises `InvalidInput`,
    `NotAllowed`, `OutOfStock`, `CreditLimitExceeded`, `Conflict`, or `ConfirmationRequired` for what looks like a slip
    or a reference used before until it is `confirmed`, and then nothing is kept. What was sold `offline` is dated
    by the till, at the prices that it knew.
    """
    caller = desk.caller
    moment = dated(caller, sold_at, field="sold_at", what="a sale", offline=offline is not None)
    desk.learn(storefront_id, moment, till_id, lines)
    storefront, session_id = _storefront(desk, storefront_id, moment, till_id)
    caller.require_storefront(storefront_id)
    customer = _customer(desk, customer_id)
    tier = _tier(caller, customer, price_tier)
    goods = _goods(
        desk, storefront, customer, lines, tier=tier, discount=discount, day=clock.local_date(moment), offline=offline
    )
    _confirm(goods, payments, confirmed=confirmed)
    paid_with = tender(sum((line.net for line in goods), ZERO), payments)
    confirm_change(paid_with.change, confirmed=confirmed)
    sale = _sale(desk.seller, storefront, customer, goods, moment=moment, tier=tier, note=note)
    sale.client_id, sale.till_session_id = client_id, session_id
    allocations = Allocations(caller.business_id, moment)
    received = _received(allocations, sale, paid_with)
    _put_on_account(desk, sale, allocations, paid_with, Terms(due_date, credit_approval_reason))
    book = _stock(desk, sale, goods, offline)
    desk.confirm_references(received, confirmed=confirmed)
    missing = cover_shortage(book, offline, sale, goods)
    book.move(leaving(goods), kind=StockMovement.Kind.SALE, document_id=sale.pk, at=sale.sold_at)
    sale.number = desk.number()
    rows = lines_of(sale, goods)
    issue(sale, rows)
    events = [*overrides(caller, sale, goods), *oversold(caller, sale, missing)]
    desk.keep(Written(sale, rows, received, allocations, events))
    _record_override(caller, sale)
    return sale


record_sale = once_per_client_id(alone(sell))
"""Make one sale and write it. A `client_id` that the business had before gives that sale back."""


def _customer(desk: Desk, customer_id: uuid.UUID | None) -> Customer | None:
    """Whom it is sold to, locked."""
    if customer_id is None:
        return None
    customer = desk.customer(customer_id)
    if customer.erased_at:
        raise errors.InvalidInput.field("customer_id", "This customer's data was erased; please add them anew.")
    return customer


def _goods(
    desk: Desk,
    storefront: Storefront,
    customer: Customer | None,
    lines: Sequence[NewLine],
    *,
    tier: PriceTier,
    discount: Decimal,
    day: dt.date,
    offline: Offline | None,
) -> list[PricedLine]:
    """The lines at the prices and the tax of the day."""
    goods = priced(
        pricing(desk.caller, offline),
        lines,
        tier=tier,
        discount=discount,
        tax_rate=effective_rate(day) if storefront.business.vat_registered else ZERO,
        day=day,
        price_list_id=customer.price_list_id if customer else None,
        catalogue=desk.catalogue(lines),
    )
    check_prices(desk.caller, offline, goods)
    return goods


def _confirm(goods: list[PricedLine], payments: Sequence[NewPayment], *, confirmed: bool) -> None:
    confirm_quantities((line.quantity for line in goods), confirmed=confirmed)
    confirm_amounts((line.gross for line in goods), confirmed=confirmed)
    confirm_amounts((entry.amount for entry in payments), confirmed=confirmed)


def _tier(caller: Caller, customer: Customer | None, asked: str | None) -> PriceTier:
    """The tier asked for, else the customer's own; another than that would be a discount by another name."""
    own = PriceTier(customer.price_tier if customer else PriceTier.RETAIL)
    tier = PriceTier(asked or own)
    if tier != own and caller.role not in MANAGEMENT:
        raise errors.NotAllowed(f"Only an owner or manager may sell at {tier.label.lower()} prices here.")
    return tier


def _storefront(
    desk: Desk, storefront_id: uuid.UUID, moment: dt.datetime, till_id: uuid.UUID | None
) -> tuple[Storefront, uuid.UUID | None]:
    """The storefront and the till session there that the sale belongs to."""
    found, session = desk.place(storefront_id, moment, till_id)
    if found is None:
        raise errors.InvalidInput.field("storefront_id", "There is no such storefront.")
    if not found.is_active:
        raise errors.InvalidInput.field("storefront_id", f"{found.name} is closed.")
    return found, drawer.known(session, till_id)


def _sale(
    seller: Membership,
    storefront: Storefront,
    customer: Customer | None,
    goods: list[PricedLine],
    *,
    moment: dt.datetime,
    tier: PriceTier,
    note: str,
) -> Sale:
    total = sum((line.net for line in goods), ZERO)
    return Sale(
        business_id=seller.business_id,
        storefront=storefront,
        customer=customer,
        sold_by=seller,
        sold_at=moment,
        price_tier=tier,
        subtotal=sum((line.gross for line in goods), ZERO),
        discount=sum((line.discount for line in goods), ZERO),
        tax=sum((line.tax for line in goods), ZERO),
        total=total,
        paid=ZERO,
        settled_at=None if total else moment,
        note=note,
    )


def _received(allocations: Allocations, sale: Sale, paid_with: Tender) -> list[Payment]:
    """The money that came in, and the sale settled with it."""
    received = [payment_of(sale, part) for part in paid_with.received]
    for payment in received:
        allocations.add(payment, sale, payment.amount)
    return received


def payment_of(sale: Sale, part: Received) -> Payment:
    """The row of money that a sale brought in."""
    return Payment(
        business_id=sale.business_id,
        customer=sale.customer,
        sale=sale,
        storefront=sale.storefront,
        method=part.entry.method,
        network=part.entry.network,
        reference=part.entry.reference,
        amount=part.amount,
        tendered=part.tendered,
        allocated=ZERO,
        received_by_id=sale.sold_by_id,
        received_at=sale.sold_at,
        till_session_id=sale.till_session_id,
    )


def _put_on_account(desk: Desk, sale: Sale, allocations: Allocations, paid_with: Tender, terms: Terms) -> None:
    """Meet what no money covers from the customer's credit; the rest needs the limit, or a name, and a due date."""
    if not open_amount(sale):
        return
    caller, customer = desk.caller, sale.customer
    if customer is None:
        raise errors.InvalidInput.field("customer_id", "A sale that is not paid in full needs a customer.")
    desk.bring_up_to_date(customer)
    available = allocations.match(queries.unused_credit(caller.business_id, customer.pk), [sale])
    if available < paid_with.credit:
        raise errors.InvalidInput.field("payments", f"{customer.name} has only GHS {available:,.2f} of credit.")
    if not open_amount(sale):
        if sale.settled_at and sale.settled_at > sale.sold_at:  # entered late: it waited for money that came after it
            sale.due_date = _due_date(caller, sale, customer, terms.due_date)
        return
    sale.due_date = _due_date(caller, sale, customer, terms.due_date)
    sale.credit_approved_by_id = credit.approve(
        caller,
        customer,
        amount=open_amount(sale),
        outstanding=queries.outstanding(caller.business_id, customer.pk),
        reason=terms.credit_approval_reason,
    )
    sale.credit_approval_reason = terms.credit_approval_reason


def _stock(desk: Desk, sale: Sale, goods: list[PricedLine], offline: Offline | None) -> StockBook:
    """The stock of the goods, locked, and enough of it unless overselling."""
    book = desk.stock(sale.storefront_id, {line.product.pk for line in goods})
    if not (offline and offline.oversell):
        book.check(leaving(goods))
    return book


def _record_override(caller: Caller, sale: Sale) -> None:
    """Write down who let a customer go over the limit."""
    if sale.credit_approval_reason:
        amount = open_amount(sale)
        audit.record(caller, audit.Action.CREDIT_OVERRIDDEN, subject=sale.number, subject_id=sale.pk, amount=amount)


def _due_date(caller: Caller, sale: Sale, customer: Customer, asked: dt.date | None) -> dt.date:
    sold_on = clock.local_date(sale.sold_at)
    by_terms = sold_on + dt.timedelta(days=customer.terms_days)
    if asked is None:
        return by_terms
    if asked < sold_on:
        raise errors.InvalidInput.field("due_date", "The due date cannot be before the sale.")
    if asked > by_terms and caller.role not in MANAGEMENT:
        raise errors.NotAllowed(f"Only an owner or manager may give longer than {customer.terms_days} days.")
    return to_come(asked, field="due_date")


def leaving(goods: Iterable[PricedLine]) -> list[StockLine]:
    """What of the stock is sold."""
    return [StockLine(line.product.pk, -line.quantity, line.unit_cost) for line in goods]


def lines_of(sale: Sale, goods: list[PricedLine], *, after: int = 0) -> list[SaleLine]:
    """The rows of what is sold, in their places `after` so many others."""
    return [
        SaleLine(
            business_id=sale.business_id,
            sale=sale,
            product=line.product,
            storefront_id=sale.storefront_id,
            sold_at=sale.sold_at,
            position=position,
            quantity=line.quantity,
            pack=line.pack,
            pack_quantity=line.pack_quantity,
            pack_price=line.pack_price,
            unit_price=line.unit_price,
            list_price=line.list_price,
            unit_cost=line.unit_cost,
            price_tier=sale.price_tier,
            discount=line.discount,
            tax=line.tax,
            revenue=line.net - line.tax,
            cost=line.cost,
        )
        for position, line in enumerate(goods, after)
    ]
