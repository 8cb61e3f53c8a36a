"""What a shop chose before: the same words are read as that question from then on."""

import hashlib
import uuid
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from ai_features.models import OfferedQuestion
from ai_features.services import privacy
from ai_features.services.query_intelligence.choices.offering import Choice
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.tokens import tokenise
from common import clock
from common.errors import NotFound
from common.tenancy import Caller


def phrase_of(text: str) -> str:
    """A hash of the words of a text, however they are spaced and whatever their case."""
    return hashlib.sha256(" ".join(token.word for token in tokenise(text)).encode()).hexdigest()


def learned_question(business_id: uuid.UUID, text: str) -> str | None:
    """The question that this shop chose for these words; None when it has not."""
    chosen = OfferedQuestion.objects.of(business_id).filter(phrase=phrase_of(text), chosen_at__isnull=False)
    return chosen.exclude(question="").order_by("-chosen_at").values_list("question", flat=True).first()


def keep_offered(caller: Caller, text: str, offered: Sequence[Choice], *, seed: str) -> None:
    """Keep what was offered for a text, people in it replaced, so that one can be chosen by its id."""
    if not offered:
        return
    said = privacy.redact(caller.business_id, (text,), seed=seed).texts[0]
    OfferedQuestion.objects.bulk_create(
        OfferedQuestion(
            id=each.id,
            business_id=caller.business_id,
            user_id=caller.user_id,
            phrase=phrase_of(text),
            asked=said,
            question="" if each.plan.names_people else each.question,
            plan=each.plan.with_people(lambda one: "").model_dump(mode="json"),
        )
        for each in offered
    )


def offered_question(caller: Caller, choice_id: uuid.UUID) -> tuple[str, Plan]:
    """The words that were not clear and the plan offered for them. Raises `NotFound` for anyone else's."""
    row = OfferedQuestion.objects.of(caller.business_id).filter(pk=choice_id, user_id=caller.user_id).first()
    if row is None:
        raise NotFound("There is no such choice.")
    plan = kept_plan(row.plan)
    if plan is None:
        raise NotFound("This choice can no longer be used; please ask again.")
    return row.question or row.asked, plan


def kept_plan(kept: Any) -> Plan | None:
    """A plan that was kept; None when it is of an older release that wrote plans in another form."""
    try:
        return Plan.model_validate(kept)
    except ValidationError:
        return None


def choose(caller: Caller, choice_id: uuid.UUID) -> None:
    """Note that an offered question was chosen."""
    OfferedQuestion.objects.of(caller.business_id).filter(pk=choice_id).update(chosen_at=clock.now())
