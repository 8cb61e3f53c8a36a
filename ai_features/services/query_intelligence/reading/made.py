"""The checked plan of what was settled, where every part of the question has been used."""

from typing import Any

from pydantic import ValidationError

from ai_features.services.query_intelligence.plan import Plan, Segment
from ai_features.services.query_intelligence.reading.meaning import OF_WHAT
from ai_features.services.query_intelligence.reading.outcome import Reading, Understood, Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.used import unused
from reports import metric_queries
from reports.dimensions import DIMENSIONS
from reports.metrics import METRICS

SURE = 0.98


def made(said: Said) -> Reading:
    """The checked plan, or why it cannot be run."""
    if kinds := list(unused(said)):
        raise Stop(Unsure(tuple(kinds), refused("no_plan")))
    _known_otherwise(said)
    fields: dict[str, Any] = {
        **said.fields,
        "metrics": said.metrics[:4],
        "dimensions": said.dimensions,
        "assumptions": said.notes,
    }
    if _whether(said):
        fields["ask"] = "whether"
    try:
        plan = Plan(**fields)
    except ValidationError:
        return refused("cannot_measure", _cannot(said))
    return Understood(plan, round(max(0.5, SURE - said.doubt), 2))


def _whether(said: Said) -> bool:
    """ "Is the order late", "is anything past its date": yes or no, of a number of them."""
    asked = said.has("yes_no") and not said.has("amount", "count", "total", "ask", "rank", "share", "and")
    return asked and said.metrics[0] in _OF_WHETHER and not said.dimensions


def _known_otherwise(said: Said) -> None:
    """Money taken is not known by goods, but what they sold for is; credit by staff and goods is of those sales."""
    cuts = [*said.dimensions, *(each.dimension for each in said.fields["filters"])]
    other, segment, note = _OTHERWISE.get(said.metrics[0], ("", "", ""))
    if not other or len(said.metrics) > 1 or metric_queries.can(said.metrics[0], cuts):
        return
    if (said.has("yes_no") and "pay" in said["verb"]) or ("supplier" in cuts and said.metrics[0] in _PAID):
        raise Stop(Unsure(("pay",), refused("no_plan")))
    if metric_queries.can(other, [*cuts, "sale"] if segment else cuts):
        said.metrics[:] = [other, "received"] if said.metrics[0] == "sales_count" and not _one_figure(said) else [other]
        said.fields["segments"] = [
            *said.fields["segments"],
            *([Segment(entity="sale", key=segment)] if segment else []),
        ]
        said.assume(note, 0.05)


def _one_figure(said: Said) -> bool:
    """Whether more than one figure would say something else than was asked."""
    return said.has("rank", "share", "threshold", "average", "per", "change", "compare", "versus", "count")


_OF_WHETHER = frozenset({*OF_WHAT, *(key for key, metric in METRICS.items() if metric.group == "watching")})
_PAID = frozenset({"received", "payments"})
"""What customers pay: nothing of it is known of suppliers."""
_OTHERWISE = {
    "received": ("revenue", "", "read as sales, as payments are of whole sales and not of goods"),
    "payments": ("sales_count", "", "read as sales, as payments are of whole sales and not of goods"),
    "sales_count": ("payments", "", "read as payments, as one sale can be paid in several ways"),
    "credit_given": ("revenue", "on_credit", "before tax"),
}
"""What a figure that cannot be cut so is read as, and the sales it is of."""


def _cannot(said: Said) -> str:
    cuts = [*said.dimensions, *(each.dimension for each in said.fields["filters"])]
    by = " and ".join(DIMENSIONS[cut].title for cut in dict.fromkeys(cuts) if cut in DIMENSIONS)
    return f"That figure cannot be given by {by}." if by else "I cannot work that out."
