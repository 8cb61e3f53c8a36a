"""A product's price from every side: what it must achieve, what its past tells, what to ask, for whom and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from inventory.models import CompetitorPrice, Product
from reports.prices import reading
from reports.prices.advice import Advice, Goal, advise
from reports.prices.bulk import Promotion, QuantityBreak, promotion, quantity_break
from reports.prices.candidates import Limits, Present
from reports.prices.effect import Effect, effect
from reports.prices.evidence import Belief, Event, believe, changes, study


@dataclass(frozen=True, slots=True)
class Past:
    """What a product's own changes of price tell. `weeks` of the last 104 sold something at retail."""

    weeks: int
    events: tuple[Event, ...]
    belief: Belief


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that is said of a product's price."""

    present: Present
    past: Past
    advice: Advice
    competitors: tuple[CompetitorPrice, ...]
    quantity_break: QuantityBreak | None
    promotion: Promotion


def past_of(product: Product) -> Past:
    """Three queries; two more where the price changed."""
    weeks = reading.weeks_of(product)
    events: Sequence[Event] = ()
    if changes(weeks):
        events = study(weeks, *reading.others_of(product))
    return Past(int(np.count_nonzero(weeks.units > 0)), tuple(events), believe(events))


def present_of(product: Product) -> Present:
    """Prices and cover as they are. Two queries."""
    return Present(product.retail_price, product.wholesale_price, product.cost, reading.cover_of(product))


def outlook(product: Product, *, goal: Goal, limits: Limits) -> Outlook:
    """What to ask for the product. At most ten queries."""
    present, past = present_of(product), past_of(product)
    others = reading.competitors(product)
    weekdays, weeks = reading.shop_rhythm(product.business_id)
    return Outlook(
        present=present,
        past=past,
        advice=advise(present, past.belief, goal=goal, limits=limits, competitors=[row.price for row in others]),
        competitors=tuple(others),
        quantity_break=quantity_break(present, reading.line_quantities(product)),
        promotion=promotion(present, weekdays=weekdays, weeks=weeks),
    )


def what_if(product: Product, new_price: Decimal) -> tuple[Present, Past, Effect]:
    """What a new price must not lose, and what the product's own past says of it. The product has a price."""
    present, past = present_of(product), past_of(product)
    return present, past, effect(past.belief, float(new_price / present.price - 1), present.margin)
