"""Buying credits, and paying for storefronts: opened, paid at Paystack, completed once by whichever news comes first.

`complete` is the only function that adds bought credits. Network calls are never made inside a transaction.
"""

from ai_features.services.payments.completion import Verdict, complete, mark_looked_at
from ai_features.services.payments.inbox import InvalidSignature, receive
from ai_features.services.payments.invoices import invoice_of
from ai_features.services.payments.paystack import PaymentRefused
from ai_features.services.payments.purchases import start_purchase, verify_purchase
from ai_features.services.payments.refunds import refund_purchase, request_refund
from ai_features.services.payments.subscriptions import cancel, choose_plan, resume, subscribe

__all__ = [
    "InvalidSignature",
    "PaymentRefused",
    "Verdict",
    "cancel",
    "choose_plan",
    "complete",
    "invoice_of",
    "mark_looked_at",
    "receive",
    "refund_purchase",
    "request_refund",
    "resume",
    "start_purchase",
    "subscribe",
    "verify_purchase",
]
