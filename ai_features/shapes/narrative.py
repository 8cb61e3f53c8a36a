"""Reports in words."""

from typing import Literal

from reports.shapes import Shape


class TrendTold(Shape):
    metric: str
    direction: Literal["up", "down", "stable"]
    change_percentage: float
    interpretation: str


class Narrative(Shape):
    """A report in plain words."""

    summary: str
    key_insights: list[str]
    recommendations: list[str]
    risk_factors: list[str]
    trends: list[TrendTold]


class NarrativeAnswer(Shape):
    ai_narrative: Narrative
