"""Answers to questions, and the events of a streamed one."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from reports.dimensions import DIMENSIONS
from reports.metrics import METRICS
from reports.shapes import DriverKind, Id, Money, OneOf, Shape
from reports.visualizations import Visualization

Cell = str | int | float | None
"""Money is a decimal string, other figures are numbers, days are ISO dates."""


class AskedMetric(Shape):
    key: Annotated[str, OneOf(METRICS)]
    title: str
    definition: str


class AskedDays(Shape):
    """Days, both included."""

    since: dt.date = Field(alias="from")
    to: dt.date
    label: str


class AverageOver(Shape):
    per: Annotated[str, OneOf(DIMENSIONS)] | None
    value: Cell
    count: int


class QuestionDriver(Shape):
    """A part of a change; all of them sum to it."""

    kind: DriverKind
    name: str
    change: Money | float
    share: float | None


class QuestionData(Shape):
    """The figures of an answer; `rows` have the dimensions and metrics of the question as fields."""

    metrics: list[AskedMetric]
    period: AskedDays | None
    compared_with: AskedDays | None
    total: dict[str, Cell]
    rows: list[dict[str, Cell]]
    row_count: int
    before: dict[str, Cell] | None = None
    average: AverageOver | None = None
    share_percent: float | None = None
    moved: dict[str, list[QuestionDriver]] | None = None


class QuestionChoice(Shape):
    """What the question may mean: ask again with its `id` as `choice`."""

    id: Id
    question: str
    plan: str


class QuestionAction(Shape):
    """The request that answers instead, with its charge in the label."""

    label: str
    method: Literal["POST"]
    path: str
    body: dict[str, str]


class QuestionAnswer(Shape):
    """An answer, a question back with `choices` (`clarify`), or what answers instead in `actions` (`what_if`)."""

    answer: str
    verdict: str = Field(description="The answer in one sentence.")
    query_type: Literal[
        "sales", "product", "customer", "inventory", "financial", "clarify", "what_if", "not_answerable"
    ]
    data: QuestionData | None
    plan: str = Field(description="How the question was understood, in words.")
    data_sources: list[str]
    confidence: float
    assumptions: list[str]
    follow_up_questions: list[str]
    suggestions: list[str]
    visualizations: list[Visualization]
    conversation_id: Id
    choices: list[QuestionChoice] | None = None
    actions: list[QuestionAction] | None = None
    change: Money | float | None = None
    drivers: list[QuestionDriver] | None = None


class QuestionPlan(Shape):
    plan: str
    confidence: float


class QuestionFigures(Shape):
    data: QuestionData | None
    data_sources: list[str]
    visualizations: list[Visualization]


class QuestionPreview(Shape):
    """What a stream shows before the words."""

    plan: QuestionPlan
    data: QuestionFigures
