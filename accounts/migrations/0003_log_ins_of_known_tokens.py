"""Every token that was given out before is a log-in that its user can see and end."""

from django.conf import settings
from django.db import migrations


def name_tokens(apps, schema_editor):
    Token = apps.get_model(settings.KNOX_TOKEN_MODEL)
    LogIn = apps.get_model("accounts", "LogIn")
    known = Token.objects.filter(log_in=None).values_list("pk", flat=True)
    LogIn.objects.bulk_create([LogIn(token_id=pk) for pk in known.iterator()], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_log_ins_audit_exports")]

    operations = [migrations.RunPython(name_tokens, migrations.RunPython.noop)]
