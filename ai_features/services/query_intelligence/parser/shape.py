"""The shape of a question: how many, above what, compared with what, a share, an average per something."""

import re
from decimal import Decimal, InvalidOperation

from ai_features.services.query_intelligence.parser.draft import DAYS, Draft
from ai_features.services.query_intelligence.plan import LARGEST, MOST_ROWS, Filter
from ai_features.services.query_intelligence.vocabulary import DIMENSIONS, WEEKDAY_TITLES

_HIGH = (
    r"top|best|highest|biggest|largest|greatest|most|leading|maximum|max|strongest|richest|"
    r"busiest|fastest|major|heaviest"
)
_LOW = r"bottom|worst|lowest|smallest|least|fewest|slowest|poorest|minimum|min|weakest|quietest|cheapest"
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)  # noqa: SIM905
} | {"fifteen": 15, "twenty": 20, "fifty": 50, "hundred": 100}
_N = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SIGNS = (
    (r"more than or equal to|at least|not less than|minimum of|no less than|>=", ">="),
    (r"at most|not more than|no more than|maximum of|up to|<=", "<="),
    (r"more than|greater than|bigger than|higher than|over|above|exceed(?:s|ing|ed)?|beyond|pass(?:es|ed)?|>", ">"),
    (r"less than|lower than|smaller than|fewer than|below|under|<", "<"),
)
_UNIT = (
    r"(?P<unit>cedis?|ghs|ghc|gh₵|%|percent|per ?cent|units?|pieces?|pcs|items?|times|sales|purchases?|transactions?"
    r"|orders?|days?|weeks?|months?)?"
)
_THRESHOLDS = tuple(
    (
        re.compile(
            rf"(?<!\S)(?:{words}) ?(?:ghs|gh₵|ghc|gh¢|₵)? ?(?P<n>\d[\d,]*(?:\.\d+)?)(?P<k>k|m|thousand|million)?"
            rf"(?: ?{_UNIT})(?: (?:late|old|past due))?(?!\S)"
        ),
        sign,
    )
    for words, sign in _SIGNS
)
_PER_DAY = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "hourly": "hour",
}
_CLOCK = r"(\d{1,2})(?::00)? ?(am|pm|o'?clock)"
_HOURS = (
    (rf"(?:between|from) {_CLOCK} (?:and|to|-) {_CLOCK}", "between"),
    (rf"(?:after|since|from) {_CLOCK}", "after"),
    (rf"before {_CLOCK}", "before"),
)


def read_hours(draft: Draft) -> None:
    """ "Between 9am and 5pm", "after 6pm", "on Saturdays", "at weekends"."""
    for pattern, how in _HOURS:
        if match := draft.take(pattern):
            hours = [_hour(*match.groups()[at : at + 2]) for at in range(0, len(match.groups()), 2)]
            first, last = {"between": (hours[0], hours[-1]), "after": (hours[0], 24), "before": (0, hours[0])}[how]
            if first < last:
                values = tuple(range(first, last))
                draft.filters.append(Filter(dimension="hour", values=values, name=f"{first}:00 to {last}:00"))
            return
    if draft.take(r"(?:on |at |over |during )?(?:the )?weekends"):
        draft.filters.append(Filter(dimension="weekday", values=(6, 7), name="weekends"))
    elif draft.take(r"(?:on |during )(?:the )?week ?days"):
        draft.filters.append(Filter(dimension="weekday", values=(1, 2, 3, 4, 5), name="Mondays to Fridays"))
    _read_weekdays(draft)


def _read_weekdays(draft: Draft) -> None:
    """ "On Fridays or Saturdays": one filter of both, and a line for each."""
    named = [
        (number, f"{name}s")
        for number, name in enumerate(WEEKDAY_TITLES, 1)
        if draft.take(rf"(?:(?:on|every|each) )+{name.lower()}s?|{name.lower()}s")
    ]
    if not named:
        return
    values, names = tuple(number for number, _ in named), " and ".join(name for _, name in named)
    draft.filters = [each for each in draft.filters if each.dimension != "weekday"]
    draft.filters.append(Filter(dimension="weekday", values=values, name=names))
    if len(named) > 1:
        draft.dimensions.append("weekday")


def _hour(text: str, half: str) -> int:
    return int(text) % 12 + (12 if half == "pm" else 0) if half in ("am", "pm") else int(text)


_ONES = "sale|transaction|order|invoice|purchase|receipt|bill"
_OPEN = "overdue|unpaid|open|outstanding|due|late"
_CUT_OTHERWISE = re.compile(
    r"\b(?:by|per|(?<!one )(?:products?|items?|customers?|categor\w+|brands?|staff|cashiers?|suppliers?|storefronts?"
    r"|branch(?:es)?|months?|weeks?|hours?|weekdays?|quarters?|years?|days?))\b"
)


def read_singles(draft: Draft) -> None:
    """Sales one by one: "biggest sale", "top 5 invoices", "list yesterday's sales", "which invoices are due"."""
    if draft.take(rf"one by one|individually|(?:{_ONES}) by (?:{_ONES})"):
        draft.dimensions.append("sale")
        return
    ends = rf"(?:{_HIGH}|{_LOW})"
    if draft.sees(rf"{ends}(?: single)? payment"):
        draft.beyond = "Single payments are in the list of payments; I answer with totals."
    single = draft.sees(rf"{ends}(?: (?:single|individual))? (?:{_ONES})") or draft.sees(
        rf"(?:which|what|{ends}(?: {_N})?) (?:single|individual) (?:{_ONES})s?"
    )
    numbered = draft.sees(rf"{ends} {_N} (?:{_ONES})s") or draft.sees(rf"{_N} {ends} (?:{_ONES})s")
    listed = draft.sees(rf"list(?: (?:of|all|the|my|our|every|each|{DAYS}))* (?:{_ONES})s?") or (
        draft.sees(rf"show(?: (?:all|the|my|our|every|each|{DAYS}))* (?:{_ONES})s") and _one_day(draft)
    )
    unpaid = draft.sees(rf"(?:which|list|show|each|every|what)(?: (?:of|all|the|my|our|each|every|{_OPEN}))* invoices?")
    if not (single or numbered or listed or unpaid):
        return
    if _CUT_OTHERWISE.search(re.sub(_PAST_DUE, "", draft.text)):
        if single and not draft.sees(rf"{ends} sale"):
            draft.beyond = "I can rank single sales, or a product or customer by all its sales, not both at once."
        return
    draft.dimensions.append("sale")
    draft.take("single|individual")
    if not draft.sees(_OPEN) and not draft.sees("fall(?:s|ing)? due"):
        named = draft.sees(r"(?:[a-z]+ )?(?:profits?|margins?|discounts?|units|items|tax)")
        draft.text = re.sub(rf"\b(?:{_ONES})s?\b", "" if named else "sale", draft.text)


_PAST_DUE = re.compile(r"\b\d+ (?:days?|weeks?|months?)\b")


def _one_day(draft: Draft) -> bool:
    return len(draft.periods) == 1 and draft.periods[0].days == 1


def read_limit(draft: Draft) -> None:
    """ "Top 10", "5 best", "three worst": how many and from which end."""
    for words, order in ((_HIGH, "high"), (_LOW, "low")):
        match = draft.take(rf"(?:the |my |our )*(?:{words}) {_N}(?! (?:percent|%))", leave=" topmost ")
        match = match or draft.take(rf"{_N} (?:of )?(?:the |my |our )*(?:{words})", leave=" topmost ")
        if match:
            draft.limit, draft.order = min(_number(match["n"]), MOST_ROWS) or None, order
            return
    if match := draft.take(
        rf"(?:first|show|list|which|what) {_N}"
        r"(?= (?:product|item|goods|things|customer|categor|brand|staff|store|shop|sale))"
    ):
        draft.limit = min(_number(match["n"]), MOST_ROWS) or None
    ranked = draft.sees(f"{_HIGH}|{_LOW}")
    if ranked and (
        match := draft.take(
            rf"{_N}(?= (?:product|item|customer|client|categor|brand|staff|store|shop|branch|day|month|people))"
        )
    ):
        draft.limit = min(_number(match["n"]), MOST_ROWS) or None
    if re.match(r"(?:which|who)\b(?!.*\bthan\b)", draft.text) and draft.take(r"doing (?:much )?(?:better|well)"):
        draft.order = "high"
        return
    for words, order in ((_LOW, "low"), (_HIGH, "high")):
        if draft.take(rf"(?:the |my |our )*(?:{words})", leave=" topmost "):
            draft.order = order
            while draft.take(rf"(?:{_HIGH}|{_LOW})"):
                pass
            return


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


_BEYOND = (
    (r"(?:paid|pays?) (?:\S+ )?on time|paid (?:\S+ )?late", "When invoices were paid, late or in time, is not told."),
    (r"cheapest", "I do not rank by price; ask for the average price by product."),
    (
        r"(?:which|what|who)(?: \S+){0,3} (?:buys?|bought|comes?|came|visits?) (?:every|each) (?:day|week|month|year)",
        "I cannot choose those who come again in every month or week.",
    ),
)
_AT_A_LOSS = (
    r"(?:loss[- ]making|(?:making|made|make|sold at|at) (?:a |any )?loss(?:es)?|(?:sold )?below cost"
    r"|(?:lost|lose|loses|losing) (?:me |us )?(?:any |our |my )?money)"
)
_AMONG = r"which|what|who|sales|" + "|".join(
    DIMENSIONS[key].words for key in ("product", "category", "brand", "customer", "storefront", "supplier")
)


def read_beyond(draft: Draft) -> None:
    """What is near enough to a figure to be taken for one, and is not recorded or not worked out."""
    counted = (
        r"(?:different )?(?:customers?|clients?|people|products?|staff|cashiers?|storefronts?|branches|categories)"
    )
    for asked, why in _BEYOND:
        if draft.sees(asked):
            draft.beyond = why
    if draft.sees(r"(?:without|before|with no|not counting|excluding) (?:any |the )?discounts?"):
        draft.beyond = "Sales are told after discounts; I cannot leave the discounts or the discounted ones out."
    if draft.sees(
        rf"(?:more|less|fewer) than \d+ {counted}|(?:over|at least|under|below) \d+ {counted}|"
        r"(?:bought|buys?|buying) both"
    ):
        draft.beyond = "I cannot choose by how many of one thing go with another."


def _read_loss(draft: Draft) -> bool:
    """ "Which products lost money": those with a profit below nothing; "are we losing money" is the profit itself."""
    if not draft.take(_AT_A_LOSS):
        return False
    draft.metrics.append("profit")
    if draft.sees(_AMONG):
        draft.threshold = ("<", Decimal(0), "")
    return True


def read_threshold(draft: Draft) -> None:
    """ "Above 5,000", "more than 30 days overdue", "at least 10 units", "not bought in 60 days"."""
    if draft.sees(r"not|no|never|\S+n't|without|unsold|stop(?:ped)?|inactive|lapsed|dead"):
        match = draft.take(
            r"(?:in|for|since|within|over)(?: over| more than| about| the)* (?P<n>\d{1,3}) (?P<unit>day|"
            r"week|month|year)s?"
        )
        if match:
            draft.overdue_days = int(match["n"]) * {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"]]
            return
    if _read_loss(draft):
        return
    if match := draft.take(r"(?P<n>\d{1,4}) (?P<unit>day|week|month)s?(?= (?:overdue|late|past due|old))"):
        draft.overdue_days = int(match["n"]) * {"day": 1, "week": 7, "month": 30}[match["unit"]]
        return
    for pattern, sign in _THRESHOLDS:
        match = draft.take(pattern)
        if not match:
            continue
        try:
            value = Decimal(match["n"].replace(",", ""))
        except InvalidOperation:
            return
        value *= {"k": 1000, "thousand": 1000, "m": 10**6, "million": 10**6}.get(match["k"] or "", 1)
        unit = (match["unit"] or "").rstrip("s")
        if value > LARGEST:
            draft.beyond = "No figure of a shop is as large as that number."
        elif unit in ("day", "week", "month"):
            draft.overdue_days = int(value * {"day": 1, "week": 7, "month": 30}[unit])
            draft.doubts += 0 if sign in (">", ">=") else 1
        else:
            draft.threshold = (sign, value, unit)
        return


def read_share(draft: Draft) -> None:
    """ "What share of sales came from drinks", "percentage of profit by category"."""
    words = (
        r"(?:what |which )?(?:is the )?(?:percentage|percent|per cent|%|share|proportion|fraction)(?: "
        r"share)? (?:of|does|do|did)"
    )
    if draft.take(rf"{words}(?: (?:my|our|the|all|total))*") or draft.take(r"how much of (?:my|our|the)(?: total)?"):
        draft.share = True
    if draft.take(r"(?:contribut(?:e|es|ed|ion|ing)|account(?:s|ed)? for)(?: (?:of|to|from|by))?"):
        draft.share = True


def read_average(draft: Draft) -> None:
    """ "Average sales per day", "monthly average profit", "on average each cashier"."""
    words = "|".join(_PER_DAY)
    if match := draft.take(rf"(?:average|avg|mean|typical) (?P<per>{words})|(?P<per2>{words}) (?:average|avg|mean)"):
        draft.per = _PER_DAY[match["per"] or match["per2"]]
        return
    average = r"(?:on average|an average|average|avg|mean|typically|usually|normally)"
    if draft.sees(average):
        per = "|".join(rf"(?P<{each.key}>{each.words})" for each in DIMENSIONS.values())
        match = draft.take(rf"(?:per|a|an|each|every|in a|for each) (?:{per})")
        if match and match.lastgroup:
            draft.take(rf"(?:the |my |our )*{average}(?: of)?")
            draft.per = match.lastgroup
        elif draft.take(r"(?:on average|typically|usually|normally)"):
            draft.per = "day"
            draft.assume("'on average' read as a day", 0.1)


_GROWN = (
    r"grow\S*|grew|increas\S*|decreas\S*|drop\S*|f[ae]ll\S*|r[io]s\S+|rose|go(?:ing|ne)? (?:up|"
    r"down)|up or down|than|improv\S*|declin\S*|chang\S*"
)


def read_comparison(draft: Draft) -> None:
    """Two periods set against each other, or one with the days before it or the same days a year earlier."""
    growing = (
        r"(?:grow(?:th|n|ing)?|grew|increas(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|drop(?:ped|s)?|"
        r"fall(?:en|ing)?|fell|rise[sn]?|rising|rose|going up|going down|gone up|gone down|go up|go "
        r"down|up or down|down or up|better or worse|improv(?:e[ds]?|ing)|declin(?:e[ds]?|ing)|"
        r"chang(?:e[ds]?|ing)|difference|differ|compar(?:e[ds]?|ing|isons?)|versus|against)"
    )
    grown = draft.sees(_GROWN)
    better = rf"(?:better|worse|more|less|higher|lower|bigger|smaller) (?:sales |profits? )*than (?:in )?{DAYS}"
    seen = draft.sees(growing) or draft.sees(better) or (len(draft.periods) == 2 and draft.sees(r"than|topmost|and|or"))
    while draft.take(rf"(?:show )?(?:a |the )?{growing}(?: (?:rate|in|of|between|between the|from|to|over|was|is))?"):
        pass
    draft.sides = bool(seen) and not grown
    if len(draft.periods) == 2 and seen:
        draft.compare = "period"
    elif seen and not draft.compare and len(draft.periods) < 2:
        draft.compare = "previous" if draft.periods else "trend"


def read_trend(draft: Draft) -> None:
    if draft.take(
        r"(?:show )?(?:a |the )?(?:trends?|trending|over time|progress(?:ed|ion)?|pattern|graph|chart|"
        r"plot|evolution|history)(?: (?:of|for|in))?"
    ):
        draft.trend = True
    draft.take(rf"(?:{DAYS})(?: {DAYS})*", leave=" ")
