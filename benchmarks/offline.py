"""A till that comes back on line: 500 sales sent at once, and the first download of 5,000 products."""

import datetime as dt
import time
from typing import Any

from rest_framework.test import APIClient

from accounts.models import Storefront
from accounts.tests.builders import make_business, make_member, make_storefront
from benchmarks.checkout import client_of
from benchmarks.timing import say
from common import clock
from common.tenancy import Role
from inventory.models import Product, Stock
from sales.models import Customer, Sale
from sales.tests.builders import make_customer

URL = "/sales/api/sync/"
PRODUCTS, CUSTOMERS, SALES, LINES = 5_000, 500, 500, 3
EVERY_ACCOUNT, EVERY_MOMO = 10, 3
"""One sale in so many is on account, or paid by mobile money with its reference; the others are paid in cash."""


def run() -> None:
    """Print how long each takes, once cold, and the size of the download."""
    business = make_business()
    storefront = make_storefront(business)
    goods, customers = _goods(storefront), _customers(storefront)
    till = client_of(make_member(business, Role.CASHIER))
    _download(till)
    _send(till, storefront, goods, customers)


def _download(till: APIClient) -> None:
    started, cpu = time.perf_counter(), time.process_time()
    answer = till.get(URL, HTTP_ACCEPT_ENCODING="gzip")
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    assert answer.status_code == 200, answer.content
    size = f"{len(answer.content) / 1e6:.2f} MB gzipped"
    say(f"  first download of {PRODUCTS:,} products   {seconds:>6.2f} s   {cpu:.2f} s of our own processor   {size}")


def _send(till: APIClient, storefront: Storefront, goods: list[Product], customers: list[Customer]) -> None:
    items = [_item(number, storefront, goods, customers) for number in range(SALES)]
    for what in ("sent", "sent again"):
        started, cpu = time.perf_counter(), time.process_time()
        answer = till.post(URL, {"items": items}, format="json")
        seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
        assert answer.status_code == 200, answer.content
        assert {row["status"] for row in answer.json()["results"]} <= {"taken", "repeated"}, answer.content[:2000]
        assert Sale.objects.of(storefront.business_id).count() == SALES
        say(f"  {SALES} sales of {LINES} lines {what:<14} {seconds:>6.2f} s   {cpu:.2f} s of our own processor")


def _item(number: int, storefront: Storefront, goods: list[Product], customers: list[Customer]) -> dict[str, Any]:
    sold = [goods[(number * 7 + place * 31) % len(goods)] for place in range(LINES)]
    total = sum(product.retail_price for product in sold)
    body: dict[str, Any] = {
        "storefront_id": str(storefront.pk),
        "lines": [{"product_id": str(product.pk), "quantity": "1"} for product in sold],
    }
    if number % EVERY_ACCOUNT == 0:
        body["customer_id"] = str(customers[number % len(customers)].pk)
    elif number % EVERY_MOMO == 0:
        reference = f"MP{number:010d}"
        body["payments"] = [{"method": "mobile_money", "network": "mtn", "amount": str(total), "reference": reference}]
    else:
        body["payments"] = [{"method": "cash", "amount": str(total)}]
    at = clock.now() - dt.timedelta(seconds=30 * (SALES - number))
    return {"client_id": f"till-1-{number}", "kind": "sale", "at": at.isoformat(), "body": body}


def _goods(storefront: Storefront) -> list[Product]:
    goods = Product.objects.bulk_create(
        Product(
            business_id=storefront.business_id,
            sku=f"P{number:05d}",
            name=f"Product of the shop number {number}",
            barcode=f"60{number:011d}",
            retail_price=5 + number % 90,
            cost=3,
            unit="piece",
        )
        for number in range(PRODUCTS)
    )
    Stock.objects.bulk_create(
        Stock(business_id=storefront.business_id, product=product, storefront=storefront, quantity=1_000)
        for product in goods
    )
    return goods


def _customers(storefront: Storefront) -> list[Customer]:
    return [make_customer(storefront.business, f"Customer {n}", credit_limit=100_000) for n in range(CUSTOMERS)]
