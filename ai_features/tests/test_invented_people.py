"""Invented names, numbers and writings: none of them leaves. INVENTED=10000 and
INVENTED_PROMPTS=10000 for as many as were tried by hand, INVENTED_SEED for others."""

import json
import os
import random
from collections import Counter
from decimal import Decimal

from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.features import FEATURES
from ai_features.services import privacy
from ai_features.tests import invented
from ai_features.tests.builders import agree, make_lot
from ai_features.tests.examples import make_trading, url_of
from ai_features.tests.invented import Case
from ai_features.tests.stubs.openai import OpenAIStub
from conftest import Shop
from inventory.models import Product, Supplier
from inventory.tests.builders import make_product
from sales.models import Customer

CASES = int(os.environ.get("INVENTED", "1500"))
SEED = int(os.environ.get("INVENTED_SEED", "0"))
CARRIERS = (
    "what does {} owe",
    "has {} paid",
    "sales to {} in may",
    "call {} now",
    "{}",
    "is it {}?",
    "how much did {} buy",
    "top products bought by {} and others",
)


def record(shop: Shop, names: list[str]) -> None:
    """Each name as that of a customer, every fifth as that of a supplier."""
    for number, name in enumerate(names):
        (Supplier if number % 5 == 0 else Customer).objects.create(business=shop.business, name=name)


def test_nothing_invented_is_in_a_text_that_leaves(shop: Shop) -> None:
    dice = random.Random(7 + SEED)
    recorded = invented.names(dice, 250)
    record(shop, recorded)
    cases = [invented.case(dice, recorded) for _ in range(CASES)]
    texts = [dice.choice(CARRIERS).format(each.written) for each in cases]
    sent = privacy.redact(shop.business.pk, texts).texts
    leaks = [
        (each.kind, text, left) for each, text, left in zip(cases, texts, sent, strict=True) if each.found_in(left)
    ]
    assert leaks == [], Counter(kind for kind, _, _ in leaks)


PROMPTS = int(os.environ.get("INVENTED_PROMPTS", "120"))


def asked_about(shop: Shop, case: Case, number: int) -> tuple[str, dict[str, object]]:
    """A request that takes what somebody typed, or has recorded, to a model: the prompts that hold text take turns."""
    written, typed = case.written[:90], case.written[:150]
    if number % 3 == 0:
        return "query/", {"query": f"how good is {written} at buying, really?"}
    if number % 3 == 1:
        details = {"made for": typed, "call": typed}
        return "products/generate-description/", {"product_name": f"Hamper for {typed}", "attributes": details}
    product = make_product(shop.business, f"Hamper for {written}"[:190], brand=written[:90], sku=f"H{number}")
    return "products/generate-descriptions/", {"product_ids": [str(product.pk)]}


def test_nothing_invented_is_in_a_prompt(
    shop: Shop, owner_client: APIClient, openai: OpenAIStub, settings: Settings
) -> None:
    settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 1_000_000)
    settings.AI_BUDGET_CAPS = dict.fromkeys(settings.AI_BUDGET_CAPS, Decimal(1_000_000))
    agree(shop.caller)
    make_lot(shop.business.pk, "100000.00")
    dice = random.Random(11 + SEED)
    recorded = invented.names(dice, 100)
    record(shop, recorded)
    leaks, prompts = [], set()
    for number in range(PROMPTS):
        case = invented.case(dice, recorded)
        url, body = asked_about(shop, case, number)
        owner_client.post(f"/ai/api/{url}", body)
        for call in openai.calls:
            prompts.add(call.prompt)
            said = {key: call.payload.get(key) for key in ("slots", "user_text")}
            if case.found_in(json.dumps(said, ensure_ascii=False)):
                leaks.append((case.kind, body, said))
        openai.calls.clear()
        Product.objects.filter(sku=f"H{number}").delete()  # else each request would learn more and more goods
    assert leaks == [], (Counter(kind for kind, _, _ in leaks), leaks)
    assert len(prompts) == 2  # of plans, and of descriptions, single and in bulk


def test_nothing_invented_is_in_the_prompts_about_recorded_customers(
    shop: Shop, owner_client: APIClient, openai: OpenAIStub, settings: Settings
) -> None:
    """Every other feature, asked about customers and suppliers of invented names."""
    settings.AI_BUDGET_CAPS = dict.fromkeys(settings.AI_BUDGET_CAPS, Decimal(1_000_000))
    settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 1_000_000)
    trading = make_trading(shop)
    make_lot(shop.business.pk, "100000.00")
    dice = random.Random(13 + SEED)
    about_people = ("credit", "collection", "payment", "portfolio", "alert", "report", "segment")
    asked = [feature for feature in FEATURES if feature.key.startswith(about_people)]
    for name in invented.names(dice, max(4, PROMPTS // 60)):
        Customer.objects.filter(pk=trading.customer.pk).update(name=name)
        for feature in asked:
            url, given = url_of(feature, trading)
            owner_client.post(url, given) if feature.methods == ("POST",) and feature.path else owner_client.get(
                url, given
            )
        case = invented.of_name(name, name, "as it is")
        slots = [json.dumps(call.payload["slots"], ensure_ascii=False) for call in openai.calls]
        assert len(slots) >= 7  # the others have nothing to report in this shop
        assert [case.found_in(text) for text in slots if case.found_in(text)] == []
        openai.calls.clear()
