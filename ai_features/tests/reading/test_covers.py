"""Spans of names and lexicon, and the covers made of them."""

import pytest

from ai_features.services.query_intelligence.reading.lattice import MOST_COVERS, covers
from ai_features.services.query_intelligence.reading.lexicon import lexicon
from ai_features.services.query_intelligence.reading.names import name_spans
from ai_features.services.query_intelligence.reading.repair import repaired
from ai_features.services.query_intelligence.spelling import Words
from ai_features.services.query_intelligence.tokens import MOST_TOKENS, Span, tokenise
from ai_features.tests.reading.shop import INDEX, names_of


def test_the_cheapest_cover_has_the_fewest_spans() -> None:
    found = covers(3, [Span(0, 1, "a", 1), Span(1, 3, "b", 2), Span(0, 3, "c", 3), Span(1, 2, "d", 4)])
    assert [span.role for span in found[0].spans()] == ["c"]
    assert [span.role for span in found[1].spans()] == ["a", "b"]


def test_a_word_without_a_span_is_covered_as_unknown() -> None:
    assert [span.role for span in covers(2, [Span(0, 1, "a", 1)])[0].spans()] == ["a", "unknown"]


def test_covers_take_steps_in_proportion_to_the_text() -> None:
    words = lexicon()
    short, long = (list(words.spans(tokenise("sales of the " * times))) for times in (10, 60))
    assert len(long) <= 6 * len(short) + 10
    assert len(covers(180, long)) == MOST_COVERS


def test_five_hundred_hostile_words_are_cut_before_they_are_read() -> None:
    assert len(tokenise("5 of sales by top " * 100)) == MOST_TOKENS


@pytest.mark.parametrize(
    ("text", "names", "apart"),
    [
        ("samsung tv", {'Samsung 43" TV', 'Samsung 55" QLED TV'}, {"Samsung TV wall bracket"}),
        ("rice", {"Local rice 5 kg", "Perfumed rice 25 kg"}, {"Rice cooker"}),
        ("rice cooker", {"Rice cooker"}, set()),
        ("tv wall bracket", {"Samsung TV wall bracket"}, set()),
    ],
)
def test_goods_that_only_go_with_others_are_told_apart(text: str, names: set[str], apart: set[str]) -> None:
    tokens = tokenise(text)
    spans = [span for span in name_spans(tokens, INDEX, lexicon().common) if span.stop - span.start == len(tokens)]
    named = spans[0].value
    assert {entry.name for entry in named.kinds["product"]} == names
    assert {entry.name for entry in named.apart} == apart


@pytest.mark.parametrize(
    ("written", "right"),
    [("custmoers", "customer"), ("revenuee", "revenue"), ("samsumg", "samsung"), ("totalsales", "total sales")],
)
def test_words_nobody_knows_are_put_right(written: str, right: str) -> None:
    words = lexicon()
    found = repaired(tokenise(written), words.knows, words.spelt, names=INDEX.spelt)
    assert " ".join(token.word for token in found.tokens) == right
    assert found.cost > 0


@pytest.mark.parametrize("word", ["price", "top", "cash", "profit", "yesterday", "Kojo"])
def test_a_known_word_is_never_repaired(word: str) -> None:
    words = lexicon()
    names = Words(["prince", "cashew", "kojoe"])
    known = [*words.words, "yesterday", *INDEX.words]
    found = repaired(tokenise(word), lambda each: each in known, words.spelt, names=names)
    assert [token.word for token in found.tokens] == [word.casefold()]


def test_a_filter_of_the_names_knows_its_values() -> None:
    assert names_of(("0", "3")) == {'Samsung 43" TV', "Local rice 5 kg"}


def test_covers_that_say_the_same_are_one() -> None:
    found = covers(2, [Span(0, 1, "glue", "a"), Span(0, 1, "glue", "b"), Span(1, 2, "measure", "revenue")])
    assert [[span.role for span in cover.spans()] for cover in found] == [["glue", "measure"]]
