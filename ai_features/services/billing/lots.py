"""Credits coming in as lots, and leaving without being spent: expired, refunded, voided, taken for a debt."""

import datetime as dt
import uuid
from collections.abc import Iterable
from decimal import Decimal
from types import EllipsisType
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F

from accounts.services import audit
from ai_features.models import (
    AICreditPurchase,
    AIUsageAlert,
    BusinessAICredits,
    CreditDebt,
    CreditLot,
    LedgerEntry,
)
from ai_features.services.billing import accounts
from common import clock, money, statements
from common.errors import Conflict, InvalidInput, NotFound

Source = CreditLot.Source
Kind = LedgerEntry.Kind
BOUGHT = (Source.PURCHASE, Source.BONUS, Source.ADDON, Source.PLAN, Source.ROLLOVER)


def grant(
    *,
    business_id: uuid.UUID,
    credits: Decimal,
    source: str,
    expires_at: dt.datetime | EllipsisType | None = ...,
    by: uuid.UUID | None = None,
    reason: str = "",
    purchase: AICreditPurchase | None = None,
    key: str = "",
) -> CreditLot:
    """Add a lot; open debts are paid from it first. `by` is the id of the user who grants.

    Without `expires_at` the lot lasts `AI_CREDITS_EXPIRY_MONTHS`; None never expires. The same `key`, the same
    purchase and source, or a second trial give the lot there already is, which is not `is_new`. Raises `InvalidInput`.
    """
    amount = accounts.exact(credits)
    if not amount:
        raise InvalidInput.field("credits", "Grant more than zero credits.")
    with transaction.atomic():
        account = accounts.locked(business_id)
        now = clock.now()
        if same := _same_grant(business_id, source, purchase, key):
            return same
        lot = CreditLot.objects.create(
            business_id=business_id,
            source=source,
            granted=amount,
            remaining=amount,
            expires_at=_expiry(expires_at, now),
            by_id=by,
            reason=reason[:250],
            purchase=purchase,
            key=key,
        )
        lot.is_new = True
        if source == Source.GRANT:
            audit.record_staff(business_id, audit.Action.CREDITS_GRANTED, subject=lot.reason, credits=amount)
        _credit(account, lot)
        _pay_debts(account, lot)
        account.expires_at = accounts.next_expiry(business_id, now)
        accounts.save(account)
    return lot


def grant_trial(business_id: uuid.UUID, by: uuid.UUID | None) -> CreditLot | None:
    """The free trial, once in a business's life; None when no trial is configured."""
    if not settings.AI_FREE_TRIAL_CREDITS:
        return None
    return grant(
        business_id=business_id,
        credits=settings.AI_FREE_TRIAL_CREDITS,
        source=Source.TRIAL,
        by=by,
        reason="Free trial on first consent",
    )


def lock_for_refund(lot_id: uuid.UUID) -> Decimal:
    """Set what is free of a lot aside before the payment provider is asked; returns how much that is.

    Raises `Conflict` when a refund of this lot is under way, `NotFound`.
    """
    with transaction.atomic():
        account, lot = locked_lot(lot_id)
        if lot.locked:
            raise Conflict("A refund of these credits is already under way.")
        amount = money.ZERO if has_expired(lot, clock.now()) else lot.free
        lot.locked = amount
        account.held += amount
        _store(lot)
        accounts.save(account)
    return amount


def unlock(lot_id: uuid.UUID) -> None:
    """Give back what a failed refund had set aside; what has expired meanwhile expires."""
    with transaction.atomic():
        account, lot = locked_lot(lot_id)
        _unlock(account, lot)
        expire_lots(account, [lot], clock.now())
        _store(lot)
        accounts.save(account)


def refund_locked(lot_id: uuid.UUID, *, by: uuid.UUID | None = None, reason: str = "") -> Decimal:
    """Take out what was set aside for a refund that has gone through; returns the credits. Twice: nothing more."""
    with transaction.atomic():
        account, lot = locked_lot(lot_id)
        amount = lot.locked
        _unlock(account, lot)
        _take_and_save(account, lot, amount, Kind.REFUND, by=by, reason=reason)
    return amount


def void(lot_id: uuid.UUID, *, by: uuid.UUID | None = None, reason: str = "") -> Decimal:
    """Take out what is free of a lot, such as the bonus of a refunded purchase; returns the credits.

    What is held is voided when its hold gives it back.
    """
    with transaction.atomic():
        account, lot = locked_lot(lot_id)
        amount = lot.free
        lot.voided = True
        statements.update(lot, "voided")
        _take_and_save(account, lot, amount, Kind.VOID, by=by, reason=reason)
    return amount


def end(lot_id: uuid.UUID, *, reason: str) -> Decimal:
    """Let a lot expire now, because another takes its place; returns the credits that were free, without an alert.

    What is held expires when its hold gives it back.
    """
    with transaction.atomic():
        account, lot = locked_lot(lot_id)
        amount = lot.free
        lot.expires_at = clock.now()
        statements.update(lot, "expires_at")
        _take_and_save(account, lot, amount, Kind.EXPIRE, reason=reason)
    return amount


def charge_back(
    lot_id: uuid.UUID, *, reason: str, credits: Decimal | None = None, locked_last: bool = False
) -> CreditDebt | None:
    """Take out what is left of a lot whose payment was taken back; what was spent or is held becomes a debt.

    `credits` limits it to a part of the lot: first what is free, then what is set aside, then what becomes a debt. With
    `locked_last`, for a refund that has money on its way, what is set aside comes after the debt. A lot has one debt,
    which grows; the whole lot twice is once. What a voided lot holds is not owed: it is voided when it comes back.
    Returns the debt when it grew.
    """
    with transaction.atomic():
        account, lot = locked_lot(lot_id)
        debt = CreditDebt.objects.of(lot.business_id).filter(lot=lot).first()
        kept = lot.remaining - (lot.held if lot.voided else money.ZERO)
        outstanding = kept + _spent(lot) - (debt.amount if debt else money.ZERO)
        wanted = max(outstanding if credits is None else min(credits, outstanding), money.ZERO)
        spared = max(min(lot.locked, outstanding - wanted), money.ZERO) if locked_last else money.ZERO
        taken = min(lot.remaining - lot.held - spared, wanted)
        unlocked = lot.locked if credits is None else max(taken - lot.free, money.ZERO)
        _unlock(account, lot, unlocked)
        _take_and_save(account, lot, taken, Kind.REFUND, reason=reason)
        return _owe(lot, debt, wanted - taken, reason) if wanted > taken else None


def locked_lot(lot_id: uuid.UUID) -> tuple[BusinessAICredits, CreditLot]:
    """A lot with its account locked. Raises `NotFound`."""
    business_id = CreditLot.objects.filter(pk=lot_id).values_list("business_id", flat=True).first()
    if business_id is None:
        raise NotFound
    return accounts.locked(business_id), CreditLot.objects.get(pk=lot_id)


def has_expired(lot: CreditLot, now: dt.datetime) -> bool:
    """A lot can be used up to the instant at which it expires, not at it."""
    return lot.expires_at is not None and lot.expires_at <= now


def expire_lots(account: BusinessAICredits, lots: Iterable[CreditLot], now: dt.datetime) -> Decimal:
    """Take what is free out of expired lots of a locked account; returns the credits. One alert for each that does
    not come again by itself.

    Voided lots lose what is free as well, without an alert.
    """
    total = money.ZERO
    for lot in lots:
        if lot.voided:
            take(account, lot, lot.free, Kind.VOID, reason="Given back by a hold after the lot was voided")
        if not has_expired(lot, now) or not lot.free:
            continue
        total += lot.free
        take(account, lot, lot.free, Kind.EXPIRE)
        if lot.is_monthly_gift:
            continue
        AIUsageAlert.objects.bulk_create(
            [
                AIUsageAlert(
                    business_id=account.business_id,
                    alert_type=AIUsageAlert.Type.EXPIRED,
                    current_balance=account.balance,
                    threshold=lot.granted,
                    lot=lot,
                    key=f"expired:{lot.pk}",
                )
            ],
            ignore_conflicts=True,
        )
    return total


def take(
    account: BusinessAICredits,
    lot: CreditLot,
    credits: Decimal,
    kind: LedgerEntry.Kind,
    *,
    by: uuid.UUID | None = None,
    reason: str = "",
) -> None:
    """Take unspent credits out of a lot of a locked account, with a ledger entry."""
    if credits:
        lot.remaining -= credits
        account.balance -= credits
        if kind == Kind.EXPIRE:
            account.total_expired += credits
        else:
            account.total_refunded += credits
        statements.insert(
            LedgerEntry(
                business_id=lot.business_id, lot_id=lot.pk, kind=kind, credits=-credits, by_id=by, reason=reason[:250]
            )
        )
    _store(lot)


def _take_and_save(account: BusinessAICredits, lot: CreditLot, *args: Any, **kwargs: Any) -> None:
    take(account, lot, *args, **kwargs)
    account.expires_at = accounts.next_expiry(account.business_id, clock.now())
    accounts.save(account)


def _expiry(asked: dt.datetime | EllipsisType | None, now: dt.datetime) -> dt.datetime | None:
    if isinstance(asked, EllipsisType):
        months = settings.AI_CREDITS_EXPIRY_MONTHS
        return clock.months_after(now, months) if months else None
    if asked is not None and asked <= now:
        raise InvalidInput.field("expires_at", "Choose a moment in the future.")
    return asked


def _same_grant(business_id: uuid.UUID, source: str, purchase: AICreditPurchase | None, key: str) -> CreditLot | None:
    lots = CreditLot.objects.of(business_id)
    if key and (found := lots.filter(key=key).first()):
        return found
    if purchase is not None:
        return lots.filter(purchase=purchase, source=source).first()
    return lots.filter(source=source).first() if source == Source.TRIAL else None


def _credit(account: BusinessAICredits, lot: CreditLot) -> None:
    account.balance += lot.granted
    account.total_granted += lot.granted
    if lot.source in BOUGHT and not lot.is_monthly_gift:
        account.total_purchased += lot.granted
    LedgerEntry.objects.create(
        business_id=lot.business_id, lot=lot, kind=Kind.GRANT, credits=lot.granted, by_id=lot.by_id, reason=lot.reason
    )


def _pay_debts(account: BusinessAICredits, lot: CreditLot) -> None:
    for debt in CreditDebt.objects.of(lot.business_id).filter(paid__lt=F("amount")).order_by("created_at", "id"):
        payment = min(lot.remaining, debt.amount - debt.paid)
        if payment:
            debt.paid += payment
            debt.save(update_fields=["paid"])
            take(account, lot, payment, Kind.DEBT, reason=debt.reason)


def _spent(lot: CreditLot) -> Decimal:
    """What a lot has paid, for requests or for an older debt."""
    used = LedgerEntry.objects.of(lot.business_id).filter(lot=lot, kind__in=(Kind.SPEND, Kind.DEBT))
    return -sum((entry.credits for entry in used), start=money.ZERO)


def _owe(lot: CreditLot, debt: CreditDebt | None, credits: Decimal, reason: str) -> CreditDebt:
    """Add to the debt of a lot, which is made when it has none."""
    debt = debt or CreditDebt(business_id=lot.business_id, lot=lot, purchase_id=lot.purchase_id, amount=money.ZERO)
    debt.amount += credits
    debt.reason = reason[:250]
    debt.save()
    return debt


def _unlock(account: BusinessAICredits, lot: CreditLot, credits: Decimal | None = None) -> None:
    """Free what was set aside for a refund, or `credits` of it."""
    freed = lot.locked if credits is None else credits
    account.held -= freed
    lot.locked -= freed


def _store(lot: CreditLot) -> None:
    statements.update(lot, "remaining", "held", "locked")
