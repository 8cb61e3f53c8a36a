"""One request to an AI feature, under way: what it holds, how it is charged, and what is noted of it."""

import time
import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.conf import settings

from ai_features.errors import HoldClosed
from ai_features.feature import Feature, Inputs
from ai_features.model_work import ModelWork
from ai_features.models import AIMonthlyAddon, AITransaction, FeatureSetting, Outcome
from ai_features.queries import features as feature_queries
from ai_features.services import prometheus
from ai_features.services.billing import AIBillingService, UsageRecord
from ai_features.services.model.prices import Tokens, ghs
from ai_features.services.sharing import answer_cache
from common import money
from common.tenancy import Caller

OFFLINE = "offline"


@dataclass
class Request:
    """One request under way: who, what, the hold, the model, and since when."""

    feature: Feature
    caller: Caller
    inputs: Inputs
    row: FeatureSetting
    using: ModelWork | None = None
    plan: AIMonthlyAddon | None = None
    """The plan that makes its answers free."""
    given_free: Decimal = money.ZERO
    """What the plan had given in its paid month when the request began, in credits at list price."""
    key: str = ""
    started: float = field(default_factory=time.monotonic)
    hold_id: uuid.UUID | None = None
    paid_before: bool = False
    to_keep: answer_cache.Kept | None = None
    closed: bool = False
    subject: str = ""
    told: tuple[Any, Any] | None = None
    """The facts and the filled words of the answer."""

    @property
    def is_beyond_fair_use(self) -> bool:
        """Whether the paid month has given all that its fair use covers: then answers are worded without a model."""
        return self.plan is not None and self.plan.fair_use is not None and self.given_free >= self.plan.fair_use

    @property
    def model(self) -> str:
        return self.using.name if self.using else OFFLINE

    @property
    def milliseconds(self) -> int:
        return round((time.monotonic() - self.started) * 1000)

    @property
    def cache_seconds(self) -> int:
        if self.row.cache_seconds is not None:
            return self.row.cache_seconds
        return int(settings.AI_CACHE_DURATIONS.get(self.feature.key, self.feature.cache_for))

    @property
    def price(self) -> Decimal:
        """Credits for one unit."""
        return money.ZERO if self.plan else self.list_price

    @property
    def list_price(self) -> Decimal:
        return feature_queries.price_of(self.row)

    def take_hold(self, *, plans: bool = False) -> None:
        """Hold credits and the worst cost; at most once per request."""
        if self.hold_id is None:
            worst = self.using.worst_cost_ghs(plans=plans) if self.using else Decimal(0)
            business_id = self.caller.business_id
            self.paid_before = AIBillingService.was_charged(business_id, self.key)
            price = money.ZERO if self.paid_before else self.price * self.feature.units(self.inputs)
            placed = AIBillingService.hold(
                business_id=business_id,
                user_id=self.caller.user_id,
                feature=self.feature.key,
                credits=price,
                worst_cost_ghs=worst,
                key=self.key,
            )
            self.hold_id = placed.pk
            prometheus.in_flight.labels(self.feature.id).inc()

    def record(self, outcome: Outcome, *, error: str = "", words: Any = None, units: int = 0) -> UsageRecord:
        using = self.using
        used = using.used if using else Tokens()
        return UsageRecord(
            outcome=outcome,
            model=self.model if outcome == Outcome.ANSWERED or used.input else "",
            tokens_in=used.input,
            tokens_cached=used.cached,
            tokens_out=used.output,
            unit_price=using.price.as_json() if using else None,
            cost_usd=using.cost_usd if using else Decimal(0),
            cost_ghs=ghs(using.cost_usd) if using else Decimal(0),
            milliseconds=self.milliseconds,
            error=error,
            subject=self.subject,
            list_price=self.list_price * units if self.plan and not self.paid_before else money.ZERO,
            request_text={"sent": using.sent} if using and using.sent else None,
            response_text=words.model_dump(mode="json") if words is not None else None,
        )

    def settle(self, words: Any, units: int) -> AITransaction:
        """Charge so many units of the hold. Raises `HoldClosed` when it is too late, charging nothing."""
        assert self.hold_id
        record = self.record(Outcome.ANSWERED, words=words, units=units)
        credits = money.ZERO if self.paid_before else self.price * units
        try:
            row = AIBillingService.settle(self.hold_id, record=record, credits=credits)
        except HoldClosed:
            self._closed(record)
            raise
        self._closed(record)
        prometheus.credits.labels(self.feature.key).inc(float(row.credits_used))
        if self.plan:
            AIBillingService.watch_fair_use(self.plan, self.given_free + row.list_price)
        return row

    def free(self, outcome: Outcome, *, error: str = "", words: Any = None) -> AITransaction | None:
        """Charge nothing: give the hold back if there is one, and log how the request ended."""
        record = self.record(outcome, error=error, words=words)
        if self.hold_id:
            row = AIBillingService.release(self.hold_id, record=record)
        else:
            row = AIBillingService.record_free(
                business_id=self.caller.business_id,
                user_id=self.caller.user_id,
                feature=self.feature.key,
                record=record,
            )
        self._closed(record)
        return row

    def _closed(self, record: UsageRecord) -> None:
        if self.closed:
            return
        self.closed = True
        feature, model = self.feature.id, self.model
        if self.hold_id:
            prometheus.in_flight.labels(feature).dec()
        prometheus.requests.labels(feature, str(record.outcome)).inc()
        prometheus.request_seconds.labels(feature).observe(record.milliseconds / 1000)
        for direction, number in (
            ("in", record.tokens_in),
            ("cached", record.tokens_cached),
            ("out", record.tokens_out),
        ):
            prometheus.tokens.labels(feature, model, direction).inc(number)
        prometheus.cost.labels(feature, model).inc(float(record.cost_ghs))
