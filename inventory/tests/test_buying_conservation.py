"""Whatever is ordered, received, moved, counted, billed and paid in whatever order: nothing twice, nothing lost."""

import datetime as dt
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Storefront
from accounts.tests.builders import make_storefront
from common import clock, errors
from conftest import Shop
from inventory import queries, services
from inventory.models import (
    Batch,
    GoodsReceipt,
    Product,
    PurchaseOrder,
    Stock,
    StockMovement,
    Supplier,
    SupplierBill,
    SupplierPayment,
)
from inventory.services import AdjustmentLine, Found, NewBill, OrderLine, ReceivedLine, SentBackLine, StockLine
from inventory.tests.builders import make_order, make_product, make_supplier, stock_of

D = Decimal
Kind = StockMovement.Kind


@dataclass
class World:
    """A small shop in which operations are tried; what is refused must change nothing."""

    shop: Shop
    supplier: Supplier
    places: list[Storefront]
    goods: list[Product]
    orders: list[PurchaseOrder] = field(default_factory=list)

    def order(self, a: int, b: int, n: int) -> None:
        lines = [OrderLine(product.pk, D(n + 1), D(b + 1)) for product in self.goods]
        place = self.places[a % 2]
        made = services.create_order(
            self.shop.caller, supplier_id=self.supplier.pk, storefront_id=place.pk, lines=lines
        )
        services.send_order(self.shop.caller, made.pk, channel=PurchaseOrder.Channel.OTHER)
        self.orders.append(made)

    def receive(self, a: int, b: int, n: int) -> None:
        if not self.orders:
            return
        expires = clock.today() + dt.timedelta(days=5 * b - 3) if b else None
        line = ReceivedLine(self.goods[a % 2].pk, D(n + 1) / 2, expires_on=expires)
        bill = NewBill() if n % 2 else None
        services.receive_order(
            self.shop.caller, self.orders[b % len(self.orders)].pk, lines=[line], bill=bill, client_id=f"{a}-{b}"
        )

    def sell(self, a: int, b: int, n: int) -> None:
        line = StockLine(self.goods[a % 2].pk, -D(n + 1) / 2)
        services.move_stock(self.shop.caller, storefront_id=self.places[b % 2].pk, lines=[line], kind=Kind.SALE)

    def transfer(self, a: int, b: int, n: int) -> None:
        here, there = self.places[b % 2].pk, self.places[1 - b % 2].pk
        line = StockLine(self.goods[a % 2].pk, D(n + 1) / 2)
        services.transfer_stock(self.shop.caller, from_storefront_id=here, to_storefront_id=there, lines=[line])

    def adjust(self, a: int, b: int, n: int) -> None:
        line = AdjustmentLine(self.goods[a % 2].pk, quantity=D(n - 2))
        services.adjust_stock(
            self.shop.caller, storefront_id=self.places[b % 2].pk, lines=[line], kind=Kind.ADJUSTMENT, reason="x"
        )

    def count(self, a: int, b: int, n: int) -> None:
        count = services.start_count(self.shop.caller, storefront_id=self.places[b % 2].pk)
        services.enter_count(self.shop.caller, count.pk, found=[Found(self.goods[a % 2].pk, D(n))])
        services.complete_count(self.shop.caller, count.pk)

    def bill(self, a: int, b: int, n: int) -> None:
        bill = NewBill(amount=D(n + 1), number=f"{a}")
        services.record_bill(self.shop.caller, supplier_id=self.supplier.pk, bill=bill, client_id=f"{b}")

    def pay(self, a: int, b: int, n: int) -> None:
        services.pay_supplier(
            self.shop.caller, supplier_id=self.supplier.pk, amount=D(n + 1), method="cash", client_id=f"{a}-{b}"
        )

    def send_back(self, a: int, b: int, n: int) -> None:
        line = SentBackLine(self.goods[a % 2].pk, D(n + 1) / 2)
        place = self.places[b % 2].pk
        services.send_back(
            self.shop.caller,
            supplier_id=self.supplier.pk,
            storefront_id=place,
            lines=[line],
            reason="x",
            client_id=f"{a}",
        )

    def cancel(self, a: int, b: int, n: int) -> None:
        if a % 2 and (bill := SupplierBill.objects.order_by("pk").first()):
            services.cancel_bill(self.shop.caller, bill.pk, reason="x")
        elif payment := SupplierPayment.objects.order_by("pk").first():
            services.cancel_supplier_payment(self.shop.caller, payment.pk, reason="x")


STEPS: list[Callable[[World, int, int, int], None]] = [
    World.order,
    World.receive,
    World.receive,
    World.sell,
    World.transfer,
    World.adjust,
    World.count,
    World.bill,
    World.pay,
    World.send_back,
    World.cancel,
]
small = st.integers(0, 5)


def world_of(shop: Shop) -> World:
    market = make_storefront(shop.business, f"Market {Storefront.objects.count()}")
    goods = [make_product(shop.business), make_product(shop.business)]
    return World(shop, make_supplier(shop.business), [shop.storefront, market], goods)


def check(world: World) -> None:
    """Stock = ledger >= batches; a supplier's balance = bills less payments; an order's units = its receipts."""
    for stock in Stock.objects.all():
        of = {"product_id": stock.product_id, "storefront_id": stock.storefront_id}
        moved = StockMovement.objects.filter(**of).aggregate(units=Sum("quantity"))["units"] or 0
        held = Batch.objects.filter(**of).aggregate(units=Sum("quantity"))["units"] or 0
        assert stock.quantity == moved
        assert 0 <= held <= stock.quantity
    for batch in Batch.objects.all():
        assert batch.quantity == batch.movements.aggregate(units=Sum("quantity"))["units"]
    for order in world.orders:
        for line in order.lines.all():
            assert line.received == (line.receipt_lines.aggregate(units=Sum("quantity"))["units"] or 0)
    billed = SupplierBill.objects.filter(cancelled_at=None).aggregate(all=Sum("amount"), paid=Sum("paid"))
    paid = SupplierPayment.objects.filter(cancelled_at=None).aggregate(all=Sum("amount"), used=Sum("allocated"))
    balance = sum((account.balance for account in queries.supplier_accounts(world.shop.id)), D(0))
    assert balance == (billed["all"] or 0) - (paid["all"] or 0)
    assert (billed["paid"] or 0) == (paid["used"] or 0)


@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=st.lists(st.tuples(st.integers(0, len(STEPS) - 1), small, small, small), min_size=8, max_size=14))
def test_nothing_appears_and_nothing_is_lost(shop: Shop, story: list[tuple[int, int, int, int]]) -> None:
    sid = transaction.savepoint()
    world = world_of(shop)
    world.order(0, 1, 5)
    world.receive(0, 2, 5)
    for step, a, b, n in story:
        with suppress(errors.DomainError), transaction.atomic():
            STEPS[step](world, a, b, n)
    check(world)
    transaction.savepoint_rollback(sid)


def _at_once(works: list[Callable[[], Any]]) -> list[str]:
    outcomes, gate = [], threading.Barrier(len(works))

    def one(work: Callable[[], Any]) -> None:
        gate.wait()
        try:
            work()
            outcomes.append("done")
        except errors.DomainError as refusal:
            outcomes.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_goods_received_by_four_at_once_come_in_once_under_one_client_id(shop: Shop) -> None:
    rice = make_product(shop.business)
    order = make_order(rice, shop.storefront, 8)
    line = ReceivedLine(rice.pk, D(2), D(5), expires_on=clock.today())

    def receive(client_id: str) -> Callable[[], Any]:
        return lambda: services.receive_order(shop.caller, order.pk, lines=[line], bill=NewBill(), client_id=client_id)

    assert _at_once([receive("same")] * 4 + [receive(f"r{n}") for n in range(3)]) == ["done"] * 7
    order.refresh_from_db()
    assert (order.status, GoodsReceipt.objects.count(), stock_of(rice, shop.storefront)) == ("received", 4, D(8))
    assert Batch.objects.get().quantity == 8
    assert SupplierBill.objects.aggregate(all=Sum("amount"))["all"] == 40


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_bills_and_payments_at_once_settle_one_another_to_the_pesewa(shop: Shop) -> None:
    supplier = make_supplier(shop.business)

    def bill(n: int) -> Callable[[], Any]:
        owed = NewBill(amount=D("10.01"))
        return lambda: services.record_bill(shop.caller, supplier_id=supplier.pk, bill=owed, client_id=f"b{n}")

    def pay(n: int) -> Callable[[], Any]:
        money: dict[str, Any] = {"amount": D("7.00"), "method": "cash", "client_id": f"p{n}"}
        return lambda: services.pay_supplier(shop.caller, supplier_id=supplier.pk, **money)

    works = [*map(bill, range(3)), *map(pay, [0, 0, 1, 1])]
    assert _at_once(works) == ["done"] * 7
    [account] = queries.supplier_accounts(shop.id)
    assert (account.balance, account.advance) == (D("16.03"), D(0))
