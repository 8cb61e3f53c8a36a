"""What is in a copy: every table of the shop's trade, and of the rest what is the shop's own."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet

from accounts.models import AuditEntry, Business, Invitation, Membership, Storefront, Subscription
from ai_features.models import (
    AIConsent,
    AICreditPurchase,
    AITransaction,
    Conversation,
    CreditAlert,
    CreditLot,
    CustomerMessage,
    Proposal,
    Turn,
)
from common.import_journal import ImportStep
from inventory.models import Change
from sales.models import ClosedDay, Customer, DayTotal, StaleDay

TRADE = ("inventory", "sales")
"""Apps of which every table is the shop's own, also one that is added later; not our own notes of work done."""
_NOTES = (ImportStep, Change, ClosedDay, DayTotal, StaleDay)

OWN: dict[type[models.Model], tuple[str, ...]] = {
    Business: (),
    Subscription: (),
    Storefront: (),
    Membership: (),
    Invitation: ("id", "email", "role", "invited_by_id", "created_at", "expires_at", "accepted_at"),
    AuditEntry: (),
    AIConsent: ("id", "text_version", "given_by_id", "given_at", "withdrawn_by_id", "withdrawn_at"),
    CreditLot: ("id", "source", "granted", "remaining", "expires_at", "created_at", "reason"),
    AICreditPurchase: (
        "id",
        "package",
        "base_amount",
        "taxes",
        "amount_paid",
        "credits_purchased",
        "bonus_credits",
        "payment_reference",
        "payment_method",
        "payment_status",
        "purchased_at",
        "created_at",
    ),
    AITransaction: ("id", "user_id", "feature", "outcome", "credits_used", "timestamp", "cached", "degraded"),
    Conversation: ("id", "user_id", "feature", "updated_at"),
    Turn: ("conversation_id", "asked", "answered", "at"),
    CreditAlert: (),
    Proposal: (
        "id",
        "kind",
        "customer_id",
        "summary",
        "amount",
        "by_automation",
        "outcome",
        "created_at",
        "executed_at",
    ),
    CustomerMessage: (
        "id",
        "customer_id",
        "channel",
        "level",
        "subject",
        "text",
        "status",
        "started_at",
        "sent_at",
        "delivered_at",
        "problem",
    ),
}
"""Of the other apps these, with these columns, or () for all. What models cost us and secrets are not among them."""

BUSINESS_OF = {Business: "pk", Turn: "conversation__business_id"}
CUSTOMER_OF = {
    "sales.Customer": ("pk", "merged_into_id"),
    "sales.SaleLine": ("sale__customer_id",),
    "sales.Payment": ("customer_id", "sale__customer_id"),
    "sales.PaymentAllocation": ("invoice__customer_id",),
    "sales.Instalment": ("plan__customer_id",),
}
"""The way to the customer from tables that do not name one themselves."""


@dataclass(frozen=True)
class Table:
    """One file of a copy: its name, its columns, its rows."""

    name: str
    columns: list[str]
    rows: QuerySet[Any]


def tables(business_id: uuid.UUID, customer_id: uuid.UUID | None) -> Iterator[Table]:
    """The tables of a business, or what of them is about one customer."""
    for model, columns in exported().items():
        rows = model._default_manager.filter(**{BUSINESS_OF.get(model, "business_id"): business_id})
        if customer_id is not None:
            ways = ways_to_customer(model)
            if not ways:
                continue
            about = Q()
            for way in ways:
                about |= Q(**{way: customer_id})
            rows = rows.filter(about)
        yield Table(str(model._meta.verbose_name_plural).replace(" ", "_").lower(), columns, rows.order_by("pk"))


def exported() -> dict[type[models.Model], list[str]]:
    """Every table of a copy with its columns."""
    trade = [model for app in TRADE for model in apps.get_app_config(app).get_models()]
    found = {model: () for model in trade if not issubclass(model, _NOTES)} | OWN
    return {model: list(chosen) or _columns(model) for model, chosen in found.items()}


def ways_to_customer(model: type[models.Model]) -> tuple[str, ...]:
    """The lookups that lead from a table to the customer it is about; none for what is about no customer."""
    direct = [f.attname for f in model._meta.concrete_fields if f.related_model is Customer]
    return CUSTOMER_OF.get(model._meta.label, tuple(direct))


def _columns(model: type[models.Model]) -> list[str]:
    return [f.attname for f in model._meta.concrete_fields if not isinstance(f, models.FileField)]
