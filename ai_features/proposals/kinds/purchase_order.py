"""A drafted order to its supplier, by email or as a WhatsApp link."""

import datetime as dt
import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from ai_features.models import Proposal
from ai_features.proposals.delivery import BEING_SENT, SENT
from ai_features.proposals.kind import Facts, Kind, Payload, Wanted, keyed
from ai_features.proposals.people import approver
from common import clock, errors, money
from common.phones import whatsapp_link
from common.tenancy import Caller
from inventory.models import PurchaseOrder, StockMovement
from inventory.queries import on_order
from inventory.services import send_order
from inventory.services.buying.sending import order_text, unsend_order

Channel = PurchaseOrder.Channel
LIVES: Final = dt.timedelta(days=3)
SHOWN = {Channel.EMAIL: "email", Channel.WHATSAPP: "WhatsApp"}
MOVED = {
    "order": "The draft was changed, sent or cancelled.",
    "coming": "Some of it was ordered elsewhere since.",
    "came": "Some of it came in since.",
    "address": "The supplier's email or phone has changed.",
}


def propose(caller: Caller, inputs: Mapping[str, Any]) -> Wanted:
    """To send a draft. Raises `Conflict` for what is no draft, is empty, or can reach nobody."""
    return to_send(caller.business_id, inputs["order_id"].pk, channel=inputs.get("channel") or "")


def to_send(business_id: uuid.UUID, order_id: uuid.UUID, *, channel: str = "") -> Wanted:
    """The same by its id; the channel is email where the supplier has one, else WhatsApp."""
    order = _order(business_id, order_id)
    via = Channel.EMAIL if channel == "email" or (not channel and order.supplier.email) else Channel.WHATSAPP
    payload = {"order_id": str(order.pk), "channel": via.value}
    found = facts(business_id, payload)
    lines = list(order.lines.select_related("product"))
    if order.status != PurchaseOrder.Status.DRAFT or not lines:
        raise errors.Conflict(f"{order.reference} is not a draft with lines.")
    if not found["address"]:
        lacks = {"email": "no email address", "whatsapp": "no phone number"}.get(
            channel, "neither email nor phone number"
        )
        raise errors.Conflict(f"{order.supplier.name} has {lacks}.")
    total = _total(order)
    shown = money.written(total) if total is not None else "at costs that are not all known"
    return Wanted(
        kind=Proposal.Kind.PURCHASE_ORDER,
        key=f"order:{order.pk}",
        summary=f"{order.reference} to {order.supplier.name}, {shown}, by {SHOWN[via]}",
        payload=payload | {"text": order_text(order, lines)},
        facts=found,
        amount=total,
        expires_at=clock.now() + LIVES,
    )


def _order(business_id: uuid.UUID, order_id: uuid.UUID) -> PurchaseOrder:
    return PurchaseOrder.objects.select_related("supplier", "storefront").get_or_404(business_id, order_id)


def _total(order: PurchaseOrder) -> Decimal | None:
    """GHS of the order; None where a cost is not known."""
    costs = [(line.quantity, line.unit_cost) for line in order.lines.all()]
    if any(cost is None for _, cost in costs):
        return None
    return money.cedis(sum((units * cost for units, cost in costs if cost is not None), money.ZERO))


def lock(business_id: uuid.UUID, payload: Payload) -> None:
    PurchaseOrder.objects.select_for_update(no_key=True).filter(business_id=business_id, pk=payload["order_id"]).first()


def facts(business_id: uuid.UUID, payload: Payload) -> Facts:
    order = PurchaseOrder.objects.of(business_id).select_related("supplier").filter(pk=payload["order_id"]).first()
    if order is None:
        return {"order": None, "coming": [], "came": "", "address": ""}
    lines = [
        [str(line.product_id), f"{line.quantity:f}", None if line.unit_cost is None else f"{line.unit_cost:f}"]
        for line in order.lines.all()
    ]
    goods = [line.product_id for line in order.lines.all()]
    coming = on_order(business_id)
    came = StockMovement.objects.of(business_id).filter(
        product_id__in=goods,
        storefront_id=order.storefront_id,
        quantity__gt=0,
        kind__in=(StockMovement.Kind.PURCHASE, StockMovement.Kind.TRANSFER),
    )
    last = came.order_by("-at", "-pk").values_list("pk", flat=True).first()
    supplier = order.supplier
    return {
        "order": [order.status, str(order.supplier_id), str(order.storefront_id), str(order.expected_on), lines],
        "coming": [f"{coming.get((product, order.storefront_id), 0):f}" for product in goods],
        "came": str(last or ""),
        "address": keyed(supplier.email if payload["channel"] == Channel.EMAIL else supplier.phone),
    }


def act(caller: Caller, proposal: Proposal) -> str:
    if not at_once(proposal.payload):
        return BEING_SENT
    send_order(caller, uuid.UUID(proposal.payload["order_id"]), channel=Channel.WHATSAPP)
    return "Open the link and send it."


def deliver(proposal: Proposal) -> None:
    """Mail it; where the mail server refuses, the order is a draft again and the outcome says so."""
    caller = approver(proposal)
    if at_once(proposal.payload) or caller is None:
        return
    outcome = SENT
    try:
        send_order(caller, uuid.UUID(proposal.payload["order_id"]), channel=Channel.EMAIL)
    except errors.DomainError as refused:
        outcome = f"Not sent: {refused.message}"
    Proposal.objects.filter(pk=proposal.pk).update(outcome=outcome[:300])


def at_once(payload: Payload) -> bool:
    """A WhatsApp link is for a person to open."""
    return bool(payload["channel"] == Channel.WHATSAPP)


def link(proposal: Proposal) -> str | None:
    if not at_once(proposal.payload):
        return None
    order = _order(proposal.business_id, uuid.UUID(proposal.payload["order_id"]))
    return whatsapp_link(order.supplier.phone, proposal.payload["text"])


def take_back(caller: Caller, proposal: Proposal) -> None:
    unsend_order(caller.business_id, uuid.UUID(proposal.payload["order_id"]))


KIND = Kind(
    name=Proposal.Kind.PURCHASE_ORDER,
    needs=("order_id",),
    propose=propose,
    lock=lock,
    facts=facts,
    moved=MOVED,
    act=act,
    deliver=deliver,
    at_once=at_once,
    take_back=take_back,
    link=link,
)
