"""What can come of reading a question: a plan, a question back, a refusal, small talk, or words left over."""

from dataclasses import dataclass

from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.price_tries import PriceTry
from ai_features.services.query_intelligence.reading.lexicon import rows


@dataclass(frozen=True)
class Understood:
    """A plan and how sure the reading is, from 0 to 1. `read_as`: the question it was taken for, by example."""

    plan: Plan
    confidence: float
    read_as: str = ""


@dataclass(frozen=True)
class AskBack:
    """The question can mean several things: two or three full questions to choose from.

    Where it names somebody by `words` that several people bear, the choices are the names of these. `subject`: what was
    named without a figure, as its sales, for the question that follows.
    """

    text: str
    choices: tuple[str, ...]
    words: tuple[str, ...] = ()
    subject: Plan | None = None


@dataclass(frozen=True)
class Refused:
    """Cannot be answered, and why, with what can be asked instead. `reason` is "talk:hello" for small talk.

    `tries`: prices of which it was asked what they would do, which the price advice answers.
    """

    text: str
    instead: tuple[str, ...] = ()
    reason: str = "not_answerable"
    tries: tuple[PriceTry, ...] = ()


@dataclass(frozen=True)
class Unsure:
    """The rules do not understand these words; a model may. Without one it is the refusal in `otherwise`.

    `near`: plans, in words, of readings that are too far-fetched to be answered without asking.
    """

    words: tuple[str, ...]
    otherwise: Refused
    near: tuple[str, ...] = ()


Reading = Understood | AskBack | Refused | Unsure


def refused(reason: str, text: str = "") -> Refused:
    """The refusal for a reason, as `refusals.tsv` words it, or with another text."""
    said, *instead = _REFUSALS.get(reason, _REFUSALS["not_understood"])
    return Refused(text or said, tuple(instead), reason)


def asked(about: str) -> AskBack | None:
    """The question back for a figure named alone, as `refusals.tsv` has it."""
    found = _REFUSALS.get(f"ask:{about}")
    return AskBack(found[0], tuple(found[1:])) if found else None


_REFUSALS = dict(rows("refusals", between=" / "))
