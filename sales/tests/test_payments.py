"""Payments and what they settle."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.tests.builders import caller_of, make_member
from common import clock, errors
from common.tenancy import Role
from conftest import Shop
from sales import queries
from sales.models import Payment
from sales.services import Settle, apply_credit, record_payment
from sales.tests.builders import make_customer, make_invoice, make_payment

D = Decimal


def days_ago(days: int) -> dt.date:
    return clock.today() - dt.timedelta(days=days)


def test_a_payment_settles_the_oldest_due_first(shop: Shop) -> None:
    ama = make_customer(shop.business)
    newer, older = make_invoice(ama, 50, due=days_ago(1)), make_invoice(ama, 30, due=days_ago(9))
    payment = record_payment(shop.caller, customer_id=ama.pk, amount=D(40), method="cash")
    newer.refresh_from_db()
    older.refresh_from_db()
    assert (older.paid, older.settled_at) == (D(30), payment.received_at)
    assert (newer.paid, newer.settled_at) == (D(10), None)
    assert list(payment.allocations.order_by("-amount").values_list("invoice", "amount")) == [
        (older.pk, D(30)),
        (newer.pk, D(10)),
    ]


def test_a_payment_settles_the_invoices_it_names(shop: Shop) -> None:
    ama = make_customer(shop.business)
    first, second = make_invoice(ama, 50, due=days_ago(9)), make_invoice(ama, 30, due=days_ago(1))
    record_payment(
        shop.caller,
        customer_id=ama.pk,
        amount=D(30),
        method="bank",
        invoices=[Settle(second.pk, D(20)), Settle(first.pk)],
    )
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.paid, second.paid) == (D(10), D(20))


def test_what_is_left_over_is_the_customers_credit_until_it_is_used(shop: Shop) -> None:
    ama = make_customer(shop.business)
    payment = record_payment(shop.caller, customer_id=ama.pk, amount=D(70), method="mobile_money", network="telecel")
    assert (payment.allocated, balance(shop, ama.pk)) == (D(0), D(-70))
    make_invoice(ama, 100)
    assert apply_credit(shop.caller, customer_id=ama.pk) == D(70)
    assert balance(shop, ama.pk) == D(30)


def balance(shop: Shop, customer_id: object) -> Decimal:
    amount: Decimal = queries.customer_balances(shop.business.pk).get(pk=customer_id).balance
    return amount


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": D(0)}, "amount"),
        ({"amount": D(-5)}, "amount"),
        ({"method": "on_account"}, "method"),
        ({"network": "mtn"}, "network"),
        ({"received_at": dt.datetime(2999, 1, 1, tzinfo=dt.UTC)}, "received_at"),
    ],
)
def test_a_wrong_payment_is_refused_by_name(shop: Shop, change: dict[str, object], field: str) -> None:
    payment: dict[str, object] = {"amount": D(5), "method": "cash", **change}
    with pytest.raises(errors.InvalidInput) as refused:
        record_payment(shop.caller, customer_id=make_customer(shop.business).pk, **payment)  # type: ignore[arg-type]
    assert list(refused.value.extra["fields"]) == [field]
    assert not Payment.objects.exists()


def test_more_than_an_invoice_or_the_payment_holds_is_refused(shop: Shop) -> None:
    ama, kofi = make_customer(shop.business), make_customer(shop.business)
    mine, his = make_invoice(ama, 50), make_invoice(kofi, 50)
    for wanted in ([Settle(mine.pk, D(51))], [Settle(mine.pk, D(41))], [Settle(his.pk)], [Settle(mine.pk, D(0))]):
        with pytest.raises(errors.InvalidInput):
            record_payment(shop.caller, customer_id=ama.pk, amount=D(40), method="cash", invoices=wanted)
    assert not Payment.objects.filter(amount=40).exists()


def test_only_management_dates_a_payment_back(shop: Shop) -> None:
    ama, yesterday = make_customer(shop.business), clock.now() - dt.timedelta(days=1)
    invoice = make_invoice(ama, 10)
    record_payment(shop.caller, customer_id=ama.pk, amount=D(10), method="cash", received_at=yesterday)
    invoice.refresh_from_db()
    assert invoice.settled_at == yesterday
    cashier = caller_of(make_member(shop.business, Role.CASHIER))
    with pytest.raises(errors.NotAllowed):
        record_payment(cashier, customer_id=ama.pk, amount=D(10), method="cash", received_at=yesterday)


def test_a_payment_takes_the_same_queries_for_one_invoice_and_for_twenty(shop: Shop) -> None:
    def queries_for(count: int) -> int:
        ama = make_customer(shop.business)
        for _ in range(count):
            make_invoice(ama, 10)
        with CaptureQueriesContext(connection) as seen:
            record_payment(shop.caller, customer_id=ama.pk, amount=D(10 * count), method="cash")
        return len(seen)

    assert queries_for(1) == queries_for(20) <= 9


def test_balances_are_right_for_each_customer_and_only_of_this_business(shop: Shop, other_shop: Shop) -> None:
    ama, kofi = make_customer(shop.business, "Ama", credit_limit=D(100)), make_customer(shop.business, "Kofi")
    make_invoice(ama, 50, due=days_ago(3), paid=20)
    make_invoice(ama, 40, due=clock.today())
    make_payment(ama, 5)
    make_invoice(make_customer(other_shop.business), 999)
    first, second = queries.customer_balances(shop.business.pk)
    assert (first.outstanding, first.overdue, first.oldest_due) == (D(70), D(30 - 5), days_ago(3))
    assert (first.credit, first.balance, first.available_credit) == (D(5), D(65), D(35))
    assert (second.pk, second.balance, second.available_credit, second.oldest_due) == (kofi.pk, 0, None, None)


def test_a_balance_is_in_whole_pesewas_however_its_parts_add_up(shop: Shop) -> None:
    ama = make_customer(shop.business)
    for amount in ("0.10", "0.20"):
        make_invoice(ama, amount)
    make_payment(ama, "0.30")
    found = queries.customer_balances(shop.business.pk).get(pk=ama.pk)
    assert (found.outstanding, found.credit, found.balance) == (D("0.30"), D("0.30"), D(0))
    assert queries.outstanding(shop.business.pk, ama.pk) == D("0.30")
