"""Answers about stock."""

import datetime as dt
from typing import Literal

from pydantic import Field

from reports.shapes import Id, Month, Shape


class ForecastProduct(Shape):
    id: Id
    name: str
    current_stock: int | float


class UnitRange(Shape):
    predicted_units: float
    low: int
    high: int
    confidence: float = Field(description="In how many of all cases the units lie between `low` and `high`.")


class DaysRange(UnitRange):
    days: int


class UnitsForecast(Shape):
    next_7_days: UnitRange
    next_30_days: UnitRange
    next_days: DaysRange
    predicted_stockout_date: dt.date | None
    stockout_interval: list[dt.date | None] | None = Field(description="The earliest and the latest likely day.")
    based_on_days: int


class DayForecast(Shape):
    date: dt.date
    expected: float
    low: int
    high: int


class StockAdvice(Shape):
    action: Literal["REORDER", "MONITOR", "REDUCE_STOCK", "NO_ACTION"]
    urgency: Literal["CRITICAL", "HIGH", "MEDIUM", "LOW"]
    suggested_quantity: int | float
    from_other_storefronts: int | float
    reasoning: str
    reasons: list[str]
    optimal_reorder_point: int | float
    economic_order_quantity: int | float
    lead_time_days: float
    lead_time_receipts: int


class Seasons(Shape):
    is_seasonal: bool | None
    peak_months: list[Month]
    low_months: list[Month]
    seasonal_adjustment_factor: float | None
    note: str


class ForecastAccuracy(Shape):
    """How far the forecasts of the last days were off, beside the mean of four weeks."""

    days: int
    units_sold: int | float
    missed_percent: float
    four_week_average_missed_percent: float


class InventoryForecast(Shape):
    """What a product will sell; null where too little is known, and `message` says so."""

    product: ForecastProduct
    forecast: UnitsForecast | None
    daily: list[DayForecast]
    recommendations: StockAdvice | None
    seasonal_insights: Seasons | None
    accuracy: ForecastAccuracy | None
    message: str
