"""What is said to a cashier without a model: the same slots, in short sentences."""

from collections.abc import Iterator

from ai_features.features.selling.counter_facts import CounterFacts
from ai_features.services.slots import listed
from common.money import PESEWA
from inventory.search import Hit

NOT_SOLD = "We do not sell that."
WHAT = "What is the customer looking for? Name a product, what it is for, or a price."
NO_OTHER = "We have no other. What else is the customer looking for?"
NOTHING_BESIDE = "Your sales do not tell what goes with it. What is the customer looking for?"


def offer(facts: CounterFacts) -> str:
    """The reply, with its slots unfilled."""
    return " ".join([*_beside(facts), *_found(facts), *_missing(facts), *_customer(facts), *_upsell(facts)])


def _found(facts: CounterFacts) -> Iterator[str]:
    hits = facts.found.hits
    if not hits:
        yield _near(facts)
        return
    here = [f"p{number}" for number, each in enumerate(hits, start=1) if each.rank == 0]
    if here:
        yield _here(facts, here)
    for number, each in enumerate(hits, start=1):
        if each.rank and (number == 1 or not here):
            yield _away(facts, f"p{number}", each)
    if not here and facts.found.alternatives:
        yield f"Offer {_alternatives(facts)} instead."
    if "to_pay" in facts.slots:
        yield "{wanted} of {p1} come to {to_pay}." if facts.quantity != 1 else "{p1} comes to {to_pay}."
    if _is_short(facts):
        yield "Only {p1_here} of {p1} are here."


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
    if request.without:
        return f"We have no other of it. From the same category: {near}."
    prices = [each.price for each in facts.found.alternatives]
    if request.highest is not None and request.highest + PESEWA in prices:
        return f"We have nothing cheaper of it: {near}."
    if request.lowest is not None and request.lowest - PESEWA in prices:
        return f"We have nothing dearer of it: {near}."
    if request.is_priced:
        return f"Nothing we have is at that price. The nearest: {near}."
    return f"We do not have that size. The nearest: {near}." if request.sizes else f"The nearest we have: {near}."


def _missing(facts: CounterFacts) -> Iterator[str]:
    if facts.found.missing and facts.found.hits:
        yield "Nothing is recorded that meets all of it; this comes nearest."


def _customer(facts: CounterFacts) -> Iterator[str]:
    if "last" in facts.slots:
        yield "{customer} last bought {p1} on {last}, usually {usual}."
    if facts.shown.get("on_account"):
        yield "{customer} may take this on account." if facts.shown["on_account"] == "yes" else "Not on account."


def _upsell(facts: CounterFacts) -> Iterator[str]:
    if facts.upsell:
        yield f"Often bought with it: {listed([f'{{u{n}}} at {{u{n}_price}}' for n in _numbers(facts.upsell)])}."


def _is_short(facts: CounterFacts) -> bool:
    first = facts.found.hits[0]
    return first.good.tracks_stock and 0 < first.units < facts.quantity


def _numbers(hits: list[Hit]) -> range:
    return range(1, len(hits) + 1)
