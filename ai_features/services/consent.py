"""Agreeing to AI features, withdrawing, and the business's own switch."""

import uuid
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.services import audit
from ai_features.errors import AIDisabled, ConsentRequired
from ai_features.models import AIConsent, BusinessAICredits, BusinessAISettings, NotificationChannels
from ai_features.services.billing import trials
from common import clock
from common.tenancy import Caller, Role

TEXT_VERSION = "2026-11"
TEXT = (
    "I agree that, when someone in my business uses an AI feature, figures of the shop, names of products and what "
    "was typed are sent to our AI provider to word the answer. Names, phone numbers, emails and addresses of "
    "customers and staff are not sent. Texts are deleted after 90 days. I can withdraw at any time."
)


VOICE_TEXT = (
    "I agree that a spoken question is sent, as a recording, to our AI provider to be written down. A name that is "
    "said in it cannot be taken out. Recordings are not stored. I can withdraw at any time."
)


def current(caller: Caller) -> dict[str, Any]:
    """What is agreed, switched on and asked to be told, with the text to agree to, and how the trial stands."""
    business_id = caller.business_id
    own = BusinessAISettings.objects.of(business_id).select_related("consent__given_by").first()
    agreed = own.consent if own else None
    account = BusinessAICredits.objects.of(business_id).first() or BusinessAICredits(business_id=business_id)
    channels = NotificationChannels.objects.of(business_id).first() or NotificationChannels()
    return {
        "consent": agreed is not None,
        "consent_by": agreed.given_by.name if agreed else None,
        "consent_at": agreed.given_at if agreed else None,
        "consent_text": {"version": TEXT_VERSION, "text": TEXT},
        "voice": own is not None and own.voice_agreed_at is not None,
        "voice_text": {"version": TEXT_VERSION, "text": VOICE_TEXT},
        "ai_enabled": own.ai_enabled if own else True,
        "low_balance_threshold": account.alert_below,
        "notification_channels": channels,
        "trial": trials.standing(caller, has_agreed=agreed is not None),
    }


def check(own: BusinessAISettings | None) -> None:
    """Raises `ConsentRequired` or `AIDisabled` unless these settings say that the business agrees and wants AI."""
    if own is None or own.consent_id is None:
        raise ConsentRequired
    if not own.ai_enabled:
        raise AIDisabled("AI features are switched off in the settings of this business.")


def check_again(business_id: uuid.UUID) -> None:
    """As `check`, of the settings as they are now: for a request that has been under way for a while."""
    check(BusinessAISettings.objects.of(business_id).first())


def give_consent(caller: Caller) -> AIConsent:
    """The owner agrees to the present text. Twice is once.

    The first time brings the free trial, at once or when the owner's email is confirmed: `trials`.
    """
    caller.require(Role.OWNER)
    with transaction.atomic():
        own = _locked_settings(caller.business_id)
        if own.consent is not None:
            return own.consent
        own.consent = AIConsent.objects.create(
            business_id=caller.business_id,
            text_version=TEXT_VERSION,
            given_by_id=caller.user_id,
            given_at=clock.now(),
        )
        own.save(update_fields=["consent"])
        trials.grant(caller.business_id, User.objects.get(pk=caller.user_id))
        return own.consent


def withdraw_consent(caller: Caller) -> None:
    """From now on AI features answer `consent_required`; credits stay."""
    caller.require(Role.OWNER)
    with transaction.atomic():
        own = _locked_settings(caller.business_id)
        if own.consent is None:
            return
        own.consent.withdrawn_by_id, own.consent.withdrawn_at = caller.user_id, clock.now()
        own.consent.save(update_fields=["withdrawn_by", "withdrawn_at"])
        own.consent, own.voice_agreed_by_id, own.voice_agreed_at = None, None, None
        own.save(update_fields=["consent", "voice_agreed_by", "voice_agreed_at"])


def change_settings(caller: Caller, changes: dict[str, Any]) -> None:
    """`consent`, `voice`, `ai_enabled`, `low_balance_threshold` (None: the default), `notification_channels`.

    All or nothing. Raises `ConsentRequired` for voice without the consent to AI itself.
    """
    caller.require(Role.OWNER)
    with transaction.atomic():
        if "consent" in changes:
            give_consent(caller) if changes["consent"] else withdraw_consent(caller)
        if "voice" in changes:
            _agree_to_voice(caller, agrees=changes["voice"])
        if "ai_enabled" in changes:
            _locked_settings(caller.business_id)
            BusinessAISettings.objects.of(caller.business_id).update(ai_enabled=changes["ai_enabled"])
        if "low_balance_threshold" in changes:
            BusinessAICredits.objects.get_or_create(business_id=caller.business_id)
            threshold = changes["low_balance_threshold"]
            BusinessAICredits.objects.of(caller.business_id).update(low_balance_threshold=threshold)
        if channels := changes.get("notification_channels"):
            NotificationChannels.objects.update_or_create(business_id=caller.business_id, defaults=channels)
        told = {name: value for name, value in changes.items() if name != "notification_channels"}
        audit.record(caller, audit.Action.AI_SETTINGS_CHANGED, fields=sorted(changes), **told)


def _agree_to_voice(caller: Caller, *, agrees: bool) -> None:
    own = _locked_settings(caller.business_id)
    if agrees and own.consent is None:
        raise ConsentRequired
    if agrees != (own.voice_agreed_at is not None):
        own.voice_agreed_by_id = caller.user_id if agrees else None
        own.voice_agreed_at = clock.now() if agrees else None
        own.save(update_fields=["voice_agreed_by", "voice_agreed_at"])


def _locked_settings(business_id: uuid.UUID) -> BusinessAISettings:
    BusinessAISettings.objects.bulk_create([BusinessAISettings(business_id=business_id)], ignore_conflicts=True)
    return BusinessAISettings.objects.select_for_update(of=("self",)).select_related("consent").get(pk=business_id)
