"""A second figure asked for beside the first: "and by how much", "and how many of each", "their value"."""

import re
from collections.abc import Sequence

from ai_features.services.query_intelligence.reading.meaning import IN_UNIT, NUMBER_OF, VERBS
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.patterns import line
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.tokens import Span
from reports.metrics import METRICS, Unit

_TAIL = re.compile(
    r"(?:(?:(?:and|but|with) )?(?=also:)|(?:and|but|with) (?:(?:by|of|in|to) )?|pointer:those |(?=ask:long ))"
    r"(?:ask:what )?(?:also:)?(?P<figure>amount|count|unit:money|unit:units|ask:long)(?::\S+)? "
    r"(?:(?:ask:what|pointer:\S+|per|we|total|of|dim:\S+) )*(?:verb:(?P<verb>\S+) )?"
    r"(?:(?:pointer:\S+|per|in|of|total) )*$"
)
_ASKED = re.compile(r"(?:^|.* )(?:amount|count)\b")
_LATEST = {"last_payment": ("received", "payment"), "last_sale": ("sales_with_tax", "sale")}
"""What "when was the last, and how much" asks for: the payment or sale itself, with its day."""
_HOW_MANY = re.compile(r"(?:and )?(?:pointer:those |total )*count(?::\S+)? (?:now |total |in )*$")
_COUNTED = re.compile(r"dim:(?:customer|product|sale|staff|storefront|supplier) ")
_NAMED = re.compile(r"\b(?:name|measure|ask|per|by)\b")
_SUMS = {"customer_count": "revenue", "product_count": "stock_value", "staff_count": "revenue"}
_NUMBERS = {"product_count": "stock", "customer_count": "sales_count", "staff_count": "sales_count"}


def apart(spans: Sequence[Span]) -> tuple[list[Span], tuple[str, str] | None]:
    """The spans without such an end, and what it asks for: a figure ("amount", "count" ...) and a verb's name."""
    spans = _count_first(spans)
    text = line(spans)
    match = _TAIL.search(text)
    if not match or not match.start() or _ASKED.match(text[: match.start()]):
        return list(spans), None
    return list(spans[: text[: match.start()].count(" ")]), (match["figure"], match["verb"] or "")


def _count_first(spans: Sequence[Span]) -> Sequence[Span]:
    """ "Customers who bought in October, they are how many": the count stands before what is counted."""
    text = line(spans)
    match = _HOW_MANY.search(text)
    head = text[: match.start()] if match else ""
    dim = _COUNTED.search(head)
    if not match or not dim or _ASKED.match(head) or _NAMED.search(head):
        return spans
    stop, at = head.count(" "), head[: dim.start()].count(" ")
    count = next(span for span in spans[stop:] if span.role == "count")
    return [*spans[:at], count, *spans[at:stop]]


def settle_beside(said: Said) -> None:
    """Put the second figure beside the first, unless the first is it already; unsure where there is none."""
    if not said.has("beside"):
        return
    figure, verb = said.first("beside")
    first = said.metrics[0]
    if figure == "amount" and first in _LATEST:
        said.metrics[:], said.parts["latest"] = [_LATEST[first][0]], [_LATEST[first][1]]
        return
    second = _second(first, figure, verb)
    if not second:
        raise Stop(Unsure((figure,), refused("no_plan")))
    if second not in said.metrics:
        said.metrics.append(second)


def _second(first: str, figure: str, verb: str) -> str:
    """ "" where it cannot be told."""
    unit = METRICS[first].unit
    if figure == "ask:long":
        return "oldest_invoice" if first in ("outstanding", "overdue") else ""
    if figure in ("amount", "unit:money"):
        named = VERBS[verb].money if verb else ""
        return named or (first if unit is Unit.MONEY else _SUMS.get(first) or _money_of(first))
    named = VERBS[verb].number if verb else ""
    return named or (first if unit in (Unit.UNITS, Unit.COUNT) and first not in _NUMBERS else _number_of(first))


def _money_of(first: str) -> str:
    return IN_UNIT["money"].get(first) or next((money for money, number in NUMBER_OF.items() if number == first), "")


def _number_of(first: str) -> str:
    return _NUMBERS.get(first) or NUMBER_OF.get(first, "")
