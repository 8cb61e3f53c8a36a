"""The day of mixed requests that `make bench` and `make try-model` send knows what every feature takes."""

import random

import pytest

from accounts.tests.builders import caller_of
from ai_features import engine
from ai_features.feature import Feature
from ai_features.features import FEATURES
from ai_features.tests.examples import make_trading, url_of
from benchmarks.replay import some_inputs
from conftest import Shop


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.id)
def test_each_feature_answers_what_it_is_asked(feature: Feature, shop: Shop) -> None:
    trading = make_trading(shop)
    url_of(feature, trading)  # raises the alerts that are explained
    inputs = some_inputs(feature, random.Random(1), [trading.product], [trading.customer])
    assert engine.run(feature, caller_of(shop.owner), inputs)["credits_used"] >= 0
