"""The HTTP client of Paystack: five calls, their answers as plain types, and what may be sent twice."""

import datetime as dt
import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any
from urllib.parse import quote

import requests
import structlog
from django.conf import settings
from urllib3.util import Retry

from common import money
from common.errors import DomainError
from common.http_deadline import deadline, session
from common.storable import storable

log = structlog.get_logger(__name__)
CONNECT_SECONDS = 5
CURRENCY = "GHS"


class PaymentProviderError(DomainError):
    """Paystack did not answer, or not so that it can be understood: what it did is not known."""

    code = "payment_provider_error"
    message = "The payment provider did not answer. Your credits have not changed; please try again in a minute."


class PaymentRefused(PaymentProviderError):
    """Paystack answered that it did nothing; `reason` is its own sentence, for staff."""

    message = "The payment provider refused this payment; please try again or choose another way to pay."

    def __init__(self, reason: str, status: int, message: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        self.status = status


class UnknownReference(PaymentRefused):
    """Paystack has never heard of this reference."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """Where the customer pays."""

    authorization_url: str
    access_code: str
    reference: str


@dataclass(frozen=True, slots=True)
class Charge:
    """A payment as Paystack sees it. `status` is `data.status`: only "success" is money."""

    id: str
    reference: str
    status: str
    amount: Decimal | None
    currency: str
    domain: str
    channel: str = ""
    message: str = ""
    email: str = ""
    """Whose payment it is: a saved card can be charged under this address alone."""
    authorization: Mapping[str, Any] = field(default_factory=dict)
    authorization_url: str = ""
    """Where the cardholder must approve the charge of a saved card, when the bank asks for it."""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Charge":
        """From the `data` of a verify answer, a charge answer or a `charge.*` event; amounts are pesewas."""
        authorization, customer = data.get("authorization"), data.get("customer")
        return cls(
            id=str(data.get("id", "")),
            reference=str(data.get("reference", "")),
            status=str(data.get("status", "")).lower(),
            amount=cedis(data.get("amount")),
            currency=str(data.get("currency", "")).upper(),
            domain=str(data.get("domain", "")).lower(),
            channel=str(data.get("channel") or ""),
            message=str(data.get("gateway_response") or data.get("message") or "")[:250],
            email=str((customer.get("email") or "") if isinstance(customer, dict) else "")[:254],
            authorization=authorization if isinstance(authorization, dict) else {},
            authorization_url=str(data.get("authorization_url") or "")[:500],
        )


@dataclass(frozen=True, slots=True)
class Refunded:
    """A refund as Paystack sees it: `pending`, `processing`, `processed`, `failed` or `needs-attention`."""

    id: str
    reference: str
    status: str
    amount: Decimal | None
    note: str = ""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Refunded":
        """From a refund answer, a row of the list, or a `refund.*` event."""
        transaction = data.get("transaction")
        nested = transaction.get("reference") if isinstance(transaction, dict) else None
        return cls(
            id=str(data.get("id") or data.get("refund_reference") or "")[:100],
            reference=str(nested or data.get("transaction_reference") or ""),
            status=str(data.get("status", "")).lower(),
            amount=cedis(data.get("amount")),
            note=str(data.get("merchant_note") or ""),
        )


def domain() -> str:
    """ "live" or "test": the side of Paystack that our key opens."""
    return "live" if settings.PAYSTACK_SECRET_KEY.startswith("sk_live_") else "test"


def signature_is_valid(body: bytes, signature: str) -> bool:
    """Whether `signature` is the HMAC-SHA512 of the raw bytes under our key. In constant time."""
    if not settings.PAYSTACK_SECRET_KEY:
        return False
    expected = hmac.new(settings.PAYSTACK_SECRET_KEY.encode(), body, hashlib.sha512).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.strip().lower().encode())


def initialize(
    *, email: str, amount: Decimal, reference: str, channel: str, callback_url: str, metadata: dict[str, str]
) -> Checkout:
    """Open a payment of `amount` GHS. To be called once for a reference, whatever the outcome.

    Raises `PaymentRefused`, or `PaymentProviderError` when the outcome is not known.
    """
    body: dict[str, Any] = {
        "email": email,
        "amount": money.pesewas(amount),
        "currency": CURRENCY,
        "reference": reference,
        "channels": [channel],
        "metadata": metadata,
    }
    if callback_url:
        body["callback_url"] = callback_url
    data = _data(_call("POST", "/transaction/initialize", json=body))
    try:
        return Checkout(data["authorization_url"], data["access_code"], data["reference"])
    except KeyError as missing:
        raise PaymentProviderError from missing


def verify(reference: str) -> Charge:
    """What became of a payment. Safe to repeat. Raises `UnknownReference` when Paystack has no such payment."""
    return Charge.read(_data(_call("GET", f"/transaction/verify/{quote(reference, safe='')}")))


def charge_authorization(*, email: str, amount: Decimal, reference: str, authorization_code: str) -> Charge:
    """Charge a card that was saved as reusable, under the address it was saved with.

    To be called once for a reference; then `verify`. With an `authorization_url` in the answer nothing is charged
    until the cardholder has approved it there.
    """
    body = {
        "email": email,
        "amount": money.pesewas(amount),
        "currency": CURRENCY,
        "reference": reference,
        "authorization_code": authorization_code,
    }
    return Charge.read(_data(_call("POST", "/transaction/charge_authorization", json=body)))


def refund(reference: str, amount: Decimal, *, note: str, own_id: str) -> Refunded:
    """Give back `amount` GHS of a payment. Paystack cannot tell a repeat from a second refund: never call it twice.

    `own_id` begins the note that the list shows us, so that a refund whose answer was lost is found again.

    Raises `PaymentRefused` when nothing was given back, `PaymentProviderError` when that is not known.
    """
    body = {
        "transaction": reference,
        "amount": money.pesewas(amount),
        "currency": CURRENCY,
        "customer_note": note,
        "merchant_note": f"{own_id} {note}",
    }
    return Refunded.read(_data(_call("POST", "/refund", json=body)))


def refunds_since(day: dt.date) -> Iterator[Refunded]:
    """Every refund that Paystack has from `day` on, newest first. Safe to repeat."""
    page = 1
    while True:
        answer = _call("GET", "/refund", params={"from": day.isoformat(), "perPage": 100, "page": page})
        rows = answer.get("data")
        yield from (Refunded.read(row) for row in rows or [])
        if page >= int((answer.get("meta") or {}).get("pageCount") or 1):
            return
        page += 1


@cache
def _session() -> requests.Session:
    """Kept connections. Only what never reached Paystack, or only reads, is sent again."""
    retry = Retry(
        total=None,
        connect=2,
        read=2,
        status=2,
        other=0,
        allowed_methods={"GET"},
        status_forcelist={429, 500, 502, 503, 504},
        backoff_factor=0.2,
        respect_retry_after_header=False,
        raise_on_status=False,
    )
    return session(pool_connections=2, pool_maxsize=20, max_retries=retry)


def _call(method: str, path: str, **what: Any) -> dict[str, Any]:
    """One call, repeats included, within `PAYSTACK_SECONDS`. Logs neither bodies nor keys."""
    if not settings.PAYSTACK_SECRET_KEY:
        raise PaymentRefused("PAYSTACK_SECRET_KEY is not set", 0, "Payments are not set up on this server yet.")
    url, limits = settings.PAYSTACK_BASE_URL + path, (CONNECT_SECONDS, settings.PAYSTACK_SECONDS)
    try:
        with deadline(settings.PAYSTACK_SECONDS):
            response = _session().request(method, url, auth=_bearer, timeout=limits, allow_redirects=False, **what)
        answer = storable(response.json())
    except (requests.RequestException, RecursionError) as problem:
        log.warning("paystack_unreachable", path=path.split("/verify/", maxsplit=1)[0], problem=type(problem).__name__)
        raise PaymentProviderError from problem
    return _understood(path, response.status_code, answer)


def _bearer(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """As `auth`, so that a .netrc of the machine cannot replace the key."""
    request.headers["Authorization"] = f"Bearer {settings.PAYSTACK_SECRET_KEY}"
    return request


def _understood(path: str, status: int, answer: Any) -> dict[str, Any]:
    if status < 300 and isinstance(answer, dict) and answer.get("status") is True:
        return answer
    reason = str(answer.get("message", ""))[:250] if isinstance(answer, dict) else ""
    log.warning("paystack_refused", path=path.split("/verify/", maxsplit=1)[0], status=status, reason=reason)
    if not 400 <= status < 500:
        raise PaymentProviderError
    if path.startswith("/transaction/verify/") and _is_unknown(status, reason):
        raise UnknownReference(reason, status)
    raise PaymentRefused(reason, status)


def _is_unknown(status: int, reason: str) -> bool:
    """Paystack has answered 404, and 400 "Transaction reference not found", for a reference it does not know."""
    return status == 404 or (status == 400 and "not found" in reason.lower())


def _data(answer: dict[str, Any]) -> dict[str, Any]:
    data = answer.get("data")
    if not isinstance(data, dict):
        raise PaymentProviderError
    return data


def cedis(amount: Any) -> Decimal | None:
    """Pesewas to GHS; None for anything but a whole number."""
    if isinstance(amount, str) and amount.isdecimal():
        amount = int(amount)
    return money.from_pesewas(amount) if isinstance(amount, int) and not isinstance(amount, bool) else None
