"""The months of an add-on or plan: what a payment for one brings, and what goes on from the last."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import QuerySet, Sum

from ai_features.models import AICreditPurchase, AIMonthlyAddon, CreditLot, LedgerEntry
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import invoices
from ai_features.services.payments.paystack import Charge
from common import clock, isolated_work, money

Status = AIMonthlyAddon.Status
MONTHS = (CreditLot.Source.ADDON, CreditLot.Source.PLAN)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of an add-on, locked, that a payment pays for."""

    addon: AIMonthlyAddon
    start: dt.date


def unpaid_month(purchase: AICreditPurchase) -> Month | None:
    """The month that a locked payment pays for; None when that month is paid already."""
    assert purchase.addon_id
    addon = AIMonthlyAddon.objects.select_for_update().get(pk=purchase.addon_id)
    start = _start_of_month(addon, purchase)
    return Month(addon, start) if start else None


def complete_month(purchase: AICreditPurchase, month: Month, charge: Charge) -> str:
    """Credit a paid month: its lot until the month's end, and the add-on moves on. Returns what was done."""
    replaced = _is_change(month.addon, purchase)
    purchase.period_start = month.start
    purchase.save()
    _move_on(month, purchase, charge)
    _grant(purchase, month.addon)
    if replaced:
        _carry_on(purchase, month.addon)
    invoices.issue(purchase)
    if not purchase.credits:
        return f"The plan runs until {month.addon.next_renewal_date}."
    return f"{purchase.credits} credits were added until {month.addon.next_renewal_date}."


def roll_over_due() -> Iterator[tuple[str, str]]:
    """Grant what rolls over for every month that has begun and is paid: (reference, credits). Each once."""
    today = clock.today()
    begun = AICreditPurchase.objects.filter(
        addon__isnull=False,
        payment_status=AICreditPurchase.Status.COMPLETED,
        period_start__lte=today,
        period_start__gt=today - dt.timedelta(days=31),
    ).exclude(lots__source=CreditLot.Source.ROLLOVER)
    ids = list(begun.order_by("period_start", "pk").values_list("pk", flat=True))
    return isolated_work.each(ids, _roll_over_month, name="addon_rollover")


def _roll_over_month(purchase_id: uuid.UUID) -> tuple[str, str] | None:
    with transaction.atomic():
        purchase = AICreditPurchase.objects.select_for_update().get(pk=purchase_id)
        assert purchase.addon
        lot = _roll_over(purchase, purchase.addon)
    return (purchase.payment_reference, str(lot.granted)) if lot else None


def month_after(addon: AIMonthlyAddon, start: dt.date) -> dt.date:
    """The day on which the month that begins on `start` ends: the start date's day of the month, or its last."""
    assert addon.start_date
    months = (start.year - addon.start_date.year) * 12 + start.month - addon.start_date.month + 1
    return addon.start_date + relativedelta(months=months)


def rolled_on(purchase: AICreditPurchase) -> QuerySet[CreditLot]:
    """The lot into which a month's unused credits rolled over. They roll no further: in the next month they are the
    first to be spent, and its own credits fill what rolls over from it.
    """
    ends = purchase.lots.filter(source__in=MONTHS).values_list("expires_at", flat=True).first()
    begins = clock.local_date(ends) if ends else None
    return CreditLot.objects.filter(
        purchase__addon_id=purchase.addon_id, purchase__period_start=begins, source=CreditLot.Source.ROLLOVER
    )


def end_refunded(purchase: AICreditPurchase) -> None:
    """End an add-on whose last paid month was given back: at once, or with the month before when it has not begun."""
    assert purchase.addon_id
    addon = AIMonthlyAddon.objects.select_for_update().get(pk=purchase.addon_id)
    if addon.status != Status.ACTIVE or purchase.period_start is None or addon.period_start != purchase.period_start:
        return
    addon.auto_renew, addon.cancelled_at, addon.end_date = False, clock.now(), clock.today()
    paid = addon.purchases.filter(payment_status=AICreditPurchase.Status.COMPLETED)
    before = paid.filter(period_start__lt=purchase.period_start).order_by("-period_start").first()
    if before and purchase.period_start > clock.today():
        addon.cancel_at_period_end, addon.period_start = True, before.period_start
        addon.end_date = addon.next_renewal_date = purchase.period_start
    else:
        addon.status = Status.CANCELLED
    addon.save()


def has_ended(addon: AIMonthlyAddon, start: dt.date) -> bool:
    """Whether the month that begins on `start` is over."""
    return month_after(addon, start) <= clock.today()


def _start_of_month(addon: AIMonthlyAddon, purchase: AICreditPurchase) -> dt.date | None:
    """The first day of what this payment pays for; None when that month is paid already."""
    others = AIMonthlyAddon.objects.of(addon.business_id).filter(status__in=(Status.WAITING, Status.ACTIVE))
    if addon.status == Status.ACTIVE and addon.next_renewal_date and has_ended(addon, addon.next_renewal_date):
        addon.status = Status.CANCELLED if addon.cancel_at_period_end else Status.LAPSED  # no job has said so yet
    if addon.status in (Status.LAPSED, Status.CANCELLED) and others.exclude(pk=addon.pk).exists():
        return None
    if addon.status != Status.ACTIVE:
        today = clock.today()
        paid = addon.purchases.filter(period_start=today, payment_status=AICreditPurchase.Status.COMPLETED)
        return None if paid.exists() else today
    if _is_change(addon, purchase):
        return clock.today()
    due = addon.next_renewal_date
    return due if purchase.period_start == due else None


def _is_change(addon: AIMonthlyAddon, purchase: AICreditPurchase) -> bool:
    """Whether a payment changes what runs at once: opened for no month, for another plan, and a dearer one."""
    is_dearer = purchase.package != addon.package and purchase.base_amount > addon.monthly_price
    return addon.status == Status.ACTIVE and purchase.period_start is None and is_dearer


def _move_on(month: Month, purchase: AICreditPurchase, charge: Charge) -> None:
    """The add-on is active for the month. One that was cancelled before ends with it."""
    addon = month.addon
    was_cancelled = addon.status == Status.CANCELLED
    if addon.status != Status.ACTIVE or month.start != addon.next_renewal_date:
        addon.start_date, addon.auto_renew, addon.cancel_at_period_end = month.start, not was_cancelled, was_cancelled
        addon.cancelled_at = addon.cancelled_at if was_cancelled else None
    _take_terms(addon, purchase)
    addon.status, addon.period_start = Status.ACTIVE, month.start
    addon.next_renewal_date = month_after(addon, month.start)
    addon.end_date = addon.next_renewal_date if addon.cancel_at_period_end else None
    addon.attempts, addon.next_attempt_at = 0, None
    if charge.authorization:
        _save_card(addon, purchase, charge)
    addon.save()


def _take_terms(addon: AIMonthlyAddon, purchase: AICreditPurchase) -> None:
    """What was paid for is what runs, with the numbers of the moment at which its payment was opened."""
    terms = purchase.terms
    if terms is None:  # another month as the last
        return
    addon.package, addon.next_package = purchase.package, ""
    addon.monthly_price, addon.monthly_credits = purchase.base_amount, purchase.credits_purchased
    addon.rollover = Decimal(terms.get("rollover", addon.rollover))
    addon.starter_bonus = Decimal(terms.get("starter_bonus", money.ZERO))
    addon.fair_use = Decimal(terms["fair_use"]) if terms.get("fair_use") else None


def _save_card(addon: AIMonthlyAddon, purchase: AICreditPurchase, charge: Charge) -> None:
    """Keep a card that may be charged again, with the email it belongs to: Paystack takes it under no other."""
    is_reusable = charge.authorization.get("reusable") is True
    addon.authorization_code = str(charge.authorization.get("authorization_code", ""))[:100] if is_reusable else ""
    addon.email = charge.email or purchase.email


def _grant(purchase: AICreditPurchase, addon: AIMonthlyAddon) -> None:
    assert addon.next_renewal_date
    if purchase.credits_purchased:
        AIBillingService.grant(
            business_id=purchase.business_id,
            credits=purchase.credits_purchased,
            source=_source(purchase),
            expires_at=clock.start_of(addon.next_renewal_date),
            by=purchase.user_id,
            reason=f"{purchase.get_package_display()} from {purchase.period_start}",
            purchase=purchase,
        )
    if purchase.period_start and purchase.period_start <= clock.today():
        _roll_over(purchase, addon)


def _source(purchase: AICreditPurchase) -> CreditLot.Source:
    is_addon = purchase.package == AICreditPurchase.Package.ADDON
    return CreditLot.Source.ADDON if is_addon else CreditLot.Source.PLAN


def _carry_on(purchase: AICreditPurchase, addon: AIMonthlyAddon) -> None:
    """What the replaced month had left goes on into the new one, up to its cap; what rolled over before stays where
    it is. Under a plan that gives no credits the old ones stay until their own end.
    """
    if not addon.rollover:
        return
    replaced = CreditLot.objects.of(purchase.business_id).filter(
        purchase__addon=addon, source__in=MONTHS, expires_at__gt=clock.now(), remaining__gt=0, voided=False
    )
    reason = f"Replaced by {purchase.get_package_display()}"
    ids = list(replaced.exclude(purchase=purchase).values_list("pk", flat=True))
    left = sum((AIBillingService.end_lot(lot_id, reason=reason) for lot_id in ids), money.ZERO)
    if left:
        _grant_rollover(purchase, addon, left)


def _roll_over(purchase: AICreditPurchase, addon: AIMonthlyAddon) -> CreditLot | None:
    """What the month before had left when it ended, up to the cap, until the end of the month that is paid."""
    assert purchase.period_start
    if has_ended(addon, purchase.period_start):
        return None
    ended = clock.start_of(purchase.period_start)
    AIBillingService.expire(purchase.business_id)
    left = LedgerEntry.objects.of(purchase.business_id).filter(
        lot__purchase__addon=addon, lot__expires_at=ended, kind=LedgerEntry.Kind.EXPIRE
    )
    expired = -(left.aggregate(total=Sum("credits"))["total"] or money.ZERO)
    if not expired or not addon.rollover:
        return None
    return _grant_rollover(purchase, addon, money.cedis(expired))


def _grant_rollover(purchase: AICreditPurchase, addon: AIMonthlyAddon, left: Decimal) -> CreditLot:
    assert purchase.period_start
    return AIBillingService.grant(
        business_id=purchase.business_id,
        credits=min(left, addon.rollover),
        source=CreditLot.Source.ROLLOVER,
        expires_at=clock.start_of(month_after(addon, purchase.period_start)),
        reason=f"Rolled over to {purchase.period_start}",
        purchase=purchase,
    )
