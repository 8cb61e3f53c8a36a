"""What a product's own changes of price tell: an event study, and a belief that is shrunk towards caution.

A shop changes a price rarely, and units of one product move by themselves by some 60 % from four weeks to the next. So
a belief starts at an elasticity of -4, wide on purpose, and moves as far as the evidence weighs.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

PRIOR_MEAN, PRIOR_SD = -4.0, 2.5
WINDOW = 4  # weeks at one price before, and after
SOLD_WEEKS = 3  # of a window's weeks that sold something
LEAST_CHANGE = 0.02
NOISE = 0.09  # variance of ln units from one window to the next that no count explains
USUAL_NOISE = 0.62**2  # the variance of four weeks' units of a product whose price stands still
LIKE_VOLUME, LEAST_ALIKE = 3.0, 8

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weeks:
    """A product week by week: units, the usual price (0 where unknown), whether it was on the shelf."""

    units: Floats
    price: Floats
    in_stock: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Event:
    """A change of price between two windows: `x` = ln of the prices' ratio, `y` = ln of the units', less the shop's."""

    week: int
    old: float
    new: float
    x: float
    y: float
    variance: float


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of the price elasticity: a normal distribution, and how many own changes stand behind it."""

    mean: float = PRIOR_MEAN
    sd: float = PRIOR_SD
    events: int = 0

    @property
    def is_own(self) -> bool:
        """Whether the product's own changes say enough to act on."""
        return self.events > 0 and self.sd <= 0.8 * PRIOR_SD

    def quantile(self, share: float) -> float:
        """The elasticity that a `share` of the belief lies below."""
        return self.mean + self.sd * _Z[share]

    def chance_above(self, elasticity: float) -> float:
        """How likely the elasticity is above a value."""
        return 0.5 * (1 + math.erf((self.mean - elasticity) / (self.sd * math.sqrt(2))))


_Z = {0.1: -1.2815515655446004, 0.5: 0.0, 0.9: 1.2815515655446004}


def changes(weeks: Weeks) -> list[int]:
    """The weeks from which on a product had a new price, both prices having stood for four weeks on the shelf."""
    found: list[int] = []
    for week in range(WINDOW, len(weeks.units) - WINDOW + 1):
        before, after = slice(week - WINDOW, week), slice(week, week + WINDOW)
        old, new = _stable_price(weeks, before), _stable_price(weeks, after)
        if old and new and abs(new / old - 1) >= LEAST_CHANGE:
            found.append(week)
    return found


def study(weeks: Weeks, others: Floats, unchanged: npt.NDArray[np.bool_]) -> list[Event]:
    """The product's changes of price, each against the median of the `others` whose price stood still then.

    Those count that sold in three weeks of each window: what hardly sells falls back by itself after a week with
    a sale. A change with which all prices of the shop moved tells nothing.
    `others` are weekly units by product and week, `unchanged` the same for prices: whether it is last week's.
    """
    found = [_event(weeks, week, others, unchanged) for week in changes(weeks)]
    return [event for event in found if event]


def believe(events: Sequence[Event]) -> Belief:
    """The posterior of the elasticity from own events, by the normal prior."""
    weight = sum(event.x**2 / event.variance for event in events)
    pull = sum(event.x * event.y / event.variance for event in events)
    precision = 1 / PRIOR_SD**2 + weight
    mean = (PRIOR_MEAN / PRIOR_SD**2 + pull) / precision
    return Belief(mean=mean, sd=math.sqrt(1 / precision), events=len(events))


def _stable_price(weeks: Weeks, window: slice) -> float:
    """The one price of a window in which the product was on the shelf and sold; 0 where there is none."""
    prices = weeks.price[window]
    known = prices[prices > 0]
    if len(known) < SOLD_WEEKS or not weeks.in_stock[window].all() or np.ptp(known):
        return 0.0
    return float(known[0]) if (weeks.units[window] > 0).sum() >= SOLD_WEEKS else 0.0


def _event(weeks: Weeks, week: int, others: Floats, unchanged: npt.NDArray[np.bool_]) -> Event | None:
    before, after = slice(week - WINDOW, week), slice(week, week + WINDOW)
    old, new = _stable_price(weeks, before), _stable_price(weeks, after)
    sold = max(float(weeks.units[before].sum()), 0.0), max(float(weeks.units[after].sum()), 0.0)
    still = unchanged[:, week - WINDOW + 1 : week + WINDOW].all(axis=1)
    for window in (before, after):
        still &= (others[:, window] > 0).sum(axis=1) >= SOLD_WEEKS
    moved, volume = _moved(others[still, before].sum(axis=1), others[still, after].sum(axis=1))
    if not len(moved):
        return None
    alike = moved[(volume < sold[0] * LIKE_VOLUME) & (volume > sold[0] / LIKE_VOLUME)]
    noise = float(np.var(alike)) if len(alike) >= LEAST_ALIKE else USUAL_NOISE
    counted = 1 / (sold[0] + 0.5) + 1 / (sold[1] + 0.5) + NOISE
    y = math.log((sold[1] + 0.5) / (sold[0] + 0.5)) - float(np.median(moved))
    return Event(week, old, new, math.log(new / old), y, max(counted, noise))


def _moved(before: Floats, after: Floats) -> tuple[Floats, Floats]:
    """ln of units after to before, and units before, of those that sold before."""
    sold = before > 0
    first, then = before[sold], np.maximum(after[sold], 0)
    return np.log((then + 0.5) / (first + 0.5)), first
