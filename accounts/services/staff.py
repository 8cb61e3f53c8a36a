"""Who works in a business: invitations, roles, leaving."""

import datetime as dt
import hashlib
import secrets
import uuid
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from accounts import queries
from accounts.models import Business, Invitation, Membership, User
from accounts.services import audit, mail, recovery
from accounts.services.session import UNKNOWN, Device, Session, create_user, open_session, proven
from common import clock, errors
from common.tenancy import Caller, Role

INVITATION_DAYS = 7
OPEN_AT_ONCE = 20
_TEXT = (
    "You are invited to join the staff of a business on {site}.\n\n"
    "See which one, and accept within {days} days:\n{link}\n\n"
    "If you expect no invitation, do nothing."
)


@dataclass(frozen=True)
class Offer:
    """An invitation and its secret, which only the email tells."""

    invitation: Invitation
    secret: str


@transaction.atomic
def invite_member(caller: Caller, *, email: str, role: Role) -> Offer:
    """Offer a role; a new offer to the same email replaces the old one.

    Raises `Conflict` for a colleague, and while too many offers are open.
    """
    caller.require(Role.OWNER)
    Business.objects.select_for_update().get(pk=caller.business_id)
    members = Membership.objects.of(caller.business_id)
    if members.filter(user__email=email.lower(), is_active=True).exists():
        raise errors.Conflict("This person works for you already; change the role instead.")
    Invitation.objects.of(caller.business_id).filter(email__iexact=email, accepted_at=None).delete()
    if queries.open_invitations(caller.business_id).count() >= OPEN_AT_ONCE:
        raise errors.Conflict(f"{OPEN_AT_ONCE} invitations are open: wait for an answer, or take one back.")
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        business_id=caller.business_id,
        email=email.lower(),
        role=role,
        invited_by_id=caller.membership_id,
        secret_hash=_hash(secret),
        expires_at=clock.now() + dt.timedelta(days=INVITATION_DAYS),
    )
    audit.record(caller, audit.Action.INVITED, subject=invitation.email, subject_id=invitation.pk, role=role)
    return Offer(invitation, secret)


def send_invitation(offer: Offer) -> bool:
    """Email the offer; call it after the invitation is committed. False, and a log line, when no mail went out.

    The email says nothing that a business chose, not even its name: whoever follows the link is told that there.
    """
    link = f"{settings.FRONTEND_URL}/invitations/accept?{urlencode({'secret': offer.secret})}"
    text = _TEXT.format(site=settings.FRONTEND_URL, days=INVITATION_DAYS, link=link)
    return mail.send(offer.invitation.email, "You are invited to join a business", text)


def revoke_invitation(caller: Caller, invitation_id: uuid.UUID) -> None:
    """Take an open offer back. Raises `NotFound` when there is none."""
    caller.require(Role.OWNER)
    found = Invitation.objects.of(caller.business_id).filter(pk=invitation_id, accepted_at=None)
    with transaction.atomic():
        if not _end(caller, found):
            raise errors.NotFound


def offered(secret: str) -> Invitation:
    """The open invitation with this secret, its business and inviter.

    Raises `NotFound` when it is unknown, used, or expired, or its inviter is no owner any more.
    """
    found = queries.standing_invitations().filter(secret_hash=_hash(secret)).first()
    if found is None:
        raise errors.NotFound("This invitation is no longer open; ask for a new one.")
    return found


def has_account(invitation: Invitation) -> bool:
    """Whether the invited email logs in already, so that no name is needed."""
    return User.objects.filter(email=invitation.email).exists()


def accept_invitation(
    *, secret: str, password: str, name: str = "", code: str = "", device: Device = UNKNOWN
) -> Session:
    """Join the business and log in: with the password, and code, of the account, or with a new account.

    Raises `NotFound` as `offered`, `WrongCredentials` for a wrong password, `SecondFactorRequired`.
    """
    invitation = offered(secret)
    known = proven(invitation.email, password, code) if has_account(invitation) else None
    with transaction.atomic():
        Invitation.objects.select_for_update().get(pk=invitation.pk)
        offered(secret)
        user = known or _new_user(invitation.email, password, name)
        member = _join(invitation, user)
        Invitation.objects.filter(pk=invitation.pk).update(accepted_at=clock.now())
        caller = Caller.of(member)
        audit.record(
            caller,
            audit.Action.MEMBER_JOINED,
            subject=member.name,
            subject_id=member.pk,
            role=member.role,
            invited_by=invitation.invited_by.name,
        )
        recovery.mark_verified(user)
        return open_session(user, device)


def _new_user(email: str, password: str, name: str) -> User:
    if not name:
        raise errors.InvalidInput.field("name", "Tell us your name.")
    return create_user(email=email, password=password, name=name)


def _join(invitation: Invitation, user: User) -> Membership:
    """A first membership, or the former one of somebody who comes back."""
    member, made = Membership.objects.get_or_create(
        business_id=invitation.business_id, user=user, defaults={"name": user.name, "role": invitation.role}
    )
    if not made and not member.is_active:
        member.is_active, member.role = True, invitation.role
        member.save(update_fields=["is_active", "role"])
    return member


@transaction.atomic
def change_member(caller: Caller, membership_id: uuid.UUID, *, changes: dict[str, Any]) -> Membership:
    """Change role, name, storefront or `is_active`; who is no owner any more leaves no open offers behind.

    Raises `Conflict` when no owner would be left.
    """
    caller.require(Role.OWNER)
    owners = _locked_owners(caller.business_id)
    member = Membership.objects.get_or_404(caller.business_id, membership_id)
    changed = audit.differences(member, changes, frozenset({"role", "is_active"}))
    for name, value in changes.items():
        setattr(member, name, value)
    stays_owner = member.is_active and member.role == Role.OWNER
    if owners == {member.pk} and not stays_owner:
        raise errors.Conflict("A business needs an owner: make somebody else an owner first.")
    member.save(update_fields=list(changes))
    _write_down(caller, member, changed)
    if not stays_owner:
        _end(caller, Invitation.objects.of(caller.business_id).filter(invited_by=member, accepted_at=None))
    return member


def _write_down(caller: Caller, member: Membership, changed: dict[str, list[Any]]) -> None:
    if "role" in changed:
        audit.record(caller, audit.Action.ROLE_CHANGED, subject=member.name, subject_id=member.pk, role=changed["role"])
    if "is_active" in changed:
        action = audit.Action.MEMBER_RETURNED if member.is_active else audit.Action.MEMBER_LEFT
        audit.record(caller, action, subject=member.name, subject_id=member.pk)


def _end(caller: Caller, found: QuerySet[Invitation]) -> int:
    """Delete open offers and write each down; how many."""
    offers = list(found.select_for_update())
    for offer in offers:
        audit.record(caller, audit.Action.INVITATION_ENDED, subject=offer.email, subject_id=offer.pk, role=offer.role)
        offer.delete()
    return len(offers)


def _locked_owners(business_id: uuid.UUID) -> set[uuid.UUID]:
    """The owners who can log in, locked, so that two owners cannot remove each other at once."""
    owners = Membership.objects.of(business_id).filter(role=Role.OWNER, is_active=True, user__is_active=True)
    return set(owners.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
