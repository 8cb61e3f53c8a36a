"""What is not paid yet is asked about again; a saved card keeps the email of the payment that saved it."""

from typing import Any

from django.db import migrations
from django.db.models import F, OuterRef, Subquery


def ask_again(apps: Any, schema_editor: Any) -> None:
    purchases = apps.get_model("ai_features", "AICreditPurchase").objects
    unpaid = purchases.filter(payment_status__in=("pending", "failed"), next_check_at=None)
    unpaid.exclude(reason__startswith="Paystack refused").update(next_check_at=F("created_at"))
    by_card = purchases.filter(addon=OuterRef("pk"), payment_status="completed").exclude(email="")
    saved = apps.get_model("ai_features", "AIMonthlyAddon").objects.exclude(authorization_code="")
    saved.filter(purchases__payment_status="completed").update(
        email=Subquery(by_card.order_by("purchased_at").values("email")[:1])
    )


class Migration(migrations.Migration):
    dependencies = [("ai_features", "0007_payments_asked_about")]
    operations = [migrations.RunPython(ask_again, migrations.RunPython.noop)]
