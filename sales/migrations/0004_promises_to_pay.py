from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sales", "0003_payments_paid_back")]

    operations = [
        migrations.AlterModelOptions(
            name="promisetopay",
            options={"ordering": ["-due_on", "-id"], "verbose_name_plural": "promises to pay"},
        ),
    ]
