"""Eight people at eight tills at the same moment, each with a story of their own: nothing twice, nothing lost."""

import datetime as dt
import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal

import pytest
from django.db import connection

from accounts.tests.builders import caller_of, make_member
from common import clock, errors
from common.tenancy import Caller, Role
from conftest import Shop
from inventory import services as inventory
from inventory.models import Product, Supplier
from inventory.queries import supplier_accounts
from inventory.services import ReceivedLine
from inventory.tests.builders import make_product, make_supplier
from sales import queries
from sales.models import Customer, Sale, TillSession
from sales.services import (
    NewLine,
    NewPayment,
    OfflineItem,
    open_till,
    record_expense,
    record_payment,
    record_sale,
    take_offline,
)
from sales.tests.books import books_agree
from sales.tests.builders import make_customer

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
D = Decimal
TILLS, STEPS, PRICE = 8, 12, D(10)


class Till:
    """One person with a till; `cash` is kept by hand, from what each step said of itself."""

    def __init__(self, number: int, shop: Shop, goods: list[Product], debtor: Customer, mills: Supplier) -> None:
        self.rng = random.Random(number)
        self.number, self.shop, self.goods, self.debtor, self.mills = number, shop, goods, debtor, mills
        self.me: Caller = caller_of(make_member(shop.business, Role.MANAGER))
        self.cash, self.billed, self.paid, self.sent = D(0), D(0), D(0), 0
        self.till = open_till(self.me, storefront_id=shop.storefront.pk, till=f"Till {number}").pk

    def run(self) -> None:
        try:
            for _ in range(STEPS):
                step = self.rng.choice((self.sells, self.sells, self.syncs, self.collects, self.receives, self.spends))
                with suppress(errors.OutOfStock):
                    step()
        finally:
            connection.close()

    def sells(self) -> None:
        lines = self._lines()
        total = PRICE * sum(line.quantity for line in lines)
        paid = [NewPayment("cash", total)]
        record_sale(self.me, storefront_id=self.shop.storefront.pk, lines=lines, payments=paid)
        self._count(lines)

    def syncs(self) -> None:
        """Sends three sales, and all of them once more."""
        baskets = [self._lines() for _ in range(3)]
        items = [self._item(lines) for lines in baskets]
        first, again = (take_offline(self.me, items, ahead=dt.timedelta()) for _ in range(2))
        assert [row.status for row in first] == ["taken"] * 3, first
        assert [(row.status, row.id) for row in again] == [("repeated", row.id) for row in first]
        for lines in baskets:
            self._count(lines)

    def collects(self) -> None:
        record_payment(self.me, customer_id=self.debtor.pk, amount=D(3), method="cash")
        self.cash += 3

    def spends(self) -> None:
        record_expense(self.me, category="fuel", amount=D(2), method="cash", till_id=self.till)
        self.cash -= 2

    def receives(self) -> None:
        """Goods with a date, their bill, and a part of it paid."""
        product, units = self.rng.choice(self.goods), D(self.rng.randint(1, 9))
        good_until = clock.today() + dt.timedelta(days=self.rng.randint(5, 9))
        line = ReceivedLine(product_id=product.pk, quantity=units, unit_cost=D(4), expires_on=good_until)
        bill = inventory.NewBill()
        inventory.receive_goods(
            self.me, storefront_id=self.shop.storefront.pk, supplier_id=self.mills.pk, lines=[line], bill=bill
        )
        inventory.pay_supplier(self.me, supplier_id=self.mills.pk, amount=D(3), method="cash")
        self.billed, self.paid = self.billed + units * 4, self.paid + 3

    def _lines(self) -> list[NewLine]:
        return [NewLine(product.pk, D(self.rng.randint(1, 3))) for product in self.rng.sample(self.goods, 2)]

    def _item(self, lines: list[NewLine]) -> OfflineItem:
        self.sent += 1
        paid = [NewPayment("cash", PRICE * sum(line.quantity for line in lines))]
        fields = {"storefront_id": self.shop.storefront.pk, "lines": lines, "payments": paid}
        return OfflineItem(f"{self.number}-{self.sent}", "sale", clock.now(), fields)

    def _count(self, lines: list[NewLine]) -> None:
        self.cash += PRICE * sum(line.quantity for line in lines)


def test_eight_tills_at_once_add_up(shop: Shop) -> None:
    goods = [make_product(shop.business, stock=60, storefront=shop.storefront, retail_price=PRICE) for _ in range(4)]
    debtor, mills = make_customer(shop.business), make_supplier(shop.business)
    tills = [Till(number, shop, goods, debtor, mills) for number in range(TILLS)]
    with ThreadPoolExecutor(TILLS) as pool:
        list(pool.map(Till.run, tills))
    there = queries.expected_in_till(shop.id, [till.till for till in tills])
    assert {till.till: there[till.till]["cash", ""] for till in tills} == {till.till: till.cash for till in tills}
    books_agree(shop)
    owed = sum(account.balance for account in supplier_accounts(shop.id))
    assert owed == sum(till.billed - till.paid for till in tills)
    assert Sale.objects.exclude(client_id="").count() == sum(till.sent for till in tills)
    assert TillSession.objects.count() == TILLS
