"""Fills a business with goods at two storefronts and two years of what was sold of them, inside PostgreSQL."""

import uuid
from typing import Any

from django.db import connection, transaction

from benchmarks.rows import insert
from inventory.models import Product, Stock, StockMovement, Supplier
from sales.models import Sale, SaleLine

DRAWN = """
CREATE TEMP TABLE drawn ON COMMIT DROP AS
SELECT gen_random_uuid() AS sale_id, n, p.*, f.id AS storefront_id, 1 + n %% 3 AS quantity,
       date_trunc('day', now()) - (1 + n %% 730) * interval '1 day' + (8 + n %% 10) * interval '1 hour' AS sold_at
FROM (SELECT n, floor(%(products)s * power(random(), 2)) AS place, n %% 2 AS shop
      FROM generate_series(1, %(lines)s) n) d
JOIN (SELECT id AS product_id, cost, retail_price, row_number() OVER (ORDER BY sku) - 1 AS place
      FROM inventory_product WHERE business_id = %(business)s) p USING (place)
JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS shop FROM accounts_storefront
      WHERE business_id = %(business)s) f USING (shop);
"""


def fill(business_id: uuid.UUID, *, products: int, lines: int) -> None:
    """Goods, their stock, and `lines` sale lines with as many movements; a few goods sell much, most sell little.

    The business has two storefronts already.
    """
    values: dict[str, Any] = {"business": business_id, "products": products, "lines": lines}
    with transaction.atomic(), connection.cursor() as cursor:
        _stock_up(values)
        cursor.execute(DRAWN, values)
        _sell(values)
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE sales_sale, sales_saleline, inventory_product, inventory_stock, inventory_stockmovement"
        )


def _stock_up(values: dict[str, Any]) -> None:
    supplier = {"name": "'Supplier ' || n", "lead_time_days": "3 + n %% 12"}
    insert(Supplier, supplier, "generate_series(1, 40) n", values)
    product = {
        "sku": "'P' || n",
        "name": "'Product ' || n",
        "supplier_id": "s.id",
        "unit": "'piece'",
        "cost": "6 + n %% 90",
        "retail_price": "10 + n %% 90",
    }
    suppliers = """generate_series(1, %(products)s) n
        JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS place FROM inventory_supplier
              WHERE business_id = %(business)s) s ON s.place = n %% 40"""
    insert(Product, product, suppliers, values)


def _sell(values: dict[str, Any]) -> None:
    same = {name: name for name in ("storefront_id", "sold_at", "quantity")} | {"created_at": "sold_at"}
    worth = "quantity * retail_price"
    insert(
        Sale,
        {
            "id": "sale_id",
            "created_at": "sold_at",
            "number": "'B-' || n",
            "storefront_id": "storefront_id",
            "sold_at": "sold_at",
            "subtotal": worth,
            "total": worth,
            "paid": worth,
            "settled_at": "sold_at",
        },
        "drawn",
        values,
    )
    insert(
        SaleLine,
        same
        | {
            "sale_id": "sale_id",
            "product_id": "product_id",
            "unit_price": "retail_price",
            "unit_cost": "cost",
            "revenue": worth,
            "cost": "quantity * cost",
        },
        "drawn",
        values,
    )
    moved = {
        "created_at": "sold_at",
        "product_id": "product_id",
        "storefront_id": "storefront_id",
        "kind": "'sale'",
        "quantity": "-quantity",
        "balance_after": "n %% 40",
        "at": "sold_at",
    }
    insert(StockMovement, moved, "drawn", values)
    left = {"product_id": "product_id", "storefront_id": "storefront_id", "quantity": "max(n) %% 60"}
    insert(Stock, left, "drawn GROUP BY product_id, storefront_id", values)
