"""Migrations' means to note each change of a table in `inventory_change`. PostgreSQL only: SQLite drops the triggers
of a table that it alters."""

from typing import Any

from django.db.migrations import RunPython

FUNCTION = """
CREATE OR REPLACE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed jsonb;
BEGIN
    IF TG_OP = 'DELETE' THEN changed := to_jsonb(OLD); ELSE changed := to_jsonb(NEW); END IF;
    INSERT INTO inventory_change (business_id, kind, row_id, position)
    VALUES ((changed->>'business_id')::uuid, TG_ARGV[0], (changed->>TG_ARGV[1])::uuid,
            pg_current_xact_id()::text::bigint)
    ON CONFLICT (business_id, kind, row_id) DO UPDATE SET position = EXCLUDED.position
    WHERE inventory_change.position <> EXCLUDED.position;
    RETURN NULL;
END $$
"""
TRIGGER = """
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION note_change('{kind}', '{column}')
"""


def note_changes(tables: dict[str, tuple[str, str]]) -> RunPython:
    """The operation that starts noting changes: by table, the kind that is written and the column of its row's id."""

    def start(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(FUNCTION)
            for table, (kind, column) in tables.items():
                editor.execute(TRIGGER.format(table=table, kind=kind, column=column))

    def stop(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            for table in tables:
                editor.execute(f"DROP TRIGGER note_change ON {table}")

    return RunPython(start, stop)
