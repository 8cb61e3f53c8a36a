"""Things set side by side that no one dimension tells apart: weekdays and weekends, new and returning customers."""

from collections.abc import Sequence
from itertools import pairwise

from ai_features.services.query_intelligence.plan import Filter, Segment, Side
from ai_features.services.query_intelligence.reading.said import Said
from reports.dimensions import WEEKDAY_TITLES
from reports.segments import SEGMENTS

_HELD_AGAINST = ("versus", "compare", "or")
_WEEKEND, _WEEKDAYS = ("weekday", (6, 7)), ("weekday", (1, 2, 3, 4, 5))
_SETTLED = ("versus", "compare", "or", "rank", "both", "and", "each")


def settle_sides(said: Said) -> None:
    """Put two or more of a kind, held against one another, into `fields` as sides."""
    if said.has("cut", "grain", "threshold", "change", "share", "chosen") or not _against(said):
        return
    sides = _windows(said) or _segments(said) or _weekends(said)
    if not sides:
        return
    said.fields["sides"] = sides
    if said["rank"] == ["low"]:
        said.fields["order"] = "low"
    said.parts |= {kind: [] for kind in _SETTLED}


def _weekends(said: Said) -> list[Side]:
    """ "Do we sell more on weekends": against the other days of the week."""
    if not said.has("yes_no") or said.has("or") or said["window"] != [_WEEKEND]:
        return []
    said.parts["window"].append(_WEEKDAYS)
    return _windows(said)


def _against(said: Said) -> bool:
    ranked = said.has("rank", "both") and said.has("or", "and", "yes_no")
    return said.has("versus", "compare") or ranked


def _windows(said: Said) -> list[Side]:
    """Stretches of the week or of the day; single weekdays are told apart by weekday."""
    kinds = {dimension for dimension, _ in said["window"]}
    if len(said["window"]) < 2 or len(kinds) != 1 or all(len(values) == 1 for _, values in said["window"]):
        return []
    filters = [
        Filter(dimension=kind, values=tuple(values), name=name_of(kind, values)) for kind, values in said["window"]
    ]
    said.parts["window"] = []
    return [Side(name=each.name, filters=(each,)) for each in filters]


def _segments(said: Said) -> list[Side]:
    """Segments of one entity; those who are new are not counted again among those who return."""
    keys = [key.partition(":") for key in said["segment"]]
    if len(keys) < 2 or len({entity for entity, _, _ in keys}) != 1:
        return []
    said.parts["segment"] = []
    found = [Segment.model_validate({"entity": entity, "key": key}) for entity, _, key in keys]
    new = [each.model_copy(update={"exclude": True}) for each in found if each.key == "new"]
    return [
        Side(name=SEGMENTS[each.row].title, segments=(each, *(new if each.key == "returning" else ())))
        for each in found
    ]


def name_of(dimension: str, values: Sequence[int]) -> str:
    """ "Monday to Friday", "Saturday and Sunday", "05:00 to 12:00"."""
    if dimension != "weekday":
        return f"{values[0]:02}:00 to {values[-1] + 1:02}:00"
    titles = [WEEKDAY_TITLES[value - 1] for value in values]
    in_a_row = all(later - earlier == 1 for earlier, later in pairwise(values))
    return f"{titles[0]} to {titles[-1]}" if len(titles) > 2 and in_a_row else " and ".join(titles)
