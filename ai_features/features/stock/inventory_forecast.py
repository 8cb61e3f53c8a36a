"""How much of a product will sell, when it runs out, and what to do about it."""

import datetime as dt
import math
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from accounts.models import Storefront
from ai_features.feature import Facts, Feature, Inputs, within
from ai_features.features.stock.advice import Advice, advice
from ai_features.services.slots import Slots
from ai_features.shapes.stock import InventoryForecast
from common import money
from common.api import TenantField
from common.tenancy import Caller
from inventory.models import Product
from reports import reorder
from reports.demand.product import MOST_DAYS, RANGE_HOLDS, ProductForecast, Range, of_product
from reports.demand.reading import NEVER
from reports.reorder import Line
from reports.reorder.assess import LEAST_KNOWN_DAYS

DAY = 24 * 3600


class ForecastInputs(serializers.Serializer[Any]):
    product_id = TenantField(Product)
    storefront_id = TenantField(Storefront, required=False, allow_null=True, help_text="All storefronts when empty.")
    forecast_days = serializers.IntegerField(min_value=1, max_value=MOST_DAYS, default=30)
    include_seasonality = serializers.BooleanField(default=True)
    include_recommendations = serializers.BooleanField(default=True)


class ForecastFacts(Facts):
    """`forecast` is None where there is nothing to go by."""

    product_id: str
    name: str
    unit: str
    on_hand: float
    forecast: ProductForecast | None
    advice: Advice | None
    seasonality: bool


class ForecastWords(BaseModel):
    reasoning: Annotated[str, within(500)]


PROMPT = """
Tell the owner of a shop what to do about one product, in two or three sentences in "reasoning". "data" names the action
that was worked out and how urgent it is: explain it, do not change it. Begin with what is on hand and how long that
lasts, then what is expected to sell, then what to do. The units of a month lie between month_low and month_high in
four of five cases. runs_out is the likely day on which the stock is gone. order is how many to buy, lead_time what a
delivery takes. Never claim certainty: these are expectations.
"""


def gather(caller: Caller, inputs: Inputs) -> ForecastFacts:
    product, storefront = inputs["product_id"], inputs.get("storefront_id")
    at = storefront.pk if storefront else None
    plan = reorder.plan(caller.business_id, reorder.Wish(storefront_id=at))
    lines = [line for line in plan.lines if line.product.pk == product.pk]
    on_hand = sum(line.on_hand for line in lines)
    facts = ForecastFacts(
        slots=Slots(seed=str(caller.business_id)),
        product_id=str(product.pk),
        name=product.name,
        unit=product.unit,
        on_hand=on_hand,
        seasonality=inputs["include_seasonality"],
        advice=advice(lines, plan.storefronts) if lines and inputs["include_recommendations"] else None,
        forecast=of_product(
            caller.business_id,
            product.pk,
            plan.outlooks,
            on_hand=on_hand,
            days=inputs["forecast_days"],
            storefront_id=at,
        ),
    )
    facts.nothing_to_report = _nothing(product, facts.forecast, lines)
    if not facts.nothing_to_report:
        _add_slots(facts)
    return facts


def _nothing(product: Product, forecast: ProductForecast | None, lines: list[Line]) -> str:
    """Why there is no forecast; "" where there is one."""
    if not product.tracks_stock or not product.is_active:
        return "This product keeps no stock, so there is nothing to forecast."
    if forecast is None or not lines or forecast.last_sold >= NEVER:
        return "This product was never sold here, so there is nothing to forecast from."
    if forecast.known_days < LEAST_KNOWN_DAYS:
        return "There are fewer than two weeks in stock to learn from, so there is no forecast yet."
    return ""


def _add_slots(facts: ForecastFacts) -> None:
    slots, forecast = facts.slots, facts.forecast
    assert forecast
    slots.name("product", facts.name)
    slots.count("on_hand", _whole(facts.on_hand), facts.unit)
    slots.count("week", _units(forecast.week.expected), facts.unit)
    slots.count("month", _units(forecast.month.expected), facts.unit)
    slots.count("month_low", math.floor(forecast.month.low), facts.unit)
    slots.count("month_high", math.ceil(forecast.month.high), facts.unit)
    runs_out = forecast.runs_out.day
    if runs_out and facts.on_hand > 0:
        slots.date("runs_out", runs_out)
    if facts.advice:
        _add_advice(facts, facts.advice)


def _add_advice(facts: ForecastFacts, given: Advice) -> None:
    facts.shown = {"action": given.action, "urgency": given.urgency}
    facts.slots.days("lead_time", max(round(given.lead_days), 1))
    if given.suggested:
        facts.slots.count("order", _whole(given.suggested), facts.unit)
    if given.moved:
        facts.slots.count("moved", _whole(given.moved), facts.unit)
        facts.shown["moved"] = "units that another storefront can spare"


def _units(units: float) -> Decimal:
    """As people count: whole from ten on, one decimal below."""
    return money.rounded(Decimal(str(units)), 0 if units >= 10 else 1)


def _whole(units: float) -> Decimal:
    return money.rounded(Decimal(str(units)), 3).normalize() + 0


def offline(facts: ForecastFacts) -> ForecastWords:
    if facts.nothing_to_report:
        return ForecastWords(reasoning=facts.nothing_to_report)
    lasts = "There are {on_hand} of {product} left, which lasts until about {runs_out}."
    if "runs_out" not in facts.slots:
        lasts = "There are {on_hand} of {product} left." if facts.on_hand > 0 else "{product} is out of stock."
    expected = "About {month} should sell in the next month, between {month_low} and {month_high} in most cases."
    return ForecastWords(reasoning=" ".join([lasts, expected, *_what_to_do(facts)]))


def _what_to_do(facts: ForecastFacts) -> list[str]:
    if not facts.advice:
        return []
    moved = ["Another storefront can spare {moved}: move them first."] if facts.advice.moved else []
    if facts.advice.suggested:
        return [*moved, "Order {order}: a delivery takes about {lead_time}."]
    return moved or [
        {
            "REDUCE_STOCK": "That is more than will sell in good time: order none for now.",
            "MONITOR": "It will soon be time to order: a delivery takes about {lead_time}.",
        }.get(facts.advice.action, "That is enough for now.")
    ]


def answer(facts: ForecastFacts, words: ForecastWords) -> InventoryForecast:
    found = facts.forecast if not facts.nothing_to_report else None
    body = {
        "product": {"id": facts.product_id, "name": facts.name, "current_stock": _number(facts.on_hand)},
        "forecast": _forecast(found) if found else None,
        "daily": _daily(found) if found else [],
        "recommendations": _recommendations(facts.advice, words.reasoning) if found and facts.advice else None,
        "seasonal_insights": _season(found) if found and facts.seasonality else None,
        "accuracy": _accuracy(found) if found else None,
        "message": facts.nothing_to_report,
    }
    return InventoryForecast.model_validate(body)


def _forecast(found: ProductForecast) -> dict[str, Any]:
    runs_out = found.runs_out
    return {
        "next_7_days": _range(found.week),
        "next_30_days": _range(found.month),
        "next_days": {"days": len(found.daily)} | _range(found.total),
        "predicted_stockout_date": runs_out.day,
        "stockout_interval": [runs_out.early, runs_out.late] if runs_out.day or runs_out.early else None,
        "based_on_days": found.known_days,
    }


def _range(found: Range) -> dict[str, Any]:
    """`confidence`: in how many of all cases the units lie between `low` and `high`."""
    ends = {"low": math.floor(found.low), "high": math.ceil(found.high)}
    return {"predicted_units": float(_units(found.expected)), **ends, "confidence": RANGE_HOLDS}


def _daily(found: ProductForecast) -> list[dict[str, Any]]:
    return [
        {
            "date": found.start + dt.timedelta(days=number),
            "expected": round(each.expected, 2),
            "low": math.floor(each.low),
            "high": math.ceil(each.high),
        }
        for number, each in enumerate(found.daily)
    ]


def _recommendations(given: Advice, reasoning: str) -> dict[str, Any]:
    return {
        "action": given.action,
        "urgency": given.urgency,
        "suggested_quantity": _number(given.suggested),
        "from_other_storefronts": _number(given.moved),
        "reasoning": reasoning,
        "reasons": given.reasons,
        "optimal_reorder_point": _number(given.reorder_point),
        "economic_order_quantity": _number(given.batch),
        "lead_time_days": round(given.lead_days, 1),
        "lead_time_receipts": given.measured,
    }


def _season(found: ProductForecast) -> dict[str, Any]:
    season = found.season
    proved = season.is_seasonal is not None
    return {
        "is_seasonal": season.is_seasonal,
        "peak_months": season.peaks,
        "low_months": season.lows,
        "seasonal_adjustment_factor": round(season.factor, 2) if proved else None,
        "note": "" if proved else "Seasons show after more than a year of sales.",
    }


def _accuracy(found: ProductForecast) -> dict[str, Any] | None:
    missed = found.accuracy
    if missed is None:
        return None
    return {
        "days": 90,
        "units_sold": _number(missed.units),
        "missed_percent": round(missed.missed, 1),
        "four_week_average_missed_percent": round(missed.four_weeks_missed, 1),
    }


def _number(units: float) -> float | int:
    """Whole units as whole numbers."""
    return int(units) if units == int(units) else round(units, 3)


FEATURE = Feature(
    key="inventory_forecast",
    title="What a product will sell",
    path="inventory/forecast/",
    inputs=ForecastInputs,
    gather=gather,
    prompt=PROMPT,
    words=ForecastWords,
    offline=offline,
    answer=answer,
    tier="advanced",
    cache_for=DAY,
    tokens_in=2000,
    tokens_out=400,
)
