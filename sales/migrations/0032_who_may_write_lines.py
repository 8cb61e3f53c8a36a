from django.db import migrations

from common.indexes import on_postgresql

FUNCTIONS = ("line_added", "line_changed", "line_removed", "lines_emptied", "lines_not_followed", "note_change")
REFUSE = """
CREATE OR REPLACE FUNCTION lines_not_followed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Sale lines are written at READ COMMITTED only, not at %', current_setting('transaction_isolation')
    USING ERRCODE = 'feature_not_supported', HINT = 'A transaction that sees an older state sees no day closed since.';
END $$
"""
TRIGGER = """
CREATE TRIGGER lines_not_followed BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON sales_saleline FOR EACH STATEMENT
WHEN (current_setting('transaction_isolation') IN ('repeatable read', 'serializable'))
EXECUTE FUNCTION lines_not_followed()
"""
HERE = """
DO $$ BEGIN
    EXECUTE format('ALTER FUNCTION {name}() SET search_path = pg_catalog, %I, pg_temp', current_schema());
END $$
"""
START = (REFUSE, TRIGGER, *(HERE.format(name=name) for name in FUNCTIONS))
STOP = (
    "DROP FUNCTION IF EXISTS lines_not_followed CASCADE",
    *(f"ALTER FUNCTION {name}() RESET search_path" for name in FUNCTIONS if name != "lines_not_followed"),
)


class Migration(migrations.Migration):
    """Functions of triggers find their tables whatever schemas a session looks in, as a restore of data alone does.

    A transaction that sees an older state cannot mark a day as stale that was closed since, so it writes no lines.
    """

    dependencies = [("sales", "0031_plainer_help_texts")]

    operations = [migrations.RunPython(on_postgresql(*START), on_postgresql(*STOP))]
