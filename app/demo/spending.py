"""What it costs to run a demo shop besides its goods: rent, wages, light, and what is paid out of the till."""

import datetime as dt
import random
import uuid
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dateutil.relativedelta import relativedelta
from django.db.models import Model

from app.demo.profile import Year
from app.demo.stockroom import at
from app.demo.tills import Tills
from app.demo.trade import Crew
from common import clock
from common.money import ZERO, cedis
from sales.models import Expense, ExpenseCategory, Payment, RecurringExpense, SaleLine

Category, Method = ExpenseCategory, Payment.Method


class Monthly(NamedTuple):
    """A cost of every month: its share of a month's gross profit, the day, and by how much it varies."""

    category: str
    share: str
    day: int
    method: str
    note: str
    varies: float = 0.0


REPEATED = (
    Monthly(Category.RENT, "0.10", 1, Method.BANK, "Rent of the shop"),
    Monthly(Category.WAGES, "0.22", 28, Method.BANK, "Wages"),
)
OTHERS = (
    Monthly(Category.UTILITIES, "0.03", 5, Method.MOBILE_MONEY, "ECG prepaid", 0.3),
    Monthly(Category.COMMUNICATION, "0.01", 3, Method.MOBILE_MONEY, "Data and airtime", 0.2),
    Monthly(Category.CHARGES, "0.008", 27, Method.BANK, "Bank charges", 0.15),
    Monthly(Category.SUPPLIES, "0.012", 12, Method.CASH, "Polythene bags and till rolls", 0.4),
)
FROM_TILL = (
    (Category.TRANSPORT, "Taxi for a delivery", (15, 60)),
    (Category.FUEL, "Fuel for the generator", (50, 150)),
    (Category.SECURITY, "Sweeping and watchman", (10, 30)),
    (Category.WELFARE, "Lunch on a long day", (20, 60)),
)
FROM_TILL_ON = 0.04  # of the sessions


class Spending:
    """Writes the expenses of the year, a share of what the shop earned, with chances of its own.

    One was written down twice and cancelled.
    """

    def __init__(self, crew: Crew, lines: Sequence[SaleLine], tills: Tills, year: Year, seed: str) -> None:
        self.crew, self.year, self.rng = crew, year, random.Random(seed)  # noqa: S311
        self.recurring: list[RecurringExpense] = []
        self.expenses: list[Expense] = []
        earned = sum((line.revenue - (line.cost or ZERO) for line in lines), ZERO)
        self._a_month = earned / 12
        for cost in REPEATED:
            self._repeat(cost)
        for cost in OTHERS:
            for day in self._days(cost.day):
                self._spend(cost.category, self._amount(cost), cost.method, day, note=cost.note)
        self._write_twice()
        self._take_from(tills)

    def new_id(self) -> uuid.UUID:
        return uuid.UUID(int=self.rng.getrandbits(128), version=4)

    def tables(self) -> list[list[Model]]:
        """The rows to save after the tills', in the order of their references."""
        return [list(self.recurring), list(self.expenses)]

    def _days(self, day: int) -> list[dt.date]:
        """That day of each month of the year."""
        first = self.year.start.replace(day=day)
        months = (first + relativedelta(months=number) for number in range(14))
        return [each for each in months if self.year.start <= each < self.year.end]

    def _amount(self, cost: Monthly) -> Decimal:
        varied = 1 + cost.varies * (2 * self.rng.random() - 1)
        return max(cedis(self._a_month * Decimal(cost.share) * Decimal(str(varied))), Decimal(1))

    def _repeat(self, cost: Monthly) -> None:
        days = self._days(cost.day)
        repeated = RecurringExpense(
            id=self.new_id(),
            business_id=self.crew.owner.business_id,
            category=cost.category,
            amount=max(round(self._amount(cost), -1), Decimal(10)),
            method=cost.method,
            note=cost.note,
            by=self.crew.owner,
            every=RecurringExpense.Every.MONTH,
            starts_on=days[0],
            written=len(days),
            created_at=at(days[0], 9),
        )
        self.recurring.append(repeated)
        for day in days:
            self._spend(cost.category, repeated.amount, cost.method, day, note=cost.note).recurring = repeated

    def _spend(self, category: str, amount: Decimal, method: str, day: dt.date, *, note: str) -> Expense:
        network = Payment.Network.MTN if method == Method.MOBILE_MONEY else ""
        spent = Expense(
            id=self.new_id(),
            business_id=self.crew.owner.business_id,
            category=category,
            amount=amount,
            method=method,
            network=network,
            note=note,
            by=self.crew.manager,
            spent_on=day,
            created_at=at(day, 18),
        )
        self.expenses.append(spent)
        return spent

    def _write_twice(self) -> None:
        first = next(spent for spent in reversed(self.expenses) if spent.category == Category.UTILITIES)
        again = self._spend(first.category, first.amount, first.method, first.spent_on, note=first.note)
        again.cancelled_at = at(first.spent_on, 18, 30)

    def _take_from(self, tills: Tills) -> None:
        """Small things are paid in cash out of a till that has enough; its count was made without that cash."""
        for session, cash in tills.cash.items():
            category, note, (least, most) = self.rng.choice(FROM_TILL)
            amount = Decimal(self.rng.randint(least, most))
            if self.rng.random() < FROM_TILL_ON and cash > amount:
                day = clock.local_date(session.opened_at)
                spent = self._spend(category, amount, Method.CASH, day, note=note)
                spent.till_session, spent.storefront = session, session.storefront
                tills.spend(session, amount)
