"""Whatever is sold, paid and returned in whatever order: nothing appears and nothing is lost."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.models import F, Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common import clock, errors
from conftest import Shop
from inventory.models import Product, Stock, StockMovement
from inventory.tests.builders import make_product
from sales import queries
from sales.models import Customer, Payment, PaymentAllocation, Sale, SaleLine
from sales.services import (
    NewLine,
    NewPayment,
    ReturnLine,
    Settle,
    apply_credit,
    exchange_sale,
    record_payment,
    record_sale,
    refund_payment,
    refund_sale,
    return_without_receipt,
    void_sale,
)
from sales.tests.builders import make_customer

D = Decimal
pesewas = st.integers(1, 30_000).map(lambda n: D(n) / 100)
place = st.integers(0, 5)
units = st.sampled_from([D(1), D(2), D("0.5"), D("1.333"), D(7)])


@dataclass
class World:
    """A small shop in which operations are tried; a refusal must change nothing, so it is just passed over."""

    shop: Shop
    products: list[Product]
    customers: list[Customer]
    sales: list[Sale] = field(default_factory=list)

    def sell(self, who: int, goods: list[tuple[int, Decimal]], paid: Decimal, discount: Decimal) -> None:
        customer = self.customers[who] if who < len(self.customers) else None
        lines = [NewLine(self.products[n % len(self.products)].pk, quantity) for n, quantity in goods]
        self.sales.append(
            record_sale(
                self.shop.caller,
                storefront_id=self.shop.storefront.pk,
                lines=lines,
                discount=discount,
                payments=[NewPayment("cash", paid)] if paid else [],
                customer_id=customer.pk if customer else None,
            )
        )

    def pay(self, who: int, amount: Decimal, named: int | None) -> None:
        invoices = [Settle(self.sales[named % len(self.sales)].pk)] if named is not None and self.sales else []
        customer = self.customers[who % len(self.customers)]
        record_payment(self.shop.caller, customer_id=customer.pk, amount=amount, method="card", invoices=invoices)

    def give_back(self, which: int, quantity: Decimal, method: str, restock: bool) -> None:
        if self.sales:
            sale = self.sales[which % len(self.sales)]
            lines = [ReturnLine(sale.lines.order_by("position")[0].pk, quantity)]
            refund_sale(self.shop.caller, sale.pk, lines=lines, method=method, restock=restock)

    def void(self, which: int) -> None:
        if self.sales:
            void_sale(self.shop.caller, self.sales[which % len(self.sales)].pk, reason="Wrong goods")

    def exchange(self, which: int, goods: tuple[int, Decimal], paid: Decimal) -> None:
        sale = self.sales[which % len(self.sales)]
        back = [ReturnLine(sale.lines.order_by("position")[0].pk, D(1))]
        lines = [NewLine(self.products[goods[0] % len(self.products)].pk, goods[1])]
        payments = [NewPayment("cash", paid)] if paid else []
        self.sales.append(exchange_sale(self.shop.caller, sale.pk, back=back, lines=lines, payments=payments))

    def take_back(self, who: int, goods: tuple[int, Decimal], method: str) -> None:
        customer = self.customers[who] if who < len(self.customers) else None
        return_without_receipt(
            self.shop.caller,
            storefront_id=self.shop.storefront.pk,
            reason="Lost the receipt",
            method=method,
            lines=[NewLine(self.products[goods[0] % len(self.products)].pk, goods[1])],
            customer_id=customer.pk if customer else None,
        )

    def pay_back(self, which: int, amount: Decimal | None) -> None:
        taken = list(Payment.objects.filter(kind="received", customer__isnull=False).order_by("created_at"))
        refund_payment(self.shop.caller, taken[which % len(taken)].pk, amount=amount, reason="Entered by mistake")

    def use_credit(self, who: int) -> None:
        apply_credit(self.shop.caller, customer_id=self.customers[who % len(self.customers)].pk)

    def attempt(self, step: Callable[["World"], None]) -> None:
        with suppress(errors.InvalidInput, errors.Conflict), transaction.atomic():
            step(self)


steps = st.one_of(
    st.builds(
        lambda who, goods, paid, discount: lambda world: world.sell(who, goods, paid, discount),
        st.integers(0, 3),
        st.lists(st.tuples(place, units), min_size=1, max_size=4),
        st.sampled_from([D(0), D(5), D(500)]),
        st.sampled_from([D(0), D("0.01"), D("0.05")]),
    ),
    st.builds(
        lambda who, amount, named: lambda world: world.pay(who, amount, named), place, pesewas, st.none() | place
    ),
    st.builds(
        lambda which, quantity, method, restock: lambda world: world.give_back(which, quantity, method, restock),
        place,
        units,
        st.sampled_from(["cash", "credit_note"]),
        st.booleans(),
    ),
    st.builds(lambda who: lambda world: world.use_credit(who), place),
    st.builds(lambda which: lambda world: world.void(which), place),
    st.builds(
        lambda which, goods, paid: lambda world: world.exchange(which, goods, paid),
        place,
        st.tuples(place, units),
        st.sampled_from([D(0), D(300)]),
    ),
    st.builds(
        lambda who, goods, method: lambda world: world.take_back(who, goods, method),
        st.integers(0, 3),
        st.tuples(place, units),
        st.sampled_from(["cash", "credit_note"]),
    ),
    st.builds(lambda which, amount: lambda world: world.pay_back(which, amount), place, st.none() | pesewas),
)


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is rolled back, so that each example starts from the same shop."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


@pytest.mark.django_db
@settings(
    max_examples=int(os.environ.get("STORIES", "25")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(story=st.lists(steps, min_size=8, max_size=25))
def test_every_story_of_a_shop_conserves_money_and_goods(shop: Shop, story: list[Callable[[World], None]]) -> None:
    with undone():
        prices = (D("9.99"), D("20.00"), D("0.07"))
        products = [
            make_product(shop.business, stock=60, storefront=shop.storefront, retail_price=price) for price in prices
        ]
        limits = (None, D(200), D(0))
        world = World(shop, products, [make_customer(shop.business, credit_limit=limit) for limit in limits])
        for who, paid in ((0, D(5)), (1, D(0)), (2, D(500)), (3, D(500))):
            world.sell(who, [(who, D(3)), (1, D(1))], paid, D("0.05"))
        for step in story:
            world.attempt(step)
        money_is_conserved(world)
        goods_are_conserved(world)


def money_is_conserved(world: World) -> None:
    for sale in Sale.objects.all():
        settled = total(PaymentAllocation.objects.filter(invoice=sale), "amount")
        used = total(PaymentAllocation.objects.filter(credit_note=sale), "amount")
        back = total(Payment.objects.filter(sale=sale, kind="refund"), "amount")
        assert sale.paid == settled - used - back
        assert (sale.settled_at is not None) == (sale.paid == sale.total)
        lines = SaleLine.objects.filter(sale=sale)
        assert sale.total == total(lines, "revenue") + total(lines, "tax") == sale.subtotal - sale.discount
        assert (sale.discount, sale.tax) == (total(lines, "discount"), total(lines, "tax"))  # reports read either
        assert set(lines.values_list("voided", flat=True)) <= {sale.voided_at is not None}
    for payment in Payment.objects.filter(kind="received"):
        assert payment.allocated == total(payment.allocations.all(), "amount") + total(payment.reversals, "amount")
    for customer in queries.customer_balances(world.shop.business.pk):
        statement = queries.statement(
            world.shop.business.pk, customer.pk, start=clock.today(), end=clock.today().replace(year=2100)
        )
        assert statement.closing_balance == customer.balance == customer.outstanding - customer.credit
        if customer.credit_limit is not None:
            assert customer.balance <= customer.credit_limit
    assert not Sale.objects.filter(customer=None).exclude(paid=F("total")).exists()


def goods_are_conserved(world: World) -> None:
    for product in world.products:
        moved = total(StockMovement.objects.filter(product=product), "quantity")
        assert Stock.objects.get(product=product).quantity == moved
        sold = total(SaleLine.objects.filter(product=product, quantity__gt=0), "quantity")
        restocked = total(StockMovement.objects.filter(product=product, kind="return"), "quantity")
        assert moved == 60 - sold + restocked
    for line in SaleLine.objects.filter(quantity__gt=0):
        back = SaleLine.objects.filter(original_line=line)
        assert -total(back, "quantity") <= line.quantity
        if -total(back, "quantity") == line.quantity:
            assert (total(back, "revenue"), total(back, "discount")) == (-line.revenue, -line.discount)


def total(rows: object, name: str) -> Decimal:
    """The sum of a column; SQLite adds in floats, so that 10.00 - 9.98 is 0.0199999999999996 there."""
    found: Decimal | None = rows.aggregate(sum=Sum(name))["sum"]  # type: ignore[attr-defined]
    return round(found or D(0), 3)
