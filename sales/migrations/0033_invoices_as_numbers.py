from django.db import migrations, models
from django.db.models import F, Q

from common.indexes import AddIndex, RemoveIndex, on_postgresql

INDEX = """
CREATE INDEX CONCURRENTLY invoices_as_numbers ON sales_sale (business_id, customer_id, (
    floor(date_part('epoch', sold_at AT TIME ZONE 'UTC'))::bigint::text || ',' ||
    COALESCE(due_date - DATE '1970-01-01', -1)::text || ',' ||
    COALESCE(floor(date_part('epoch', settled_at AT TIME ZONE 'UTC'))::bigint, -1)::text || ',' ||
    (total * 100)::bigint::text || ',' || ((total - paid) * 100)::bigint::text || ',' ||
    COALESCE(floor(date_part('epoch', disputed_at AT TIME ZONE 'UTC'))::bigint, -1)::text
)) INCLUDE (id, storefront_id, sold_at, due_date, settled_at, total, paid, disputed_at, kind)
WHERE kind IN ('sale', 'opening') AND (due_date IS NOT NULL OR paid < total) AND total > 0
"""
DROP = "DROP INDEX CONCURRENTLY IF EXISTS invoices_as_numbers"


class Migration(migrations.Migration):
    """Invoices are read by customer as texts of numbers that the index holds: working them out took most of the time.

    Allocations are read by time, to know what has changed since a day; and the few returns that have credit left.
    """

    atomic = False

    dependencies = [("sales", "0032_who_may_write_lines")]

    operations = [
        migrations.RunPython(on_postgresql(DROP, INDEX), on_postgresql(DROP)),
        RemoveIndex(model_name="sale", name="invoices_by_customer"),
        AddIndex(
            model_name="sale",
            index=models.Index(
                fields=["business", "customer"],
                condition=Q(kind="return") & Q(paid__gt=F("total")),
                name="returns_with_credit",
            ),
        ),
        AddIndex(
            model_name="paymentallocation",
            index=models.Index(fields=["business", "at"], include=("invoice", "amount"), name="allocations_in_time"),
        ),
    ]
