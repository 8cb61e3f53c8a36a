"""The free credits of the standard plan: on the first AI use of a calendar month, gone when the month ends."""

import datetime as dt
import uuid

from accounts.models import Subscription
from ai_features.models import BusinessAISettings, CreditLot
from ai_features.queries import plans
from ai_features.services.billing import lots
from common import clock

Source = CreditLot.Source


def grant_if_due(own: BusinessAISettings | None) -> CreditLot | None:
    """The month's lot, once; None where it is not due, or was not a moment ago. Looked at once a day.

    Due to a business whose owner has agreed to AI and whose storefront subscription is paid, not in the month of its
    free trial, and not beside an add-on or a plan.
    """
    today = clock.today()
    if own is None or own.consent_id is None or own.monthly_asked_on == today:
        return None
    BusinessAISettings.objects.filter(pk=own.pk).update(monthly_asked_on=today)
    own.monthly_asked_on = today
    credits = plans.one("standard").credits
    if not credits or not _is_due(own.business_id, today):
        return None
    month = today.replace(day=1)
    return lots.grant(
        business_id=own.business_id,
        credits=credits,
        source=Source.PLAN,
        expires_at=clock.start_of((month + dt.timedelta(days=32)).replace(day=1)),
        reason=f"Standard plan, {month:%B %Y}",
        key=f"standard:{month:%Y-%m}",
    )


def _is_due(business_id: uuid.UUID, today: dt.date) -> bool:
    paid = Subscription.objects.filter(pk=business_id, status=Subscription.Status.ACTIVE, renews_on__gte=today)
    month = clock.start_of(today.replace(day=1))
    trial = CreditLot.objects.of(business_id).filter(source=Source.TRIAL, created_at__gte=month)
    return paid.exists() and not trial.exists() and plans.running(business_id) is None
