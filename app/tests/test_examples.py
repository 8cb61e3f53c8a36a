"""The examples on the page of the API are sent to the demo as they stand, and work."""

import json
import re
from io import StringIO
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from rest_framework.test import APIClient

from ai_features.tests.stubs.paystack import PaystackStub
from app.openapi.examples import BODIES, PATHS
from app.openapi.postman import collection
from app.tests.routes import schema

NEEDS_ANOTHER_ROW = re.compile(r"\{\w+\}")


def operations() -> dict[str, tuple[str, str, dict[str, Any]]]:
    return {
        operation["operationId"]: (method.upper(), path, operation)
        for path, entry in schema()["paths"].items()
        for method, operation in entry.items()
    }


def test_each_example_is_on_the_page_of_its_operation() -> None:
    shown = {
        name: operation["requestBody"]["content"]["application/json"].get("example")
        for name, (_, _, operation) in operations().items()
        if "application/json" in operation.get("requestBody", {}).get("content", {})
    }
    assert {name: example for name, example in shown.items() if example is not None} == BODIES
    named = {path for _, path, operation in operations().values() if "example" in str(operation.get("parameters"))}
    assert named == {*PATHS}


@pytest.mark.django_db(transaction=True)
def test_every_example_works_in_the_demo(settings: Any) -> None:
    settings.PAYSTACK_SECRET_KEY = "sk_test_local"
    settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 10_000)
    out = StringIO()
    call_command("load_demo", json=True, stdout=out, stderr=StringIO())
    demo = json.loads(out.getvalue().strip().splitlines()[-1])
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {demo['token']}", HTTP_X_BUSINESS_ID=demo["business_id"])
    with PaystackStub("sk_test_local") as paystack:
        settings.PAYSTACK_BASE_URL = paystack.url
        failed = [said for name in operations() if (said := _problem(client, name))]
    assert failed == []


def _problem(client: APIClient, name: str) -> str:
    """What went wrong with the example of an operation; "" when it worked, or when it has none."""
    method, path, _ = operations()[name]
    body = BODIES.get(name)
    if (body is None and method != "GET") or (path not in PATHS and NEEDS_ANOTHER_ROW.search(path)):
        return ""
    if method == "GET" and path not in PATHS:
        return ""
    cache.clear()
    address = NEEDS_ANOTHER_ROW.sub(PATHS.get(path, ""), path)
    answer: Any = client.generic(method, address, json.dumps(body) if body is not None else "", "application/json")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return "" if answer.status_code < 300 else f"{name} answered {answer.status_code}: {content[:200]!r}"


def test_the_postman_collection_has_every_operation_with_its_example() -> None:
    made = collection(json.loads(json.dumps(schema(), default=str)))
    requests = [each["request"] for folder in made["item"] for each in folder["item"]]
    assert len(requests) == len(operations())
    assert made["info"]["schema"].endswith("v2.1.0/collection.json")
    sale = next(each for each in requests if each["method"] == "POST" and each["url"]["raw"].endswith("/api/sales/"))
    assert json.loads(sale["body"]["raw"]) == BODIES["createSale"]
    assert {each["key"] for each in sale["header"]} == {"X-Business-Id", "Idempotency-Key"}
    product = next(each for each in requests if each["url"]["raw"].endswith("/products/:id/"))
    assert product["url"]["variable"][0]["value"] == PATHS["/inventory/api/products/{id}/"]
