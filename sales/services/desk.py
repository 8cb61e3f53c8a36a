"""Where a sale learns what it needs to know and leaves what is to be written."""

import datetime as dt
import uuid
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import Business, Membership, Storefront
from common import bulk, statements
from common.at_hand import at_hand
from common.money import ZERO
from common.tenancy import Caller
from inventory.services.stock import StockBook, goods_of_stock
from sales.models import Customer, Payment, PaymentAllocation, Sale, SaleLine, TillEvent
from sales.services import drawer
from sales.services.allocation import Allocations, save_all
from sales.services.lines import Catalogue, NewLine
from sales.services.locks import lock_customer
from sales.services.numbers import InvoiceNumbers
from sales.services.references import confirm_references

P = ParamSpec("P")
_WRITTEN = "_written"
_PLACE = """accounts_storefront JOIN accounts_business ON accounts_business.id = accounts_storefront.business_id
    WHERE accounts_storefront.business_id = %s AND accounts_storefront.id = %s"""


@dataclass(frozen=True, slots=True)
class Written:
    """A sale with all its rows."""

    sale: Sale
    lines: Sequence[SaleLine]
    payments: Sequence[Payment]
    allocations: Allocations
    events: Sequence[TillEvent] = ()


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What a sale must know that nobody locks; `stocked` answers `goods_of_stock`."""

    storefront: Storefront | None = None
    seller: Membership | None = None
    session_id: uuid.UUID | None = None
    catalogue: Catalogue | None = None
    stocked: Sequence[tuple[Any, ...]] | None = None


class Desk:
    """For one sale: asks when it needs to know, in the order of locks that everyone keeps, and writes at once."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller
        self._waiting: list[Written] = []
        self._books: dict[uuid.UUID, StockBook] = {}
        self._numbers: InvoiceNumbers | None = None
        self._learnt = _Learnt()

    @cached_property
    def seller(self) -> Membership:
        return self._learnt.seller or Membership.objects.of(self.caller.business_id).get(pk=self.caller.membership_id)

    def learn(
        self, storefront_id: uuid.UUID, moment: dt.datetime, till_id: uuid.UUID | None, lines: Sequence[NewLine]
    ) -> None:
        """Ask for all that a sale must know and that nobody locks. One message."""
        business_id = self.caller.business_id
        place, seller, session, stocked, *goods = statements.ask(
            statements.rows_joined((Storefront, Business), _PLACE, business_id, storefront_id),
            statements.rows_where(Membership, "business_id = %s AND id = %s", business_id, self.caller.membership_id),
            statements.ids(drawer.sessions_of(self.caller, storefront_id, moment, till_id=till_id)[:1]),
            goods_of_stock(business_id, storefront_id, {line.product_id for line in lines}),
            *Catalogue.asked(business_id, lines),
        )
        catalogue = Catalogue(business_id, lines, goods)
        for storefront, business in place:
            storefront.business = business
        self._learnt = _Learnt(_only(place), _only(seller), _only(session), catalogue, stocked)

    def place(
        self, storefront_id: uuid.UUID, moment: dt.datetime, till_id: uuid.UUID | None
    ) -> tuple[Storefront | None, uuid.UUID | None]:
        """The storefront, and the till session there that money of `moment` belongs to."""
        return self._learnt.storefront, self._learnt.session_id

    def customer(self, customer_id: uuid.UUID) -> Customer:
        """The customer, locked. Raises `InvalidInput`."""
        return lock_customer(self.caller.business_id, customer_id)

    def catalogue(self, lines: Sequence[NewLine]) -> Catalogue:
        return self._learnt.catalogue or Catalogue(self.caller.business_id, lines)

    def stock(self, storefront_id: uuid.UUID, product_ids: Collection[uuid.UUID]) -> StockBook:
        """The stock of the products, locked, and then, in the same message, the counter of invoices: the last lock."""
        counter = InvoiceNumbers.asked(self.caller.business_id)
        book = StockBook(self.caller, storefront_id, product_ids, goods=self._learnt.stocked, also=counter)
        self._numbers = InvoiceNumbers(self.caller.business_id, answers=book.answers)
        self._books[storefront_id] = book
        return book

    def confirm_references(self, payments: Sequence[Payment], *, confirmed: bool) -> None:
        confirm_references(self.caller, payments, confirmed=confirmed)

    def bring_up_to_date(self, customer: Customer) -> None:
        """Write what waits of this customer: what they owe is about to be read."""

    def number(self) -> str:
        """The next invoice number."""
        self._numbers = self._numbers or InvoiceNumbers(self.caller.business_id)
        return self._numbers.take()

    def keep(self, written: Written) -> None:
        """To be written by `save`."""
        self._waiting.append(written)

    def save(self) -> Sequence[Written]:
        """Write all that waits, in one message, and say what that was: as many queries for many sales as for one."""
        if not self._waiting:
            return []
        waiting, self._waiting = self._waiting, []
        with statements.together():
            for book in self._books.values():
                book.save()
            if self._numbers:
                self._numbers.save()
            bulk.insert([row.sale for row in waiting])
            bulk.insert([line for row in waiting for line in row.lines])
            bulk.insert([payment for row in waiting for payment in row.payments])
            save_all([row.allocations for row in waiting])
            bulk.insert([event for row in waiting for event in row.events])
        return waiting


def _only(rows: Sequence[tuple[Any, ...]]) -> Any:
    """The first column of the one row there is, or None."""
    return rows[0][0] if rows else None


def as_written(sale: Sale) -> Sale | None:
    """A sale that was just made, with its rows at hand as `queries.sale_details` would read them; None for another."""
    written: Written | None = vars(sale).get(_WRITTEN)
    if written is None:
        return None
    for line in written.lines:
        line.returned = ZERO  # type: ignore[attr-defined]
    rows: dict[str, QuerySet[Any]] = {
        "lines": at_hand(SaleLine, written.lines, "position", "pk"),
        "payments": at_hand(Payment, written.payments, "received_at", "created_at", "pk"),
        "allocations": at_hand(PaymentAllocation, written.allocations.rows, "at", "pk"),
        "settles": at_hand(PaymentAllocation, ()),
        "returns": at_hand(Sale, ()),
    }
    vars(sale).setdefault("_prefetched_objects_cache", {}).update(rows)
    return sale


def alone(sell: Callable[Concatenate[Desk, P], Sale]) -> Callable[Concatenate[Caller, P], Sale]:
    """The service that makes one sale at a desk of its own, in a transaction."""

    @wraps(sell)
    @transaction.atomic
    def record(caller: Caller, /, *args: P.args, **fields: P.kwargs) -> Sale:
        desk = Desk(caller)
        sell(desk, *args, **fields)
        (written,) = desk.save()
        vars(written.sale)[_WRITTEN] = written
        return written.sale

    return record
