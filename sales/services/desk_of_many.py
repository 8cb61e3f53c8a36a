"""Many sales in one transaction, with the queries of a few."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from accounts.models import Storefront
from common.tenancy import Caller
from inventory.services.stock import StockBook
from sales.models import Customer, Payment
from sales.services.desk import Desk, Written
from sales.services.drawer import OwnSessions
from sales.services.lines import Catalogue, NewLine
from sales.services.locks import lock_customers, no_customer
from sales.services.numbers import InvoiceNumbers
from sales.services.references import key_of, provable, used_references


class DeskOfMany(Desk):
    """Knows and locks ahead what the sales will need, and writes them together.

    What one of them changes, the next one sees, as if it had been written before.
    """

    def __init__(
        self, caller: Caller, sales: Sequence[Mapping[str, Any]], *, customer_ids: Collection[uuid.UUID]
    ) -> None:
        """`sales` as the service of one takes them, each with its moment; `customer_ids` are locked."""
        super().__init__(caller)
        self._customers = lock_customers(caller.business_id, customer_ids)
        lines = [(sale["storefront_id"], line) for sale in sales for line in sale["lines"]]
        self._catalogue = Catalogue(caller.business_id, [line for _, line in lines])
        places = Storefront.objects.of(caller.business_id).select_related("business")
        self._places = {row.pk: row for row in places.filter(pk__in={place for place, _ in lines}).order_by("pk")}
        earliest = min((sale["sold_at"] for sale in sales), default=None)
        for place in self._places:
            goods = {line.product_id for there, line in lines if there == place} & self._catalogue.products.keys()
            self._books[place] = StockBook(caller, place, goods, earliest=earliest)
        self._numbers = InvoiceNumbers(caller.business_id, expected=max(len(sales), 1))
        self._sessions = OwnSessions(caller, since=earliest, named=_named(sales)) if earliest else None
        references = [part.reference for sale in sales for part in sale["payments"]]
        self._references = used_references(caller.business_id, references)

    def learn(
        self, storefront_id: uuid.UUID, moment: dt.datetime, till_id: uuid.UUID | None, lines: Sequence[NewLine]
    ) -> None:
        """It is known ahead."""

    def place(
        self, storefront_id: uuid.UUID, moment: dt.datetime, till_id: uuid.UUID | None
    ) -> tuple[Storefront | None, uuid.UUID | None]:
        session = self._sessions.at(storefront_id, moment, till_id=till_id) if self._sessions else None
        return self._places.get(storefront_id), session

    def customer(self, customer_id: uuid.UUID) -> Customer:
        return self._customers.get(customer_id) or no_customer("customer_id")

    def catalogue(self, lines: Sequence[NewLine]) -> Catalogue:
        return self._catalogue

    def stock(self, storefront_id: uuid.UUID, product_ids: Collection[uuid.UUID]) -> StockBook:
        return self._books[storefront_id]

    def confirm_references(self, payments: Sequence[Payment], *, confirmed: bool) -> None:
        keys = [key_of(payment) for payment in provable(payments)]
        if len(set(keys)) < len(keys) or not self._references.isdisjoint(keys):
            self.save()
            super().confirm_references(payments, confirmed=confirmed)

    def bring_up_to_date(self, customer: Customer) -> None:
        if any(written.sale.customer_id == customer.pk for written in self._waiting):
            self.save()

    def keep(self, written: Written) -> None:
        super().keep(written)
        self._references |= {key_of(payment) for payment in provable(written.payments)}


def _named(sales: Sequence[Mapping[str, Any]]) -> list[uuid.UUID]:
    return [sale["till_id"] for sale in sales if sale.get("till_id")]
