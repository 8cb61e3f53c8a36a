"""One fact of one product or customer told: a price, a limit, whether there is room under it."""

from ai_features.services.query_intelligence.answering.figures import figure, name
from ai_features.services.query_intelligence.answering.plans import noun, title
from ai_features.services.query_intelligence.answering.result import Result, Row
from ai_features.services.slots import Slots


def fact(result: Result, slots: Slots) -> tuple[str, str]:
    """One fact of one product or customer, with what belongs beside it."""
    row, key = result.rows[0], result.lead
    said = name(slots, result, row, 1)
    if row.values[key] is None:
        free = "Yes. " if result.plan.ask == "whether" and key == "credit_room" else ""
        return f"{free}{title(key)} of {said}: {'no limit is set' if key == 'credit_room' else 'not recorded'}.", ""
    value = figure(slots, f"{key}_1", row.values[key], key, of="name_1")
    beside = [
        f"{title(other)}: {figure(slots, f'{other}_1', row.values[other], other, of='name_1')}."
        for other in result.metrics[1:]
    ]
    head, allowed = noun(key), row.values[key] or 0
    lead = ("Yes. " if allowed > 0 else "No. ") if result.plan.ask == "whether" else ""
    if key == "credit_room" and not allowed and _below_limit(row):
        lead += "Credit is on hold. "
    return f"{lead}{head[:1].upper()}{head[1:]} of {said}: {value}.", "".join(f" {each}" for each in beside)


def _below_limit(row: Row) -> bool:
    """Whether a customer without room owes less than the limit."""
    limit, owed = row.values.get("credit_limit"), row.values.get("outstanding")
    return limit is not None and (owed or 0) < limit
