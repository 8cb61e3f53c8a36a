"""Doing what was agreed to, once its ten minutes are over: read again under a lock, done, or withdrawn."""

import uuid
from collections.abc import Iterator

import structlog
from django.db import transaction

from ai_features.models import Automation, Proposal
from ai_features.proposals.deciding import agree, end, locked, moved
from ai_features.proposals.kind import Kind
from ai_features.proposals.kinds import KINDS
from ai_features.proposals.people import approver
from common import clock, errors, isolated_work
from common.tenancy import MANAGEMENT, Caller

log = structlog.get_logger("ai_features.proposals")
State = Proposal.State


def approve(caller: Caller, proposal_id: uuid.UUID) -> Proposal:
    """Agree. It is done ten minutes later, or at once where nothing leaves by itself; agreeing again changes nothing.

    Raises `NotFound`, and `Conflict` for one that is over, too old, or whose facts moved since: that one is withdrawn.
    """
    caller.require(*MANAGEMENT)
    proposal = Proposal.objects.get_or_404(caller.business_id, proposal_id)
    if refused := agree(proposal, by_id=caller.membership_id):
        raise errors.Conflict(refused)
    if KINDS[Proposal.Kind(proposal.kind)].at_once(proposal.payload):
        execute(proposal.pk)
    proposal.refresh_from_db()
    if proposal.state == State.WITHDRAWN:
        raise errors.Conflict(proposal.outcome)
    return proposal


def execute_due() -> Iterator[str]:
    """Do everything that is due, one proposal at a time; yields the state that each has come to."""
    due = Proposal.objects.filter(state=State.APPROVED, acts_at__lte=clock.now()).order_by("acts_at", "pk")
    return isolated_work.each(list(due.values_list("pk", flat=True)), execute, name="proposals")


def expire_due() -> Iterator[str]:
    """Bring to an end what is too old, agreed to or not."""
    old = Proposal.objects.filter(state__in=Proposal.OPEN, expires_at__lte=clock.now()).order_by("pk")
    return isolated_work.each(list(old.values_list("pk", flat=True)), _expire, name="proposals_expired")


def execute(proposal_id: uuid.UUID) -> str | None:
    """Do one proposal, if it is still due; its new state, None while it has to wait.

    What must be sent is written down and committed first, and leaves afterwards: a process that dies in between
    sends nothing, and nothing is sent twice. Call it outside a transaction.
    """
    state = decide(proposal_id)
    if state == State.EXECUTED:
        proposal = Proposal.objects.get(pk=proposal_id)
        KINDS[Proposal.Kind(proposal.kind)].deliver(proposal)
    return state


def decide(proposal_id: uuid.UUID) -> str | None:
    """The first half of `execute`: all that is done in the database, committed; nothing has left yet."""
    proposal = Proposal.objects.get(pk=proposal_id)
    kind = KINDS[Proposal.Kind(proposal.kind)]
    with transaction.atomic():
        kind.lock(proposal.business_id, proposal.payload)
        return _settle(kind, locked(proposal_id))


def _settle(kind: Kind, row: Proposal) -> str | None:
    if row.state != State.APPROVED or row.acts_at is None or row.acts_at > clock.now():
        return None
    if row.expires_at <= clock.now():
        end(row, State.EXPIRED, "It could not be done in time.")
        return row.state
    caller, standing = approver(row), _standing(row)
    if caller is None:
        end(row, State.WITHDRAWN, "Who agreed to it may not do so any more.")
    elif reason := _ended(row, standing) or moved(row) or kind.barred(row):
        end(row, State.WITHDRAWN, reason)
    elif kind.waits(row) or not _in_hours(standing):
        return None
    else:
        _act(kind, caller, row)
    return row.state


def _act(kind: Kind, caller: Caller, row: Proposal) -> None:
    try:
        with transaction.atomic():
            outcome = kind.act(caller, row)
    except errors.DomainError as refused:
        end(row, State.WITHDRAWN, refused.message)
    else:
        end(row, State.EXECUTED, outcome)
        log.info("proposal_executed", kind=row.kind, proposal=str(row.pk))


def _standing(row: Proposal) -> Automation | None:
    """The standing yes that agreed to it, where it still holds."""
    if not row.by_automation:
        return None
    return Automation.objects.of(row.business_id).filter(kind=row.kind, enabled=True).first()


def _ended(row: Proposal, standing: Automation | None) -> str:
    """Why a standing yes does not cover it any more; "" when it does, or a person agreed."""
    if not row.by_automation:
        return ""
    if standing is None:
        return "The standing yes was ended."
    return "" if row.amount is not None and row.amount <= standing.max_amount else "It is above the standing yes."


def _in_hours(standing: Automation | None) -> bool:
    hour = clock.now().astimezone(clock.ACCRA).hour
    return standing is None or standing.from_hour <= hour < standing.until_hour


@transaction.atomic
def _expire(proposal_id: uuid.UUID) -> str | None:
    row = locked(proposal_id)
    if row.state not in Proposal.OPEN or row.expires_at > clock.now():
        return None
    agreed = row.state == State.APPROVED
    end(row, State.EXPIRED, "It could not be done in time." if agreed else "It was not agreed to in time.")
    return row.state
