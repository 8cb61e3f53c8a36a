"""Which goods of a catalogue answer a request, best first; and which come near. Pure: no database."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from inventory.search.customer_prices import PriceOf, retail
from inventory.search.index import Catalogue
from inventory.search.request import Request
from inventory.search.terms import Term, Terms, known_words, terms
from inventory.search.words import Size

ENOUGH = 0.55
"""The part of the best score that a product must reach."""
NEAR = Decimal("0.25")
"""How far from what was asked the price of an alternative may be."""
LEAST_WEIGHT = 0.1
MOST = 100
MOST_UNITS = 1000
_PURPOSE_WORTH = 0.1
_CODE_DIGITS = 6


@dataclass
class Choice:
    """Places in the catalogue with their scores: what was asked for, and what comes near it."""

    request: Request
    found: dict[int, float] = field(default_factory=dict)
    near: list[int] = field(default_factory=list)
    is_sold: bool = True
    by_code: bool = False
    missing: list[str] = field(default_factory=list)
    """Words that nothing in the shop answers: of what is not sold, or a wish that cannot be met."""
    not_sold: list[str] = field(default_factory=list)
    """Those of `missing` that are goods which the shop does not sell, beside others that it does."""
    groups: list[list[int]] = field(default_factory=list)
    """Where several goods were asked for at once, the places found for each."""


def choose(catalogue: Catalogue, request: Request, *, price_of: PriceOf = retail) -> Choice:
    """The goods that a request is about. A range of prices is held against `price_of`."""
    choice = Choice(request)
    code = request.text.strip().casefold()
    place = catalogue.codes.get(code, catalogue.codes.get(code.lstrip("0")) if code.isdigit() else None)
    if place is not None:
        choice.by_code, choice.found = True, {place: 1.0}
        return choice
    if request.only:
        choice.found = dict.fromkeys(catalogue.places_of([request.only]), 1.0)
        return choice
    asked = _sold(choice, terms(request.words, catalogue))
    if (code.isdigit() and len(code) >= _CODE_DIGITS) or not asked.is_sold:
        choice.is_sold = False
        return choice
    _narrow(choice, catalogue, _candidates(choice, catalogue, asked), asked, price_of)
    if choice.groups and not request.each:
        request.quantity = None  # of which of the goods, is not known
    return choice


def _sold(choice: Choice, asked: Terms) -> Terms:
    """What of several goods the shop sells; all that was asked for where it sells none or one was asked for."""
    choice.missing = [term.said for term in asked.missing]
    parts = asked.parts
    sold = [part for part in parts if part.is_sold]
    if not sold or len(sold) == len(parts):
        return asked
    others = [term for part in parts if part not in sold for term in part.asked]
    choice.not_sold = [term.said for term in others if term.is_goods and not term.scores]
    return replace(asked, asked=[term for part in sold for term in part.asked])


def _candidates(choice: Choice, catalogue: Catalogue, asked: Terms) -> dict[int, float]:
    known = [term for term in asked.asked if term.scores]
    if not known:
        everything = bool(choice.request.sizes or choice.request.is_priced) and not asked.asked
        return dict.fromkeys(range(len(catalogue.goods)), 1.0) if everything else {}
    scores = _all_of(known, catalogue)
    if len(asked.parts) > 1 and not any(_is_good_for_all(place, known) for place in scores):
        scores = _each_of(choice, known, catalogue)
    if not scores and (named := [term for term in known if not term.is_holder]):
        known, scores = named, _all_of(named, catalogue)
    if not scores:
        scores = dict(known[-1].scores)
        choice.missing += [term.said for term in known[:-1]]
    for term in asked.purpose:
        for place in term.scores.keys() & scores.keys():
            scores[place] *= 1 + _PURPOSE_WORTH * term.scores[place]
    most = max(scores.values(), default=0)
    return {place: score for place, score in scores.items() if score >= ENOUGH * most}


def _is_good_for_all(place: int, asked: list[Term]) -> bool:
    """Whether a product is among the best for every term: spaghetti is only of the category that rice is in."""
    return all(term.scores[place] >= ENOUGH * max(term.scores.values()) for term in asked)


def _each_of(choice: Choice, known: list[Term], catalogue: Catalogue) -> dict[int, float]:
    """What answers each of several goods, from 0 to 1."""
    scores: dict[int, float] = {}
    for part in Terms(known).parts:
        found = _all_of(part.asked, catalogue)
        most = max(found.values(), default=1)
        choice.groups.append([place for place, score in found.items() if score >= ENOUGH * most])
        scores |= {place: found[place] / most for place in choice.groups[-1]}
    return scores


def _all_of(asked: list[Term], catalogue: Catalogue) -> dict[int, float]:
    """The products that answer every term, with their scores, the rarer term the weightier."""
    if not asked:
        return {}
    weighted = [(term.scores, max(catalogue.rarity(len(term.scores)), LEAST_WEIGHT)) for term in asked]
    smallest = min((scores for scores, _ in weighted), key=len)
    places = [place for place in smallest if all(place in scores for scores, _ in weighted)]
    least = [(scores, ENOUGH * max((scores[place] for place in places), default=0)) for scores, _ in weighted]
    places = [place for place in places if all(scores[place] >= enough for scores, enough in least)] or places
    return {place: sum(scores[place] * weight for scores, weight in weighted) for place in places}


def _narrow(choice: Choice, catalogue: Catalogue, found: dict[int, float], asked: Terms, price_of: PriceOf) -> None:
    """Keep what has the size and price that was asked for; where nothing has, what comes near."""
    request = choice.request
    without = set(catalogue.places_of(request.without))
    found = _wished(choice, catalogue, {p: score for p, score in found.items() if p not in without}, asked)
    for number in asked.numbers:
        found = _numbered(request, catalogue, found, number, first=asked.starts_with_number)
    for size in request.sizes:
        fitting = {p: score for p, score in found.items() if _has(catalogue.sizes[p], size)}
        if not fitting:
            choice.near = _near_in_size(found, size, catalogue)
            return
        found = fitting | _without_size(choice, found, fitting)
    barred = known_words(request.barred, catalogue)
    if barred or request.barred_sizes or request.above or request.below:
        choice.found = {p: score for p, score in found.items() if not _is_barred(request, catalogue, p, barred)}
    else:
        choice.found = found
    choice.near = [] if choice.found else _nearest(request, catalogue, found)
    if request.is_priced:
        _fit(choice, catalogue, price_of)


def _nearest(request: Request, catalogue: Catalogue, found: Mapping[int, float]) -> list[int]:
    """What comes near where everything found is barred: that of the nearest size, or all of it."""
    if bounds := request.above or request.below:
        return _near_in_size(found, bounds[0], catalogue)[:1]
    return sorted(found, key=lambda place: -found[place])[:MOST]


def _without_size(choice: Choice, found: dict[int, float], fitting: Collection[int]) -> dict[int, float]:
    """Of several goods those of which none has the size: it was said of another."""
    others = [group for group in choice.groups if not any(place in fitting for place in group)]
    return {place: found[place] for group in others for place in group if place in found}


def _is_barred(request: Request, catalogue: Catalogue, place: int, barred: Collection[str]) -> bool:
    """Whether it is what was said not to be wanted, or not of the size that was said."""
    sizes = catalogue.sizes[place]
    return (
        any(place in catalogue.weights.get(word, ()) or word == catalogue.goods[place].unit for word in barred)
        or any(_has(sizes, size) for size in request.barred_sizes)
        or not all(any(s.unit == bound.unit and s.amount > bound.amount for s in sizes) for bound in request.above)
        or not all(any(s.unit == bound.unit and s.amount < bound.amount for s in sizes) for bound in request.below)
    )


def _fit(choice: Choice, catalogue: Catalogue, price_of: PriceOf) -> None:
    """Keep what is within the range of prices; where nothing is, what comes near."""
    request, goods = choice.request, [catalogue.goods[place] for place in choice.found]
    by_id = price_of(goods, request.quantity or Decimal(1))
    prices = {place: by_id[catalogue.goods[place].id] for place in choice.found}
    fitting = {place: score for place, score in choice.found.items() if request.fits(prices[place])}
    if prices and not fitting:
        choice.near = _near_in_price(prices, request)
    choice.found = fitting


def _wished(choice: Choice, catalogue: Catalogue, found: dict[int, float], asked: Terms) -> dict[int, float]:
    """Those in the colour or the tin that is wished for; all of them, and that among what is missing, where none is."""
    for colour in asked.wishes:
        having = {place: score for place, score in found.items() if place in catalogue.weights.get(colour, ())}
        choice.missing += [] if having else [colour]
        found = having or found
    for held in [term.said for term in asked.missing if term.is_holder]:
        having = {place: score for place, score in found.items() if catalogue.goods[place].unit == held}
        choice.missing = [said for said in choice.missing if said != held or not having]
        found = having or found
    return found


def _numbered(
    request: Request, catalogue: Catalogue, found: dict[int, float], number: Decimal, *, first: bool
) -> dict[int, float]:
    """A number alone: part of a name or size, how many, or what may be spent."""
    named = {p: score for p, score in found.items() if number in catalogue.numbers[p]}
    if named:
        return named
    if first and request.quantity is None and number == int(number) and number <= MOST_UNITS:
        request.quantity = number
    elif not request.is_priced and number >= 10:
        request.highest = number
    return found


def _has(sizes: Iterable[Size], wanted: Size) -> bool:
    return any(size.unit == wanted.unit and size.amount == wanted.amount for size in sizes)


def _distance(sizes: Iterable[Size], wanted: Size) -> Decimal:
    return min((abs(s.amount - wanted.amount) for s in sizes if s.unit == wanted.unit), default=Decimal("Infinity"))


def _near_in_size(found: Iterable[int], wanted: Size, catalogue: Catalogue) -> list[int]:
    return sorted(found, key=_by(lambda place: _distance(catalogue.sizes[place], wanted)))[:MOST]


def _by(distance: Callable[[int], Decimal]) -> Callable[[int], tuple[Decimal, int]]:
    return lambda place: (distance(place), place)


def _near_in_price(prices: Mapping[int, Decimal], request: Request) -> list[int]:
    """Those within a quarter of what was asked, nearest first; the nearest one where there is none."""

    def away(place: int) -> Decimal:
        over = prices[place] - request.highest if request.highest is not None else Decimal(0)
        under = request.lowest - prices[place] if request.lowest is not None else Decimal(0)
        return max(over, under)

    ordered = sorted(prices, key=_by(away))
    bound = request.highest if request.highest is not None else request.lowest or Decimal(0)
    return [place for place in ordered if away(place) <= NEAR * bound][:MOST] or ordered[:1]
