"""Stretches that stop before they would end: "so far in November", "until the 15th this month", "due by Friday"."""

import datetime as dt
from typing import Any

from ai_features.services.query_intelligence.days.almanac import ONE_DAY, Span, one_day, start_of
from ai_features.services.query_intelligence.days.chart import NO
from ai_features.services.query_intelligence.days.ranges import ahead, within
from ai_features.services.query_intelligence.days.stretches import CONTAINERS, When, rule

rule("SO_FAR", "so/thus far")(lambda today: True)
rule("EARLY", "new year")(lambda today: When("date", lambda ref: one_day(start_of("year", ref))))
rule("EARLY", "start of? this? UNIT")(
    lambda today, unit: When("date", lambda ref: one_day(start_of(unit, today)), fixed=True)
)
rule("CLOSE", "new year")(lambda today: When("date", lambda ref: one_day(start_of("year", ref))))
rule("CLOSE", "end of? this? UNIT_NOW")(lambda today, unit: unit)
rule("STRETCH", "since/from new year NOW?")(lambda today, _: (start_of("year", today), today + ONE_DAY))

_UNTIL = ("up? to", "by", "up to and? including")


def _up_to(today: dt.date, whole: When, last: When, *, until: bool) -> Any:
    fits = whole.kind in CONTAINERS
    return (fits and within(whole.at(today), last, today, until=until)) or NO


for _bounds, _until in ((_UNTIL, True), (("before",), False)):
    rule("STRETCH", *(f"{each} DAYS in/of/for? UNITS" for each in _bounds))(
        lambda today, last, whole, until=_until: _up_to(today, whole, last, until=until)
    )
    rule("STRETCH", *(f"{whole} only? {each} DAYS" for each in _bounds for whole in ("UNITS", "MONTHS")))(
        lambda today, whole, last, until=_until: _up_to(today, whole, last, until=until)
    )


def _due(last: Span | None, today: dt.date) -> Span | None:
    return (today, last[1]) if last and last[1] > today else None


rule("STRETCH", *(f"{each} DAYS @ahead" for each in _UNTIL), *(f"{each} end of DAYS @ahead" for each in _UNTIL))(
    lambda today, days: _due(ahead(days, today), today)
)
rule(
    "STRETCH",
    *(f"{each} end of? UNIT_NOW @ahead" for each in _UNTIL),
    "before end of? UNIT_NOW @ahead",
    *(f"{each} UNIT_NOW end @ahead" for each in _UNTIL),
)(lambda today, unit: _due(unit.at(today), today))
_OR_BEFORE = ("on or before", "by or before", "latest by", "no/not later than")
rule("STRETCH", *(f"{each} DAYS @ahead" for each in _OR_BEFORE))(lambda today, days: _due(ahead(days, today), today))
rule("STRETCH", "before DAYS @ahead")(
    lambda today, days: (today, last[0]) if (last := ahead(days, today)) and last[0] > today else None
)
