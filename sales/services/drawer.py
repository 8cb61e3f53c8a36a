"""Which till session a sale, a payment or a refund belongs to."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from common import clock, errors
from common.tenancy import Caller
from sales import queries
from sales.models import TillSession


def sessions_of(
    caller: Caller, storefront_id: uuid.UUID | None, moment: dt.datetime, *, till_id: uuid.UUID | None
) -> QuerySet[TillSession]:
    """The session that money of `moment` belongs to, first: the one named, else the caller's own.

    At the storefront, or at any. Check it with `known`.
    """
    sessions = queries.sessions_at(caller.business_id, moment, cashier_id=caller.membership_id, till_id=till_id)
    return sessions.filter(storefront_id=storefront_id) if storefront_id else sessions


def session_of(
    caller: Caller, storefront_id: uuid.UUID | None, *, moment: dt.datetime | None = None, till_id: uuid.UUID | None
) -> uuid.UUID | None:
    """The session that money of `moment`, or of now, belongs to: the one named, else the caller's own.

    None without a session. Raises `InvalidInput` naming `till_id`. One query.
    """
    sessions = sessions_of(caller, storefront_id, moment or clock.now(), till_id=till_id)
    return known(sessions.values_list("pk", flat=True).first(), till_id)


class OwnSessions:
    """The till sessions of a person that were open after the moment `since`, and those `named`."""

    def __init__(self, caller: Caller, *, since: dt.datetime, named: Iterable[uuid.UUID] = ()) -> None:
        """One query."""
        found = TillSession.objects.of(caller.business_id).filter(Q(closed_at=None) | Q(closed_at__gt=since))
        found = found.filter(Q(cashier_id=caller.membership_id) | Q(pk__in=set(named)))
        self._cashier_id, self._sessions = caller.membership_id, list(found.order_by("-opened_at"))

    def at(
        self, storefront_id: uuid.UUID, moment: dt.datetime, *, till_id: uuid.UUID | None = None
    ) -> uuid.UUID | None:
        """As `session_of`: the one named, else their own that was open then."""
        there = (s for s in self._sessions if s.storefront_id == storefront_id and s.is_open_after(moment))
        if till_id:
            return next((session.pk for session in there if session.pk == till_id), None)
        own = (s.pk for s in there if s.cashier_id == self._cashier_id and s.opened_at <= moment)
        return next(own, None)


def known(found: Any, till_id: uuid.UUID | None) -> uuid.UUID | None:
    """The session found. Raises `InvalidInput` where the one named is not open at this storefront."""
    if till_id and found is None:
        raise errors.InvalidInput.field("till_id", "No such till is open at this storefront.")
    session: uuid.UUID | None = found
    return session
