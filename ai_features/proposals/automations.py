"""Standing approvals: a yes given once to proposals of one kind, within bounds, and taken back by one switch."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction

from accounts.models import Membership
from accounts.services import audit
from ai_features.models import Automation, Proposal, SendingDay
from ai_features.models.proposals import MOST_A_DAY
from ai_features.proposals import limits
from ai_features.proposals.deciding import agree, end, keep, locked, open_of
from ai_features.proposals.from_card import drafts_of_the_plan
from ai_features.proposals.kinds import purchase_order, reminder
from common import clock, errors, isolated_work, whatsapp
from common.tenancy import MANAGEMENT, Caller, Role
from reports import collecting
from reports.reorder import Wish
from reports.reorder.drafts import draft_orders
from sales.models import CollectionNote, Customer

Kind, State = Proposal.Kind, Proposal.State
UNSEEN = "Agreed to by a standing yes."


def automations(business_id: uuid.UUID) -> list[Automation]:
    """One of each kind that can be automated, off where nothing was said."""
    there = {row.kind: row for row in Automation.objects.of(business_id).select_related("changed_by")}
    return [there.get(kind) or Automation(business_id=business_id, kind=kind) for kind in Automation.KINDS]


@transaction.atomic
def change(caller: Caller, kind: str, changes: Mapping[str, Any]) -> Automation:
    """Change a standing yes. Switching it on is for owners; switching it off, and less, for managers too.

    What it has agreed to and is not done yet is taken back when it ends. Raises `NotAllowed`, `InvalidInput`.
    """
    caller.require(*MANAGEMENT)
    Automation.objects.get_or_create(business_id=caller.business_id, kind=kind)
    row = Automation.objects.select_for_update().get(business_id=caller.business_id, kind=kind)
    before = {name: getattr(row, name) for name in changes}
    for name, value in changes.items():
        setattr(row, name, value)
    _check(row)
    if row.enabled:
        caller.require(Role.OWNER)
    row.changed_by_id, row.changed_at = caller.membership_id, clock.now()
    row.save()
    changed: dict[str, Any] = {
        name: [_plain(old), _plain(changes[name])] for name, old in before.items() if old != changes[name]
    }
    if changed:
        audit.record(caller, audit.Action.AUTOMATION_CHANGED, subject=row.kind, **changed)
    if not row.enabled:
        _withdraw(caller, kind)
    return row


def stop_all(caller: Caller) -> None:
    """The one switch: every standing yes ends, and what they agreed to and is not done is taken back."""
    caller.require(*MANAGEMENT)
    for kind in Automation.KINDS:
        if Automation.objects.of(caller.business_id).filter(kind=kind, enabled=True).exists():
            change(caller, kind, {"enabled": False})


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int) else str(value)


def _check(row: Automation) -> None:
    if row.from_hour >= row.until_hour:
        raise errors.InvalidInput.field("hours", "The first hour must lie before the last.")
    reminds = row.kind == Kind.REMINDER
    if row.enabled and reminds and row.channel == CollectionNote.Channel.WHATSAPP and not whatsapp.is_configured():
        raise errors.InvalidInput.field("channel", "WhatsApp is a link here, which a person has to open.")


def _withdraw(caller: Caller, kind: str) -> None:
    waiting = Proposal.objects.of(caller.business_id).filter(kind=kind, by_automation=True, state=State.APPROVED)
    for proposal_id in waiting.values_list("pk", flat=True):
        row = locked(proposal_id)
        if row.state == State.APPROVED:
            end(row, State.WITHDRAWN, "The standing yes was ended.", by_id=caller.membership_id)


def run_due() -> Iterator[str]:
    """Propose and agree to what the standing approvals cover, in their hours; yields each proposal's id."""
    standing = Automation.objects.filter(enabled=True).select_related("changed_by").order_by("business_id", "kind")
    for made in isolated_work.each(list(standing), _run, name="automations"):
        yield from made


def _run(row: Automation) -> list[str]:
    now = clock.now()
    hour = now.astimezone(clock.ACCRA).hour
    caller = _owner(row.changed_by)
    if caller is None or not row.from_hour <= hour < row.until_hour or not limits.may_write(now):
        return []
    act = _remind if row.kind == Kind.REMINDER else _order
    return [str(made.pk) for made in act(caller, row)]


def _owner(member: Membership | None) -> Caller | None:
    """Who said yes; None when they own nothing here any more."""
    if member is None or not member.is_active or member.user_id is None or Role(member.role) != Role.OWNER:
        return None
    return Caller.of(member)


def _remind(caller: Caller, row: Automation) -> Iterator[Proposal]:
    """The next reminder to those who come first on the call list, as many as the day still holds."""
    left = MOST_A_DAY - _sent_or_agreed(row.business_id)
    if left <= 0:
        return
    debtors = [each for each in collecting.call_list(row.business_id).debtors if each.collectable <= row.max_amount]
    for debtor in debtors:
        if left <= 0:
            return
        made = _reminder(caller, row, debtor.customer_id)
        if made:
            left -= 1
            yield made


def _sent_or_agreed(business_id: uuid.UUID) -> int:
    day = SendingDay.objects.of(business_id).filter(day=clock.today()).first()
    waiting = Proposal.objects.of(business_id).filter(kind=Kind.REMINDER, state=State.APPROVED).count()
    return (day.sent if day else 0) + waiting


def _reminder(caller: Caller, row: Automation, customer_id: uuid.UUID) -> Proposal | None:
    """Agreed to where nothing speaks against it, and nobody was asked about this customer already."""
    level = reminder.next_level(row.business_id, customer_id)
    if not is_covered(row, level) or open_of(row.business_id, reminder.key_of(customer_id)):
        return None
    customer = Customer.objects.of(row.business_id).filter(pk=customer_id).first()
    if customer is None or _was_refused(row.business_id, customer_id):
        return None
    try:
        wanted = reminder.own_words(caller, customer, channel=row.channel, level=level)
    except errors.Conflict:
        return None  # the reason stands on the call list: promised, asked for no reminders, reminded lately
    if not is_covered(row, wanted.payload["message_type"]):
        return None
    return _agreed(keep(wanted, business_id=row.business_id, by_id=None), row)


def is_covered(row: Automation, level: str) -> bool:
    """Whether a standing yes reaches to reminders of this level: never to final notices."""
    levels = {
        Automation.Level.FIRST: ("first_reminder",),
        Automation.Level.SECOND: ("first_reminder", "second_reminder"),
    }
    return level in levels[Automation.Level(row.max_level)]


def _was_refused(business_id: uuid.UUID, customer_id: uuid.UUID) -> bool:
    """Whether a person said no to, or took back, a reminder to this customer in the last seven days."""
    said_no = Proposal.objects.of(business_id).filter(
        key=reminder.key_of(customer_id),
        state__in=(State.DISMISSED, State.UNDONE),
        steps__at__gt=clock.now() - limits.APART,
    )
    return said_no.exists()


def _order(caller: Caller, row: Automation) -> Iterator[Proposal]:
    """Once a day the plan's orders: those that an email reaches and the amount covers. The others wait for a person."""
    today = clock.start_of(clock.today())
    if Proposal.objects.of(row.business_id).filter(kind=Kind.PURCHASE_ORDER, created_at__gte=today).exists():
        return
    draft_orders(caller, Wish())
    for order in drafts_of_the_plan(row.business_id):
        try:
            wanted = purchase_order.to_send(row.business_id, order.pk, channel="email")
        except errors.Conflict:
            continue  # a supplier without an email: the draft waits for a person
        made = keep(wanted, business_id=row.business_id, by_id=None)
        if wanted.amount is not None and wanted.amount <= row.max_amount:
            yield _agreed(made, row)


def _agreed(proposal: Proposal, row: Automation) -> Proposal:
    assert row.changed_by_id
    agree(proposal, by_id=row.changed_by_id, note=UNSEEN, by_automation=True)
    return proposal


def done_on(business_id: uuid.UUID, day: dt.date) -> list[Proposal]:
    """What standing approvals came to on a day, whichever way it ended."""
    start = clock.start_of(day)
    ended = Proposal.objects.of(business_id).filter(by_automation=True, steps__at__gte=start)
    ended = ended.filter(steps__at__lt=start + dt.timedelta(days=1)).exclude(state__in=Proposal.OPEN)
    return list(ended.select_related("message").distinct().order_by("created_at", "pk"))
