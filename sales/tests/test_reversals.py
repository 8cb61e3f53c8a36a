"""Payments that are paid back, and what is open again."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from common import clock, errors
from conftest import Shop
from inventory.tests.builders import make_product
from sales import queries
from sales.models import Customer, Payment, Sale
from sales.services import NewLine, NewPayment, apply_credit, record_payment, record_sale, refund_payment
from sales.tests.builders import make_customer, make_invoice, make_payment, make_sale

D = Decimal


def paid_in(shop: Shop, customer: Customer, amount: int) -> Payment:
    return record_payment(shop.caller, customer_id=customer.pk, amount=D(amount), method="cash")


def balance(customer: Customer) -> Decimal:
    amount: Decimal = queries.customer_balances(customer.business_id).get(pk=customer.pk).balance
    return amount


def test_a_mistyped_payment_is_taken_back_and_its_invoices_are_open_again(shop: Shop) -> None:
    ama = make_customer(shop.business)
    invoice = make_invoice(ama, 300)
    wrong = paid_in(shop, ama, 5000)
    back = refund_payment(shop.caller, wrong.pk, reason="Typed 5000 for 50")
    invoice.refresh_from_db()
    wrong.refresh_from_db()
    assert (invoice.paid, invoice.settled_at, balance(ama)) == (D(0), None, D(300))
    assert (back.kind, back.amount, back.reverses_id, back.note) == ("refund", D(5000), wrong.pk, "Typed 5000 for 50")
    assert not wrong.allocations.exists()
    assert wrong.allocated == wrong.amount


def test_unused_credit_goes_back_before_any_invoice_is_opened(shop: Shop) -> None:
    ama = make_customer(shop.business)
    older, newer = make_invoice(ama, 30, due=clock.today() - dt.timedelta(days=9)), make_invoice(ama, 30)
    payment = paid_in(shop, ama, 70)
    refund_payment(shop.caller, payment.pk, amount=D(10), reason="Wanted the rest in cash")
    assert (paid(older), paid(newer), balance(ama)) == (D(30), D(30), D(0))
    refund_payment(shop.caller, payment.pk, amount=D(5), reason="Counted again")
    assert {paid(older), paid(newer)} == {D(30), D(25)}
    assert balance(ama) == D(5)


def paid(sale: Sale) -> Decimal:
    sale.refresh_from_db()
    return sale.paid


def test_no_more_goes_back_than_came_in(shop: Shop) -> None:
    payment = paid_in(shop, make_customer(shop.business), 50)
    refund_payment(shop.caller, payment.pk, amount=D(20), reason="Part")
    with pytest.raises(errors.InvalidInput, match=r"Only GHS 30\.00"):
        refund_payment(shop.caller, payment.pk, amount=D("30.01"), reason="Too much")
    rest = refund_payment(shop.caller, payment.pk, reason="The rest")
    assert rest.amount == D(30)
    for spent in (payment, rest):
        with pytest.raises(errors.Conflict):
            refund_payment(shop.caller, spent.pk, reason="Again")


def test_money_for_goods_at_the_till_goes_back_with_the_goods(shop: Shop) -> None:
    ama = make_customer(shop.business)
    product = make_product(shop.business, stock=5, storefront=shop.storefront)
    for customer_id in (ama.pk, None):
        sale = record_sale(
            shop.caller,
            storefront_id=shop.storefront.pk,
            lines=[NewLine(product.pk, D(1))],
            payments=[NewPayment("cash", D(10))],
            customer_id=customer_id,
        )
        with pytest.raises(errors.Conflict, match="take the goods back"):
            refund_payment(shop.caller, sale.payments.get().pk, reason="Changed their mind")
        assert paid(sale) == D(10)


def test_a_sale_met_by_a_deposit_that_bounced_is_due_today(shop: Shop) -> None:
    ama = make_customer(shop.business, credit_limit=D(0))
    product = make_product(shop.business, stock=5, storefront=shop.storefront)
    deposit = make_payment(ama, 10)
    sale = record_sale(
        shop.caller, storefront_id=shop.storefront.pk, lines=[NewLine(product.pk, D(1))], customer_id=ama.pk
    )
    refund_payment(shop.caller, deposit.pk, reason="The cheque bounced", method="bank")
    sale.refresh_from_db()
    assert (sale.paid, sale.due_date, balance(ama)) == (D(0), clock.today(), D(10))


def test_paying_back_through_the_api_happens_once(shop: Shop, owner_client: APIClient) -> None:
    url = f"/sales/api/payments/{make_payment(make_customer(shop.business), 40).pk}/refund/"
    body = {"reason": "Wanted in cash", "amount": "15"}
    answers = [owner_client.post(url, body, HTTP_IDEMPOTENCY_KEY="r1") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert (answers[0].json()["amount"], answers[0].json()["note"]) == ("15.00", "Wanted in cash")
    assert owner_client.get("/sales/api/payments/?kind=refund").json()["count"] == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"amount": "41"}, "amount"),
        ({"amount": "0"}, "amount"),
        ({"method": "credit_note"}, "method"),
        ({"network": "mtn"}, "network"),
    ],
)
def test_a_wrong_pay_back_is_refused_by_field(
    shop: Shop, owner_client: APIClient, change: dict[str, Any], field: str
) -> None:
    url = f"/sales/api/payments/{make_payment(make_customer(shop.business), 40).pk}/refund/"
    answer = owner_client.post(url, {"reason": "Mistake", **change})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_paying_back_takes_the_same_queries_however_many_invoices_it_opens(shop: Shop) -> None:
    def queries_for(count: int) -> int:
        ama = make_customer(shop.business)
        for _ in range(count):
            make_sale(shop.business, customer=ama, unit_price=10, paid=0, due=clock.today())
        payment = paid_in(shop, ama, 10 * count)
        with CaptureQueriesContext(connection) as seen:
            refund_payment(shop.caller, payment.pk, reason="Bounced")
        return len(seen)

    assert queries_for(2) == queries_for(12) <= 13


def test_an_invoice_settled_twice_from_one_payment_is_open_again_in_full(shop: Shop) -> None:
    ama = make_customer(shop.business)
    invoice = make_invoice(ama, 60)
    bounced, other = paid_in(shop, ama, 30), paid_in(shop, ama, 100)
    refund_payment(shop.caller, bounced.pk, reason="Bounced")
    assert apply_credit(shop.caller, customer_id=ama.pk) == 30
    assert other.allocations.count() == 2
    refund_payment(shop.caller, other.pk, reason="Bounced too")
    assert (paid(invoice), balance(ama)) == (D(0), D(60))
