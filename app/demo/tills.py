"""Who had which till of a demo shop on each day, what was counted in it, and what happened there besides selling."""

import datetime as dt
import itertools
import random
import uuid
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Model

from accounts.models import Membership
from app.demo.profile import Year
from app.demo.stockroom import at
from app.demo.trade import Trade
from common import clock
from common.money import ZERO, cedis
from sales.models import Payment, Sale, TillCount, TillEvent, TillMovement, TillSession
from sales.queries.tills import CASH, Way

Kind = TillEvent.Kind
FLOAT = Decimal(200)
KEPT = Decimal(1500)  # cash that stays in a till; what is above goes to the bank
APPROVED_AFTER = dt.timedelta(hours=13)
USUAL, CARELESS = 0.06, 0.3  # of the sessions that end with a difference
HAPPENS: dict[str, tuple[float, float]] = {  # on a day at a usual till, and at that of the careless cashier
    Kind.CART_CANCELLED: (0.25, 0.6),
    Kind.LINE_REMOVED: (0.08, 0.35),
    Kind.DRAWER_OPENED: (0.1, 0.7),
    Kind.RECEIPT_REPRINTED: (0.08, 0.1),
    Kind.DISCOUNT_REFUSED: (0.03, 0.15),
}


class Tills:
    """Gives the sales of each cashier to a session of the day, with chances of its own.

    The last cashier of the first storefront, who is freer with discounts too, is short more often and opens the
    drawer without a sale.
    """

    def __init__(self, trade: Trade, year: Year, seed: str) -> None:
        self.crew, self.year, self.rng = trade.crew, year, random.Random(seed)  # noqa: S311
        self.business_id = trade.crew.owner.business_id
        self.sessions: list[TillSession] = []
        self.counts: list[TillCount] = []
        self.movements: list[TillMovement] = []
        self.events: list[TillEvent] = []
        self.cash: dict[TillSession, Decimal] = {}
        self._cash_counts: dict[uuid.UUID, TillCount] = {}
        self._numbers: dict[tuple[int, int], int] = defaultdict(int)
        self._paid: dict[uuid.UUID, list[Payment]] = defaultdict(list)
        for payment in trade.book.payments:
            if payment.sale and payment.kind == Payment.Kind.RECEIVED:
                self._paid[payment.sale.pk].append(payment)
        self._work_through(trade.sales)

    def new_id(self) -> uuid.UUID:
        return uuid.UUID(int=self.rng.getrandbits(128), version=4)

    def tables(self) -> list[list[Model]]:
        """The rows to save after the sales, in the order of their references."""
        return [list(rows) for rows in (self.counts, self.movements, self.events)]

    def spend(self, session: TillSession, amount: Decimal) -> None:
        """Cash that left the till before it was counted."""
        count = self._cash_counts[session.pk]
        count.expected -= amount
        count.counted -= amount
        self.cash[session] -= amount

    def _work_through(self, sales: Iterable[Sale]) -> None:
        served: dict[tuple[dt.date, uuid.UUID], list[Sale]] = defaultdict(list)
        for sale in sales:
            if sale.sold_by:
                served[clock.local_date(sale.sold_at), sale.sold_by.pk].append(sale)
        tills = [(shop, *till) for shop, people in enumerate(self.crew.tills) for till in enumerate(people, start=1)]
        for day, (shop, place, person) in itertools.product(self.year.days(), tills):
            if served[day, person.pk]:
                self._work(day, shop, place, person, served[day, person.pk])

    def _work(self, day: dt.date, shop: int, place: int, person: Membership, sales: list[Sale]) -> None:
        """A day of one cashier at one till."""
        self._numbers[shop, place] += 1
        session = TillSession(
            id=self.new_id(),
            business_id=self.business_id,
            storefront=self.crew.storefronts[shop],
            till=f"Till {place}",
            number=self._numbers[shop, place],
            cashier=person,
            opened_by=person,
            opened_at=at(day, 7, 55),
            opening_float=FLOAT,
            closed_by=person,
            closed_at=at(day, 20, 5),
        )
        self.sessions.append(session)
        self._close(session, self._money(session, sales))
        careless = person == self.crew.tills[0][-1]
        for kind, chances in HAPPENS.items():
            if self.rng.random() < chances[careless]:
                self._note(session, kind, self.rng.choice(sales))

    def _money(self, session: TillSession, sales: Iterable[Sale]) -> dict[Way, Decimal]:
        """What the sales brought in, by way to pay, the float and what went to the bank among it."""
        money: dict[Way, Decimal] = defaultdict(Decimal, {CASH: FLOAT})
        for sale in sales:
            sale.till_session = session
            for payment in self._paid[sale.pk]:
                payment.till_session = session
                money[payment.method, payment.network] += payment.amount
        if money[CASH] > KEPT:
            taken = money[CASH] - money[CASH] % 100 - FLOAT
            self._move(session, TillMovement.Kind.PAY_OUT, taken, "Brought to the bank", hour=17)
            money[CASH] -= taken
        elif self.rng.random() < 0.04:
            self._move(session, TillMovement.Kind.PAY_IN, Decimal(100), "Coins from the bank", hour=11)
            money[CASH] += 100
        return money

    def _move(self, session: TillSession, kind: str, amount: Decimal, reason: str, *, hour: int) -> None:
        moved_at = at(clock.local_date(session.opened_at), hour, self.rng.randint(0, 59))
        self.movements.append(
            TillMovement(
                id=self.new_id(),
                business_id=self.business_id,
                session=session,
                kind=kind,
                amount=amount,
                reason=reason,
                by=session.cashier,
                at=moved_at,
                created_at=moved_at,
            )
        )

    def _close(self, session: TillSession, money: dict[Way, Decimal]) -> None:
        """Count it; where cash is missing or over, most say why, and the manager approves."""
        assert session.closed_at
        off = self._difference(session.cashier)
        if off:
            session.reason = self.rng.choice(("Gave too much change", "Change was short", "I do not know", ""))
        counts = [
            TillCount(
                id=self.new_id(),
                business_id=self.business_id,
                session=session,
                method=method,
                network=network,
                expected=expected,
                counted=expected + off if (method, network) == CASH else expected,
                created_at=session.closed_at,
            )
            for (method, network), expected in money.items()
        ]
        self.counts += counts
        self._cash_counts[session.pk] = counts[0]
        self.cash[session] = counts[0].counted
        if session.closed_at + APPROVED_AFTER < at(self.year.end, 0):
            session.approved_by, session.approved_at = self.crew.manager, session.closed_at + APPROVED_AFTER

    def _difference(self, cashier: Membership) -> Decimal:
        """Counted less expected, in GHS."""
        careless = cashier == self.crew.tills[0][-1]
        if self.rng.random() >= (CARELESS if careless else USUAL):
            return ZERO
        if careless and self.rng.random() < 0.8:
            return -Decimal(self.rng.choice((5, 10, 10, 20, 20, 50)))
        return cedis(Decimal(self.rng.choice((-5, -2, -1, 1, 2))) / 2)

    def _note(self, session: TillSession, kind: str, sale: Sale) -> None:
        happened_at = sale.sold_at + dt.timedelta(minutes=self.rng.randint(0, 3))
        of_sale = kind == Kind.RECEIPT_REPRINTED
        self.events.append(
            TillEvent(
                id=self.new_id(),
                business_id=self.business_id,
                kind=kind,
                storefront=session.storefront,
                session=session,
                by=session.cashier,
                at=happened_at,
                sale=sale if of_sale else None,
                amount=None if kind == Kind.DRAWER_OPENED else self._amount(kind, sale),
                client_id="" if kind in (Kind.RECEIPT_REPRINTED, Kind.DISCOUNT_REFUSED) else str(self.new_id()),
                created_at=happened_at,
            )
        )

    def _amount(self, kind: str, sale: Sale) -> Decimal:
        return cedis(sale.total * Decimal("0.15")) if kind == Kind.DISCOUNT_REFUSED else sale.total
