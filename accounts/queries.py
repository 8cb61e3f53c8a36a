"""Every read of accounts."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from accounts.models import AuditEntry, Business, Invitation, LogIn, Membership, Storefront, Subscription, User
from common import clock, errors, shop_clock, statements
from common.tenancy import Caller, Role, TenantQuerySet

_ACTIVE = """accounts_membership JOIN accounts_business ON accounts_business.id = accounts_membership.business_id
    WHERE accounts_membership.user_id = %s AND accounts_membership.is_active ORDER BY accounts_business.name"""


def memberships(user: User) -> list[Membership]:
    """The user's active memberships with their businesses, by business name. One query."""
    found = statements.joined((Membership, Business), _ACTIVE, user.pk)
    for membership, business in found:
        membership.business = business
    return [membership for membership, _ in found]


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
    role = Role(member.role)
    bound = member.storefront_id if role == Role.CASHIER else None
    return Caller(
        business_id=member.business_id,
        membership_id=member.pk,
        user_id=user.pk,
        role=role,
        storefront_id=bound,
        day_ends_at=member.business.day_ends_at,
    )


def storefronts(business_id: uuid.UUID) -> TenantQuerySet[Storefront]:
    """The storefronts of a business, by name."""
    return Storefront.objects.of(business_id)


@contextmanager
def days_of_shop(business_id: uuid.UUID) -> Iterator[None]:
    """Within, days are those of this business. For jobs; of a request its person says it. One query."""
    ends_at = Business.objects.values_list("day_ends_at", flat=True).get(pk=business_id)
    with shop_clock.days_end_at(ends_at):
        yield


def business(business_id: uuid.UUID) -> Business:
    """The business itself."""
    return Business.objects.get(pk=business_id)


def staff(business_id: uuid.UUID) -> TenantQuerySet[Membership]:
    """Everybody who works or worked there, with their log-ins."""
    return Membership.objects.of(business_id).select_related("user")


def standing_invitations() -> TenantQuerySet[Invitation]:
    """Offers that can be accepted, of all businesses: open, and their inviter is still an owner who can log in."""
    inviter = {"role": Role.OWNER, "is_active": True, "user__is_active": True}
    still_owner = {f"invited_by__{name}": value for name, value in inviter.items()}
    offers = Invitation.objects.select_related("invited_by", "business")
    return offers.filter(accepted_at=None, expires_at__gt=clock.now(), **still_owner)


def open_invitations(business_id: uuid.UUID) -> TenantQuerySet[Invitation]:
    """Offers of a business that can still be accepted."""
    return standing_invitations().of(business_id)


def log_ins(user: User) -> QuerySet[LogIn]:
    """The log-ins of a user that have not expired, the latest first."""
    alive = LogIn.objects.filter(token__user=user, token__expiry__gt=clock.now())
    return alive.select_related("token").order_by("-token__created", "id")


def audit_entries(business_id: uuid.UUID) -> TenantQuerySet[AuditEntry]:
    """Who changed what in a business, with the person."""
    return AuditEntry.objects.of(business_id).select_related("by")


def plan(business_id: uuid.UUID) -> dict[str, Any]:
    """The storefront plan: status, open storefronts, GHS a month now, and the rule of the price.

    Raises `NotFound` for a business that has none.
    """
    subscription = Subscription.objects.filter(pk=business_id).first()
    if subscription is None:
        raise errors.NotFound("This business has no plan yet.")
    count = storefronts(business_id).filter(is_active=True).count()
    return {
        "plan": "storefronts",
        "status": subscription.status,
        "storefronts": count,
        "monthly_price": monthly_price(count),
        "currency": "GHS",
        "started_on": subscription.started_on,
        "renews_on": subscription.renews_on,
        "grace_ends_on": subscription.grace_ends_on,
        "is_overdue": subscription.is_overdue(clock.today()),
        "price_rule": {
            "steps": [{"storefronts": n, "monthly_price": monthly_price(n)} for n in range(1, 5)],
            "each_further": FURTHER_STOREFRONT,
        },
    }


FURTHER_STOREFRONT = Decimal(50)


def monthly_price(storefront_count: int) -> Decimal:
    """GHS a month for the storefront plan: 100, 150, 180, 200, then 50 for each further storefront."""
    tiers = [Decimal(100), Decimal(100), Decimal(150), Decimal(180), Decimal(200)]
    if storefront_count < len(tiers):
        return tiers[storefront_count]
    return tiers[-1] + FURTHER_STOREFRONT * (storefront_count - 4)
