"""Questions of the kind "what if rice goes up 5 %": which product, and which price. They are answered elsewhere."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ai_features.services.query_intelligence.names import Entry, Index, split

MOST = 3
_ASKED = re.compile(
    r"\b(what if|what happens|what would happen|what will happen|suppose|supposing|assuming|imagine|if (i|we)|"
    r"should (i|we)|can (i|we)|let us say|lets say)\b"
)
_UP = (
    r"go(es)? up|went up|go(es)?|went|rises?|rose|rais(e|ed|ing)|increas(e|es|ed|ing)|add(ed|ing)?|hike[ds]?|dearer|up"
)
_DOWN = (
    r"go(es)? down|went down|falls?|fell|drop(s|ped|ping)?|reduc(e|es|ed|ing)|cut(s|ting)?|lower(s|ed|ing)?|"
    r"decreas(e|es|ed|ing)|cheaper|down|off|discount"
)
_SET = r"sell(s|ing)?|sold|charg(e|es|ed|ing)|cost(s)?|price[ds]?|ask(ed|ing)?|put|make|made|set|change[ds]?|becomes?"
_MOVES = re.compile(rf"\b({_UP}|{_DOWN}|{_SET})\b")
_FALLS = re.compile(rf"\b({_DOWN})\b")
_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_PERCENT = re.compile(rf"(?:\bby )?{_NUMBER} ?(?:%|percent\b|per cent\b|pct\b)")
_MONEY = re.compile(
    rf"\b(to|at|for|by|up|down) ?(?:ghs|gh¢|gh₵|₵|¢)? ?{_NUMBER} ?(?:cedis?\b|ghs\b)?(?! ?(?:%|percent|per cent))"
)
_FILLS = """
    what if happen happens would will suppose supposing assuming imagine i we you should can let us lets say the a an my
    our of for on to at by from price prices selling each per one and is be it its their new ghs cedi cedis give take
    with in do
"""
_FILLING = frozenset(_FILLS.split())


@dataclass(frozen=True, slots=True)
class PriceTry:
    """A product, and its price: changed by so many percent, by so many GHS, or to so many GHS."""

    product_id: str
    name: str
    percent: Decimal | None = None
    by: Decimal | None = None
    to: Decimal | None = None


def price_tries(text: str, index: Index) -> tuple[PriceTry, ...]:
    """The products that a what-if of a price names, the shortest names first; none where it is another question."""
    said = " ".join(text.casefold().split())
    if not _ASKED.search(said) or not _MOVES.search(said):
        return ()
    percent, amount = _PERCENT.search(said), _MONEY.search(said)
    found = percent or amount
    if not found:
        return ()
    change = _change(said, percent, amount)
    rest = said[: found.start()] + " " + said[found.end() :]
    named = sorted(_products(rest, index), key=lambda entry: (len(entry.name), entry.name))
    return tuple(PriceTry(entry.values[0], entry.name, **change) for entry in named)


def _change(said: str, percent: re.Match[str] | None, amount: re.Match[str] | None) -> dict[str, Decimal]:
    sign = -1 if _FALLS.search(said) else 1
    if percent:
        return {"percent": sign * _read(percent.group(1))}
    assert amount
    number = _read(amount.group(2))
    return {"by": sign * number} if amount.group(1) in ("by", "up", "down") else {"to": number}


def _read(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _products(rest: str, index: Index) -> list[Entry]:
    """Those whose names have all the words that are left; a misspelt word counts as the nearest of the shop's."""
    words = [word for word, start, stop in split(rest) if not _fills(rest[start:stop])]
    known = [word if word in index.by_word else index.near(word) for word in words]
    if not known or None in known:
        return []
    return [entry for entry in index.having([word for word in known if word]) if entry.kind == "product"]


def _fills(word: str) -> bool:
    return word in _FILLING or _MOVES.fullmatch(word) is not None
