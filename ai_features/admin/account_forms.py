"""What staff is asked before credits are granted or AI is suspended."""

import uuid
from typing import Any

from django import forms
from unfold.forms import BaseDialogForm
from unfold.widgets import (
    UnfoldAdminDateWidget,
    UnfoldAdminDecimalFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from accounts.models import Business
from ai_features.models import BusinessAICredits, CreditLot
from ai_features.services import AIBillingService
from common import clock, money


class GrantForm(BaseDialogForm):
    """Its `key` makes the grant one grant, however often the button is pressed."""

    credits = forms.DecimalField(
        min_value=money.PESEWA, max_value=100_000, decimal_places=2, widget=UnfoldAdminDecimalFieldWidget
    )
    reason = forms.CharField(max_length=250, widget=UnfoldAdminTextInputWidget, help_text="Kept with the grant.")
    expires_on = forms.DateField(
        required=False, widget=UnfoldAdminDateWidget, help_text="The first day they can no longer be used."
    )
    confirm = forms.BooleanField(label="Yes, grant these credits", widget=UnfoldBooleanSwitchWidget)
    key = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)

    def clean_expires_on(self) -> Any:
        day = self.cleaned_data["expires_on"]
        if day is not None and day <= clock.today():
            raise forms.ValidationError("Choose a day in the future.")
        return day


class OpenForm(BaseDialogForm):
    business = forms.ModelChoiceField(
        Business.objects.filter(ai_credits=None).order_by("name"), widget=UnfoldAdminSelectWidget
    )


class SuspendForm(BaseDialogForm):
    reason = forms.CharField(max_length=250, widget=UnfoldAdminTextInputWidget, help_text="For our own staff to read.")


def grant(account: BusinessAICredits, asked: dict[str, Any], *, by: uuid.UUID) -> Any:
    """The lot that a filled-in `GrantForm` asks for; one for each account and key, however often it is sent."""
    return AIBillingService.grant(
        business_id=account.business_id,
        credits=asked["credits"],
        source=CreditLot.Source.GRANT,
        by=by,
        reason=asked["reason"],
        key=f"admin:{asked['key']}:{account.business_id}",
        expires_at=clock.start_of(asked["expires_on"]) if asked["expires_on"] else ...,
    )
