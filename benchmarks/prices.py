"""What prices teach: `python -m benchmarks.prices FILE.csv[.gz] [SEED]`, sales in the format of `import_sales`.

Three parts. The event study: each change of price in the file, predicted by what a rule knew before, against what
came. The decisions: 6,000 simulated products, of which a third changed a price once, and whom each rule's advice would
harm. The limits: 1,000 random products and demands, each advice held against them.
"""

import datetime as dt
import math
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from benchmarks.csv_rows import rows  # noqa: E402
from benchmarks.timing import say  # noqa: E402
from reports.prices.advice import ENOUGH, Goal, advise  # noqa: E402
from reports.prices.candidates import WIDEST, Limits, Present, candidates, ending, floor  # noqa: E402
from reports.prices.effect import chance_of_gain, expected_profit  # noqa: E402
from reports.prices.evidence import PRIOR_SD, Belief, Event, Weeks, believe, study  # noqa: E402

LEAST_LINES, SMALL_CHANGE = 60, 0.2
PRODUCTS, CASES, SEED = 6_000, 1_000, 2026


def weekly(path: Path) -> list[Weeks]:
    """The products with 60 lines or more, week by week; the price of a week is the one of most of its small lines."""
    lines: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    first = None
    for row in rows(path):
        day, units, price = dt.date.fromisoformat(row["sold_at"][:10]), float(row["quantity"]), float(row["unit_price"])
        first = first or day
        if row.get("customer") and price > 0:
            lines[row["sku"]].append(((day - first).days // 7, units, price))
    weeks = 1 + max(week for sold in lines.values() for week, _, _ in sold)
    return [_weeks(sold, weeks) for sold in lines.values() if len(sold) >= LEAST_LINES]


def _weeks(sold: list[tuple[int, float, float]], weeks: int) -> Weeks:
    units, prices = np.zeros(weeks), np.zeros(weeks)
    small = float(np.median([amount for _, amount, _ in sold if amount > 0]))
    seen: dict[int, Counter[float]] = defaultdict(Counter)
    for week, amount, price in sold:
        units[week] += amount
        if 0 < amount <= small:
            seen[week][price] += 1
    for week, counted in seen.items():
        prices[week] = counted.most_common(1)[0][0]
    return Weeks(units, prices, np.ones(weeks, dtype=bool))


def events_of(products: list[Weeks]) -> list[Event]:
    """Every change of price, each against the products whose price stood still."""
    units = np.array([each.units for each in products])
    prices = np.array([each.price for each in products])
    still = np.ones(prices.shape, dtype=bool)
    still[:, 1:] = (prices[:, 1:] == prices[:, :-1]) | (prices[:, 1:] == 0) | (prices[:, :-1] == 0)
    found = [event for each in products for event in study(each, units, still)]
    return sorted(found, key=lambda event: event.week)


def event_study(path: Path) -> None:
    products = weekly(path)
    events = events_of(products)
    half = events[len(events) // 2].week if events else 0
    before, after = [e for e in events if e.week < half], [e for e in events if e.week >= half]
    pooled = sum(e.x * e.y for e in before) / (sum(e.x**2 for e in before) or 1)
    own = believe([])
    say(f"{len(products)} products, {len(events)} changes of price; {len(after)} predicted from week {half} on.")
    rules = {
        "no effect": 0.0,
        "elasticity -1": -1.0,
        f"pooled before ({pooled:.2f})": pooled,
        "-2.62 for all": -2.62,
        "this prior (-4)": own.mean,
    }
    for what, part in (
        ("up to 20 %", [e for e in after if abs(e.new / e.old - 1) <= SMALL_CHANGE]),
        ("above 20 %", [e for e in after if abs(e.new / e.old - 1) > SMALL_CHANGE]),
    ):
        say(f"changes of {what}: {len(part)}")
        for name, slope in rules.items():
            _say_miss(name, [e.y - slope * e.x for e in part])
        low, high = own.quantile(0.1), own.quantile(0.9)
        inside = [low <= e.y / e.x <= high for e in part]
        if inside:
            say(f"  {'inside the range, which knows no chance':40} {np.mean(inside) * 100:5.0f} %")


def _say_miss(name: str, missed: list[float]) -> None:
    if missed:
        say(f"  {name:40} MAE {np.mean(np.abs(missed)):.3f}  RMSE {math.sqrt(np.mean(np.square(missed))):.3f}")


@dataclass(frozen=True)
class Product:
    """A simulated product, and what its one change of price, if there was one, showed."""

    present: Present
    events: tuple[Event, ...]


def simulated(truth: float, rng: np.random.Generator) -> list[Product]:
    """Products at margins of 10 to 35 %, of which 30 % changed a price once by 5 to 40 %."""
    made = []
    for _ in range(PRODUCTS):
        price = Decimal(int(rng.integers(30, 1500)))
        present = Present(price, None, price * Decimal(str(round(1 - rng.uniform(0.10, 0.35), 3))))
        made.append(Product(present, (_changed(truth, rng),) if rng.random() < 0.3 else ()))
    return made


def _changed(truth: float, rng: np.random.Generator) -> Event:
    x = float(rng.choice([-1, 1]) * rng.uniform(0.05, 0.40))
    units = float(rng.lognormal(4, 1))
    variance = max(2 / units + 0.09, 0.62**2)
    return Event(0, 1.0, math.exp(x), x, truth * x + float(rng.normal(0, math.sqrt(variance))), variance)


Rule = Callable[[Product], Decimal | None]
LIMITS = Limits(min_margin=Decimal("0.01"))


def _by_elasticity(product: Product, elasticity: float) -> Decimal | None:
    """The price of most profit, were the elasticity known."""
    belief, margin = Belief(elasticity, 1e-9, 1), product.present.margin
    gains = {p: expected_profit(belief, float(p / product.present.price - 1), margin) for p in _near(product)}
    best = max(gains, key=lambda price: gains[price], default=None)
    return best if best is not None and gains[best] > 1 else None


def _near(product: Product) -> list[Decimal]:
    return candidates(product.present, LIMITS)


def _own_slope(product: Product) -> Decimal | None:
    return _by_elasticity(product, product.events[0].y / product.events[0].x) if product.events else None


def _without_gate(product: Product) -> Decimal | None:
    belief, margin = believe(product.events), product.present.margin
    likely = {p: float(p / product.present.price - 1) for p in _near(product)}
    likely = {p: d for p, d in likely.items() if chance_of_gain(belief, d, margin) >= ENOUGH}
    return max(likely, key=lambda price: expected_profit(belief, likely[price], margin), default=None)


def _ours(product: Product) -> Decimal | None:
    found = advise(product.present, believe(product.events), goal=Goal.PROFIT, limits=LIMITS)
    return found.price if found.is_change else None


RULES: dict[str, Rule] = {
    "the product's own slope": _own_slope,
    "-2.62 for all": lambda product: _by_elasticity(product, -2.62),
    "a likely gain, the prior alone is enough": _without_gate,
    "this advice: a likely gain and own evidence": _ours,
}


def decisions(seed: int) -> None:
    for truth in (-1.75, -4.0, -6.0):
        products = simulated(truth, np.random.default_rng(seed))
        say(f"true elasticity {truth}: advised, of these harmed, mean profit of the advised")
        for name, rule in RULES.items():
            _say_outcome(name, [(each, price) for each in products if (price := rule(each)) is not None], truth)


def _say_outcome(name: str, advised: list[tuple[Product, Decimal]], truth: float) -> None:
    if not advised:
        say(f"  {name:44} none")
        return
    changed = [(float(price / each.present.price), each.present.margin) for each, price in advised]
    profit = [ratio**truth * (margin + ratio - 1) / margin for ratio, margin in changed]
    harmed, mean = np.mean(np.array(profit) < 1) * 100, (np.mean(profit) - 1) * 100
    say(f"  {name:44} {len(advised) / PRODUCTS * 100:4.0f} %  {harmed:4.0f} %  {mean:+5.1f} %")


def broken_limits() -> int:
    """How many of 1,000 random advices break a limit."""
    rng, broken = random.Random(SEED), 0  # noqa: S311
    for _ in range(CASES):
        price = Decimal(rng.randint(50, 300_000)) / 100
        wholesale = rng.choice([None, price * Decimal(str(round(rng.uniform(0.7, 1), 3)))])
        cost = price * Decimal(str(round(rng.uniform(0.4, 1.2), 3)))
        present = Present(price, wholesale, cost, rng.choice([None, 5.0, 40.0, 90.0]))
        limits = Limits(Decimal(rng.randint(0, 40)) / 100, Decimal(rng.randint(0, 30)) / 100)
        belief = Belief(rng.uniform(-9, 0), rng.uniform(0.1, PRIOR_SD), rng.randint(0, 3))
        others = [price * Decimal(str(round(rng.uniform(0.7, 1.3), 3))) for _ in range(rng.randint(0, 4))]
        found = advise(present, belief, goal=rng.choice(list(Goal)), limits=limits, competitors=others)
        broken += found.is_change and not _keeps(found.price, present, limits)
    return broken


def _keeps(price: Decimal, present: Present, limits: Limits) -> bool:
    change = price / present.price - 1
    near = abs(change) <= WIDEST or (present.margin <= 0 and price >= floor(present, limits))
    return bool(
        price >= present.cost / (1 - limits.min_margin)
        and near
        and change >= -limits.max_discount
        and (present.wholesale is None or price >= present.wholesale)
        and (present.margin <= 0 or price % ending(price) == 0)
        and not (change < 0 and present.cover is not None and present.cover < 14)
    )


def main() -> int:
    if len(sys.argv) not in (2, 3):
        say(__doc__ or "")
        return 2
    event_study(Path(sys.argv[1]))
    decisions(int(sys.argv[2]) if len(sys.argv) > 2 else SEED)
    broken = broken_limits()
    say(f"{CASES} random cases: {broken} break a limit")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
