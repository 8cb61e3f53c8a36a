"""What to do for each group of customers: how to speak to them, how often, how to keep them, what to offer."""

from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from ai_features.feature import Facts, Feature, Inputs, at_most, within
from ai_features.features.selling.segment_advice import ADVICE
from ai_features.services.slots import SlotError, SlotId, Slots
from ai_features.shapes.selling import SegmentRecommendations
from common.tenancy import Caller

SIX_HOURS = 6 * 3600


class SegmentInputs(serializers.Serializer[Any]):
    """Made by the report's own view: the rows of the segmentation."""


Line = Annotated[str, within(120)]


class Segment(BaseModel):
    """One row of the segmentation; `slot` is the id of its name."""

    slot: str
    key: str
    name: str
    customer_count: int
    avg_revenue: str


class SegmentFacts(Facts):
    segments: list[Segment] = []


class SegmentWords(BaseModel):
    segment: SlotId
    marketing_strategy: Annotated[str, within(250)]
    communication_frequency: Annotated[str, within(80)]
    retention_tactics: Annotated[list[Line], at_most(3)]
    upsell_opportunities: Annotated[list[Line], at_most(2)]


class AllWords(BaseModel):
    segments: Annotated[list[SegmentWords], at_most(len(ADVICE))]


PROMPT = """
Advise the owner of a shop in Ghana on each group of customers, grouped by how lately, how often and for how much they
bought. For each segment slot (s with a number) write one item: its id in "segment"; "marketing_strategy" of one or
two sentences; "communication_frequency", a phrase; two or three "retention_tactics"; one or two
"upsell_opportunities". Means that a small shop has: a call, WhatsApp, SMS, a kind word at the till, a set price.
No promise in the shop's name. Customers must have agreed to advertising before it is sent.
"""


def gather(caller: Caller, inputs: Inputs) -> SegmentFacts:
    """From the rows of the report as it was just made. No query."""
    facts = SegmentFacts(slots=Slots(seed=str(caller.business_id)))
    for number, row in enumerate(inputs["rows"], start=1):
        slot = f"s{number}"
        facts.segments.append(
            Segment(
                slot=slot,
                key=row["segment"],
                name=row["segment_name"],
                customer_count=row["customer_count"],
                avg_revenue=row["avg_revenue"],
            )
        )
        facts.slots.name(slot, row["segment_name"])
        facts.slots.count(f"{slot}_customers", row["customer_count"], "customer", of=slot)
        facts.slots.days(f"{slot}_since", row["avg_days_since_purchase"], of=slot)
    facts.shown = {"segments": {f"s{n}": row["description"] for n, row in enumerate(inputs["rows"], start=1)}}
    if not facts.segments:
        facts.nothing_to_report = "No known customer bought in this period."
    return facts


def offline(facts: SegmentFacts) -> AllWords:
    return AllWords(segments=[SegmentWords(segment=each.slot, **ADVICE[each.key]._asdict()) for each in facts.segments])


def fill(facts: SegmentFacts, words: AllWords) -> AllWords:
    """The model's item where it keeps the rules, ours where not. Raises `SlotError` when none is usable."""
    good: dict[str, SegmentWords] = {}
    problems: list[str] = []
    for item in words.segments:
        try:
            good.setdefault(item.segment.strip("{} "), facts.fill(item))
        except SlotError as wrong:
            problems += wrong.problems
    own = offline(facts)
    ours = {item.segment: item for item in facts.trusting(own).fill(own).segments}
    if ours and not set(ours) & set(good):
        raise SlotError(problems or ["no item names a segment that was given"])
    return AllWords(segments=[good.get(slot) or item for slot, item in ours.items()])


def answer(facts: SegmentFacts, words: AllWords) -> SegmentRecommendations:
    return SegmentRecommendations.model_validate(
        {
            "ai_recommendations": [
                {
                    "segment": each.key,
                    "segment_name": each.name,
                    "customer_count": each.customer_count,
                    "avg_revenue": each.avg_revenue,
                    **item.model_dump(exclude={"segment"}),
                }
                for each, item in zip(facts.segments, words.segments, strict=True)
            ]
        }
    )


FEATURE = Feature(
    key="segment_recommendations",
    title="What to do for each group of customers",
    inputs=SegmentInputs,
    gather=gather,
    prompt=PROMPT,
    words=AllWords,
    offline=offline,
    fill=fill,
    answer=answer,
    tier="cheap",
    cache_for=SIX_HOURS,
    tokens_in=3000,
    tokens_out=3200,
    uncached=("rows",),
)
