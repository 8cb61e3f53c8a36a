"""What a price must achieve, what a product's own changes tell, and what is advised: the arithmetic, without rows."""

import math
from decimal import Decimal

import numpy as np
import pytest

from benchmarks.prices import broken_limits
from reports.prices.advice import Goal, Why, advise
from reports.prices.break_even import elasticity_to_break_even, units_to_spare
from reports.prices.bulk import promotion, quantity_break
from reports.prices.candidates import Limits, Present, candidates, ending
from reports.prices.effect import chance_of_gain, effect
from reports.prices.evidence import PRIOR_MEAN, PRIOR_SD, Belief, Event, Weeks, believe, changes, study

D = Decimal
RICE = Present(D(100), D(95), D(80), 30.0)
SURE = Belief(-1.0, 0.3, 2)


def test_a_change_breaks_even_by_arithmetic_alone() -> None:
    assert units_to_spare(0.05, 0.20) == pytest.approx(0.20)
    assert units_to_spare(-0.05, 0.20) == pytest.approx(-1 / 3)
    assert units_to_spare(-0.20, 0.20) is units_to_spare(-0.05, -0.1) is None
    needed = elasticity_to_break_even(0.05, 0.20)
    assert needed
    assert 1.05**needed * 0.25 == pytest.approx(0.20)
    assert elasticity_to_break_even(0.05, 0) is None


def weeks(*prices: float, units: float = 10) -> Weeks:
    return Weeks(np.full(len(prices), units), np.array(prices), np.ones(len(prices), dtype=bool))


def test_a_change_counts_between_two_months_at_one_price_on_the_shelf() -> None:
    steady = [5.0] * 4 + [6.0] * 4
    assert changes(weeks(*steady)) == [4]
    assert changes(weeks(*[5.0] * 4, 5.5, *[6.0] * 4)) == []
    assert changes(weeks(*[5.0] * 3, *[6.0] * 5)) == []
    assert changes(weeks(*[5.0] * 4, *[5.05] * 4)) == []
    empty = weeks(*steady)
    empty.in_stock[5] = False
    assert changes(empty) == []


def test_an_event_is_measured_against_what_the_shop_did_meanwhile() -> None:
    product = weeks(*[5.0] * 4, *[6.0] * 4)
    product.units[4:] = 5
    others = np.full((9, 8), 10.0)
    others[:, 4:] = 20
    (event,) = study(product, others, np.ones((9, 8), dtype=bool))
    assert event.x == pytest.approx(math.log(1.2))
    assert event.y == pytest.approx(math.log(20.5 / 40.5) - math.log(80.5 / 40.5))
    assert study(product, others, np.zeros((9, 8), dtype=bool)) == []
    others[:, 5:7] = 0
    assert study(product, others, np.ones((9, 8), dtype=bool)) == []


def test_a_belief_starts_cautious_and_moves_with_the_evidence() -> None:
    assert believe([]) == Belief(PRIOR_MEAN, PRIOR_SD, 0)
    assert not believe([]).is_own
    weak = believe([Event(0, 1, 1.05, 0.05, 0.0, 0.38)])
    assert weak.mean == pytest.approx(PRIOR_MEAN, abs=0.2)
    assert not weak.is_own
    strong = believe([Event(0, 1, 1.4, 0.34, -0.34, 0.1)] * 3)
    assert strong.is_own
    assert -2 < strong.mean < -1
    assert believe([Event(0, 1, 1.0, 0.3, -0.5, 0.4)]).mean == pytest.approx(
        (-4 / 6.25 + 0.3 * -0.5 / 0.4) / (1 / 6.25 + 0.09 / 0.4)
    )


def test_the_effect_is_a_range_with_its_probability() -> None:
    found = effect(SURE, 0.05, 0.20)
    assert found.units[0] < found.units[1] < found.units[2] < 0
    assert found.profit
    assert found.profit[1] == pytest.approx(1.05**-1 * 0.25 / 0.20 - 1)
    assert found.chance_of_gain > 0.99
    assert chance_of_gain(Belief(), 0.05, 0.20) == pytest.approx(
        0.5 + 0.5 * math.erf((-4 + 4.5735) / 2.5 / 2**0.5), abs=1e-3
    )
    assert chance_of_gain(Belief(), -0.3, 0.20) == 0
    assert (chance_of_gain(SURE, 0.05, -0.1), chance_of_gain(SURE, -0.05, -0.1)) == (1, 0)
    assert effect(SURE, 0.05, -0.1).profit is None


def test_advice_needs_own_evidence_and_a_likely_gain() -> None:
    limits = Limits()
    assert advise(RICE, Belief(), goal=Goal.PROFIT, limits=limits).why is Why.NO_EVIDENCE
    raised = advise(RICE, SURE, goal=Goal.PROFIT, limits=limits)
    assert (raised.price, raised.why) == (D(110), Why.GAIN)
    assert raised.confidence
    assert raised.confidence > 0.85
    flat = Belief(-5.0, 0.5, 3)  # the present price is about the best for it
    assert advise(RICE, flat, goal=Goal.PROFIT, limits=limits).why is Why.NO_BETTER_PRICE
    assert advise(RICE, SURE, goal=Goal.VOLUME, limits=limits).price == D(95)


def test_advice_is_sensible_where_something_is_missing() -> None:
    def why(present: Present, goal: Goal = Goal.PROFIT, **more: list[Decimal]) -> tuple[Decimal, Why]:
        found = advise(present, SURE, goal=goal, limits=Limits(), competitors=more.get("competitors", []))
        return found.price, found.why

    assert why(Present(D(0), None, D(5))) == (D(0), Why.NO_PRICE)
    assert why(Present(D(10), None, D(0))) == (D(10), Why.NO_COST)
    assert why(Present(D(10), None, D(12))) == (D("13.50"), Why.BELOW_COST)
    assert why(RICE, Goal.COMPETITIVE) == (D(100), Why.NO_COMPETITORS)
    assert why(RICE, Goal.COMPETITIVE, competitors=[D(98), D(102)]) == (D(100), Why.NEAR_COMPETITORS)
    assert why(RICE, Goal.COMPETITIVE, competitors=[D(108), D(110), D(150)]) == (D(107), Why.COMPETITORS)
    assert why(RICE, Goal.COMPETITIVE, competitors=[D(10)])[0] >= D(95)


def test_candidates_keep_every_limit() -> None:
    assert [ending(D(price)) for price in ("19.99", "20", "199", "200")] == [D("0.50"), 1, 1, 5]
    found = candidates(RICE, Limits(max_discount=D("0.03")))
    assert (found[0], found[-1]) == (D(97), D(110))
    assert candidates(Present(D(100), None, D(80), 10.0), Limits())[0] == D(101)
    assert broken_limits() == 0


def test_a_quantity_break_gives_away_a_third_of_the_margin_at_most() -> None:
    found = quantity_break(RICE, [1] * 20 + [6] * 20)
    assert found
    assert (found.quantity, found.price) == (6, D(94))
    assert found.must_gain == pytest.approx(0.06 / 0.14)
    assert quantity_break(RICE, [1] * 40) is quantity_break(RICE, [6] * 10) is None


def test_a_promotion_is_for_slow_times_and_full_shelves() -> None:
    full = Present(D(100), None, D(80), 90.0)
    rhythm = {"weekdays": [0.8, 1, 1, 1, 1, 1.2, 1], "weeks": [1, 0.7]}
    slow = promotion(full, **rhythm)
    assert (slow.weekdays, slow.weeks, slow.is_advised) == ((0,), (1,), True)
    assert promotion(RICE, **rhythm).why == "sells_anyway"
    assert promotion(full, weekdays=[1.0] * 7, weeks=[]).why == "no_slow_time"
    assert promotion(Present(D(1), None, D(1)), **rhythm).why == "nothing_sold_or_kept"
