"""What a message at the counter finds: goods, what continues an earlier turn, and what goes with something."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ai_features.feature import Inputs
from ai_features.services import conversations
from common.tenancy import Caller
from inventory.search import Earlier, Found, Hit, Request, Shelf, catalogue_of, continued, find, read
from reports.pairs import bought_with
from sales.models import Customer

MOST_OFFERED, MOST_BESIDE, COMPANIONS = 5, 2, 10
LEAST_SCORE, LEAST_TOGETHER = 0.1, 5
"""Below this it is chance that two goods are in one basket."""


@dataclass(frozen=True)
class Counted:
    """What was found. `beside` are the goods with which it is often bought, where that was asked."""

    found: Found
    beside: list[Hit] = field(default_factory=list)


def found_for(caller: Caller, inputs: Inputs, storefront_id: uuid.UUID | None, customer: Customer | None) -> Counted:
    """What the message asks for, as a continuation of the last turn that found something."""
    request = _request(caller, inputs)
    goes_with = request.beside and not request.only
    asked = replace(request, lowest=None, highest=None, order="", without=()) if goes_with else request
    found = find(
        caller.business_id,
        asked,
        storefront_id=storefront_id,
        tier=customer.price_tier if customer else "",
        own_list=customer.price_list_id if customer else None,
        limit=MOST_OFFERED,
    )
    if not goes_with or not found.hits:
        return Counted(found)
    beside = found.hits[:MOST_BESIDE]
    near = companions(found.shelf, [each.good.id for each in beside])
    hits = [each for each in near if request.fits(each.price) and str(each.good.id) not in request.without]
    hits.sort(key=lambda each: (each.rank, each.price if request.order == "cheapest" else 0))
    return Counted(replace(found, request=request, hits=hits[:MOST_OFFERED], alternatives=[]), beside)


def _request(caller: Caller, inputs: Inputs) -> Request:
    if inputs.get("conversation_id"):
        states = conversations.last_states(caller, inputs["conversation_id"])
        kept = next((state["counter"] for state in states if "counter" in state), None)
        if kept:
            return continued(inputs["message"], Earlier.from_json(kept), catalogue_of(caller.business_id))
    return read(inputs["message"])


def companions(shelf: Shelf, products: Collection[uuid.UUID]) -> list[Hit]:
    """What is often bought with these products, the best first, at the customer's prices for one. Three queries."""
    together = bought_with(shelf.prices.business_id, products, most=COMPANIONS)
    telling = [each for each in together if each.score >= LEAST_SCORE and each.together >= LEAST_TOGETHER]
    places = shelf.catalogue.places
    wanted = [places[each.product_id] for each in telling if each.product_id in places]
    return replace(shelf, quantity=Decimal(1)).hits(wanted)
