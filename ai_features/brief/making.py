"""Making the brief of a day, once; showing it, and leaving out what is not useful."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterator

import structlog
from django.db import transaction

from accounts.models import Business, Membership
from accounts.queries import days_of_shop
from ai_features.brief.finding import KINDS, Found, Morning
from ai_features.models import Brief, BriefCard
from ai_features.models.brief import FOR_OWNERS
from ai_features.services.notices import messages
from common import clock, errors, isolated_work
from common.tenancy import Caller, Role, TenantQuerySet

log = structlog.get_logger("ai_features.brief")
MOST_CARDS = 5
MUTED_AFTER, MUTED_DAYS = 2, 30
"""A kind that was dismissed so often in so many days is left out for as long."""
READY, SENT = dt.time(6, 30), dt.time(7)


def cards_of_today(caller: Caller) -> list[BriefCard]:
    """The cards of this morning that were not dismissed and that the caller may see, made now where they were not."""
    today = clock.today()
    _make(caller.business_id, today)
    return list(_for(caller).filter(day=today, dismissed_at=None).order_by("rank"))


def _for(caller: Caller) -> TenantQuerySet[BriefCard]:
    cards = BriefCard.objects.of(caller.business_id)
    return cards if caller.role == Role.OWNER else cards.exclude(kind__in=FOR_OWNERS)


def dismiss(caller: Caller, card_id: uuid.UUID) -> BriefCard:
    """“Not useful”: the card goes, and twice in 30 days its kind does. Raises `NotFound`."""
    with transaction.atomic():
        card = _for(caller).select_for_update().filter(pk=card_id).first()
        if card is None:
            raise errors.NotFound("There is no such card.")
        if card.dismissed_at is None:
            card.dismissed_at, card.dismissed_by_id = clock.now(), caller.membership_id
            card.save(update_fields=["dismissed_at", "dismissed_by"])
    return card


def make_due() -> Iterator[uuid.UUID]:
    """The briefs of today, of businesses that have people who log in; from 06:30 on."""
    if clock.now().astimezone(clock.ACCRA).time() < READY:
        return iter(())
    today = clock.today()
    wanted = Business.objects.exclude(pk__in=Brief.objects.filter(day=today).values("business_id"))
    at_work = Membership.objects.filter(is_active=True, user__isnull=False).values("business_id")
    ids = list(wanted.filter(pk__in=at_work).order_by("pk").values_list("pk", flat=True))
    return isolated_work.each(ids, _make_today, name="briefs")


def send_due() -> Iterator[uuid.UUID]:
    """Write the message of each brief of today that has cards; from 07:00 on, once."""
    if clock.now().astimezone(clock.ACCRA).time() < SENT:
        return iter(())
    today = clock.today()
    found = BriefCard.objects.filter(day=today, dismissed_at=None).order_by("business_id", "rank")
    by_business: dict[uuid.UUID, list[BriefCard]] = {}
    for card in found:
        by_business.setdefault(card.business_id, []).append(card)
    return isolated_work.each(list(by_business.items()), _send, name="brief_messages")


def _make_today(business_id: uuid.UUID) -> uuid.UUID:
    _make(business_id, clock.today())
    return business_id


def _send(of: tuple[uuid.UUID, list[BriefCard]]) -> uuid.UUID | None:
    business_id, cards = of
    if not messages.channels(business_id).brief:
        return None
    text = "\n".join(f"{card.title}: {card.figure}." for card in cards)
    written = messages.queue(business_id, key=f"brief:{cards[0].day}", subject="What needs you today", text=text)
    return business_id if written else None


def _make(business_id: uuid.UUID, day: dt.date) -> None:
    """Once a day: whoever comes second finds it made."""
    if Brief.objects.of(business_id).filter(day=day).exists():
        return
    with days_of_shop(business_id):
        found = sorted(_found(business_id, day), key=lambda each: -each.weight)[:MOST_CARDS]
    with transaction.atomic():
        _, is_new = Brief.objects.get_or_create(business_id=business_id, day=day)
        if is_new:
            BriefCard.objects.bulk_create(_card(business_id, day, rank, each) for rank, each in enumerate(found, 1))


def _found(business_id: uuid.UUID, day: dt.date) -> Iterator[Found]:
    muted, morning = _muted(business_id, day), Morning(business_id, day)
    for kind in KINDS:
        if kind.__name__ in muted:
            continue
        found = kind(morning)
        if found is not None and found.stake > 0:
            yield found


def _muted(business_id: uuid.UUID, day: dt.date) -> set[str]:
    since = clock.start_of(day - dt.timedelta(days=MUTED_DAYS))
    kinds = BriefCard.objects.of(business_id).filter(dismissed_at__gte=since).values_list("kind", flat=True)
    return {kind for kind, times in Counter(kinds).items() if times >= MUTED_AFTER}


def _card(business_id: uuid.UUID, day: dt.date, rank: int, found: Found) -> BriefCard:
    card = BriefCard(
        business_id=business_id, day=day, kind=found.kind, rank=rank, title=found.title[:150], figure=found.figure,
        why_now=found.why_now, stake=found.stake, action=found.action, about=list(found.about),
    )  # fmt: skip
    if "card_id" in (found.action["body"] or {}):
        card.action = found.action | {"body": {"card_id": str(card.pk)}}
    return card
