"""The first page of the admin: what needs a hand, and how the week went."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from ai_features import queries
from ai_features.queries.needs import Need
from ai_features.services.slots.written import counted
from common import money

DAYS = 7


def with_what_needs_a_hand(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The admin's context with `needs` and `week`, each as far as this person may see its rows."""
    needs = [_shown(need) for need in queries.needs.needs() if _may_view(request, need.model)]
    week = _week() if _may_view(request, "aicreditpurchase") else []
    return context | {"title": "What needs a hand", "needs": needs, "week": week}


def _may_view(request: HttpRequest, model: str) -> bool:
    return bool(request.user.has_perm(f"ai_features.view_{model}"))


def _shown(need: Need) -> dict[str, str]:
    listed = reverse(f"admin:ai_features_{need.model}_changelist")
    title = f"{counted(need.count, need.noun)} {need.state}"
    return {"title": title, "help": need.help, "link": f"{listed}?{need.filters}"}


def _week() -> list[dict[str, str]]:
    """Figures of the last seven days: (title, value)."""
    daily = queries.platform.daily(DAYS)
    sums = {key: sum((row[key] for row in daily), money.ZERO) for key in ("sold", "used", "revenue", "cost")}
    return [
        {"title": "Revenue before taxes", "value": money.written(sums["revenue"])},
        {"title": "Cost of models", "value": money.written(sums["cost"])},
        {"title": "Credits sold", "value": f"{sums['sold']:,.2f}"},
        {"title": "Credits used", "value": f"{sums['used']:,.2f}"},
    ]
