"""Opening a till, cash in and out of it, counting and closing it, and a manager's approval."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import Max

from accounts.models import Membership, Storefront
from accounts.services import audit
from common import clock, errors
from common.money import ZERO, written
from common.slips import confirm_amounts
from common.tenancy import MANAGEMENT, Caller, Role
from sales import queries
from sales.models import Payment, TillCount, TillMovement, TillSession
from sales.services.tender import METHODS

CLOSED = "This till was closed."


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted of one way to pay, in GHS."""

    method: str
    amount: Decimal
    network: str = ""


def open_till(
    caller: Caller,
    *,
    storefront_id: uuid.UUID,
    till: str,
    opening_float: Decimal = ZERO,
    cashier_id: uuid.UUID | None = None,
    confirmed: bool = False,
) -> TillSession:
    """Open a till with `opening_float` GHS of cash in it, for the caller or, by owners and managers, for another.

    Raises `Conflict` with `till_id` where the till or the cashier has an open session, `InvalidInput`, `NotAllowed`,
    or `ConfirmationRequired` for a float that looks like a slip.
    """
    caller.require_storefront(storefront_id)
    confirm_amounts([opening_float], field="opening_float", confirmed=confirmed)
    session = TillSession(
        business_id=caller.business_id,
        storefront=_storefront(caller, storefront_id),
        till=till.strip(),
        cashier=_cashier(caller, cashier_id),
        opened_by_id=caller.membership_id,
        opened_at=clock.now(),
        opening_float=opening_float,
    )
    before = TillSession.objects.of(caller.business_id).filter(storefront_id=storefront_id, till__iexact=session.till)
    session.number = (before.aggregate(last=Max("number"))["last"] or 0) + 1
    try:
        with transaction.atomic():
            session.save(force_insert=True)
    except IntegrityError as clash:
        raise _already_open(session) from clash
    return session


def move_cash(
    caller: Caller, session_id: uuid.UUID, *, kind: str, amount: Decimal, reason: str, confirmed: bool = False
) -> TillMovement:
    """Put `amount` GHS of cash into an open till, or take it out, for a reason.

    Raises `NotFound`, `Conflict` for a closed till, `InvalidInput`, or `ConfirmationRequired` for a slip.
    """
    confirm_amounts([amount], confirmed=confirmed)
    with transaction.atomic():
        session = _locked(caller, session_id)
        if session.closed_at:
            raise errors.Conflict(CLOSED)
        return TillMovement.objects.create(
            business_id=caller.business_id,
            session=session,
            kind=kind,
            amount=amount,
            reason=reason,
            by_id=caller.membership_id,
            at=clock.now(),
        )


@transaction.atomic
def close_till(caller: Caller, session_id: uuid.UUID, *, counted: Sequence[Counted], reason: str = "") -> TillSession:
    """Close a till on what was counted in it; cash is always counted, other ways to pay where the shop does.

    What is sold meanwhile on a till that has lost its connection still belongs to the session. Raises `NotFound`,
    `InvalidInput`, or `Conflict` for a till that was closed before.
    """
    _check_counted(counted)
    session = _locked(caller, session_id)
    if session.closed_at:
        raise errors.Conflict(CLOSED)
    expected = queries.expected_in_till(caller.business_id, [session.pk])[session.pk]
    counts = [
        TillCount(
            business_id=caller.business_id,
            session=session,
            method=part.method,
            network=part.network,
            counted=part.amount,
            expected=expected.get((part.method, part.network), ZERO),
        )
        for part in counted
    ]
    TillCount.objects.bulk_create(counts)
    session.closed_at, session.closed_by_id, session.reason = clock.now(), caller.membership_id, reason
    session.save(update_fields=["closed_at", "closed_by", "reason"])
    audit.record(
        caller,
        audit.Action.TILL_CLOSED,
        subject=f"{session.till} {session.number}",
        subject_id=session.pk,
        difference=sum((count.counted - count.expected for count in counts), ZERO),
        reason=reason,
    )
    return session


@transaction.atomic
def explain_difference(caller: Caller, session_id: uuid.UUID, *, reason: str) -> TillSession:
    """Say why counted and expected differ, until the session is approved."""
    session = _locked(caller, session_id)
    if not session.closed_at or session.approved_at:
        raise errors.Conflict("A difference can only be explained between closing and approval.")
    session.reason = reason
    session.save(update_fields=["reason"])
    return session


@transaction.atomic
def approve_till(caller: Caller, session_id: uuid.UUID, *, reason: str = "") -> TillSession:
    """Approve a closed session; managers not their own. A difference needs a reason, given before or here.

    Raises `NotFound`, `NotAllowed`, `InvalidInput` naming `reason`, or `Conflict` for a till that is open or was
    approved before.
    """
    caller.require(*MANAGEMENT)
    session = _locked(caller, session_id)
    if not session.closed_at:
        raise errors.Conflict("This till is still open.")
    if session.approved_at:
        raise errors.Conflict("This till is already approved.")
    if caller.role != Role.OWNER and session.cashier_id == caller.membership_id:
        raise errors.NotAllowed("Someone else must approve your till.")
    found = queries.difference(queries.with_money(caller.business_id, [session])[0].money)
    session.reason = reason or session.reason
    if found and not session.reason:
        raise errors.InvalidInput.field("reason", f"Say why the count is {written(found)} off.")
    session.approved_at, session.approved_by_id = clock.now(), caller.membership_id
    session.save(update_fields=["approved_at", "approved_by", "reason"])
    audit.record(
        caller,
        audit.Action.TILL_APPROVED,
        subject=f"{session.till} {session.number}",
        subject_id=session.pk,
        difference=found,
        reason=session.reason,
    )
    return session


def _storefront(caller: Caller, storefront_id: uuid.UUID) -> Storefront:
    found = Storefront.objects.of(caller.business_id).filter(pk=storefront_id, is_active=True).first()
    if found is None:
        raise errors.InvalidInput.field("storefront_id", "There is no such open storefront.")
    return found


def _cashier(caller: Caller, cashier_id: uuid.UUID | None) -> Membership:
    if cashier_id not in (None, caller.membership_id) and caller.role not in MANAGEMENT:
        raise errors.NotAllowed("Only an owner or manager may open a till for someone else.")
    people = Membership.objects.of(caller.business_id).filter(is_active=True)
    found = people.filter(pk=cashier_id or caller.membership_id).first()
    if found is None:
        raise errors.InvalidInput.field("cashier_id", "There is no such person.")
    return found


def _already_open(wanted: TillSession) -> errors.Conflict:
    open_ones = TillSession.objects.of(wanted.business_id).filter(closed_at=None).select_related("cashier")
    if mine := open_ones.filter(cashier=wanted.cashier).first():
        return errors.Conflict(f"{wanted.cashier.name} has {mine.till} open.", till_id=str(mine.pk))
    there = open_ones.filter(storefront=wanted.storefront, till__iexact=wanted.till).first()
    if there is None:
        return errors.Conflict("Someone opened or closed this till at the same moment; please try again.")
    return errors.Conflict(f"{there.cashier.name} has {there.till} open.", till_id=str(there.pk))


def _locked(caller: Caller, session_id: uuid.UUID) -> TillSession:
    """The session, locked; a cashier's own only."""
    sessions = TillSession.objects.select_for_update(no_key=True)
    if caller.role not in MANAGEMENT:
        sessions = sessions.filter(cashier_id=caller.membership_id)
    return sessions.get_or_404(caller.business_id, session_id)


def _check_counted(counted: Sequence[Counted]) -> None:
    ways = [(part.method, part.network) for part in counted]
    if queries.CASH not in ways:
        raise errors.InvalidInput.field("counted", "Count the cash; say 0 where there is none.")
    if len(set(ways)) < len(ways):
        raise errors.InvalidInput.field("counted", "One way to pay is counted twice.")
    for part in counted:
        if part.method not in METHODS or part.amount < 0:
            raise errors.InvalidInput.field("counted", f"{part.method!r} cannot be counted this way.")
        if part.network and part.method != Payment.Method.MOBILE_MONEY:
            raise errors.InvalidInput.field("counted", "Only mobile money has a network.")
