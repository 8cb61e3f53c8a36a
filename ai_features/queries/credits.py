"""Reads of the credit account: lots, usage and transactions."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Count, Q, QuerySet, Sum
from django.db.models.functions import TruncDate

from ai_features.models import (
    AICreditPurchase,
    AIMonthlyAddon,
    AITransaction,
    AIUsageAlert,
    BusinessAICredits,
    CreditLot,
    LedgerEntry,
)
from ai_features.pricing import display_name
from common import clock, money


def account(business_id: uuid.UUID) -> BusinessAICredits:
    """The stored account, or an empty one. What is due is settled by `AIBillingService.get_account`."""
    return BusinessAICredits.objects.of(business_id).first() or BusinessAICredits(business_id=business_id)


def live_lots(business_id: uuid.UUID) -> list[CreditLot]:
    """Lots that still hold credits, the next to be spent first."""
    found = CreditLot.objects.of(business_id).filter(remaining__gt=0)
    return sorted(found, key=CreditLot.spending_order)


@dataclass(frozen=True, slots=True)
class Balance:
    """An account with its lots, the next to be spent first, and the monthly add-on when there is one."""

    account: BusinessAICredits
    lots: list[CreditLot]
    monthly_addon_details: dict[str, Any] | None = None

    @property
    def has_monthly_addon(self) -> bool:
        return self.monthly_addon_details is not None


def balance(account: BusinessAICredits) -> Balance:
    """What stands behind a balance. Two queries."""
    return Balance(account, live_lots(account.business_id), _addon(account.business_id))


def _addon(business_id: uuid.UUID) -> dict[str, Any] | None:
    addons = AIMonthlyAddon.objects.of(business_id).filter(package=AICreditPurchase.Package.ADDON)
    active = addons.filter(status=AIMonthlyAddon.Status.ACTIVE).first()
    if active is None:
        return None
    return {
        "price": active.monthly_price,
        "credits": active.monthly_credits,
        "next_renewal": None if active.cancel_at_period_end else active.next_renewal_date,
    }


def transactions(business_id: uuid.UUID) -> QuerySet[AITransaction]:
    """Every request, the latest first."""
    return AITransaction.objects.of(business_id).select_related("user")


def ledger(business_id: uuid.UUID) -> QuerySet[LedgerEntry]:
    """Every change of the balance with its lot and the request it paid for, the latest first."""
    entries = LedgerEntry.objects.of(business_id).select_related("lot__purchase", "transaction")
    return entries.order_by("-created_at", "-id")


def alerts(business_id: uuid.UUID) -> QuerySet[AIUsageAlert]:
    """Every alert, the latest first."""
    return AIUsageAlert.objects.of(business_id)


def usage(business_id: uuid.UUID, days: int) -> dict[str, Any]:
    """Requests and credits of the last `days` days in Accra, today included: totals, by feature and by day."""
    first = clock.today() - dt.timedelta(days=days - 1)
    rows = AITransaction.objects.of(business_id).filter(timestamp__gte=clock.start_of(first)).order_by()
    totals = rows.aggregate(
        requests=Count("pk"),
        successful=Count("pk", filter=Q(success=True)),
        cached=Count("pk", filter=Q(cached=True)),
        credits=Sum("credits_used", default=money.ZERO),
        milliseconds=Avg("processing_time_ms", filter=Q(success=True)),
    )
    by_feature = rows.values("feature").annotate(count=Count("pk"), credits=Sum("credits_used"))
    features = [
        {
            "feature": row["feature"],
            "name": display_name(row["feature"]),
            "count": row["count"],
            "credits": row["credits"],
        }
        for row in by_feature.order_by("-count", "feature")
    ]
    by_day = rows.annotate(date=TruncDate("timestamp", tzinfo=clock.ACCRA)).values("date")
    return {
        "period_days": days,
        "total_credits_used": totals["credits"],
        "total_requests": totals["requests"],
        "successful_requests": totals["successful"],
        "success_rate": _percent(totals["successful"], totals["requests"]),
        "avg_response_time_ms": round(totals["milliseconds"] or 0),
        "cache_hit_rate": _percent(totals["cached"], totals["requests"]),
        "feature_breakdown": features,
        "daily": list(by_day.annotate(requests=Count("pk"), credits=Sum("credits_used")).order_by("date")),
        "most_used_feature": features[0]["feature"] if features else None,
    }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
