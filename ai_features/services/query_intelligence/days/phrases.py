"""Phrases of days in a text without a shop: `find_period("sales last 3 weeks", today)`. When unsure, nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ai_features.services.query_intelligence.days.cover import ASIDE, day_spans
from ai_features.services.query_intelligence.days.relative import Period
from ai_features.services.query_intelligence.tokens import Span, Token, tokenise


def find_period(text: str, today: dt.date) -> Period | None:
    """The one period that `text` names; None when it names none, several, or days that are in doubt."""
    found, unsure = find_periods(text, today)
    return found[0] if len(found) == 1 and not unsure else None


def find_periods(text: str, today: dt.date) -> tuple[list[Period], bool]:
    """Every period named, in the order of the text, and whether it also speaks of days we are unsure of."""
    tokens = tokenise(text)
    spans = [
        each
        for each in day_spans(tokens, today, known=lambda word: False)
        if each.cost < ASIDE and not _is_a_name(tokens, each)
    ]
    found = [
        replace(period, span=(tokens[each.start].start, tokens[each.stop - 1].stop))
        for each in spans
        for period in _periods(each)
    ]
    return found, any(each.role == "unsure" for each in spans)


def impossible_date(text: str, today: dt.date) -> str | None:
    """A date in `text` that no calendar has ("31 February 2011"); None when there is none."""
    spans = day_spans(tokenise(text), today, known=lambda word: False)
    return next((each.value for each in spans if each.role == "unsure" and each.value), None)


def _periods(span: Span) -> Sequence[Period]:
    if span.role == "pair":
        return list(span.value)
    return [span.value] if span.role == "days" and span.value else []


_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "madam", "mama", "papa", "auntie", "uncle", "nana", "alhaji", "hajia", "dr"}
)
_ASKED_OF = frozenset({"", "does", "did", "do", "has", "have", "is", "was", "can", "will"})
_OF_PEOPLE = frozenset({"owe", "owes", "pay", "pays", "paid", "buy", "bought", "spend", "spent", "balance", "debt"})
_FEASTS = frozenset({"christmas", "easter", "friday", "valentine", "night"})
_FIGURES = frozenset(
    {
        "sales",
        "takings",
        "figures",
        "returns",
        "discounts",
        "payments",
        "orders",
        "invoices",
        "receipts",
        "purchases",
        "units",
        "pieces",
        "items",
        "goods",
        "products",
        "customers",
        "debts",
        "debtors",
        "profits",
        "taxes",
        "is",
        "was",
        "has",
        "does",
        "days",
        "this",
        "sale",
        "revenue",
        "profit",
        "turnover",
        "credit",
        "performance",
        "summary",
        "total",
    }
)


def _is_a_name(tokens: Sequence[Token], span: Span) -> bool:
    """Whether words that name days name a person or goods here: "Mr January", "friday wear", "Christmas hampers"."""
    before, after, then = (_word(tokens, at) for at in (span.start - 1, span.stop, span.stop + 1))
    if span.role != "days" or not tokens[span.start].word.isalpha():
        return False
    goods = after.endswith("s") and after not in _FIGURES and _word(tokens, span.stop - 1) in _FEASTS
    if before in _TITLES or after in ("wear", "wears", "com") or goods:
        return True
    return before in _ASKED_OF and _is_first_name(tokens, span, then, alone=not before and not then)


def _is_first_name(tokens: Sequence[Token], span: Span, then: str, *, alone: bool) -> bool:
    """Whether a capital surname follows one capital word, and the two are asked about as people are."""
    if span.stop - span.start > 1 or span.stop >= len(tokens) or not tokens[span.start].text[0].isupper():
        return False
    surname = tokens[span.stop]
    whose = surname.text.endswith(("'s", "’s"))
    return surname.text[0].isupper() and surname.word not in _FIGURES and (whose or alone or then in _OF_PEOPLE)


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""
