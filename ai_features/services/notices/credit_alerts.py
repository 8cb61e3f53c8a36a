"""The periodic scan of customers' credit: raises an alert once for each change, clears it when the signs are gone."""

import uuid
from collections.abc import Iterator

from django.db import transaction

from accounts.models import Business
from ai_features.models import CreditAlert, JobRun
from ai_features.services.notices import messages
from common import clock, isolated_work
from common.tenancy import MANAGEMENT, Caller
from reports import warning_signs
from reports.warning_signs import Warned
from sales.models import Sale

JOB = "credit_alerts"


def scan_all() -> Iterator[str]:
    """Once in each hour, scan every business that sells on account or has standing alerts; yields new alerts' ids."""
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    if JobRun.objects.filter(name=JOB, succeeded_at__gte=hour).exists():
        return
    selling = Sale.objects.filter(due_date__isnull=False).order_by().values("business_id")
    alerted = CreditAlert.objects.filter(cleared_at=None).order_by().values("business_id")
    businesses = Business.objects.filter(pk__in=selling.union(alerted)).order_by()
    ids = list(businesses.values_list("pk", flat=True))
    for made in isolated_work.each(ids, scan, name=JOB):
        yield from (str(alert.pk) for alert in made)


@transaction.atomic
def scan(business_id: uuid.UUID) -> list[CreditAlert]:
    """Bring the standing alerts of a business in line with the signs of today; the new ones.

    An alert whose signs are the same stands as it is. A new sign makes a new alert of all of them.
    """
    Business.objects.select_for_update(no_key=True).get(pk=business_id)
    warned = {each.customer_id: each for each in warning_signs.of_business(business_id)}
    standing = CreditAlert.objects.of(business_id).filter(cleared_at=None)
    known = {alert.customer_id: alert for alert in standing}
    over = [alert.pk for alert in known.values() if _is_over(alert, warned.get(alert.customer_id))]
    standing.filter(pk__in=over).update(cleared_at=clock.now())
    still = {customer for customer, alert in known.items() if alert.pk not in over}
    raised = [_alert(business_id, each) for customer, each in warned.items() if customer not in still]
    made = CreditAlert.objects.bulk_create(raised)
    _tell(business_id, made)
    return made


def _is_over(alert: CreditAlert, warned: Warned | None) -> bool:
    """Whether the signs are gone, or there are more of them now."""
    return warned is None or bool(set(warned.signs) - set(alert.signs))


def _alert(business_id: uuid.UUID, warned: Warned) -> CreditAlert:
    return CreditAlert(
        business_id=business_id,
        customer_id=warned.customer_id,
        severity=warned.severity,
        signs=warned.signs,
        outstanding_balance=warned.outstanding,
        credit_limit=warned.credit_limit,
        detected_at=clock.now(),
    )


def _tell(business_id: uuid.UUID, made: list[CreditAlert]) -> None:
    """One message for all new alerts of a scan, on the channels the business chose. Names stay in the app."""
    if not made:
        return
    who = "One customer shows" if len(made) == 1 else f"{len(made)} customers show"
    messages.queue(
        business_id,
        key=f"credit-alert:{made[0].pk}",
        subject="Customers whose credit needs a look",
        text=f"{who} new warning signs on credit. Please open the credit alerts.",
    )


def acknowledge(caller: Caller, alert_id: uuid.UUID, *, acknowledged: bool) -> CreditAlert:
    """Mark an alert as seen by this person, or as not seen. Raises `NotFound`, `NotAllowed`."""
    caller.require(*MANAGEMENT)
    alert = CreditAlert.objects.select_related("customer", "acknowledged_by").get_or_404(caller.business_id, alert_id)
    if acknowledged != (alert.acknowledged_at is not None):
        alert.acknowledged_at = clock.now() if acknowledged else None
        alert.acknowledged_by_id = caller.membership_id if acknowledged else None
        alert.save(update_fields=["acknowledged_at", "acknowledged_by"])
    return alert
