"""Fills a business with many sale lines, inside PostgreSQL: two years of trade, four lines a sale."""

import uuid
from typing import Any

from django.db import connection, transaction

LINES_PER_SALE = 4
DAYS = 730
SETTING = """
INSERT INTO accounts_storefront (id, business_id, created_at, name, address, phone, is_active)
SELECT gen_random_uuid(), %(business)s, now(), 'Shop ' || n, '', '', true FROM generate_series(1, 3) n;

INSERT INTO inventory_category (id, business_id, created_at, name)
SELECT gen_random_uuid(), %(business)s, now(), 'Category ' || n FROM generate_series(1, 12) n;

INSERT INTO inventory_product (id, business_id, created_at, sku, name, category_id, barcode, brand, unit, cost,
                               retail_price, reorder_level, attributes, description, tracks_stock, is_active)
SELECT gen_random_uuid(), %(business)s, now(), 'P' || n, 'Product ' || n, c.id, '', '', 'piece', 6 + n %% 90,
       10 + n %% 90, 5, '{}', '', true, true
FROM generate_series(1, 500) n
JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS place FROM inventory_category
      WHERE business_id = %(business)s) c ON c.place = n %% 12;

INSERT INTO sales_customer (id, business_id, created_at, name, phone, email, address, form_of_address, language,
                            price_tier, terms_days, credit_hold, credit_hold_reason, reminders_allowed,
        marketing_allowed)
SELECT gen_random_uuid(), %(business)s, now(), 'Customer ' || n, '', '', '', '', 'en', 'retail', 30, false, '', true,
        false
FROM generate_series(1, 2000) n;
"""
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

INSERT INTO sales_sale (id, business_id, created_at, kind, number, storefront_id, customer_id, sold_at, price_tier,
                        subtotal, discount, tax, total, paid, settled_at, note, imported, dispute_reason,
                        credit_approval_reason)
SELECT m.id, %(business)s, m.sold_at, 'sale', 'B-' || m.number, m.storefront_id, m.customer_id, m.sold_at, 'retail',
       v.total, 0, 0, v.total, v.total, m.sold_at, '', true, '', ''
FROM made m JOIN (SELECT sale_id, sum(quantity * retail_price) AS total FROM sold GROUP BY 1) v ON v.sale_id = m.id;

INSERT INTO sales_saleline (id, business_id, created_at, sale_id, product_id, storefront_id, sold_at, position,
                            quantity, unit_price, unit_cost, price_tier, discount, tax, revenue, cost)
SELECT gen_random_uuid(), %(business)s, sold_at, sale_id, product_id, storefront_id, sold_at, position, quantity,
       retail_price, cost, 'retail', 0, 0, quantity * retail_price, quantity * cost
FROM sold;
"""


def fill(business_id: uuid.UUID, lines: int) -> None:
    """Add sales until the business has `lines` sale lines, paid at the till; then refresh the planner's statistics.

    The same business always gets the same figures for the same number of lines and the same day.
    """
    values: dict[str, Any] = {"business": business_id, "days": DAYS, "lines_per_sale": LINES_PER_SALE}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sales_sale WHERE business_id = %s", [business_id])
        first = cursor.fetchone()[0]
        if not first:
            cursor.execute(SETTING, values)
        sales = lines // LINES_PER_SALE - first
        if sales > 0:
            cursor.execute(TRADE, values | {"first": first, "sales": sales})
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE sales_sale, sales_saleline, inventory_product, sales_customer")
