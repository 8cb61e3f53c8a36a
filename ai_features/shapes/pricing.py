"""Answers about prices."""

import datetime as dt
from typing import Annotated, Literal

from reports.prices.advice import Why
from reports.shapes import Id, Money, OneOf, Shape, Weekday


class PricedProduct(Shape):
    id: Id
    name: str


class CurrentPricing(Shape):
    retail_price: Money
    wholesale_price: Money | None
    margin_percent: float | None


class PercentRange(Shape):
    """Low, middle and high, in percent."""

    low: float | None
    mid: float | None
    high: float | None


class OwnPriceChange(Shape):
    week_of: dt.date
    old_price: Money
    new_price: Money
    units_change_percent: float
    weeks_compared: int


class PriceEvidence(Shape):
    """The product's own changes of price, oldest first."""

    weeks_sold: int
    own_changes: list[OwnPriceChange]
    is_enough: bool


class PriceWhatIf(Shape):
    """What another price must achieve, and what it may do where there is evidence."""

    product: PricedProduct
    current_pricing: CurrentPricing
    new_price: Money
    change_percent: float | None
    break_even_units_percent: float | None
    evidence: PriceEvidence
    expected: PercentRange | None
    expected_units: PercentRange | None
    probability_of_gain: float | None
    test_plan: str | None
    reasoning: str


class PriceImpact(Shape):
    volume_increase_percent: float | None
    profit_impact: str | None
    volume_range_percent: PercentRange | None
    profit_range_percent: PercentRange | None


class PriceAdvice(Shape):
    suggested_retail_price: Money
    suggested_wholesale_price: Money | None
    changes: bool
    rests_on: Annotated[str, OneOf(why.value for why in Why)]
    expected_impact: PriceImpact | None
    confidence: float | None
    reasoning: str


class BreakEven(Shape):
    change_percent: float | None
    units_percent: float | None


class CompetitorSeen(Shape):
    competitor: str
    price: Money
    seen_on: dt.date


class QuantityBreak(Shape):
    min_quantity: int | float
    price: Money
    discount_percent: float | None
    break_even_units_percent: float | None


class PromotionAdvice(Shape):
    advised: bool
    reason: Literal["nothing_sold_or_kept", "sells_anyway", "slow", "no_slow_time"]
    weekdays: list[Weekday]
    weeks_ahead: list[int]


class PriceOptimization(Shape):
    product: PricedProduct
    current_pricing: CurrentPricing
    recommendations: PriceAdvice
    break_even: list[BreakEven]
    evidence: PriceEvidence
    competitors: list[CompetitorSeen]
    quantity_break: QuantityBreak | None
    promotion: PromotionAdvice
    test_plan: str | None
