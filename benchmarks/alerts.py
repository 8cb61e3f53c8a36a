"""What the loss alerts find, and how often they cry wolf: `python -m benchmarks.alerts [YEARS] [SEEDS]`.

Clean shop-years of the demo's own trade (YEARS: 20, each with five draws of who worked), then schemes of three sizes
put into them (SEEDS each: 20), by this recipe, by fixed thresholds and by the median absolute deviation, beside the
most that any test could find at the aim's false alarms (`alert_bound`).
The same for shops in which the same people sell two, three and five times as much, of several years of trade at once.
No constant of the recipe was chosen on these years: those of smaller numbers than `FIRST_YEAR` were for that.
"""

import itertools
import os
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from benchmarks.alert_bound import power  # noqa: E402
from benchmarks.schemes import SCHEMES, SIZES, Put, inject  # noqa: E402
from benchmarks.shop_years import WEEKS_OF_A_YEAR, ShopYear, Traded, shop_year, traded  # noqa: E402
from benchmarks.timing import say  # noqa: E402
from reports.losses.choosing import Told, choose  # noqa: E402
from reports.losses.judging import LEAST_EVENTS, Judged, judge, tested  # noqa: E402
from reports.losses.tallies import Tally  # noqa: E402

FIRST_WEEK, WITHIN = 4, 4
"""The first week that is scanned; weeks within which a scheme must be found."""
BUSY = (1, 2, 3, 5)
DRAWS = 5
FIRST_YEAR = 40
AIM = 0.1
"""False alarms a shop and week."""
SEEN_BY_MAD = 16
BY_HAND = {  # rates of a person's week above which a shop would look, set at twice what the trade is known for
    "discounts": 0.10,
    "refunds": 0.03,
    "on_account": 0.30,
    "voids": 0.016,
    "cancelled_carts": 0.05,
    "removed_lines": 0.02,
    "drawer_opened": 0.06,
    "reprints": 0.03,
    "cash_short": 0.24,
    "price_overrides": 0.10,
    "refunds_given": 0.03,
    "credit_approvals": 0.05,
    "shrinkage": 0.08,
    "below_cost": 0.02,
    "low_prices": 0.02,
    "odd_hours": 0.02,
    "adjustments_down": 0.02,
}
FAR = 3.5
Watch = Callable[[list[Tally], Sequence[Told]], list[Judged]]
Windows = Callable[[int], list[Tally]]


def ours(counted: list[Tally], told: Sequence[Told]) -> list[Judged]:
    return choose(judge(counted), told)


def by_hand(counted: list[Tally], told: Sequence[Told]) -> list[Judged]:
    """A week's rate above the fixed threshold, three events at least; the same again only after four weeks."""
    return _untold((each for each in _week(counted) if each.events / each.chances > BY_HAND[each.signal]), told)


def by_mad(counted: list[Tally], told: Sequence[Told]) -> list[Judged]:
    """A modified z above 3.5 of the week's rate among those of one's own and the others' sixteen weeks."""
    rates: dict[tuple[str, str], list[float]] = defaultdict(list)
    for tally in counted:
        x, n = tally.x[-SEEN_BY_MAD:], tally.n[-SEEN_BY_MAD:]
        rates[tally.signal, tally.role] += (x[n > 0] / n[n > 0]).tolist()
    roles = {(tally.signal, tally.person, tally.place): tally.role for tally in counted}

    def is_far(each: Judged) -> bool:
        all_rates = np.array(rates[each.signal, roles[each.signal, each.person, each.place]])
        middle = np.median(all_rates)
        mad = np.median(np.abs(all_rates - middle))
        return bool(0.6745 * (each.events / each.chances - middle) > FAR * max(mad, 1e-9))

    return _untold((each for each in _week(counted) if is_far(each)), told)


WATCHES: dict[str, Watch] = {"this recipe": ours, "fixed thresholds": by_hand, "MAD, z 3.5": by_mad}


def _week(counted: list[Tally]) -> list[Judged]:
    """What happened in the last week, three events at least."""
    last = [_last_week(tally) for tally in counted if tally.x[-1] >= LEAST_EVENTS]
    return [each for each in last if each.chances]


def _last_week(tally: Tally) -> Judged:
    x, n = int(tally.x[-1]), int(tally.n[-1])
    return Judged(tally.signal, tally.person, tally.place, 1, x, n, 0.0, float(tally.value[-1]), 1.0, None, None)


def _untold(found: Iterable[Judged], told: Sequence[Told]) -> list[Judged]:
    known = {(each.signal, each.person, each.place) for each in told if each.weeks_ago < each.silent_weeks}
    return [each for each in found if (each.signal, each.person, each.place) not in known]


def alarms(windows: Windows, weeks: Iterable[int]) -> dict[str, list[Judged]]:
    """What each way of watching tells in these weeks, scan by scan."""
    told: dict[str, list[tuple[int, Judged]]] = {name: [] for name in WATCHES}
    for week in weeks:
        counted = windows(week)
        for name, watch in WATCHES.items():
            before = [
                Told(each.signal, each.person, each.place, week - at, each.events / each.chances)
                for at, each in told[name]
            ]
            told[name] += [(week, each) for each in watch(counted, before)]
    return {name: [each for _, each in found] for name, found in told.items()}


@dataclass
class Outcome:
    """Shop-weeks, false alarms by way of watching and signal, and what was found by scheme, size and way.

    `most` has of each scheme and size the events to be expected without it and with it, and the bound.
    """

    weeks: int = 0
    false: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: dict[tuple[str, float, str], list[bool]] = field(default_factory=dict)
    most: dict[tuple[str, float], list[tuple[float, float, float]]] = field(default_factory=dict)

    def add(self, other: "Outcome") -> None:
        self.weeks += other.weeks
        self.false += other.false
        for key, hits in other.found.items():
            self.found.setdefault(key, []).extend(hits)
        for put, bounds in other.most.items():
            self.most.setdefault(put, []).extend(bounds)

    def watch(self, year: ShopYear, scheme_seed: int | None) -> None:
        """A clean year, and the schemes put into it where a seed is given."""
        self.weeks += WEEKS_OF_A_YEAR - FIRST_WEEK
        for name, told in alarms(year.windows(), range(FIRST_WEEK, WEEKS_OF_A_YEAR)).items():
            self.false.update((name, each.signal) for each in told)
        if scheme_seed is not None:
            for scheme, size in itertools.product(SCHEMES, SIZES):
                self._put_in(inject(year, scheme, size, scheme_seed), size)

    def _put_in(self, put: Put, size: float) -> None:
        windows = put.year.windows()
        for name, told in alarms(windows, range(put.week, put.week + WITHIN)).items():
            hit = any((e.signal, e.person, e.place) == (put.signal, put.person, put.place) for e in told)
            self.found.setdefault((put.signal, size, name), []).append(hit)
        level = AIM * WITHIN / len(tested(windows(put.week)))
        bound = put.usual, put.raised, power(put.usual, put.raised, level)
        self.most.setdefault((put.signal, size), []).append(bound)


_TRADED: list[Traded] = []
"""The years of trade, which the processes that watch inherit."""


def _of_shop(number: int, is_put_into: bool) -> dict[int, Outcome]:
    """The shop of one year of trade, and shops in which the same people sell so many times as much."""
    found: dict[int, Outcome] = {}
    for times in BUSY:
        trades = [_TRADED[(number + step) % len(_TRADED)] for step in range(times)]
        found[times] = outcome = Outcome()
        seed = FIRST_YEAR + number
        for draw in range(DRAWS if times == 1 else 1):
            drawn = seed * DRAWS + draw if times == 1 else 10_000 * times + seed
            outcome.watch(shop_year(trades, drawn), seed if is_put_into and draw == 0 else None)
    return found


def main(years: int = 20, seeds: int = 20) -> int:
    began = time.monotonic()
    totals = {times: Outcome() for times in BUSY}
    with ProcessPoolExecutor(2) as pool:
        _TRADED[:] = pool.map(traded, range(FIRST_YEAR, FIRST_YEAR + max(years, *BUSY)))
    with ProcessPoolExecutor(2) as pool:  # begun anew, so that its processes know what was traded
        for shop in pool.map(_of_shop, range(years), [number < seeds for number in range(years)]):
            for times, outcome in shop.items():
                totals[times].add(outcome)
    for times, total in totals.items():
        watched = total.weeks // (WEEKS_OF_A_YEAR - FIRST_WEEK)
        say(f"\nThe demo's trade x {times}: {watched} clean shop-years, {total.weeks:,} shop-weeks; {seeds} seeds")
        _say_false(total)
        _say_found(total)
    used = sum(sum(resource.getrusage(whose)[:2]) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    say(f"\n{time.monotonic() - began:.0f} s by the clock, {used:.0f} s of processors")
    return 0


def _say_false(total: Outcome) -> None:
    say(f"{'false alarms a shop and week':34}" + "".join(f"{name:>18}" for name in WATCHES))
    signals = sorted({signal for _, signal in total.false})
    sums = [sum(n for (way, _), n in total.false.items() if way == name) for name in WATCHES]
    say(f"{'all signals':34}" + "".join(f"{number / total.weeks:18.3f}" for number in sums))
    for signal in signals:
        say(f"  {signal:32}" + "".join(f"{total.false[name, signal] / total.weeks:18.3f}" for name in WATCHES))


def _say_found(total: Outcome) -> None:
    heads = [*WATCHES, "any test at most", "events without", "events with"]
    say(f"{'found within four weeks':34}" + "".join(f"{head:>18}" for head in heads))
    for size in SIZES:
        rows = {scheme: _row(total, scheme, size) for scheme in SCHEMES}
        mean = np.mean(list(rows.values()), axis=0)
        say(f"x{size:g}, all schemes".ljust(34) + "".join(f"{share:18.2f}" for share in mean[:-2]))
        for scheme, shares in rows.items():
            say(f"  {scheme:32}" + "".join(f"{share:18.2f}" for share in shares))


def _row(total: Outcome, scheme: str, size: float) -> list[float]:
    """What was found by each way, the bound, and the events of four weeks without and with the scheme."""
    usual, raised, bound = np.mean(total.most[scheme, size], axis=0)
    return [*(float(np.mean(total.found[scheme, size, name])) for name in WATCHES), bound, usual, raised]


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
