"""Figures and what they are cut by, read from a draft by the words of the vocabulary."""

import re

from ai_features.services.query_intelligence.parser.draft import NAME, Draft
from ai_features.services.query_intelligence.plan import Filter
from ai_features.services.query_intelligence.vocabulary import (
    DIMENSIONS,
    LISTS,
    METHOD_TITLES,
    METHODS,
    METRIC_WORDS,
    NETWORKS,
    TIERS,
    TIME_DIMENSIONS,
)

_EDGE = r"(?<!\S)(?:{})(?!\S)"
_METRICS = tuple((key, re.compile(_EDGE.format(words))) for key, words in METRIC_WORDS)
_LISTS = tuple((key, re.compile(_EDGE.format(each.words))) for key, each in LISTS.items())
_WEAK = re.compile(
    r"(?:sold|sell(?:s|ing)?|spen[dt]s?(?: with us)?|spending|bought|buy(?:s|ing)?|purchase[sd]?|"
    r"business|earn(?:ed|ings?)?"
    r"|performance|perform(?:ed|ing)?|doing|earns|moving?|moves?|moved)"
)
_MADE = re.compile(
    r"(?<!\S)(?:how much (?:money )?(?:did |have |has |do |does |is |am |are )*(?:i|we|my (?:shop|"
    r"business)|the (?:shop|business)|it)? ?"
    r"(?:make|made|making|earn(?:ed|ing)?|bring in|brought in)|(?:i|we) (?:make|made|"
    r"earn(?:ed)?)(?: how much)?|money (?:i|we) made|what (?:did|have) (?:i|we) (?:make|made|"
    r"earn(?:ed)?))(?!\S)"
)
_VERBS = r"(?:did |have |has |had |were |was |are |is |do |does |been |we |i |get |got |he |she |they |{name} )*"
_HOW_MANY = re.compile(
    rf"(?<!\S)(?P<how>how (?:many|much)|number|quantity|count)(?: of)? (?P<what>(?!(?:is|are|was|were|did|do|does|"
    rf"have|has|had|i|we) )\S+(?: "
    rf"\S+){{0,7}}?) {_VERBS.format(name=NAME)}"
    r"(?P<verb>sold|sell|sells|gone|went(?: out)?|come back|came back|move[ds]?|bought|buy|purchased?|returned|"
    r"brought back|left|"
    r"remaining|remain|available|in stock|on hand|"
    r"in (?:the )?shop)(?!\S)"
)
_OF_VERB = {**dict.fromkeys(("returned", "brought back", "came back", "come back"), "returned_units"), **dict.fromkeys(
    ("left", "remaining", "remain", "available", "in stock", "on hand", "in shop", "in the shop"), "stock"
)}  # fmt: skip
_LASTS = re.compile(
    r"(?<!\S)(?:how (?:long|many days) (?:will|can|would|does|do) (?P<what>.{0,40}?) last"
    r"|when (?:will|does|do|is|are) (?P<what2>.{1,40}?) (?:to )?(?:run out|finish(?:ing)?|be finished))(?!\S)"
)
_GROUPING = (
    r"(?:by|per|for each|for every|each|every|across|among|grouped by|group by|split (?:up )?by|"
    r"broken down by|break ?down (?:by|of|per)|according to|between)(?: (?:the|my|our|all|each|"
    r"every|different|of|type of))*"
)
_LEADING = (
    r"(?:which|what|whose|list(?: of)?|rank(?:ing)?(?: of)?|topmost)(?: (?:are|is|were|was|the|my|"
    r"our|of|all|\d+|one|kinds?|types?))*(?: (?:selling|performing|paying|spending|moving|buying|"
    r"profitable|valued?|grossing|earning|owing|sold|by|popular|loyal|good|topmost|revenue|sales|"
    r"profit|frequent|big))*"
)
_TRAILING = (
    r"(?: ?(?:breakdown|ranking|rankings|wise|-wise|comparison|list|who|that|which|with|whose|by|"
    r"contribution|had|has|have|is|are|was|were|do|did|does|owe|bought|buy|sold|sell|sells|made|"
    r"make|brought|gave|give|gives|spent|spend|spends|got|get|generates?|generated|performed|"
    r"performs|earned|earns|topmost|in terms|and their|and its))"
)


_NOT_GOODS = r"(?:which|what)(?: of| one| my| our| the)* (?:{})".format(
    "|".join(
        DIMENSIONS[key].words for key in ("category", "brand", "customer", "storefront", "staff", "weekday", "day")
    )
)
_WHO = r"who(?: and who)?(?: (?:has|have|is|are|all|really))*"
_NOT_TO_US = r"(?! (?:us|me|to (?:us|me))\b)"


def done_by(draft: Draft) -> str:
    """What the one asked about did behind the counter: "sold" or gave, "taken" money; else a customer is meant."""
    gave = r"gave|gives?|giving|(?<=has )given|(?<=have )given|offer(?:s|ed|ing)?"
    if draft.sees(rf"{_WHO} (?:sold|sells?|selling|rang up|rung up|served|{gave}){_NOT_TO_US}"):
        return "sold"
    return "taken" if draft.sees(rf"{_WHO} (?:collect(?:s|ed)?|receive[sd]?|took|takes?){_NOT_TO_US}") else ""


def read_channels(draft: Draft) -> None:
    """Payment methods, networks and price tiers as filters: "by momo", "wholesale"."""
    by_method = rf"(?:{_GROUPING} )?(?:{DIMENSIONS['method'].words})"
    if draft.take(by_method) or draft.take(rf"{_GROUPING} methods?"):
        draft.dimensions.append("method")
    for dimension, words in (("network", NETWORKS), ("method", METHODS), ("price_tier", TIERS)):
        found = [value for value, pattern in words.items() if draft.take(pattern)]
        if found:
            name = " or ".join(METHOD_TITLES[value] for value in found)
            draft.filters.append(Filter(dimension=dimension, values=tuple(found), name=name))
            if len(found) > 1:
                draft.dimensions.append(dimension)


def read_metrics(draft: Draft) -> None:
    """Every figure asked for, in the order of the text; "made" is sales, with the profit beside it."""
    places: list[tuple[int, str]] = []
    if match := draft.take(_LASTS):
        draft.text = f"{draft.text} {match['what'] or match['what2']}"
        draft.metrics.append("cover")
        return
    for key, pattern in _LISTS:
        if match := pattern.search(draft.text):
            draft.take(pattern)
            draft.metrics.append(key)
            if key == "unsold" and (draft.text.startswith("who ") or draft.sees(_NOT_GOODS)):
                draft.beyond = "I list the products that do not sell; of others, ask who or which sold least."
            _drop_rest(draft)
            return
    if match := _MADE.search(draft.text):
        draft.take(_MADE)
        if not re.search(r"profit|sales|margin|revenue|gain|loss", draft.text):
            draft.metrics += ["revenue", "profit"]
            draft.assume("'make' read as sales; gross profit is shown beside it")
    for key, pattern in _METRICS:
        if key == "units":
            places += _counted_by_verb(draft)
        match = _strong(pattern, draft.text)
        if match and not (places and key in ("stock", "units") and places[-1][1] in ("stock", "units")):
            place = match.start()
            draft.take(re.compile(re.escape(match.group()).join((r"(?<!\S)", r"(?!\S)"))))
            while key not in ("revenue", "units", "stock") and draft.take(pattern):
                pass
            places.append((place, key))
    if any(key == "tax" for _, key in places):
        places = [each for each in places if each[1] != "received"]
    draft.metrics += [key for _, key in sorted(places) if key not in draft.metrics]
    if not draft.metrics and draft.take(re.compile(_EDGE.format(_WEAK.pattern))):
        draft.metrics.append("revenue")
        draft.weak = True
    _drop_rest(draft)


def _counted_by_verb(draft: Draft) -> list[tuple[int, str]]:
    """ "How many X sold", "how much X was returned": the figure that the verb tells, and where it stands."""
    match = _HOW_MANY.search(draft.text)
    if not match or not _counted(match["what"]):
        return []
    draft.take(_HOW_MANY, leave=f" {match['what']} ")
    figure, place = _OF_VERB.get(match["verb"], "units"), match.start()
    if match["how"] != "how much" or figure == "stock":
        return [(place, figure)]
    if figure == "units":
        draft.assume("'how much' read as sales in cedis; the units sold are beside it")
    return [(place - 1, "revenue" if figure == "units" else "returns"), (place, figure)]


def _counted(what: str) -> bool:
    return not re.search(r"\b(?:customers?|clients?|people|days?|times|staff|more|less)\b", what)


def _strong(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next((match for match in pattern.finditer(text) if not _WEAK.fullmatch(match.group().strip())), None)


def _drop_rest(draft: Draft) -> None:
    """What repeats the figure already found: "sold", "in stock", a second "sales"."""
    for words in (
        _WEAK.pattern,
        (
            r"sales|revenue|in stock|on hand|in terms of|bring in|brought in|generated?s?|ma[dk]e|making|"
            r"rung up|rang up|ring up"
        ),
    ):
        while draft.take(re.compile(_EDGE.format(words)), leave=" "):
            pass


def read_dimensions(draft: Draft) -> None:
    """What the figures are cut by; words that only name the thing counted are noted as mentioned."""
    _read_who(draft)
    for _ in range(3):
        for key, each in sorted(DIMENSIONS.items(), key=lambda item: item[0] != "category"):
            match = draft.take(rf"{_GROUPING} (?:{each.words})") or draft.take(rf"{_LEADING} (?:{each.words})")
            match = match or draft.take(rf"(?:{each.words}){_TRAILING}")
            if not match and draft.dimensions:
                match = draft.take(rf"(?:and|then)(?: by| per| the)* (?:{each.words})")
            if match and key not in draft.dimensions and not _only_the(draft, key):
                draft.dimensions.append(key)
    for word, key in (
        ("hourly", "hour"),
        ("daily", "day"),
        ("weekly", "week"),
        ("monthly", "month"),
        ("quarterly", "quarter"),
        ("yearly|annual", "year"),
    ):
        if draft.take(word) and key not in draft.dimensions:
            draft.dimensions.append(key)
    for key, each in DIMENSIONS.items():
        while draft.take(rf"(?:{each.words})"):
            if key not in draft.mentioned:
                draft.mentioned.append(key)


def _only_the(draft: Draft, key: str) -> bool:
    return key in draft.mentioned


def _read_who(draft: Draft) -> None:
    if draft.sold_what and "product" not in draft.dimensions and set(draft.metrics) <= {"revenue", "units"}:
        draft.dimensions.append("product")
    if draft.take(r"(?:at )?what times?(?: of (?:the )?day)?(?: do| did| are| is)?(?: we| i)?"):
        draft.dimensions.append("hour")
    elif draft.take(r"when (?:do|are|is|did) (?:we|i|people|customers|my customers|business|it)"):
        draft.dimensions.append("weekday")
        draft.assume("'when' read as which day of the week", 0.1)
    if not draft.take(r"(?:who|whom|whose)(?: all)?(?: is| are| has| have| did| does| do)?(?: (?:my|our|the))*"):
        return
    if "customer" in draft.dimensions or draft.sees("suppliers?"):
        return
    if draft.sees("customers?|clients?|buyers?|debtors?"):
        draft.dimensions.append("customer")
        return
    staff = draft.sees(
        "staff|cashiers?|attendants?|employees?|sellers?|sales ?(?:person|people|girl|boy|rep|man|woman)s?"
    )
    debts = {"outstanding", "overdue", "due"} & set(draft.metrics)
    at_till = {"sold": not debts, "taken": draft.metrics[:1] == ["received"]}.get(draft.done_by, False)
    draft.dimensions.append("staff" if staff or at_till else "customer")


def granularity(days: int) -> str:
    """The time step that shows a trend over so many days in few enough points."""
    for limit, key in ((31, "day"), (120, "week"), (1100, "month")):
        if days <= limit:
            return key
    return "year"


__all__ = ["TIME_DIMENSIONS", "granularity", "read_channels", "read_dimensions", "read_metrics"]
