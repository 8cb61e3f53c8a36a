"""For whom a proposal is done."""

from accounts.models import Membership
from ai_features.models import Proposal
from common.tenancy import MANAGEMENT, Caller, Role


def approver(row: Proposal) -> Caller | None:
    """Who agreed, as a caller; None when they are no longer an owner or manager here."""
    if row.approved_by_id is None:
        return None
    member = Membership.objects.of(row.business_id).filter(pk=row.approved_by_id, is_active=True).first()
    if member is None or member.user_id is None or Role(member.role) not in MANAGEMENT:
        return None
    return Caller.of(member)
