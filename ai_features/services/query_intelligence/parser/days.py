"""The days of a question: one stretch, or two that are set against each other."""

import datetime as dt
import re

from ai_features.services.query_intelligence.parser.draft import DAYS, Draft
from ai_features.services.query_intelligence.periods import Period, find_periods

_THEN = re.compile(
    r"(?:compared? (?:to|with|against)|versus|vs\.?|against|than|over|and) +(?:the +)?(?:last|previous|prior|before)"
    r"(?: +one)?(?=\W*$)"
    r"|(?:(?:compared? (?:to|with|against)|versus|vs\.?|against|than|over|from|with|to|and|on) +)?(?:the +)?"
    r"(?:(?P<year>same (?:periods?|time|days|month|week|quarter)(?: +(?:of|in))?(?: +the)? "
    r"+(?:last|previous|prior) year|year[ -]on[ -]year|yoy|(?:a|one) year (?:before|earlier))"
    r"|(?:previous|prior|last|preceding) period|(?:period|month|week|year|quarter|day) before(?! "
    r"last| yesterday)|month[ -]on[ -]month|week[ -]on[ -]week)",
    re.IGNORECASE,
)
_BARE_DAY = re.compile(
    r"(?<!last )(?<!this )(?<!next )(?<!past )(?<!on )(?<!of )\b(?P<day>weekend|monday|tuesday|wednesday|thursday|"
    r"friday"
    r"|saturday|sunday)(?:'s|s'?)? (?=(?:sales|takings|revenue|profits?|trade|turnover|business|customers)\b)",
    re.IGNORECASE,
)
_NEEDED_BY = re.compile(
    r"(?P<what>\b(?:re-?order|re-?stock|order|buy|running low|run out)\b.*?) (?:before|by|for) (?:the |this |coming )*"
    r"(?:weekend|month[ -]end|end of (?:the |this )?(?:week|month))\b",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(
    r"(?P<who>\b(?:whom?|which (?:customer|client)s?) (?:did|do|have) (?:we|i) (?:sell|sold|gave|give|given)\b.*?) to "
    r"(?=(?:this|last|in|yesterday|today|so far|on|since)\b)",
    re.IGNORECASE,
)
_COMPARING = ("compar", " vs", "versus", " than ", "against", "differ")
_GROWTH = r"\b(?:grow\w*|grew|increas\w*|decreas\w*|chang\w*|rise|rose|fall|fell|drop\w*|declin\w*|differ\w*)\b"
_FROM_TO = re.compile(rf"{_GROWTH}.*?\b(?P<from>from|between) .*?(?P<to> to | and )", re.IGNORECASE)


def take_periods(draft: Draft, today: dt.date) -> None:
    """Find the days named, and leave a stand-in for each; note the comparisons that name none."""
    if (then := _THEN.search(draft.text)) and not re.match(r"\s*\d", draft.text[then.end() :]):
        draft.compare = "last_year" if then["year"] else "previous"
        draft.text = f"{draft.text[: then.start()]} {draft.text[then.end() :]}"
    draft.text = _TO_WHOM.sub(r"\g<who> ", draft.text)
    draft.text = _NEEDED_BY.sub(r"\g<what>", draft.text)
    growth = _FROM_TO.search(draft.text)
    if growth:
        draft.text = _as_two(draft.text, growth)
    draft.text = _every_such_day(draft.text, today)
    comparing = any(word in f" {draft.text.casefold()} " for word in _COMPARING)
    found, draft.unsure_of_days = find_periods(draft.text, today, joined=not comparing)
    if len(found) > 2:
        draft.unsure_of_days = True
    for period in reversed(found):
        start, end = period.span
        draft.text = f"{draft.text[:start]} {DAYS} {draft.text[end:]}"
    draft.periods = [Period(each.start, each.end, each.label) for each in found]
    if growth and len(found) == 2 and found[0].start < found[1].start:
        draft.periods.reverse()


def _every_such_day(text: str, today: dt.date) -> str:
    """ "Weekend sales this year" are the sales on weekends of the year, not those of one weekend."""
    bare = _BARE_DAY.search(text)
    if not bare:
        return text
    rest = f"{text[: bare.start()]}{text[bare.end() :]}"
    found, unsure = find_periods(rest, today)
    return text if unsure or len(found) != 1 or found[0].days < 7 else f"{rest} on {bare['day']}s"


def _as_two(text: str, growth: re.Match[str]) -> str:
    """ "Growth from March to April" is April set against March, not the days from one to the other."""
    start, end = growth.span("from")
    first, last = growth.span("to")
    return f"{text[:start]}{text[end:first]} versus {text[last:]}"
