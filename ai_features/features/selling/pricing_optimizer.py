"""What to ask for a product: advice where the shop's own past is reason enough, and what any change must achieve."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from ai_features.feature import Facts, Feature, Inputs, within
from ai_features.features.selling.price_figures import (
    NO_EVIDENCE,
    TEST_PLAN,
    add_slots,
    current,
    evidence,
    figure,
    ranges,
)
from ai_features.services.slots import Slots
from ai_features.shapes.pricing import PriceOptimization
from common import money
from common.tenancy import Caller
from inventory.models import Product
from reports.prices.advice import Goal, Why
from reports.prices.break_even import units_to_spare
from reports.prices.candidates import Limits, Present
from reports.prices.outlook import Outlook, outlook

DAY = 24 * 3600
STEPS = (-0.10, -0.05, 0.05, 0.10)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOTHING = {
    Why.NO_PRICE: "This product has no price yet.",
    Why.NO_COST: "The cost of this product is not recorded, so no price can be judged. Enter its cost first.",
    Why.NO_EVIDENCE: NO_EVIDENCE,
    Why.NO_BETTER_PRICE: "No price near the present one, within your limits, is likely enough to do better.",
    Why.NO_COMPETITORS: "No competitor's price for this product was entered in the last ninety days.",
    Why.NEAR_COMPETITORS: "The present price is within 3% of the middle of your competitors' prices.",
}


class ConstraintsSerializer(serializers.Serializer[Any]):
    min_margin_percent = serializers.DecimalField(
        max_digits=4, decimal_places=1, min_value=Decimal(0), max_value=Decimal(90), required=False, default=Decimal(10)
    )
    max_discount_percent = serializers.DecimalField(
        max_digits=4, decimal_places=1, min_value=Decimal(0), max_value=Decimal(90), required=False, default=Decimal(20)
    )


class PriceInputs(serializers.Serializer[Any]):
    product_id = serializers.UUIDField()
    optimization_goal = serializers.ChoiceField(
        choices=[goal.value for goal in Goal], required=False, default=Goal.PROFIT.value
    )
    constraints = ConstraintsSerializer(required=False)


class PriceFacts(Facts):
    """`why` is what the advice rests on; `report` what the answer shows beside the words."""

    why: str
    report: dict[str, Any]


class PriceWords(BaseModel):
    reasoning: Annotated[str, within(600)]


PROMPT = """
Tell the owner of a shop in Ghana what the figures say about the price of a product, in two to four short sentences.
"data" has what the advice rests on. Give the suggested price, what the change must achieve ("break_even" is the share
of units that may be lost at a rise, or must come on top at a cut), the range of what is expected and its chance.
Say that it is an expectation. No promise, and no reason that is not in the data.
"""


def gather(caller: Caller, inputs: Inputs) -> PriceFacts:
    product = Product.objects.get_or_404(caller.business_id, inputs["product_id"])
    asked = inputs.get("constraints") or {}
    limits = Limits(
        Decimal(str(asked.get("min_margin_percent", 10))) / 100,
        Decimal(str(asked.get("max_discount_percent", 20))) / 100,
    )
    seen = outlook(product, goal=Goal(inputs["optimization_goal"]), limits=limits)
    why = seen.advice.why
    facts = PriceFacts(slots=Slots(seed=str(caller.business_id)), why=why, report=_report(product, seen))
    facts.nothing_to_report = "" if seen.advice.is_change else NOTHING[why]
    if seen.advice.effect:
        add_slots(
            facts.slots, product, seen.present, seen.advice.price, seen.advice.effect, known=seen.past.belief.is_own
        )
        facts.slots.count("own_changes", len(seen.past.events), "own change")
        facts.slots.count("competitors", len(seen.competitors), "competitor")
        direction = "a rise" if seen.advice.price > seen.present.price else "a cut"
        facts.shown = {"rests_on": why.value, "direction": direction, "goal": inputs["optimization_goal"]}
    return facts


def offline(facts: PriceFacts) -> PriceWords:
    if facts.nothing_to_report:
        return PriceWords(reasoning=facts.nothing_to_report)
    if facts.why == Why.BELOW_COST:
        return PriceWords(
            reasoning="{product} is sold at {now}, which does not cover its cost. At {suggested} each unit earns its "
            "least margin, and a unit that is not sold at that price loses nothing."
        )
    return PriceWords(reasoning=" ".join(_sentences(facts)))


def _sentences(facts: PriceFacts) -> list[str]:
    said = [
        "With {product} at {suggested} instead of {now}, profit is expected between {profit_low} and {profit_high}."
    ]
    if facts.why == Why.COMPETITORS:
        said = ["The prices of {competitors} lie nearer to {suggested} than to your {now} for {product}."]
    if "break_even" in facts.slots:
        up = facts.shown["direction"] == "a rise"
        said.append(
            "To earn the same, you may lose {break_even} of the units."
            if up
            else "To earn the same, units must go up by {break_even}."
        )
    if facts.report["evidence"]["is_enough"]:
        said.append("By {own_changes} of this price, the chance that profit rises is {chance}.")
    else:
        said.append("Your own past does not tell what customers would do.")
    return said


def answer(facts: PriceFacts, words: PriceWords) -> PriceOptimization:
    told = dict(facts.report)
    told["recommendations"] = {**told["recommendations"], "reasoning": words.reasoning}
    return PriceOptimization.model_validate(told)


def _report(product: Product, seen: Outlook) -> dict[str, Any]:
    return {
        "product": {"id": str(product.pk), "name": product.name},
        "current_pricing": current(seen.present),
        "recommendations": _recommendations(seen),
        "break_even": _break_even(seen.present),
        "evidence": evidence(seen.past),
        "competitors": [
            {"competitor": row.competitor, "price": money.plain(row.price), "seen_on": row.seen_on.isoformat()}
            for row in seen.competitors
        ],
        "quantity_break": _quantity_break(seen),
        "promotion": _promotion(seen),
        "test_plan": None if seen.past.belief.is_own else TEST_PLAN,
    }


def _recommendations(seen: Outlook) -> dict[str, Any]:
    advice, found, wholesale = seen.advice, seen.advice.effect, seen.present.wholesale
    return {
        "suggested_retail_price": money.plain(advice.price),
        "suggested_wholesale_price": None if wholesale is None else money.plain(wholesale),
        "changes": advice.is_change,
        "rests_on": advice.why.value,
        "expected_impact": None
        if found is None or not seen.past.belief.is_own
        else {
            "volume_increase_percent": figure(found.units[1]),
            "profit_impact": None if found.profit is None else f"{figure(found.profit[1]):+}%",
            "volume_range_percent": ranges(found.units),
            "profit_range_percent": ranges(found.profit),
        },
        "confidence": None if advice.confidence is None else round(advice.confidence, 2),
    }


def _break_even(present: Present) -> list[dict[str, Any]]:
    """What a change of 5 and 10 % must achieve: the share of units that may be lost, or must come on top."""
    if present.cost <= 0 or present.margin <= 0:
        return []
    spare = {step: units_to_spare(step, present.margin) for step in STEPS}
    return [
        {"change_percent": figure(step), "units_percent": None if share is None else figure(-share)}
        for step, share in spare.items()
    ]


def _quantity_break(seen: Outlook) -> dict[str, Any] | None:
    found = seen.quantity_break
    if found is None:
        return None
    return {
        "min_quantity": found.quantity,
        "price": money.plain(found.price),
        "discount_percent": figure(found.discount),
        "break_even_units_percent": figure(found.must_gain),
    }


def _promotion(seen: Outlook) -> dict[str, Any]:
    found = seen.promotion
    return {
        "advised": found.is_advised,
        "reason": found.why,
        "weekdays": [WEEKDAYS[day] for day in found.weekdays],
        "weeks_ahead": list(found.weeks),
    }


FEATURE = Feature(
    key="pricing_optimizer",
    title="What to ask for a product",
    path="pricing-optimizer/",
    inputs=PriceInputs,
    gather=gather,
    prompt=PROMPT,
    words=PriceWords,
    offline=offline,
    answer=answer,
    tier="advanced",
    cache_for=DAY,
)
