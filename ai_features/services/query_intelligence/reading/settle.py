"""From the parts of a question to its plan: what they leave open is settled by rule and said, never dropped."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from ai_features.services.query_intelligence.days import Period
from ai_features.services.query_intelligence.plan import GOODS, Segment
from ai_features.services.query_intelligence.reading import (
    beside,
    measure,
    none,
    others,
    shape,
    sides,
    stocked,
    things,
    when,
)
from ai_features.services.query_intelligence.reading.bought import settle_bought
from ai_features.services.query_intelligence.reading.follow_up import Turn, followed, leans
from ai_features.services.query_intelligence.reading.made import made
from ai_features.services.query_intelligence.reading.making import Thing
from ai_features.services.query_intelligence.reading.meaning import ORDERS, WHO
from ai_features.services.query_intelligence.reading.outcome import Reading, Unsure, asked, refused
from ai_features.services.query_intelligence.reading.patterns import Part, parts_of
from ai_features.services.query_intelligence.reading.rules import RULES
from ai_features.services.query_intelligence.reading.said import NOTES, Said, Stop
from ai_features.services.query_intelligence.reading.things import kind_of
from ai_features.services.query_intelligence.tokens import Span
from reports.metrics import METRICS

_TALK = frozenset({"talk", "glue", "yes_no", "we", "now", "amount", "count", "ask", "total", "and", "of", "prep"})


_AT_PRICE = {"buy": "cost_price", "deliver": "cost_price", "sell": "retail_price"}
"""What "what do we sell it at" asks for."""


def settle(
    spans: Sequence[Span],
    today: dt.date,
    *,
    turn: Turn | None = None,
    marks: Collection[str] = (),
    yes_no: bool = False,
) -> Reading:
    """The reading of one cover: its plan, a question back, a refusal, or the words that are left over.

    `turn` is the one before; `marks` the glue by which a question says that it follows it; `yes_no` whether it begins
    as one that is answered with yes or no.
    """
    told = others.told(
        spans,
        of_suppliers=turn is not None and turn.plan.metric not in ORDERS and _of_suppliers(turn.plan.metric),
        of_orders=turn is not None and turn.plan.metric in ORDERS,
    )
    said, left, spans = _said(told, today, yes_no=yes_no, can="can" in marks)
    if turn and any(span.note == "of_them" for span in spans) and not said.has("thing", "mention", "cut", "pointer"):
        said.parts |= {"pointer": ["those"], "points": [True]}
    if _asks_of_itself(spans) and not turn:
        said.parts["pointer"] = []
    try:
        _stop_early(said, left, spans)
        if turn and spans and spans[-1].role == "in":
            marks = {*marks, "follow"}  # "how much money is inside"
        if turn and leans(said, spans, turn, marks=marks):
            return followed(said, turn, marks=marks)
        _stand_alone(said, spans)
        if turn and not said.has("days", "relative", "ever", "versus", "compare", "change"):
            _same_days(said, turn)
            _same_place(said, turn)
        return _plan(said)
    except Stop as stop:
        return stop.reading
    except OverflowError:  # days that no calendar reaches
        return Unsure((), refused("unsure_days"))


def _of_suppliers(metric: str) -> bool:
    return WHO.get(metric) == "supplier" or "supplier" in metric


def _said(told: Iterable[Span], today: dt.date, *, yes_no: bool, can: bool) -> tuple[Said, list[Span], Sequence[Span]]:
    """The parts of a question, the spans that are left over, and those that rules were tried on."""
    spans, shops = stocked.apart(list(told))
    spans, second = beside.apart(list(_of_each(list(_networks(spans)))))
    parts, left = parts_of(spans, RULES)
    said = Said.of([_as_thing(part, spans) for part in parts], today)
    said.parts |= {"beside": [second]} if second else {}
    said.parts |= {"yes_no": [True]} if yes_no else {}
    said.parts |= {"can": [True]} if can else {}
    said.parts |= {"stocked": [shops], "cut": ["product"], "mention": []} if shops else {}
    if spans and spans[-1].role == "in" and len(said["verb"]) == 1 and said["verb"][0] in _AT_PRICE:
        said.parts |= {"measure": [_AT_PRICE[said["verb"][0]]], "verb": []}
    said.parts |= {span.note: [True] for span in spans if span.note in NOTES}
    if any(span.note == "of_it" for span in spans) and not said.has("thing", "mention", "cut", "pointer"):
        said.parts |= {"pointer": ["it"], "points": [True]}
    return said, left, spans


def _networks(spans: Sequence[Span]) -> Iterator[Span]:
    """ "MTN, Telecel, AT": the last is a network too, and not where something is."""
    for before, span, after in zip([None, *spans], spans, [*spans[1:], None], strict=False):
        beside = before is not None and str(before.value).startswith("network=")
        place = after is not None and after.role in ("name", "dim", "unknown")
        at = span.note == "AT" or (span.note == "at" and beside)
        yield replace(span, role="value", value="network=at") if at and not place else span


def _of_each(spans: Sequence[Span]) -> Iterator[Span]:
    """ "MTN and Telecel, how much from each": the each of several that were named stands for them."""
    several = sum(span.role in ("name", "value") for span in spans) > 1
    for span, after in zip_longest(spans, spans[1:]):
        alone = after is None or after.role == "days"
        yield replace(span, role="each", value=True) if several and span.role == "per" and alone else span


def _asks_twice(spans: Sequence[Span]) -> bool:
    """ "Who owes most, and what did they take": a second question about what the first one finds."""
    roles = [span.role for span in spans]
    place = next((place for place, role in enumerate(roles) if role in ("and", "but")), len(roles))
    first, second = set(roles[:place]), set(roles[place + 1 :])
    who = any(span.value == "who" for span in spans[place + 1 :] if span.role == "ask")
    asks = "pointer" in second and not who and second & {"ask", "amount", "count", "verb", "share"}
    return bool(
        asks and first & {"ask", "measure", "verb"} and not second & {"sign", "after", "between", "measure", "segment"}
    )


def _asks_of_itself(spans: Sequence[Span]) -> bool:
    """ "The stock at selling price, how much is it": what was named before in the same question."""
    roles = [span.role for span in spans]
    named = {"measure", "segment", "name"} & set(roles[:-2])
    return (
        roles[-1:] == ["pointer"] and roles[-2] in ("amount", "count", "ask") and bool(named)
        if len(roles) > 2
        else False
    )


def _same_days(said: Said, turn: Turn) -> None:
    """A later question that names no days is of the days spoken of, where its figure has any."""
    kept = turn.period
    figures = [key for key in said["measure"] if key in METRICS]
    now = any(METRICS[key].as_of_now for key in figures) or said.has("segment") or "owe" in said["verb"]
    if kept and not now and not said.has("count_of", "summary", "frame"):
        said.parts["days"] = [Period.of(kept.start, kept.end)]
        said.assume(f"for {kept.label}, as before", 0.03)


def _same_place(said: Said, turn: Turn) -> None:
    """A later question about goods that names no shop is of the shop spoken of; "which are finished", of the goods."""
    kinds = {kind_of(thing, said) for thing in said["thing"]}
    named = kinds | {*said["cut"], *said["mention"], *said["ranked"], *said["count_of"]}
    levels = any(key.startswith("product:") for key in said["segment"])
    if (kinds & GOODS or levels) and "storefront" not in named and not said.has("total", "both"):
        of = {"storefront"} if kinds & GOODS else {"storefront", "category", "brand", "supplier"}
        said.parts["held"] = [each for each in turn.plan.filters if each.dimension in of]


def _as_thing(part: Part, spans: Sequence[Span]) -> Part:
    return Part("thing", Thing(spans[part.at]), part.at) if part.kind in ("name", "value") else part


def _stop_early(said: Said, left: Sequence[Span], spans: Sequence[Span]) -> None:
    """Small talk, what the records cannot tell, and words that nothing takes."""
    if said.has("talk") and set(said.parts) <= _TALK:
        raise Stop(refused(f"talk:{said.first('talk')}"))
    if said.has("refuse"):
        raise Stop(refused(said.first("refuse")))
    if said.has("unsure"):
        missing = next((each for each in said["unsure"] if each), "")
        raise Stop(Unsure((), refused("unsure_days", f"There is no such date as {missing}." if missing else "")))
    if apart := _name_in_two(spans):
        raise Stop(_left(apart, said))
    if left or said.has("dangling", "talk"):
        raise Stop(_left([span.value for span in left if span.role == "unknown"], said))


def _name_in_two(spans: Sequence[Span]) -> list[str]:
    """The words of a name that is nobody's, though each of its words is in some customer's: "Ama Boateng"."""
    people = [span for span in spans if span.role == "name" and set(span.value.kinds) == {"customer"}]
    pairs = ((one, other) for one, other in pairwise(people) if one.stop == other.start)
    halves = next((pair for pair in pairs if not any(span.value.whole for span in pair)), ())
    return [word.title() for span in halves for word in span.value.words]


def _stand_alone(said: Said, spans: Sequence[Span]) -> None:
    """A figure named alone is asked about; a pronoun needs something to stand for."""
    if _asks_twice(spans):
        raise Stop(Unsure((), refused("no_plan")))
    if said.has("enough"):
        _enough(said)
    if len(spans) == 1 and (ask := asked(said.first("measure", ""))):
        raise Stop(ask)
    if said.has("of_kind"):
        said.parts |= {"nth": said["pointed"], "pointed": [], "rank": ["high"], "ranked": said["of_kind"]}
    pointing = said.has("pointer") and not said.has("thing", "mention", "cut", "count_of", "ranked", "segment")
    pointing = pointing and "who" not in said["ask"] and not said.has("never")
    pointing = pointing or (not said.has("thing") and any(_points_away(span) for span in spans))
    if said.has("bare"):
        raise Stop(Unsure((), refused("not_understood")))
    if pointing or said.has("pointed", "some_days", "added"):
        raise Stop(Unsure((), refused("pointer")))
    if "why" in said["ask"]:
        _why(said)


def _points_away(span: Span) -> bool:
    """ "This supplier", "that invoice": one that was not named."""
    return span.role == "pointer" and span.value == "it" and span.stop - span.start > 1


def _why(said: Said) -> None:
    """ "Why did we sell less": of one figure that can be taken apart."""
    said.fields["why"] = True
    said.fields["by_change"] = next((each for each in said["change"] if each in ("rise", "fall")), "")
    if said.has("rank") and not said.has("change", "versus", "compare"):
        said.parts |= {"change": ["fall" if said["rank"] == ["low"] else "rise"], "rank": []}
        said.fields["by_change"] = said["change"][0]
    if "margin" in said["measure"]:
        raise Stop(refused("why"))
    if said.has("segment", "chosen", "threshold"):
        raise Stop(Unsure((), refused("why")))


def _left(unknown: list[str], said: Said) -> Unsure:
    if unknown and said.has("measure", "verb", "mention", "thing", "cut"):
        what = "product, customer, storefront or member of staff"
        return Unsure(tuple(unknown), refused("unknown_name", f"I know no {what} called '{' '.join(unknown)}'."))
    return Unsure(tuple(unknown), refused("not_understood"))


def _enough(said: Said) -> None:
    """ "Enough cola for two weeks" asks how long it lasts."""
    if said.has("thing") and not said.has("rank", "threshold"):
        said.parts |= {"enough": [], "measure": ["cover_days"], "days": [], "bare": [], "verb": [], "grain": []}


def _plan(said: Said) -> Reading:
    none.settle_none(said)
    settle_bought(said)
    measure.settle_measures(said)
    beside.settle_beside(said)
    sides.settle_sides(said)
    things.settle_things(said)
    _segments(said)
    shape.settle_cuts(said)
    shape.settle_thresholds(said)
    when.settle_days(said)
    (shape.settle_latest if said.has("latest") else shape.settle_rank)(said)
    shape.settle_change(said)
    shape.settle_each(said)
    shape.settle_shares(said)
    stocked.settle_kinds(said)
    return made(said)


def _segments(said: Said) -> None:
    if said.has("days") and "customer:never_bought" in said["segment"]:  # "no purchases in the last 3 months"
        said.parts["segment"] = ["customer:lapsed" if key.endswith("never_bought") else key for key in said["segment"]]
    found = [key.partition(":") for key in said["segment"]]
    entities = [entity for entity, _, _ in found]
    if len(set(entities)) < len(entities) and said.has("versus", "compare", "or"):
        raise Stop(Unsure((), refused("no_plan")))
    out = [key.partition(":") for key in said["segment_out"]]
    if "sale:latest" in said["segment"] and not said.has("days"):
        said.fields["all_days"] = True
    said.fields["segments"] = [Segment(entity=entity, key=key) for entity, _, key in found]
    said.fields["segments"] += [Segment(entity=entity, key=key, exclude=True) for entity, _, key in out]
    counting = said.has("count", "count_of")
    said.fields["segments"] += stocked.segments(said)
    for entity, _, _ in (*found, *out):
        _list(said, entity, counting)
    if said.has("chosen"):
        _list(said, "customer", counting)


def _list(said: Said, entity: str, counting: bool) -> None:
    """Members of a segment are listed where nothing else of them is asked."""
    if said.metrics[0] == f"{entity}_count" and not counting and not said["cut"]:
        said.parts["cut"].insert(0, entity)
