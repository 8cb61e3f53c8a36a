"""A body that cannot be read is refused as such, never a fault of ours."""

from typing import Any

import pytest
from django.conf import settings
from rest_framework.test import APIClient


@pytest.mark.parametrize(
    "body",
    [
        b'{"email": "\\ud800@example.com"}',
        b'{"a": ' * 5000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"email": "\xff"}',
        b'{"email": NaN}',
        b'{"email": ' + b"9" * 5000 + b"}",
        b"{",
        b"",
    ],
)
@pytest.mark.django_db
def test_a_body_that_is_no_json_is_a_clear_400(body: bytes) -> None:
    answer = APIClient().post("/accounts/api/login/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["error"] == "validation_error"
    assert set(answer.json()["fields"]) in ({"body"}, {"email", "password"})


@pytest.mark.django_db
def test_characters_beyond_the_first_plane_are_text_like_any_other() -> None:
    body = b'{"email": "a@example.com", "password": "\\ud83d\\ude00"}'
    answer = APIClient().post("/accounts/api/login/", body, content_type="application/json")
    assert answer.status_code == 401


@pytest.mark.parametrize("levels", [33, 400, 900])
@pytest.mark.parametrize(
    "body",
    [
        '{"customer_id": %s, "requested_credit_limit": 5}',
        '{"customer_id": "x", "requested_credit_limit": 5, "assessment_type": %s}',
        "%s",
    ],
)
def test_nesting_that_nothing_of_ours_has_is_refused_before_anything_walks_through_it(
    owner_client: APIClient, body: str, levels: int
) -> None:
    nested = '{"a": [' * (levels // 2) + "[]" + "]}" * (levels // 2)
    answer = owner_client.post(
        "/ai/api/credit/assess/", body % nested, content_type="application/json", HTTP_IDEMPOTENCY_KEY="deep"
    )
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["body"])
    assert "nested too deeply" in answer.json()["message"]


@pytest.mark.django_db
def test_what_is_nested_as_usual_is_read() -> None:
    nested: Any = "a@example.com"
    for _ in range(30):
        nested = [nested]
    answer = APIClient().post("/accounts/api/login/", {"email": nested})
    assert set(answer.json()["fields"]) == {"email", "password"}


@pytest.mark.django_db
def test_a_body_that_is_too_large_is_refused_before_it_is_read_to_its_end() -> None:
    password = "x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    answer = APIClient().post("/accounts/api/login/", {"email": "a@example.com", "password": password})
    assert (answer.status_code, answer.json()["error"]) == (413, "payload_too_large")
