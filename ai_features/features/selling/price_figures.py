"""What both price features say of a change of price: its slots, and its figures in the answer."""

import datetime as dt
import math
from decimal import Decimal
from typing import Any

from ai_features.services.slots import Slots
from common import money
from inventory.models import Product
from reports.prices import reading
from reports.prices.candidates import Present
from reports.prices.effect import Effect
from reports.prices.evidence import WINDOW, Event
from reports.prices.outlook import Past

TEST_PLAN = (
    "Try it where it can be seen: move the prices of at least twenty like goods by 5% for six weeks, leave the prices "
    "of as many others alone, and compare. One product by itself shows a change only from about 40%."
)
NO_EVIDENCE = "No price change of yours tells what customers of this product do. A change can be tested first."


def percent(share: float) -> Decimal:
    """A share as a percentage with one decimal."""
    return money.rounded(Decimal(str(share * 100)), 1)


def figure(share: float | None) -> float | None:
    """A share as the JSON number of a percentage."""
    return None if share is None else float(percent(share))


def add_slots(slots: Slots, product: Product, present: Present, price: Decimal, found: Effect, *, known: bool) -> None:
    """The product, both prices, what the change must achieve, and where that is `known` what it would do."""
    slots.name("product", product.name)
    slots.money("now", present.price)
    slots.money("suggested", price)
    slots.change("price_change", percent(found.change))
    if present.cost > 0 and present.margin > 0:
        slots.percent("margin", percent(present.margin))
    if found.spare is not None and present.cost > 0 and present.margin > 0:
        slots.percent("break_even", percent(abs(found.spare)))
    if known and found.profit:
        for place, name in ((0, "low"), (1, "mid"), (2, "high")):
            slots.change(f"units_{name}", percent(found.units[place]))
            slots.change(f"profit_{name}", percent(found.profit[place]))
        slots.percent("chance", percent(found.chance_of_gain))


def current(present: Present) -> dict[str, Any]:
    """The `current_pricing` of the answer."""
    return {
        "retail_price": money.plain(present.price),
        "wholesale_price": None if present.wholesale is None else money.plain(present.wholesale),
        "margin_percent": figure(present.margin) if present.price > 0 and present.cost > 0 else None,
    }


def ranges(shares: tuple[float, float, float] | None) -> dict[str, float | None] | None:
    """Low, middle and high, in percent."""
    return None if shares is None else dict(zip(("low", "mid", "high"), map(figure, shares), strict=True))


def evidence(past: Past) -> dict[str, Any]:
    """The product's own changes of price, oldest first, with what units did beside the rest of the shop."""
    return {
        "weeks_sold": past.weeks,
        "own_changes": [_change(event) for event in past.events],
        "is_enough": past.belief.is_own,
    }


def _change(event: Event) -> dict[str, Any]:
    monday = reading.first_week() + dt.timedelta(weeks=event.week)
    return {
        "week_of": monday.isoformat(),
        "old_price": money.plain(Decimal(str(event.old))),
        "new_price": money.plain(Decimal(str(event.new))),
        "units_change_percent": figure(math.expm1(event.y)),
        "weeks_compared": WINDOW,
    }
