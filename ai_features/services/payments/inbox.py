"""The inbox of Paystack's webhooks: kept first, worked on second, and never worked on twice."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from typing import Any

import structlog
from django.db import transaction
from django.db.models import F

from ai_features.models import AICreditPurchase, PaymentEvent
from ai_features.services.payments import disputes, paystack, reversals
from ai_features.services.payments.completion import Status, complete
from common import clock, isolated_work
from common.errors import DomainError
from common.storable import storable

log = structlog.get_logger("ai_features.payments")
Outcome = PaymentEvent.Outcome
SETTLED = (Outcome.DONE, Outcome.NOTHING)
LEFT_AFTER = dt.timedelta(minutes=2)


class InvalidSignature(DomainError):
    code = "invalid_signature"
    message = "The signature does not fit the body."


def receive(body: bytes, signature: str) -> PaymentEvent:
    """Take in a webhook: check its signature over the raw bytes, keep it, then act on it.

    A repeat of what was done before is only counted. Raises `InvalidSignature`; nothing else is refused.
    """
    if not paystack.signature_is_valid(body, signature):
        _count_refused()
        raise InvalidSignature
    row = _keep(body)
    return row if row.outcome in SETTLED else work(row)


def work(row: PaymentEvent) -> PaymentEvent:
    """Act on an event that is in the inbox, and note what was done and why."""
    news = _parsed(row.body.encode())
    with transaction.atomic():
        row = PaymentEvent.objects.select_for_update().get(pk=row.pk)
        if row.outcome in SETTLED:
            return row
        row.purchase = AICreditPurchase.objects.filter(payment_reference=row.reference).first()
        row.outcome, row.reason = _act(row, news.get("data", {}))
        row.reason = row.reason[:250]
        row.processed_at = clock.now()
        row.save(update_fields=["purchase", "outcome", "reason", "processed_at"])
    level = log.error if row.outcome == Outcome.FLAGGED else log.info
    level("payment_event", event_name=row.event, reference=row.reference, outcome=row.outcome, reason=row.reason)
    return row


def work_left() -> Iterator[tuple[str, str]]:
    """Act on what a crash left in the inbox: (reference, outcome)."""
    left = PaymentEvent.objects.filter(outcome=Outcome.RECEIVED, received_at__lte=clock.now() - LEFT_AFTER)
    rows = list(left.order_by("received_at"))
    return isolated_work.each(rows, lambda row: (row.reference, work(row).outcome), name="payment_inbox")


def _act(row: PaymentEvent, data: dict[str, Any]) -> tuple[str, str]:
    """What an event does: (outcome, reason)."""
    kind = row.event
    if not kind.startswith(("charge.", "refund.")):
        return Outcome.NOTHING, "An event we have no use for."
    if row.purchase is None:
        return Outcome.FLAGGED, f"No purchase has the reference {row.reference or '(none)'}."
    if kind.startswith("charge.dispute."):
        return disputes.act(row.purchase.pk, kind, data)
    if kind.startswith("refund."):
        news = paystack.Refunded.read(data)
        status = kind.removeprefix("refund.")
        return reversals.refund_news(row.purchase.pk, news, status, news_id=news.id or f"event {row.pk}")
    return _charge(row, data)


def _charge(row: PaymentEvent, data: dict[str, Any]) -> tuple[str, str]:
    verdict = complete(row.reference, paystack.Charge.read(data))
    if verdict.purchase.needs_attention:
        return Outcome.FLAGGED, verdict.purchase.reason
    credited = verdict.purchase.payment_status in (Status.COMPLETED, Status.REFUNDED)
    return (Outcome.DONE if credited else Outcome.NOTHING), verdict.reason


def _keep(body: bytes) -> PaymentEvent:
    """The inbox's row of this event, committed before anything is done; a repeat adds to its count."""
    now = clock.now()
    news = _parsed(body)
    data = news.get("data", {})
    event, reference = _text(news.get("event")), _reference(data)
    subject = _text(data.get("id") or data.get("refund_reference"))
    key = f"{event}:{subject}:{reference}" if reference and subject else f"{event}:{hashlib.sha256(body).hexdigest()}"
    text = body.decode("utf-8", "replace").replace("\x00", "")
    row, is_new = PaymentEvent.objects.get_or_create(
        key=key[:300],
        defaults={"event": event, "reference": reference, "body": text, "received_at": now, "last_at": now},
    )
    if not is_new:
        PaymentEvent.objects.filter(pk=row.pk).update(deliveries=F("deliveries") + 1, last_at=now, body=text)
        row.refresh_from_db()
    return row


def _parsed(body: bytes) -> dict[str, Any]:
    """The event as an object with an object in `data`; empty when the body is something else."""
    try:
        news = storable(json.loads(body))
    except (ValueError, RecursionError):
        return {"event": "(not JSON)"}
    if not isinstance(news, dict):
        return {"event": "(not an object)"}
    return news | {"data": news.get("data") if isinstance(news.get("data"), dict) else {}}


def _reference(data: dict[str, Any]) -> str:
    """The payment an event is about: its own reference, or that of the transaction it concerns."""
    transaction_of = data.get("transaction")
    nested = transaction_of.get("reference") if isinstance(transaction_of, dict) else None
    return _text(data.get("transaction_reference") or nested or data.get("reference"))


def _text(value: Any) -> str:
    """Printable text of at most 100 characters, for columns and logs."""
    return "".join(c for c in str(value if value is not None else "")[:100] if c.isprintable())


def _count_refused() -> None:
    """One row a day counts what came with a bad signature; bodies of strangers are not kept."""
    now = clock.now()
    key = f"bad-signature:{clock.today()}"
    fresh = PaymentEvent(
        key=key,
        event="(bad signature)",
        outcome=Outcome.REFUSED,
        deliveries=0,
        received_at=now,
        last_at=now,
        processed_at=now,
        reason="The signature did not fit the body: not from Paystack, or the key is wrong.",
    )
    PaymentEvent.objects.bulk_create([fresh], ignore_conflicts=True)
    PaymentEvent.objects.filter(key=key).update(deliveries=F("deliveries") + 1, last_at=now)
    log.warning("payment_event_refused", reason="bad signature")
