"""What a card of the brief suggests, as proposals in our own words: free, each to be agreed to by itself."""

import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from django.db.models import Exists, OuterRef

from accounts.models import Storefront
from ai_features.models import BriefCard, Proposal
from ai_features.proposals.deciding import keep, open_of
from ai_features.proposals.kind import Wanted
from ai_features.proposals.kinds import credit, price_change, purchase_order, reminder, transfer
from common import errors, money
from common.tenancy import MANAGEMENT, Caller
from inventory.models import PurchaseOrder, PurchaseOrderLine
from reports.prices.candidates import Limits, Present, clearance
from reports.reorder import Action, Wish, plan
from reports.reorder.drafts import NOTE, draft_orders
from sales.models import Customer

Kind = BriefCard.Kind
Made = Wanted | Proposal | str


def propose_card(caller: Caller, card: BriefCard) -> tuple[list[Proposal], list[str]]:
    """The proposals of a card, and why others could not be made. Raises `Conflict` for a card of another kind."""
    caller.require(*MANAGEMENT)
    found = PROPOSES.get(Kind(card.kind))
    if found is None:
        raise errors.Conflict("Nothing can be proposed from this card: its button leads to what it is about.")
    made, notices = [], []
    for each in found(caller, card):
        if isinstance(each, str):
            notices.append(each)
        elif isinstance(each, Proposal):
            made.append(each)
        else:
            made.append(keep(each, business_id=caller.business_id, by_id=caller.membership_id, card=card))
    return made, notices


def _reminders(caller: Caller, card: BriefCard) -> Iterator[Made]:
    """The next reminder to each customer that the card names."""
    for customer in _named(card):
        waiting = open_of(caller.business_id, reminder.key_of(customer.pk))
        yield waiting or _reminder(caller, customer)


def _named(card: BriefCard) -> list[Customer]:
    """The customers that a card names, in its order."""
    found = {str(each.pk): each for each in Customer.objects.of(card.business_id).filter(pk__in=card.about)}
    return [found[key] for key in card.about if key in found]


def _reminder(caller: Caller, customer: Customer) -> Made:
    level = reminder.next_level(caller.business_id, customer.pk)
    try:
        return reminder.own_words(caller, customer, channel="", level=level)
    except errors.Conflict as refused:
        return f"{customer.name}: {refused.message}"


def _holds(caller: Caller, card: BriefCard) -> Iterator[Made]:
    """No further sale on account to each customer that the card names."""
    for customer in _named(card):
        try:
            yield credit.propose_hold(caller, {"customer_id": customer, "reason": "Signs that they pay worse."})
        except errors.Conflict as refused:
            yield f"{customer.name}: {refused.message}"


def _clearances(caller: Caller, card: BriefCard) -> Iterator[Made]:
    """A lower price, not below cost, for each product that the card names and that still does not sell."""
    lines = plan(caller.business_id, Wish()).lines
    dead = {str(line.product.pk): line.product for line in lines if line.action == Action.DEAD}
    for product in (dead[each] for each in card.about if each in dead):
        cheaper = clearance(Present(product.retail_price, product.wholesale_price, product.cost), Limits())
        if cheaper is None:
            yield f"{product.name}: no lower price brings back what it cost."
        else:
            yield price_change.propose(caller, {"product_id": product, "new_price": cheaper, "confirmed": True})


def _orders(caller: Caller, card: BriefCard) -> Iterator[Made]:
    """The plan's moves, and its orders as drafts to be sent."""
    yield from _moves(caller.business_id)
    draft_orders(caller, Wish())
    for order in drafts_of_the_plan(caller.business_id):
        try:
            yield purchase_order.to_send(caller.business_id, order.pk)
        except errors.Conflict as refused:
            yield f"{order.reference}: {refused.message}"


def drafts_of_the_plan(business_id: uuid.UUID) -> list[PurchaseOrder]:
    """Drafts that were made from the plan and have lines, oldest first."""
    lines = PurchaseOrderLine.objects.filter(order=OuterRef("pk"))
    drafts = PurchaseOrder.objects.of(business_id).filter(Exists(lines), status=PurchaseOrder.Status.DRAFT, note=NOTE)
    return list(drafts.order_by("number"))


def _moves(business_id: uuid.UUID) -> Iterator[Made]:
    places = {place.pk: place for place in Storefront.objects.of(business_id)}
    for move in plan(business_id, Wish()).moves:
        line = move.line
        try:
            yield transfer.to_move(
                business_id,
                line.product,
                money.rounded(Decimal(str(move.units)), 3),
                source=places[move.from_storefront_id],
                target=places[line.storefront_id],
            )
        except errors.Conflict as refused:
            yield f"{line.product.name}: {refused.message}"


PROPOSES: Final[dict[BriefCard.Kind, Callable[[Caller, BriefCard], Iterator[Made]]]] = {
    Kind.COLLECT: _reminders,
    Kind.RUNS_OUT: _orders,
    Kind.DEAD_STOCK: _clearances,
    Kind.CREDIT_ALERT: _holds,
}
"""What each kind of card proposes; the others lead to what they are about."""
