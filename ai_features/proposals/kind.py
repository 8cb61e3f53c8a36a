"""What a kind of proposal declares: how it is suggested, what it rests on, and how it is done."""

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.crypto import salted_hmac

from ai_features.models import Proposal
from common.tenancy import Caller

Payload = dict[str, Any]
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Something to be proposed. `facts` were read before it was worded; `summary` may hold `{customer}`."""

    kind: Proposal.Kind
    key: str
    summary: str
    payload: Payload
    facts: Facts
    expires_at: dt.datetime
    amount: Decimal | None = None
    customer_id: uuid.UUID | None = None


def _free(proposal: Proposal) -> str:
    return ""


def _nothing(proposal: Proposal) -> None:
    """Nothing is left to do."""


def _no_link(proposal: Proposal) -> str | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of proposal."""

    name: Proposal.Kind
    propose: Callable[[Caller, Mapping[str, Any]], Wanted]
    """(caller, validated inputs) -> what is to be proposed. Raises children of `DomainError`."""
    needs: tuple[str, ...]
    """The inputs that it cannot do without."""
    lock: Callable[[uuid.UUID, Payload], None]
    """Lock what the facts are read from, until the transaction ends."""
    facts: Callable[[uuid.UUID, Payload], Facts]
    """What it rests on, as JSON; equal facts are equal JSON."""
    moved: Mapping[str, str]
    """By name of a fact, the sentence that tells that it moved; the first that did is told."""
    act: Callable[[Caller, Proposal], str]
    """Do it, in the transaction that read the facts; what was done. Calls no network. Raises `DomainError`."""
    waits: Callable[[Proposal], str] = _free
    """Why it cannot be done just now and may be later; "" when it can."""
    barred: Callable[[Proposal], str] = _free
    """Why it must not be done though its facts are the same; "" when it may."""
    waiting: Callable[[Mapping[str, Any]], str] = lambda inputs: ""
    """(inputs) -> the key, where it is known before anything is worded and charged."""
    deliver: Callable[[Proposal], None] = _nothing
    """What is left to do over the network, after the commit."""
    at_once: Callable[[Payload], bool] = lambda payload: False
    """Whether nothing leaves by itself, so that the ten minutes begin when it is done."""
    take_back: Callable[[Caller, Proposal], None] | None = None
    """For what is done at once: undo it within ten minutes."""
    link: Callable[[Proposal], str | None] = _no_link
    """For a person to open, once it is done."""


def fingerprint(facts: Facts) -> str:
    """SHA-256 of the facts, whatever the order of their names."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def keyed(contact: str) -> str:
    """Stands for a phone or email among facts: tells whether it changed, and not what it is."""
    return salted_hmac("proposals.contact", contact, algorithm="sha256").hexdigest()[:32] if contact else ""
