"""One slot: a figure, date or name with its id, its value and the form in which people read it."""

import enum
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field


class Kind(enum.StrEnum):
    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    CHANGE = "change"
    DATE = "date"
    PERIOD = "period"
    DAYS = "days"
    RANK = "rank"
    PERSON = "person"
    NAME = "name"
    LIST = "list"


SLOT_ID = "the id of a slot"
SlotId = Annotated[str, SLOT_ID, Field(description=SLOT_ID)]
"""In a schema of words: a choice among the slots, not a text."""


class SlotError(Exception):
    """The text breaks a rule; `problems` says which, in sentences that can be told to the model."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


@dataclass(frozen=True, slots=True)
class Slot:
    """`written` goes into the answer, `shown` to the model; `of` is the id of the name a figure belongs to."""

    id: str
    kind: Kind
    value: Any
    written: str
    shown: str
    of: str = ""
    unit: str = ""
    searched: bool = False
    """Whether `shown` was searched for people already."""

    @property
    def group(self) -> str:
        """Names compete with names for a figure, periods with periods."""
        return "period" if self.kind in (Kind.PERIOD, Kind.DATE) else "name"
