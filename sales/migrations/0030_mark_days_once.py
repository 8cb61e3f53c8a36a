from django.db import migrations

from common.indexes import on_postgresql

FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(1684107116, hashtext(business_id::text))
    FROM (SELECT DISTINCT business_id FROM {rows}) AS changed;
    INSERT INTO sales_staleday (closed_day_id)
    SELECT DISTINCT closed.id
    FROM (
        SELECT business_id, min(sold_at) AS earliest, max(sold_at) AS latest
        FROM {rows} GROUP BY business_id, (sold_at AT TIME ZONE 'UTC')::date
    ) AS changed
    CROSS JOIN LATERAL (
        SELECT id FROM sales_closedday
        WHERE business_id = changed.business_id AND starts_at <= changed.latest AND ends_at > changed.earliest
            AND starts_at > changed.earliest - interval '2 days'
            AND NOT EXISTS (SELECT FROM sales_staleday WHERE closed_day_id = sales_closedday.id)
        OFFSET 0  -- from the index, a few rows for each day, rather than all days of the business
    ) AS closed;
    RETURN NULL;
END $$
"""
BOTH = "(SELECT business_id, sold_at FROM before UNION ALL SELECT business_id, sold_at FROM after) AS either"
FUNCTIONS = [
    FUNCTION.format(name=name, rows=rows)
    for name, rows in (("line_added", "after"), ("line_changed", BOTH), ("line_removed", "before"))
]
EMPTIED = """
CREATE OR REPLACE FUNCTION lines_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sales_staleday (closed_day_id) SELECT id FROM sales_closedday;
    RETURN NULL;
END $$
"""
TRIGGER = """
CREATE TRIGGER lines_emptied AFTER TRUNCATE ON sales_saleline
FOR EACH STATEMENT EXECUTE FUNCTION lines_emptied()
"""
STOP = "DROP FUNCTION IF EXISTS lines_emptied CASCADE"


class Migration(migrations.Migration):
    """Lines mark each closed day once, found by the calendar days they fall on: an import has few days and many moments.

    No closed day lies between the earliest and the latest moment of a calendar day without one of them in it. A mark
    that is seen stays until the writer is done: only who holds the lock alone takes marks away.
    """

    dependencies = [("sales", "0029_invoices_by_customer")]

    operations = [migrations.RunPython(on_postgresql(*FUNCTIONS, EMPTIED, TRIGGER), on_postgresql(STOP))]
