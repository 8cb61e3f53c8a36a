"""Returns: what may come back, and where the money goes."""

from decimal import Decimal

import pytest

from accounts.tests.builders import caller_of, make_member
from common import errors
from common.tenancy import Role
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product, stock_of
from sales import queries
from sales.models import Payment, Sale
from sales.services import NewLine, NewPayment, ReturnLine, record_sale, refund_sale
from sales.tests.builders import make_customer, make_invoice

D = Decimal


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", stock=100, storefront=shop.storefront, retail_price=D(10))


def sold(shop: Shop, product: Product, quantity: int, paid: int, **fields: object) -> Sale:
    payments = [NewPayment("cash", D(paid))] if paid else []
    lines = [NewLine(product.pk, D(quantity))]
    return record_sale(
        shop.caller,
        storefront_id=shop.storefront.pk,
        lines=lines,
        payments=payments,
        **fields,  # type: ignore[arg-type]
    )


def test_a_return_gives_back_goods_and_money_and_refers_to_its_sale(shop: Shop, rice: Product) -> None:
    sale = sold(shop, rice, 3, 30)
    back = refund_sale(shop.caller, sale.pk, lines=[ReturnLine(sale.lines.get().pk, D(2))])
    back.refresh_from_db()
    assert (back.kind, back.number, back.original_id) == ("return", "INV-000001-R1", sale.pk)
    assert (back.total, back.paid, back.subtotal) == (D(-20), D(-20), D(-20))
    line = back.lines.get()
    assert (line.quantity, line.revenue, line.cost, line.unit_price) == (D(-2), D(-20), D(-12), D(10))
    refund = Payment.objects.get(kind="refund")
    assert (refund.amount, refund.method, refund.sale_id) == (D(20), "cash", back.pk)
    assert stock_of(rice, shop.storefront) == 99


def test_parts_that_come_back_add_up_to_the_whole_to_the_pesewa(shop: Shop, rice: Product) -> None:
    line = NewLine(rice.pk, D(3), discount=D("0.01"))
    sale = record_sale(
        shop.caller, storefront_id=shop.storefront.pk, lines=[line], payments=[NewPayment("cash", D("29.99"))]
    )
    one = [ReturnLine(sale.lines.get().pk, D(1))]
    parts = [refund_sale(shop.caller, sale.pk, lines=one).total for _ in range(3)]
    assert parts == [D("-10.00"), D("-9.99"), D("-10.00")]
    with pytest.raises(errors.InvalidInput, match="Only 0 can still be returned"):
        refund_sale(shop.caller, sale.pk, lines=one)
    with pytest.raises(errors.Conflict):
        refund_sale(shop.caller, sale.pk)


def test_one_line_cannot_come_back_twice_in_one_return(shop: Shop, rice: Product) -> None:
    sale = sold(shop, rice, 3, 30)
    line = sale.lines.get().pk
    with pytest.raises(errors.InvalidInput) as refused:
        refund_sale(shop.caller, sale.pk, lines=[ReturnLine(line, D(2)), ReturnLine(line, D(2))])
    assert refused.value.extra["fields"] == {"lines": {"1": {"quantity": ["Only 1 can still be returned."]}}}
    assert stock_of(rice, shop.storefront) == 97


def test_a_return_settles_the_open_part_first_and_pays_back_only_the_rest(shop: Shop, rice: Product) -> None:
    ama = make_customer(shop.business)
    sale = sold(shop, rice, 5, 30, customer_id=ama.pk)
    back = refund_sale(shop.caller, sale.pk, lines=[ReturnLine(sale.lines.get().pk, D(3))], method="bank")
    sale.refresh_from_db()
    assert (sale.paid, sale.settled_at) == (D(50), back.sold_at)
    assert back.settles.get().amount == D(20)
    assert Payment.objects.get(kind="refund").amount == D(10)


def test_a_credit_note_settles_other_invoices_and_stays_as_credit(shop: Shop, rice: Product) -> None:
    ama = make_customer(shop.business)
    other = make_invoice(ama, 12)
    sale = sold(shop, rice, 5, 50, customer_id=ama.pk)
    back = refund_sale(shop.caller, sale.pk, method="credit_note")
    other.refresh_from_db()
    back.refresh_from_db()
    assert (other.paid, back.paid, back.settled_at) == (D(12), D(-12), None)
    assert queries.customer_balances(shop.business.pk).get(pk=ama.pk).balance == D(-38)


def test_a_credit_note_needs_a_customer(shop: Shop, rice: Product) -> None:
    sale = sold(shop, rice, 1, 10)
    with pytest.raises(errors.InvalidInput) as refused:
        refund_sale(shop.caller, sale.pk, method="credit_note")
    assert list(refused.value.extra["fields"]) == ["method"]


def test_goods_that_cannot_be_sold_again_are_written_off(shop: Shop, rice: Product) -> None:
    sale = sold(shop, rice, 1, 10)
    back = refund_sale(shop.caller, sale.pk, restock=False)
    assert back.lines.get().cost == 0
    assert stock_of(rice, shop.storefront) == 99


def test_returns_are_for_management_and_for_sales_of_this_business(shop: Shop, other_shop: Shop, rice: Product) -> None:
    sale = sold(shop, rice, 1, 10)
    with pytest.raises(errors.NotAllowed):
        refund_sale(caller_of(make_member(shop.business, Role.CASHIER)), sale.pk)
    with pytest.raises(errors.NotFound):
        refund_sale(other_shop.caller, sale.pk)
    with pytest.raises(errors.Conflict):
        refund_sale(shop.caller, refund_sale(shop.caller, sale.pk).pk)
