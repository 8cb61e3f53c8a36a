"""Which passwords are too easily guessed, whatever letters they are made of."""

from typing import Any

from django.core.exceptions import ValidationError
from zxcvbn import zxcvbn

GUESSES = 10**8
_READ = 72  # zxcvbn's own limit, to stay quick; who types more has enough


class ShapeValidator:
    """Refuses a password that some 10^8 guesses would find: words and names, dates, rows of keys, repeats, `P@ss1`."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise `ValidationError` with what is wrong; the words of the user's own name and email count as known."""
        known = f"{getattr(user, 'email', '')} {getattr(user, 'name', '')}".replace("@", " ").replace(".", " ").split()
        found = zxcvbn(password[:_READ], user_inputs=known)
        if found["guesses"] < GUESSES:
            raise ValidationError(self._sentence(found["feedback"]["warning"]), code="easily_guessed")

    def get_help_text(self) -> str:
        return "Three or four words that do not belong together are easy to remember and hard to guess."

    @staticmethod
    def _sentence(warning: str) -> str:
        why = warning.rstrip(".") or "This password is easy to guess"
        return f"{why}. Use three or four words that do not belong together."
