"""How the answers of reports look in JSON, for the page of the API: made from the same names as the figures."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Any

from drf_spectacular.plumbing import list_hash
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
    create_model,
)
from pydantic_core.core_schema import CoreSchema, literal_schema

from common.api import ERROR_CODE
from reports.habits import MONTHS, WEEKDAYS
from reports.metrics import METRICS, Unit
from reports.report import Report
from sales.models import Customer


def _written(value: Any) -> Any:
    return str(value) if isinstance(value, uuid.UUID) else value


class OneOf:
    """In `Annotated[str, OneOf(values)]`: one of the values, or choices, that something else of ours knows."""

    def __init__(self, values: Iterable[str | tuple[str, Any]]) -> None:
        self.choices = [(each, each) if isinstance(each, str) else each for each in values]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return literal_schema([value for value, _ in self.choices])

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """By its id drf-spectacular knows the same choices elsewhere."""
        return {**handler(schema), "x-spec-enum-id": list_hash(self.choices)}


Money = Annotated[str, WithJsonSchema({"type": "string", "format": "decimal"})]
Quantity = Annotated[str, WithJsonSchema({"type": "string", "format": "decimal"})]
Id = Annotated[str, BeforeValidator(_written), WithJsonSchema({"type": "string", "format": "uuid"})]
ErrorCode = Annotated[str, WithJsonSchema(ERROR_CODE)]
Weekday = Annotated[str, OneOf(WEEKDAYS)]
Month = Annotated[str, OneOf(MONTHS)]
Language = Annotated[str, OneOf(Customer.Language.choices)]
DRIVER_KINDS = (
    *("price", "cost", "volume", "mix"),
    *("new", "back", "kept", "lost", "walk_in"),
    *("product", "category", "storefront", "other"),
)
"""Effects, kinds of customers, and what is named, of `reports.change`."""
DriverKind = Annotated[str, OneOf(DRIVER_KINDS)]
_OF_UNIT: dict[Unit, Any] = {
    Unit.MONEY: Money,
    Unit.PERCENT: float,
    Unit.COUNT: int,
    Unit.DAYS: int,
    Unit.UNITS: Quantity,
}
_NOTHING: Any = defaultdict(Decimal)


def _plainly(schema: dict[str, Any]) -> None:
    """A field that may be missing is not one that is null, and its name is title enough."""
    schema.pop("title", None)
    for field in schema.get("properties", {}).values():
        field.pop("title", None)
        if field.get("default", "") is None:
            del field["default"]


class Shape(BaseModel):
    """A JSON object with these fields and no others. A field with the default None may be missing."""

    model_config = ConfigDict(extra="forbid", serialize_by_alias=True, json_schema_extra=_plainly)


class ReportPeriod(Shape):
    """Days, both included."""

    since: dt.date = Field(alias="from")
    to: dt.date
    days: int
    storefront_id: Id | None


class ChangeDriver(Shape):
    """A part of a change; all of them sum to it."""

    kind: DriverKind
    name: str
    change: Money
    share: float | None = Field(description="Percent of the change.")


def shape(name: str, /, *metrics: str, **fields: Any) -> type[Shape]:
    """An object of some fields and the figures of metrics, as `figures` writes them.

    A field is a type, or a pair of a type and None where it may be missing.
    """
    named: dict[str, Any] = {key: of if isinstance(of, tuple) else (of, ...) for key, of in fields.items()}
    columns: dict[str, Any] = {key: _of_metric(key) for key in metrics}
    return create_model(name, __base__=Shape, **named, **columns)


def many(of: type[BaseModel]) -> Any:
    """The type of a list of them."""
    return list.__class_getitem__(of)


def _of_metric(key: str) -> tuple[Any, Any]:
    """Null only where there may be nothing to divide by, as where nothing was sold."""
    metric = METRICS[key]
    kind = _OF_UNIT[metric.unit]
    about = Field(description=f"{metric.title}: {metric.definition}.")
    return (kind | None if metric.value(_NOTHING) is None else kind), about


def whole(report: Report, **more: Any) -> type[Shape]:
    """The answer of a report, its comparison included, and what else may stand in it."""
    name = f"{''.join(part.title() for part in report.key.split('_'))}Report"
    changes = shape(f"{name}Changes", **dict.fromkeys(report.totals.model_fields, (float | None, None)))
    compared = shape(
        f"{name}Comparison", period=ReportPeriod, of=(ReportPeriod, None), summary=report.totals, change_percent=changes
    )
    optional = {
        key: of if isinstance(of, tuple) else (of, None) for key, of in {"comparison": compared, **more}.items()
    }
    return shape(name, summary=report.totals, results=many(report.row), period=ReportPeriod, **optional)
