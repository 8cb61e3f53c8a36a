"""Words, numbers and signs of a question."""

import pytest

from ai_features.services.query_intelligence.tokens import MOST_TOKENS, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kofi's balance, please?", "kofi balance please"),
        ("5kg rice @ ₵1,500.50", "5 kg rice @ ₵ 1,500.50"),
        ("from 1/6/2026 to 2026-06-05", "from 1/6/2026 to 2026-06-05"),
        ("2024-6 or 6-2024 or Jun-3", "2024-6 or 6-2024 or jun - 3"),
        ("5-9 March, 8am - 5pm, the 12th", "5 - 9 march 8am - 5pm the 12th"),
        ("month-to-date w/c 3", "month to date w/c 3"),
        ("they haven’t paid 50%", "they havent paid 50 %"),
        ("Galaxy A15 2day b4 10k", "galaxy a15 2day b4 10 k"),
        ("Bel-Aqua Café ɔbaa", "bel aqua cafe obaa"),
        ("above >= 20", "above >= 20"),
    ],
)
def test_a_text_is_split_into_plain_words(text: str, words: str) -> None:
    assert " ".join(each.word for each in tokenise(text)) == words


def test_tokens_know_where_they_stand() -> None:
    text = "Sales of Kofi's, 5kg"
    assert [text[each.start : each.stop] for each in tokenise(text)] == ["Sales", "of", "Kofi's", "5", "kg"]


def test_no_more_than_two_hundred_tokens_are_read() -> None:
    assert len(tokenise("5 " * 1000)) == MOST_TOKENS
