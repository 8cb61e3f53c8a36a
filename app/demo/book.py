"""The debtors' book of a demo shop: invoices, what was paid on them and when."""

import datetime as dt
import heapq
import itertools
import random
import uuid
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal

from app.demo import month
from app.demo.profile import Buyer
from common.money import ZERO, cedis
from sales.models import Customer, Payment, PaymentAllocation, Sale

DELAYS = {  # mean and spread, in days after the due date
    "prompt": (-3, 2),
    "steady": (3, 4),
    "slow": (14, 7),
    "late": (38, 14),
    "stopped": (9, 5),
    "slowing": (2, 1),
}


class Book:
    """Allocates each payment to the customer's invoices, oldest due first."""

    def __init__(
        self, rng: random.Random, new_id: Callable[[], uuid.UUID], last_paying_day: dt.date, end: dt.date
    ) -> None:
        self.rng, self.new_id, self.last_paying_day, self.end = rng, new_id, last_paying_day, end
        self.open: dict[uuid.UUID, list[Sale]] = defaultdict(list)
        self.payments: list[Payment] = []
        self.allocations: list[PaymentAllocation] = []
        self._due: list[tuple[dt.date, int, Customer, Decimal]] = []
        self._turn = itertools.count()

    def outstanding(self, customer: Customer) -> Decimal:
        return sum((sale.total - sale.paid for sale in self.open[customer.pk]), ZERO)

    def put(self, sale: Sale, customer: Customer, buyer: Buyer) -> None:
        """Put what is open of a sale on the customer's account, and plan how it will be paid."""
        self.open[customer.pk].append(sale)
        self.open[customer.pk].sort(key=lambda each: (each.due_date, each.sold_at))
        rest = sale.total - sale.paid
        if buyer.pays == "halves":
            first = cedis(rest / 2)
            self._plan(customer, self._some_day(sale, 4, 4), first)
            self._plan(customer, self._some_day(sale, 33, 8), rest - first)
            return
        day = self._some_day(sale, *DELAYS[buyer.pays])
        if buyer.pays == "slowing":
            assert sale.due_date
            day += dt.timedelta(days=month.later(sale.due_date, self.end))
        if buyer.pays != "stopped" or day < self.last_paying_day:
            self._plan(customer, day, rest)

    def collect(self, day: dt.date, take: Callable[[dt.date, Customer, Decimal], Payment]) -> None:
        """Receive what is paid on `day`; `take` makes the payment row."""
        while self._due and self._due[0][0] <= day:
            _, _, customer, amount = heapq.heappop(self._due)
            if amount := min(amount, self.outstanding(customer)):
                self.receive(take(day, customer, amount), self.open[customer.pk])
                self.open[customer.pk] = [sale for sale in self.open[customer.pk] if sale.paid < sale.total]

    def receive(self, payment: Payment, invoices: list[Sale]) -> None:
        """Allocate a payment to `invoices` in their order."""
        self.payments.append(payment)
        for sale in invoices:
            if part := min(payment.amount - payment.allocated, sale.total - sale.paid):
                payment.allocated += part
                self._allocate(sale, part, payment.received_at, payment=payment)

    def credit(self, note: Sale, original: Sale) -> Decimal:
        """Settle the open part of the original from a return; what is left to pay back."""
        if part := min(-note.total, original.total - original.paid):
            self._allocate(original, part, note.sold_at, credit_note=note)
            note.paid -= part
        return note.paid - note.total

    def _allocate(
        self,
        sale: Sale,
        amount: Decimal,
        at: dt.datetime,
        *,
        payment: Payment | None = None,
        credit_note: Sale | None = None,
    ) -> None:
        sale.paid += amount
        sale.settled_at = at if sale.paid == sale.total else None
        self.allocations.append(
            PaymentAllocation(
                id=self.new_id(),
                business_id=sale.business_id,
                invoice=sale,
                payment=payment,
                credit_note=credit_note,
                amount=amount,
                at=at,
            )
        )

    def _some_day(self, sale: Sale, mean: float, spread: float) -> dt.date:
        assert sale.due_date
        day = sale.due_date + dt.timedelta(days=round(self.rng.gauss(mean, spread)))
        return max(day, sale.sold_at.date() + dt.timedelta(days=1))

    def _plan(self, customer: Customer, day: dt.date, amount: Decimal) -> None:
        heapq.heappush(self._due, (day, next(self._turn), customer, amount))
