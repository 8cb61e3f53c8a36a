"""Rules from text to a plan: what they do not understand fully they do not answer."""

import datetime as dt

from ai_features.services.query_intelligence.names import Index, split
from ai_features.services.query_intelligence.parser import naming, shape, words
from ai_features.services.query_intelligence.parser.days import take_periods
from ai_features.services.query_intelligence.parser.draft import DAYS, NAME, Draft
from ai_features.services.query_intelligence.parser.finish import finished
from ai_features.services.query_intelligence.parser.follow_up import followed
from ai_features.services.query_intelligence.parser.outcome import AskBack, Reading, Refused, Understood, Unsure
from ai_features.services.query_intelligence.parser.refusals import refusal, refused
from ai_features.services.query_intelligence.parser.stopwords import GRAMMAR, STOP
from ai_features.services.query_intelligence.parser.text import plain, put_right, tidy
from ai_features.services.query_intelligence.periods import impossible_date
from ai_features.services.query_intelligence.plan import Plan

__all__ = ["AskBack", "Reading", "Refused", "Understood", "Unsure", "parse"]

_SOLD_WHAT = (
    r"(?:what(?: kind of)?(?: (?:goods|products?|items?|things?))?|which (?:goods|products?|"
    r"items?|things?)|what (?:did|has|have)(?! (?:we|i|each|every|all|the)\b)(?: (?!what|which|who)\S+){1,4}?)"
    r"(?: (?:did|do|does|have|has|are|is|we|i|you|my|our|customers?|people|~|"
    r"been|he|she|they|@))* (?:sells?|sold|selling|buy|bought|buying|purchased?|order(?:ed)?|moves?|"
    r"moving)"
)


_SUM_OF = r"(?:totals?|total amount|amount|sum|value|worth)(?: of)?(?: all)?"


def parse(text: str, *, today: dt.date, index: Index, previous: Plan | None = None) -> Reading:
    """Read a question of one shop, whose names are in `index`; `previous` is the plan it may follow up on."""
    text = tidy(text)
    if no := refusal(text, index.by_word):
        return no
    draft = Draft(text)
    naming.take_whole_names(draft, index)
    named = draft.text
    take_periods(draft, today)
    draft.text = _spelt(plain(draft.text), index, draft)
    original = draft.text
    _read(draft, index)
    unknown = naming.take_partial_names(draft, index)
    no_date = _no_such_date(draft, named, today)
    if ask := no_date or naming.as_filters(draft, plain(text) if not draft.named else f"{original} {plain(text)}"):
        return ask
    if unknown:
        return _unknown(unknown, draft, index)
    if draft.beyond or draft.unsure_of_days:
        why = draft.beyond or "I am not sure which days you mean; name a date, a month or a range."
        return Unsure((), refused(why, "cannot_measure" if draft.beyond else "unsure_days"))
    if (
        draft.sides
        and draft.compare in ("previous", "trend")
        and (draft.dimensions or any(len(f.values) > 1 for f in draft.filters))
    ):
        draft.compare = ""
    if previous and (reading := followed(draft, previous, original, today)):
        return reading
    return finished(draft, original, today)


def _no_such_date(draft: Draft, named: str, today: dt.date) -> Refused | None:
    missing = impossible_date(named, today) if draft.unsure_of_days else None
    return refused(f"There is no such date as {missing}.", "unsure_days") if missing else None


def _read(draft: Draft, index: Index) -> None:
    shape.read_hours(draft)
    shape.read_average(draft)
    shape.read_share(draft)
    shape.read_comparison(draft)
    shape.read_beyond(draft)
    shape.read_threshold(draft)
    naming.leave_measures(draft, index)
    draft.sold_what = draft.sees(_SOLD_WHAT) and not draft.sees(rf"{_SUM_OF} (?:{_SOLD_WHAT})")
    shape.read_singles(draft)
    draft.done_by = words.done_by(draft)
    shape.read_limit(draft)
    words.read_channels(draft)
    shape.read_trend(draft)
    words.read_metrics(draft)
    words.read_dimensions(draft)


def _spelt(text: str, index: Index, draft: Draft) -> str:
    """The text with misspelt common words put right, unless the shop knows them as names."""
    spelt = []
    for word in text.split():
        stemmed = [each for each, _, _ in split(word)]
        known = word in GRAMMAR or word in STOP or any(each in index.by_word for each in stemmed)
        right = None if known or word in (NAME, DAYS) else put_right(word)
        if right:
            draft.doubts += 0.03
        spelt.append(right or word)
    return " ".join(spelt)


def _unknown(unknown: list[str], draft: Draft, index: Index) -> Unsure:
    words = " ".join(unknown)
    kind = "customer" if "customer" in draft.mentioned or {"outstanding", "overdue"} & set(draft.metrics) else ""
    what = kind or "product, customer, storefront or member of staff"
    if not draft.metrics and not draft.dimensions and not draft.named:
        return Unsure(tuple(unknown), refused("I did not understand that.", "not_understood"))
    return Unsure(tuple(unknown), refused(f"I know no {what} called '{words}'.", "unknown_name"))
