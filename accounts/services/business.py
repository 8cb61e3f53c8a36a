"""The business and the places where it sells."""

import uuid
from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import Business, Storefront, Subscription
from accounts.services import audit
from common import clock, errors
from common.tenancy import Caller, Role


def update_business(caller: Caller, *, changes: dict[str, Any]) -> Business:
    """Change what the business tells about itself; owners only."""
    caller.require(Role.OWNER)
    with transaction.atomic():
        business = Business.objects.select_for_update().get(pk=caller.business_id)
        changed = audit.differences(business, changes, frozenset(changes))
        for name, value in changes.items():
            setattr(business, name, value)
        business.save(update_fields=list(changes))
        if changed:
            audit.record(caller, audit.Action.BUSINESS_CHANGED, fields=sorted(changed))
    return business


def open_storefront(caller: Caller, *, name: str, address: str = "", phone: str = "") -> Storefront:
    """One more place that sells; the plan's price follows.

    Raises `InvalidInput` for a name that is taken, `Conflict` while the storefront plan is overdue.
    """
    caller.require(Role.OWNER)
    _require_paid(caller.business_id)
    return _saved(Storefront(business_id=caller.business_id, name=name, address=address, phone=phone))


@transaction.atomic
def change_storefront(caller: Caller, storefront_id: uuid.UUID, *, changes: dict[str, Any]) -> Storefront:
    """Rename, move, close or open a storefront again. Raises `Conflict` when the last open one would close."""
    caller.require(Role.OWNER)
    if changes.get("is_active") is False:
        _keep_one_open(caller.business_id, storefront_id)
    elif changes.get("is_active"):
        _require_paid(caller.business_id)
    storefront = Storefront.objects.get_or_404(caller.business_id, storefront_id)
    for name, value in changes.items():
        setattr(storefront, name, value)
    return _saved(storefront)


def close_storefront(caller: Caller, storefront_id: uuid.UUID) -> Storefront:
    """No more sales there; its history stays."""
    return change_storefront(caller, storefront_id, changes={"is_active": False})


def _require_paid(business_id: uuid.UUID) -> None:
    subscription = Subscription.objects.filter(pk=business_id).first()
    if subscription and subscription.is_overdue(clock.today()):
        raise errors.Conflict(f"Your storefronts are paid up to {subscription.renews_on}: pay, then open another one.")


def _keep_one_open(business_id: uuid.UUID, storefront_id: uuid.UUID) -> None:
    """Locks the open storefronts, so that two cannot close each other at once."""
    open_ones = Storefront.objects.of(business_id).filter(is_active=True).order_by("pk").select_for_update()
    ids = {storefront.pk for storefront in open_ones}
    if ids == {storefront_id}:
        raise errors.Conflict("This is your only open storefront; open another one first.")


def _saved(storefront: Storefront) -> Storefront:
    try:
        with transaction.atomic():
            storefront.save()
    except IntegrityError as taken:
        raise errors.InvalidInput.field("name", "You already have a storefront with this name.") from taken
    return storefront
