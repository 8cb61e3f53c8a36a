"""A body that cannot be read is refused as such, never a fault of ours."""

import pytest
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
