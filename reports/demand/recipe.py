"""The expected units of each coming day: a weekday index, a level of two speeds, and the year before."""

from dataclasses import dataclass

import numpy as np

from reports.demand.calendar import Days
from reports.demand.series import WEEK, Floats, Series

INDEX_DAYS = 182
INDEX_UNITS = 100.0
SLOW, QUICK = 0.015, 0.10
SLOW_SHARE = 0.55
LEVEL_DAYS = 455  # older days weigh less than a thousandth
YEAR = 364
SEASON_DAYS = 30
SEASON_HISTORY = 422
SEASON_PRODUCTS = 5
SEASON_UNITS = 30.0
SEASON_MOST = 2.0


@dataclass(frozen=True)
class Expected:
    """Of each product: `level` in units a day, the weekday `index`, units of each coming day, the year's factor."""

    level: Floats
    index: Floats
    daily: Floats
    season: Floats


def expect(series: Series, days: Days) -> Expected:
    """What the recipe expects of the days after the series, as many as `days.factors`. The season stands apart."""
    weeks = np.eye(WEEK, dtype=np.float32)[series.weekday] * days.ordinary[:, None]
    index = _index(series, weeks)
    level = np.maximum(_level(series, weeks, index), 0)
    ahead = (series.first.weekday() + series.days + np.arange(len(days.factors))) % WEEK
    daily = level[:, None] * index[:, ahead] * days.factors
    return Expected(level, index, daily, _season(series, weeks, index))


def _index(series: Series, weeks: Floats) -> Floats:
    """Each product's weekdays against its mean day, leaning on the storefront's where it sells little."""
    recent = slice(max(0, series.days - INDEX_DAYS), series.days)
    weeks = weeks[recent]
    sold = series.units[:, recent] @ weeks
    own = _shape(_ratio(sold, series.seen[:, recent] @ weeks))
    shop = _shape(_ratio(series.total[recent] @ weeks, weeks.sum(axis=0)))
    units = np.maximum(sold.sum(axis=1, keepdims=True), 0)
    return np.asarray((units * own + INDEX_UNITS * shop) / (units + INDEX_UNITS))


def _shape(means: Floats) -> Floats:
    """Means of weekdays, scaled to a mean of one; all ones where nothing was sold."""
    mean = means.mean(axis=-1, keepdims=True)
    return np.where(mean > 0, means / np.where(mean > 0, mean, 1), 1).astype(np.float32)


def _level(series: Series, weeks: Floats, index: Floats) -> Floats:
    """Units of a mean day, newer days weighing more: Σ w·units / Σ w·index, at two speeds."""
    start = max(0, series.days - LEVEL_DAYS)
    recent, weeks = series.between(start, series.days), weeks[start:]
    age = np.arange(recent.days - 1, -1, -1, dtype=np.float32)[:, None]
    slow, quick = _rates(recent, [weeks * (1 - speed) ** age for speed in (SLOW, QUICK)], index)
    return np.asarray(SLOW_SHARE * slow + (1 - SLOW_SHARE) * quick)


def _rates(series: Series, weightings: list[Floats], index: Floats) -> list[Floats]:
    """Units of a mean day under each weighting of days by weekday. All in one pass over the series."""
    sold = series.units @ np.stack([weights.sum(axis=1) for weights in weightings], axis=1)
    usual = (series.seen @ np.concatenate(weightings, axis=1)).reshape(series.products, len(weightings), WEEK)
    return list(_ratio(sold, (usual * index[:, None, :]).sum(axis=2)).T)


def _season(series: Series, weeks: Floats, index: Floats) -> Floats:
    """What the same thirty days brought a year ago over the level before them, half believed; 1 with less history."""
    start = series.days - YEAR
    long_known = series.began <= series.days - SEASON_HISTORY
    if series.days < SEASON_HISTORY or long_known.sum() < SEASON_PRODUCTS:
        return np.ones(series.products, dtype=np.float32)
    season = series.between(start, start + SEASON_DAYS)
    then = SEASON_DAYS * _rates(season, [weeks[start : start + SEASON_DAYS]], index)[0]
    before = SEASON_DAYS * np.maximum(_level(series.between(0, start), weeks[:start], index), 0)
    general = _clip(then[long_known].sum() / max(float(before[long_known].sum()), 1e-9))
    own = _clip((then + SEASON_UNITS * general) / (before + SEASON_UNITS))
    return np.sqrt(np.where(long_known, own, general)).astype(np.float32)


def _clip(ratio: Floats | float) -> Floats:
    return np.clip(ratio, 1 / SEASON_MOST, SEASON_MOST)


def _ratio(part: Floats, whole: Floats) -> Floats:
    """Part over whole, 0 where there is no whole."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
