"""What is said to a cashier without a model: the same slots, in short sentences."""

from collections.abc import Iterator
from decimal import Decimal

from ai_features.features.selling.counter_facts import CounterFacts
from ai_features.services.slots import listed
from common.money import PESEWA
from inventory.search import Hit
from inventory.search.lexicon import common
from inventory.search.patterns import ON_ACCOUNT

NOT_SOLD = "We do not sell that."
NO_CODE = "No product has this code."
WHAT = "What is the customer looking for? Name a product, what it is for, or a price."
NO_OTHER = "We have no other. What else is the customer looking for?"
UNRECORDED = "Your records do not tell that, only price, size and stock."
NOTHING_BESIDE = "Your sales do not tell what goes with it. What is the customer looking for?"


def offer(facts: CounterFacts) -> str:
    """The reply, with its slots unfilled."""
    said = (_unrecorded, _beside, _not_held, _found, _total, _missing, _customer, _upsell)
    return " ".join(sentence for part in said for sentence in part(facts))


def _unrecorded(facts: CounterFacts) -> Iterator[str]:
    if facts.found.request.is_unrecorded:
        yield UNRECORDED


def _found(facts: CounterFacts) -> Iterator[str]:
    hits = facts.found.hits
    if not hits:
        yield _near(facts)
        return
    here = [f"p{number}" for number, each in enumerate(hits, start=1) if each.rank == 0]
    if here:
        yield _here(facts, here)
    for number, each in enumerate(hits, start=1):
        if each.rank and (number <= max(1, facts.found.several) or not here):
            yield _away(facts, f"p{number}", each)
    if not here and facts.found.alternatives:
        yield f"Offer {_alternatives(facts)} instead."


def _total(facts: CounterFacts) -> Iterator[str]:
    if "unit" in facts.slots:
        yield f"It is sold by the {{unit}}; what a {facts.unpriced} of it costs is not recorded."
        return
    if "to_pay" in facts.slots:
        several = len(facts.counted) > 1
        one, many = ("One of each", "{wanted} of each") if several else ("{p1}", "{wanted} of {p1}")
        plain = f"{many} come to {{to_pay}}." if facts.quantity > 1 else f"{one} comes to {{to_pay}}."
        yield "{p1}, {wanted} x {pack}: {to_pay}." if facts.pack else plain
    wanted = facts.quantity * (facts.pack.units if facts.pack else 1)
    for id, each in facts.counted.items():
        if each.good.tracks_stock and 0 < each.units < wanted:
            yield f"We have only {{{id}_here}} of {{{id}}} here."


def _beside(facts: CounterFacts) -> Iterator[str]:
    if facts.beside:
        yield f"Here is what people often buy with {listed([f'{{b{number}}}' for number in _numbers(facts.beside)])}."


def _here(facts: CounterFacts, ids: list[str]) -> str:
    if len(ids) == 1:
        count = f", {{{ids[0]}_here}} here" if f"{ids[0]}_here" in facts.slots else ""
        return f"We have {{{ids[0]}}} at {{{ids[0]}_price}}{count}."
    return f"We have {listed([_priced(facts, id) for id in ids])}."


def _alternatives(facts: CounterFacts) -> str:
    return listed([_priced(facts, f"a{n}", each) for n, each in enumerate(facts.found.alternatives, start=1)])


def _priced(facts: CounterFacts, id: str, each: Hit | None = None) -> str:
    """A product with its price and where it is."""
    where = ""
    if f"{id}_here" in facts.slots:
        where = f" ({{{id}_here}} here)"
    elif f"{id}_at" in facts.slots:
        where = f" (at {{{id}_at}})"
    elif each and each.rank == 2:
        where = " (out of stock)"
    return f"{{{id}}} at {{{id}_price}}{where}"


def _away(facts: CounterFacts, id: str, each: Hit) -> str:
    if f"{id}_there" in facts.slots:
        return f"{{{id}}} at {{{id}_price}} is not here now; {{{id}_at}} has {{{id}_there}}."
    if f"{id}_at" in facts.slots:
        return f"{{{id}}} at {{{id}_price}} is not here now; {{{id}_at}} has it."
    return f"{{{id}}} is out of stock."


def _near(facts: CounterFacts) -> str:
    near, request = _alternatives(facts), facts.found.request
    prices = [each.price for each in facts.found.alternatives]
    said = (
        (request.above, f"We have nothing bigger of it: {near}."),
        (request.below, f"We have nothing smaller of it: {near}."),
        (request.without, f"We have no other of it. From the same category: {near}."),
        (request.barred or request.barred_sizes, f"All that we have of it is {near}."),
        (_is_just(request.highest, PESEWA, prices), f"We have nothing cheaper of it: {near}."),
        (_is_just(request.lowest, -PESEWA, prices), f"We have nothing dearer of it: {near}."),
        (request.is_priced, f"Nothing we have is at that price. The nearest: {near}."),
        (request.sizes, f"We do not have that size. The nearest: {near}."),
    )
    return next((words for is_so, words in said if is_so), f"The nearest we have: {near}.")


def _is_just(bound: Decimal | None, beyond: Decimal, prices: list[Decimal]) -> bool:
    """Whether a price is the one that a bound was set beside."""
    return bound is not None and bound + beyond in prices


def _not_held(facts: CounterFacts) -> Iterator[str]:
    if held := _held(facts):
        yield f"None of it comes in a {held[0]}."


def _held(facts: CounterFacts) -> list[str]:
    """What it was wished for in, and does not come in."""
    return [said for said in facts.found.missing if said in common().holders]


def _missing(facts: CounterFacts) -> Iterator[str]:
    if facts.found.not_sold:
        yield f"We do not sell {' or '.join(facts.found.not_sold)}."
    elif facts.found.missing and facts.found.hits and not _held(facts):
        yield "Nothing is recorded that meets all of it; this comes nearest."


def _customer(facts: CounterFacts) -> Iterator[str]:
    if "last" in facts.slots:
        yield "{customer} last bought {p1} on {last}, usually {usual}."
    if facts.shown.get("on_account"):
        yield "{customer} may take this on account." if facts.shown["on_account"] == "yes" else "Not on account."
    elif not facts.customer and ON_ACCOUNT.search(facts.asked.casefold()):
        yield "Choose the customer first, and I can say whether this may go on account."


def _upsell(facts: CounterFacts) -> Iterator[str]:
    if facts.upsell:
        yield f"Often bought with it: {listed([f'{{u{n}}} at {{u{n}_price}}' for n in _numbers(facts.upsell)])}."


def _numbers(hits: list[Hit]) -> range:
    return range(1, len(hits) + 1)
