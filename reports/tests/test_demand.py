"""Forecasts of units: what days teach, what the coming days bring, and how sure that is."""

import datetime as dt

import numpy as np
import pytest

from reports import workdays
from reports.demand import calendar, forecast, recipe
from reports.demand.series import Floats, Series, without_stock_records

MONDAY = dt.date(2025, 1, 6)
CHRISTMAS = dt.date(2025, 12, 25)


def series(units: Floats | list[list[float]], first: dt.date = MONDAY) -> Series:
    rows = np.asarray(units, dtype=np.float32)
    return Series.of(first, rows, np.ones(rows.shape, dtype=bool))


def poisson(rates: Floats, days: int, seed: int = 1) -> Floats:
    return np.random.default_rng(seed).poisson(rates[:, None], (len(rates), days)).astype(np.float32)


def test_a_weekly_rhythm_is_carried_on_from_the_right_weekday() -> None:
    week = [10.0, 20, 30, 40, 50, 60, 0]
    found = forecast.forecast(series([week * 20, [1.0] * 140]))
    assert found.daily(7)[0] == pytest.approx(week, rel=0.06, abs=1)
    assert found.total(14)[0] == pytest.approx(420, rel=0.02)
    later = forecast.forecast(series([(week * 20)[:-3], [1.0] * 137]))
    assert later.daily(3)[0] == pytest.approx([50, 60, 0], rel=0.06, abs=1)


def test_the_level_follows_what_changed_and_not_at_once() -> None:
    found = forecast.forecast(series([[10.0] * 180 + [20.0] * 20, [5.0] * 200]))
    assert 14 < found.daily(1)[0, 0] < 19
    assert found.daily(1)[1, 0] == pytest.approx(5, rel=0.3)


def test_nothing_sold_is_nothing_expected_and_returns_never_make_less_than_nothing() -> None:
    found = forecast.forecast(series([[0.0] * 60, [0.0] * 59 + [-5.0], [2.0] * 60]))
    assert found.total(30)[:2].tolist() == [0, 0]
    low, high = found.range_of(30)
    assert (low >= 0).all()
    assert (high >= low).all()


@pytest.mark.parametrize("days", [1, 6, 13, 40])
def test_a_shop_of_any_age_gets_a_finite_forecast(days: int) -> None:
    found = forecast.forecast(series(poisson(np.array([0.0, 0.2, 4.0]), days)))
    assert np.isfinite(np.stack([found.total(30), *found.range_of(30), found.spread, found.dispersion])).all()
    assert found.ranges[30] == forecast.NORMAL


def test_days_known_to_be_out_of_stock_teach_nothing() -> None:
    units = np.full((2, 120), 6, dtype=np.float32)
    units[0, 90:] = 0
    known = np.ones_like(units, dtype=bool)
    known[0, 90:] = False
    assert forecast.forecast(Series.of(MONDAY, units, known)).total(30)[0] == pytest.approx(180, rel=0.02)


def test_without_stock_records_long_inner_runs_are_empty_shelves_and_the_last_run_is_not() -> None:
    units = np.array([[0] * 5 + [3] * 40 + [0] * 20 + [3] * 40 + [0] * 20, [0, 1, 0, 0, 0, 0, 0] * 17 + [0] * 6])
    found = without_stock_records(MONDAY, units.astype(np.float32))
    assert (found.seen[0] > 0).tolist() == [False] * 5 + [True] * 40 + [False] * 20 + [True] * 60
    assert found.seen[1, 1:].all()


def test_a_holiday_that_closes_the_shop_teaches_nothing_and_sells_nothing() -> None:
    units = np.full((1, 380), 10, dtype=np.float32)
    first = CHRISTMAS - dt.timedelta(days=370)
    units[0, 370 - 365] = units[0, 371 - 365] = 0
    found = calendar.of(series(units[:, :369], first), 5)
    assert not found.ordinary[5]
    assert found.factors.tolist() == [1, 0, 0, 1, 1]
    assert calendar.of(series(units[:, 100:369], first + dt.timedelta(days=100)), 3).factors.tolist() == [1, 1, 1]


def test_a_holiday_that_sells_double_is_expected_to_again() -> None:
    units = np.full((1, 369), 10, dtype=np.float32)
    units[0, 5] = 30
    assert calendar.of(series(units, CHRISTMAS - dt.timedelta(days=370)), 2).factors.tolist() == [1, 2]
    assert workdays.holiday(CHRISTMAS) == "Christmas Day"
    assert workdays.holiday(dt.date(2026, 3, 20)) == workdays.holiday(dt.date(2027, 3, 9)) == "Eid-ul-Fitr"
    assert workdays.holiday(dt.date(2026, 3, 19)) == ""


def test_a_season_counts_where_it_would_have_missed_less_and_only_then() -> None:
    rates = 40 * (1 + 0.6 * np.sin(np.arange(760) * 2 * np.pi / 364))
    units = np.random.default_rng(3).poisson(rates, (8, 760)).astype(np.float32)
    found = forecast.forecast(series(units[:, :730]))
    assert found.seasonal
    came, plain = units[:, 730:].sum(), found.total(30).sum() / found.season.mean()
    assert abs(found.total(30).sum() - came) < 0.6 * abs(plain - came)
    flat = forecast.forecast(series(poisson(np.full(8, 40.0), 730)))
    assert abs(flat.season - 1).max() < 0.1
    young = series(units[:, :400])
    assert recipe.expect(young, calendar.of(young, 30)).season.tolist() == [1] * 8


def test_four_of_five_totals_lie_in_the_range() -> None:
    units = poisson(np.geomspace(0.2, 20, 80), 400)
    found = forecast.forecast(series(units[:, :370]))
    low, high = found.range_of(30)
    came = units[:, 370:].sum(axis=1)
    assert 0.7 < ((low <= came) & (came <= high)).mean() < 0.95


@pytest.mark.parametrize("kind", ["steady", "drifting", "lumpy"])
def test_slow_goods_are_never_forecast_worse_than_by_their_thirty_day_mean(kind: str) -> None:
    chance, zero = np.random.default_rng(5), np.linspace(0.23, 0.84, 60)
    rates = np.repeat(-np.log(zero)[:, None], 450, axis=1)
    if kind == "drifting":
        rates = rates * np.exp(np.cumsum(chance.normal(0, 0.02, rates.shape), axis=1))
    units = chance.poisson(rates).astype(np.float32)
    if kind == "lumpy":
        sells = chance.random(rates.shape) > zero[:, None]
        units = np.where(sells, chance.geometric(0.4, rates.shape), 0).astype(np.float32)
    ours = plain = 0.0
    for day in range(270, 450, 30):
        came = units[:, day : day + 30].sum(axis=1)
        past = without_stock_records(MONDAY, units[:, :day].astype(np.float32))
        ours += float(np.abs(forecast.forecast(past).total(30) - came).sum())
        plain += float(np.abs(units[:, day - 30 : day].sum(axis=1) - came).sum())
    assert ours <= plain


def test_accuracy_is_what_the_last_ninety_days_would_have_missed() -> None:
    found = forecast.forecast(series([[10.0] * 200, [3.0, 0, 6, 0, 1, 2, 9] * 28 + [0] * 4]))
    assert found.missed.sold[0] == 900
    assert found.missed.recipe[0] == pytest.approx(0, abs=20)
    assert found.missed.four_weeks[0] == 0
