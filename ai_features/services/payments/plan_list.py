"""What an owner sees of plans: each with its price and taxes of today, the one they have, and its meter."""

import uuid
from typing import Any

from ai_features import queries, taxes
from ai_features.models import AIMonthlyAddon, AIPlan
from ai_features.queries import plans
from common import clock


def of(business_id: uuid.UUID) -> dict[str, Any]:
    """{plans, subscription}. A plan that is not offered any more is listed to who has it. Four queries at most."""
    running = plans.running(business_id)
    current = running.package if running else AIPlan.Key.STANDARD
    listed = [plan for plan in plans.every() if plan.is_offered or plan.key == current]
    subscription = queries.payments.addon(business_id) if running is None else running
    return {"plans": [_plan(plan, current, running) for plan in listed], "subscription": subscription}


def _plan(plan: AIPlan, current: str, running: AIMonthlyAddon | None) -> dict[str, Any]:
    is_current = plan.key == current
    return {
        "key": plan.key,
        "name": str(plan),
        "price": plan.price,
        "total": taxes.quote(plan.price, on=clock.today()).total,
        "credits": plan.credits,
        "rollover": plan.rollover,
        "starter_bonus": plan.starter_bonus,
        "fair_use": plan.fair_use,
        "current": is_current,
        "meter": _meter(running) if is_current and running else None,
    }


def _meter(running: AIMonthlyAddon) -> dict[str, Any] | None:
    if running.fair_use is None:
        return None
    used = plans.used_of_fair_use(running)
    percent = int(used * 100 / running.fair_use) if running.fair_use else 100
    return {"used": used, "limit": running.fair_use, "percent": percent, "until": running.next_renewal_date}
