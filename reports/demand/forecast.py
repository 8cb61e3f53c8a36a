"""A forecast with its range: the recipe is run again at six earlier days of a storefront, to see how far it missed."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from reports import workdays
from reports.demand import calendar, recipe
from reports.demand.calendar import Named
from reports.demand.recipe import INDEX_DAYS, Expected
from reports.demand.series import WEEK, Bools, Floats, Series

ORIGINS = 6
STEP_DAYS = 30
LEAST_HISTORY = 28
LEAST_ERRORS = 30
SPANS = (1, 7, 30)
LOW, HIGH = 0.1, 0.9
NORMAL = (-1.2816, 1.2816)
ACCURACY_ORIGINS = 3
MOST_AHEAD = 120

Quantiles = tuple[float, float]


@dataclass(frozen=True)
class Missed:
    """Over the last ninety days, of each product: units sold, and by how many the recipe and the plain rule missed."""

    sold: Floats
    recipe: Floats
    four_weeks: Floats


@dataclass(frozen=True)
class Forecast:
    """Expected units of a storefront's products from the day `start` on, one row each."""

    start: dt.date
    level: Floats
    index: Floats
    factors: Floats
    season: Floats
    dispersion: Floats
    spread: Floats
    ranges: Mapping[int, Quantiles]
    missed: Missed
    seasonal: bool

    def daily(self, days: int, products: slice | Bools = slice(None)) -> Floats:
        """Units of each of the next `days` days."""
        ahead = (self.start.weekday() + np.arange(days)) % WEEK
        level = (self.level * self.season)[products]
        return np.asarray(level[:, None] * self.index[products][:, ahead] * self.factors[:days])

    def total(self, days: int) -> Floats:
        """Units of the next `days` days together."""
        return np.asarray(self.daily(days).sum(axis=1))

    def sums(self) -> Floats:
        """Units of the next 0, 1, 2 … days of each product, as many days as there are factors."""
        daily = self.daily(len(self.factors))
        return np.concatenate([np.zeros((len(daily), 1)), np.cumsum(daily, axis=1)], axis=1)

    def range_of(self, days: int) -> tuple[Floats, Floats]:
        """The range that holds four in five, of the units of the next `days` days together."""
        return self.between(self.total(days), self.dispersion, days)

    def between(self, expected: Floats, dispersion: Floats, days: int) -> tuple[Floats, Floats]:
        """The range that holds four in five, of units expected in so many days."""
        low, high = self.ranges[max(span for span in SPANS if span <= days)]
        scale = _scale(expected, dispersion)
        return np.maximum(expected + low * scale, 0), np.maximum(expected + high * scale, 0)


def within(sums: Floats, days: Floats) -> Floats:
    """Units of so many days of each product, whole days or not, from the `sums` of a forecast and no further."""
    last = sums.shape[1] - 1
    whole = np.minimum(days, last).astype(np.int64)
    row = np.arange(len(sums))
    start = sums[row, whole]
    return np.asarray(start + (np.minimum(days, last) - whole) * (sums[row, np.minimum(whole + 1, last)] - start))


def forecast(series: Series, *, named: Named = workdays.holiday, ahead: int = MOST_AHEAD) -> Forecast:
    """What comes after a series of one storefront. A season is believed only where that would have missed less."""
    expected, days = _expect(series, ahead, named)
    trials = list(_trials(series, named))
    seasonal = bool((expected.season != 1).any()) and _season_helps(trials)
    return Forecast(
        series.end,
        expected.level,
        expected.index,
        days.factors,
        season=expected.season if seasonal else np.ones_like(expected.season),
        seasonal=seasonal,
        dispersion=_dispersion(series),
        spread=_spread(series, days.ordinary, expected.index),
        ranges={span: _range(trials, span, seasonal=seasonal) for span in SPANS},
        missed=_missed(trials[:ACCURACY_ORIGINS], series.products, seasonal=seasonal),
    )


def _expect(series: Series, ahead: int, named: Named) -> tuple[Expected, calendar.Days]:
    days = calendar.of(series, ahead, named)
    return recipe.expect(series, days), days


@dataclass(frozen=True)
class _Trial:
    """One earlier day: what was expected of the thirty days after it, and what came on those that are known."""

    expected: Floats
    season: Floats
    dispersion: Floats
    four_weeks: Floats
    actual: Floats
    seen: Floats
    offered: Bools

    def errors(self, span: int, *, seasonal: bool) -> tuple[Floats, Floats]:
        """Of the first `span` days together: what was expected and how far off it was. A span of 1: of each day."""
        keep, season = self._judged(span), self.season if seasonal else np.ones_like(self.season)
        if span == 1:
            known = self.seen[keep] > 0
            expected = (self.expected[keep] * season[keep, None])[known]
            return expected, self.actual[keep][known] - expected
        expected = season * _products_summed(self.expected[:, :span], self.seen[:, :span])
        return expected[keep], (self.actual[:, :span].sum(axis=1) - expected)[keep]

    def scale(self, expected: Floats, span: int) -> Floats:
        keep = self._judged(span)
        phi = self.dispersion[keep]
        if span == 1:
            phi = np.repeat(phi, (self.seen[keep] > 0).sum(axis=1))
        return _scale(expected, phi)

    def _judged(self, span: int) -> Bools:
        """Products that were there before, and of which most of the days are known."""
        return np.asarray(self.offered & (self.seen[:, : max(span, WEEK)].mean(axis=1) > 0.5))


def _products_summed(one: Floats, other: Floats) -> Floats:
    """Σ one·other of each row, without a matrix of the products."""
    return np.asarray(np.einsum("ij,ij->i", one, other))


def _trials(series: Series, named: Named) -> Iterator[_Trial]:
    """The newest first, as far back as there was enough to go by."""
    for number in range(1, ORIGINS + 1):
        day = series.days - number * STEP_DAYS
        if day < LEAST_HISTORY:
            return
        past, then = series.between(0, day), series.between(day, day + STEP_DAYS)
        expected, _ = _expect(past, STEP_DAYS, named)
        yield _Trial(
            expected.daily,
            expected.season,
            _dispersion(past),
            four_weeks(past, STEP_DAYS),
            then.units,
            then.seen,
            past.began < past.days,
        )


def four_weeks(series: Series, ahead: int) -> Floats:
    """The plain rule to compare with: each coming day as the mean of the same weekday over the last four weeks."""
    last = series.units[:, -4 * WEEK :].reshape(series.products, 4, WEEK).mean(axis=1)
    return np.asarray(last[:, np.arange(ahead) % WEEK])


def _season_helps(trials: list[_Trial]) -> bool:
    plain, seasonal = (
        sum(float(np.abs(trial.errors(STEP_DAYS, seasonal=which)[1]).sum()) for trial in trials)
        for which in (False, True)
    )
    return seasonal < plain


def _range(trials: list[_Trial], span: int, *, seasonal: bool) -> Quantiles:
    """The tenth and ninetieth percentile of the storefront's errors, each over its own scale."""
    found = []
    for trial in trials:
        expected, off = trial.errors(span, seasonal=seasonal)
        found.append(off / trial.scale(expected, span))
    errors = np.concatenate(found) if found else np.array([])
    if len(errors) < LEAST_ERRORS:
        return NORMAL
    low, high = np.quantile(errors, (LOW, HIGH))
    return float(low), float(high)


def _missed(trials: list[_Trial], products: int, *, seasonal: bool) -> Missed:
    sold, ours, plain = (np.zeros(products, dtype=np.float32) for _ in range(3))
    for trial in trials:
        season = trial.season if seasonal else 1
        actual = trial.actual.sum(axis=1)
        sold += actual
        ours += np.abs(season * _products_summed(trial.expected, trial.seen) - actual)
        plain += np.abs(_products_summed(trial.four_weeks, trial.seen) - actual)
    return Missed(sold, ours, plain)


def _scale(expected: Floats, dispersion: Floats) -> Floats:
    return np.asarray(np.sqrt(np.maximum(expected, 0.5) * np.maximum(dispersion, 1) + (0.1 * expected) ** 2))


def _dispersion(series: Series) -> Floats:
    """Variance over mean of the known days of half a year; 1 where nothing was sold."""
    recent = series.between(max(0, series.days - INDEX_DAYS), series.days)
    count = np.maximum(recent.seen.sum(axis=1), 1)
    mean = recent.units.sum(axis=1) / count
    variance = _products_summed(recent.units, recent.units) / count - mean**2
    return np.asarray(np.divide(variance, mean, out=np.ones_like(mean), where=mean > 0))


def _spread(series: Series, ordinary: Bools, index: Floats) -> Floats:
    """The standard deviation of a day's units around what its weekday has people expect, over half a year."""
    start = max(0, series.days - INDEX_DAYS)
    recent, keep = series.between(start, series.days), ordinary[start:]
    usual = index[:, recent.weekday] * recent.seen * keep
    weight = np.maximum(usual.sum(axis=1), 1)
    level = (recent.units * keep).sum(axis=1) / weight
    off = np.square(recent.units * keep - level[:, None] * usual).sum(axis=1)
    return np.asarray(np.sqrt(off / np.maximum((recent.seen * keep).sum(axis=1), 1)))
