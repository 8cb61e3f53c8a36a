"""Orders to suppliers, what comes of them, and what is owed for it."""

from inventory.services.buying.orders import OrderLine, cancel_order, change_order, create_order
from inventory.services.buying.receiving import Charges, ReceivedLine, receive_goods, receive_order
from inventory.services.buying.sending import SentOrder, send_order

__all__ = [
    "Charges",
    "OrderLine",
    "ReceivedLine",
    "SentOrder",
    "cancel_order",
    "change_order",
    "create_order",
    "receive_goods",
    "receive_order",
    "send_order",
]
