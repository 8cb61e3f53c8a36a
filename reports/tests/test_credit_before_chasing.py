"""What a customer has paid and nobody has used yet counts before anyone is asked for money."""

import datetime as dt
from decimal import Decimal

import pytest
from rest_framework.test import APIClient

from common import clock
from conftest import Shop
from reports import collecting, credit_file, ledger, metric_queries, profiles
from reports.metric_queries import Cut
from sales import queries
from sales.models import Customer
from sales.services import apply_credit
from sales.tests.builders import make_customer, make_invoice, make_payment, make_return, make_sale

D = Decimal
TODAY = clock.today()


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


@pytest.fixture
def paid(shop: Shop) -> Customer:
    """Owes 100 since forty days and has paid 100 that nobody allocated."""
    customer = make_customer(shop.business, "Ama")
    make_invoice(customer, 100, due=ago(40))
    make_payment(customer, 100)
    return customer


@pytest.fixture
def partly(shop: Shop) -> Customer:
    """Owes 100 since forty days and 50 since ten, with 120 of credit: 30 of the later one are left."""
    customer = make_customer(shop.business, "Kofi")
    make_invoice(customer, 100, due=ago(40))
    make_invoice(customer, 50, due=ago(10))
    make_payment(customer, 120)
    return customer


def test_who_has_paid_is_on_no_call_list(shop: Shop, paid: Customer, partly: Customer) -> None:
    (debtor,) = collecting.call_list(shop.business.pk).debtors
    assert (debtor.customer_id, debtor.overdue, debtor.collectable, debtor.days_overdue) == (
        partly.pk,
        D(30),
        D(30),
        10,
    )


def test_a_message_asks_for_what_credit_leaves(shop: Shop, paid: Customer, partly: Customer) -> None:
    found = profiles.open_invoices(shop.business.pk, [paid.pk, partly.pk])
    assert [(each.open, each.days_overdue) for each in found[partly.pk]] == [(D(30), 10)]
    assert not found[paid.pk]


def test_the_list_of_customers_tells_who_is_overdue_less_credit(
    owner_client: APIClient, paid: Customer, partly: Customer
) -> None:
    told = owner_client.get("/sales/api/customers/?overdue=true").data["results"]
    assert [(each["name"], each["overdue"], each["outstanding"]) for each in told] == [("Kofi", "30.00", "150.00")]


def test_the_figure_of_what_is_overdue_is_less_credit(shop: Shop, paid: Customer, partly: Customer) -> None:
    make_invoice(make_customer(shop.business), 7, due=ago(3))
    row = metric_queries.total(shop.business.pk, ["overdue", "overdue_invoices"], cut=Cut())
    assert (row["overdue"], row["overdue_invoices"]) == (D(37), D(2))
    groups = metric_queries.by(shop.business.pk, ["overdue"], dimensions=["customer"], cut=Cut())
    assert {row.key[0]: row["overdue"] for row in groups}.get(paid.pk) is None


def test_credit_and_not_an_overdue_invoice_decides_a_credit_file(shop: Shop, paid: Customer) -> None:
    file = credit_file.of_customer(shop.business.pk, paid)
    assert (file.outstanding, file.overdue, file.days_overdue) == (D(0), D(0), 0)


def test_returned_goods_count_as_credit_too(shop: Shop) -> None:
    esi = make_customer(shop.business)
    make_invoice(esi, 60, due=ago(5))
    back = make_return(make_sale(shop.business, customer=esi, unit_price=60))
    back.paid, back.settled_at = D(0), None
    back.save()
    assert queries.credit_by_customer(shop.business.pk) == {esi.pk: D(60)}
    assert collecting.call_list(shop.business.pk).debtors == []


def test_all_of_them_say_what_is_left_when_the_credit_is_applied(shop: Shop, paid: Customer, partly: Customer) -> None:
    before = collecting.call_list(shop.business.pk)
    invoices = {each.pk: each.left for each in queries.overdue_less_credit(shop.business.pk)}
    for customer in (paid, partly):
        apply_credit(shop.caller, customer_id=customer.pk)
    after = collecting.call_list(shop.business.pk)
    assert [(d.customer_id, d.overdue) for d in after.debtors] == [(d.customer_id, d.overdue) for d in before.debtors]
    assert {each.pk: each.left for each in queries.overdue_less_credit(shop.business.pk)} == invoices
    assert ledger.book_to_collect(shop.business.pk).open.sum() == 3000


def test_credit_of_one_customer_or_business_is_not_another_ones(shop: Shop, other_shop: Shop, paid: Customer) -> None:
    poor = make_customer(shop.business)
    make_invoice(poor, 100, due=ago(40))
    make_payment(make_customer(other_shop.business), 100)
    assert [debtor.customer_id for debtor in collecting.call_list(shop.business.pk).debtors] == [poor.pk]
