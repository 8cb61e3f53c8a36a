"""What is known at the counter: products with price and stock, what goes with them, and who is buying. Never a cost."""

import uuid
from decimal import Decimal

from pydantic import Field

from ai_features.feature import Facts
from ai_features.features.selling.counter_shapes import Buyer, LastTime, OfferedElsewhere, OfferedGood
from common.money import ZERO, plain, written, written_quantity
from common.tenancy import Caller
from inventory.models import Product
from inventory.search import Found, Hit, Place, catalogue_of
from inventory.search.catalogue import units
from inventory.search.finding import hit
from reports.pairs import bought_with
from sales.models import Customer
from sales.queries import bought_before, customer_balances

NOT_SOLD = "We do not sell that."
WHAT = "What is the customer looking for? Name a product, what it is for, or a price."
MOST_UPSELLS, COMPANIONS = 2, 10
LEAST_SCORE, LEAST_TOGETHER = 0.1, 5
"""Below this it is chance that two goods are in one basket."""
UPSELL_SHARE = Decimal("0.3")
"""What goes well costs at most this part of what is bought."""


class CounterFacts(Facts):
    """One turn at the counter. `customer` is what the cashier may know of the buyer."""

    caller: Caller = Field(exclude=True)
    conversation_id: uuid.UUID = Field(exclude=True)
    opens: bool = Field(exclude=True)
    asked: str = Field(exclude=True)
    found: Found = Field(exclude=True)
    cart: dict[uuid.UUID, Decimal] = Field(default_factory=dict, exclude=True)
    upsell: list[Hit] = Field(default_factory=list, exclude=True)
    customer: Buyer | None = None
    storefront_id: uuid.UUID | None = Field(default=None, exclude=True)

    @property
    def quantity(self) -> Decimal:
        return self.found.request.quantity or Decimal(1)

    @property
    def to_pay(self) -> Decimal:
        """What the first product comes to, in the quantity asked for."""
        return self.found.hits[0].price * self.quantity if self.found.hits else ZERO


def tell(facts: CounterFacts, customer: Customer | None, storefront_id: uuid.UUID | None) -> None:
    """Give out the slots. Seven queries at most."""
    facts.storefront_id = storefront_id
    in_cart = _in_cart(facts, customer)
    if facts.found.hits:
        facts.upsell = _upsell(facts, in_cart, customer)
    for prefix, hits in (("p", facts.found.hits), ("a", facts.found.alternatives), ("u", facts.upsell)):
        for number, each in enumerate(hits, start=1):
            _give_out(facts, f"{prefix}{number}", each)
    if facts.found.request.quantity and facts.found.hits:
        facts.slots.count("wanted", facts.quantity, facts.found.hits[0].good.unit)
        facts.slots.money("to_pay", facts.to_pay, of="p1")
    if customer:
        _give_out_customer(facts, customer, in_cart)
    facts.shown |= {
        "asked_for": facts.found.request.order or "",
        "all_of_it_is_met": "no" if facts.found.missing else "yes",
        "p1_is": _state_of(facts.found),
    }


def _state_of(found: Found) -> str:
    if not found.hits:
        return "not there as asked"
    return ("here", "at another shop", "out of stock")[found.hits[0].rank]


def _give_out(facts: CounterFacts, id: str, each: Hit) -> None:
    slots, good = facts.slots, each.good
    slots.name(id, good.name)
    slots.money(f"{id}_price", each.price, of=id)
    if good.tracks_stock and each.units > 0:
        slots.count(f"{id}_here", each.units, good.unit, of=id)
    for place in each.elsewhere[:1] if each.units <= 0 else ():
        slots.name(f"{id}_at", place.name, of=id)
        if place.quantity is not None and facts.caller.storefront_id is None:
            slots.count(f"{id}_there", place.quantity, good.unit, of=id)


def _in_cart(facts: CounterFacts, customer: Customer | None) -> Decimal:
    """What is in the cart already, at the customer's prices. One query where there is something."""
    if not facts.cart:
        return ZERO
    tier = customer.price_tier if customer else "retail"
    rows = Product.objects.of(facts.caller.business_id).filter(pk__in=facts.cart)
    prices = {
        pk: wholesale if tier == "wholesale" and wholesale is not None else retail
        for pk, retail, wholesale in rows.values_list("pk", "retail_price", "wholesale_price")
    }
    return sum((prices[pk] * quantity for pk, quantity in facts.cart.items()), ZERO)


def _upsell(facts: CounterFacts, in_cart: Decimal, customer: Customer | None) -> list[Hit]:
    """What is bought with the cart and the first product: here, not in it, and cheap beside it. Three queries."""
    business_id, shown = facts.caller.business_id, {each.good.id for each in facts.found.hits}
    together = bought_with(business_id, [*facts.cart, facts.found.hits[0].good.id], most=COMPANIONS)
    telling = [each for each in together if each.score >= LEAST_SCORE and each.together >= LEAST_TOGETHER]
    wanted = [each.product_id for each in telling if each.product_id not in shown]
    if not wanted:
        return []
    goods, stock = {good.id: good for good in catalogue_of(business_id).goods}, units(business_id, wanted)
    tier = customer.price_tier if customer else "retail"
    hits = [hit(goods[pk], stock, facts.storefront_id, tier) for pk in wanted if pk in goods]
    most = UPSELL_SHARE * (in_cart + facts.to_pay)
    return [each for each in hits if each.in_stock and each.price <= most][:MOST_UPSELLS]


def _give_out_customer(facts: CounterFacts, customer: Customer, in_cart: Decimal) -> None:
    """When the customer last bought the first product, and whether this may go on account: yes or no, no figure."""
    business_id = facts.caller.business_id
    facts.slots.person("customer", customer.name, key=customer.pk)
    facts.customer = Buyer(id=str(customer.pk), price_tier=customer.price_tier, on_account=None, last=None)
    if not facts.found.hits:
        return
    room = customer_balances(business_id).get(pk=customer.pk).available_credit
    facts.customer.on_account = room is not None and room >= in_cart + facts.to_pay
    facts.shown["on_account"] = "yes" if facts.customer.on_account else "no"
    first = facts.found.hits[0].good
    if before := bought_before(business_id, customer.pk, [first.id]).get(first.id):
        facts.slots.date("last", before.last_on, of="p1")
        facts.slots.count("usual", before.usual, first.unit, of="p1")
        facts.customer.last = LastTime(on=before.last_on, usual_quantity=written_quantity(before.usual))


def offered(facts: CounterFacts, hits: list[Hit]) -> list[OfferedGood]:
    """Products in the answer, each with why it is there."""
    return [_offered(facts, each) for each in hits]


def _offered(facts: CounterFacts, each: Hit) -> OfferedGood:
    is_told = facts.caller.storefront_id is None
    return OfferedGood(
        id=str(each.good.id),
        name=each.good.name,
        price=plain(each.price),
        unit=each.good.unit,
        in_stock=each.in_stock,
        units=written_quantity(each.units),
        elsewhere=[OfferedElsewhere(name=p.name, units=_told(p, is_told)) for p in each.elsewhere],
        why=why(facts, each),
    )


def _told(place: Place, is_told: bool) -> str | None:
    return written_quantity(place.quantity) if is_told and place.quantity is not None else None


def why(facts: CounterFacts, each: Hit) -> list[str]:
    """What of the request a product meets."""
    highest = facts.found.request.highest
    found = []
    if highest is not None and each.price <= highest:
        found.append(f"{written(each.price)} is within {written(highest)}")
    if each.in_stock and each.good.tracks_stock:
        found.append(f"{written_quantity(each.units)} here" if facts.storefront_id else "in stock")
    elif each.elsewhere:
        found.append(f"at {each.elsewhere[0].name}")
    if each in facts.upsell:
        found.append("bought with it")
    return found
