"""The trigger that notes which customers changed, for tills."""

from django.db import migrations

from common.change_triggers import note_changes


class Migration(migrations.Migration):
    dependencies = [("sales", "0014_voids_and_exchanges"), ("inventory", "0014_note_changes")]

    operations = [note_changes({"sales_customer": ("customers", "id")})]
