"""Reading by example: the question of the bank that is asked most nearly so, with the names and days that were said."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ai_features.services.query_intelligence.answering import plan_in_words
from ai_features.services.query_intelligence.choices.bank import Question, bank, likely
from ai_features.services.query_intelligence.choices.examples import Likely, trunk
from ai_features.services.query_intelligence.choices.masked import Masked, masked
from ai_features.services.query_intelligence.names import Index
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.outcome import AskBack, Reading, Refused, Understood, Unsure

Read = Callable[[str], Reading]
_SAYS_A_NAME, _LEAVES_A_NAME = 0.05, 0.1
_TRIED, _TRIED_SURELY = 10, 3
"""How many questions are read by the rules at most, to offer three and to answer one."""
NEAR_ENOUGH, AHEAD = 0.6, 0.15
"""How near a way of asking must be, and how far behind it the next question; set on suites seen before."""
NEAR_AMONG, AHEAD_AMONG = 0.4, 0.1
"""The same where the rules have several readings, and the example must be one of these."""
AS_GOOD_AS_SAID = 0.9
"""How near it must be to set another reading beside that of the rules."""
CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class Example:
    """A question of the bank with what was said put in, as the rules read it; `left` names are not in it."""

    question: str
    plan: Plan
    score: float
    nearest: float
    left: bool
    unsaid: tuple[str, ...]


def second_look(text: str, reading: Reading, index: Index, read: Read) -> Reading:
    """What examples make of a question: one that the rules do not know is read, one they read otherwise is asked about.

    Of several readings of the rules they may choose one. `read` reads by rules alone.
    """
    if isinstance(reading, Refused):
        return reading
    near, ahead = (NEAR_AMONG, AHEAD_AMONG) if isinstance(reading, AskBack) else (NEAR_ENOUGH, AHEAD)
    near = AS_GOOD_AS_SAID if isinstance(reading, Understood) else near
    found = surely(masked(text, index), read, near, ahead)
    if not found:
        return reading
    if isinstance(reading, Unsure) or (isinstance(reading, AskBack) and _is_among(found.plan, reading.choices, read)):
        return Understood(found.plan, CONFIDENCE, found.question)
    if isinstance(reading, AskBack):
        return reading
    if not _asks_otherwise(found.plan, reading.plan):
        return reading
    meant = plan_in_words(reading.plan), found.question
    return AskBack(f"Do you mean: {meant[0]}, or: {meant[1]}", meant)


def surely(asked: Masked, read: Read, near: float = NEAR_ENOUGH, ahead: float = AHEAD) -> Example | None:
    """The question that is meant: near, far ahead of others, with every name, day, number and telling word in it."""
    ranked = _ranked(asked)
    if asked.full or not ranked or ranked[0].nearest < near:
        return None
    found = _read_whole(ranked[:_TRIED_SURELY], asked, read, leaving=False)
    first = next(found, None)
    if not first or first.left or first.unsaid or first.nearest < near:
        return None
    second = next(found, None)
    return first if not second or second.score + ahead <= first.score else None


def _is_among(plan: Plan, questions: Sequence[str], read: Read) -> bool:
    """Whether one of the questions asks for the very same."""
    readings = (read(each) for each in questions)
    return any(isinstance(each, Understood) and each.plan.as_asked() == plan.as_asked() for each in readings)


def _asks_otherwise(one: Plan, other: Plan) -> bool:
    """Whether two plans ask for different figures, or for these of different things."""
    return (one.metric, _told_by(one), one.segments, one.share, one.why) != (
        other.metric,
        _told_by(other),
        other.segments,
        other.share,
        other.why,
    )


def _told_by(plan: Plan) -> set[str]:
    """What it is cut by: stock by product, of one product, is its stock."""
    single = {each.dimension for each in plan.filters if len(each.values) == 1 and not each.exclude}
    return set(plan.dimensions) - single


def examples(asked: Masked, read: Read) -> Iterator[Example]:
    """Questions that may be meant, the likeliest first, each of another plan."""
    return _read_whole(_ranked(asked)[:_TRIED], asked, read)


def _ranked(asked: Masked) -> list[Likely]:
    """Questions of the bank whose names are said, the likeliest first."""
    kinds = asked.names.keys() - {"days", "number"}
    fitting = [each for each in likely(asked.words) if bank()[each.place].holes - {"days"} <= asked.names.keys()]
    return sorted(fitting, key=lambda each: -each.score - _fit(bank()[each.place], kinds))


def _read_whole(ranked: Sequence[Likely], asked: Masked, read: Read, *, leaving: bool = True) -> Iterator[Example]:
    """Those that the rules read whole, each of another plan; `leaving`: without some names where not with all."""
    seen: list[Plan] = []
    for each in ranked:
        found = _filled(bank()[each.place], asked, each, read, leaving=leaving)
        if found and (plan := found.plan.as_asked()) not in seen:
            seen.append(plan)
            yield found


def _fit(question: Question, kinds: set[str]) -> float:
    """Better for each name that is said in it, worse for each that is left out."""
    return _SAYS_A_NAME * len(kinds & question.holes) - _LEAVES_A_NAME * len(kinds - question.holes)


def _filled(question: Question, asked: Masked, each: Likely, read: Read, *, leaving: bool) -> Example | None:
    """The question with every name and day in it that it can take, if the rules read it whole."""
    over = {kind: name for kind, name in asked.names.items() if kind not in question.holes and kind != "number"}
    unused = "number" in asked.names and "number" not in question.holes
    for more in [over, {}] if over and leaving else [over]:
        text = question.filled(asked.names, more)
        reading = read(text)
        if isinstance(reading, Understood):
            unsaid = tuple(word for word in asked.said if trunk(word) not in question.trunks)
            left = asked.full or unused or more != over or (asked.turns and bool(more.keys() - {"days"}))
            return Example(text, reading.plan, each.score, each.nearest, left, unsaid)
    return None
