"""What one storefront will sell: its forecasts, and what is known of each product beside them."""

import datetime as dt
import uuid
from dataclasses import dataclass

import numpy as np

from reports.demand import forecast as model
from reports.demand.forecast import Forecast
from reports.demand.reading import Shelves
from reports.demand.series import WEEK, Floats, Ints, Series

HALF_YEAR_WEEKS = 26


@dataclass(frozen=True)
class Outlook:
    """What one storefront will sell. Arrays have a row for each of `products`.

    `known_days` teach something of a product; `weekly_variation` is the standard deviation of a week's units over their
    mean. `offered` and `last_sold` as in `Shelves`.
    """

    storefront_id: uuid.UUID
    products: tuple[uuid.UUID, ...]
    forecast: Forecast
    offered: Ints
    last_sold: Ints
    known_days: Ints
    weekly_variation: Floats


def of(found: Shelves) -> Outlook:
    """The outlook of one storefront."""
    return Outlook(
        found.storefront_id,
        found.products,
        model.forecast(found.series),
        found.offered,
        found.last_sold,
        known_days=found.series.seen.sum(axis=1).astype(np.int64),
        weekly_variation=_weekly_variation(found.series),
    )


def _weekly_variation(series: Series) -> Floats:
    """Over the whole weeks of half a year on which a product could be sold every day; 0 where fewer than two."""
    weeks = min(series.days // WEEK, HALF_YEAR_WEEKS)
    recent = series.between(series.days - weeks * WEEK, series.days)
    shape = (series.products, weeks, WEEK)
    whole = recent.seen.reshape(shape).sum(axis=2) == WEEK
    units = recent.units.reshape(shape).sum(axis=2) * whole
    count = np.maximum(whole.sum(axis=1), 1)
    mean = units.sum(axis=1) / count
    variance = np.square(units - mean[:, None] * whole).sum(axis=1) / count
    return np.asarray(np.divide(np.sqrt(variance), mean, out=np.zeros_like(mean), where=mean > 0))


def day(found: Outlook, ahead: int) -> dt.date:
    """The date of a coming day, 0 for today."""
    return found.forecast.start + dt.timedelta(days=ahead)
