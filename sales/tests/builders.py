"""Builders of sales for tests: history as it would lie in the database, without stock or limits in the way."""

import datetime as dt
import itertools
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from accounts.models import Business, Membership, Storefront
from accounts.tests.builders import make_storefront
from common import clock
from common.money import ZERO, cedis
from inventory.models import Product
from inventory.tests.builders import make_product
from sales.models import Customer, Payment, PaymentAllocation, PriceTier, Sale, SaleLine

_numbers = itertools.count(1)


def make_customer(business: Business, name: str = "", **fields: Any) -> Customer:
    """A customer with a phone of their own and no credit limit set."""
    number = next(_numbers)
    defaults = {"phone": f"+23324{number:07d}"}
    return Customer.objects.create(business=business, name=name or f"Customer {number}", **defaults | fields)


def make_sale(
    business: Business,
    *,
    product: Product | None = None,
    quantity: Decimal | int = 1,
    unit_price: Decimal | int | str | None = None,
    lines: Sequence[tuple[Product, Decimal | int, Decimal | int | str]] = (),
    discount: Decimal | int | str = 0,
    storefront: Storefront | None = None,
    customer: Customer | None = None,
    sold_by: Membership | None = None,
    sold_at: dt.datetime | None = None,
    method: str = Payment.Method.CASH,
    paid: Decimal | int | str | None = None,
    due: dt.date | None = None,
    **fields: Any,
) -> Sale:
    """A sale of one product, or of `lines` [(product, quantity, unit_price)], paid at once unless `paid` says less."""
    storefront = storefront or Storefront.objects.of(business.pk).first() or make_storefront(business)
    if not lines:
        product = product or make_product(business)
        lines = [(product, quantity, product.retail_price if unit_price is None else unit_price)]
    moment = sold_at or clock.now()
    gross = [cedis(Decimal(units) * Decimal(price)) for _, units, price in lines]
    total = sum(gross, ZERO) - Decimal(discount)
    sale = Sale.objects.create(
        business=business,
        number=fields.pop("number", f"T-{next(_numbers):06d}"),
        storefront=storefront,
        customer=customer,
        sold_by=sold_by,
        sold_at=moment,
        subtotal=sum(gross, ZERO),
        discount=Decimal(discount),
        total=total,
        due_date=due,
        settled_at=None if total else moment,
        **fields,
    )
    for place, (item, units, price) in enumerate(lines):
        _line(sale, item, Decimal(units), Decimal(price), Decimal(discount) if place == 0 else ZERO, position=place)
    amount = total if paid is None else Decimal(paid)
    if amount:
        pay(sale, amount, at=moment, method=method)
    return sale


def make_invoice(
    customer: Customer,
    amount: Decimal | int | str = 100,
    *,
    due: dt.date | None = None,
    sold_at: dt.datetime | None = None,
    paid_at: dt.datetime | None = None,
    paid: Decimal | int | str | None = None,
    **fields: Any,
) -> Sale:
    """A sale on account of `amount` GHS; with `paid_at`, paid then, in full or as `paid` says."""
    day = clock.local_date(sold_at) if sold_at else clock.today()
    due = due or day + dt.timedelta(days=customer.terms_days)
    moment = sold_at or clock.start_of(min(clock.today(), due) - dt.timedelta(days=customer.terms_days))
    sale = make_sale(customer.business, customer=customer, unit_price=amount, sold_at=moment, due=due, paid=0, **fields)
    if paid_at or paid:
        pay(sale, sale.total if paid is None else Decimal(paid), at=paid_at or clock.now())
    return sale


def make_return(sale: Sale, quantity: Decimal | int | None = None, *, at: dt.datetime | None = None) -> Sale:
    """The first line of a sale brought back, in full or in part, and paid back in cash."""
    line = sale.lines.select_related("product").get(position=0)
    units = Decimal(quantity or line.quantity)
    amount = cedis(line.revenue * units / line.quantity)
    moment = at or clock.now()
    made = Sale.objects.create(
        business=sale.business,
        kind=Sale.Kind.RETURN,
        number=f"{sale.number}-R{next(_numbers)}",
        storefront=sale.storefront,
        customer=sale.customer,
        sold_by=sale.sold_by,
        sold_at=moment,
        subtotal=-amount,
        total=-amount,
        paid=-amount,
        settled_at=moment,
        original=sale,
    )
    _line(made, line.product, -units, line.unit_price, ZERO, original_line=line)
    _payment(made, amount, at=moment, method=Payment.Method.CASH, kind=Payment.Kind.REFUND)
    return made


def make_payment(
    customer: Customer, amount: Decimal | int | str = 100, *, at: dt.datetime | None = None, **fields: Any
) -> Payment:
    """Money received that has settled nothing yet: the customer's credit."""
    return Payment.objects.create(
        business=customer.business,
        customer=customer,
        method=fields.pop("method", Payment.Method.CASH),
        amount=Decimal(amount),
        received_at=at or clock.now(),
        **fields,
    )


def pay(sale: Sale, amount: Decimal | int | str, *, at: dt.datetime, method: str = Payment.Method.CASH) -> Payment:
    """A payment allocated to one sale."""
    amount = Decimal(amount)
    payment = _payment(sale, amount, at=at, method=method)
    PaymentAllocation.objects.create(business=sale.business, invoice=sale, payment=payment, amount=amount, at=at)
    sale.paid += amount
    sale.settled_at = at if sale.paid == sale.total else None
    sale.save(update_fields=["paid", "settled_at"])
    return payment


def _payment(sale: Sale, amount: Decimal, *, at: dt.datetime, method: str, kind: str = "received") -> Payment:
    return Payment.objects.create(
        business=sale.business,
        kind=kind,
        customer=sale.customer,
        sale=sale,
        storefront=sale.storefront,
        method=method,
        amount=amount,
        allocated=amount,
        received_by=sale.sold_by,
        received_at=at,
    )


def _line(
    sale: Sale, product: Product, quantity: Decimal, price: Decimal, discount: Decimal, **fields: Any
) -> SaleLine:
    return SaleLine.objects.create(
        business=sale.business,
        sale=sale,
        product=product,
        storefront=sale.storefront,
        sold_at=sale.sold_at,
        quantity=quantity,
        unit_price=price,
        unit_cost=product.cost,
        price_tier=PriceTier(sale.price_tier),
        discount=discount,
        revenue=cedis(quantity * price) - discount,
        cost=cedis(quantity * product.cost),
        **fields,
    )
