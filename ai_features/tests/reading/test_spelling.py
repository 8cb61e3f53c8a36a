"""Misspelt words, and words that are none."""

import pytest

from ai_features.services.query_intelligence.reading.lexicon import lexicon
from ai_features.services.query_intelligence.reading.outcome import Understood, Unsure
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.services.query_intelligence.spelling import Words
from ai_features.tests.reading.shop import INDEX, TODAY


@pytest.mark.parametrize(
    ("written", "meant"), [("ystrdy", "yesterday"), ("fone", None), ("mnths", "months"), ("yesterdayy", "yesterday")]
)
def test_a_word_without_its_vowels_is_known_by_its_sound(written: str, meant: str | None) -> None:
    assert Words(["yesterday", "phone", "months", "meaning"]).sounding(written) == meant


def test_a_sound_that_two_words_share_says_neither() -> None:
    assert Words(["sample", "simple"]).sounding("smple") is None


@pytest.mark.parametrize("word", ["dress", "butter", "drugs", "style", "wigs"])
def test_a_word_of_english_is_not_taken_for_a_misspelt_one(word: str) -> None:
    reading = read(f"sales of {word} last month", today=TODAY, index=INDEX)
    assert isinstance(reading, Unsure)
    assert reading.words == (word,)


@pytest.mark.parametrize("said", ["realised", "traded", "dispensing", "offloading"])
def test_verbs_are_known_in_all_their_forms(said: str) -> None:
    assert lexicon().knows(said)


def test_misspelt_days_are_days() -> None:
    reading = read("sales ystrdy", today=TODAY, index=INDEX)
    assert isinstance(reading, Understood)
    assert reading.plan.period
    assert reading.plan.period.label == "Friday 20 November 2026"
