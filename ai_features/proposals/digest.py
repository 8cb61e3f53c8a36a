"""In the evening: what was done for the shop by its standing approvals."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterator

from ai_features.models import CustomerMessage, Proposal
from ai_features.proposals.automations import done_on
from ai_features.services.notices import messages
from ai_features.services.slots.written import counted
from common import clock, isolated_work, money

EVENING = dt.time(19)
Kind, State, Status = Proposal.Kind, Proposal.State, CustomerMessage.Status


def send_due() -> Iterator[str]:
    """From 19:00 on, once a day, one message to each business for which something was done; yields their ids."""
    if clock.now().astimezone(clock.ACCRA).time() < EVENING:
        return iter(())
    since = clock.start_of(clock.today())
    touched = Proposal.objects.filter(by_automation=True, steps__at__gte=since).exclude(state__in=Proposal.OPEN)
    ids = list(touched.order_by("business_id").values_list("business_id", flat=True).distinct())
    return isolated_work.each(ids, _send, name="digests")


def _send(business_id: uuid.UUID) -> str | None:
    day = clock.today()
    text = written(done_on(business_id, day))
    subject = "What was done for you today"
    is_new = bool(text) and messages.queue(business_id, key=f"digest:{day}", subject=subject, text=text)
    return str(business_id) if is_new else None


def written(done: list[Proposal]) -> str:
    """The day in a few sentences, without names: those are in the app."""
    executed = [each for each in done if each.state == State.EXECUTED]
    reminded = [each.message for each in executed if each.kind == Kind.REMINDER]
    went = [each for each in reminded if each.status not in (Status.FAILED, Status.UNCERTAIN)]
    asked = sum((each.proposal.amount or money.ZERO for each in went), money.ZERO)
    orders = [each for each in executed if each.kind == Kind.PURCHASE_ORDER]
    parts = []
    if went:
        parts.append(f"{counted(len(went), 'reminder')} sent, about {money.written(asked)}.")
    if lost := len(reminded) - len(went):
        parts.append(f"{counted(lost, 'reminder')} did not get there for sure.")
    if orders:
        parts.append(f"{counted(len(orders), 'order')} sent to suppliers.")
    states = Counter(each.state for each in done)
    for state, words in (
        (State.WITHDRAWN, "withdrawn, as things changed"),
        (State.UNDONE, "taken back by you"),
        (State.EXPIRED, "not done in time"),
    ):
        if states[state]:
            parts.append(f"{states[state]} {words}.")
    return " ".join(parts)
