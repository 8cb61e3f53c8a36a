"""A new retail price of one product."""

import datetime as dt
import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from ai_features.models import Proposal
from ai_features.proposals.kind import Facts, Kind, Payload, Wanted
from common import clock, errors, money
from common.slips import confirm_amounts
from common.tenancy import Caller
from inventory.models import Product
from inventory.services import change_product

LIVES: Final = dt.timedelta(days=7)
MOVED = {
    "sold": "The product is no longer sold.",
    "cost": "Its cost has changed.",
    "price": "Its price has changed.",
    "wholesale": "Its wholesale price has changed.",
}


def propose(caller: Caller, inputs: Mapping[str, Any]) -> Wanted:
    """Raises `InvalidInput` for the price that it has, and `ConfirmationRequired` for what looks like a slip."""
    product, price = inputs["product_id"], inputs["new_price"]
    confirm_amounts([price], field="new_price", confirmed=inputs.get("confirmed", False))
    if price == product.retail_price:
        raise errors.InvalidInput.field("new_price", "This product already has this price.")
    payload = {"product_id": str(product.pk), "new_price": money.plain(price)}
    found = facts(caller.business_id, payload)
    if not found["sold"]:
        raise errors.Conflict(MOVED["sold"])
    below = " It is below cost." if product.cost and price < product.cost else ""
    old, new = money.written(product.retail_price), money.written(price)
    return Wanted(
        kind=Proposal.Kind.PRICE_CHANGE,
        key=f"price:{product.pk}",
        payload=payload,
        facts=found,
        amount=price,
        summary=f"{product.name} from {old} to {new}.{below}",
        expires_at=clock.now() + LIVES,
    )


def lock(business_id: uuid.UUID, payload: Payload) -> None:
    Product.objects.select_for_update().filter(business_id=business_id, pk=payload["product_id"]).first()


def facts(business_id: uuid.UUID, payload: Payload) -> Facts:
    product = Product.objects.of(business_id).filter(pk=payload["product_id"]).first()
    if product is None:
        return {"sold": False, "cost": "", "price": "", "wholesale": ""}
    wholesale = product.wholesale_price
    return {
        "sold": product.is_active,
        "cost": money.plain(product.cost),
        "price": money.plain(product.retail_price),
        "wholesale": "" if wholesale is None else money.plain(wholesale),
    }


def act(caller: Caller, proposal: Proposal) -> str:
    product_id, price = uuid.UUID(proposal.payload["product_id"]), Decimal(proposal.payload["new_price"])
    change_product(caller, product_id, changes={"retail_price": price}, confirmed=True)
    return "The price was changed."


KIND = Kind(
    name=Proposal.Kind.PRICE_CHANGE,
    needs=("product_id", "new_price"),
    propose=propose,
    lock=lock,
    facts=facts,
    moved=MOVED,
    act=act,
)
