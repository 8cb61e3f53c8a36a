"""How often what is suggested was bought: `python -m benchmarks.baskets FILE.csv[.gz]`, sales as imports take them.

Pairs are counted up to the last sixty days. Of each later basket of 2 to 30 goods one is hidden, and three suggested.
"""

import datetime as dt
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from benchmarks.csv_rows import rows  # noqa: E402
from benchmarks.timing import say  # noqa: E402
from reports.pairs import cosine  # noqa: E402

HELD_OUT_DAYS = 60
SUGGESTED = 3


@dataclass(frozen=True)
class Lines:
    """Lines of sales: the number of the basket, of the product, and the day."""

    basket: cosine.Ints
    product: cosine.Ints
    day: cosine.Ints


def read(path: Path) -> Lines:
    """What was sold; returns left out."""
    baskets: dict[str, int] = {}
    goods: dict[str, int] = {}
    found = [
        (
            baskets.setdefault(row["invoice_no"], len(baskets)),
            goods.setdefault(row["sku"] or row["product"], len(goods)),
            dt.date.fromisoformat(row["sold_at"][:10]).toordinal(),
        )
        for row in rows(path)
        if float(row["quantity"]) > 0
    ]
    return Lines(*np.array(found, dtype=np.int64).T)


def measure(lines: Lines) -> dict[str, float]:
    """The share of baskets whose hidden product is suggested, in percent, and what counting the pairs takes."""
    past = lines.day <= lines.day.max() - HELD_OUT_DAYS
    found = cosine.pairs(lines.basket[past], lines.product[past])
    asked = list(_hidden(lines.basket[~past], lines.product[~past]))
    ours = _hits(asked, _companions(found))
    plain = _popular_hits(asked, lines.product[past])
    started = time.perf_counter()
    cosine.pairs(lines.basket, lines.product)
    return {
        "baskets": len(asked),
        "found among three suggested, %": 100 * ours / len(asked),
        "found among the three most popular, %": 100 * plain / len(asked),
        "times the most popular": ours / max(plain, 1),
        "lines counted": len(lines.basket),
        "counting the pairs of all, s": time.perf_counter() - started,
    }


def _hidden(basket: cosine.Ints, product: cosine.Ints) -> Iterator[tuple[int, set[int]]]:
    """Of each basket, the product hidden and the others."""
    goods: dict[int, set[int]] = defaultdict(set)
    for number, item in zip(basket.tolist(), product.tolist(), strict=True):
        goods[number].add(item)
    chance = random.Random(7)  # noqa: S311
    for held in goods.values():
        if cosine.SMALLEST <= len(held) <= cosine.LARGEST:
            hidden = chance.choice(sorted(held))
            yield hidden, held - {hidden}


Companions = dict[int, list[tuple[int, float, int]]]


def _companions(found: cosine.Together) -> Companions:
    of: Companions = defaultdict(list)
    columns = (found.product, found.other, found.score, found.popularity)
    for product, other, score, popularity in zip(*(column.tolist() for column in columns), strict=True):
        of[product].append((other, score, popularity))
    return of


def _hits(asked: list[tuple[int, set[int]]], companions: Companions) -> int:
    return sum(hidden in _suggested(rest, companions) for hidden, rest in asked)


def _suggested(rest: Collection[int], companions: Companions) -> list[int]:
    of_each = (row for held in rest for row in companions.get(held, ()) if row[0] not in rest)
    return list(cosine.ranked(of_each))[:SUGGESTED]


def _popular_hits(asked: list[tuple[int, set[int]]], product: cosine.Ints) -> int:
    ranked = [item for item, _ in Counter(product.tolist()).most_common(cosine.LARGEST + SUGGESTED)]
    return sum(hidden in [item for item in ranked if item not in rest][:SUGGESTED] for hidden, rest in asked)


if __name__ == "__main__":
    for name, value in measure(read(Path(sys.argv[1]))).items():
        say(f"{name:38} {value:10,.2f}")
