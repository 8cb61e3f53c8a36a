"""The rules of passwords."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import User
from common import errors


def check_password(password: str, user: User, *, field: str = "password") -> None:
    """Raise `InvalidInput` naming `field` for a password that is too short, too common or easily guessed."""
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise errors.InvalidInput(weak.messages[0], fields={field: weak.messages}) from weak


def check_current(user: User, password: str) -> None:
    """Raise `InvalidInput` unless this is the user's present password."""
    if not user.check_password(password):
        raise errors.InvalidInput.field("current_password", "This is not your current password.")
