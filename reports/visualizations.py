"""Pictures of figures as JSON: one shape for each type, the same wherever one is given."""

from typing import Annotated, Any, Literal, get_args

from pydantic import Field, model_validator

from reports.shapes import Shape

Kind = Literal["money", "units", "count", "percent", "days", "date", "text"]
KINDS = get_args(Kind)
"""The same for the page of the API."""
WRITTEN = {"money": "GHS", "percent": "%", "days": "days"}


class Column(Shape):
    """A column of a table; `key` names it in each row, `unit` is written beside its figures, null where nothing is."""

    key: str
    title: str
    kind: Kind
    unit: Literal["GHS", "%", "days"] | None

    @model_validator(mode="before")
    @classmethod
    def _with_unit(cls, given: dict[str, Any]) -> dict[str, Any]:
        return {"unit": WRITTEN.get(given["kind"]), **given}


class Point(Shape):
    """A bar, a slice or a place on a line. `date` is the first day where the label is of time."""

    label: str
    value: float | None
    before: float | None = None
    date: str | None = None


class Step(Shape):
    label: str
    value: float
    kind: Literal["total", "step"]


class Figure(Shape):
    value: float | None
    unit: Kind
    text: str


class Number(Shape):
    type: Literal["number"]
    title: str
    data: Figure


class Bar(Shape):
    type: Literal["bar"]
    title: str
    unit: Kind
    data: list[Point]


class Line(Shape):
    type: Literal["line"]
    title: str
    unit: Kind
    data: list[Point]


class Pie(Shape):
    type: Literal["pie"]
    title: str
    unit: Kind
    data: list[Point]


class Table(Shape):
    type: Literal["table"]
    title: str
    columns: list[Column]
    data: list[dict[str, str | int | float | None]]


class Waterfall(Shape):
    type: Literal["waterfall"]
    title: str
    unit: Kind
    data: list[Step]


Visualization = Annotated[Number | Bar | Line | Pie | Table | Waterfall, Field(discriminator="type")]


def picture(kind: str, title: str, **parts: Any) -> dict[str, Any]:
    """A picture as plain JSON, checked against its shape."""
    shapes: dict[str, type[Shape]] = {
        "number": Number,
        "bar": Bar,
        "line": Line,
        "pie": Pie,
        "table": Table,
        "waterfall": Waterfall,
    }
    made = shapes[kind].model_validate({"type": kind, "title": title, **parts})
    return made.model_dump(mode="json", exclude_unset=True)
