"""The log of requests: what each one asked of the model, what that cost, and what was charged."""

import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ai_features.models import AIText, AITransaction, Outcome
from ai_features.models.usage import SUCCESSES
from common import clock, money, statements

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageRecord:
    """How a request went: tokens, the model's unit price and cost as they were, texts with slots unfilled."""

    outcome: str
    model: str = ""
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    unit_price: dict[str, Any] | None = None
    cost_usd: Decimal = NOTHING
    cost_ghs: Decimal = NOTHING
    milliseconds: int = 0
    cached: bool = False
    degraded: bool = False
    error: str = ""
    request_text: dict[str, Any] | None = None
    response_text: dict[str, Any] | None = None
    subject: str = ""
    list_price: Decimal = money.ZERO
    """In credits, of an answer that a plan made free."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "cost_ghs", money.model_cost(self.cost_ghs))


def write(
    record: UsageRecord,
    *,
    business_id: uuid.UUID,
    user_id: uuid.UUID | None,
    feature: str,
    credits: Decimal = money.ZERO,
    hold_id: uuid.UUID | None = None,
) -> AITransaction:
    """Add one row to `ai_transactions`, with its texts when there are any."""
    outcome = Outcome(record.outcome)
    row = AITransaction(
        business_id=business_id,
        user_id=user_id,
        feature=feature,
        outcome=outcome,
        credits_used=credits,
        list_price=record.list_price,
        tokens_in=record.tokens_in,
        tokens_cached=record.tokens_cached,
        tokens_out=record.tokens_out,
        model=record.model,
        unit_price=record.unit_price,
        cost_usd=record.cost_usd,
        cost_to_us=record.cost_ghs,
        processing_time_ms=record.milliseconds,
        success=outcome in SUCCESSES,
        cached=record.cached or outcome == Outcome.CACHED,
        degraded=record.degraded or outcome == Outcome.DEGRADED,
        error_message=record.error[:500],
        hold_id=hold_id,
        subject=record.subject,
        timestamp=clock.now(),
    )
    statements.insert(row)
    if record.request_text is not None or record.response_text is not None:
        statements.insert(AIText(transaction_id=row.pk, request=record.request_text, response=record.response_text))
    return row
