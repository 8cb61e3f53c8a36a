"""What a receipt says beyond its figures: a thank-you, a care tip, and at most one suggestion. Never a debt."""

import uuid
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, Field
from rest_framework import serializers

from ai_features.feature import Facts, Feature, Inputs, within
from ai_features.features.selling.care_tips import tip_for
from ai_features.services.slots import SlotError, Slots
from ai_features.services.slots.filling import put_in
from common.money import written
from common.tenancy import EVERYONE, Caller
from inventory.search import CustomerPrices, catalogue_of
from inventory.search.catalogue import units
from reports.pairs import bought_with
from reports.shapes import Shape
from sales.models import Customer, Sale

MONTH = 30 * 24 * 3600
REGULAR = 5
"""So many sales before this one make a regular customer."""
LEAST_SCORE, LEAST_TOGETHER, COMPANIONS = 0.1, 5, 10
TOGETHER = "Customers who bought this also purchased: "
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "rev"})
_TWI = "Yɛda wo ase, {customer}! Yɛn ani gye sɛ wotɔɔ adeɛ wɔ ha."
_TWI_TOGETHER = "Afoforɔ nso tɔɔ: "
_TWI_STRANGER = "Yɛda wo ase sɛ wotɔɔ adeɛ wɔ ha."


class ReceiptInputs(serializers.Serializer[Any]):
    """Made by the receipt's own view: the receipt as it is printed."""


class Words(BaseModel):
    message: Annotated[str, within(120)]


class Enhancements(Shape):
    """`reviewed` is off where a native speaker has not read our phrases yet."""

    personalized_message: str
    product_tips: list[str]
    recommendations: list[str]
    language: str
    reviewed: bool


class SmartReceipt(Shape):
    ai_enhancements: Enhancements | None


class ReceiptFacts(Facts):
    language: str = "en"
    tip: str = ""
    recommendation: str = ""
    sale_id: uuid.UUID = Field(exclude=True)


PROMPT = """
Write the thank-you at the foot of a receipt: one or two short warm sentences, under 100 letters in all. Address the
customer by the slot "customer" if there is one, and name the shop by its slot. "data" says whether they are a regular.
No figure, no offer, no promise, and nothing about what was bought or owed.
"""


def gather(caller: Caller, inputs: Inputs) -> ReceiptFacts:
    """From the receipt as printed; seven queries at most. A walk-in is thanked in the language that is asked for."""
    receipt = inputs["receipt"]
    sales = Sale.objects.of(caller.business_id).select_related("customer")
    sale = sales.get(pk=receipt.sale_id)
    customer = sale.customer if sale.customer and not sale.customer.erased_at else None
    language = customer.language if customer else inputs.get("language", Customer.Language.ENGLISH)
    facts = ReceiptFacts(slots=Slots(seed=str(caller.business_id)), sale_id=sale.pk, language=language)
    facts.slots.name("shop", receipt.business.name)
    if receipt.kind == Sale.Kind.RETURN:
        facts.nothing_to_report = "A credit note carries no message."
        return facts
    if customer:
        facts.slots.person("customer", _address(customer), key=customer.pk)
    facts.templated = facts.language != Customer.Language.ENGLISH
    facts.shown["regular"] = "yes" if _is_regular(caller, customer, sale) else "no"
    bought = sorted(receipt.items, key=lambda item: -item.total)
    facts.tip = "" if facts.templated else tip_for(item.name for item in bought)
    if customer and customer.marketing_allowed:
        facts.recommendation = _recommendation(caller, sale, [item.product_id for item in bought])
    return facts


def _address(customer: Customer) -> str:
    """As the customer likes to be called: "Madam", "Mr. Owusu", or by name."""
    form = customer.form_of_address.strip()
    if form.casefold().rstrip(".") in _TITLES:
        return f"{form} {customer.name.split()[-1]}"
    return form or customer.name


def _is_regular(caller: Caller, customer: Customer | None, sale: Sale) -> bool:
    if customer is None:
        return False
    before = Sale.objects.of(caller.business_id).filter(
        customer=customer, kind=Sale.Kind.SALE, sold_at__lt=sale.sold_at
    )
    return len(before.order_by().values_list("pk")[:REGULAR]) == REGULAR


def _recommendation(caller: Caller, sale: Sale, bought: list[uuid.UUID]) -> str:
    """One product that is often bought with these and is in stock where they were sold, with its price; "" for none."""
    pairs = bought_with(caller.business_id, bought, most=COMPANIONS)
    wanted = [p.product_id for p in pairs if p.score >= LEAST_SCORE and p.together >= LEAST_TOGETHER]
    if not wanted:
        return ""
    catalogue, stock = catalogue_of(caller.business_id), units(caller.business_id, wanted)
    at_hand = [pk for pk in wanted if any(at == sale.storefront_id for at, _ in stock.get(pk, ()))]
    here = [catalogue.goods[catalogue.places[pk]] for pk in at_hand if pk in catalogue.places]
    if not here:
        return ""
    own = sale.customer.price_list_id if sale.customer else None
    prices = CustomerPrices(caller.business_id, sale.price_tier, own).of(here[:1], Decimal(1))
    return f"{here[0].name} - {written(prices[here[0].id])}"


def offline(facts: ReceiptFacts) -> Words:
    if facts.nothing_to_report:
        return Words(message=facts.nothing_to_report)
    known = "customer" in facts.slots
    if facts.language == Customer.Language.TWI:
        return Words(message=_TWI if known else _TWI_STRANGER)
    if not known:
        return Words(message="Thank you for shopping with us.")
    if facts.shown["regular"] == "yes":
        return Words(message="Thank you, {customer}! We value your custom.")
    return Words(message="Thank you, {customer}! See you again.")


def fill(facts: ReceiptFacts, words: Words) -> Words:
    """Our own wording is filled in as it is; a model's is checked first."""
    if words == offline(facts):
        return Words(message=put_in(words.message, {slot.id: slot for slot in facts.slots}))
    message = facts.slots.fill(words.message, said=facts.said)
    if not message.strip():
        raise SlotError(["the message is empty"])
    return Words(message=message)


def answer(facts: ReceiptFacts, words: Words) -> SmartReceipt:
    """The field of the receipt; null for a credit note."""
    if facts.nothing_to_report:
        return SmartReceipt(ai_enhancements=None)
    is_english = facts.language == Customer.Language.ENGLISH
    together = TOGETHER if is_english else _TWI_TOGETHER
    told = Enhancements(
        personalized_message=words.message,
        product_tips=[facts.tip] if facts.tip else [],
        recommendations=[together + facts.recommendation] if facts.recommendation else [],
        language=facts.language,
        reviewed=is_english,
    )
    return SmartReceipt(ai_enhancements=told)


FEATURE = Feature(
    key="smart_receipt",
    title="A thank-you and a suggestion on the receipt",
    inputs=ReceiptInputs,
    gather=gather,
    prompt=PROMPT,
    words=Words,
    offline=offline,
    fill=fill,
    answer=answer,
    roles=EVERYONE,
    tier="cheap",
    cache_for=MONTH,
    tokens_in=1500,
    tokens_out=200,
    uncached=("receipt",),
)
