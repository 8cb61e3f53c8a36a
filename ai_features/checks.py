"""System checks: what would lose money or privacy while it runs stops the start, or is said there."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from ai_features.feature import Feature
from ai_features.features import FEATURES
from ai_features.services.model import support
from ai_features.services.model.client import longest_call
from ai_features.services.model.prices import UnknownPrice, unit_price


def register_all() -> None:
    """Register every check of this module with Django."""
    register(models_have_prices)
    register(models_are_asked_what_they_take)
    register(calls_end_within_the_hold)
    register(paystack_keys_are_of_one_side)


def models_have_prices(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A model without a price would be counted as free."""
    if settings.AI_PROVIDER == "offline":
        return []
    found: list[CheckMessage] = []
    for tier, model in settings.AI_MODELS.items():
        try:
            unit_price(model)
        except UnknownPrice as unknown:
            found.append(Error(f"AI_MODEL_{tier.upper()}: {unknown}.", id="ai_features.E001"))
    return found


def models_are_asked_what_they_take(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A setting that cannot be read; and a server that cannot be told not to keep what it is sent."""
    if settings.AI_PROVIDER == "offline":
        return []
    found: list[CheckMessage] = []
    for model in sorted({*settings.AI_MODELS.values(), *settings.AI_MODEL_SUPPORT}):
        try:
            takes = support.of(model)
        except support.InvalidSupport as invalid:
            found.append(Error(f"{invalid}.", id="ai_features.E005"))
            continue
        if not takes.store:
            said = f"{model} cannot be told not to keep what it is sent: its server does not take `store`."
            found.append(Warning(said, hint="Make sure that your contract with it says so.", id="ai_features.W001"))
    return found


def calls_end_within_the_hold(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A hold that is released while its calls still run would make their answer free."""
    return [
        Error(
            f"AI_HOLD_SECONDS is {settings.AI_HOLD_SECONDS}, and the calls of {feature.id} may take "
            f"{longest_chain(feature):.0f} seconds: raise it, or lower AI_TIMEOUT_{feature.tier.upper()}.",
            id="ai_features.E002",
        )
        for feature in FEATURES
        if longest_chain(feature) > settings.AI_HOLD_SECONDS
    ]


def paystack_keys_are_of_one_side(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A page that opens test payments for a live server, or the other way round, takes money that credits nothing."""
    secret, public = settings.PAYSTACK_SECRET_KEY, settings.PAYSTACK_PUBLIC_KEY
    found: list[CheckMessage] = []
    if secret.startswith("pk_") or public.startswith("sk_"):
        found.append(
            Error("PAYSTACK_SECRET_KEY begins with sk_ and PAYSTACK_PUBLIC_KEY with pk_.", id="ai_features.E003")
        )
    elif secret and public and secret.startswith("sk_live_") != public.startswith("pk_live_"):
        found.append(
            Error("Of PAYSTACK_SECRET_KEY and PAYSTACK_PUBLIC_KEY one is live, one for tests.", id="ai_features.E004")
        )
    return found


def longest_chain(feature: Feature) -> float:
    """Seconds of every call a request may make, each at its slowest: plan and words, each corrected once."""
    return (4 if feature.first else 2) * longest_call(feature.tier)
