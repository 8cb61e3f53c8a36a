"""The credit score: points, shrinking, and no number for thin history."""

import numpy as np
import pytest

from reports import credit_score
from reports.tests.test_payment_dates import book_of


def test_points_add_up_to_the_unshrunk_score() -> None:
    scores = credit_score.score(book_of({0: [0, 5, 20], 1: [-10, 0, 0]}, {0: [45]}))
    assert scores.timeliness + scores.delinquency + scores.punctuality == pytest.approx(scores.raw)


def test_three_invoices_paid_on_the_day_are_worth_the_formula() -> None:
    scores = credit_score.score(book_of({0: [0, 0, 0]}))
    assert scores.score[0] == pytest.approx((70 + 15 + 15 * (1 - 1 / 5)) / 1.14)


def test_under_three_settled_invoices_there_is_no_number() -> None:
    scores = credit_score.score(book_of({0: [0, 0], 1: [0, 0, 0]}))
    assert np.isnan(scores.score[0])
    assert not np.isnan(scores.score[1])


def test_later_payers_score_lower_and_open_overdue_debt_lowers_further() -> None:
    history = {0: [0] * 10, 1: [20] * 10, 2: [20] * 10}
    scores = credit_score.score(book_of(history, {2: [60]})).score
    assert scores[0] > scores[1] > scores[2]


def test_thin_history_is_drawn_toward_the_shop() -> None:
    history = {0: [40] * 3, 1: [40] * 60} | {who: [0] * 20 for who in range(2, 9)}
    thin, thick = credit_score.score(book_of(history)).score[:2]
    assert thin > thick


@pytest.mark.parametrize(
    ("value", "level"), [(75, "LOW"), (74.99, "MEDIUM"), (55, "MEDIUM"), (54.9, "HIGH"), (35, "HIGH"), (0, "VERY_HIGH")]
)
def test_risk_levels_have_the_stated_borders(value: float, level: str) -> None:
    assert credit_score.risk_level(value) == level
