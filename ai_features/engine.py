"""The only way from a request to a model and back: permitted, gathered, held, worded, checked, settled."""

import uuid
from typing import Any

import structlog
from django.conf import settings
from django.db import DatabaseError
from pydantic import BaseModel

from ai_features.errors import AIDisabled, AIServiceError
from ai_features.feature import PLANNED, READ, Facts, Feature, Inputs
from ai_features.model_work import ModelWork, Unusable, fill_words, give_back_connections
from ai_features.models import AIMonthlyAddon, AITransaction, FeatureSetting, Outcome
from ai_features.queries import features as feature_queries
from ai_features.queries import plans as plan_queries
from ai_features.request import OFFLINE, Request
from ai_features.services import consent, prometheus
from ai_features.services.billing import AIBillingService
from ai_features.services.model.client import ModelUnavailable, longest_call
from ai_features.services.model.prices import UnknownPrice
from ai_features.services.sharing import answer_cache, limits
from ai_features.services.slots import SlotError
from common import clock, money
from common.errors import DomainError
from common.tenancy import Caller

log = structlog.get_logger("ai_features.engine")
_NOT_LOGGED = frozenset({"validation_error", "not_found", "permission_denied", "consent_required", "ai_disabled"})


def run(feature: Feature, caller: Caller, inputs: Inputs, *, key: str = "") -> dict[str, Any]:
    """The answer to one request, with what it cost: the whole response body.

    `key` marks a request and its repeats: one that was charged, and its answer lost, is answered again free.
    Raises children of `DomainError`; then nothing was charged. Call it outside a transaction: no connection is
    held while the model works.
    """
    request = begin(feature, caller, inputs, key)
    try:
        return _answered(request)
    except DomainError as refused:
        end_refused(request, refused)
        raise
    except BaseException as broken:
        end_broken(request, broken)
        raise


def begin(feature: Feature, caller: Caller, inputs: Inputs, key: str = "") -> Request:
    """Whether they may: roles, consent, switches, rate limits. Logs a refusal by a limit."""
    row, plan = _allowed(feature, caller)
    given_free = plan_queries.used_of_fair_use(plan) if plan else money.ZERO
    request = Request(feature, caller, inputs, row, plan=plan, given_free=given_free, key=key)
    if not request.is_beyond_fair_use:
        request.using = _model_for(feature, caller.business_id, row)
    own = [(limits.MINUTE, row.per_minute), (limits.HOUR, row.per_hour), (limits.DAY, row.per_day)]
    if feature.daily_limit:
        own[2] = (limits.DAY, feature.daily_limit if row.per_day is None else row.per_day)
    try:
        limits.count(caller.business_id, limits.windows(feature.key, own))
    except DomainError as refused:
        end_refused(request, refused)
        raise
    return request


def end_refused(request: Request, refused: DomainError) -> None:
    """Free, with the code of the refusal in the log of requests."""
    prometheus.refusals.labels(request.feature.id, refused.code).inc()
    if request.closed or (request.hold_id is None and refused.code in _NOT_LOGGED):
        return
    failed = refused.code == AIServiceError.code
    _give_back(request, Outcome.FAILED if failed else Outcome.REFUSED, error=refused.code)


def end_broken(request: Request, broken: BaseException) -> None:
    """A fault of ours, or a caller that went away: the hold goes back, the fault goes on."""
    if request.hold_id and not request.closed:
        left = isinstance(broken, GeneratorExit)
        _give_back(request, Outcome.ABANDONED if left else Outcome.FAILED, error=type(broken).__name__)


def _give_back(request: Request, outcome: Outcome, *, error: str) -> None:
    """Free the request whatever becomes of its log: a hold must not stay because a row cannot be written."""
    try:
        request.free(outcome, error=error)
    except Exception:
        log.exception("request_not_logged", feature=request.feature.id)
        if request.hold_id and not request.closed:
            AIBillingService.release_stuck(request.hold_id)


def _allowed(feature: Feature, caller: Caller) -> tuple[FeatureSetting, AIMonthlyAddon | None]:
    if not settings.AI_FEATURES_ENABLED:
        raise AIDisabled
    caller.require(*feature.roles)
    standing = feature_queries.for_business(feature.key, caller.business_id)
    consent.check(standing.own)
    if not standing.row.enabled:
        raise AIDisabled("This AI feature is switched off for now.")
    if standing.storefronts and standing.storefronts.is_overdue(clock.today()):
        raise AIDisabled(f"Your storefronts are paid up to {standing.storefronts.renews_on}: pay, then AI goes on.")
    if standing.plan is None:
        AIBillingService.grant_monthly_credits(standing.own)
    return standing.row, standing.plan


def _model_for(feature: Feature, business_id: uuid.UUID, row: FeatureSetting) -> ModelWork | None:
    """None: the offline wording. A model without a price is not called."""
    if settings.AI_PROVIDER == OFFLINE:
        return None
    try:
        return ModelWork.of(feature, business_id, row.model)
    except UnknownPrice as unknown:
        log.error("model_without_price", feature=feature.id, reason=str(unknown))
        raise AIServiceError from unknown


def gathered(request: Request) -> Facts:
    """The facts, after the question that some features put to the model first."""
    feature, inputs = request.feature, request.inputs
    if feature.first:
        inputs = {**inputs, READ: []}
    ask = feature.first(request.caller, inputs) if feature.first else None
    planned = None
    if ask is not None and request.using:
        request.take_hold(plans=True)
        planned = request.using.plan(ask)
    if feature.first:
        inputs = {**inputs, PLANNED: planned}
    facts: Facts = feature.gather(request.caller, inputs)
    request.subject = facts.subject
    return facts


def cache_key(request: Request, facts: Facts) -> str:
    """Feature and version, business, inputs, facts, language, provider and model."""
    parts = {
        "feature": request.feature.id,
        "version": request.feature.version,
        "inputs": {key: value for key, value in request.inputs.items() if key not in request.feature.uncached},
        "facts": facts.fingerprint(),
        "provider": settings.AI_PROVIDER,
        "model": request.model,
    }
    return answer_cache.key(request.caller.business_id, parts)


def _answered(request: Request) -> dict[str, Any]:
    facts = gathered(request)
    if early := unworded(request, facts):
        return early
    if not request.cache_seconds:
        return _fresh(request, facts)
    with answer_cache.lease(cache_key(request, facts), longest_call(request.feature.tier)) as lease:
        if body := from_cache(request, facts, lease.wait(give_back_connections)):
            return body
        body = degraded(request, facts, "failed_elsewhere") if lease.failed_elsewhere else _fresh(request, facts)
        lease.end(request.to_keep, request.cache_seconds, failed=body["degraded"])
    return body


def unworded(request: Request, facts: Facts) -> dict[str, Any] | None:
    """The free answer when there is nothing to report or a question back; None when there is more to say."""
    if not facts.nothing_to_report and not facts.asks_back:
        return None
    words = request.feature.offline(facts)
    body = answered(request, facts, fill_words(request.feature, facts.trusting(words), words))
    outcome = Outcome.QUESTION_BACK if facts.asks_back else Outcome.NOTHING_TO_REPORT
    return envelope(request, body, request.free(outcome), model=OFFLINE)


def from_cache(request: Request, facts: Facts, kept: answer_cache.Kept | None) -> dict[str, Any] | None:
    """The answer made again from kept words and present facts, free; None when there is none that fits."""
    if kept is None:
        return None
    words = request.feature.words.model_validate(kept["words"])
    trusted = facts.trusting(words) if kept["model"] == OFFLINE else facts
    try:
        body = answered(request, facts, fill_words(request.feature, trusted, words))
    except SlotError:
        return None
    return envelope(request, body, request.free(Outcome.CACHED), model=kept["model"], cached=True)


def _fresh(request: Request, facts: Facts) -> dict[str, Any]:
    request.take_hold()
    if request.using is None or facts.templated:
        return offline(request, facts)
    try:
        words, said = request.using.words(facts)
    except (ModelUnavailable, Unusable) as failure:
        return degraded(request, facts, reason_of(failure))
    return settled(request, facts, words, said)


def offline(request: Request, facts: Facts) -> dict[str, Any]:
    """Our own wording, charged like a model's where none is used at all, free where fair use is reached."""
    if request.is_beyond_fair_use:
        return degraded(request, facts, "fair_use_reached")
    words = request.feature.offline(facts)
    return settled(request, facts, words, fill_words(request.feature, facts.trusting(words), words))


def settled(request: Request, facts: Facts, words: Any, said: Any) -> dict[str, Any]:
    """Charge for what was done; the answer, and in `to_keep` the words for next time when all was done."""
    feature = request.feature
    units = feature.units(request.inputs)
    done = feature.units_done(facts, said) if feature.units_done else units
    if not done:
        return degraded(request, facts, "no_item_usable")
    body = answered(request, facts, said)
    model = OFFLINE if facts.templated else request.model
    row = request.settle(words, done)
    if done == units:
        request.to_keep = {"words": words.model_dump(mode="json"), "model": model}
    return envelope(request, body, row, model=model)


def degraded(request: Request, facts: Facts, why: str) -> dict[str, Any]:
    """The offline wording, free and never cached; `AIServiceError` where facts alone are no answer."""
    if not request.feature.degrade:
        request.free(Outcome.FAILED, error=why)
        raise AIServiceError
    words = request.feature.offline(facts)
    body = answered(request, facts, fill_words(request.feature, facts.trusting(words), words))
    return envelope(request, body, request.free(Outcome.DEGRADED, error=why), model=OFFLINE, is_degraded=True)


def answered(request: Request, facts: Facts, said: Any) -> dict[str, Any]:
    """The response of the feature, with what it was made from kept for `Feature.after`."""
    request.told = facts, said
    return as_json(request.feature.answer(facts, said))


def as_json(answer: BaseModel) -> dict[str, Any]:
    """Plain JSON, without the fields that were left out."""
    return answer.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _keep(request: Request, row: AITransaction) -> None:
    """What the feature keeps of an answer. That it cannot be kept must not lose an answer that was paid for."""
    if not request.feature.after or not request.told:
        return
    try:
        request.feature.after(*request.told, row)
    except DatabaseError:
        log.exception("answer_not_kept", feature=request.feature.id, transaction=str(row.pk))


def envelope(
    request: Request,
    body: dict[str, Any],
    row: AITransaction | None,
    *,
    model: str,
    cached: bool = False,
    is_degraded: bool = False,
) -> dict[str, Any]:
    """The answer with what every AI answer says of itself."""
    if row:
        _keep(request, row)
    balance = row.balance_after if row else None
    if balance is None:
        balance = AIBillingService.get_credit_balance(request.caller.business_id)
    return {
        **body,
        "credits_used": money.number(row.credits_used) if row else 0.0,
        "balance": money.number(balance),
        "cached": cached,
        "degraded": is_degraded,
        "model": model,
        "processing_time_ms": request.milliseconds,
        "transaction_id": str(row.pk) if row else None,
    }


def reason_of(failure: Exception) -> str:
    """For the log of requests: the reason, without what a model may have echoed."""
    return failure.reason if isinstance(failure, ModelUnavailable) else "answer_failed_its_checks"
