"""The fair use of a plan whose answers cost nothing: counted at list price, told at four fifths, ended at the whole."""

from decimal import Decimal

import structlog

from ai_features.models import AIMonthlyAddon, AIUsageAlert
from common import money

log = structlog.get_logger("ai_features.billing")
TOLD_AT = Decimal("0.8")
Type = AIUsageAlert.Type


def watch(plan: AIMonthlyAddon, used: Decimal) -> None:
    """After an answer: tell the owner once a month that the limit is near, and our staff once that it is reached."""
    assert plan.fair_use is not None
    limit = plan.fair_use
    if used >= TOLD_AT * limit:
        _tell(plan, Type.FAIR_USE_END if used >= limit else Type.FAIR_USE, used, limit)


def _tell(plan: AIMonthlyAddon, alert_type: AIUsageAlert.Type, used: Decimal, limit: Decimal) -> None:
    _, is_new = AIUsageAlert.objects.get_or_create(
        business_id=plan.business_id,
        key=f"{alert_type}:{plan.pk}:{plan.period_start}",
        defaults={"alert_type": alert_type, "current_balance": money.cedis(used), "threshold": limit},
    )
    if is_new:
        log.warning("fair_use", business=str(plan.business_id), alert=str(alert_type), used=str(used))
