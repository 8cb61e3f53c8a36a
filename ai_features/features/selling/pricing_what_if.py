"""What if a price were another: what it must not lose, and what the product's own past says."""

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
from ai_features.shapes.pricing import PriceWhatIf
from common import errors, money
from common.tenancy import Caller
from inventory.models import Product
from reports.prices.candidates import Present
from reports.prices.effect import Effect
from reports.prices.outlook import Past, what_if

DAY = 24 * 3600


class WhatIfInputs(serializers.Serializer[Any]):
    product_id = serializers.UUIDField()
    change_percent = serializers.DecimalField(
        max_digits=5, decimal_places=2, min_value=Decimal(-90), max_value=Decimal(300), required=False, allow_null=True
    )
    new_price = serializers.DecimalField(
        max_digits=12, decimal_places=2, min_value=Decimal("0.01"), required=False, allow_null=True
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if (attrs.get("change_percent") is None) == (attrs.get("new_price") is None):
            raise serializers.ValidationError({"new_price": "Send either change_percent or new_price."})
        return attrs


class WhatIfFacts(Facts):
    report: dict[str, Any]


class WhatIfWords(BaseModel):
    reasoning: Annotated[str, within(500)]


PROMPT = """
Tell the owner of a shop in Ghana what would come of another price for a product, in two or three short sentences.
"break_even" is the share of units that may be lost at a rise, or must come on top at a cut, for the same profit.
Give it first, then the range of what is expected from the shop's own changes of this price, and its chance. Say that
it is an expectation. No promise, and no reason that is not in the data.
"""


def gather(caller: Caller, inputs: Inputs) -> WhatIfFacts:
    product = Product.objects.get_or_404(caller.business_id, inputs["product_id"])
    price = _new_price(product, inputs)
    present, past, found = what_if(product, price)
    facts = WhatIfFacts(slots=Slots(seed=str(caller.business_id)), report=_report(product, price, present, past, found))
    add_slots(facts.slots, product, present, price, found, known=past.belief.is_own)
    facts.slots.count("own_changes", len(past.events), "own change")
    facts.shown = {"direction": "a rise" if found.change > 0 else "a cut"}
    if present.cost <= 0:
        facts.nothing_to_report = "The cost of this product is not recorded, so no price can be judged."
    elif present.margin <= 0:
        facts.nothing_to_report = "This product is sold at or below its cost: any price above cost loses less."
    elif not past.belief.is_own:
        facts.nothing_to_report = NO_EVIDENCE
    return facts


def _report(product: Product, price: Decimal, present: Present, past: Past, found: Effect) -> dict[str, Any]:
    judged = present.cost > 0 and present.margin > 0
    known = judged and past.belief.is_own
    return {
        "product": {"id": str(product.pk), "name": product.name},
        "current_pricing": current(present),
        "new_price": money.plain(price),
        "change_percent": figure(found.change),
        "break_even_units_percent": figure(-found.spare) if judged and found.spare is not None else None,
        "evidence": evidence(past),
        "expected": ranges(found.profit) if known else None,
        "expected_units": ranges(found.units) if known else None,
        "probability_of_gain": round(found.chance_of_gain, 2) if known else None,
        "test_plan": None if past.belief.is_own else TEST_PLAN,
    }


def _new_price(product: Product, inputs: Inputs) -> Decimal:
    if product.retail_price <= 0:
        raise errors.InvalidInput.field("product_id", "This product has no price yet.")
    change = inputs.get("change_percent")
    price = inputs["new_price"] if change is None else money.cedis(product.retail_price * (1 + change / 100))
    if price <= 0 or price == product.retail_price:
        field = "new_price" if change is None else "change_percent"
        raise errors.InvalidInput.field(field, "Enter a price above zero that differs from the current one.")
    return Decimal(price)


def offline(facts: WhatIfFacts) -> WhatIfWords:
    up = facts.shown["direction"] == "a rise"
    said = ["With {product} at {suggested} instead of {now}, no quantity makes up for the margin that is lost."]
    if "break_even" in facts.slots:
        must = "you may lose {break_even} of the units" if up else "units must go up by {break_even}"
        said = ["With {product} at {suggested} instead of {now}, " + must + " for the same profit."]
    if facts.nothing_to_report:
        said = [*(said if "break_even" in facts.slots else ()), facts.nothing_to_report]
    else:
        said.append(
            "By {own_changes} of this price, profit should be between {profit_low} and {profit_high}; the chance that "
            "it rises is {chance}."
        )
    return WhatIfWords(reasoning=" ".join(said))


def answer(facts: WhatIfFacts, words: WhatIfWords) -> PriceWhatIf:
    return PriceWhatIf.model_validate({**facts.report, "reasoning": words.reasoning})


FEATURE = Feature(
    key="pricing_optimizer",
    name="pricing_what_if",
    title="What if a price were another",
    path="pricing-optimizer/what-if/",
    inputs=WhatIfInputs,
    gather=gather,
    prompt=PROMPT,
    words=WhatIfWords,
    offline=offline,
    answer=answer,
    tier="advanced",
    cache_for=DAY,
)
