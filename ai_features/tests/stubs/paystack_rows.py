"""What a payment, a card, a customer and a refund look like in Paystack's answers."""

from typing import Any

RESPONSES = {"success": "Approved", "failed": "Declined", "reversed": "Reversed", "ongoing": "Waiting for customer"}
CHARGE_FIELDS = (
    "amount",
    "currency",
    "transaction_date",
    "status",
    "reference",
    "domain",
    "gateway_response",
    "message",
    "channel",
    "ip_address",
    "log",
    "fees",
    "authorization",
    "plan",
    "id",
)


def authorization(reference: str, channel: str, *, reusable: bool) -> dict[str, Any]:
    return {
        "authorization_code": f"AUTH_{reference[-8:]}",
        "bin": "408408",
        "last4": "4081",
        "exp_month": "12",
        "exp_year": "2030",
        "channel": channel,
        "card_type": "visa",
        "bank": "TEST BANK",
        "country_code": "GH",
        "brand": "visa",
        "reusable": reusable,
        "signature": f"SIG_{reference[-8:]}",
        "account_name": None,
    }


def customer(email: str) -> dict[str, Any]:
    return {
        "id": 181873746,
        "first_name": None,
        "last_name": None,
        "email": email,
        "customer_code": "CUS_1",
        "phone": None,
        "metadata": None,
        "risk_action": "default",
        "international_format_phone": None,
    }


def refund_row(refund: dict[str, Any]) -> dict[str, Any]:
    """A refund as the list shows it."""
    same = ("integration", "id", "domain", "currency", "amount", "status", "refunded_by", "customer_note")
    return {key: refund[key] for key in (*same, "merchant_note", "createdAt")} | {
        "transaction": refund["transaction"]["id"],
        "transaction_reference": refund["transaction"]["reference"],
        "transaction_amount": refund["transaction"]["amount"],
        "dispute": None,
        "settlement": None,
        "refunded_at": None,
        "deducted_amount": 0,
        "fully_deducted": 0,
        "bank_reference": None,
        "reason": "",
        "customer": {
            "id": 1,
            "first_name": "",
            "last_name": "",
            "email": "a@example.com",
            "customer_code": "CUS_1",
            "phone": None,
            "metadata": "",
            "risk_action": "default",
            "international_format_phone": "",
        },
        "refund_type": "full",
        "initiated_by": "staff@example.com",
        "refund_channel": "",
        "session_id": None,
        "collect_account_number": False,
    }


def without_nulls(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in ("access_code", "connect", "plan_object")}
