"""The envelope, health, request ids, schema: what every endpoint relies on."""

import json
import logging
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from conftest import Shop


def test_an_address_that_does_not_exist_answers_in_the_envelope(client: Client) -> None:
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert response.json()["error"] == "not_found"


def test_in_debug_an_api_address_that_does_not_exist_is_no_page(client: Client, settings: Settings) -> None:
    settings.DEBUG = True
    assert client.get("/inventory/api/nowhere/").json()["error"] == "not_found"


@pytest.mark.parametrize("debug", [True, False])
def test_a_write_to_an_address_without_its_last_slash_is_told_where_to_go(
    owner_client: APIClient, settings: Settings, debug: bool
) -> None:
    settings.DEBUG = debug
    answer = owner_client.post("/sales/api/customers", {"name": "Ama"})
    assert answer.status_code == 404
    assert "/sales/api/customers/" in answer.json()["message"]
    assert owner_client.get("/sales/api/customers")["Location"] == "/sales/api/customers/"


def test_in_debug_no_unknown_address_is_a_page(client: Client, settings: Settings) -> None:
    settings.DEBUG = True
    for address in ("/nowhere", "/accounts/ap/me/", "/api"):
        assert client.get(address).json()["error"] == "not_found"


def test_what_no_view_sees_is_refused_in_the_envelope(client: Client) -> None:
    answer = client.get("/accounts/api/me/", headers={"Host": "stranger.example"})
    assert (answer.status_code, answer.json()["error"]) == (400, "validation_error")


@pytest.mark.parametrize("address", ["credits/purchases/%00/invoice/", "credits/purchases/AI%00/refund/", "%00"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_with_a_nul_names_nothing(owner_client: APIClient, method: str, address: str) -> None:
    answer = getattr(owner_client, method)(f"/ai/api/{address}", {"reason": "a mistake"})
    assert (answer.status_code, answer.json()["error"]) == (404, "not_found")


@pytest.mark.parametrize("given", ["x", 7, "00000000-0000-4000-8000-000000000000"])
def test_an_id_that_names_nothing_is_told_in_plain_words(owner_client: APIClient, given: Any) -> None:
    answer = owner_client.post("/inventory/api/categories/", {"name": "Phones", "parent_id": given})
    assert answer.status_code == 400
    assert answer.json()["fields"]["parent_id"][0] in ("There is nothing with this id.", "This is not an id.")


def test_a_fault_tells_nothing_but_that_it_happened(client: Client) -> None:
    from django.http import HttpRequest

    from app.api_errors import server_error

    body = json.loads(server_error(HttpRequest()).content)
    assert body["error"] == "server_error"
    assert set(body) == {"error", "message"}


def test_a_broken_body_is_a_validation_error_that_says_so(owner_client: APIClient) -> None:
    response = owner_client.post("/accounts/api/storefronts/", data="{broken", content_type="application/json")
    assert response.status_code == 400
    assert response.json()["error"] == "validation_error"
    assert "body" in response.json()["fields"]


def test_without_a_token_the_answer_is_401_and_says_how_to_log_in(client: Client, db: None) -> None:
    response = client.get("/accounts/api/me/")
    assert response.status_code == 401
    assert response.json()["error"] == "not_authenticated"
    assert response["WWW-Authenticate"].startswith("Token")


def test_the_process_is_alive_and_ready(client: Client, db: None) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    answer = client.get("/readyz").json()
    assert (answer["status"], answer["database"]) == ("ok", "ok")


def test_metrics_are_there_for_prometheus_alone(client: Client, settings: Settings, db: None) -> None:
    settings.METRICS_TOKEN = "for-prometheus-only"
    found = client.get("/metrics", headers={"Authorization": "Bearer for-prometheus-only"})
    assert b"django_http_requests_total" in found.content
    for headers in ({}, {"Authorization": "Bearer for-anyone"}, {"Authorization": "Bearer "}, {"Authorization": "é"}):
        assert client.get("/metrics", headers=headers).status_code == 404


@pytest.mark.parametrize(("debug", "status"), [(True, 200), (False, 404)])
def test_without_a_token_metrics_are_for_development_only(
    debug: bool, status: int, client: Client, settings: Settings, db: None
) -> None:
    settings.DEBUG, settings.METRICS_TOKEN = debug, ""
    assert client.get("/metrics").status_code == status


def test_a_request_keeps_the_id_it_came_with(client: Client) -> None:
    assert client.get("/healthz", headers={"x-request-id": "abc-12345"})["X-Request-Id"] == "abc-12345"


def test_an_id_that_could_forge_a_log_line_is_replaced(client: Client) -> None:
    assert client.get("/healthz", headers={"x-request-id": "a b\nc"})["X-Request-Id"] != "a b\nc"


def test_a_log_line_carries_the_request_and_the_business_and_no_personal_data(
    shop: Shop, owner_client: APIClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="app.request"):
        owner_client.get("/accounts/api/storefronts/?search=Ama", headers={"x-request-id": "request-1"})
    line: Any = next(r.msg for r in caplog.records if r.name == "app.request")
    assert (line["request_id"], line["business"]) == ("request-1", str(shop.business.pk))
    assert "Ama" not in str(line)


def test_the_schema_is_openapi_3_1_and_its_page_loads_nothing_from_elsewhere(client: Client, db: None) -> None:
    assert b"openapi: 3.1" in client.get("/api/schema/").content
    page = client.get("/api/docs/").content.decode()
    assert "swagger-ui" in page
    assert "cdn" not in page
