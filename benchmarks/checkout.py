"""A checkout of five lines: the API with everything on, against the statements it cannot do without."""

import uuid
from dataclasses import dataclass
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
    now, business, store, by = clock.now(), till.cashier.business_id, till.storefront.pk, till.cashier.pk
    sale, payment = uuid.uuid4(), uuid.uuid4()
    ids = sorted(product.pk for product in till.products)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT id, retail_price, cost FROM inventory_product WHERE id = ANY(%s)", [ids])
        cursor.execute(
            "SELECT product_id, quantity FROM inventory_stock WHERE storefront_id = %s AND product_id = ANY(%s)"
            " ORDER BY product_id FOR UPDATE",
            [store, ids],
        )
        left = dict(cursor.fetchall())
        cursor.execute(
            "UPDATE inventory_stock SET quantity = quantity - %s WHERE storefront_id = %s AND product_id = ANY(%s)",
            [UNITS, store, ids],
        )
        _insert(
            cursor,
            "inventory_stockmovement",
            [
                {
                    "id": uuid.uuid4(),
                    "business_id": business,
                    "created_at": now,
                    "product_id": pk,
                    "storefront_id": store,
                    "kind": "sale",
                    "quantity": -UNITS,
                    "balance_after": left[pk] - UNITS,
                    "reason": "",
                    "document_id": sale,
                    "by_id": by,
                    "at": now,
                }
                for pk in ids
            ],
        )
        cursor.execute(
            "INSERT INTO sales_invoicecounter VALUES (%s, 1) ON CONFLICT (business_id)"
            " DO UPDATE SET last = sales_invoicecounter.last + 1 RETURNING last",
            [business],
        )
        number = f"INV-{cursor.fetchone()[0]:06d}"
        _insert(
            cursor,
            "sales_sale",
            [
                {
                    "id": sale,
                    "business_id": business,
                    "created_at": now,
                    "kind": "sale",
                    "number": number,
                    "storefront_id": store,
                    "sold_by_id": by,
                    "sold_at": now,
                    "price_tier": "retail",
                    "subtotal": till.total,
                    "discount": 0,
                    "tax": 0,
                    "total": till.total,
                    "paid": till.total,
                    "settled_at": now,
                    "note": "",
                    "imported": False,
                    "dispute_reason": "",
                    "credit_approval_reason": "",
                    "time_known": True,
                    "client_id": "",
                    "issued_to": "",
                }
            ],
        )
        _insert(
            cursor,
            "sales_saleline",
            [
                {
                    "id": uuid.uuid4(),
                    "business_id": business,
                    "created_at": now,
                    "sale_id": sale,
                    "product_id": pk,
                    "storefront_id": store,
                    "sold_at": now,
                    "position": place,
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
                for place, pk in enumerate(ids)
            ],
        )
        _insert(
            cursor,
            "sales_payment",
            [
                {
                    "id": payment,
                    "business_id": business,
                    "created_at": now,
                    "kind": "received",
                    "sale_id": sale,
                    "storefront_id": store,
                    "method": "cash",
                    "network": "",
                    "amount": till.total,
                    "allocated": till.total,
                    "reference": "",
                    "client_id": "",
                    "note": "",
                    "received_by_id": by,
                    "received_at": now,
                    "imported": False,
                }
            ],
        )
        _insert(
            cursor,
            "sales_paymentallocation",
            [
                {
                    "id": uuid.uuid4(),
                    "business_id": business,
                    "created_at": now,
                    "invoice_id": sale,
                    "payment_id": payment,
                    "amount": till.total,
                    "at": now,
                }
            ],
        )


def _insert(cursor: Any, table: str, rows: list[dict[str, Any]]) -> None:
    columns, row = ", ".join(rows[0]), f"({', '.join(['%s'] * len(rows[0]))})"
    sql = f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * len(rows))}"  # noqa: S608 - names of our own
    cursor.execute(sql, [value for values in rows for value in values.values()])
