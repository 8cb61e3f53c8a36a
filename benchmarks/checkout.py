"""A checkout of five lines: the API with everything on, against the statements it cannot do without."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from knox.models import AuthToken
from rest_framework.test import APIClient

from accounts.models import Membership, Storefront
from accounts.tests.builders import make_business, make_member, make_storefront
from benchmarks.timing import paired_medians, say, say_pair
from common import clock
from inventory.models import Product, Stock
from inventory.tests.builders import make_product

ROUNDS = 60
UNITS = Decimal(2)


@dataclass
class Till:
    """A shop with five products that never run out."""

    cashier: Membership
    storefront: Storefront
    products: list[Product]

    @property
    def total(self) -> Decimal:
        return sum((UNITS * product.retail_price for product in self.products), Decimal(0))


def run() -> None:
    """Print both medians and their ratio."""
    shop, by_hand = till(), till()
    client, body = client_of(shop.cashier), _body(shop)

    def through_the_api() -> None:
        answer = client.post("/sales/api/sales/", body)
        assert answer.status_code == 201, answer.content

    ours, baseline = paired_medians(through_the_api, lambda: bare_sql(by_hand), ROUNDS)
    say(f"  {'':<46} {'API':>12} {'bare SQL':>12}")
    say_pair("log-in, checks, sale, stock, receipt", ours, baseline)


def till() -> Till:
    business = make_business()
    storefront = make_storefront(business)
    products = [make_product(business, retail_price=20) for _ in range(5)]
    for product in products:
        Stock.objects.create(business=business, product=product, storefront=storefront, quantity=1_000_000)
    return Till(make_member(business), storefront, products)


def client_of(cashier: Membership) -> APIClient:
    _, token = AuthToken.objects.create(user=cashier.user)
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    return client


def _body(till: Till) -> dict[str, Any]:
    return {
        "storefront_id": str(till.storefront.pk),
        "lines": [{"product_id": str(product.pk), "quantity": str(UNITS)} for product in till.products],
        "payments": [{"method": "cash", "amount": str(till.total)}],
    }


def bare_sql(till: Till) -> None:
    """What any correct till must do: lock stock, move it, take a number, write sale, lines, payment."""
    sale, payment, ids = uuid.uuid4(), uuid.uuid4(), sorted(product.pk for product in till.products)
    with transaction.atomic(), connection.cursor() as cursor:
        write = Writer(cursor, till.cashier, till.storefront)
        cursor.execute("SELECT id, retail_price, cost FROM inventory_product WHERE id = ANY(%s)", [ids])
        write.stock(sale, ids)
        write.sale(sale, till.total)
        write.lines(sale, ids)
        write.payment(sale, payment, till.total)


@dataclass
class Writer:
    """The statements of one sale."""

    cursor: Any
    by: Membership
    store: Storefront
    now: dt.datetime = field(default_factory=clock.now)

    def stock(self, sale: uuid.UUID, ids: list[uuid.UUID]) -> None:
        self.cursor.execute(
            "SELECT product_id, quantity FROM inventory_stock WHERE storefront_id = %s AND product_id = ANY(%s)"
            " ORDER BY product_id FOR UPDATE",
            [self.store.pk, ids],
        )
        left = dict(self.cursor.fetchall())
        self.cursor.execute(
            "UPDATE inventory_stock SET quantity = quantity - %s WHERE storefront_id = %s AND product_id = ANY(%s)",
            [UNITS, self.store.pk, ids],
        )
        moved = {"kind": "sale", "quantity": -UNITS, "reason": "", "document_id": sale, "by_id": self.by.pk}
        rows = [{"product_id": pk, "balance_after": left[pk] - UNITS, **moved, "at": self.now} for pk in ids]
        self._insert("inventory_stockmovement", [{**row, "storefront_id": self.store.pk} for row in rows])

    def sale(self, sale: uuid.UUID, total: Decimal) -> None:
        self.cursor.execute(
            "INSERT INTO sales_invoicecounter VALUES (%s, 1) ON CONFLICT (business_id)"
            " DO UPDATE SET last = sales_invoicecounter.last + 1 RETURNING last",
            [self.by.business_id],
        )
        row = {
            "id": sale,
            "kind": "sale",
            "number": f"INV-{self.cursor.fetchone()[0]:06d}",
            "storefront_id": self.store.pk,
            "sold_by_id": self.by.pk,
            "sold_at": self.now,
            "price_tier": "retail",
            "subtotal": total,
            "discount": 0,
            "tax": 0,
            "total": total,
            "paid": total,
            "settled_at": self.now,
            "imported": False,
            "time_known": True,
            **dict.fromkeys(("note", "dispute_reason", "credit_approval_reason", "client_id", "issued_to"), ""),
        }
        self._insert("sales_sale", [row])

    def lines(self, sale: uuid.UUID, ids: list[uuid.UUID]) -> None:
        shared = {
            "sale_id": sale,
            "storefront_id": self.store.pk,
            "sold_at": self.now,
            "quantity": UNITS,
            "unit_price": 20,
            "unit_cost": 0,
            "price_tier": "retail",
            "discount": 0,
            "tax": 0,
            "voided": False,
            "revenue": 40,
            "cost": 0,
        }
        self._insert("sales_saleline", [{"product_id": pk, "position": at, **shared} for at, pk in enumerate(ids)])

    def payment(self, sale: uuid.UUID, payment: uuid.UUID, total: Decimal) -> None:
        row = {
            "id": payment,
            "kind": "received",
            "sale_id": sale,
            "storefront_id": self.store.pk,
            "method": "cash",
            "amount": total,
            "allocated": total,
            "received_by_id": self.by.pk,
            "received_at": self.now,
            "imported": False,
            **dict.fromkeys(("network", "reference", "client_id", "note"), ""),
        }
        self._insert("sales_payment", [row])
        settled = {"invoice_id": sale, "payment_id": payment, "amount": total, "at": self.now}
        self._insert("sales_paymentallocation", [settled])

    def _insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Each row gets an id, if it has none, its business and its time."""
        ours = {"business_id": self.by.business_id, "created_at": self.now}
        full = [{"id": uuid.uuid4(), **ours, **row} for row in rows]
        columns, row = ", ".join(full[0]), f"({', '.join(['%s'] * len(full[0]))})"
        sql = f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * len(full))}"  # noqa: S608 - names of our own
        self.cursor.execute(sql, [value for values in full for value in values.values()])
