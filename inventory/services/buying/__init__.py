"""Orders to suppliers, what comes of them, and what is owed for it."""

from inventory.services.buying.orders import OrderLine, cancel_order, change_order, create_order
from inventory.services.buying.owing import (
    NewBill,
    cancel_bill,
    cancel_supplier_payment,
    pay_supplier,
    record_bill,
    record_opening_bills,
    with_opening_bill,
)
from inventory.services.buying.receiving import Charges, ReceivedLine, receive_goods, receive_order
from inventory.services.buying.sending import SentOrder, send_order
from inventory.services.buying.sending_back import SentBackLine, send_back

__all__ = [
    "Charges",
    "NewBill",
    "OrderLine",
    "ReceivedLine",
    "SentBackLine",
    "SentOrder",
    "cancel_bill",
    "cancel_order",
    "cancel_supplier_payment",
    "change_order",
    "create_order",
    "pay_supplier",
    "receive_goods",
    "receive_order",
    "record_bill",
    "record_opening_bills",
    "send_back",
    "send_order",
    "with_opening_bill",
]
