"""Every write of sales. Each service owns its transaction and takes the caller first."""

from sales.services.carts import drop_cart, hold_cart, take_up_cart
from sales.services.collections import (
    NewInstalment,
    agree_plan,
    cancel_plan,
    cancel_promise,
    dispute_sale,
    record_note,
    record_promise,
    resolve_dispute,
)
from sales.services.customer_file import start_customer_import
from sales.services.customers import create_customer, update_customer
from sales.services.desk import as_written
from sales.services.erasure import erase_customer
from sales.services.exchanges import exchange_sale
from sales.services.expenses import (
    PHOTO_AT_MOST,
    cancel_expense,
    keep_photo,
    record_expense,
    repeat_expense,
    stop_repeating,
)
from sales.services.lines import DiscountRefused, NewLine
from sales.services.merging import merge_customers, name_customer, part_customers
from sales.services.opening_balances import set_opening_balance
from sales.services.payments import Settle, apply_credit, record_payment
from sales.services.returns import ReturnLine, refund_sale
from sales.services.reversals import refund_payment
from sales.services.selling import record_sale
from sales.services.sending import send_receipt, send_statement
from sales.services.sync import OfflineItem, Outcome, clock_offset, take_offline
from sales.services.tender import NewPayment
from sales.services.till_events import NewEvent, note_printed, note_refused_discount, record_events
from sales.services.tills import Counted, approve_till, close_till, explain_difference, move_cash, open_till
from sales.services.unlinked_returns import return_without_receipt
from sales.services.voids import void_sale

__all__ = [
    "PHOTO_AT_MOST",
    "Counted",
    "DiscountRefused",
    "NewEvent",
    "NewInstalment",
    "NewLine",
    "NewPayment",
    "OfflineItem",
    "Outcome",
    "ReturnLine",
    "Settle",
    "agree_plan",
    "apply_credit",
    "approve_till",
    "as_written",
    "cancel_expense",
    "cancel_plan",
    "cancel_promise",
    "clock_offset",
    "close_till",
    "create_customer",
    "dispute_sale",
    "drop_cart",
    "erase_customer",
    "exchange_sale",
    "explain_difference",
    "hold_cart",
    "keep_photo",
    "merge_customers",
    "move_cash",
    "name_customer",
    "note_printed",
    "note_refused_discount",
    "open_till",
    "part_customers",
    "record_events",
    "record_expense",
    "record_note",
    "record_payment",
    "record_promise",
    "record_sale",
    "refund_payment",
    "refund_sale",
    "repeat_expense",
    "resolve_dispute",
    "return_without_receipt",
    "send_receipt",
    "send_statement",
    "set_opening_balance",
    "start_customer_import",
    "stop_repeating",
    "take_offline",
    "take_up_cart",
    "update_customer",
    "void_sale",
]
