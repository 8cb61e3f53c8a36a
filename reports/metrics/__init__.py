"""What each figure means: one row a metric, which reports and answers to questions both use.

A metric is made of parts; a part is an aggregate over one of the sources. Parts add up over groups unless they count
distinct things, so totals are made from the same rows as the groups. A new metric is a row in one of the modules here,
and a part when none of those there are will do.
"""

from dataclasses import replace

from reports.metrics.buying import BUYING
from reports.metrics.metric import AS_OF_NOW, Metric, Part, Source, Unit
from reports.metrics.ordering import ORDERING
from reports.metrics.parts import PARTS
from reports.metrics.paying import PAYING
from reports.metrics.promising import PROMISING
from reports.metrics.recording import RECORDING
from reports.metrics.selling import SELLING
from reports.metrics.spending import SPENDING
from reports.metrics.stocking import PACE_DAYS, STOCKING
from reports.metrics.watching import WATCHING

__all__ = ["AS_OF_NOW", "DAYS_PART", "METRICS", "PACE_DAYS", "PARTS", "Metric", "Part", "Source", "Unit", "parts_of"]

_GROUPS = {
    "selling": SELLING,
    "paying": PAYING + PROMISING + SPENDING,
    "stocking": STOCKING + BUYING + ORDERING,
    "watching": WATCHING,
    "recording": RECORDING,
}
METRICS: dict[str, Metric] = {
    each.key: replace(each, group=group) for group, metrics in _GROUPS.items() for each in metrics
}
DAYS_PART = "days"
"""Not counted but known from the cut: its days up to today, zero when it has no beginning."""


def parts_of(*keys: str) -> list[str]:
    """The parts that the metrics named need, each once."""
    return list(dict.fromkeys(part for key in keys for part in METRICS[key].parts))
