"""Days, shops and people on which or with whom nothing was done: a count that is zero."""

from dataclasses import replace
from decimal import Decimal

from ai_features.services.query_intelligence.plan import Bought, Threshold
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.things import as_filter
from reports.dimensions import TIME_DIMENSIONS

_DOING = frozenset({"sell", "buy", "come"})
_STEPS = TIME_DIMENSIONS - {"hour"}


def settle_none(said: Said) -> None:
    """Days without a sale are days whose count of sales is zero; shops and staff without one did not sell."""
    if said["unit"] == ["day"] and said.has("threshold"):
        said.parts |= {
            "unit": [],
            "grain": ["day"],
            "ask": ["count"] if said.has("count") else said["ask"],
            "count": [],
        }
    _days_with(said)
    without = [thing for dim, thing in said["lacking"] if dim in _STEPS]
    if without:
        said.parts |= {"none": [True], "lacking": [], "cut": [said.first("lacking")[0]]}
        said.parts["thing"] = [*said["thing"], *(replace(thing, exclude=False) for thing in without)]
    if not (said.has("none") or "product:unsold" in said["segment"]):
        return
    step = _step(said)
    if step:
        return _none_in(said, step)
    if said.has("none"):
        return _none_with(said)
    return None


def _days_with(said: Said) -> None:
    """ "On how many days did Kojo sell something": days with a sale."""
    of_days = said["unit"] == ["day"] and said.has("count") and said["verb"] and set(said["verb"]) <= _DOING
    if of_days and not said.has("measure", "threshold", "none", "segment", "cut", "mention", "rank"):
        said.parts |= {"measure": ["trading_days"], "unit": [], "count": [], "verb": []}


def _step(said: Said) -> str:
    steps = [each for each in (*said["cut"], *said["grain"], *said["count_of"]) if each in _STEPS]
    return steps[0] if steps else "day" * ("day" in said["unit"])


def _none_in(said: Said, step: str) -> None:
    if said.has("count", "count_of"):
        said.parts["ask"] = ["count"]
        said.fields["ask"] = "count"
    said.parts |= {"segment": [], "unit": [], "grain": [], "count": [], "count_of": [], "cut": [step], "verb": ["sell"]}
    number = said.first("none_of", "sales_count")
    said.parts["measure"] = [number]
    said.fields |= {"thresholds": [Threshold(metric=number, sign="=", value=Decimal(0))], "order": "time"}


def _none_with(said: Said) -> None:
    who = next((each for each in (*said["cut"], *said["mention"]) if each in ("storefront", "staff")), "")
    if not who or said.has("segment", "rank"):
        raise Stop(Unsure((), refused("no_plan")))
    goods = tuple(as_filter(thing, said) for thing in said["thing"])
    said.fields |= {"bought": [Bought(filters=goods, never=True)], "of_bought": who}
    said.parts |= {"thing": [], "verb": [], "measure": [f"{who}_count"], "cut": [who], "mention": []}
