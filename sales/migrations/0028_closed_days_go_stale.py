from django.db import migrations

from common.indexes import on_postgresql

FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(1684107116, hashtext(business_id::text))
    FROM (SELECT DISTINCT business_id FROM {rows}) AS changed;
    INSERT INTO sales_staleday (closed_day_id)
    SELECT DISTINCT closed.id FROM (SELECT DISTINCT business_id, sold_at FROM {rows}) AS changed
    JOIN sales_closedday AS closed ON closed.business_id = changed.business_id
        AND closed.starts_at <= changed.sold_at AND closed.starts_at > changed.sold_at - interval '2 days'
        AND closed.ends_at > changed.sold_at;
    RETURN NULL;
END $$
"""
TRIGGER = """
CREATE TRIGGER {name} AFTER {event} ON sales_saleline
REFERENCING {tables} FOR EACH STATEMENT EXECUTE FUNCTION {name}()
"""
BOTH = "(SELECT business_id, sold_at FROM before UNION SELECT business_id, sold_at FROM after) AS either"
TRIGGERS = (
    ("line_added", "INSERT", "NEW TABLE AS after", "after"),
    ("line_changed", "UPDATE", "OLD TABLE AS before NEW TABLE AS after", BOTH),
    ("line_removed", "DELETE", "OLD TABLE AS before", "before"),
)
START = [
    statement.format(name=name, event=event, tables=tables, rows=rows)
    for name, event, tables, rows in TRIGGERS
    for statement in (FUNCTION, TRIGGER)
]
FORGET = [f"DELETE FROM {table}" for table in ("sales_staleday", "sales_daytotal", "sales_closedday")]
"""What nobody watches no longer stands."""
STOP = [*FORGET, *(f"DROP FUNCTION IF EXISTS {name} CASCADE" for name, *_ in TRIGGERS)]


class Migration(migrations.Migration):
    """Whoever writes lines marks the closed days they fall on as stale, in the same transaction.

    Writers share the advisory lock that `sales.services.day_totals` takes alone to add a day up: what it cannot see yet
    is marked once it is done. Marks are only added, so writers never wait for one another.
    """

    dependencies = [("sales", "0027_day_totals")]

    operations = [migrations.RunPython(on_postgresql(*START), on_postgresql(*STOP))]
