"""Passwords that are refused for what they look like."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import User

WEAK = [
    "Password1!",
    "P@ssw0rd2025",
    "qwertyuiop12",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "1234567890123",
    "24061998",
    "0244123456",
    "asdfghjkl;'",
    "iloveyou2024",
    "Welcome@123",
    "adwoa1990",
    "Mensah2024!",
    "zaq12wsx",
    "Ghana2025",
]


@pytest.mark.parametrize("password", WEAK)
def test_a_password_of_a_shape_that_is_guessed_first_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, User(email="esi.mensah@example.com", name="Esi Mensah"))


@pytest.mark.parametrize(
    "password", ["a-long-pass-phrase", "goat ladder Tamale kite", "x" * 20 + " river 7 bucket", "vT9#qLw2!xZ"]
)
def test_words_that_do_not_belong_together_are_taken(password: str) -> None:
    validate_password(password, User(email="esi@example.com", name="Esi Mensah"))


def test_the_longest_password_is_judged_at_once_and_does_not_break() -> None:
    validate_password("goat ladder Tamale kite " * 5 + "river")
