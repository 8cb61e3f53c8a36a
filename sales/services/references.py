"""References of mobile money and bank transfers: one that was used before may be a screenshot shown twice."""

import uuid
from collections import Counter
from collections.abc import Iterable

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce, Upper

from common import errors
from common import shop_clock as clock
from common.money import ZERO, written
from common.tenancy import MANAGEMENT, Caller
from sales.models import Payment
from sales.services.numbers import lock_counter

PROVABLE = frozenset({Payment.Method.MOBILE_MONEY, Payment.Method.BANK})


def confirm_references(caller: Caller, payments: Iterable[Payment], *, confirmed: bool) -> None:
    """Refuse a reference that an earlier payment has, naming it, unless a manager confirms. The payments are not saved.

    Locks the invoice counter, so that of two tills with one reference the second sees the first. Raises `NotAllowed`
    for a cashier, else `ConfirmationRequired`; both carry `first`: where the reference was used.
    """
    used = provable(payments)
    if not used or (confirmed and caller.role in MANAGEMENT):
        return
    lock_counter(caller.business_id)
    counted = Counter(key_of(payment) for payment in used)
    for payment in used:
        if first := _first_with(payment):
            raise _refusal(caller, payment, f"was used {_told(first)}", first=_place(first))
        if counted[key_of(payment)] > 1:
            raise _refusal(caller, payment, "is given twice here", first=None)


def provable(payments: Iterable[Payment]) -> list[Payment]:
    """Those that name a transfer."""
    return [payment for payment in payments if payment.reference.strip() and payment.method in PROVABLE]


def key_of(payment: Payment) -> str:
    """The reference, however it is typed."""
    return _key(payment.reference)


def used_references(business_id: uuid.UUID, references: Iterable[str]) -> set[str]:
    """The keys of those that some payment has, also one that was paid back since. One query, or none."""
    if not (keys := {_key(reference) for reference in references if reference.strip()}):
        return set()
    found = Payment.objects.of(business_id).annotate(key=Upper("reference")).filter(~Q(reference=""), key__in=keys)
    return {_key(reference) for reference in found.values_list("reference", flat=True)}


def _key(reference: str) -> str:
    return reference.strip().upper()


def _first_with(payment: Payment) -> Payment | None:
    """The first payment of the business with that reference which was not paid back in full since."""
    found = Payment.objects.of(payment.business_id).filter(
        kind=Payment.Kind.RECEIVED, method__in=PROVABLE, reference__iexact=payment.reference.strip()
    )
    back = found.annotate(back=Coalesce(Sum("reversals__amount"), ZERO)).filter(back__lt=F("amount"))
    return back.select_related("sale", "customer").order_by("received_at", "id").first()


def _told(first: Payment) -> str:
    day = f"on {clock.local_date(first.received_at):%d/%m/%Y}"
    if first.sale:
        return f"for {first.sale.number} {day}"
    return f"by {first.customer.name} {day}" if first.customer else day


def _place(first: Payment) -> dict[str, str | None]:
    return {
        "payment_id": str(first.pk),
        "sale_id": str(first.sale_id) if first.sale_id else None,
        "number": first.sale.number if first.sale else None,
        "received_at": first.received_at.isoformat(),
    }


def _refusal(caller: Caller, payment: Payment, why: str, **more: object) -> errors.DomainError:
    message = f"The reference {payment.reference} of {written(payment.amount)} {why}."
    if caller.role not in MANAGEMENT:
        return errors.NotAllowed(f"{message} An owner or manager must look at it.", **more)
    return errors.ConfirmationRequired(f"{message} Confirm only if both are real.", confirm=["reference"], **more)
