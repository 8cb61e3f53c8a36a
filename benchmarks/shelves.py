"""Fills a business with goods at two storefronts and two years of what was sold of them, inside PostgreSQL."""

import uuid
from typing import Any

from django.db import connection, transaction

STATEMENTS = """
INSERT INTO inventory_supplier (id, business_id, created_at, name, phone, email, lead_time_days)
SELECT gen_random_uuid(), %(business)s, now(), 'Supplier ' || n, '', '', 3 + n %% 12 FROM generate_series(1, 40) n;

INSERT INTO inventory_product (id, business_id, created_at, sku, name, supplier_id, barcode, brand, unit, cost,
                               retail_price, reorder_level, attributes, description, tracks_stock, is_active)
SELECT gen_random_uuid(), %(business)s, now(), 'P' || n, 'Product ' || n, s.id, '', '', 'piece', 6 + n %% 90,
       10 + n %% 90, 5, '{}', '', true, true
FROM generate_series(1, %(products)s) n
JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS place FROM inventory_supplier
      WHERE business_id = %(business)s) s ON s.place = n %% 40;

CREATE TEMP TABLE drawn ON COMMIT DROP AS
SELECT gen_random_uuid() AS sale_id, n, p.*, f.id AS storefront_id, 1 + n %% 3 AS quantity,
       date_trunc('day', now()) - (1 + n %% 730) * interval '1 day' + (8 + n %% 10) * interval '1 hour' AS sold_at
FROM (SELECT n, floor(%(products)s * power(random(), 2)) AS place, n %% 2 AS shop
      FROM generate_series(1, %(lines)s) n) d
JOIN (SELECT id AS product_id, cost, retail_price, row_number() OVER (ORDER BY sku) - 1 AS place
      FROM inventory_product WHERE business_id = %(business)s) p USING (place)
JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS shop FROM accounts_storefront
      WHERE business_id = %(business)s) f USING (shop);

INSERT INTO sales_sale (id, business_id, created_at, kind, number, storefront_id, sold_at, time_known, price_tier,
    subtotal, discount, tax, total, paid, settled_at, note, imported, dispute_reason, credit_approval_reason,
    issued_to, client_id)
SELECT sale_id, %(business)s, sold_at, 'sale', 'B-' || n, storefront_id, sold_at, true, 'retail',
    quantity * retail_price, 0, 0, quantity * retail_price, quantity * retail_price, sold_at, '', false, '', '', '', ''
FROM drawn;

INSERT INTO sales_saleline (id, business_id, created_at, sale_id, product_id, storefront_id, sold_at, position,
    quantity, unit_price, unit_cost, price_tier, discount, tax, revenue, cost)
SELECT gen_random_uuid(), %(business)s, sold_at, sale_id, product_id, storefront_id, sold_at, 0, quantity,
    retail_price, cost, 'retail', 0, 0, quantity * retail_price, quantity * cost FROM drawn;

INSERT INTO inventory_stockmovement (id, business_id, created_at, product_id, storefront_id, kind, quantity,
    balance_after, reason, at)
SELECT gen_random_uuid(), %(business)s, sold_at, product_id, storefront_id, 'sale', -quantity, n %% 40, '', sold_at
FROM drawn;

INSERT INTO inventory_stock (id, business_id, created_at, product_id, storefront_id, quantity)
SELECT gen_random_uuid(), %(business)s, now(), product_id, storefront_id, max(n) %% 60
FROM drawn GROUP BY product_id, storefront_id;
"""


def fill(business_id: uuid.UUID, *, products: int, lines: int) -> None:
    """Goods, their stock, and `lines` sale lines with as many movements; a few goods sell much, most sell little.

    The business has two storefronts already.
    """
    values: dict[str, Any] = {"business": business_id, "products": products, "lines": lines}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(STATEMENTS, values)
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE sales_sale, sales_saleline, inventory_product, inventory_stock, inventory_stockmovement"
        )
