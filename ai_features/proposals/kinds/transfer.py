"""Goods of one product from one storefront to another."""

import datetime as dt
import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from accounts.models import Storefront
from ai_features.models import Proposal
from ai_features.proposals.kind import Facts, Kind, Payload, Wanted
from common import clock, errors
from common.money import written_quantity
from common.slips import confirm_quantities
from common.tenancy import Caller
from inventory.models import Product, Stock, StockMovement
from inventory.services import StockLine, transfer_stock

LIVES: Final = dt.timedelta(days=3)
MOVED = {
    "open": "A storefront was closed, or the product is no longer sold.",
    "enough": "There is not enough left to send.",
    "came": "Goods came in there since.",
}


def propose(caller: Caller, inputs: Mapping[str, Any]) -> Wanted:
    """Raises `InvalidInput` for one storefront twice, and `Conflict` where there is not enough."""
    confirm_quantities([inputs["quantity"]], confirmed=inputs.get("confirmed", False))
    source, target = inputs["from_storefront_id"], inputs["to_storefront_id"]
    return to_move(caller.business_id, inputs["product_id"], inputs["quantity"], source=source, target=target)


def to_move(
    business_id: uuid.UUID, product: Product, quantity: Decimal, *, source: Storefront, target: Storefront
) -> Wanted:
    """To send so many units of `product`."""
    if source.pk == target.pk:
        raise errors.InvalidInput.field("to_storefront_id", "Choose two different storefronts.")
    if product.whole_units_only and quantity % 1:
        raise errors.InvalidInput.field("quantity", f"{product.name} is sold in whole units.")
    payload = {
        "product_id": str(product.pk),
        "from_storefront_id": str(source.pk),
        "to_storefront_id": str(target.pk),
        "quantity": f"{quantity:f}",
    }
    found = facts(business_id, payload)
    if not found["open"] or not found["enough"]:
        raise errors.Conflict(MOVED["enough" if found["open"] else "open"])
    return Wanted(
        kind=Proposal.Kind.TRANSFER,
        key=f"transfer:{product.pk}:{source.pk}:{target.pk}",
        summary=f"{written_quantity(quantity)} {product.name} from {source.name} to {target.name}"[:300],
        payload=payload,
        facts=found,
        expires_at=clock.now() + LIVES,
    )


def lock(business_id: uuid.UUID, payload: Payload) -> None:
    """Both totals, in the order in which stock is always locked."""
    rows = _rows(business_id, payload).order_by("storefront_id", "product_id")
    list(rows.select_for_update(no_key=True).values_list("pk"))


def facts(business_id: uuid.UUID, payload: Payload) -> Facts:
    held = dict(_rows(business_id, payload).values_list("storefront_id", "quantity"))
    source, target = uuid.UUID(payload["from_storefront_id"]), uuid.UUID(payload["to_storefront_id"])
    sold = Product.objects.of(business_id).filter(pk=payload["product_id"], is_active=True, tracks_stock=True).exists()
    places = Storefront.objects.of(business_id).filter(pk__in=(source, target), is_active=True).count()
    came = StockMovement.objects.of(business_id).filter(
        product_id=payload["product_id"],
        storefront_id=target,
        quantity__gt=0,
        kind__in=(StockMovement.Kind.PURCHASE, StockMovement.Kind.TRANSFER),
    )
    return {
        "open": sold and places == 2,
        "enough": held.get(source, Decimal(0)) >= Decimal(payload["quantity"]),
        "came": str(came.order_by("-at", "-pk").values_list("pk", flat=True).first() or ""),
    }


def _rows(business_id: uuid.UUID, payload: Payload) -> Any:
    places = (payload["from_storefront_id"], payload["to_storefront_id"])
    return Stock.objects.of(business_id).filter(product_id=payload["product_id"], storefront_id__in=places)


def act(caller: Caller, proposal: Proposal) -> str:
    payload = proposal.payload
    transfer_stock(
        caller,
        from_storefront_id=uuid.UUID(payload["from_storefront_id"]),
        to_storefront_id=uuid.UUID(payload["to_storefront_id"]),
        lines=[StockLine(uuid.UUID(payload["product_id"]), Decimal(payload["quantity"]))],
        note="As proposed.",
    )
    return "Moved in the books: have the goods carried over."


KIND = Kind(
    name=Proposal.Kind.TRANSFER,
    needs=("product_id", "from_storefront_id", "to_storefront_id", "quantity"),
    propose=propose,
    lock=lock,
    facts=facts,
    moved=MOVED,
    act=act,
)
