"""Paystack's events: one frozen type, read where they come in."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ai_features.services.payments.paystack import Charge, Refunded, cedis
from common.storable import storable


@dataclass(frozen=True, slots=True)
class Dispute:
    """A bank that asks for the money back. `resolution` says how it ended, "" before; `amount` is what it took."""

    id: str
    resolution: str
    amount: Decimal | None

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Dispute":
        """From the `data` of a `charge.dispute.*` event."""
        return cls(
            id=str(data.get("id") or "")[:100],
            resolution=str(data.get("resolution") or data.get("status") or ""),
            amount=cedis(data.get("refund_amount")),
        )


@dataclass(frozen=True, slots=True)
class Event:
    """What happened (`kind`, as "charge.success"), to which payment, and what Paystack says of it.

    `about` is None for an event that we have no use for. `key` is the same for every delivery of one event.
    """

    kind: str
    reference: str
    key: str
    about: Charge | Refunded | Dispute | None

    @classmethod
    def read(cls, body: bytes) -> "Event":
        """From the body of a webhook, whatever it holds: what is no event of theirs is one with nothing to do."""
        kind, data = _parsed(body)
        reference = _reference(data)
        subject = _text(data.get("id") or data.get("refund_reference"))
        same = f"{subject}:{reference}" if reference and subject else hashlib.sha256(body).hexdigest()
        return cls(kind, reference, f"{kind}:{same}"[:300], _about(kind, data))


def _about(kind: str, data: Mapping[str, Any]) -> Charge | Refunded | Dispute | None:
    if kind.startswith("charge.dispute."):
        return Dispute.read(data)
    if kind.startswith("refund."):
        return Refunded.read(data)
    return Charge.read(data) if kind.startswith("charge.") else None


def _parsed(body: bytes) -> tuple[str, dict[str, Any]]:
    """The event's name and the object in `data`; a name in brackets when the body is something else."""
    try:
        news = storable(json.loads(body))
    except (ValueError, RecursionError):
        return "(not JSON)", {}
    if not isinstance(news, dict):
        return "(not an object)", {}
    data = news.get("data")
    return _text(news.get("event")), data if isinstance(data, dict) else {}


def _reference(data: Mapping[str, Any]) -> str:
    """The payment an event is about: its own reference, or that of the transaction it concerns."""
    transaction_of = data.get("transaction")
    nested = transaction_of.get("reference") if isinstance(transaction_of, dict) else None
    return _text(data.get("transaction_reference") or nested or data.get("reference"))


def _text(value: Any) -> str:
    """Printable text of at most 100 characters, for columns and logs."""
    return "".join(c for c in str(value if value is not None else "")[:100] if c.isprintable())
