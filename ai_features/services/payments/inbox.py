"""The inbox of Paystack's webhooks: kept first, worked on second, and never worked on twice."""

import datetime as dt
from collections.abc import Iterator

import structlog
from django.db import transaction
from django.db.models import F

from ai_features.models import AICreditPurchase, PaymentEvent
from ai_features.services.payments import disputes, paystack, reversals
from ai_features.services.payments.completion import Status, complete
from ai_features.services.payments.events import Dispute, Event
from ai_features.services.payments.paystack import Charge
from common import clock, isolated_work
from common.errors import DomainError

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
    event = Event.read(row.body.encode())
    with transaction.atomic():
        row = PaymentEvent.objects.select_for_update().get(pk=row.pk)
        if row.outcome in SETTLED:
            return row
        row.purchase = AICreditPurchase.objects.filter(payment_reference=row.reference).first()
        row.outcome, row.reason = _act(row, event)
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


def _act(row: PaymentEvent, event: Event) -> tuple[str, str]:
    """What an event does: (outcome, reason)."""
    if event.about is None:
        return Outcome.NOTHING, "An event we have no use for."
    if row.purchase is None:
        return Outcome.FLAGGED, f"No purchase has the reference {row.reference or '(none)'}."
    if isinstance(event.about, Dispute):
        return disputes.act(row.purchase.pk, event.about, is_over=event.kind == "charge.dispute.resolve")
    if isinstance(event.about, Charge):
        return _charge(row, event.about)
    status, news_id = event.kind.removeprefix("refund."), event.about.id or f"event {row.pk}"
    return reversals.refund_news(row.purchase.pk, event.about, status, news_id=news_id)


def _charge(row: PaymentEvent, charge: Charge) -> tuple[str, str]:
    verdict = complete(row.reference, charge)
    if verdict.purchase.needs_attention:
        return Outcome.FLAGGED, verdict.purchase.reason
    credited = verdict.purchase.payment_status in (Status.COMPLETED, Status.REFUNDED)
    return (Outcome.DONE if credited else Outcome.NOTHING), verdict.reason


def _keep(body: bytes) -> PaymentEvent:
    """The inbox's row of this event, committed before anything is done; a repeat adds to its count."""
    now = clock.now()
    event = Event.read(body)
    text = body.decode("utf-8", "replace").replace("\x00", "")
    row, is_new = PaymentEvent.objects.get_or_create(
        key=event.key,
        defaults={"event": event.kind, "reference": event.reference, "body": text, "received_at": now, "last_at": now},
    )
    if not is_new:
        PaymentEvent.objects.filter(pk=row.pk).update(deliveries=F("deliveries") + 1, last_at=now, body=text)
        row.refresh_from_db()
    return row


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
