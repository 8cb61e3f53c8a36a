"""Starting over: every trace of credits taken out, for test systems."""

import uuid
from typing import Any

from django.db import transaction
from django.db.models import Model

from ai_features.models import (
    AICreditPurchase,
    AIMonthlyAddon,
    AIText,
    AITransaction,
    AIUsageAlert,
    BusinessAICredits,
    CreditDebt,
    CreditHold,
    CreditInvoice,
    CreditLot,
    CreditRefund,
    HoldPart,
    LedgerEntry,
    PaymentEvent,
)

ROWS: tuple[tuple[type[Model], str], ...] = (
    (LedgerEntry, "business"),
    (HoldPart, "hold__business"),
    (AIText, "transaction__business"),
    (AITransaction, "business"),
    (CreditHold, "business"),
    (CreditDebt, "business"),
    (AIUsageAlert, "business"),
    (CreditLot, "business"),
    (CreditInvoice, "business"),
    (CreditRefund, "business"),
    (PaymentEvent, "purchase__business"),
    (AICreditPurchase, "business"),
    (AIMonthlyAddon, "business"),
    (BusinessAICredits, "business"),
)
"""What is deleted, each before what it points to, and where its business stands."""


def count(business_ids: list[uuid.UUID]) -> dict[str, int]:
    """How many rows of each kind a reset would delete, by their name in the admin."""
    return {str(model._meta.verbose_name_plural): _rows(model, path, business_ids).count() for model, path in ROWS}


def reset(business_ids: list[uuid.UUID]) -> int:
    """Delete credits, requests, payments and invoices of these businesses for good; how many rows went. All or nothing.

    Consents stay, and so does the next invoice number.
    """
    with transaction.atomic():
        list(BusinessAICredits.objects.select_for_update().filter(pk__in=business_ids).order_by("pk"))
        return sum(_rows(model, path, business_ids).delete()[0] for model, path in ROWS)


def _rows(model: type[Model], path: str, business_ids: list[uuid.UUID]) -> Any:
    return model._default_manager.filter(**{f"{path}__in": business_ids})
