"""Opening a purchase at Paystack, and asking Paystack what became of it."""

import datetime as dt
import secrets
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.models import Business, User
from ai_features import packs, taxes
from ai_features.errors import AIDisabled
from ai_features.models import AICreditPurchase, AIMonthlyAddon
from ai_features.queries import plans
from ai_features.services.billing import SUSPENDED, AIBillingService
from ai_features.services.payments import paystack
from ai_features.services.payments.completion import GIVEN_UP_AFTER, Verdict, complete, fail_old
from common import clock, isolated_work
from common.errors import InvalidInput, NotFound
from common.tenancy import MANAGEMENT, Caller

log = structlog.get_logger("ai_features.payments")
Status = AICreditPurchase.Status
UNPAID = (Status.PENDING, Status.FAILED)
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
    purchase = write_purchase(business, caller.user_id, _with_bonus(pack, business), payment_method)
    return open_checkout(purchase, address)


def write_purchase(
    business: Business,
    user_id: uuid.UUID | None,
    pack: packs.Pack,
    payment_method: str,
    *,
    addon: AIMonthlyAddon | None = None,
    period_start: dt.date | None = None,
    email: str = "",
    terms: dict[str, str] | None = None,
) -> AICreditPurchase:
    """The row of a purchase, priced with the taxes of today, under a reference of its own.

    `terms` are what a plan gives besides credits. `email` is the one a saved card belongs to; otherwise the
    business's. Raises `AIDisabled`, for all but the storefronts, which need no AI.
    """
    if pack.key != AICreditPurchase.Package.STOREFRONT:
        require_open(business.pk)
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
        email=email or billing_email(business, user_id),
        domain=paystack.domain(),
        next_check_at=clock.now() + CHECKED_AGAIN_AFTER,
        addon=addon,
        period_start=period_start,
        terms=terms,
    )


def require_open(business_id: uuid.UUID) -> None:
    """Raise `AIDisabled` while nothing is sold: AI is switched off, or our staff has suspended this business."""
    if not settings.AI_FEATURES_ENABLED:
        raise AIDisabled
    if AIBillingService.is_suspended(business_id):
        raise AIDisabled(SUSPENDED)


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
        raise NotFound("There is no payment with this reference.")
    if purchase.payment_status in (Status.COMPLETED, Status.REFUNDED):
        return Verdict.of(purchase)
    return check(purchase)


def check(purchase: AICreditPurchase) -> Verdict:
    """Ask Paystack about a purchase, whatever its state, and act on the answer. Raises `PaymentProviderError`."""
    now = clock.now()
    wait = max((now - purchase.created_at) / 2, CHECKED_AGAIN_AFTER)
    AICreditPurchase.objects.filter(pk=purchase.pk).update(checked_at=now, next_check_at=now + wait)
    try:
        charge = paystack.verify(purchase.payment_reference)
    except paystack.UnknownReference:
        return Verdict.of(purchase)
    return complete(purchase.payment_reference, charge)


def check_unpaid() -> Iterator[tuple[str, str]]:
    """Ask about purchases that are not paid; what is pending for a day fails for now. (reference, outcome).

    Paystack can settle a payment however late, so a failed one is still asked about: the older it is, the more
    seldom, half as long after each question as it was old by then. Ends early while Paystack does not answer.
    """
    silence = Counter[str]()

    def ask(purchase: AICreditPurchase) -> tuple[str, str] | None:
        try:
            status = check(purchase).purchase.payment_status
        except paystack.PaymentProviderError as problem:
            silence["in a row"] += 1
            return purchase.payment_reference, problem.code
        silence.clear()
        return purchase.payment_reference, fail_old(purchase.pk) if status == Status.PENDING else status

    answering = takewhile(lambda _: silence["in a row"] < UNREACHABLE, list(_due_for_a_question(clock.now())))
    return isolated_work.each(answering, ask, name="unpaid_purchases")


def _due_for_a_question(now: dt.datetime) -> QuerySet[AICreditPurchase]:
    """Those whose time has come, those a day old that still wait, and those a clock ahead of ours has postponed."""
    is_time = Q(next_check_at__lte=now) | Q(next_check_at__isnull=False, checked_at__gt=now)
    waits_a_day = Q(payment_status=Status.PENDING, created_at__lte=now - GIVEN_UP_AFTER)
    unpaid = AICreditPurchase.objects.filter(payment_status__in=UNPAID).exclude(payment_reference="")
    return unpaid.filter(is_time | waits_a_day).order_by("created_at")


def new_reference() -> str:
    """`AI-CREDIT-<milliseconds>-<8 hex>`: letters, digits and "-", which is what Paystack takes."""
    return f"AI-CREDIT-{int(clock.now().timestamp() * 1000)}-{secrets.token_hex(4)}"


def billing_email(business: Business, user_id: uuid.UUID | None) -> str:
    """The business's address, or that of the person who buys."""
    if business.email or user_id is None:
        return business.email
    return User.objects.filter(pk=user_id).values_list("email", flat=True).first() or ""


def checked_callback(url: str) -> str:
    """The URL to come back to; the front end's own when none is given. Raises `InvalidInput`."""
    if not url:
        return f"{settings.FRONTEND_URL}/payment/callback"
    try:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}".lower()
    except ValueError as problem:
        raise InvalidInput.field("callback_url", "This is not a URL.") from problem
    allowed = {origin.rstrip("/").lower() for origin in settings.PAYMENT_CALLBACK_ORIGINS}
    if origin not in allowed or not url.isprintable() or " " in url or "\\" in url:
        raise InvalidInput.field("callback_url", "Payments may not return to this URL.")
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


def _with_bonus(pack: packs.Pack, business: Business) -> packs.Pack:
    """A starter pack with what the plan that runs at this moment adds to it."""
    plan = plans.running(business.pk) if pack.key == "starter" else None
    return replace(pack, bonus=pack.bonus + plan.starter_bonus) if plan else pack


def _note(purchase: AICreditPurchase, reason: str, *, status: Status | None = None) -> None:
    """Keep why a purchase could not be opened, unless it has moved on meanwhile. Nobody can pay a refused one."""
    changes = {"reason": reason[:250]} | ({"payment_status": status, "next_check_at": None} if status else {})
    with transaction.atomic():
        AICreditPurchase.objects.filter(pk=purchase.pk, payment_status=Status.PENDING).update(**changes)
    log.warning("purchase_not_opened", reference=purchase.payment_reference, reason=reason)
