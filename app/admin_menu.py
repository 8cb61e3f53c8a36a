"""The sidebar of staff's pages: what is looked at first, then every page of credits, payments and AI."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy

Item = tuple[str, str, str]
"""Title, icon, and the model whose list it opens."""

_CREDITS: tuple[Item, ...] = (
    ("Credit accounts", "account_balance_wallet", "businessaicredits"),
    ("Lots", "stacks", "creditlot"),
    ("Ledger", "receipt_long", "ledgerentry"),
    ("Holds", "hourglass_top", "credithold"),
    ("Debts", "money_off", "creditdebt"),
    ("Plans", "workspace_premium", "aiplan"),
)
_PAYMENTS: tuple[Item, ...] = (
    ("Purchases", "shopping_cart", "aicreditpurchase"),
    ("Payment events", "inbox", "paymentevent"),
    ("Invoices", "description", "creditinvoice"),
    ("Refunds", "undo", "creditrefund"),
    ("Monthly add-ons", "autorenew", "aimonthlyaddon"),
    ("Cards for storefronts", "credit_card", "storefrontcard"),
)
_AI: tuple[Item, ...] = (
    ("Features and prices", "tune", "featuresetting"),
    ("Requests", "bolt", "aitransaction"),
    ("Misunderstood questions", "psychology_alt", "aifeedback"),
    ("Notices of credits", "notifications", "aiusagealert"),
    ("Messages", "mail", "message"),
    ("Tickets", "support_agent", "supportticket"),
)
_WATCHING: tuple[Item, ...] = (
    ("Loss alerts", "policy_alert", "lossalert"),
    ("Credit alerts", "credit_card_off", "creditalert"),
    ("Stock alerts", "inventory", "stockalert"),
    ("Proposals", "checklist", "proposal"),
    ("Standing approvals", "rule", "automation"),
    ("Messages to customers", "sms", "customermessage"),
)


def _may_view(model: str) -> Callable[[HttpRequest], bool]:
    return lambda request: bool(request.user.has_perm(f"ai_features.view_{model}"))


def _items(pages: tuple[Item, ...]) -> list[dict[str, Any]]:
    return [
        {
            "title": title,
            "icon": icon,
            "link": reverse_lazy(f"admin:ai_features_{model}_changelist"),
            "permission": _may_view(model),
        }
        for title, icon, model in pages
    ]


MENU: list[dict[str, Any]] = [
    {
        "title": "Today",
        "items": [
            {"title": "What needs a hand", "icon": "home", "link": reverse_lazy("admin:index")},
            {
                "title": "Credits and margins",
                "icon": "monitoring",
                "link": reverse_lazy("admin:ai_features_dashboard"),
                "permission": _may_view("aicreditpurchase"),
            },
        ],
    },
    {"title": "Credits", "items": _items(_CREDITS)},
    {"title": "Payments", "items": _items(_PAYMENTS)},
    {"title": "AI", "items": _items(_AI)},
    {"title": "Alerts and proposals", "items": _items(_WATCHING)},
]
