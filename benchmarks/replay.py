"""A day of mixed requests to every AI feature: cache hits, tokens and cost for each.

The model's side is a local server that answers with each feature's own offline words, so that answers are as long
as real ones; tokens are counted as the server reports them, four letters each.
"""

import datetime as dt
import io
import random
import uuid
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.test.utils import override_settings

from accounts.models import Membership
from accounts.tests.builders import caller_of
from ai_features import engine
from ai_features.feature import PLANNED, Feature, Inputs
from ai_features.features import FEATURES
from ai_features.features.reports import report_narrative
from ai_features.models import AITransaction, BusinessAISettings, CreditAlert, LossAlert
from ai_features.services.billing import AIBillingService
from ai_features.services.consent import give_consent
from ai_features.tests.stubs.openai import OpenAIStub
from benchmarks.timing import say
from common import clock
from common.errors import DomainError
from common.tenancy import Caller, Role
from inventory.models import Product
from reports.catalogue import REPORTS
from reports.catalogue.segmentation import SEGMENTATION
from reports.period import DEFAULT_DAYS, Period
from reports.reorder.plan import Wish, plan
from reports.reorder.shape import shape
from reports.report import Asked, Report, body
from sales.models import Customer, Sale
from sales.queries import receipts

REQUESTS, SEED = 300, 4
QUESTIONS = (
    "total sales last month",
    "top 5 products this year",
    "who owes the most",
    "profit by category last month",
    "sales this week compared with last week",
    "which products should I reorder",
    "sales by storefront this month",
    "average sale today",
    "who are my best customers this year",
    "units sold by day last week",
)
UNUSUAL = (
    "is the shop doing as well with its phones as it was",
    "would you say our rice is a slow mover of late",
    "how are things at the Tema branch these days",
    "any clients gone quiet on us",
)
"""Questions the rules are not sure of: a model plans them first, as PLAN."""
PLAN = {
    "answerable": True,
    "metrics": ["revenue"],
    "dimensions": ["category"],
    "filters": [],
    "start": "",
    "end": "",
    "compare": "none",
    "order": "high",
    "limit": 5,
    "share": False,
    "average_per": "",
    "segments": [],
    "threshold_sign": "none",
    "threshold_value": "",
}
CONTRACT_COSTS = {
    "natural_language_query": "0.008",
    "product_description": "0.005",
    "report_narrative": "0.015",
    "collection_message": "0.005",
    "payment_prediction": "0.16",
    "credit_assessment": "0.64",
}
"""What an answer was to cost us at most, in GHS."""
WEIGHTS = {"natural_language_query": 14, "product_description": 6, "collection_message": 6, "report_narrative": 6}


def run() -> None:
    """Print a row for each feature, then the whole day."""
    call_command("load_demo", stdout=io.StringIO())
    caller = demo_caller()
    settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 1_000_000)
    settings.AI_BUDGET_CAPS = dict.fromkeys(settings.AI_BUDGET_CAPS, Decimal(1_000_000))
    own_cache = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    with OpenAIStub() as stub, override_settings(CACHES=own_cache, REDIS_URL=""):
        settings.AI_PROVIDER, settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY = "openai", stub.url, "sk-local"
        asked = _replay(caller, stub)
    _report(caller, asked)


def demo_caller() -> Caller:
    """The owner of the demo shop, who has agreed, with credits to ask with."""
    owner = Membership.objects.filter(role=Role.OWNER, user__isnull=False).order_by("created_at")[0]
    caller = caller_of(owner)
    if not BusinessAISettings.objects.of(caller.business_id).filter(consent__isnull=False).exists():
        give_consent(caller)
    AIBillingService.grant(business_id=caller.business_id, credits=Decimal(10_000), source="grant")
    return caller


def _replay(caller: Caller, stub: OpenAIStub) -> dict[str, str]:
    """Ask; the feature of each transaction that was answered, single and bulk apart."""
    asked: dict[str, str] = {}
    dice = random.Random(SEED)  # noqa: S311
    weights = [WEIGHTS.get(feature.id, 1) for feature in FEATURES]
    products, customers = asked_about(caller)
    for feature in dice.choices(FEATURES, weights, k=REQUESTS):
        inputs = some_inputs(feature, dice, products, customers)
        stub.says(_as_long_as_ours(feature, caller, inputs))
        try:
            asked[engine.run(feature, caller, inputs)["transaction_id"]] = feature.id
        except DomainError as refused:
            say(f"  {feature.id}: {refused.code}: {refused.message}")
    return asked


def asked_about(caller: Caller) -> tuple[list[Product], list[Customer]]:
    """Products and debtors of the demo shop, whose credit has been looked over."""
    call_command("run_due_jobs", "--only", "credit_alerts", stdout=io.StringIO())
    products = list(Product.objects.of(caller.business_id).order_by("sku")[:15])
    open_sales = Sale.objects.of(caller.business_id).filter(due_date__isnull=False, customer__isnull=False)
    return products, list(Customer.objects.of(caller.business_id).filter(pk__in=open_sales.values("customer"))[:10])


def some_inputs(feature: Feature, dice: random.Random, products: list[Product], customers: list[Customer]) -> Inputs:
    """One request to a feature, as the API would pass it on."""
    product, customer = dice.choice(products), dice.choice(customers)
    if make := _NOT_OF_A_REQUEST.get(feature.id):
        return make(customer.business_id, dice)
    given: dict[str, Any] = {
        "query": dice.choice(QUESTIONS * 2 + UNUSUAL),
        "message": "what goes with this?",
        "product_id": str(product.pk),
        "product_ids": [str(p.pk) for p in products[:10]],
        "customer_id": str(customer.pk),
        "requested_credit_limit": "2000.00",
        "forecast_days": 30,
        "change_percent": "5",
    }
    if feature.id == "support_chat":
        given["message"] = "how do I buy credits?"
    asked = feature.inputs(data=given, context={"request": _As(customer.business_id)})
    asked.is_valid(raise_exception=True)
    found: Inputs = asked.validated_data
    return found


def _report_inputs(business_id: uuid.UUID, report: Report) -> Inputs:
    period = Period(clock.today() - dt.timedelta(days=DEFAULT_DAYS), clock.today())
    return report_narrative.inputs_of(report, period, body(report, business_id, Asked(period)))


class _As:
    """As much of a request as fields that look up ids need."""

    def __init__(self, business_id: Any) -> None:
        self.caller = Caller(business_id, business_id, business_id, Role.OWNER)
        self.headers: dict[str, str] = {}


def _alert_inputs(kind: type[CreditAlert] | type[LossAlert], business_id: uuid.UUID, dice: random.Random) -> Inputs:
    return {"alert_id": dice.choice(list(kind.objects.of(business_id).order_by("pk"))).pk}


def _receipt_inputs(business_id: uuid.UUID) -> Inputs:
    sale = Sale.objects.of(business_id).filter(kind=Sale.Kind.SALE, customer__isnull=False).latest("sold_at")
    return {"receipt": receipts.receipt(business_id, sale.pk)}


_NOT_OF_A_REQUEST: dict[str, Callable[[uuid.UUID, random.Random], Inputs]] = {
    "report_narrative": lambda shop, dice: _report_inputs(shop, dice.choice(REPORTS)),
    "segment_recommendations": lambda shop, _: {"rows": _report_inputs(shop, SEGMENTATION)["body"]["results"]},
    "credit_alert_explanation": lambda shop, dice: _alert_inputs(CreditAlert, shop, dice),
    "loss_alert_explanation": lambda shop, dice: _alert_inputs(LossAlert, shop, dice),
    "smart_receipt": lambda shop, _: _receipt_inputs(shop),
    "reorder_narrative": lambda shop, _: {"plan": shape(plan(shop, Wish()), limit=50)},
}
"""What is passed to features that take no body of their own."""


def _as_long_as_ours(feature: Feature, caller: Caller, inputs: Inputs) -> Any:
    ask = feature.first(caller, inputs) if feature.first else None
    planned = ask.schema.model_validate(PLAN) if ask else None
    facts = feature.gather(caller, {**inputs, PLANNED: planned} if feature.first else inputs)
    words = feature.offline(facts).model_dump(mode="json")
    fields = set(feature.words.model_fields)
    return lambda payload, schema: words if set(schema["properties"]) == fields else PLAN


def _report(caller: Caller, asked: dict[str, str]) -> None:
    rows: dict[str, list[AITransaction]] = defaultdict(list)
    for row in AITransaction.objects.of(caller.business_id):
        rows[asked.get(str(row.pk), row.feature)].append(row)
    say(f"  {'':<24}{'requests':>9}{'cached':>8}{'tokens':>8}{'cost GHS':>10}{'at most':>9}{'credits':>9}{'margin':>8}")
    for feature in FEATURES:
        if rows[feature.id]:
            _row(feature.id, rows[feature.id])
    _row("the whole day", [row for some in rows.values() for row in some])


def _row(name: str, some: list[AITransaction]) -> None:
    """Tokens, cost and credits are means of the requests that reached a model and were charged or free after it."""
    cached = sum(row.cached for row in some)
    asked = [row for row in some if row.tokens_in]
    number = max(1, len(asked))
    tokens = sum(row.tokens_used for row in asked) // number
    cost = sum((row.cost_to_us for row in asked), Decimal(0)) / number
    credits = sum((row.credits_used for row in asked), Decimal(0)) / number
    margin = f"{100 - 100 * cost / credits:>7.1f}%" if credits else ""
    say(
        f"  {name:<24}{len(some):>9}{100 * cached / len(some):>7.0f}%{tokens:>8}{cost:>10.4f}"
        f"{CONTRACT_COSTS.get(name, ''):>9}{credits:>9.2f}{margin}"
    )
    outcomes = sorted({str(row.outcome) for row in some} - {"answered", "cached"})
    if outcomes and name in {feature.id for feature in FEATURES}:
        say(f"    also {', '.join(outcomes)}")
