"""What somebody at the counter asks for: prices, sizes, how many and which words, read from one line of text."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from inventory.search import patterns
from inventory.search.lexicon import WHOSE, common, phrase_of
from inventory.search.words import Size, clean, decimal, sizes, stem, tokens

_NEAR = Decimal("0.15")
_OPPOSITE = {"cheapest": "dearest", "dearest": "cheapest", "smallest": "largest", "largest": "smallest"}


@dataclass
class Request:
    """A request as read. `words` are stems and numbers in order; prices are in GHS; `quantity` is how many.

    `only` and `without` are ids of products that were shown before, when a request continues an earlier one.
    `barred` words and sizes are those of goods that are not wanted; what is wanted is larger than `above` and smaller
    than `below`. `is_unrecorded` where something is asked of goods that no record tells. With `each` the quantity is of
    everything found; `holder` is what it was counted in, "crate". With `beside` the words name what the customer has,
    and what goes with it is wanted.
    """

    text: str
    words: list[str] = field(default_factory=list)
    sizes: list[Size] = field(default_factory=list)
    lowest: Decimal | None = None
    highest: Decimal | None = None
    order: str = ""
    tier: str = ""
    quantity: Decimal | None = None
    only: str = ""
    without: tuple[str, ...] = ()
    beside: bool = False
    each: bool = False
    holder: str = ""
    barred: list[str] = field(default_factory=list)
    barred_sizes: list[Size] = field(default_factory=list)
    above: list[Size] = field(default_factory=list)
    below: list[Size] = field(default_factory=list)
    is_unrecorded: bool = False

    @property
    def is_priced(self) -> bool:
        return self.lowest is not None or self.highest is not None

    def fits(self, price: Decimal) -> bool:
        """Whether a price is within what was asked."""
        return (self.lowest is None or price >= self.lowest) and (self.highest is None or price <= self.highest)


def read(text: str) -> Request:
    """One line of text as a request."""
    request = Request(text)
    left, beside = patterns.BESIDE.subn(" ", _last_said(clean(text)), count=1)
    request.is_unrecorded = bool(patterns.UNRECORDED.search(left))
    request.beside = bool(beside)
    left = patterns.FRACTION.sub(_fraction, left)
    left = patterns.AMOUNT.sub(lambda match: f"{sum(patterns.WORDED[w] for w in re.split('[ -]', match[1]))} ", left)
    left = _bounded(request, patterns.NOT_HELD.sub(lambda match: _barred(request, match), left))
    left = patterns.QUANTITY.sub(lambda match: _packed(request, match), left)
    left, request.sizes = sizes(left)
    for pattern, take in _PRICES:
        if not request.is_priced and (match := pattern.search(left)):
            take(request, _amounts(match))
            left = f"{left[: match.start()]} {left[match.end() :]}"
    left = patterns.LISTED.sub(" and ", patterns.HOLDER.sub(" ", left))
    left = patterns.ORDER.sub(lambda match: _ordered(request, match), left)
    left = patterns.NOT_NAMED.sub(lambda match: _barred(request, match), left)
    left = patterns.TIER.sub(lambda match: _tiered(request, match), left)
    left = patterns.RELATIVE.sub(" that ", patterns.LACKING.sub(" ", patterns.ON_ACCOUNT.sub(" ", left)))
    request.words = [word for word in tokens(left) if word not in WHOSE]
    return request


def _last_said(text: str) -> str:
    """A text without what was taken back, where something is named in place of it: "tomatoes, sorry, onions"."""
    left = patterns.CORRECTED.sub("", text)
    return left if any(word.isalpha() and word not in common().ordinary for word in tokens(left)) else text


def _bounded(request: Request, left: str) -> str:
    """Take the sizes that are not wanted out of a text, and those that what is wanted is above or below."""
    for taken, pattern in (
        (request.barred_sizes, patterns.NOT_SIZED),
        (request.above, patterns.ABOVE),
        (request.below, patterns.BELOW),
    ):
        for match in pattern.finditer(left):
            taken.extend(sizes(match[0])[1])
        left = pattern.sub(" ", left)
    return left


def _barred(request: Request, match: re.Match[str]) -> str:
    request.barred += tokens(match["word"])
    return " "


def _fraction(match: re.Match[str]) -> str:
    if match[2]:
        return "3/4"
    return "0.5 " if match[1].startswith("half") else "0.25 "


def _amounts(match: re.Match[str]) -> list[Decimal]:
    """The amounts of a match, whose groups are numbers, each followed by its "k" for thousands."""
    groups = match.groups()
    pairs = zip(groups[::2], groups[1::2], strict=True)
    return [decimal(number) * (1000 if thousands else 1) for number, thousands in pairs if number]


def _range(request: Request, amounts: list[Decimal]) -> None:
    request.lowest, request.highest = min(amounts), max(amounts)


def _around(request: Request, amounts: list[Decimal]) -> None:
    request.lowest, request.highest = amounts[0] * (1 - _NEAR), amounts[0] * (1 + _NEAR)


def _highest(request: Request, amounts: list[Decimal]) -> None:
    request.highest = amounts[0]


def _lowest(request: Request, amounts: list[Decimal]) -> None:
    request.lowest = amounts[0]


_PRICES = (
    (patterns.RANGE, _range),
    (patterns.AROUND, _around),
    (patterns.HIGHEST, _highest),
    (patterns.LOWEST, _lowest),
    (patterns.BUDGET, _highest),
)


def _packed(request: Request, match: re.Match[str]) -> str:
    if match["pack"]:
        return f" {match['pack']} pack "
    names = ("held", "times", "by", "them", "each", "count")
    count = next(filter(None, map(match.__getitem__, names)), "1")
    request.each, request.holder = bool(match["each"]), _holder(match["holder"])
    number = Decimal(patterns.NUMERALS.get(count, 0) or (1 if count in ("a", "an") else count))
    request.quantity = number * (6 if match["half"] else 12) if match["dozen"] else number
    return " "


def _holder(written: str | None) -> str:
    """What something was counted in; empty for pieces and units, which may be anything."""
    held = stem(written or "")
    return {"pc": "", "piece": "", "unit": "", "packet": "pack"}.get(held, held)


def _ordered(request: Request, match: re.Match[str]) -> str:
    """Note an order, unless it is part of what a thing is called: "small phone"."""
    following = match.string[match.end() :].split()[:1]
    if common().knows(phrase_of(" ".join([match[0], *following]))):
        return match[0]
    order = str(match.lastgroup)
    request.order = request.order or (
        _OPPOSITE[order] if patterns.NOT_SO.search(match.string[: match.start()]) else order
    )
    return " "


def _tiered(request: Request, match: re.Match[str]) -> str:
    request.tier = str(match.lastgroup)
    return " "
