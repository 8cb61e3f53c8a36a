"""What is offered for a what-if of a price: the request to the price advice, with what it costs."""

import uuid
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ai_features.queries import features
from ai_features.services.query_intelligence.price_tries import MOST, PriceTry
from common import money
from inventory.models import Product

FEATURE, PATH = "pricing_optimizer", "/ai/api/pricing-optimizer/what-if/"
"""What the advice is charged as, and where it is."""


def offer(business_id: uuid.UUID, tries: Sequence[PriceTry]) -> tuple[str, list[dict[str, Any]]]:
    """What is said, and at most three `{label, method, path, body}`. One query for prices, one for the charge."""
    found = Product.objects.of(business_id).filter(pk__in=[each.product_id for each in tries[:MOST]])
    prices = {str(pk): price for pk, price in found.values_list("pk", "retail_price")}
    cost = money.written_quantity(features.price(FEATURE))
    actions = [action for each in tries[:MOST] for action in _action(each, prices.get(each.product_id), cost)]
    charge = f"It costs {cost} credits, and nothing where your own past says nothing of this price."
    if not actions:
        return "That product has no price yet that could be changed so.", []
    if len(tries) == 1:
        return f"The price advice answers that for {tries[0].name}. {charge}", actions
    more = "" if len(tries) <= MOST else f" {len(tries)} products are called so; say more of its name for another."
    return f"The price advice answers that: choose the product. {charge}{more}", actions


def _action(each: PriceTry, now: Decimal | None, cost: str) -> Iterator[dict[str, Any]]:
    if not now:
        return
    new = each.to if each.by is None else now + each.by
    if each.percent is not None:
        body, change = {"change_percent": str(each.percent)}, f"{each.percent:+f} %"
    elif new is not None and new > 0 and new != now:
        body, change = {"new_price": money.plain(new)}, money.written(new)
    else:
        return
    yield {
        "label": f"{each.name} at {change}: {cost} credits",
        "method": "POST",
        "path": PATH,
        "body": {"product_id": each.product_id, **body},
    }
