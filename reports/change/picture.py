"""A change as a waterfall: from the figure before, step by step, to the figure now."""

from typing import Any

from reports.change.decompose import Change


def waterfall(change: Change, before: str, now: str) -> dict[str, Any]:
    """`{type, title, data: [{label, value, kind}]}`: a "total" at both ends, between them each "step" up or down."""
    steps = [{"label": each.name, "value": float(each.change), "kind": "step"} for each in change.drivers]
    first = {"label": before, "value": float(change.before), "kind": "total"}
    last = {"label": now, "value": float(change.now), "kind": "total"}
    return {"type": "waterfall", "title": f"{now} against {before}", "data": [first, *steps, last]}
