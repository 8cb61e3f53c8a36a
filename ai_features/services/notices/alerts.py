"""Alerts that time brings, and the words of every alert. Those of a balance are written where it changes."""

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal
from smtplib import SMTPException

import structlog
from django.conf import settings
from django.core.mail import send_mail
from django.db.models import F, QuerySet

from ai_features.models import AIUsageAlert, BusinessAICredits, CreditLot
from ai_features.services.notices import messages
from common import clock, isolated_work, money

log = structlog.get_logger("ai_features.messages")
Type = AIUsageAlert.Type
AHEAD = (30, 7)
MONTHLY = (CreditLot.Source.ADDON, CreditLot.Source.PLAN, CreditLot.Source.ROLLOVER)
TO_STAFF = (Type.COST, Type.FAIR_USE_END)


def warn_of_expiry() -> Iterator[tuple[str, str]]:
    """One alert for each lot that still holds credits, 30 and 7 days before it expires: (lot, days).

    A lot that comes with less than 30 days, such as a month of the add-on, is warned of 7 days ahead alone.
    """
    return isolated_work.each(
        [(lot, days) for days in AHEAD for lot in _about_to_expire(days)], _warn, name="expiry_warnings"
    )


def warn_of_cost() -> Iterator[tuple[str, str]]:
    """One alert a month for each business whose models have cost us more than the threshold: (business, GHS)."""
    month = clock.today().replace(day=1)
    dear = BusinessAICredits.objects.filter(month=month, month_cost__gte=settings.AI_COST_ALERT_THRESHOLD)
    told = AIUsageAlert.objects.filter(key=f"cost:{month:%Y-%m}").values("business_id")
    return isolated_work.each(list(dear.exclude(pk__in=told)), _warn_of_cost, name="cost_alerts")


def queue_unsent() -> Iterator[tuple[str, str]]:
    """Write the messages of alerts that have none yet: (type, alert). What costs us goes to our own staff."""
    unsent = AIUsageAlert.objects.filter(sent_at=None, messages=None).select_related("lot")
    return isolated_work.each(list(unsent.order_by("created_at")), _queue, name="alerts")


def _about_to_expire(days: int) -> QuerySet[CreditLot]:
    """Lots to warn of so many days ahead, that were not yet."""
    now = clock.now()
    nearer = now + dt.timedelta(days=min((d for d in AHEAD if d < days), default=0))
    soon = CreditLot.objects.filter(
        remaining__gt=F("locked"), expires_at__gt=nearer, expires_at__lte=now + dt.timedelta(days=days)
    ).exclude(created_at__gt=F("expires_at") - dt.timedelta(days=days))
    soon = soon.exclude(source=CreditLot.Source.PLAN, purchase=None)
    if days == max(AHEAD):
        soon = soon.exclude(source__in=MONTHLY)
    return soon.exclude(pk__in=_warned(days))


def _warn(lot_and_days: tuple[CreditLot, int]) -> tuple[str, str] | None:
    lot, days = lot_and_days
    return (str(lot.pk), str(days)) if _write(lot, days) else None


def _warn_of_cost(account: BusinessAICredits) -> tuple[str, str] | None:
    _, is_new = AIUsageAlert.objects.get_or_create(
        business_id=account.business_id,
        key=f"cost:{account.month:%Y-%m}",
        defaults={
            "alert_type": Type.COST,
            "current_balance": account.balance,
            "threshold": settings.AI_COST_ALERT_THRESHOLD,
        },
    )
    return (str(account.business_id), money.plain(account.month_cost)) if is_new else None


def _queue(alert: AIUsageAlert) -> tuple[str, str]:
    if alert.alert_type in TO_STAFF:
        _tell_staff(alert)
    elif not messages.queue(
        alert.business_id, key=f"alert:{alert.pk}", subject=_subject(alert), text=_text(alert), alert=alert
    ):
        _mark_sent(alert)
    return alert.alert_type, str(alert.pk)


def _warned(days: int) -> QuerySet[AIUsageAlert, uuid.UUID | None]:
    warned = AIUsageAlert.objects.filter(alert_type=Type.EXPIRING, threshold=days).exclude(lot=None)
    return warned.values_list("lot_id", flat=True)


def _write(lot: CreditLot, days: int) -> bool:
    balance = BusinessAICredits.objects.values_list("balance", flat=True).get(pk=lot.business_id)
    _, is_new = AIUsageAlert.objects.get_or_create(
        business_id=lot.business_id,
        key=f"expiring:{lot.pk}:{days}",
        defaults={
            "alert_type": Type.EXPIRING,
            "current_balance": balance,
            "threshold": Decimal(days),
            "lot": lot,
        },
    )
    return is_new


def _tell_staff(alert: AIUsageAlert) -> None:
    """To the address of `STAFF_EMAIL`; without one the alert is in the admin alone."""
    if settings.STAFF_EMAIL:
        try:
            send_mail(_subject(alert), _text(alert), settings.DEFAULT_FROM_EMAIL, [settings.STAFF_EMAIL])
        except (SMTPException, OSError) as problem:
            log.warning("staff_alert_not_sent", problem=type(problem).__name__)
            return  # still unsent, so the next run tries again
    _mark_sent(alert)


def _mark_sent(alert: AIUsageAlert) -> None:
    AIUsageAlert.objects.filter(pk=alert.pk).update(sent_at=clock.now())


def _subject(alert: AIUsageAlert) -> str:
    return {
        Type.LOW_BALANCE: "Your AI credits are running low",
        Type.DEPLETED: "Your AI credits are used up",
        Type.EXPIRING: "Some of your AI credits are about to expire",
        Type.EXPIRED: "Some of your AI credits have expired",
        Type.COST: f"Cost of models: business {alert.business_id}",
        Type.FAIR_USE: "Your plan's fair use is nearly reached",
        Type.FAIR_USE_END: f"Fair use reached: business {alert.business_id}",
    }[Type(alert.alert_type)]


def _text(alert: AIUsageAlert) -> str:
    """Short, and in letters that an SMS carries as one part."""
    balance = f"{alert.current_balance:,.2f}"
    until = f"{clock.local_date(alert.lot.expires_at):%d/%m/%Y}" if alert.lot and alert.lot.expires_at else ""
    left = f"{alert.lot.remaining:,.2f}" if alert.lot else ""
    buy = f"Buy more: {settings.FRONTEND_URL}"
    return {
        Type.LOW_BALANCE: f"Your AI credit balance is {balance}, below {alert.threshold:,.2f}. {buy}",
        Type.DEPLETED: f"Your AI credits are used up. {buy}",
        Type.EXPIRING: f"{left} AI credits expire on {until}. Your balance is {balance}.",
        Type.EXPIRED: f"AI credits expired on {until}. Your balance is {balance}. {buy}",
        Type.FAIR_USE: (
            f"{balance} of {alert.threshold:,.2f} credits of this month's fair use are used. "
            "Beyond it answers stay free and are worded more simply."
        ),
        Type.FAIR_USE_END: (
            f"One business has used the {alert.threshold:,.2f} credits of its plan's fair use before its month ended. "
            "Please call them."
        ),
        Type.COST: f"The models of one business have cost more than {money.written(alert.threshold)} this month.",
    }[Type(alert.alert_type)]
