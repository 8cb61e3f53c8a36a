"""Every read of accounts."""

import uuid
from decimal import Decimal

from accounts.models import Membership, Storefront, User
from common import errors
from common.tenancy import Caller, Role, TenantQuerySet


def memberships(user: User) -> list[Membership]:
    """The user's active memberships with their businesses, by business name. One query."""
    found = Membership.objects.filter(user=user, is_active=True).select_related("business")
    return list(found.order_by("business__name"))


def caller(user: User, business_id: uuid.UUID | None) -> Caller:
    """The user as a member of `business_id`, or of their only business.

    Raises `NotAllowed` for a business that is not theirs, `BusinessRequired` when several are.
    """
    found = memberships(user)
    if business_id is not None:
        found = [m for m in found if m.business_id == business_id]
    if not found:
        raise errors.NotAllowed("You are not a member of this business.")
    if len(found) > 1:
        raise errors.BusinessRequired(businesses=[{"id": str(m.business_id), "name": m.business.name} for m in found])
    member = found[0]
    return Caller(business_id=member.business_id, membership_id=member.pk, user_id=user.pk, role=Role(member.role))


def storefronts(business_id: uuid.UUID) -> TenantQuerySet[Storefront]:
    """The storefronts of a business, by name."""
    return Storefront.objects.of(business_id)


def monthly_price(storefront_count: int) -> Decimal:
    """GHS a month for the storefront plan: 100, 150, 180, 200, then 50 for each further storefront."""
    tiers = [Decimal(100), Decimal(100), Decimal(150), Decimal(180), Decimal(200)]
    if storefront_count < len(tiers):
        return tiers[storefront_count]
    return tiers[-1] + 50 * (storefront_count - 4)
