"""Who works in a business: invitations, roles, leaving."""

import datetime as dt
import hashlib
import secrets
import uuid
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Any
from urllib.parse import urlencode

import structlog
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.mail import send_mail
from django.db import transaction

from accounts.models import Business, Invitation, Membership, User
from accounts.services.session import WRONG_LOGIN, Session, create_user, open_session
from common import clock, errors
from common.tenancy import Caller, Role

log = structlog.get_logger("accounts.staff")
INVITATION_DAYS = 7


@dataclass(frozen=True)
class Offer:
    """An invitation and its secret, which only the email tells."""

    invitation: Invitation
    secret: str


@transaction.atomic
def invite_member(caller: Caller, *, email: str, role: Role) -> Offer:
    """Offer a role; a new offer to the same email replaces the old one. Raises `Conflict` for a colleague."""
    caller.require(Role.OWNER)
    Business.objects.select_for_update().get(pk=caller.business_id)
    members = Membership.objects.of(caller.business_id)
    if members.filter(user__email=email.lower(), is_active=True).exists():
        raise errors.Conflict("This person works for you already; change the role instead.")
    Invitation.objects.of(caller.business_id).filter(email__iexact=email, accepted_at=None).delete()
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        business_id=caller.business_id,
        email=email.lower(),
        role=role,
        invited_by_id=caller.membership_id,
        secret_hash=_hash(secret),
        expires_at=clock.now() + dt.timedelta(days=INVITATION_DAYS),
    )
    return Offer(invitation, secret)


def send_invitation(offer: Offer) -> bool:
    """Email the offer; call it after the invitation is committed. False, and a log line, when no mail went out."""
    invitation = offer.invitation
    business = Business.objects.get(pk=invitation.business_id)
    link = f"{settings.FRONTEND_URL}/invitations/accept?{urlencode({'secret': offer.secret})}"
    text = (
        f"{business.name} invites you to work with them as {Role(invitation.role).label.lower()}.\n\n"
        f"Accept here within {INVITATION_DAYS} days:\n{link}\n\n"
        "If you do not know this business, do nothing."
    )
    try:
        subject = " ".join(f"Your invitation to {business.name}".split())
        return bool(send_mail(subject, text, None, [invitation.email]))
    except (SMTPException, OSError) as problem:
        log.warning("invitation_not_sent", invitation=str(invitation.pk), problem=type(problem).__name__)
        return False


def revoke_invitation(caller: Caller, invitation_id: uuid.UUID) -> None:
    """Take an open offer back. Raises `NotFound` when there is none."""
    caller.require(Role.OWNER)
    Invitation.objects.get_or_404(caller.business_id, invitation_id)
    deleted, _ = Invitation.objects.of(caller.business_id).filter(pk=invitation_id, accepted_at=None).delete()
    if not deleted:
        raise errors.NotFound


@transaction.atomic
def accept_invitation(*, secret: str, password: str, name: str = "") -> Session:
    """Join the business and log in: with the password of the account, or with a new one.

    Raises `NotFound` for a secret that is unknown, used or expired, `NotAuthenticated` for a wrong password.
    """
    found = Invitation.objects.select_for_update().filter(secret_hash=_hash(secret), accepted_at=None)
    invitation = found.filter(expires_at__gt=clock.now()).first()
    if invitation is None:
        raise errors.NotFound("This invitation is no longer open; ask for a new one.")
    user = _invited_user(invitation.email, password, name)
    _join(invitation, user)
    invitation.accepted_at = clock.now()
    invitation.save(update_fields=["accepted_at"])
    return open_session(user)


def _invited_user(email: str, password: str, name: str) -> User:
    if not User.objects.filter(email=email).exists():
        if not name:
            raise errors.InvalidInput.field("name", "Tell us your name.")
        return create_user(email=email, password=password, name=name)
    user = authenticate(email=email, password=password)
    if not isinstance(user, User):
        raise errors.NotAuthenticated(WRONG_LOGIN)
    return user


def _join(invitation: Invitation, user: User) -> None:
    """A first membership, or the former one of somebody who comes back."""
    member, made = Membership.objects.get_or_create(
        business_id=invitation.business_id, user=user, defaults={"name": user.name, "role": invitation.role}
    )
    if not made and not member.is_active:
        member.is_active, member.role = True, invitation.role
        member.save(update_fields=["is_active", "role"])


@transaction.atomic
def change_member(caller: Caller, membership_id: uuid.UUID, *, changes: dict[str, Any]) -> Membership:
    """Change role, name, storefront or `is_active`. Raises `Conflict` when no owner would be left."""
    caller.require(Role.OWNER)
    owners = _locked_owners(caller.business_id)
    member = Membership.objects.get_or_404(caller.business_id, membership_id)
    for name, value in changes.items():
        setattr(member, name, value)
    stays_owner = member.is_active and member.role == Role.OWNER
    if owners == {member.pk} and not stays_owner:
        raise errors.Conflict("A business needs an owner: make somebody else an owner first.")
    member.save(update_fields=list(changes))
    return member


def _locked_owners(business_id: uuid.UUID) -> set[uuid.UUID]:
    """The owners who can log in, locked, so that two owners cannot remove each other at once."""
    owners = Membership.objects.of(business_id).filter(role=Role.OWNER, is_active=True, user__is_active=True)
    return set(owners.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
