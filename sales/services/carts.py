"""Holding a cart and taking it up again."""

import uuid
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from accounts.models import Storefront
from common import clock, errors
from common.money import ZERO, cedis
from common.tenancy import Caller
from inventory.models import Product
from sales.models import Cart, Customer, TillEvent
from sales.services.drawer import session_of
from sales.services.lines import NewLine

CARTS_AT_MOST = 100  # at one storefront


def hold_cart(
    caller: Caller,
    *,
    storefront_id: uuid.UUID,
    lines: Sequence[NewLine],
    customer_id: uuid.UUID | None = None,
    held_for: str = "",
) -> Cart:
    """Keep lines for later. Raises `InvalidInput`, `NotAllowed`, or `Conflict` where a hundred wait already."""
    caller.require_storefront(storefront_id)
    if not Storefront.objects.of(caller.business_id).filter(pk=storefront_id).exists():
        raise errors.InvalidInput.field("storefront_id", "There is no such storefront.")
    if customer_id and not Customer.objects.of(caller.business_id).filter(pk=customer_id).exists():
        raise errors.InvalidInput.field("customer_id", "There is no such customer.")
    named = {line.product_id for line in lines}
    if Product.objects.of(caller.business_id).filter(pk__in=named).count() < len(named):
        raise errors.InvalidInput.field("lines", "There is no such product.")
    if Cart.objects.of(caller.business_id).filter(storefront_id=storefront_id).count() >= CARTS_AT_MOST:
        raise errors.Conflict("A hundred carts are held here; remove some first.")
    return Cart.objects.create(
        business_id=caller.business_id,
        storefront_id=storefront_id,
        customer_id=customer_id,
        held_for=held_for,
        lines=[_plain(line) for line in lines],
        held_by_id=caller.membership_id,
        held_at=clock.now(),
    )


@transaction.atomic
def take_up_cart(caller: Caller, cart_id: uuid.UUID) -> Cart:
    """The cart, which waits no longer; one till gets it. Raises `NotFound`."""
    cart = _locked(caller, cart_id)
    kept = cart.pk
    cart.delete()
    cart.pk = kept
    return cart


@transaction.atomic
def drop_cart(caller: Caller, cart_id: uuid.UUID) -> None:
    """Give a cart up; that is written down as cancelled, with what it was worth at the prices of now."""
    cart = _locked(caller, cart_id)
    TillEvent.objects.create(
        business_id=caller.business_id,
        kind=TillEvent.Kind.CART_CANCELLED,
        storefront_id=cart.storefront_id,
        session_id=session_of(caller, cart.storefront_id, till_id=None),
        by_id=caller.membership_id,
        at=clock.now(),
        amount=_worth(cart),
        note=cart.held_for,
    )
    cart.delete()


def _locked(caller: Caller, cart_id: uuid.UUID) -> Cart:
    found = Cart.objects.select_for_update(of=("self",)).select_related("customer")
    carts = found.filter(storefront_id=caller.storefront_id) if caller.storefront_id else found
    return carts.get_or_404(caller.business_id, cart_id)


def _plain(line: NewLine) -> dict[str, str | None]:
    return {
        "product_id": str(line.product_id),
        "pack_id": str(line.pack_id) if line.pack_id else None,
        "quantity": str(line.quantity),
        "unit_price": None if line.unit_price is None else str(line.unit_price),
        "discount": str(line.discount),
    }


def _worth(cart: Cart) -> Decimal:
    products = Product.objects.of(cart.business_id).in_bulk({uuid.UUID(line["product_id"]) for line in cart.lines})
    return sum((_gross(line, products[uuid.UUID(line["product_id"])]) for line in cart.lines), ZERO)


def _gross(line: dict[str, str | None], product: Product) -> Decimal:
    return cedis(Decimal(line["quantity"] or 0) * Decimal(line["unit_price"] or product.retail_price))
