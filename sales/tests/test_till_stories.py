"""Whatever happens at two tills in whatever order: the cash in each is what went in and out, and nothing is twice."""

import datetime as dt
import itertools
import os
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.tests.builders import caller_of, make_member
from common import clock, errors
from common.tenancy import Caller, Role
from conftest import Shop
from inventory.models import Product, Stock, StockMovement
from inventory.tests.builders import make_product
from sales import queries
from sales.models import Sale, TillSession
from sales.services import (
    Counted,
    NewLine,
    NewPayment,
    OfflineItem,
    cancel_expense,
    close_till,
    move_cash,
    open_till,
    record_expense,
    record_payment,
    record_sale,
    refund_sale,
    take_offline,
    void_sale,
)
from sales.tests.builders import make_customer

D = Decimal
CASH = ("cash", "")
MOMO = ("mobile_money", "mtn")
KINDS = ["pay_in", "pay_out"]
till = st.integers(0, 1)
units = st.integers(1, 9)
amounts = st.integers(1, 50_000).map(lambda n: D(n) / 100)
_ids = itertools.count()


@dataclass
class Tills:
    """Two people at two tills; `cash` is kept here by hand, from what each operation said of itself."""

    shop: Shop
    boss: Caller
    people: list[Caller]
    goods: Product
    debtor: Any
    open: dict[int, TillSession] = field(default_factory=dict)
    money: dict[Any, dict[tuple[str, str], Decimal]] = field(default_factory=dict)
    sold: list[Sale] = field(default_factory=list)

    def change(self, session: Any, way: tuple[str, str], amount: Decimal) -> None:
        if session:
            self.money[session][way] += amount

    def opens(self, who: int, amount: Decimal) -> None:
        session = open_till(
            self.people[who], storefront_id=self.shop.storefront.pk, till=f"Till {who}", opening_float=amount
        )
        self.open[who] = session
        self.money[session.pk] = defaultdict(Decimal, {CASH: amount})

    def sells(self, who: int, count: int, cash: Decimal) -> None:
        total = count * self.goods.retail_price
        cash = min(cash, total)
        parts = [NewPayment("cash", cash), NewPayment(MOMO[0], total - cash, network=MOMO[1])]
        sale = record_sale(
            self.people[who],
            storefront_id=self.shop.storefront.pk,
            lines=[NewLine(self.goods.pk, D(count))],
            payments=[part for part in parts if part.amount],
        )
        self.sold.append(sale)
        self.change(sale.till_session_id, CASH, cash)
        self.change(sale.till_session_id, MOMO, total - cash)

    def sells_offline(self, who: int, count: int) -> None:
        total = count * self.goods.retail_price
        fields = {
            "storefront_id": self.shop.storefront.pk,
            "lines": [NewLine(self.goods.pk, D(count))],
            "payments": [NewPayment("cash", total)],
        }
        item = OfflineItem(f"t-{next(_ids)}", "sale", clock.now(), fields)
        first, again = (take_offline(self.people[who], [item], ahead=dt.timedelta()) for _ in "12")
        assert (first[0].status, again[0].status, again[0].id) == ("taken", "repeated", first[0].id)
        sale = Sale.objects.get(client_id=item.client_id)
        self.sold.append(sale)
        self.change(sale.till_session_id, CASH, total)

    def collects(self, who: int, amount: Decimal) -> None:
        paid = record_payment(self.people[who], customer_id=self.debtor.pk, amount=amount, method="cash")
        self.change(paid.till_session_id, CASH, amount)

    def moves(self, who: int, amount: Decimal, kind: str) -> None:
        if who in self.open:
            move_cash(self.people[who], self.open[who].pk, kind=kind, amount=amount, reason="Change")
            self.change(self.open[who].pk, CASH, amount if kind == "pay_in" else -amount)

    def spends(self, who: int, amount: Decimal, undone: bool) -> None:
        if who in self.open:
            made = record_expense(self.boss, category="fuel", amount=amount, method="cash", till_id=self.open[who].pk)
            self.change(made.till_session_id, CASH, -amount)
            if undone:
                cancel_expense(self.boss, made.pk)
                self.change(made.till_session_id, CASH, amount)

    def voids(self, which: int) -> None:
        if self.sold:
            sale = self.sold[which % len(self.sold)]
            void_sale(self.boss, sale.pk, reason="Wrong")
            for paid in sale.payments.all():
                self.change(paid.till_session_id, (paid.method, paid.network), -paid.amount)

    def takes_back(self, which: int, who: int) -> None:
        if self.sold:
            named = self.open[who].pk if who in self.open else None
            back = refund_sale(self.boss, self.sold[which % len(self.sold)].pk, till_id=named)
            self.change(named, CASH, back.total)

    def closes(self, who: int, counted: Decimal) -> None:
        if who in self.open:
            close_till(self.people[who], self.open.pop(who).pk, counted=[Counted("cash", counted)])


steps = st.one_of(
    st.builds(lambda who, amount: lambda t: t.opens(who, amount), till, amounts),
    st.builds(lambda who, count, cash: lambda t: t.sells(who, count, cash), till, units, amounts),
    st.builds(lambda who, count: lambda t: t.sells_offline(who, count), till, units),
    st.builds(lambda who, amount: lambda t: t.collects(who, amount), till, amounts),
    st.builds(lambda who, a, kind: lambda t: t.moves(who, a, kind), till, amounts, st.sampled_from(KINDS)),
    st.builds(lambda who, amount, undone: lambda t: t.spends(who, amount, undone), till, amounts, st.booleans()),
    st.builds(lambda which: lambda t: t.voids(which), st.integers(0, 5)),
    st.builds(lambda which, who: lambda t: t.takes_back(which, who), st.integers(0, 5), till),
    st.builds(lambda who, counted: lambda t: t.closes(who, counted), till, amounts),
)


@pytest.mark.django_db
@settings(
    max_examples=int(os.environ.get("STORIES", "8")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(story=st.lists(steps, min_size=10, max_size=25))
def test_the_cash_in_the_tills_is_what_went_in_and_out(shop: Shop, story: list[Callable[[Tills], None]]) -> None:
    with transaction.atomic():
        tell(shop, story)
        transaction.set_rollback(True)


def tell(shop: Shop, story: list[Callable[[Tills], None]]) -> None:
    """Play the story and compare."""
    people = [caller_of(make_member(shop.business, Role.CASHIER)) for _ in range(2)]
    boss = caller_of(make_member(shop.business, Role.MANAGER))
    goods = make_product(shop.business, stock=20, storefront=shop.storefront, retail_price=D("9.99"))
    tills = Tills(shop, boss, people, goods, make_customer(shop.business))
    tills.opens(0, D(100))
    tills.opens(1, D(50))
    for step in story:
        with suppress(errors.InvalidInput, errors.Conflict), transaction.atomic():
            step(tills)
    expected = queries.expected_in_till(shop.id, list(tills.money))
    for session, money in tills.money.items():
        for way in (CASH, MOMO):
            assert expected[session].get(way, D(0)) == money[way], way
    assert Stock.objects.get(product=goods).quantity == summed(StockMovement.objects.filter(product=goods), "quantity")
    voided = Sale.objects.filter(kind="sale", voided_at__isnull=False)
    assert all(not sale.paid - sale.total and sale.returns.count() == 1 for sale in voided)


def summed(rows: Any, name: str) -> Decimal:
    found: Decimal | None = rows.aggregate(sum=Sum(name))["sum"]
    return found or D(0)
