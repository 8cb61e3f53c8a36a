"""A write that may be sent twice and happens once: the `Idempotency-Key` header, per person and business, for a day."""

import datetime as dt
import functools
import hashlib
import json
import uuid
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import IdempotentRequest
from common import clock, errors
from common.api import caller_of
from common.tenancy import Caller
from common.traces import Traces

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replayed"
KEPT_FOR = dt.timedelta(hours=24)

Handler = Callable[..., Response]


def idempotent(*, atomic: bool = False, seconds: int = 60) -> Callable[[Handler], Handler]:
    """For a method of a view: with an `Idempotency-Key` a success is stored and replayed, an error is tried again.

    `atomic=True` commits the work and its stored answer together, for handlers that call no network; then not
    even a crash between the two can make the work happen twice. Otherwise a request that died may be repeated
    after `seconds`, which must be longer than the handler can take.
    """

    def decorate(handler: Handler) -> Handler:
        @functools.wraps(handler)
        def once(view: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
            if not (key := key_of(request)):
                return handler(view, request, *args, **kwargs)
            held = claim(caller_of(request), key=key, fingerprint=fingerprint(request), seconds=seconds)
            if held.status is not None:
                return Response(answer_of(held), status=held.status, headers={REPLAYED: "true"})
            return _first_answer(held, lambda: handler(view, request, *args, **kwargs), atomic)

        once.takes_key = True  # type: ignore[attr-defined]
        return once

    return decorate


def _first_answer(held: IdempotentRequest, work: Callable[[], Response], atomic: bool) -> Response:
    try:
        with transaction.atomic() if atomic else nullcontext():
            response = work()
            kept = response.status_code < 400 and store(held, response.status_code, response.data)
            if atomic and response.status_code < 400 and not kept:
                raise errors.RequestInProgress
    except BaseException:
        release(held)
        raise
    if not kept:
        release(held)
    return response


def key_of(request: Request) -> str:
    """The request's key, or "". Raises `InvalidInput` for one that cannot be kept."""
    key = request.headers.get(HEADER, "").strip()
    if len(key) > 200 or not key.isprintable():
        raise errors.InvalidInput.field(HEADER, "Use at most 200 printable characters.")
    return key


def fingerprint(request: Request) -> str:
    """SHA-256 of method, path with query, and body, whatever the order of the body's fields."""
    body = json.dumps(request.data, sort_keys=True, default=_as_text)
    return hashlib.sha256(f"{request.method} {request.get_full_path()} {body}".encode()).hexdigest()


def _as_text(value: Any) -> str:
    """A file by what is in it; two may have one name."""
    if not isinstance(value, UploadedFile):
        return str(value)
    digest = hashlib.sha256()
    for chunk in value.chunks():
        digest.update(chunk)
    value.seek(0)
    return f"{value.name} {digest.hexdigest()}"


def mark_of(request: Request) -> str:
    """The same for each repeat of a request by this person under its key, and for nothing else; "" without a key."""
    if not (key := key_of(request)):
        return ""
    return hashlib.sha256(f"{request.user.pk} {key} {fingerprint(request)}".encode()).hexdigest()


def claim(caller: Caller, *, key: str, fingerprint: str, seconds: int = 60) -> IdempotentRequest:
    """The request to work on, or the earlier one with its `status` and `response` to replay.

    Committed at once when outside a transaction. Raises `IdempotencyConflict` and `RequestInProgress`.
    """
    now = clock.now()
    mine = IdempotentRequest(
        business_id=caller.business_id,
        user_id=caller.user_id,
        key=key,
        fingerprint=fingerprint,
        created_at=now,
        locked_until=now + dt.timedelta(seconds=seconds),
    )
    IdempotentRequest.objects.bulk_create([mine], ignore_conflicts=True)
    there = _row(mine)
    if there.pk == mine.pk:
        return mine
    if there.created_at > now - KEPT_FOR:
        _refuse_other(there, fingerprint, now)
    if there.status is not None and there.created_at > now - KEPT_FOR:
        return there
    return _take_over(there, mine)


def _refuse_other(there: IdempotentRequest, fingerprint: str, now: dt.datetime) -> None:
    if there.fingerprint != fingerprint:
        raise errors.IdempotencyConflict
    if there.status is None and there.locked_until > now:
        raise errors.RequestInProgress


def _row(mine: IdempotentRequest) -> IdempotentRequest:
    """The one row of this key; gone only when the first request has just failed."""
    found = IdempotentRequest.objects.filter(business_id=mine.business_id, user_id=mine.user_id, key=mine.key).first()
    if found is None:
        raise errors.RequestInProgress
    return found


def _take_over(there: IdempotentRequest, mine: IdempotentRequest) -> IdempotentRequest:
    """Replace a row that died or is older than a day; of several that try, one does."""
    unchanged = Q(pk=there.pk, locked_until=there.locked_until, created_at=there.created_at, status=there.status)
    fresh = {
        "id": mine.pk,
        "fingerprint": mine.fingerprint,
        "status": None,
        "response": None,
        "created_at": mine.created_at,
        "locked_until": mine.locked_until,
    }
    if not IdempotentRequest.objects.filter(unchanged).update(**fresh):
        raise errors.RequestInProgress
    return mine


def store(held: IdempotentRequest, status: int, body: Any) -> bool:
    """Keep a success for replay, as text: PostgreSQL would put the fields of an object in an order of its own.

    False when it took so long that a repeat has taken over.
    """
    plain = JSONRenderer().render(body).decode() if body is not None else None
    return bool(IdempotentRequest.objects.filter(pk=held.pk, status=None).update(status=status, response=plain))


def answer_of(held: IdempotentRequest) -> Any:
    """The kept answer of a request that has ended."""
    kept = held.response
    return json.loads(kept) if isinstance(kept, str) else kept


def release(held: IdempotentRequest) -> None:
    """Forget a request that failed, so that it may be tried again."""
    IdempotentRequest.objects.filter(pk=held.pk, status=None).delete()


def forget(business_id: uuid.UUID, traces: Traces, *, instead: str) -> None:
    """Empty the kept answers that tell of a person; a repeat gets `instead`, and still nothing is done twice."""
    kept = IdempotentRequest.objects.filter(business_id=business_id, status__isnull=False)
    for request in kept.exclude(response=None).iterator():
        if traces.found_in(json.dumps(answer_of(request), ensure_ascii=False)):
            IdempotentRequest.objects.filter(pk=request.pk).update(response={"message": instead})


def purge() -> int:
    """Delete what no request can ask for any more; how many. For the periodic job."""
    deleted, _ = IdempotentRequest.objects.filter(created_at__lte=clock.now() - KEPT_FOR).delete()
    return deleted
