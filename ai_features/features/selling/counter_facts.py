"""What is known at the counter: products with price and stock, what goes with them, and who is buying. Never a cost."""

import uuid
from decimal import Decimal

from pydantic import Field

from ai_features.feature import Facts
from ai_features.features.selling.counter_finding import companions
from ai_features.features.selling.counter_packs import is_another, named_pack
from ai_features.features.selling.counter_shapes import Buyer, LastTime, OfferedElsewhere, OfferedGood
from common.money import ZERO, plain, written, written_quantity
from common.tenancy import Caller
from inventory.search import Found, Hit, Place
from inventory.search.pricing import PackPrice
from sales.models import Customer
from sales.queries import bought_before, customer_balances

MOST_UPSELLS = 2
UPSELL_SHARE = Decimal("0.3")
"""What goes well costs at most this part of what is bought."""


class CounterFacts(Facts):
    """One turn at the counter. `customer` is what the cashier may know of the buyer."""

    caller: Caller = Field(exclude=True)
    conversation_id: uuid.UUID = Field(exclude=True)
    opens: bool = Field(exclude=True)
    asked: str = Field(exclude=True)
    found: Found = Field(exclude=True)
    beside: list[Hit] = Field(default_factory=list, exclude=True)
    cart: dict[uuid.UUID, Decimal] = Field(default_factory=dict, exclude=True)
    upsell: list[Hit] = Field(default_factory=list, exclude=True)
    pack: PackPrice | None = Field(default=None, exclude=True)
    unpriced: str = Field(default="", exclude=True)
    """What the quantity was counted in, where the product is not sold in it."""
    customer: Buyer | None = None
    storefront_id: uuid.UUID | None = Field(default=None, exclude=True)

    @property
    def quantity(self) -> Decimal:
        return self.found.request.quantity or Decimal(1)

    @property
    def counted(self) -> dict[str, Hit]:
        """What the quantity is of, by its slot: the first product, or each of those found that can be had."""
        hits, request = self.found.hits, self.found.request
        most = (self.found.several or len(hits)) if request.each else 1
        return {f"p{n}": each for n, each in enumerate(hits[:most], start=1) if each.rank < 2 or n == 1}

    @property
    def to_pay(self) -> Decimal:
        """What they come to, in the quantity asked for."""
        if self.pack:
            return self.pack.price * self.quantity
        return sum((each.price for each in self.counted.values()), ZERO) * self.quantity


def tell(facts: CounterFacts, customer: Customer | None, storefront_id: uuid.UUID | None) -> None:
    """Give out the slots. Eight queries at most."""
    facts.storefront_id = storefront_id
    _hold(facts)
    in_cart = _in_cart(facts)
    if facts.found.hits and not facts.beside:
        facts.upsell = _upsell(facts, in_cart)
    found = facts.found
    for prefix, hits in (("b", facts.beside), ("p", found.hits), ("a", found.alternatives), ("u", facts.upsell)):
        for number, each in enumerate(hits, start=1):
            _give_out(facts, f"{prefix}{number}", each)
    if found.request.quantity and found.hits and found.hits[0].rank < 2:
        _give_out_total(facts)
    if customer:
        _give_out_customer(facts, customer, in_cart)
    facts.shown |= {
        "asked_for": facts.found.request.order or "",
        "all_of_it_is_met": "no" if facts.found.missing else "yes",
        "p1_is": _state_of(facts.found),
    }
    if found.not_sold:
        facts.shown["not_sold"] = ", ".join(found.not_sold)
    if found.request.is_unrecorded:
        facts.shown["what_is_asked"] = "in no record"


def _hold(facts: CounterFacts) -> None:
    """Look for the pack in which the first product was counted, where that is not its unit."""
    found = facts.found
    if found.hits and not found.request.each and is_another(found.request.holder, found.hits[0].good):
        facts.pack = named_pack(found, found.request.holder)
        facts.unpriced = "" if facts.pack else found.request.holder


def _give_out_total(facts: CounterFacts) -> None:
    """How many of what, and what they come to; the unit alone, where a price for what was named is not recorded."""
    unit, is_one = facts.found.hits[0].good.unit, len(facts.counted) == 1
    if facts.unpriced:
        facts.slots.name("unit", unit, of="p1")
        facts.shown["not_sold_by_the"] = facts.unpriced
        return
    if facts.pack:
        facts.slots.name("pack", facts.pack.name, of="p1")
    facts.slots.count("wanted", facts.quantity, unit if is_one and not facts.pack else "")
    facts.slots.money("to_pay", facts.to_pay, of="p1" if is_one else "")


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


def _in_cart(facts: CounterFacts) -> Decimal:
    """What is in the cart already, at the customer's prices. One query for goods that were not found."""
    if not facts.cart:
        return ZERO
    shelf = facts.found.shelf
    goods = [shelf.catalogue.goods[place] for place in shelf.catalogue.places_of(facts.cart)]
    prices = shelf.prices.of(goods, Decimal(1))
    return sum((price * facts.cart[pk] for pk, price in prices.items()), ZERO)


def _upsell(facts: CounterFacts, in_cart: Decimal) -> list[Hit]:
    """What is bought with the cart and the first product: here, not in it, and cheap beside it. Three queries."""
    shown = {each.good.id for each in facts.found.hits}
    near = companions(facts.found.shelf, [*facts.cart, facts.found.hits[0].good.id])
    most = UPSELL_SHARE * (in_cart + facts.to_pay)
    fitting = [each for each in near if each.good.id not in shown and each.in_stock and each.price <= most]
    return fitting[:MOST_UPSELLS]


def _give_out_customer(facts: CounterFacts, customer: Customer, in_cart: Decimal) -> None:
    """When the customer last bought the first product, and whether this may go on account: yes or no, no figure."""
    business_id = facts.caller.business_id
    facts.slots.person("customer", customer.name, key=customer.pk)
    facts.customer = Buyer(id=str(customer.pk), price_tier=customer.price_tier, on_account=None, last=None)
    if not facts.found.hits:
        return
    if not facts.unpriced:
        facts.customer.on_account = _has_room(business_id, customer, in_cart + facts.to_pay)
        facts.shown["on_account"] = "yes" if facts.customer.on_account else "no"
    first = facts.found.hits[0].good
    if before := bought_before(business_id, customer.pk, [first.id]).get(first.id):
        facts.slots.date("last", before.last_on, of="p1")
        facts.slots.count("usual", before.usual, first.unit, of="p1")
        facts.customer.last = LastTime(on=before.last_on, usual_quantity=written_quantity(before.usual))


def _has_room(business_id: uuid.UUID, customer: Customer, amount: Decimal) -> bool:
    """Whether the customer's limit covers so much more on account. One query, none without a limit or on hold."""
    if customer.credit_limit is None or customer.credit_hold:
        return False
    room: Decimal = customer_balances(business_id).values_list("available_credit", flat=True).get(pk=customer.pk)
    return room >= amount


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
