"""Every write of sales. Each service owns its transaction and takes the caller first."""

from sales.services.lines import NewLine
from sales.services.payments import Settle, apply_credit, record_payment
from sales.services.returns import ReturnLine, refund_sale
from sales.services.selling import record_sale
from sales.services.tender import NewPayment

__all__ = [
    "NewLine",
    "NewPayment",
    "ReturnLine",
    "Settle",
    "apply_credit",
    "record_payment",
    "record_sale",
    "refund_sale",
]
