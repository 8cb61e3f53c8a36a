"""What to offer a customer at the counter: the shop's own search finds it, a model only words it."""

import uuid
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from accounts.models import Storefront
from ai_features.feature import Feature, Inputs, within
from ai_features.features.selling.counter_facts import CounterFacts, offered, tell
from ai_features.features.selling.counter_finding import found_for
from ai_features.features.selling.counter_shapes import Assistance, Counter
from ai_features.features.selling.counter_words import NO_CODE, NO_OTHER, NOT_SOLD, NOTHING_BESIDE, WHAT, offer
from ai_features.models import AITransaction
from ai_features.services import conversations
from ai_features.services.slots import SlotError
from ai_features.services.slots.filling import put_in
from common.api import TenantField, caller_of
from common.tenancy import EVERYONE, Caller
from inventory.models import Product
from inventory.search import Earlier, Shown
from reports.shapes import Shape
from sales.models import Customer

LONGEST, MOST_IN_CART = 500, 50
KEY = "sales_assistant"


class CartLineInputs(serializers.Serializer[Any]):
    product_id = serializers.UUIDField()
    quantity = serializers.DecimalField(max_digits=12, decimal_places=3, min_value=Decimal("0.001"), default=Decimal(1))


class CounterInputs(serializers.Serializer[Any]):
    """Who is being served, where, and what is in the cart already."""

    customer_id = TenantField(Customer, required=False, allow_null=True)
    storefront_id = TenantField(Storefront, required=False, allow_null=True)
    cart = CartLineInputs(many=True, required=False)

    def validate_cart(self, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if len(lines) > MOST_IN_CART:
            raise serializers.ValidationError(f"A cart may have at most {MOST_IN_CART} lines here.")
        wanted = {line["product_id"] for line in lines}
        business_id = caller_of(self.root._context["request"]).business_id  # a field is called "context"
        if Product.objects.of(business_id).filter(pk__in=wanted).count() != len(wanted):
            raise serializers.ValidationError("There is no product with one of these ids.")
        return lines


class AssistantInputs(serializers.Serializer[Any]):
    message = serializers.CharField(max_length=LONGEST, help_text="What the customer wants, in your own words.")
    conversation_id = serializers.UUIDField(required=False, allow_null=True)

    def get_fields(self) -> dict[str, Any]:
        """`context` is declared here: as an attribute it would hide DRF's own."""
        return {**super().get_fields(), "context": CounterInputs(required=False, allow_null=True)}


class Words(BaseModel):
    """What is said to the cashier."""

    reply: Annotated[str, within(600)]


class Said(Words):
    """The filled words, with what they were made from."""

    template: str = ""


PROMPT = """
Tell a cashier what to offer the customer, in one to four short plain sentences, from the slots alone. Products p1, p2
and so on are what was found, the best first; a1 and so on are alternatives when p1 cannot be had as asked; u1 and u2 go
well with it. Where there are b1 and b2, the customer has those, and p1, p2 and so on are often bought with them.
Each has its own price, and how many are here or at another shop. Say first what answers the request. Name each product
by its slot, with its price. Praise nothing, promise nothing, and describe no product beyond its name. "data" says what
was asked for and what cannot be met.
"""


def gather(caller: Caller, inputs: Inputs) -> CounterFacts:
    counter = inputs.get("context") or {}
    storefront, customer = counter.get("storefront_id"), counter.get("customer_id")
    storefront_id = storefront.pk if storefront else caller.storefront_id
    caller.require_storefront(storefront_id)
    counted = found_for(caller, inputs, storefront_id, customer)
    found = counted.found
    continues = inputs.get("conversation_id")
    facts = CounterFacts(
        caller=caller,
        conversation_id=continues or uuid.uuid4(),
        opens=not continues,
        asked=inputs["message"],
        said=(inputs["message"],),
        found=found,
        beside=counted.beside,
        cart={line["product_id"]: line["quantity"] for line in counter.get("cart") or ()},
    )
    tell(facts, customer, storefront_id)
    if not found.is_sold:
        facts.nothing_to_report = NO_CODE if facts.asked.strip().isdigit() else NOT_SOLD
    elif not found.hits and not found.alternatives:
        facts.asks_back = NO_OTHER if found.request.without else NOTHING_BESIDE if counted.beside else WHAT
    return facts


def offline(facts: CounterFacts) -> Words:
    return Words(reply=facts.nothing_to_report or facts.asks_back or offer(facts))


def fill(facts: CounterFacts, words: Words) -> Said:
    """Our own wording is filled in as it is; a model's is checked first."""
    if words == offline(facts):
        return Said(reply=put_in(words.reply, {slot.id: slot for slot in facts.slots}), template=words.reply)
    reply = facts.slots.fill(words.reply, said=facts.said)
    if not reply.strip():
        raise SlotError(["the reply is empty"])
    return Said(reply=reply, template=words.reply)


def answer(facts: CounterFacts, words: Said) -> Assistance:
    """The response of the contract; products, prices and stock are the shop's, whatever a model says."""
    return Assistance(reply=words.reply, conversation_id=str(facts.conversation_id), **_counter(facts))


def _counter(facts: CounterFacts) -> dict[str, Any]:
    """Everything but the words."""
    return {
        "products": offered(facts, facts.found.hits),
        "alternatives": offered(facts, facts.found.alternatives),
        "upsell": offered(facts, facts.upsell),
        "missing": facts.found.missing,
        "customer": facts.customer,
    }


class AssistantPreview(Shape):
    """What a stream shows before the words."""

    data: Counter


def preview(facts: CounterFacts) -> AssistantPreview:
    """What a stream shows before the words."""
    return AssistantPreview(data=Counter(**_counter(facts)))


def after(facts: CounterFacts, words: Said, row: AITransaction) -> None:
    """Keep the turn, so that "cheaper" and "two of them" can be asked."""
    shown = tuple(Shown(str(hit.good.id), hit.price) for hit in facts.found.hits or facts.found.alternatives)
    earlier = Earlier(facts.found.request, shown)
    state = {"counter": earlier.as_json(facts.found.shelf.catalogue)} if shown else {}
    conversations.add_turn(
        facts.caller,
        conversation_id=facts.conversation_id,
        opens=facts.opens,
        feature=KEY,
        asked=facts.asked,
        answered=words.template,
        state=state,
        transaction_id=row.pk,
    )


FEATURE = Feature(
    key=KEY,
    title="What to offer a customer at the counter",
    path="sales-assistant/",
    inputs=AssistantInputs,
    gather=gather,
    prompt=PROMPT,
    words=Words,
    offline=offline,
    fill=fill,
    answer=answer,
    after=after,
    streamed="reply",
    preview=preview,
    roles=EVERYONE,
    tier="cheap",
    tokens_in=2500,
    tokens_out=400,
    trim=("u", "a"),
)
