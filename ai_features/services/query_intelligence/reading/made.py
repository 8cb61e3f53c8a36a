"""The checked plan of what was settled, where every part of the question has been used."""

from typing import Any

from pydantic import ValidationError

from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.outcome import Reading, Understood, Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.used import unused
from reports.dimensions import DIMENSIONS

SURE = 0.98


def made(said: Said) -> Reading:
    """The checked plan, or why it cannot be run."""
    if kinds := list(unused(said)):
        raise Stop(Unsure(tuple(kinds), refused("no_plan")))
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


def _cannot(said: Said) -> str:
    cuts = [*said.dimensions, *(each.dimension for each in said.fields["filters"])]
    by = " and ".join(DIMENSIONS[cut].title for cut in dict.fromkeys(cuts) if cut in DIMENSIONS)
    return f"That figure cannot be given by {by}." if by else "I cannot work that out."
