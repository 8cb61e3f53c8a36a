"""An order on its way to the supplier: as an email, as a WhatsApp link, or told by phone."""

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from accounts.models import Business
from accounts.services import audit
from common import clock, errors, mail, rates
from common.money import written, written_quantity
from common.phones import whatsapp_link
from common.tenancy import MANAGEMENT, Caller
from inventory.models import PurchaseOrder, PurchaseOrderLine
from inventory.services.buying.orders import lock_order

Status = PurchaseOrder.Status
Channel = PurchaseOrder.Channel


@dataclass(frozen=True, slots=True)
class SentOrder:
    """The order, its text, and for WhatsApp the link that opens a chat with it."""

    order: PurchaseOrder
    text: str
    whatsapp_link: str | None


def send_order(caller: Caller, order_id: uuid.UUID, *, channel: Channel) -> SentOrder:
    """Send a draft, or an open order once more: lead times count from the first time.

    It is marked as sent before the email leaves, and is a draft again when the mail server refuses. Call it outside a
    transaction. Raises `Conflict` for an order that is closed or cannot be sent so.
    """
    caller.require(*MANAGEMENT)
    first, order, text = _mark(caller, order_id, channel)
    if channel == Channel.EMAIL and not _mailed(order, text):
        if first:
            unsend_order(order.business_id, order.pk)
        raise errors.Conflict("The mail server did not accept the order; try again, or send it by WhatsApp.")
    link = whatsapp_link(order.supplier.phone, text) if channel == Channel.WHATSAPP else None
    return SentOrder(order, text, link)


@transaction.atomic
def _mark(caller: Caller, order_id: uuid.UUID, channel: Channel) -> tuple[bool, PurchaseOrder, str]:
    order = lock_order(caller.business_id, order_id)
    if order.closed_at:
        raise errors.Conflict(f"{order.reference} is {order.get_status_display().lower()}.")
    lines = list(order.lines.select_related("product"))
    _check(order, lines, channel)
    first = order.status == Status.DRAFT
    if first:
        order.status, order.sent_at, order.sent_by = Status.SENT, clock.now(), channel
        order.save(update_fields=["status", "sent_at", "sent_by"])
        audit.record(
            caller,
            audit.Action.ORDER_SENT,
            subject=f"{order.reference} to {order.supplier.name}",
            subject_id=order.pk,
            channel=channel.value,
        )
    return first, order, order_text(order, lines)


def _check(order: PurchaseOrder, lines: list[PurchaseOrderLine], channel: Channel) -> None:
    if not lines:
        raise errors.Conflict(f"{order.reference} has no lines yet.")
    if channel == Channel.EMAIL and not order.supplier.email:
        raise errors.Conflict(f"{order.supplier.name} has no email address.")
    if channel == Channel.WHATSAPP and not order.supplier.phone:
        raise errors.Conflict(f"{order.supplier.name} has no phone number.")
    if channel == Channel.EMAIL and not rates.allows(
        settings.ACCOUNT_RATES["supplier_mail"], "supplier_mail", str(order.business_id)
    ):
        raise errors.Conflict("No more orders can be emailed today; send this one by WhatsApp.")


def order_text(order: PurchaseOrder, lines: list[PurchaseOrderLine]) -> str:
    """The order as a supplier reads it."""
    business, place = Business.objects.get(pk=order.business_id), order.storefront
    wanted = [_written(line) for line in lines]
    where = ", ".join(part for part in (place.name, place.address) if part)
    by = f" by {order.expected_on:%d %B %Y}" if order.expected_on else ""
    signed = "\n".join(part for part in (business.name, business.phone) if part)
    note = [order.note, ""] if order.note else []
    return "\n".join(
        [
            f"Order {order.reference} from {business.name}",
            "",
            *wanted,
            "",
            f"Deliver to: {where}{by}.",
            "",
            *note,
            signed,
        ]
    )


def _written(line: PurchaseOrderLine) -> str:
    price = f" at {written(line.unit_cost)}" if line.unit_cost is not None else ""
    return f"- {written_quantity(line.quantity)} {line.product.unit} {line.product.name} ({line.product.sku}){price}"


def _mailed(order: PurchaseOrder, text: str) -> bool:
    """Whether the mail server took it; answers go to the shop."""
    business = Business.objects.get(pk=order.business_id)
    subject = f"Order {order.reference} from {business.name}"
    return mail.is_mailed(subject, text, to=order.supplier.email, answers_to=business.email)


def unsend_order(business_id: uuid.UUID, order_id: uuid.UUID) -> None:
    """Back to a draft, unless something was received on it meanwhile."""
    PurchaseOrder.objects.of(business_id).filter(pk=order_id, status=Status.SENT).update(
        status=Status.DRAFT, sent_at=None, sent_by=""
    )
