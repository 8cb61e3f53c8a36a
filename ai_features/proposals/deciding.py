"""From a suggestion to a yes or a no: propose, agree, dismiss, undo. Every step is written into the log."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from ai_features.models import BriefCard, Proposal, ProposalStep
from ai_features.proposals.kind import Wanted, fingerprint
from ai_features.proposals.kinds import KINDS
from common import clock, errors
from common.tenancy import MANAGEMENT, Caller

State = Proposal.State
UNDO_FOR = dt.timedelta(minutes=10)


def propose(caller: Caller, kind: Proposal.Kind, inputs: Mapping[str, Any]) -> Proposal:
    """Suggest something; what is suggested already and still waits is given again.

    Raises `InvalidInput`, `Conflict` where it must not be, and what the wording of a reminder raises.
    """
    caller.require(*MANAGEMENT)
    key = KINDS[kind].waiting(inputs)
    if key and (waiting := open_of(caller.business_id, key)):
        return waiting
    return keep(KINDS[kind].propose(caller, inputs), by_id=caller.membership_id, business_id=caller.business_id)


def keep(wanted: Wanted, *, business_id: uuid.UUID, by_id: uuid.UUID | None, card: BriefCard | None = None) -> Proposal:
    """Store what is wanted, or the open proposal of the same key."""
    try:
        with transaction.atomic():
            made = Proposal.objects.create(
                business_id=business_id,
                kind=wanted.kind,
                key=wanted.key,
                summary=wanted.summary[:300],
                payload=wanted.payload,
                facts=wanted.facts,
                fingerprint=fingerprint(wanted.facts),
                amount=wanted.amount,
                customer_id=wanted.customer_id,
                proposed_by_id=by_id,
                card=card,
                expires_at=wanted.expires_at,
            )
            log(made, by_id=by_id)
    except IntegrityError:
        found = open_of(business_id, wanted.key)
        if found is None:
            raise
        return found
    return made


def open_of(business_id: uuid.UUID, key: str) -> Proposal | None:
    """The proposal of this key that waits or is to be done."""
    return Proposal.objects.of(business_id).filter(key=key, state__in=Proposal.OPEN).first()


@transaction.atomic
def agree(proposal: Proposal, *, by_id: uuid.UUID, note: str = "", by_automation: bool = False) -> str:
    """Bring a proposal into `approved`; why it could not be, "" when it is or was already."""
    kind = KINDS[Proposal.Kind(proposal.kind)]
    kind.lock(proposal.business_id, proposal.payload)
    row = locked(proposal.pk)
    if row.state in (State.APPROVED, State.EXECUTED):
        return ""
    if row.state != State.PROPOSED:
        return _over(row)
    if row.expires_at <= clock.now():
        return end(row, State.EXPIRED, "It was not agreed to in time.")
    if reason := moved(row) or kind.barred(row):
        return end(row, State.WITHDRAWN, reason)
    now = clock.now()
    row.state, row.approved_by_id, row.by_automation = State.APPROVED, by_id, by_automation
    row.acts_at = now if kind.at_once(row.payload) else now + UNDO_FOR
    row.save(update_fields=["state", "approved_by", "acts_at", "by_automation"])
    log(row, by_id=by_id, note=note)
    return ""


@transaction.atomic
def dismiss(caller: Caller, proposal_id: uuid.UUID) -> Proposal:
    """Say no; again changes nothing. Raises `NotFound`, and `Conflict` for one that was agreed to or is over."""
    caller.require(*MANAGEMENT)
    row = locked(Proposal.objects.get_or_404(caller.business_id, proposal_id).pk)
    if row.state == State.DISMISSED:
        return row
    if row.state != State.PROPOSED:
        raise errors.Conflict("This was approved: undo it instead." if row.state == State.APPROVED else _over(row))
    end(row, State.DISMISSED, "", by_id=caller.membership_id)
    return row


@transaction.atomic
def undo(caller: Caller, proposal_id: uuid.UUID) -> Proposal:
    """Take a yes back while it is not done yet, or within ten minutes where it was done at once.

    Again changes nothing. Raises `NotFound`, and `Conflict` when it is too late.
    """
    caller.require(*MANAGEMENT)
    proposal = Proposal.objects.get_or_404(caller.business_id, proposal_id)
    KINDS[Proposal.Kind(proposal.kind)].lock(proposal.business_id, proposal.payload)
    row = locked(proposal.pk)
    if row.state == State.UNDONE:
        return row
    if row.state == State.EXECUTED:
        _take_back(caller, row)
    elif row.state != State.APPROVED:
        raise errors.Conflict("Nobody has approved this yet." if row.state == State.PROPOSED else _over(row))
    end(row, State.UNDONE, "", by_id=caller.membership_id)
    return row


def undo_until(proposal: Proposal) -> dt.datetime | None:
    """Until when a yes can be taken back; None when it cannot."""
    if proposal.state == State.APPROVED:
        return proposal.acts_at
    kind = KINDS[Proposal.Kind(proposal.kind)]
    if proposal.executed_at is None or proposal.state != State.EXECUTED or kind.take_back is None:
        return None
    return proposal.executed_at + UNDO_FOR if kind.at_once(proposal.payload) else None


def _take_back(caller: Caller, row: Proposal) -> None:
    until, take_back = undo_until(row), KINDS[Proposal.Kind(row.kind)].take_back
    if until is None or take_back is None or clock.now() >= until:
        raise errors.Conflict("This is done and can no longer be undone.")
    take_back(caller, row)


def moved(row: Proposal) -> str:
    """Which of the facts moved since it was proposed, in a sentence; "" when none did."""
    kind = KINDS[Proposal.Kind(row.kind)]
    now = kind.facts(row.business_id, row.payload)
    if fingerprint(now) == row.fingerprint:
        return ""
    changed = (sentence for name, sentence in kind.moved.items() if now.get(name) != row.facts.get(name))
    return next(changed, "What it rests on has changed.")


def end(row: Proposal, state: Proposal.State, outcome: str, *, by_id: uuid.UUID | None = None) -> str:
    """Bring a locked proposal to its end; the outcome."""
    row.state, row.outcome = state, outcome[:300]
    row.executed_at = clock.now() if state == State.EXECUTED else row.executed_at
    row.save(update_fields=["state", "outcome", "executed_at"])
    log(row, by_id=by_id, note=outcome)
    return row.outcome


def log(row: Proposal, *, by_id: uuid.UUID | None, note: str = "") -> None:
    """A line of the log: the state it is in now, who brought it there, and why."""
    ProposalStep.objects.create(
        business_id=row.business_id, proposal=row, state=row.state, by_id=by_id, note=note[:300], at=clock.now()
    )


def locked(proposal_id: uuid.UUID) -> Proposal:
    """The proposal, locked, after what it rests on."""
    return Proposal.objects.select_for_update(no_key=True).get(pk=proposal_id)


def _over(row: Proposal) -> str:
    return f"This proposal is over: {row.get_state_display().lower()}."
