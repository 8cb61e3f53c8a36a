"""A request that continues an earlier one: "cheaper", "in black", "two of them", "the second one"."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from common.money import PESEWA
from inventory.search.choosing import choose
from inventory.search.index import Catalogue
from inventory.search.patterns import ABOVE, BELOW, NUMERALS, ON_ACCOUNT
from inventory.search.request import Request, read
from inventory.search.terms import known_words, terms
from inventory.search.words import Size, clean

_CHEAPER = re.compile(
    r"\bcheaper|\bless expensive|\blower\b|\breduce\b"
    r"|\b(?:too|is|be|e|it|that)(?: too)? (?:expensive|costly|dear|much|high)\b"
)
_DEARER = re.compile(r"\bmore expensive|\bbetter\b|\bhigher\b|\bmore quality")
_BIGGER = re.compile(r"\bbigger|\blarger")
_SMALLER = re.compile(r"\bsmaller")
_OTHERS = re.compile(r"\banother\b|\b(?:some|any)thing else|\bothers?\b|\bdifferent\b|\bwhat else|\bmore options")
_ASKED = re.compile(
    r"\bhow (?:many|much)\b|\bprices?\b|\bcosts?\b|\bstock\b|\bleft\b|\bremain|\bavailable\b"
    rf"|{ON_ACCOUNT.pattern}|\bstill (?:have|dey|there)\b|\b(?:have|got) (?:it|some|any|them)\b"
)
_WHICH = re.compile(r"\bwh?ich\b")
_WHICH_ONE = re.compile(r"\W*wh?ich (?:one|of (?:them|these|those))\b")
_SIZES = (
    (_BIGGER, ABOVE, "above", ("smallest", "largest")),
    (_SMALLER, BELOW, "below", ("largest", "smallest")),
)
"""With a size of its own a message says itself what is bigger."""
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
_PLACE = re.compile(rf"\b({'|'.join(_PLACES)})(?: one)?\b")
_POINTING = re.compile(r"\b(?:of )?(?:them|those|these|it|that(?: one)?|this(?: one)?)\b")
_MARKS = (_CHEAPER, _DEARER, _BIGGER, _SMALLER, _OTHERS, _PLACE, _POINTING, _ASKED)
_TAKING = (
    r"(?:ok(?:ay)?|yes|so|then|no|only|just|how much(?: is| are| for| be)?|give (?:me|him|her|them)|i want"
    r"|(?:i|he|she|they)(?: wi|')ll take|make it|let me have|bring),? "
)
_NUMBER_ALONE = re.compile(
    rf"(?:(?:{_TAKING})*(?P<word>{'|'.join(NUMERALS)})|(?:{_TAKING})+(?P<digits>\d{{1,3}}))"
    r"(?: (?:pieces?|pcs|of it|then|please|pls))*"
)
_MOST_UNITS = 1000
_SIZED = ("sizes", "barred_sizes", "above", "below")


@dataclass(frozen=True)
class Shown:
    """A product that was shown, and at what price."""

    id: str
    price: Decimal


@dataclass(frozen=True)
class Earlier:
    """An earlier request and what was shown for it, best first."""

    request: Request
    shown: tuple[Shown, ...]

    def as_json(self, catalogue: Catalogue) -> dict[str, Any]:
        """To be kept. Of what was typed only words that name goods: the rest may be anybody's name."""
        kept = asdict(self.request)
        kept["text"] = ""
        kept["words"] = known_words(self.request.words, catalogue)
        kept["barred"] = known_words(self.request.barred, catalogue)
        for name in _SIZED:
            kept[name] = [[str(s.amount), s.unit, str(s.plain)] for s in getattr(self.request, name)]
        for name in ("lowest", "highest", "quantity"):
            kept[name] = None if kept[name] is None else str(kept[name])
        return {"request": kept, "shown": [[each.id, str(each.price)] for each in self.shown]}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Earlier":
        fields = dict(kept["request"])
        for name in _SIZED:
            fields[name] = [Size(Decimal(amount), unit, Decimal(plain)) for amount, unit, plain in fields.get(name, ())]
        fields["without"] = tuple(fields["without"])
        for name in ("lowest", "highest", "quantity"):
            fields[name] = None if fields[name] is None else Decimal(fields[name])
        return cls(Request(**fields), tuple(Shown(id, Decimal(price)) for id, price in kept["shown"]))


def continued(text: str, earlier: Earlier, catalogue: Catalogue) -> Request:
    """The request that a text makes of an earlier one; the text alone where it asks for something of its own."""
    if number := _NUMBER_ALONE.fullmatch(clean(text)):
        text = f"{number['word'] or number['digits']} of them"
    said, plain = read(text), clean(text)
    if plain in catalogue.codes:
        return said
    named = terms(said.words, catalogue)
    if any(term.scores or (term.is_goods and not term.is_holder) for term in named.asked):
        return _named(said, plain, earlier, catalogue)
    if said.is_unrecorded:
        return replace(earlier.request, is_unrecorded=True)
    if not _continues(said, plain, bool(named.wishes or named.numbers or any(each.is_holder for each in named.asked))):
        return said
    return _changed(said, plain, earlier, named.numbers, catalogue)


def _named(said: Request, plain: str, earlier: Earlier, catalogue: Catalogue) -> Request:
    """What names goods: more of the earlier request, what no record tells of it, or a request of its own."""
    both = replace(_merged(earlier.request, said), only="")
    if _is_one_thing(both, catalogue):
        return both
    return replace(earlier.request, is_unrecorded=True) if _WHICH_ONE.match(plain) else said


def _changed(said: Request, plain: str, earlier: Earlier, numbers: Sequence[Decimal], catalogue: Catalogue) -> Request:
    """The earlier request with what is said of what was shown."""
    said = replace(said, words=_wishes(said, plain, catalogue))
    merged = _merged(earlier.request, said)
    if earlier.request.sizes and _is_size(numbers, earlier.shown, catalogue):
        return replace(merged, sizes=[])
    if len(numbers) == 1 and merged.quantity == earlier.request.quantity and numbers[0] <= _MOST_UNITS:
        merged = _counted(merged, numbers[0], said)
    pointed = _pointed(merged, plain, earlier.shown)
    return pointed if _WHICH.search(plain) else _compared(pointed, plain, earlier.shown, catalogue)


def _wishes(said: Request, plain: str, catalogue: Catalogue) -> list[str]:
    """The words that say more of what was shown: not everyday talk, nor what is unknown beside words that are clear."""
    lexicon, words = catalogue.lexicon, said.words
    if any(mark.search(plain) for mark in _MARKS):
        words = known_words(words, catalogue)
    return [word for word in words if word in lexicon.colours or word not in lexicon.ordinary]


def _is_size(numbers: Sequence[Decimal], shown: Sequence[Shown], catalogue: Catalogue) -> bool:
    """Whether a number alone is the size of something that was shown: "25 then"."""
    known = [catalogue.numbers[place] for place in catalogue.places_of(each.id for each in shown)]
    return len(numbers) == 1 and any(numbers[0] in each for each in known)


def _is_one_thing(both: Request, catalogue: Catalogue) -> bool:
    """Whether some product answers all the words of the earlier request and of the new one."""
    asked = terms(both.words, catalogue).asked
    places = [set(term.scores) for term in asked]
    if not places or not set.intersection(*places):
        return False
    choice = choose(catalogue, both)
    return bool(choice.found or choice.near)


def _continues(said: Request, plain: str, has_wish: bool) -> bool:
    bounds = said.barred or said.barred_sizes or said.above or said.below
    changes = said.is_priced or said.sizes or said.order or said.quantity or said.tier or bounds or has_wish
    return bool(changes) or any(mark.search(plain) for mark in _MARKS)


def _merged(earlier: Request, said: Request) -> Request:
    """The earlier request with what the new one says in place of it."""
    price = said if said.is_priced else earlier
    return Request(
        text=f"{earlier.text} {said.text}"[-200:],
        words=[*earlier.words, *said.words],
        sizes=said.sizes or earlier.sizes,
        lowest=price.lowest,
        highest=price.highest,
        order=said.order or earlier.order,
        tier=said.tier or earlier.tier,
        quantity=said.quantity or earlier.quantity,
        holder=said.holder if said.quantity else earlier.holder,
        only=earlier.only,
        without=earlier.without,
        beside=earlier.beside or said.beside,
        is_unrecorded=said.is_unrecorded,
        each=said.each or (earlier.each and not said.quantity),
        barred=[*earlier.barred, *said.barred],
        barred_sizes=[*earlier.barred_sizes, *said.barred_sizes],
        above=said.above or ([] if said.sizes else earlier.above),
        below=said.below or ([] if said.sizes else earlier.below),
    )


def _counted(merged: Request, number: Decimal, said: Request) -> Request:
    """A number alone, "I'll take 3", is how many."""
    words = [word for word in said.words if not word[0].isdigit()]
    return replace(merged, quantity=number, words=[*merged.words[: -len(said.words)], *words])


def _pointed(merged: Request, plain: str, shown: Sequence[Shown]) -> Request:
    """The one that is pointed at: by its place in what was shown, or as the one talked about."""
    if not shown or _OTHERS.search(plain):
        return merged
    if match := _PLACE.search(plain):
        place = _PLACES[match[1]]
        return replace(merged, only=shown[place].id) if place < len(shown) else merged
    return replace(merged, only=shown[0].id) if merged.quantity and _POINTING.search(plain) else merged


def _compared(merged: Request, plain: str, shown: Sequence[Shown], catalogue: Catalogue) -> Request:
    """Cheaper, dearer, bigger or other than what was shown first."""
    if not shown:
        return merged
    if _OTHERS.search(plain):
        return replace(merged, only="", without=(*merged.without, *(each.id for each in shown)))
    if _CHEAPER.search(plain):
        return replace(merged, only="", lowest=None, highest=shown[0].price - PESEWA, order="dearest")
    if _DEARER.search(plain):
        return replace(merged, only="", lowest=shown[0].price + PESEWA, highest=None, order="cheapest")
    for mark, than, bound, orders in _SIZES:
        if mark.search(plain) and not than.search(plain):
            return _sized(merged, shown[0], catalogue, bound, orders)
    return merged


def _sized(merged: Request, first: Shown, catalogue: Catalogue, bound: str, orders: tuple[str, str]) -> Request:
    """What is bigger or smaller than what was shown first, the next size first; others, where that has no size."""
    words = [word for word in merged.words if not word[0].isdigit()]
    known = [size for place in catalogue.places_of([first.id]) for size in catalogue.sizes[place]]
    asked = replace(merged, only="", words=words, sizes=[], above=[], below=[])
    if not known:
        return replace(asked, order=orders[1], without=(*merged.without, first.id))
    sized = replace(asked, order=orders[0])
    setattr(sized, bound, known[:1])
    return sized
