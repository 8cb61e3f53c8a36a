"""Conversations: found again by their owner, and each question with its answer kept, names as slots."""

import uuid
from typing import Any

from django.db import transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from ai_features.models import Conversation, Turn
from ai_features.services import privacy
from common import clock, errors, statements
from common.tenancy import Caller

MOST_TURNS = 8
"""How far back a turn can lean."""


def of_person(caller: Caller) -> QuerySet[Conversation]:
    """The conversations of this person in this business."""
    return Conversation.objects.of(caller.business_id).filter(user_id=caller.user_id)


def listed(caller: Caller) -> QuerySet[Conversation]:
    """The same as they are listed: the latest first, with `number_of_turns` and the first question as `title`."""
    first = Turn.objects.filter(conversation=OuterRef("pk")).order_by("at", "id").values("asked")[:1]
    title = Coalesce(Subquery(first), Value(""), output_field=TextField())
    return of_person(caller).annotate(number_of_turns=Count("turns"), title=title).order_by("-updated_at", "-id")


def find_conversation(caller: Caller, conversation_id: uuid.UUID) -> Conversation:
    """A conversation of this person in this business; raises `NotFound` for anyone else's."""
    found = of_person(caller).filter(pk=conversation_id).first()
    if found is None:
        raise errors.NotFound("There is no such conversation.")
    return found


def delete(caller: Caller, conversation_id: uuid.UUID) -> None:
    """Delete a conversation of this person with its turns. Raises `NotFound`."""
    find_conversation(caller, conversation_id).delete()


def last_states(caller: Caller, conversation_id: uuid.UUID) -> list[dict[str, Any]]:
    """What the last turns of a conversation left for the next, the latest first; what was not answered left nothing."""
    conversation = find_conversation(caller, conversation_id)
    states = conversation.turns.order_by("-at", "-id").values_list("state", flat=True)
    return [state for state in states[:MOST_TURNS] if state]


def add_turn(
    caller: Caller,
    *,
    conversation_id: uuid.UUID,
    opens: bool,
    feature: str,
    asked: str,
    answered: str,
    state: dict[str, Any],
    transaction_id: uuid.UUID | None = None,
) -> None:
    """Keep a question, people in it replaced, and its answer with its slots unfilled; `opens` a new conversation.

    Raises `NotFound` where it continues one that is not there, or is another person's.
    """
    redacted = privacy.redact(caller.business_id, (asked,), seed=str(conversation_id)).texts[0]
    now = clock.now()
    with transaction.atomic(), statements.together():
        if opens:
            key = {"pk": conversation_id, "business_id": caller.business_id, "user_id": caller.user_id}
            statements.insert(Conversation(**key, feature=feature, updated_at=now))
        else:
            conversation = find_conversation(caller, conversation_id)
            Conversation.objects.filter(pk=conversation.pk).update(updated_at=now)
        statements.insert(
            Turn(
                conversation_id=conversation_id,
                asked=redacted,
                answered=answered,
                state=state,
                transaction_id=transaction_id,
                at=now,
            )
        )
