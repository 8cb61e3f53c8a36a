"""Reads over all businesses, for our own staff alone."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, ExpressionWrapper, F, Q, QuerySet, Sum
from django.db.models.functions import TruncDate

from ai_features.models import (
    AICreditPurchase,
    AITransaction,
    BusinessAICredits,
    CreditHold,
    CreditRefund,
    LedgerEntry,
    PaymentEvent,
)
from ai_features.pricing import display_name
from common import clock, money

Status = AICreditPurchase.Status
SOLD = (Status.COMPLETED, Status.REFUNDED)
_GHS: Any = DecimalField(max_digits=18, decimal_places=6)
_EARNED = ExpressionWrapper(
    -F("credits")
    * F("lot__purchase__base_amount")
    / (F("lot__purchase__credits_purchased") + F("lot__purchase__bonus_credits")),
    output_field=_GHS,
)


@dataclass(frozen=True, slots=True)
class Margin:
    """What one feature or business brought and cost in a period, in GHS before taxes.

    `earned` is the price paid for the credits that were spent; free credits earn nothing.
    """

    name: str
    requests: int
    credits: Decimal
    earned: Decimal
    cost: Decimal

    @property
    def margin(self) -> Decimal:
        return self.earned - self.cost

    @property
    def percent(self) -> Decimal | None:
        return money.share(self.margin, self.earned)


def daily(days: int) -> list[dict[str, Any]]:
    """Each of the last `days` days, today included: credits sold and used, revenue and model cost. Two queries."""
    since = _since(days)
    by_day = {
        clock.today() - dt.timedelta(days=back): {"sold": money.ZERO, "used": money.ZERO, "revenue": money.ZERO}
        | {"cost": money.ZERO}
        for back in reversed(range(days))
    }
    sold = AICreditPurchase.objects.filter(payment_status__in=SOLD, purchased_at__gte=since)
    sold = sold.exclude(package=AICreditPurchase.Package.STOREFRONT)
    for row in _by_day(sold, "purchased_at").annotate(
        sold=Sum(F("credits_purchased") + F("bonus_credits")), revenue=Sum("base_amount")
    ):
        by_day[row["day"]] |= {"sold": row["sold"], "revenue": row["revenue"]}
    used = AITransaction.objects.filter(timestamp__gte=since).order_by()
    for row in _by_day(used, "timestamp").annotate(used=Sum("credits_used"), cost=Sum("cost_to_us")):
        by_day[row["day"]] |= {"used": row["used"], "cost": row["cost"]}
    return [{"day": day} | figures for day, figures in by_day.items()]


def totals(days: int) -> dict[str, Any]:
    """What staff looks at first: failed and flagged payments, open holds, refunds, what is still owed in credits."""
    since = _since(days)
    bought = AICreditPurchase.objects.filter(created_at__gte=since).aggregate(
        failed=Count("pk", filter=Q(payment_status=Status.FAILED)),
        pending=Count("pk", filter=Q(payment_status=Status.PENDING)),
        completed=Count("pk", filter=Q(payment_status__in=SOLD)),
    )
    holds = CreditHold.objects.filter(status=CreditHold.Status.OPEN)
    return {
        **bought,
        "attention": AICreditPurchase.objects.filter(needs_attention=True).count(),
        "events_flagged": PaymentEvent.objects.filter(
            outcome=PaymentEvent.Outcome.FLAGGED, received_at__gte=since
        ).count(),
        "refunded": CreditRefund.objects.filter(status=CreditRefund.Status.DONE, closed_at__gte=since).aggregate(
            total=Sum("amount", default=money.ZERO)
        )["total"],
        **holds.aggregate(holds=Count("pk"), held=Sum("amount", default=money.ZERO)),
        **BusinessAICredits.objects.aggregate(outstanding=Sum("balance", default=money.ZERO)),
    }


def margin_by_feature(days: int) -> list[Margin]:
    """Each feature that was used, the dearest first. Two queries."""
    used = AITransaction.objects.filter(timestamp__gte=_since(days)).order_by()
    rows = used.values("feature").annotate(requests=Count("pk"), credits=Sum("credits_used"), cost=Sum("cost_to_us"))
    earned = _earned(days, "transaction__feature")
    return _sorted([_margin(display_name(row["feature"]), row, earned.get(row["feature"])) for row in rows])


def margin_by_business(days: int, *, most: int = 20) -> list[Margin]:
    """The businesses with the highest model cost. Two queries."""
    used = AITransaction.objects.filter(timestamp__gte=_since(days)).order_by()
    rows = used.values("business", "business__name").annotate(
        requests=Count("pk"), credits=Sum("credits_used"), cost=Sum("cost_to_us")
    )
    dearest = list(rows.order_by("-cost", "business")[:most])
    earned = _earned(days, "business", business__in=[row["business"] for row in dearest])
    return [_margin(row["business__name"], row, earned.get(row["business"])) for row in dearest]


def _earned(days: int, by: str, **which: Any) -> dict[Any, Decimal]:
    """GHS before taxes that were paid for the credits spent, by feature or business."""
    spent = LedgerEntry.objects.filter(
        kind=LedgerEntry.Kind.SPEND, transaction__timestamp__gte=_since(days), lot__purchase__isnull=False, **which
    ).order_by()
    return {row[by]: row["total"] for row in spent.values(by).annotate(total=Sum(_EARNED))}


def _margin(name: str, row: Mapping[str, Any], earned: Decimal | None) -> Margin:
    return Margin(name, row["requests"], row["credits"], money.cedis(earned or 0), money.cedis(row["cost"] or 0))


def _sorted(found: list[Margin]) -> list[Margin]:
    return sorted(found, key=lambda margin: (-margin.cost, margin.name))


def _by_day(rows: QuerySet[Any], field: str) -> QuerySet[Any, dict[str, Any]]:
    found: QuerySet[Any, dict[str, Any]] = rows.annotate(day=TruncDate(field, tzinfo=clock.ACCRA)).values("day")
    return found.order_by()


def _since(days: int) -> dt.datetime:
    return clock.start_of(clock.today() - dt.timedelta(days=days - 1))
