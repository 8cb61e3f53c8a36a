"""The mailboxes of owners who have had their trial already have no other."""

from django.db import migrations


def claim(apps, schema_editor):
    from ai_features.services.billing.trials import mailbox

    Lot, Claim = apps.get_model("ai_features", "CreditLot"), apps.get_model("ai_features", "AITrialClaim")
    had = Lot.objects.filter(source="trial").exclude(by=None).values_list("business_id", "by__email")
    claims = [Claim(business_id=business_id, mailbox=mailbox(email)) for business_id, email in had.iterator()]
    Claim.objects.bulk_create(claims, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("ai_features", "0010_trial_claims")]

    operations = [migrations.RunPython(claim, migrations.RunPython.noop)]
