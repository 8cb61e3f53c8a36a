"""Hold, call, settle: credits held before a model works, then charged or given back to the same lots."""

import datetime as dt
import uuid
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction

from ai_features.errors import HoldClosed
from ai_features.models import AITransaction, BusinessAICredits, CreditHold, CreditLot, HoldPart, LedgerEntry, Outcome
from ai_features.services import clock_guard
from ai_features.services.billing import accounts, lots, records
from ai_features.services.billing.records import UsageRecord
from common import clock, money, statements
from common.errors import InvalidInput

log = structlog.get_logger("ai_features.billing")
Status = CreditHold.Status
WITH_PARTS = """ai_features_credithold
    LEFT JOIN ai_features_holdpart ON ai_features_holdpart.hold_id = ai_features_credithold.id
    LEFT JOIN ai_features_creditlot ON ai_features_creditlot.id = ai_features_holdpart.lot_id
    WHERE ai_features_credithold.id = %s ORDER BY ai_features_holdpart.id"""


@dataclass(frozen=True, slots=True)
class Placed:
    """A hold with what it holds of each lot, the first to be spent first."""

    hold: CreditHold
    parts: list[tuple[CreditLot, Decimal]]


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
    """Hold credits, soonest to expire first, and reserve the worst cost of the call in the budgets.

    Committed before it returns, so it cannot be called inside a transaction. `key` is the caller's
    Idempotency-Key: an older hold still open under it is released first. Raises `InsufficientCredits`,
    `BudgetExceeded`, `AIDisabled`.
    """
    amount = accounts.exact(credits)
    worst_cost = money.model_cost(worst_cost_ghs)
    refused = accounts.platform_refusal(worst_cost)
    if refused:
        raise refused
    with transaction.atomic(durable=True), statements.together():
        lots_left = statements.rows_where(CreditLot, "business_id = %s AND remaining > 0", business_id)
        account, (found,) = accounts.locked_and(business_id, lots_left)
        now = clock.now()
        changed = tidy(account, now)
        changed = _supersede(account, key, now) or changed
        if changed:
            (found,) = statements.ask(lots_left)
        refused = accounts.refusal(account, amount, worst_cost)
        if refused is None:
            assert account.day  # set when the row was locked
            placed = CreditHold(
                business_id=business_id,
                user_id=user_id,
                feature=feature,
                amount=amount,
                cost_reserved=worst_cost,
                day=account.day,
                deadline=now + dt.timedelta(seconds=seconds or settings.AI_HOLD_SECONDS),
                key=key,
            )
            _place(account, found, placed, now)
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
    with transaction.atomic(), statements.together():
        account, placed, now = _locked_hold(hold_id)
        amount = placed.hold.amount if credits is None else accounts.exact(credits)
        if amount > placed.hold.amount:
            raise InvalidInput.field("credits", "This is more than the hold holds.")
        spent = _close(account, placed, Status.SETTLED, now, spend=amount, cost=record.cost_ghs)
        if spent is not None:
            row = _log(placed.hold, record, credits=amount)
            _enter(row, spent)
            accounts.save(account)
            row.balance_after = account.balance
            return row
        _log_after_deadline(account, placed.hold, record, outcome=Outcome.LATE)
    log.warning("settle_refused", hold=str(hold_id), feature=placed.hold.feature, status=placed.hold.status)
    raise HoldClosed


def release(hold_id: uuid.UUID, *, record: UsageRecord) -> AITransaction | None:
    """Give a hold back to its lots, count what the failed calls cost us, and log the request.

    None, with no effect, when the hold was settled or released before.
    """
    with transaction.atomic(), statements.together():
        account, placed, now = _locked_hold(hold_id)
        if _close(account, placed, Status.RELEASED, now, cost=record.cost_ghs) is None:
            return _log_after_deadline(account, placed.hold, record)
        accounts.save(account)
        row = _log(placed.hold, record)
        row.balance_after = account.balance
        return row


def release_stuck(hold_id: uuid.UUID) -> bool:
    """Give back a hold that staff has found stuck, as if its deadline had passed; False when it was closed."""
    with transaction.atomic(), statements.together():
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
    if not clock_guard.is_believed():
        log.error("clock_not_believed", now=str(now))
        return overdue
    expired = CreditLot.objects.of(account.business_id).filter(remaining__gt=0, expires_at__lte=now)
    lots.expire_lots(account, expired.order_by("expires_at", "created_at"), now)
    account.expires_at = accounts.next_expiry(account.business_id, now)
    return True


def _release_overdue(account: BusinessAICredits, now: dt.datetime) -> None:
    still_open = CreditHold.objects.of(account.business_id).filter(status=Status.OPEN)
    for late in still_open.filter(deadline__lte=now).order_by("deadline", "id"):
        _close(account, _read(late.pk), Status.EXPIRED, now)
        log.warning("hold_overdue", hold=str(late.pk), feature=late.feature, credits=str(late.amount))
    account.next_deadline = still_open.order_by("deadline").values_list("deadline", flat=True).first()


def _supersede(account: BusinessAICredits, key: str, now: dt.datetime) -> bool:
    """One open hold a key: the client that asks again has given the first up."""
    if not key:
        return False
    older = CreditHold.objects.of(account.business_id).filter(key=key, status=Status.OPEN).first()
    return older is not None and _close(account, _read(older.pk), Status.EXPIRED, now) is not None


def _place(account: BusinessAICredits, found: list[tuple[CreditLot]], placed: CreditHold, now: dt.datetime) -> None:
    parts = _divide(found, placed, now)
    statements.insert(placed)
    if parts:
        statements.insert(*parts)
    account.held += placed.amount
    account.next_deadline = min(account.next_deadline or placed.deadline, placed.deadline)
    accounts.reserve(account, placed.cost_reserved)


def _divide(found: list[tuple[CreditLot]], placed: CreditHold, now: dt.datetime) -> list[HoldPart]:
    """Which lots carry the hold: the soonest to expire, of equals free before paid, then the oldest."""
    parts: list[HoldPart] = []
    left = placed.amount
    if not left:
        return parts
    usable = [lot for (lot,) in found if lot.free and not lots.has_expired(lot, now)]
    for lot in sorted(usable, key=CreditLot.spending_order):
        part = min(lot.free, left)
        lot.held += part
        statements.update(lot, "held")
        parts.append(HoldPart(hold_id=placed.pk, lot_id=lot.pk, amount=part))
        left -= part
        if not left:
            return parts
    raise ArithmeticError(f"the lots of {placed.business_id} hold {left} less than its balance says")


def _read(hold_id: uuid.UUID) -> Placed:
    (found,) = statements.ask(_with_parts(hold_id))
    return _placed(found)


def _with_parts(hold_id: uuid.UUID) -> statements.Question:
    return statements.rows_joined((CreditHold, HoldPart, CreditLot), WITH_PARTS, hold_id)


def _placed(found: list[tuple[Any, ...]]) -> Placed:
    return Placed(found[0][0], [(lot, part.amount) for _, part, lot in found if part])


def _locked_hold(hold_id: uuid.UUID) -> tuple[BusinessAICredits, Placed, dt.datetime]:
    """A hold as it stands, with its account locked and tidied."""
    account, found = accounts.locked_by_hold(hold_id, _with_parts(hold_id))
    now = clock.now()
    if tidy(account, now):
        accounts.save(account)
        return account, _read(hold_id), now
    return account, _placed(found), now


def _close(
    account: BusinessAICredits,
    placed: Placed,
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
    hold = placed.hold
    if hold.status != Status.OPEN:
        return None
    hold.status, hold.closed_at, hold.cost = status, now, cost
    statements.update(hold, "status", "closed_at", "cost")
    spent: list[tuple[CreditLot, Decimal]] = []
    left = spend
    for lot, part in placed.parts:
        paid = min(part, left)
        left -= paid
        _return(account, lot, part, paid, now)
        if paid:
            spent.append((lot, paid))
    account.held -= hold.amount
    account.balance -= spend
    account.total_used += spend
    accounts.spend_reserved(account, hold, hold.cost_reserved if cost is None else cost)
    if any(lot.expires_at and lot.expires_at == account.expires_at and not lot.remaining for lot, _ in spent):
        account.expires_at = accounts.next_expiry(account.business_id, now)
    return spent


def _return(account: BusinessAICredits, lot: CreditLot, part: Decimal, paid: Decimal, now: dt.datetime) -> None:
    """End one lot's part in a hold; what comes back to a lot that has expired meanwhile expires."""
    lot.held -= part
    lot.remaining -= paid
    statements.update(lot, "held", "remaining")
    if paid < part:
        lots.expire_lots(account, [lot], now)


def _enter(row: AITransaction, spent: list[tuple[CreditLot, Decimal]]) -> None:
    """The ledger's side of a settlement: an entry for each lot that paid."""
    entries = [
        LedgerEntry(
            business_id=row.business_id,
            lot_id=lot.pk,
            kind=LedgerEntry.Kind.SPEND,
            credits=-part,
            transaction_id=row.pk,
            by_id=row.user_id,
        )
        for lot, part in spent
    ]
    if entries:
        statements.insert(*entries)


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
    placed.cost = record.cost_ghs
    statements.update(placed, "cost")
    accounts.correct_cost(account, placed, record.cost_ghs)
    accounts.save(account)
    return _log(placed, replace(record, outcome=outcome or record.outcome))
