from dataclasses import replace

import pytest
from pytest_django.fixtures import Settings

from ai_features import checks
from ai_features.feature import Ask
from ai_features.features import FEATURES


def test_the_default_models_have_known_prices(settings: Settings) -> None:
    settings.AI_PROVIDER = "openai"
    assert checks.models_have_prices(None) == []


def test_a_model_without_a_price_stops_the_start_and_is_named(settings: Settings) -> None:
    settings.AI_PROVIDER = "openai"
    settings.AI_MODELS = {**settings.AI_MODELS, "advanced": "my-own-model"}
    (found,) = checks.models_have_prices(None)
    assert "AI_MODEL_ADVANCED" in found.msg
    assert "my-own-model" in found.msg
    settings.AI_MODEL_PRICES = {"my-own-model": {"input": "1.5", "output": "6"}}
    assert checks.models_have_prices(None) == []


def test_a_price_that_cannot_be_read_stops_the_start(settings: Settings) -> None:
    settings.AI_PROVIDER = "openai"
    settings.AI_MODEL_PRICES = {settings.AI_MODELS["cheap"]: {"input": "cheap"}}
    assert "needs input and output" in checks.models_have_prices(None)[0].msg


def test_no_chain_of_calls_outlasts_its_hold_by_default() -> None:
    assert checks.calls_end_within_the_hold(None) == []


def test_a_hold_shorter_than_its_calls_is_refused(settings: Settings) -> None:
    settings.AI_HOLD_SECONDS = 60
    found = checks.calls_end_within_the_hold(None)
    assert len(found) == len(FEATURES)
    assert "AI_HOLD_SECONDS is 60" in found[0].msg


def test_a_feature_that_plans_first_has_twice_the_calls() -> None:
    plain = next(feature for feature in FEATURES if feature.first is None)
    planning = replace(plain, first=lambda caller, inputs: Ask("", plain.words, {}))
    assert checks.longest_chain(planning) == 2 * checks.longest_chain(plain)


@pytest.mark.parametrize(
    ("secret", "public", "problems"),
    [
        ("sk_test_a", "pk_test_b", []),
        ("sk_live_a", "pk_live_b", []),
        ("sk_live_a", "", []),
        ("sk_live_a", "pk_test_b", ["ai_features.E004"]),
        ("sk_test_a", "pk_live_b", ["ai_features.E004"]),
        ("pk_test_a", "sk_test_b", ["ai_features.E003"]),
    ],
)
def test_paystack_keys_of_two_sides_or_swapped_stop_the_start(
    settings: Settings, secret: str, public: str, problems: list[str]
) -> None:
    settings.PAYSTACK_SECRET_KEY, settings.PAYSTACK_PUBLIC_KEY = secret, public
    assert [found.id for found in checks.paystack_keys_are_of_one_side(None)] == problems
