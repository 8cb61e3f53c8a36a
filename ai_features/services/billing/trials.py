"""The free trial: ten credits for a business whose owner agreed, and proved an email that had none before."""

import hashlib
import uuid
from enum import StrEnum

from django.conf import settings
from django.db import transaction

from accounts.models import Membership, User
from ai_features.models import AITrialClaim, BusinessAISettings, CreditLot
from ai_features.services.billing import AIBillingService
from common.tenancy import Caller, Role


class Trial(StrEnum):
    """Where the trial of a business stands."""

    NONE = "none"
    AFTER_CONSENT = "after_consent"
    AFTER_EMAIL = "after_email_is_confirmed"
    GRANTED = "granted"
    USED_BEFORE = "email_had_one_before"


def grant(business_id: uuid.UUID, user: User) -> CreditLot | None:
    """The trial for a business that this owner has agreed for; None while their email is not confirmed.

    None too when the mailbox has had a trial for another business.
    """
    if not settings.AI_FREE_TRIAL_CREDITS or user.email_verified_at is None:
        return None
    with transaction.atomic():
        mine = AITrialClaim(business_id=business_id, mailbox=mailbox(user.email))
        AITrialClaim.objects.bulk_create([mine], ignore_conflicts=True)
        if not AITrialClaim.objects.filter(mailbox=mine.mailbox, business_id=business_id).exists():
            return None
        return AIBillingService.grant_trial(business_id, user.pk)


def grant_waiting(user: User) -> None:
    """The trials that waited for this owner's email, now confirmed. In the transaction that confirms it."""
    owned = Membership.objects.filter(user=user, role=Role.OWNER, is_active=True).values("business_id")
    agreed = BusinessAISettings.objects.filter(business_id__in=owned).exclude(consent=None)
    for own in agreed.order_by("business_id"):
        grant(own.business_id, user)


def standing(caller: Caller, *, has_agreed: bool) -> Trial:
    """What this person is told of the trial of the business."""
    business_id, user = caller.business_id, User.objects.get(pk=caller.user_id)
    if CreditLot.objects.of(business_id).filter(source=CreditLot.Source.TRIAL).exists():
        return Trial.GRANTED
    if not settings.AI_FREE_TRIAL_CREDITS:
        return Trial.NONE
    if AITrialClaim.objects.filter(mailbox=mailbox(user.email)).exclude(business_id=business_id).exists():
        return Trial.USED_BEFORE
    return Trial.AFTER_EMAIL if has_agreed or user.email_verified_at is None else Trial.AFTER_CONSENT


def mailbox(email: str) -> str:
    """One mailbox, however its address is written, as a hash: a part after + is free, and at Gmail so are dots."""
    name, _, host = email.lower().rpartition("@")
    name = name.split("+")[0]
    if host in ("gmail.com", "googlemail.com"):
        name, host = name.replace(".", ""), "gmail.com"
    return hashlib.sha256(f"{name}@{host}".encode()).hexdigest()
