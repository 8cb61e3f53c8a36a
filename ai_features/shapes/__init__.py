"""The parts of an answer that every AI feature shares, as JSON."""

from pydantic import Field

from reports.shapes import ErrorCode, Id, Shape


class Charge(Shape):
    """What every AI answer says of itself."""

    credits_used: float
    balance: float = Field(description="Credits left.")
    cached: bool
    degraded: bool = Field(description="Worded without the model, which could not be reached: right, plainer, free.")
    model: str = Field(description="`offline` for wording of our own.")
    processing_time_ms: int
    transaction_id: Id | None


class Sentence(Shape):
    text: str


class Refused(Shape):
    """Why the AI part of an answer is missing; the rest of it is whole."""

    error: ErrorCode
    message: str


CHARGED = {name: (field.annotation, None) for name, field in Charge.model_fields.items()}
"""The same fields where they stand only if something was asked of a feature."""
