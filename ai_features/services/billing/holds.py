"""Hold, call, settle: credits set aside before a model works, then charged or given back to the same lots."""

import datetime as dt
import uuid
from dataclasses import replace
from decimal import Decimal

import structlog
from django.conf import settings
from django.db import transaction

from ai_features.errors import HoldClosed
from ai_features.models import AITransaction, BusinessAICredits, CreditHold, CreditLot, HoldPart, LedgerEntry, Outcome
from ai_features.services.billing import accounts, lots, records
from ai_features.services.billing.records import UsageRecord
from common import clock, money
from common.errors import InvalidInput, NotFound

log = structlog.get_logger("ai_features.billing")
Status = CreditHold.Status


def hold(
    *,
    business_id: uuid.UUID,
    user_id: uuid.UUID | None,
    feature: str,
    credits: Decimal,
    worst_cost_ghs: Decimal,
    seconds: int | None = None,
    key: str = "",
) -> CreditHold:
    """Set credits aside, soonest to expire first, and reserve the worst cost of the call in the budgets.

    Committed before it returns, so it cannot be called inside a transaction. `key` is the caller's
    Idempotency-Key: an older hold still open under it is released first. Raises `InsufficientCredits`,
    `BudgetExceeded`, `AIDisabled`.
    """
    amount = accounts.exact(credits)
    refused = accounts.platform_refusal(worst_cost_ghs)
    if refused:
        raise refused
    with transaction.atomic(durable=True):
        account = accounts.locked(business_id)
        now = clock.now()
        changed = tidy(account, now) or _supersede(account, key, now)
        refused = accounts.refusal(account, amount, worst_cost_ghs)
        if refused is None:
            assert account.day  # set when the row was locked
            placed = CreditHold(
                business_id=business_id,
                user_id=user_id,
                feature=feature,
                amount=amount,
                cost_reserved=worst_cost_ghs,
                day=account.day,
                deadline=now + dt.timedelta(seconds=seconds or settings.AI_HOLD_SECONDS),
                key=key,
            )
            _place(account, placed, now)
        if refused is None or changed:
            accounts.save(account)
    if refused:
        raise refused
    return placed


def settle(hold_id: uuid.UUID, *, record: UsageRecord, credits: Decimal | None = None) -> AITransaction:
    """Charge an open hold, or `credits` of it and give back the rest, and log the request.

    Raises `HoldClosed` when the hold is closed or past its deadline: then nothing is charged, and a late
    success is logged with its cost.
    """
    with transaction.atomic():
        account, placed, now = _locked_hold(hold_id)
        amount = placed.amount if credits is None else accounts.exact(credits)
        if amount > placed.amount:
            raise InvalidInput.field("credits", "This is more than the hold holds.")
        spent = _close(account, placed, Status.SETTLED, now, spend=amount, cost=record.cost_ghs)
        if spent is not None:
            row = _log(placed, record, credits=amount)
            LedgerEntry.objects.bulk_create(
                [
                    LedgerEntry(
                        business_id=placed.business_id,
                        lot=lot,
                        kind=LedgerEntry.Kind.SPEND,
                        credits=-part,
                        transaction=row,
                        by_id=placed.user_id,
                    )
                    for lot, part in spent
                ]
            )
            accounts.save(account)
            row.balance_after = account.balance
            return row
        _log_after_deadline(account, placed, record, outcome=Outcome.LATE)
    log.warning("settle_refused", hold=str(hold_id), feature=placed.feature, status=placed.status)
    raise HoldClosed


def release(hold_id: uuid.UUID, *, record: UsageRecord) -> AITransaction | None:
    """Give a hold back to its lots, count what the failed calls cost us, and log the request.

    None, with no effect, when the hold was settled or released before.
    """
    with transaction.atomic():
        account, placed, now = _locked_hold(hold_id)
        if _close(account, placed, Status.RELEASED, now, cost=record.cost_ghs) is None:
            return _log_after_deadline(account, placed, record)
        accounts.save(account)
        row = _log(placed, record)
        row.balance_after = account.balance
        return row


def release_stuck(hold_id: uuid.UUID) -> bool:
    """Give back a hold that staff has found stuck, as if its deadline had passed; False when it was closed."""
    with transaction.atomic():
        account, placed, now = _locked_hold(hold_id)
        if _close(account, placed, Status.EXPIRED, now) is None:
            return False
        accounts.save(account)
        return True


def tidy(account: BusinessAICredits, now: dt.datetime) -> bool:
    """Release what is overdue and expire what has run out on a locked account; whether anything changed."""
    overdue = account.next_deadline is not None and account.next_deadline <= now
    if overdue:
        _release_overdue(account, now)
    if account.expires_at is None or account.expires_at > now:
        return overdue
    expired = CreditLot.objects.of(account.business_id).filter(remaining__gt=0, expires_at__lte=now)
    lots.expire_lots(account, expired.order_by("expires_at", "created_at"), now)
    account.expires_at = accounts.next_expiry(account.business_id, now)
    return True


def _release_overdue(account: BusinessAICredits, now: dt.datetime) -> None:
    still_open = CreditHold.objects.of(account.business_id).filter(status=Status.OPEN)
    for late in still_open.filter(deadline__lte=now).order_by("deadline", "id"):
        _close(account, late, Status.EXPIRED, now)
        log.warning("hold_overdue", hold=str(late.pk), feature=late.feature, credits=str(late.amount))
    account.next_deadline = still_open.order_by("deadline").values_list("deadline", flat=True).first()


def _supersede(account: BusinessAICredits, key: str, now: dt.datetime) -> bool:
    """One open hold a key: the client that asks again has given the first up."""
    if not key:
        return False
    older = CreditHold.objects.of(account.business_id).filter(key=key, status=Status.OPEN).first()
    return older is not None and _close(account, older, Status.EXPIRED, now) is not None


def _place(account: BusinessAICredits, placed: CreditHold, now: dt.datetime) -> None:
    parts = _divide(account, placed, now)
    placed.save(force_insert=True)
    if parts:
        HoldPart.objects.bulk_create(parts)
    account.held += placed.amount
    account.next_deadline = min(account.next_deadline or placed.deadline, placed.deadline)
    accounts.reserve(account, placed.cost_reserved)


def _divide(account: BusinessAICredits, placed: CreditHold, now: dt.datetime) -> list[HoldPart]:
    """Which lots carry the hold: the soonest to expire, of equals free before paid, then the oldest."""
    parts: list[HoldPart] = []
    left = placed.amount
    if not left:
        return parts
    found = CreditLot.objects.of(account.business_id).filter(remaining__gt=0)
    usable = [lot for lot in found if lot.free and not lots.has_expired(lot, now)]
    for lot in sorted(usable, key=CreditLot.spending_order):
        part = min(lot.free, left)
        lot.held += part
        CreditLot.objects.filter(pk=lot.pk).update(held=lot.held)
        parts.append(HoldPart(hold=placed, lot=lot, amount=part))
        left -= part
        if not left:
            return parts
    raise ArithmeticError(f"the lots of {account.business_id} hold {left} less than its balance says")


def _locked_hold(hold_id: uuid.UUID) -> tuple[BusinessAICredits, CreditHold, dt.datetime]:
    """A hold with its account locked and tidied. Its status may be stale: `_close` is what decides."""
    placed = CreditHold.objects.filter(pk=hold_id).first()
    if placed is None:
        raise NotFound
    account = accounts.locked(placed.business_id)
    now = clock.now()
    if tidy(account, now):
        accounts.save(account)
    return account, placed, now


def _close(
    account: BusinessAICredits,
    placed: CreditHold,
    status: CreditHold.Status,
    now: dt.datetime,
    *,
    spend: Decimal = money.ZERO,
    cost: Decimal | None = None,
) -> list[tuple[CreditLot, Decimal]] | None:
    """Close an open hold on a locked account: `spend` leaves its lots, the rest goes back to them.

    Returns what each lot paid; None, with nothing changed, when the hold was closed already. An unknown cost
    counts as the worst case until it is known.
    """
    still_open = CreditHold.objects.filter(pk=placed.pk, status=Status.OPEN)
    if not still_open.update(status=status, closed_at=now, cost=cost):
        placed.refresh_from_db()
        return None
    spent: list[tuple[CreditLot, Decimal]] = []
    left = spend
    for part in HoldPart.objects.filter(hold=placed).select_related("lot").order_by("pk") if placed.amount else ():
        paid = min(part.amount, left)
        left -= paid
        _return(account, part, paid, now)
        if paid:
            spent.append((part.lot, paid))
    account.held -= placed.amount
    account.balance -= spend
    account.total_used += spend
    accounts.spend_reserved(account, placed, placed.cost_reserved if cost is None else cost)
    if any(lot.expires_at and lot.expires_at == account.expires_at and not lot.remaining for lot, _ in spent):
        account.expires_at = accounts.next_expiry(account.business_id, now)
    return spent


def _return(account: BusinessAICredits, part: HoldPart, paid: Decimal, now: dt.datetime) -> None:
    """End one lot's part in a hold; what comes back to a lot that has expired meanwhile expires."""
    lot = part.lot
    lot.held -= part.amount
    lot.remaining -= paid
    CreditLot.objects.filter(pk=lot.pk).update(held=lot.held, remaining=lot.remaining)
    if paid < part.amount:
        lots.expire_lots(account, [lot], now)


def _log(placed: CreditHold, record: UsageRecord, *, credits: Decimal = money.ZERO) -> AITransaction:
    return records.write(
        record,
        business_id=placed.business_id,
        user_id=placed.user_id,
        feature=placed.feature,
        credits=credits,
        hold_id=placed.pk,
    )


def _log_after_deadline(
    account: BusinessAICredits, placed: CreditHold, record: UsageRecord, *, outcome: str = ""
) -> AITransaction | None:
    """Log, once and free, how a request ended whose hold had run out; its true cost replaces the worst case."""
    if placed.status != Status.EXPIRED or placed.cost is not None:
        return None
    CreditHold.objects.filter(pk=placed.pk).update(cost=record.cost_ghs)
    accounts.correct_cost(account, placed, record.cost_ghs)
    accounts.save(account)
    return _log(placed, replace(record, outcome=outcome or record.outcome))
