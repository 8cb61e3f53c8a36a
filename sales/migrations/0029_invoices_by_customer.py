from django.db import migrations, models
from django.db.models import F, Q

from common.indexes import AddIndex


class Migration(migrations.Migration):
    """Invoices are read by customer, whole and from an index alone."""

    atomic = False

    dependencies = [("sales", "0028_closed_days_go_stale")]

    operations = [
        AddIndex(
            model_name="sale",
            index=models.Index(
                fields=["business", "customer"],
                condition=Q(kind__in=("sale", "opening"))
                & (Q(due_date__isnull=False) | Q(paid__lt=F("total")))
                & Q(total__gt=0),
                include=("id", "storefront", "sold_at", "due_date", "settled_at", "total", "paid", "disputed_at", "kind"),
                name="invoices_by_customer",
            ),
        )
    ]
