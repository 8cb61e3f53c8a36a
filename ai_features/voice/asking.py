"""A spoken question: permitted, heard, and run where its reading is sure; else shown to be confirmed, free."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings

from ai_features import engine
from ai_features.errors import AIDisabled, AIServiceError, ConsentRequired, InsufficientCredits
from ai_features.features import questions
from ai_features.models import BusinessAISettings, Outcome
from ai_features.queries import features as feature_queries
from ai_features.request import OFFLINE
from ai_features.services import consent, prometheus
from ai_features.services.billing import AIBillingService, UsageRecord
from ai_features.services.model import transcribe
from ai_features.services.model.prices import ghs
from ai_features.services.privacy import redact
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.sharing import limits
from ai_features.voice.recording import LONGEST_SECONDS, Recording
from common import money
from common.errors import InvalidInput
from common.tenancy import Caller
from inventory.queries import names_of_goods

KEY = questions.SPOKEN
MOST_KEYWORDS = 100
FASTEST = 6
"""Words a second; more is noise that was taken for words."""
SURE = 0.95
AGAIN = "We could not hear a question. Please say it again, close to the phone."
ENGLISH_ONLY = "We understand spoken English only for now. Please say it in English, or write it."
CONFIRM = "Is this what you asked? Send it as a question if it is."
_NOT_SPOKEN = re.compile(r"[^\w\s.,?!%&'’\"()/:+-]|_")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was heard, and the answer where it was run: the whole body of `query/`."""

    heard: str
    message: str = ""
    answer: dict[str, Any] | None = None


def ask(caller: Caller, recording: Recording, inputs: Mapping[str, Any], *, key: str = "") -> Spoken:
    """Hear a recording and answer it.

    Our cost of hearing is booked by its length, whatever comes of it; the business pays for the answer alone. Raises
    `ConsentRequired`, `AIDisabled`, `InsufficientCredits`, `BudgetExceeded`, `RateLimited`, `AIServiceError`,
    `InvalidInput` for a recording that is too long.
    """
    _allowed(caller)
    keywords = _keywords(caller)
    heard = _heard(caller, recording, keywords)
    said = " ".join(_NOT_SPOKEN.sub(" ", heard.text).split())[: questions.LONGEST]
    if problem := _problem(said, heard, keywords):
        return Spoken("" if problem == AGAIN else said, problem)
    asked = {**inputs, "query": said}
    if not _is_sure(caller, asked):
        return Spoken(said, CONFIRM)
    return Spoken(said, answer=engine.run(questions.FEATURE, caller, asked, key=key))


def _allowed(caller: Caller) -> None:
    """Roles, both consents, switches, limits, and credits for the answer: nothing is heard that cannot be answered."""
    caller.require(*questions.FEATURE.roles)
    standing = feature_queries.for_business(KEY, caller.business_id)
    consent.check(standing.own)
    _check_voice(standing.own)
    if not standing.row.enabled:
        raise AIDisabled("This AI feature is switched off for now.")
    if settings.AI_PROVIDER == OFFLINE:
        raise AIServiceError("Questions by voice need the AI provider, which is not set up here.")
    credits = AIBillingService.check_credits(caller.business_id, questions.FEATURE.key)
    if not credits["has_credits"]:
        raise InsufficientCredits(available=credits["current_balance"], required=credits["required"])
    row = standing.row
    own = [(limits.MINUTE, row.per_minute), (limits.HOUR, row.per_hour), (limits.DAY, row.per_day)]
    limits.count(caller.business_id, limits.windows(KEY, own))


def _check_voice(own: BusinessAISettings | None) -> None:
    if own is None or own.voice_agreed_at is None:
        raise ConsentRequired("An owner must first agree to questions by voice, in the AI settings.")


def _keywords(caller: Caller) -> list[str]:
    """Names of goods that the recording may hold; none in which a person is named."""
    names = names_of_goods(caller.business_id, MOST_KEYWORDS)
    seen = redact(caller.business_id, names).texts
    return [name for name, left in zip(names, seen, strict=True) if name == left]


def _heard(caller: Caller, recording: Recording, keywords: list[str]) -> transcribe.Heard:
    """Under a hold that reserves the worst cost in the budgets and no credits."""
    placed = AIBillingService.hold(
        business_id=caller.business_id,
        user_id=caller.user_id,
        feature=KEY,
        credits=money.ZERO,
        worst_cost_ghs=ghs(transcribe.usd(recording.most_seconds)),
    )
    try:
        heard = transcribe.hear(recording.name, recording.content, recording.content_type, keywords=keywords)
    except transcribe.NotHeard as failure:
        seconds = recording.most_seconds if failure.is_charged else 0
        AIBillingService.release(placed.pk, record=_record(Outcome.FAILED, seconds, error=failure.reason))
        raise AIServiceError from failure
    except BaseException as broken:
        AIBillingService.release(
            placed.pk, record=_record(Outcome.FAILED, recording.most_seconds, error=type(broken).__name__)
        )
        raise
    seconds = recording.most_seconds if heard.seconds is None else heard.seconds
    AIBillingService.settle(placed.pk, record=_record(Outcome.ANSWERED, seconds))
    if heard.seconds is not None and heard.seconds > LONGEST_SECONDS + 1:
        raise InvalidInput.field("audio", f"Speak for at most {LONGEST_SECONDS} seconds.")
    return heard


def _record(outcome: Outcome, seconds: float, *, error: str = "") -> UsageRecord:
    """Neither the recording nor what was said is kept."""
    cost = transcribe.usd(seconds)
    model: str = settings.AI_TRANSCRIBE_MODEL
    prometheus.cost.labels(KEY, model).inc(float(ghs(cost)))
    price = {"hour": str(settings.AI_TRANSCRIBE_USD_PER_HOUR)}
    return UsageRecord(
        outcome=outcome, model=model, unit_price=price, cost_usd=Decimal(cost), cost_ghs=ghs(cost), error=error
    )


def _problem(said: str, heard: transcribe.Heard, keywords: list[str]) -> str:
    """Why this is asked again: silence, noise, our own keywords given back, or another language."""
    words = said.split()
    if not any(letter.isalpha() for letter in said) or (heard.seconds and len(words) > FASTEST * heard.seconds):
        return AGAIN
    if _is_copied(said, keywords):
        return AGAIN
    if heard.languages and "en" not in {code.split("-")[0] for code in heard.languages}:
        return ENGLISH_ONLY
    return ""


def _is_copied(said: str, keywords: list[str]) -> bool:
    """Whether all of it is names from the list that was sent along, as a model gives back when it heard nothing."""
    rest = f" {said.lower()} "
    copied = [name for name in sorted(keywords, key=len, reverse=True) if name.lower() in rest]
    for name in copied:
        rest = rest.replace(name.lower(), " ")
    return len(copied) > 1 and not any(letter.isalnum() for letter in rest)


def _is_sure(caller: Caller, asked: Mapping[str, Any]) -> bool:
    """Whether the rules read all of it, and no person is named: a name is easily misheard."""
    reading = questions.read_question(caller, asked)
    return isinstance(reading, Understood) and reading.confidence >= SURE and not reading.plan.names_people
