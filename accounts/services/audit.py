"""Writing down who changed what: in the transaction of the change, so that there is never one without the other."""

import uuid
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from accounts.models import AuditEntry, Membership, User
from common.tenancy import Caller

Action = AuditEntry.Action


def record(
    caller: Caller, action: Action, *, subject: str = "", subject_id: uuid.UUID | None = None, **details: Any
) -> None:
    """`caller` did this. `details` are plain values, or [old, new] of a field."""
    _write(caller.business_id, action, subject, subject_id, details, by_id=caller.membership_id)


def record_each(caller: Caller, action: Action, details: Iterable[tuple[uuid.UUID, Mapping[str, Any]]]) -> None:
    """`caller` did this to many rows, each with its details by its id. One query."""
    of, by = caller.business_id, {"by_id": caller.membership_id}
    AuditEntry.objects.bulk_create([_entry(of, action, "", row_id, told, **by) for row_id, told in details])


def record_staff(
    business_id: uuid.UUID, action: Action, *, subject: str = "", subject_id: uuid.UUID | None = None, **details: Any
) -> None:
    """Our own staff did this to the business, in the admin."""
    _write(business_id, action, subject, subject_id, details, by_staff=True)


def record_personal(user: User, action: Action, *, by_staff: bool = False) -> None:
    """A door of a user was changed, by them or by our own staff; every business they work for may know."""
    for member in Membership.objects.filter(user=user, is_active=True):
        by = {"by_staff": True} if by_staff else {"by_id": member.pk}
        _write(member.business_id, action, member.name, member.pk, {}, **by)


def differences(row: models.Model, changes: Mapping[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    """[old, new] of each of `fields` that `changes` would change in `row`; call it before they are set."""
    old = {name: getattr(row, name) for name in fields & changes.keys()}
    return {name: [_plain(old[name]), _plain(changes[name])] for name in sorted(old) if old[name] != changes[name]}


def _write(
    business_id: uuid.UUID,
    action: Action,
    subject: str,
    subject_id: uuid.UUID | None,
    details: Mapping[str, Any],
    **by: Any,
) -> None:
    _entry(business_id, action, subject, subject_id, details, **by).save()


def _entry(
    business_id: uuid.UUID,
    action: Action,
    subject: str,
    subject_id: uuid.UUID | None,
    details: Mapping[str, Any],
    **by: Any,
) -> AuditEntry:
    return AuditEntry(
        business_id=business_id,
        action=action,
        subject=subject[:200],
        subject_id=subject_id,
        details={name: _plain(value) for name, value in details.items()},
        **by,
    )


def _plain(value: Any) -> Any:
    """As JSON holds it: money and quantities as decimal strings."""
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, Decimal | uuid.UUID | models.Model) else value
