"""Everything every AI feature sends of the demo shops, with names typed into all that can be typed: nobody is in it."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import Membership, Storefront, User
from accounts.tests.builders import caller_of
from ai_features import engine
from ai_features.features import FEATURES
from ai_features.models import CreditAlert
from ai_features.services.model.prompts import system
from ai_features.services.query_intelligence import planner
from ai_features.tests.builders import make_lot
from ai_features.tests.conftest import _books_are_right, _counted_anew  # noqa: F401  (used by all)
from ai_features.tests.losses import make_loss_alert
from ai_features.tests.people import Person, Watch, everyone
from ai_features.tests.stubs.openai import Call, OpenAIStub, obedient, texts
from ai_features.tests.toy import TOY
from app.demo import repricing
from common import clock
from common.tenancy import Role
from inventory.models import Category, Product
from reports.catalogue import REPORTS
from sales.models import CollectionNote, Customer, PromiseToPay, Sale

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]

ORDINARY = frozenset(
    (
        "bar",
        "block",
        "customers",
        "dr",
        "enterprise",
        "group",
        "hajia",
        "ltd",
        "maame",
        "nana",
        "osu",
        "provisions",
        "repairs",
        "rev",
        "roofing",
        "sales",
        "samsung",
        "sons",
        "table",
        "tema",
        "time",
        "trading",
        "ventures",
        "wholesale",
    )
)
"""Words of the demo's names that are titles, forms of business, or words of its goods, its shops and our prompts."""
PLENTY = {"requests_per_minute": 100_000, "requests_per_hour": 100_000, "requests_per_day": 100_000}


@pytest.fixture(scope="module")
def told(demo: dict[str, Any], django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """The demo shops with more told of their people than the demo tells."""
    with django_db_blocker.unblock(), transaction.atomic():
        _tell_more_of_people()
        yield demo
        transaction.set_rollback(True)


def _tell_more_of_people() -> None:
    for number, customer in enumerate(Customer.objects.order_by("pk")):
        customer.email = f"buyer{number}.ofdemo@mail.example"
        customer.address = f"Plot {number + 11} Sakumono Lane, Lashibi"
        customer.save(update_fields=["email", "address"])
    for thing in (Product, Category, Storefront):
        for named in thing.objects.order_by("pk"):
            customer = Customer.objects.of(named.business_id).filter(name="Kwame Mensah").get()
            if named.pk.int % 5 == 0 or thing is Storefront:
                named.name = f"{named.name} of {customer.name}"[:100]
                named.save(update_fields=["name"])
    for number, user in enumerate(User.objects.filter(memberships__isnull=False).distinct().order_by("pk")):
        user.phone = f"+2335550001{number:02}"
        user.save(update_fields=["phone"])
    about = Concat(F("customer__name"), Value(" says "), F("customer__phone"))
    for model, field in ((CollectionNote, "text"), (PromiseToPay, "note"), (Sale, "dispute_reason")):
        for row in model.objects.filter(customer__isnull=False).annotate(about=about)[:400]:
            model.objects.filter(pk=row.pk).update(**{field: row.about[:250]})


@pytest.fixture(params=[0, 1], ids=["Accra", "Kumasi"])
def shop(request: pytest.FixtureRequest, db: None, told: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """One of the demo shops with credits and a scan for credit alerts."""
    settings.AI_RATE_LIMITS = PLENTY
    settings.AI_BUDGET_CAPS = dict.fromkeys(settings.AI_BUDGET_CAPS, Decimal(100_000))
    described: dict[str, Any] = told["businesses"][request.param]
    make_lot(uuid.UUID(described["id"]), "10000.00")
    call_command("run_due_jobs", "--only", "credit_alerts", stdout=StringIO())
    if not CreditAlert.objects.of(described["id"]).exists():
        customer = Customer.objects.of(described["id"]).earliest("name")
        CreditAlert.objects.create(
            business_id=described["id"],
            customer=customer,
            severity="HIGH",
            signs={"utilisation_jump": [20, 90]},
            outstanding_balance=Decimal(900),
            credit_limit=Decimal(1000),
            detected_at=clock.now(),
        )
    return described


def asked_of(shop: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(method, address, body) of requests to every feature, with people typed into all that takes text."""
    customers = list(Customer.objects.of(shop["id"]))
    products = list(Product.objects.of(shop["id"]).values_list("pk", flat=True))
    for number, each in enumerate(customers):
        query, stream = ("query/stream/", "query/") if number % 2 else ("query/", "query/stream/")
        whole = f"{each.name}, {each.phone}, {each.email}, {each.address}"
        yield "POST", query, {"query": f"is {each.name.lower()} at 0{each.phone[4:]} as good as {whole}?"}
        yield "POST", stream, {"query": f"what does {each.name} owe"}
        details = {"made for": each.name, "call": f"0{each.phone[4:6]} {each.phone[6:9]} {each.phone[9:]}"}
        details |= {"write to": each.email, "shown at": each.address}
        wish = {"product_name": f"Hamper for {each.name}", "category": f"As {each.name} likes", "attributes": details}
        yield "POST", "products/generate-description/", wish
        counter = {"message": f"{each.name}, 0{each.phone[4:]}, of {each.address}, wants rice or a tv under 6000"}
        yield "POST", "sales-assistant/", counter | {"context": {"customer_id": each.pk}}
        if not each.credit_limit:
            continue
        yield "POST", "collections/message/", {"customer_id": each.pk, "language": "en", "include_payment_plan": True}
        yield "GET", f"credit/payment-prediction/{each.pk}/", {}
        yield "POST", "credit/assess/", {"customer_id": each.pk, "requested_credit_limit": "900.00"}
    for person in shop["staff"]:
        yield "POST", "query/", {"query": f"how good is {person['name']} ({person['email']}) at the till, really?"}
        yield "POST", "query/stream/", {"query": f"how much did {person['name']} sell last month"}
    yield "POST", "products/generate-descriptions/", {"product_ids": products[:20]}
    for product in products[:5]:
        yield "POST", "inventory/forecast/", {"product_id": product}
        yield "POST", "pricing-optimizer/", {"product_id": product}
        yield "POST", "pricing-optimizer/what-if/", {"product_id": product, "change_percent": "5"}
    for changed in Product.objects.of(shop["id"]).filter(sku__in=repricing.OWN):
        yield "POST", "pricing-optimizer/", {"product_id": changed.pk}
        yield "POST", "pricing-optimizer/what-if/", {"product_id": changed.pk, "change_percent": "5"}
    yield "POST", "credit/collection-priority/", {}
    yield "GET", "portfolio/dashboard/", {}
    for alert in CreditAlert.objects.of(shop["id"]):
        yield "GET", f"credit/alerts/{alert.pk}/", {"explain": "1"}
    for member in Membership.objects.of(shop["id"]).exclude(role=Role.OWNER):
        found = make_loss_alert(member.business, member=member)
        yield "GET", f"fraud-alerts/{found.pk}/", {"explain": "1"}


def reports_of() -> Iterator[tuple[str, dict[str, Any]]]:
    for report in REPORTS:
        yield f"/reports/api/{report.path}/", {"narrative": "1", "recommendations": "1"}
    yield "/reports/api/inventory/reorder/", {"narrative": "1"}


def receipts_of(shop: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The last receipt of each customer who reads English."""
    Customer.objects.of(shop["id"]).update(marketing_allowed=True)
    for customer in Customer.objects.of(shop["id"]).filter(language="en", sales__kind="sale").distinct()[:20]:
        yield f"/sales/api/sales/{customer.sales.filter(kind='sale').latest('sold_at').pk}/receipt/", {"ai": "1"}


def ask_everything(shop: dict[str, Any]) -> None:
    client: Any = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {shop['staff'][0]['token']}", HTTP_X_BUSINESS_ID=shop["id"])
    for method, address, given in asked_of(shop):
        answer = (
            client.get(f"/ai/api/{address}", given) if method == "GET" else client.post(f"/ai/api/{address}", given)
        )
        if answer.streaming:
            b"".join(answer.streaming_content)
        assert answer.status_code == 200, (address, given, answer.content)
    for address, asked in [*reports_of(), *receipts_of(shop)]:
        body = client.get(address, asked).json()
        assert "ai_error" not in body, body["ai_error"]


def echoing(people: list[Person]) -> Any:
    """A model that first writes somebody's name and phone into every text, and keeps the rules when told of it."""
    told: set[str] = set()

    def answer(payload: dict[str, Any], schema: dict[str, Any]) -> Any:
        asked = json.dumps(payload)
        if "answerable" in schema["properties"] or asked in told:
            return obedient(payload, schema)
        told.add(asked)
        person = people[len(told) % len(people)]
        return texts(f"Call {person.name} at {person.phone}, {person.email}, {person.address}.")(payload, schema)

    return answer


def test_nobody_of_the_demo_is_in_anything_that_is_sent(shop: dict[str, Any], openai: OpenAIStub) -> None:
    own = Customer.objects.of(shop["id"]).values_list("name", "phone", "email", "address")
    openai.says(echoing([Person(*row) for row in own]))
    ask_everything(shop)
    watch = Watch(everyone(), ordinary=ORDINARY)
    assert sorted({secret for call in openai.calls for secret in watch.found_in(call)}) == []
    asked = {call.prompt for call in openai.calls}
    silent = {"pricing_optimizer", "pricing_what_if"} if shop["name"].startswith("Kejetia") else set()  # too few sales
    assert {feature.id for feature in FEATURES if system(feature.prompt) not in asked} - silent == set()
    assert planner.PROMPT in asked
    assert any(call.body.get("stream") for call in openai.calls)
    assert any(len(call.body["messages"]) > 2 for call in openai.calls), "no answer was sent back to be corrected"


def test_a_feature_that_leaks_would_be_found(shop: dict[str, Any], openai: OpenAIStub) -> None:
    """The watch is not blind: a name, phone, email and address that a feature shows are each found."""
    person = Customer.objects.of(shop["id"]).get(name="Kwame Mensah")
    watch = Watch(everyone(), ordinary=ORDINARY)
    leaks = {
        "a whole name": person.name,
        "a first name in a sentence": "the one called KWAME is late",
        "a phone": f"0{person.phone[4:6]}-{person.phone[6:]}",
        "an email": person.email.upper(),
        "an address": person.address.replace(",", ";"),
        "a name in parts": "me\u200bns\u00e1h",
        "a member of staff": shop["staff"][1]["name"],
    }
    for kind, leak in leaks.items():
        call = Call({"messages": [{"role": "user", "content": json.dumps({"slots": {"total": leak}})}]}, "", {})
        assert watch.found_in(call), kind
    assert not watch.found_in(Call({"messages": [{"role": "user", "content": "Osu sales: Samsung"}]}, "", {}))
    assert watch.found_in(Call({"user": person.email}, "", {}))
    assert watch.found_in(Call({}, "", {"X-For": person.name}))


def test_a_leaky_feature_is_caught_on_its_way(shop: dict[str, Any], openai: OpenAIStub, settings: Settings) -> None:
    """As the features above, but with a customer in its prompt."""
    owner = Membership.objects.of(shop["id"]).get(role=Role.OWNER)
    customer = Customer.objects.of(shop["id"]).earliest("name")
    settings.AI_PROVIDER = "openai"
    engine.run(replace(TOY, prompt=f"Greet {customer.name}.", cache_for=0), caller_of(owner), {"query": "who"})
    assert Watch(everyone(), ordinary=ORDINARY).found_in(openai.calls[-1])
    openai.calls.clear()  # what was leaked here on purpose is not for the fixture to find again
