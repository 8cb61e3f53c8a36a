"""The checked plan of what was settled, where every part of the question has been used."""

from typing import Any

from pydantic import ValidationError

from ai_features.services.query_intelligence.plan import Plan, Segment
from ai_features.services.query_intelligence.reading.outcome import Reading, Understood, Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.used import unused
from reports import metric_queries
from reports.dimensions import DIMENSIONS

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
    try:
        plan = Plan(**fields)
    except ValidationError:
        return refused("cannot_measure", _cannot(said))
    return Understood(plan, round(max(0.5, SURE - said.doubt), 2))


def _known_otherwise(said: Said) -> None:
    """Money taken is not known by goods, but what they sold for is; credit by staff and goods is of those sales."""
    cuts = [*said.dimensions, *(each.dimension for each in said.fields["filters"])]
    other, segment, note = _OTHERWISE.get(said.metrics[0], ("", "", ""))
    if not other or len(said.metrics) > 1 or metric_queries.can(said.metrics[0], cuts):
        return
    if said.has("yes_no") and "pay" in said["verb"]:
        raise Stop(Unsure(("pay",), refused("no_plan")))
    if metric_queries.can(other, [*cuts, "sale"] if segment else cuts):
        said.metrics[:] = [other]
        said.fields["segments"] = [
            *said.fields["segments"],
            *([Segment(entity="sale", key=segment)] if segment else []),
        ]
        said.assume(note, 0.05)


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
