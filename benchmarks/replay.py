"""A day of mixed requests to every AI feature: cache hits, tokens and cost for each.

The model's side is a local server that answers with each feature's own offline words, so that answers are as long
as real ones; tokens are counted as the server reports them, four letters each.
"""

import io
import random
from collections import defaultdict
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
from ai_features.models import AITransaction, BusinessAISettings
from ai_features.pricing import FEATURE_PRICES
from ai_features.services.billing import AIBillingService
from ai_features.services.consent import give_consent
from ai_features.tests.stubs.openai import OpenAIStub, obedient
from benchmarks.timing import say
from common.errors import DomainError
from common.tenancy import Caller, Role
from inventory.models import Product
from sales.models import Customer, Sale

REQUESTS, SEED = 300, 4
QUESTIONS = (
    "total sales last month", "top 5 products this year", "who owes the most", "profit by category last month",
    "sales this week compared with last week", "which products should I reorder", "sales by storefront this month",
    "average sale today", "who are my best customers this year", "units sold by day last week",
)  # fmt: skip
WEIGHTS = {"natural_language_query": 12, "product_description": 6, "collection_message": 3}


def run() -> None:
    """Print a row for each feature, then the whole day."""
    call_command("load_demo", stdout=io.StringIO())
    caller = _caller()
    settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 1_000_000)
    settings.AI_BUDGET_CAPS = dict.fromkeys(settings.AI_BUDGET_CAPS, Decimal(1_000_000))
    own_cache = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    with OpenAIStub() as stub, override_settings(CACHES=own_cache, REDIS_URL=""):
        settings.AI_PROVIDER, settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY = "openai", stub.url, "sk-local"
        _replay(caller, stub)
    _report(caller)


def _caller() -> Caller:
    owner = Membership.objects.filter(role=Role.OWNER, user__isnull=False).order_by("created_at")[0]
    caller = caller_of(owner)
    if not BusinessAISettings.objects.of(caller.business_id).filter(consent__isnull=False).exists():
        give_consent(caller)
    AIBillingService.grant(business_id=caller.business_id, credits=Decimal(10_000), source="grant")
    return caller


def _replay(caller: Caller, stub: OpenAIStub) -> None:
    dice = random.Random(SEED)  # noqa: S311
    features = [feature for feature in FEATURES if feature.path]
    weights = [WEIGHTS.get(feature.id, 1) for feature in features]
    products = list(Product.objects.of(caller.business_id).order_by("sku")[:15])
    open_sales = Sale.objects.of(caller.business_id).filter(due_date__isnull=False, customer__isnull=False)
    customers = list(Customer.objects.of(caller.business_id).filter(pk__in=open_sales.values("customer"))[:10])
    for feature in dice.choices(features, weights, k=REQUESTS):
        inputs = _inputs(feature, dice, products, customers)
        stub.says(_as_long_as_ours(feature, caller, inputs))
        try:
            engine.run(feature, caller, inputs)
        except DomainError as refused:
            say(f"  {feature.id}: {refused.code}: {refused.message}")


def _inputs(feature: Feature, dice: random.Random, products: list[Product], customers: list[Customer]) -> Inputs:
    product, customer = dice.choice(products), dice.choice(customers)
    given: dict[str, Any] = {
        "query": dice.choice(QUESTIONS), "message": "what goes with this?", "product_id": str(product.pk),
        "product_ids": [str(p.pk) for p in products[:10]], "customer_id": str(customer.pk),
        "requested_credit_limit": "2000.00", "forecast_days": 30,
    }  # fmt: skip
    if feature.id == "support_chat":
        given["message"] = "how do I buy credits?"
    asked = feature.inputs(data=given, context={"request": _As(customer.business_id)})
    asked.is_valid(raise_exception=True)
    found: Inputs = asked.validated_data
    return found


class _As:
    """As much of a request as fields that look up ids need."""

    def __init__(self, business_id: Any) -> None:
        self.caller = Caller(business_id, business_id, business_id, Role.OWNER)


def _as_long_as_ours(feature: Feature, caller: Caller, inputs: Inputs) -> Any:
    facts = feature.gather(caller, {**inputs, PLANNED: None} if feature.first else inputs)
    words = feature.offline(facts).model_dump(mode="json")
    fields = set(feature.words.model_fields)
    return lambda payload, schema: words if set(schema["properties"]) == fields else obedient(payload, schema)


def _report(caller: Caller) -> None:
    rows: dict[str, list[AITransaction]] = defaultdict(list)
    for row in AITransaction.objects.of(caller.business_id):
        rows[row.feature].append(row)
    say(f"  {'':<24}{'requests':>9}{'cached':>8}{'tokens':>8}{'cost GHS':>10}{'price':>7}{'margin':>8}")
    for key in FEATURE_PRICES:
        if rows[key]:
            _row(key, rows[key], FEATURE_PRICES[key].credits)
    _row("the whole day", [row for some in rows.values() for row in some], None)


def _row(name: str, some: list[AITransaction], price: Decimal | None) -> None:
    cached = sum(row.cached for row in some)
    asked = [row for row in some if row.tokens_in]
    tokens = sum(row.tokens_used for row in asked) // max(1, len(asked))
    cost = sum((row.cost_to_us for row in asked), Decimal(0)) / max(1, len(asked))
    margin = f"{100 - 100 * cost / price:>7.1f}%" if price else ""
    say(
        f"  {name:<24}{len(some):>9}{100 * cached / len(some):>7.0f}%{tokens:>8}{cost:>10.4f}"
        f"{price if price is not None else '':>7}{margin}"
    )
    outcomes = sorted({str(row.outcome) for row in some} - {"answered", "cached"})
    if outcomes and price is not None:
        say(f"    also {', '.join(outcomes)}")
