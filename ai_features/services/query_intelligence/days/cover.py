"""From every phrase of days that a text may hold to the ones that cover it best."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from ai_features.services.query_intelligence.days.almanac import ONE_DAY, YEARS, unit_span
from ai_features.services.query_intelligence.days.almanac import Span as Days
from ai_features.services.query_intelligence.days.chart import Chart, Word
from ai_features.services.query_intelligence.days.relative import Period, Relative
from ai_features.services.query_intelligence.days.stretches import GRAMMAR, When
from ai_features.services.query_intelligence.days.words import worded
from ai_features.services.query_intelligence.tokens import Span, Token

ASIDE = 1.0
"""What a reading costs that only fits when a name takes the rest of the phrase."""
_ROLES = {
    "PAIR": "pair",
    "STRETCH": "days",
    "ALWAYS": "days",
    "RELATIVE": "relative",
    "FILTER": "filter",
    "GRAIN": "grain",
    "UNSURE": "unsure",
    "SO_FAR": "so_far",
}
_ORDER = tuple(_ROLES.values())
_COMPARED = ("compar", "differ")
_GROWN = (
    "grow",
    "grew",
    "increas",
    "decreas",
    "chang",
    "rise",
    "rose",
    "fell",
    "fall",
    "drop",
    "declin",
    "differ",
    "gained",
    "moved",
    "climb",
    "slump",
    "dip",
    "slid",
    "shrank",
    "shrunk",
)
_AGAINST = frozenset({"vs", "than", "against"})
_AHEAD = ("due", "expir", "upcoming")
_BEHIND = frozenset({"fell", "was", "were", "did", "had", "since", "paid", "expired"})
_STRONG = frozenset({"MONTH", "DATE", "WEEKDAY", "TWO", "Q"})
_SPEAKS_OF_DAYS = frozenset({"ago", "today", "yesterday", "tomorrow", "fortnight"})
_SLIGHT = frozenset({"the", "for", "in", "on", "of", "at", "during", "within", "over"})
"""Words that a phrase of days may leave to the rest of the question."""
_JOINING = frozenset({"and", "or", "to", "vs", "than", "with", "compared", "against", "-", "over"})
_COMMA = 2
"""Characters between two words that a comma parts."""
_LONG = 7
MOST_SAID = 30
"""Words of days and numbers; a text with more says more than one question can hold, and is not worth the time."""
_Score = tuple[int, int, float, int]
"""Words left over, phrases, what they cost, and how near their roles are to the first."""


def day_spans(tokens: Sequence[Token], today: dt.date, *, known: Callable[[str], bool]) -> list[Span]:
    """Every part of a text that speaks of days; those that cost less than `ASIDE` cover it best.

    Roles: "days" `Period` (None: all days on record), "relative" `Relative`, "pair" two of `Period`, "filter"
    ("weekday", ISO days) or ("hour", hours), "grain" a unit, "glue" (said already), "unsure" None or the date that no
    calendar has. Misspelt words of days are put right unless `known` knows them.
    """
    words, costs = worded(tokens, known)
    if sum(bool(each.symbols) for each in words) > MOST_SAID:
        return [Span(0, len(words), "unsure", None)]
    chart = Chart(GRAMMAR, words, today, holds=_context(words, tokens))
    found = [replace(each, cost=sum(costs[each.start : each.stop])) for each in _candidates(chart, words)]
    best = [_with_date(each, chart, tokens, today) for each in _settled(_cover(found, words), words, tokens, today)]
    taken = {(each.start, each.stop, each.role) for each in best}
    others = (
        each
        for each in found
        if each.role not in ("unsure", "so_far") and (each.start, each.stop, each.role) not in taken
    )
    return [*best, *(replace(each, cost=each.cost + ASIDE) for each in others)]


def _context(words: Sequence[Word], tokens: Sequence[Token]) -> frozenset[str]:
    """Whether the text looks ahead; or compares or speaks of growth, so that "from March to April" is two months."""
    said = {each.word for each in words}
    past = said | {each.text.casefold() for each in tokens}
    ahead = any(each.startswith(_AHEAD) for each in said) and not past & _BEHIND
    stems = {} if said & _AGAINST else {"compared": _COMPARED, "grown": _GROWN}
    moves = {one.word for one, after in zip_longest(words, words[1:]) if not (after and after.word == "due")}
    held = {name for name, starts in stems.items() if any(each.startswith(starts) for each in moves)}
    return frozenset(held | ({"ahead"} if ahead else set()))


def _candidates(chart: Chart, words: Sequence[Word]) -> Iterator[Span]:
    for place in range(len(words) - 1, -1, -1):
        for symbol, role in _ROLES.items():
            seen = set()
            for stop, value in chart.at(symbol, place):
                if stop not in seen:
                    seen.add(stop)
                    yield _candidate(place, stop, role, value, symbol)


def _candidate(start: int, stop: int, role: str, value: Any, symbol: str) -> Span:
    if value is None and symbol != "ALWAYS":
        return Span(start, stop, "unsure", None)
    if symbol == "STRETCH":
        return Span(start, stop, role, Period.of(*value)) if _sensible(value) else Span(start, stop, "unsure", None)
    if symbol == "PAIR":
        sensible = all(map(_sensible, value))
        pair = tuple(Period.of(*each) for each in value) if sensible else None
        return Span(start, stop, role if sensible else "unsure", pair)
    return Span(start, stop, role, value)


def _sensible(days: Days) -> bool:
    return days[0] < days[1] and all(day.year in YEARS for day in days)


def _cover(found: Sequence[Span], words: Sequence[Word]) -> list[Span]:
    """The phrases that leave fewest words over; of such covers the fewest phrases, then the cheapest."""
    ending: dict[int, list[Span]] = defaultdict(list)
    for each in found:
        ending[each.stop].append(each)
    scores: list[_Score] = [(0, 0, 0.0, 0)]
    chosen: list[Span | None] = [None]
    for stop in range(1, len(words) + 1):
        left, number, cost, order = scores[stop - 1]
        choices: list[tuple[_Score, Span | None]] = [
            ((left + (words[stop - 1].word not in _SLIGHT), number, cost, order), None)
        ]
        choices += [(_with(scores[each.start], each), each) for each in ending[stop]]
        score, phrase = min(choices, key=lambda choice: choice[0])
        scores.append(score)
        chosen.append(phrase)
    return _traced(chosen)


def _with(score: _Score, phrase: Span) -> _Score:
    return score[0], score[1] + 1, score[2] + phrase.cost, score[3] + _ORDER.index(phrase.role)


def _traced(chosen: Sequence[Span | None]) -> list[Span]:
    """The phrases chosen, from the last word back to the first."""
    found, stop = [], len(chosen) - 1
    while stop:
        phrase = chosen[stop]
        if phrase:
            found.append(phrase)
        stop = phrase.start if phrase else stop - 1
    return found[::-1]


def _settled(cover: Sequence[Span], words: Sequence[Word], tokens: Sequence[Token], today: dt.date) -> list[Span]:
    """The cover with each phrase as the others beside it make it mean, and what is left over as unsure."""
    cover = _so_far(_with_year(cover, words, today), today)
    stretches = [each.value for each in cover if each.role == "days" and each.value]
    named = any(each.role == "pair" for each in cover) or bool(stretches)
    longest = max((each.days for each in stretches), default=0)
    settled = _of_a_week([_alone(each, words, named=named, long=longest >= _LONG) for each in cover])
    taken = {place for each in cover for place in range(each.start, each.stop)}
    left = (place for place in range(len(words)) if place not in taken and _speaks_of_days(words[place]))
    unsure = [Span(at, at + 1, "unsure", None) for at in left]
    return sorted([*_apart(settled, tokens), *unsure], key=lambda each: each.start)


def _with_year(cover: Sequence[Span], words: Sequence[Word], today: dt.date) -> Sequence[Span]:
    """ "December sales 2024": the year that stands apart belongs to the days before it."""
    stretches = [each for each in cover if each.role == "days" and each.value]
    if len(stretches) != 2 or not _is_year((last := stretches[1]).value):
        return cover
    first, between = stretches[0], words[stretches[0].stop : last.start]
    joined = [*words[first.start : first.stop], *words[last.start : last.stop]]
    whole = dict(Chart(GRAMMAR, joined, today, holds=frozenset()).at("STRETCH", 0)).get(len(joined))
    doubtful = joined[0].word == "may" and "YEAR" not in joined[-1].symbols
    if not whole or not between or doubtful or any(each.word in _JOINING for each in between):
        return cover
    own, year = replace(first, value=Period.of(*whole)), replace(last, role="glue", value=None)
    return [own if each is first else year if each is last else each for each in cover]


def _is_year(days: Period) -> bool:
    return (days.start, days.end) == unit_span("year", days.start)


def _so_far(cover: Sequence[Span], today: dt.date) -> list[Span]:
    """ "So far" anywhere beside one stretch of days: as much of it as is over by today. Alone it is unsure."""
    named = [each for each in cover if each.role == "days" and each.value]
    said = any(each.role == "so_far" for each in cover)
    role = "glue" if len(named) == 1 and named[0].value.start <= today else "unsure"
    cut = [replace(each, role=role, value=None) if each.role == "so_far" else each for each in cover]
    return [replace(each, value=_begun(each.value, today)) if said and each in named else each for each in cut]


def _begun(days: Period, today: dt.date) -> Period:
    return Period.of(days.start, min(days.end, today + ONE_DAY))


def _alone(span: Span, words: Sequence[Word], *, named: bool, long: bool) -> Span:
    """ "Sunday sales this year" are of every Sunday; "same day last month" without other days is a day."""
    if span.role == "days" and not span.value and named:
        return replace(span, role="glue")
    if isinstance(span.value, Relative) and span.value.alone and not named:
        return replace(span, role="days", value=replace(Period.of(*span.value.alone), told=span.value))
    weekdays = _weekdays(words[span.start : span.stop]) if long and span.role == "days" else ()
    return replace(span, role="filter", value=("weekday", weekdays)) if weekdays else span


def _of_a_week(cover: list[Span]) -> list[Span]:
    """ "Weekdays only, last week": days of one week that follow on one another are a stretch themselves."""
    week = next((each for each in cover if each.role == "days" and each.value and each.value.days == 7), None)
    only = [each for each in cover if each.role == "filter"]
    if not week or len(only) != 1 or only[0].value[0] != "weekday" or sum(each.role == "days" for each in cover) > 1:
        return cover
    days = [week.value.start + each * ONE_DAY for each in range(7)]
    held = [day for day in days if day.isoweekday() in only[0].value[1]]
    if len(held) < 2 or held[-1] - held[0] != (len(held) - 1) * ONE_DAY:
        return cover
    own = replace(week, value=Period.of(held[0], held[-1] + ONE_DAY))
    return [
        own if each is week else replace(each, role="glue", value=None) if each is only[0] else each for each in cover
    ]


def _weekdays(words: Sequence[Word]) -> tuple[int, ...]:
    """The ISO weekdays that a phrase is of, if it names nothing else: "Saturday and Sunday", "weekend"."""
    named = [each for each in words if each.word not in ("and", "&")]
    if [each.word for each in named] == ["weekend"]:
        return 6, 7
    found = [each.symbols["WEEKDAY"] + 1 for each in named if "WEEKDAY" in each.symbols]
    apart = len(found) == 1 or len(named) < len(words)
    return tuple(sorted(found)) if len(found) == len(named) and apart else ()


def _apart(cover: Sequence[Span], tokens: Sequence[Token]) -> list[Span]:
    """Two stretches side by side, without even a comma, are one phrase that is not understood."""
    edges = {each.start for each in cover if each.role == "days"} & {each.stop for each in cover if each.role == "days"}
    edges = {place for place in edges if tokens[place].start - tokens[place - 1].stop < _COMMA}
    return [
        replace(each, role="unsure", value=None) if each.role == "days" and {each.start, each.stop} & edges else each
        for each in cover
    ]


def _with_date(span: Span, chart: Chart, tokens: Sequence[Token], today: dt.date) -> Span:
    """A phrase in doubt with the date in it that no calendar has, as written: "31 February"."""
    if span.role != "unsure":
        return span
    for place in range(span.start, span.stop):
        for stop, days in chart.at("DAYS", place):
            if isinstance(days, When) and days.kind == "date" and not days.at(today):
                return replace(span, value=" ".join(each.text for each in tokens[place:stop]))
    return span


def _speaks_of_days(word: Word) -> bool:
    return bool(_STRONG & set(word.symbols)) or word.word in _SPEAKS_OF_DAYS
