"""Opening a purchase at Paystack, and asking Paystack what became of it."""

import datetime as dt
import secrets
import uuid
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.db import transaction

from accounts.models import Business, User
from ai_features import packs
from ai_features.errors import AIDisabled
from ai_features.models import AICreditPurchase, AIMonthlyAddon
from ai_features.services import paystack, taxes
from ai_features.services.payments.completion import Verdict, complete, fail_old
from common import clock, sweeps
from common.errors import InvalidInput, NotFound
from common.tenancy import MANAGEMENT, Caller

log = structlog.get_logger("ai_features.payments")
Status = AICreditPurchase.Status
GIVEN_UP_AFTER = dt.timedelta(hours=24)
CHECKED_AGAIN_AFTER = dt.timedelta(minutes=2)
UNREACHABLE = 5  # calls in a row after which Paystack is left alone until the next run


def start_purchase(
    caller: Caller, *, package: str, payment_method: str, callback_url: str = "", custom_amount: Decimal | None = None
) -> AICreditPurchase:
    """Open a purchase of a pack or of a custom amount; the customer pays at its `authorization_url`.

    Raises `InvalidInput`, `AIDisabled`, and `PaymentProviderError` when Paystack cannot be reached or refuses.
    """
    caller.require(*MANAGEMENT)
    pack, address = _pack(package, custom_amount), checked_callback(callback_url)
    business = Business.objects.get(pk=caller.business_id)
    purchase = write_purchase(business, caller.user_id, pack, payment_method)
    return open_checkout(purchase, address)


def write_purchase(
    business: Business,
    user_id: uuid.UUID | None,
    pack: packs.Pack,
    payment_method: str,
    *,
    addon: AIMonthlyAddon | None = None,
    period_start: dt.date | None = None,
) -> AICreditPurchase:
    """The row of a purchase, priced with the taxes of today, under a reference of its own."""
    if not settings.AI_FEATURES_ENABLED:
        raise AIDisabled
    quote = taxes.quote(pack.price, on=clock.today())
    return AICreditPurchase.objects.create(
        business=business,
        user_id=user_id,
        package=pack.key,
        base_amount=quote.base,
        taxes=[{"name": t.name, "rate": str(t.rate), "amount": str(t.amount)} for t in quote.taxes],
        amount_paid=quote.total,
        credits_purchased=pack.credits,
        bonus_credits=pack.bonus,
        payment_reference=new_reference(),
        payment_method=payment_method,
        email=billing_email(business, user_id),
        domain=paystack.domain(),
        addon=addon,
        period_start=period_start,
    )


def open_checkout(purchase: AICreditPurchase, callback_url: str) -> AICreditPurchase:
    """Ask Paystack, once for this reference, where the customer pays; they come back to a checked `callback_url`.

    Raises `PaymentProviderError`.
    """
    try:
        checkout = paystack.initialize(
            email=purchase.email,
            amount=purchase.amount_paid,
            reference=purchase.payment_reference,
            channel=purchase.payment_method,
            callback_url=callback_url,
            metadata={"business": str(purchase.business_id), "package": purchase.package},
        )
    except paystack.PaymentRefused as refusal:
        _note(purchase, f"Paystack refused to open the payment: {refusal.reason}", status=Status.FAILED)
        raise
    except paystack.PaymentProviderError:
        _note(purchase, "Paystack did not answer when the payment was opened.")
        raise
    purchase.authorization_url, purchase.access_code = checkout.authorization_url, checkout.access_code
    purchase.save(update_fields=["authorization_url", "access_code"])
    return purchase


def verify_purchase(business_id: uuid.UUID, reference: str) -> Verdict:
    """Ask Paystack about a purchase of this business and act on the answer; pending stays pending.

    A completed purchase is answered without asking. Raises `NotFound`, `PaymentProviderError`.
    """
    purchase = AICreditPurchase.objects.of(business_id).filter(payment_reference=reference).first()
    if purchase is None:
        raise NotFound("We know no payment by this reference.")
    if purchase.payment_status in (Status.COMPLETED, Status.REFUNDED):
        return Verdict.of(purchase)
    return check(purchase)


def check(purchase: AICreditPurchase) -> Verdict:
    """Ask Paystack about a purchase, whatever its state, and act on the answer. Raises `PaymentProviderError`."""
    AICreditPurchase.objects.filter(pk=purchase.pk).update(checked_at=clock.now())
    try:
        charge = paystack.verify(purchase.payment_reference)
    except paystack.UnknownReference:
        return Verdict.of(purchase)
    return complete(purchase.payment_reference, charge)


def check_pending() -> Iterator[tuple[str, str]]:
    """Ask again about purchases that wait; what is older than a day fails for now. (reference, outcome).

    The longer a purchase has waited, the more seldom it is asked about. Ends early while Paystack does not answer.
    """
    now = clock.now()
    silence = Counter[str]()

    def ask(purchase: AICreditPurchase) -> tuple[str, str] | None:
        if not _is_time(purchase, now):
            return None
        try:
            status = check(purchase).purchase.payment_status
        except paystack.PaymentProviderError as problem:
            silence["in a row"] += 1
            return purchase.payment_reference, problem.code
        silence.clear()
        if status == Status.PENDING and purchase.created_at <= now - GIVEN_UP_AFTER:
            status = fail_old(purchase.pk, now - GIVEN_UP_AFTER)
        return purchase.payment_reference, status

    waiting = AICreditPurchase.objects.filter(
        payment_status=Status.PENDING, created_at__lte=now - CHECKED_AGAIN_AFTER
    ).exclude(payment_reference="")
    answering = takewhile(lambda _: silence["in a row"] < UNREACHABLE, list(waiting.order_by("created_at")))
    return sweeps.each(answering, ask, name="pending_purchases")


def _is_time(purchase: AICreditPurchase, now: dt.datetime) -> bool:
    """Half as long after the last question as the purchase was old by then; always when it is a day old."""
    if purchase.checked_at is None or purchase.created_at <= now - GIVEN_UP_AFTER:
        return True
    return now - purchase.checked_at >= (purchase.checked_at - purchase.created_at) / 2


def new_reference() -> str:
    """`AI-CREDIT-<milliseconds>-<8 hex>`: letters, digits and "-", which is what Paystack takes."""
    return f"AI-CREDIT-{int(clock.now().timestamp() * 1000)}-{secrets.token_hex(4)}"


def billing_email(business: Business, user_id: uuid.UUID | None) -> str:
    """The business's address, or that of the person who buys."""
    if business.email or user_id is None:
        return business.email
    return User.objects.filter(pk=user_id).values_list("email", flat=True).first() or ""


def checked_callback(url: str) -> str:
    """The address to come back to; the front end's own when none is given. Raises `InvalidInput`."""
    if not url:
        return f"{settings.FRONTEND_URL}/payment/callback"
    try:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}".lower()
    except ValueError as problem:
        raise InvalidInput.field("callback_url", "This is not an address.") from problem
    allowed = {origin.rstrip("/").lower() for origin in settings.PAYMENT_CALLBACK_ORIGINS}
    if origin not in allowed or not url.isprintable() or " " in url or "\\" in url:
        raise InvalidInput.field("callback_url", "Payments may not return to this address.")
    return url


def _pack(package: str, custom_amount: Decimal | None) -> packs.Pack:
    key = packs.ALIASES.get(package, package)
    if key in packs.BY_KEY:
        return packs.BY_KEY[key]
    if key != "custom":
        raise InvalidInput.field("package", "Choose starter, value, premium or custom.")
    if custom_amount is None:
        raise InvalidInput.field("custom_amount", "Say for how many cedis you want to buy credits.")
    if not packs.CUSTOM_LEAST <= custom_amount <= packs.CUSTOM_MOST:
        raise InvalidInput.field("custom_amount", "Choose an amount from GHS 5 to GHS 10,000.")
    return packs.custom(custom_amount)


def _note(purchase: AICreditPurchase, reason: str, *, status: str | None = None) -> None:
    """Keep why a purchase could not be opened, unless it has moved on meanwhile."""
    changes = {"reason": reason[:250]} | ({"payment_status": status} if status else {})
    with transaction.atomic():
        AICreditPurchase.objects.filter(pk=purchase.pk, payment_status=Status.PENDING).update(**changes)
    log.warning("purchase_not_opened", reference=purchase.payment_reference, reason=reason)
