"""What can come of reading a question: a plan, a question back, a refusal, or words left over."""

from dataclasses import dataclass

from ai_features.services.query_intelligence.plan import Plan


@dataclass(frozen=True)
class Understood:
    """A plan and how sure the reading is, from 0 to 1."""

    plan: Plan
    confidence: float


@dataclass(frozen=True)
class AskBack:
    """The question can mean several things: two or three full questions to choose from."""

    text: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """Cannot be answered, and why, with what can be asked instead."""

    text: str
    instead: tuple[str, ...] = ()
    reason: str = "not_answerable"


@dataclass(frozen=True)
class Unsure:
    """The rules do not know these words; a model may. Without one it is the refusal in `otherwise`."""

    words: tuple[str, ...]
    otherwise: Refused


Reading = Understood | AskBack | Refused | Unsure
