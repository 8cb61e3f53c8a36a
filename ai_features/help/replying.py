"""One message to help, answered: by a card, by the account, by three cards to choose from, or by a person."""

import re
import time
import uuid
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from ai_features.errors import AIDisabled
from ai_features.help import account, tickets
from ai_features.help.cards import Card, cards
from ai_features.help.finding import OFFERED, Match, index, is_same, is_sure, worth_offering
from ai_features.models import AITransaction, Outcome
from ai_features.queries import features
from ai_features.services import AIBillingService, conversations
from ai_features.services.billing import UsageRecord
from ai_features.services.query_intelligence import QueryIntelligenceService
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.sharing import limits
from common import money
from common.tenancy import MANAGEMENT, Caller, Role

KEY = "support_chat"
EVERY = 1000
MESSAGES_A_DAY = 100
"""For a business, unless staff set another limit."""
_NOTHING = "I have no answer to that. Say it in other words, or write “human” and a person will answer you by email."
_ANOTHER_MATTER = (
    "I only know this app, your account and how things are done with them. If that is what you mean, say it in other"
    " words, or write “human” and a person will answer you by email."
)
_SEEING = (
    r"(?:know|see|find out|check|view|look|compare|understand|hear|ask|tell|show|read|learn|do|perform|fare|stand)\b"
)
_PLACES = "put|press|click|enter|record|write|go|buy|type|pay|key"
_DOING = re.compile(
    r"\W*(?:(?:please|pls|abeg|hi|hello|good \w+|now|so|ok(?:ay)?)\W+)*(?:"
    rf"(?:i|we)(?:'d| would)? (?:want|wish|need|like|have|am trying|are trying) to (?!{_SEEING})"
    rf"|let (?:me|us) (?!{_SEEING})"
    rf"|(?:how (?:do|can|should)|can|could|may) (?:i|we) (?!{_SEEING})"
    rf"|how to (?!{_SEEING})"
    rf"|.*\bwhere (?:do|can|should|must) (?:i|we) (?:{_PLACES})\b)"
)
_OF_ACCOUNT = re.compile(r"(?<!on )\bcredits\b|\bcredit (?:price|pack|balance)|\btop[ -]?up\b|\badd-?on\b")
_TICKET = {
    tickets.Reason.MONEY: "Our staff have this now, with the state of your payments. They answer by email.",
    tickets.Reason.DATA: "Our staff have this now and look into it at once. They answer by email.",
    tickets.Reason.PERSON: "A person will answer you by email.",
    tickets.Reason.NOT_ANSWERED: "I could not help twice, so our staff have your question now. They answer by email.",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said, the cards behind it or to choose from, and what can be pressed."""

    text: str
    cards: tuple[Card, ...] = ()
    choices: tuple[Card, ...] = ()
    action: dict[str, Any] | None = None
    reason: tickets.Reason | None = None
    ticket_id: uuid.UUID | None = None
    missed: bool = False
    conversation_id: uuid.UUID = field(default_factory=uuid.uuid4)


def reply(
    caller: Caller, message: str, *, conversation_id: uuid.UUID | None = None, card: str = ""
) -> tuple[Reply, AITransaction]:
    """The reply and its request as logged. `card` is the id of a card that was offered.

    Raises `RateLimited`, `AIDisabled` where staff switched help off, `NotFound` for another person's conversation.
    """
    started = time.monotonic()
    _count(caller)
    missed_before = conversation_id is not None and _missed(caller, conversation_id)
    said = _by_card(caller, card) if card else _reply(caller, message)
    if said.missed and missed_before:
        said = _to_staff(tickets.Reason.NOT_ANSWERED)
    said = replace(said, conversation_id=conversation_id or said.conversation_id)
    with transaction.atomic():
        row = AIBillingService.record_free(
            business_id=caller.business_id, user_id=caller.user_id, feature=KEY, record=_record(said, started)
        )
        _keep(caller, message or card, said, opens=conversation_id is None, row=row)
        if said.reason:
            ticket = tickets.open_ticket(
                caller, reason=said.reason, message=message, conversation_id=said.conversation_id
            )
            said = replace(said, ticket_id=ticket.pk)
    return said, row


def _reply(caller: Caller, message: str) -> Reply:
    if reason := tickets.urgent(message):
        return _to_staff(reason)
    every = index().find(message, EVERY)
    if said := _for_others(caller.role, every):
        return said
    found = [match for match in every if caller.role in match.card.roles][: OFFERED + 1]
    if is_sure(found) and (found[0].card.live or is_same(found[0])):
        return _by_first(caller, found)
    if caller.role in MANAGEMENT and not is_of_the_app(message) and _asks_figures(caller, message):
        return _to_questions(caller, message, found)
    return _by_first(caller, found) if is_sure(found) else _offered(found) or _nothing(found)


def _nothing(found: list[Match]) -> Reply:
    """What is about something else altogether is no question that staff should see."""
    is_other = bool(found) and found[0].is_other
    return Reply(_ANOTHER_MATTER if is_other else _NOTHING, missed=not is_other)


def _by_first(caller: Caller, found: list[Match]) -> Reply:
    near = worth_offering(found[1:OFFERED])
    return replace(_told(caller, found[0].card), choices=tuple(each.card for each in near))


def _told(caller: Caller, card: Card) -> Reply:
    live = f"{account.LIVE[card.live](caller)} " if card.live else ""
    return Reply(f"{live}{card.told()}".strip(), cards=(card,))


def _by_card(caller: Caller, card_id: str) -> Reply:
    card = next((each for each in cards() if each.id == card_id and caller.role in each.roles), None)
    return _told(caller, card) if card else Reply(_NOTHING, missed=True)


def _offered(found: list[Match]) -> Reply | None:
    near = tuple(match.card for match in worth_offering(found))
    return Reply("Did you mean one of these?", choices=near, missed=True) if near else None


def _for_others(role: Role, found: list[Match]) -> Reply | None:
    """What others may do and this person may not."""
    if not is_sure(found) or role in found[0].card.roles:
        return None
    whom = "an owner" if found[0].card.roles == (Role.OWNER,) else "an owner or a manager"
    return Reply(f"“{found[0].card.title}” is for {whom}. Please ask one of them.")


def is_of_the_app(message: str) -> bool:
    """Whether a message asks how something is done, or about credits, and so for no figure of the shop.

    "I want to return goods", "can I pay by card", "where do I put the count", "is VAT in the price of a top up".
    """
    text = message.casefold().replace("\u2019", "'")
    return bool(_DOING.match(text) or _OF_ACCOUNT.search(text))


def _asks_figures(caller: Caller, message: str) -> bool:
    return isinstance(QueryIntelligenceService(caller.business_id).by_rules(message), Understood)


def _to_questions(caller: Caller, message: str, found: list[Match]) -> Reply:
    """The question with its price, beside the card of the screen that shows it, or cards to choose from."""
    price = money.written_quantity(features.price("natural_language_query"))
    action = {
        "label": f"Ask it for {price} credits",
        "method": "POST",
        "path": "/ai/api/query/",
        "body": {"query": message},
    }
    asked = f"That is a question about your shop's figures. Ask it for {price} credits."
    if is_sure(found):
        said = _by_first(caller, found)
        return replace(said, text=f"{asked} Or see it yourself: {said.text}", action=action)
    return Reply(asked, choices=tuple(each.card for each in worth_offering(found)), action=action)


def _to_staff(reason: tickets.Reason) -> Reply:
    return Reply(_TICKET[reason], reason=reason)


def _count(caller: Caller) -> None:
    row = features.setting(KEY)
    if not row.enabled:
        raise AIDisabled("Help is switched off for now.")
    day = MESSAGES_A_DAY if row.per_day is None else row.per_day
    own = [(limits.MINUTE, row.per_minute), (limits.HOUR, row.per_hour), (limits.DAY, day)]
    limits.count(caller.business_id, limits.windows(KEY, own))


def _missed(caller: Caller, conversation_id: uuid.UUID) -> bool:
    states = conversations.last_states(caller, conversation_id)
    return bool(states) and bool(states[0].get("missed"))


def _record(said: Reply, started: float) -> UsageRecord:
    outcome = Outcome.QUESTION_BACK if said.missed else Outcome.ANSWERED
    return UsageRecord(outcome=outcome, milliseconds=round((time.monotonic() - started) * 1000))


def _keep(caller: Caller, asked: str, said: Reply, *, opens: bool, row: AITransaction) -> None:
    """The turn, with the card in place of an answer that may hold figures and names."""
    shown = ", ".join(card.title for card in (*said.cards, *said.choices)) or said.text
    conversations.add_turn(
        caller,
        conversation_id=said.conversation_id,
        opens=opens,
        feature=KEY,
        asked=asked,
        answered=shown,
        state={"missed": said.missed},
        transaction_id=row.pk,
    )
