from django.db import migrations

from common.indexes import on_postgresql


class Migration(migrations.Migration):
    """Trigrams of numbers and notes, by business: a search of sales reads what it finds and no more."""

    atomic = False

    dependencies = [("sales", "0021_newest_first")]

    operations = [
        migrations.RunPython(
            on_postgresql(
                "CREATE EXTENSION IF NOT EXISTS pg_trgm",
                "CREATE EXTENSION IF NOT EXISTS btree_gin",
                "DROP INDEX CONCURRENTLY IF EXISTS sales_search",
                "CREATE INDEX CONCURRENTLY sales_search ON sales_sale USING gin"
                " (business_id, upper(number) gin_trgm_ops, upper(note) gin_trgm_ops)",
            ),
            on_postgresql("DROP INDEX CONCURRENTLY IF EXISTS sales_search"),
        )
    ]
