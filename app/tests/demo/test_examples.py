"""The examples on the page of the API are sent to the demo as they stand, each after those that it rests on, and work.

What a person reads in an email or an app, or a vendor signs, is put in here.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import TestCase
from rest_framework.test import APIClient

from accounts.models import Business, Storefront
from accounts.tests.letters import code_of, link_to
from ai_features.services.notices import credit_alerts, stock_alerts
from ai_features.tests.losses import make_loss_alert
from ai_features.tests.stubs.paystack import PaystackStub
from app.openapi.examples import BODIES, FORMS, PATHS, QUERIES, body_of
from app.openapi.postman import collection
from app.openapi.sources import OF_OPERATIONS, OF_PATHS, source_of
from app.tests.routes import schema

pytestmark = pytest.mark.xdist_group("demo")

IN_PATH = re.compile(r"\{\w+\}")
SECRET = "sk_test_local"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
Answers = dict[str, Any]


@dataclass
class Demo:
    """The demo as its first owner sees it."""

    client: APIClient
    business: Business
    owner: dict[str, str]
    paystack: PaystackStub


def _paid(demo: Demo, answers: Answers) -> None:
    """Whatever was bought last is paid, and verified."""
    found = [each.get("payment") or each for each in answers.values() if isinstance(each, dict)]
    reference = [each["reference"] for each in found if "authorization_url" in each][-1]
    demo.paystack.pay(reference)
    assert demo.client.get("/ai/api/credits/verify/", {"reference": reference}).data["status"] == "completed"


def _warned(demo: Demo, answers: Answers) -> None:
    credit_alerts.scan(demo.business.pk)
    stock_alerts.scan(demo.business.pk)


def _suspected(demo: Demo, answers: Answers) -> None:
    make_loss_alert(demo.business, storefront=Storefront.objects.of(demo.business.pk)[0], member=None)


HAPPENS: dict[str, Callable[[Demo, Answers], None]] = {"(paid)": _paid, "(scan)": _warned, "(losses)": _suspected}
BEFORE: dict[str, tuple[str, ...]] = {
    "acceptInvitation": ("inviteStaff",),
    "approveTill": ("closeTill",),
    "cancelAddon": ("subscribeAddon", "(paid)"),
    "cancelPlan": ("subscribeToPlan", "(paid)"),
    "completeCount": ("enterCount",),
    "confirmMyTwoFactor": ("startMyTwoFactor",),
    "endMyTwoFactor": ("confirmMyTwoFactor",),
    "explainTill": ("closeTill",),
    "getExpensePhoto": ("attachExpensePhoto",),
    "getInvoice": ("purchaseCredits", "(paid)"),
    "listCreditAlerts": ("(scan)",),
    "listCustomerMerges": ("mergeCustomers",),
    "listFraudAlerts": ("(losses)",),
    "listPriceHistory": ("updateProduct",),
    "listStockAlerts": ("(scan)",),
    "lookAtInvitation": ("inviteStaff",),
    "postVerifyPurchase": ("purchaseCredits",),
    "receivePurchaseOrder": ("sendPurchaseOrder",),
    "refundPurchase": ("purchaseCredits", "(paid)"),
    "renewMyRecoveryCodes": ("confirmMyTwoFactor",),
    "resetPassword": ("forgotPassword",),
    "resolveSaleDispute": ("disputeSale",),
    "resumeAddon": ("cancelAddon",),
    "resumePlan": ("cancelPlan",),
    "undoProposal": ("approveProposal",),
    "verifyEmail": ("register",),
    "verifyPurchase": ("purchaseCredits",),
}
"""What must have happened before an example can work; what its address names comes from the page itself."""


def _secret() -> str:
    found = [secret for letter in mail.outbox for secret in re.findall(r"secret=([\w-]+)", str(letter.body))]
    return str(found[-1])


def _both(demo: Demo, answers: Answers) -> dict[str, str]:
    code = code_of(answers["startMyTwoFactor"]["secret"], ahead=1)
    return {"current_password": demo.owner["password"], "code": code}


READ: dict[str, Callable[[Demo, Answers], dict[str, Any]]] = {
    "login": lambda demo, _: {"password": demo.owner["password"]},
    "resetPassword": lambda demo, _: {"token": link_to(demo.owner["email"])},
    "verifyEmail": lambda _, answers: {"token": link_to(answers["register"]["user"]["email"])},
    "lookAtInvitation": lambda *_: {"secret": _secret()},
    "acceptInvitation": lambda *_: {"secret": _secret()},
    "changeMyEmail": lambda demo, _: {"current_password": demo.owner["password"]},
    "changeMyPassword": lambda demo, _: {"current_password": demo.owner["password"]},
    "startMyTwoFactor": lambda demo, _: {"current_password": demo.owner["password"]},
    "confirmMyTwoFactor": lambda _, answers: {"code": code_of(answers["startMyTwoFactor"]["secret"])},
    "endMyTwoFactor": _both,
    "renewMyRecoveryCodes": _both,
    "postVerifyPurchase": lambda _, answers: {"reference": answers["purchaseCredits"]["reference"]},
    "verifyPurchase": lambda _, answers: {"reference": answers["purchaseCredits"]["reference"]},
    "listSales": lambda *_: {"status": "open"},
    "exchangeSale": lambda _, answers: {
        "back": [{"line_id": answers["createSale"]["lines"][0]["id"], "quantity": "1"}]
    },
    "attachExpensePhoto": lambda *_: {"photo": SimpleUploadedFile("receipt.png", PNG)},
    "askByVoice": lambda *_: {"audio": SimpleUploadedFile("question.ogg", b"OggS" + bytes(800))},
}
"""What is put into an example: a password, what an email or an app shows, an id of an earlier answer, a photo."""

OF_VENDORS = {"receivePaystackEvent", "receiveWhatsAppNews", "receiveSmsReport", "confirmWhatsAppAddress"}
REFUSED = {"askByVoice": 403, "getSubscriptionCard": 404}
"""Voice waits until an owner agrees, and then needs a model that hears; no card is kept until one has paid by card."""


def operations() -> dict[str, tuple[str, str, dict[str, Any]]]:
    return {
        operation["operationId"]: (method.upper(), path, operation)
        for path, entry in schema()["paths"].items()
        for method, operation in entry.items()
    }


def test_every_operation_has_an_example_of_all_that_it_must_be_given() -> None:
    missing = [f"{name}: {what}" for name in operations() for what in _missing(name)]
    assert missing == [], "Examples are in app/openapi/examples.py, and where ids come from in sources.py"


def _missing(name: str) -> Iterator[str]:
    _, path, operation = operations()[name]
    contents = operation.get("requestBody", {}).get("content", {})
    if contents and not any("example" in each for each in contents.values()):
        yield "body"
    for each in operation.get("parameters", ()):
        is_needed = each.get("required") and "example" not in each
        if is_needed and not (each["in"] == "path" and source_of(name, path)):
            yield str(each["name"])


def test_no_example_is_of_an_operation_that_is_gone() -> None:
    known, paths = operations(), {path for _, path, _ in operations().values()}
    assert {*BODIES, *FORMS, *QUERIES, *BEFORE, *READ, *OF_VENDORS, *REFUSED} <= {*known}
    assert {*PATHS} <= paths
    assert {source.operation for source in (*OF_PATHS.values(), *OF_OPERATIONS.values())} | {*OF_OPERATIONS} <= {*known}
    assert [start for start in OF_PATHS if not any(path.startswith(start) for path in paths)] == []


def test_an_answer_tells_which_operations_take_its_id() -> None:
    links = operations()["createCart"][2]["responses"]["201"]["links"]
    assert {*links} == {"getCart", "deleteCart", "takeUpCart"}
    assert links["getCart"] == {"operationId": "getCart", "parameters": {"id": "$response.body#/id"}}


@pytest.fixture
def _vendors(settings: Any) -> None:
    settings.PAYSTACK_SECRET_KEY = settings.WHATSAPP_APP_SECRET = settings.WHATSAPP_VERIFY_TOKEN = SECRET
    settings.SMS_REPORTS_URL = f"https://shop.example/{PATHS['/ai/api/messages/sms/{secret}/']}/"


@pytest.fixture
def as_owner(demo: dict[str, Any], _vendors: None, db: None, settings: Any, tmp_path: Any) -> Iterator[Demo]:
    settings.MEDIA_ROOT = tmp_path
    settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 10_000)
    client = APIClient(raise_request_exception=False)
    client.credentials(HTTP_AUTHORIZATION=f"Token {demo['token']}", HTTP_X_BUSINESS_ID=demo["business_id"])
    business = Business.objects.get(pk=demo["business_id"])
    with PaystackStub(SECRET) as paystack:
        settings.PAYSTACK_BASE_URL = paystack.url
        yield Demo(client, business, demo["businesses"][0]["staff"][0], paystack)


def test_every_example_works_in_the_demo(as_owner: Demo) -> None:
    kept: Answers = {}
    makers = {source.operation for source in OF_PATHS.values() if source.operation not in BEFORE}
    failed = [said for name in sorted(makers) if (said := _problem(as_owner, name, kept))]
    rest = operations().keys() - makers - OF_VENDORS
    for name in sorted(rest, key=lambda each: (operations()[each][0] != "GET", each)):  # files are not undone
        with _undone():
            failed += [said] if (said := _problem(as_owner, name, dict(kept))) else []
    assert not failed, "\n".join(failed)


@contextmanager
def _undone() -> Iterator[None]:
    before = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(before)


def _problem(demo: Demo, name: str, answers: Answers) -> str:
    """What went wrong with an example; "" when it worked."""
    try:
        _run(demo, name, answers)
    except (AssertionError, LookupError) as problem:
        return f"{name}: {type(problem).__name__} {str(problem)[:300]}"
    return ""


def _run(demo: Demo, name: str, answers: Answers) -> Any:
    """The answer of an operation to its example, after all that must be there before it."""
    if name in answers:
        return answers[name]
    for earlier in BEFORE.get(name, ()):
        if earlier in HAPPENS:
            HAPPENS[earlier](demo, answers)
        else:
            _run(demo, earlier, answers)
    path = operations()[name][1]
    named = PATHS.get(path, "")
    if source := source_of(name, path):
        named = str(_at(source.pointer, _run(demo, source.operation, answers)))
    given = READ[name](demo, answers) if name in READ else {}
    answers[name] = _sent(demo, name, IN_PATH.sub(named, path), given)
    return answers[name]


def _sent(demo: Demo, name: str, address: str, given: dict[str, Any]) -> Any:
    cache.clear()
    method = operations()[name][0].lower()
    send: Any = getattr(demo.client, method)
    with TestCase.captureOnCommitCallbacks(execute=True):
        if method == "get":
            answer = send(address, QUERIES.get(name, {}) | given)
        elif name in FORMS:
            files = {key: SimpleUploadedFile(f"{key}.csv", value.encode()) for key, value in FORMS[name].items()}
            answer = send(address, files | given, format="multipart")
        else:
            body = body_of(name)
            answer = send(address, body if body is None else body | given, format="json")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    expected = REFUSED.get(name, 200)
    assert answer.status_code // 100 == expected // 100, f"answered {answer.status_code}: {content[:300]!r}"
    return json.loads(content) if "json" in answer.headers.get("Content-Type", "") else None


def _at(pointer: str, answer: Any) -> Any:
    for part in pointer.strip("/").split("/"):
        answer = answer[int(part)] if part.isdigit() else answer[part]
    return answer


@pytest.mark.usefixtures("_vendors")
def test_what_vendors_send_works_with_their_signature(db: None) -> None:
    paystack, whatsapp = (json.dumps(BODIES[name]) for name in ("receivePaystackEvent", "receiveWhatsAppNews"))
    key = SECRET.encode()
    signed = {"X-Paystack-Signature": hmac.new(key, paystack.encode(), hashlib.sha512).hexdigest()}
    marked = {"X-Hub-Signature-256": "sha256=" + hmac.new(key, whatsapp.encode(), hashlib.sha256).hexdigest()}
    asked = {"hub.mode": "subscribe", "hub.verify_token": SECRET, "hub.challenge": "1158201444"}
    send, read = APIClient().generic, APIClient().get
    paths = {name: IN_PATH.sub(PATHS.get(operations()[name][1], ""), operations()[name][1]) for name in OF_VENDORS}
    answers: list[Any] = [
        send("POST", paths["receivePaystackEvent"], paystack, "application/json", headers=signed),
        send("POST", paths["receiveWhatsAppNews"], whatsapp, "application/json", headers=marked),
        read(paths["receiveSmsReport"]),
        read(paths["confirmWhatsAppAddress"], asked),
    ]
    assert [each.status_code for each in answers] == [200] * 4


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
