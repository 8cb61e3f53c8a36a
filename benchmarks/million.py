"""Fills a business with many sale lines, inside PostgreSQL: two years of trade, four lines a sale."""

import uuid
from typing import Any

from django.db import connection, transaction

from accounts.models import Storefront
from benchmarks.rows import insert
from inventory.models import Category, Product
from sales.models import Customer, Sale, SaleLine

LINES_PER_SALE = 4
DAYS = 730
TRADE = """
CREATE TEMP TABLE made ON COMMIT DROP AS
SELECT gen_random_uuid() AS id, %(first)s + n AS number,
       date_trunc('day', now()) - (n %% %(days)s + 1) * interval '1 day'
           + (8 * 3600 + n * 7919 %% 43200) * interval '1 second' AS sold_at,
       s.id AS storefront_id, CASE WHEN n %% 3 = 0 THEN c.id END AS customer_id
FROM generate_series(1, %(sales)s) n
JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS place FROM accounts_storefront
      WHERE business_id = %(business)s) s ON s.place = n %% 3
JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS place FROM sales_customer
      WHERE business_id = %(business)s) c ON c.place = n * 31 %% 2000;

CREATE TEMP TABLE sold ON COMMIT DROP AS
SELECT m.id AS sale_id, m.storefront_id, m.sold_at, l AS position, 1 + (m.number + l) %% 5 AS quantity, p.*
FROM made m
CROSS JOIN generate_series(0, %(lines_per_sale)s - 1) l
JOIN (SELECT id AS product_id, retail_price, cost, row_number() OVER (ORDER BY sku) - 1 AS place
      FROM inventory_product WHERE business_id = %(business)s) p ON p.place = (m.number * 17 + l * 131) %% 500;
"""
SALES = """
made m JOIN (SELECT sale_id, sum(quantity * retail_price) AS total FROM sold GROUP BY 1) v ON v.sale_id = m.id"""


def fill(business_id: uuid.UUID, lines: int) -> None:
    """Add sales until the business has `lines` sale lines, paid at the till; then refresh the planner's statistics.

    The same business always gets the same figures for the same number of lines and the same day.
    """
    values: dict[str, Any] = {"business": business_id, "days": DAYS, "lines_per_sale": LINES_PER_SALE}
    with transaction.atomic(), connection.cursor() as cursor:
        first = Sale.objects.of(business_id).count()
        if not first:
            _set_up(values)
        values |= {"first": first, "sales": lines // LINES_PER_SALE - first}
        if values["sales"] > 0:
            cursor.execute(TRADE, values)
            _sell(values)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE sales_sale, sales_saleline, inventory_product, sales_customer")


def _set_up(values: dict[str, Any]) -> None:
    insert(Storefront, {"name": "'Shop ' || n"}, "generate_series(1, 3) n", values)
    insert(Category, {"name": "'Category ' || n"}, "generate_series(1, 12) n", values)
    product = {
        "sku": "'P' || n",
        "name": "'Product ' || n",
        "category_id": "c.id",
        "cost": "6 + n %% 90",
        "retail_price": "10 + n %% 90",
        "unit": "'piece'",
    }
    categories = """generate_series(1, 500) n
        JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS place FROM inventory_category
              WHERE business_id = %(business)s) c ON c.place = n %% 12"""
    insert(Product, product, categories, values)
    insert(Customer, {"name": "'Customer ' || n", "terms_days": "30"}, "generate_series(1, 2000) n", values)


def _sell(values: dict[str, Any]) -> None:
    sale = {
        "id": "m.id",
        "created_at": "m.sold_at",
        "number": "'B-' || m.number",
        "storefront_id": "m.storefront_id",
        "customer_id": "m.customer_id",
        "sold_at": "m.sold_at",
        "subtotal": "v.total",
        "total": "v.total",
        "paid": "v.total",
        "settled_at": "m.sold_at",
        "imported": "true",
    }
    insert(Sale, sale, SALES, values)
    same = ("sale_id", "product_id", "storefront_id", "sold_at", "position", "quantity")
    line = {name: name for name in same} | {
        "created_at": "sold_at",
        "unit_price": "retail_price",
        "unit_cost": "cost",
        "revenue": "quantity * retail_price",
        "cost": "quantity * cost",
    }
    insert(SaleLine, line, "sold", values)
