"""Words that name a day or a month elsewhere and something else here: "August Osei", "friday wear", "Easter eggs"."""

import re
from collections.abc import Sequence

from ai_features.services.query_intelligence.days.almanac import MONTHS, WEEKDAYS

Token = tuple[str, tuple[int, int], str]
"""In lower case, where it stands, and as written."""

_NAMES = frozenset({*MONTHS, *WEEKDAYS})
_FEASTS = frozenset({"christmas", "xmas", "easter", "valentine", "valentines", "friday"})
_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "madam", "madame", "mama", "maame", "papa", "auntie", "aunty", "uncle", "nana",
    "alhaji", "hajia", "dr", "pastor", "osofo", "sister", "brother",
})  # fmt: skip
_ASKED_OF = frozenset({"", "does", "did", "do", "has", "have", "is", "was", "can", "will"})
_OF_PEOPLE = frozenset({
    "owe", "owes", "owed", "owing", "pay", "pays", "paid", "buy", "buys", "bought", "spend", "spends", "spent",
    "balance", "debt", "debts", "account", "purchases", "take", "took", "get", "got", "order", "ordered",
})  # fmt: skip
_FIGURES = frozenset({
    "sales", "takings", "figures", "earnings", "returns", "discounts", "payments", "orders", "transactions",
    "invoices", "receipts", "purchases", "refunds", "totals", "numbers", "results", "units", "pieces", "items",
    "goods", "products", "things", "customers", "buyers", "clients", "debts", "debtors", "profits", "margins",
    "taxes", "sellers", "is", "was", "has", "does", "versus", "vs", "holidays", "days", "this", "us", "sale",
    "revenue", "profit", "profitability", "turnover", "margin", "income", "cash", "momo", "stock", "credit",
    "discount", "tax", "vat", "performance", "report", "summary", "total", "money", "day", "eve", "morning",
    "afternoon", "evening", "night", "week", "weekend", "month", "losses", "collections", "deposits",
    "cashiers", "staffs", "categories", "brands", "branches", "shops", "stores",
})  # fmt: skip
_MARCHING = frozenset({"out", "past"})
_CODE = re.compile(r"(?<![A-Za-z])(?!(?:FY|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)-)[A-Z]{2,8}-$")


def traps(text: str, tokens: Sequence[Token]) -> set[int]:
    """The places of the tokens that are no time here."""
    return {place for place in range(len(tokens)) if _is_trap(text, tokens, place)}


def _is_trap(text: str, tokens: Sequence[Token], place: int) -> bool:
    word, span, _ = tokens[place]
    if word[0].isdigit():
        return bool(_CODE.search(text[: span[0]]))
    return _is_of_a_feast(tokens, place) or (word in _NAMES and _is_a_name(tokens, place))


def _is_of_a_feast(tokens: Sequence[Token], place: int) -> bool:
    """ "Christmas hampers", "Black Friday balloons": goods named after a feast."""
    word, before, after = (_word(tokens, at) for at in (place, place - 1, place + 1))
    feast = word.replace("'", "") in _FEASTS and (word != "friday" or before == "black")
    return feast and after.endswith("s") and after.isalpha() and after not in _FIGURES


def _is_a_name(tokens: Sequence[Token], place: int) -> bool:
    """ "Mr. January", "monday.com", "march out", "friday wear", "August Osei"."""
    before, after, then = (_word(tokens, at) for at in (place - 1, place + 1, place + 2))
    site = after == "." and then in ("com", "org", "net")
    title = _word(tokens, place - 2) if before == "." else before
    if site or title in _TITLES or after in ("wear", "wears"):
        return True
    return (tokens[place][0] == "march" and after in _MARCHING) or _is_first_name(tokens, place, before)


def _is_first_name(tokens: Sequence[Token], place: int, before: str) -> bool:
    """Whether a capital surname follows, and the two are asked about as people are: "does August Osei owe"."""
    if place + 1 >= len(tokens) or before not in _ASKED_OF or not tokens[place][2][0].isupper():
        return False
    surname, _, written = tokens[place + 1]
    whose = surname.endswith(("'s", "’s"))
    if not written[0].isupper() or surname in _FIGURES or surname in _NAMES:
        return False
    after = _word(tokens, place + 2)
    return whose or after in _OF_PEOPLE or (not before and not after)


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place][0] if 0 <= place < len(tokens) else ""
