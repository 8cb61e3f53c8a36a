"""The log-in of our own staff to the admin: limited like every other, with the second factor of whoever has one."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from unfold.forms import AuthenticationForm
from unfold.widgets import UnfoldAdminTextInputWidget

from accounts.models import User
from accounts.services import second_factor
from accounts.throttles import LOGIN, know
from common.errors import DomainError

TOO_MANY = "Too many attempts; try again later."
NO_SECOND_FACTOR = "The admin is for those with a second factor: set one up with `manage.py enrol_second_factor`."


class LogInForm(AuthenticationForm):
    """Email, password, and the code of whoever has a second factor."""

    code = forms.CharField(
        label="Code from your authenticator app",
        required=False,
        max_length=32,
        widget=UnfoldAdminTextInputWidget(attrs={"autocomplete": "one-time-code"}),
    )

    def clean(self) -> Any:
        """Count the attempt before the password is looked at, whoever it is."""
        assert self.request
        counted = [limit().allow_request(self.request) for limit in LOGIN]
        if not all(counted):
            raise ValidationError(TOO_MANY, code="rate_limited")
        cleaned = super().clean()
        know(self.get_user().email, self.request)
        return cleaned

    def confirm_login_allowed(self, user: Any) -> None:
        """Called once the password was right: our own staff alone, with their code."""
        super().confirm_login_allowed(user)
        assert isinstance(user, User)
        if settings.ADMIN_SECOND_FACTOR and not second_factor.standing(user).enabled:
            raise ValidationError(NO_SECOND_FACTOR, code="second_factor_missing")
        try:
            second_factor.check(user, self.cleaned_data.get("code") or "")
        except DomainError as refused:
            raise ValidationError(refused.message, code=refused.code) from refused
