"""What rules make of words that say what is not: left out, none, never, nothing, instead."""

from ai_features.services.query_intelligence.reading import making
from ai_features.services.query_intelligence.reading.making import Parts, Spans, Thing, of_role, things

_NUMBER_OF = {"return": "returns_count", "returns": "returns_count", "received": "payments", "pay": "payments"}


def none_of(spans: Spans) -> Parts:
    """ "Sold no televisions", "without a sale of rice": that there were none."""
    yield "none", True
    yield "verb", "sell"
    yield from things([span for span in spans if span.role in ("name", "value")])


def none_of_them(spans: Spans) -> Parts:
    """ "Without a return", "no card payment": that there were none."""
    yield from (("none", True), ("none_of", _NUMBER_OF[spans[-1].value]))
    yield from things([span for span in spans if span.role == "value"])


def not_those(spans: Spans) -> Parts:
    """ "Not on hold"."""
    yield from (("segment_out", segment) for segment in of_role(spans, "segment"))


def at_full_price(spans: Spans) -> Parts:
    """ "Sales without discount" are those that had none; "sales less discount" is a difference."""
    if all(span.note != "without" for span in spans):
        yield from making.less(spans)
        return
    yield from (("measure", span.value) for span in spans[:1] if span.role == "measure")
    yield "segment_out", "sale:discounted"


def owes_nothing(_spans: Spans) -> Parts:
    yield "segment_out", "customer:owes"


def bought_nothing(_spans: Spans) -> Parts:
    yield from (("verb", "buy"), ("none_bought", True))


def not_then(spans: Spans) -> Parts:
    """ "... have not bought in November"."""
    yield "segment", "customer:lapsed"
    yield from ((kind, days) for days in of_role(spans, "days") for kind in ("days", "not_days"))


def never(spans: Spans) -> Parts:
    yield "never", tuple(span for span in spans if span.role in ("name", "value"))


def tier_never(spans: Spans) -> Parts:
    """ "Wholesale customers who never bought rice"."""
    yield from (("thing", Thing(spans[0])), ("of_tier", True), ("mention", "customer"))
    yield "never", tuple(span for span in spans[1:] if span.role in ("name", "value"))


def lacking(spans: Spans) -> Parts:
    yield (
        "lacking",
        (of_role(spans, "dim", "grain")[0], Thing(next(s for s in spans if s.role in ("name", "value")), exclude=True)),
    )
    yield from (("measure", measure) for measure in of_role(spans, "measure"))


def instead(spans: Spans) -> Parts:
    """ "Markup, not margin": what is not asked for."""
    yield from (("instead_of", measure) for measure in of_role(spans, "measure"))


def minus(spans: Spans) -> Parts:
    """ "Sales less discounts": a difference. What is least of something beside a figure is none."""
    if spans[1].note == "minus":
        yield from (("measure", "revenue") for span in spans[:1] if span.role == "dim")
        yield from making.less(spans)
    else:
        yield "dangling", "least"


def left_out(spans: Spans) -> Parts:
    return things(spans, exclude=True)
