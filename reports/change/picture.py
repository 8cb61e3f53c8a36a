"""A change as a waterfall: from the figure before, step by step, to the figure now."""

from typing import Any

from reports.change.decompose import Change
from reports.metrics import METRICS
from reports.visualizations import picture


def waterfall(change: Change, before: str, now: str) -> dict[str, Any]:
    """`{type, title, unit, data: [{label, value, kind}]}`: "total" at both ends, each "step" between them."""
    steps = [{"label": each.name, "value": float(each.change), "kind": "step"} for each in change.drivers]
    first = {"label": before, "value": float(change.before), "kind": "total"}
    last = {"label": now, "value": float(change.now), "kind": "total"}
    unit = METRICS[change.metric].unit.value
    return picture("waterfall", f"{now} against {before}", unit=unit, data=[first, *steps, last])
