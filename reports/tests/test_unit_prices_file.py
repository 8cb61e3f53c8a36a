"""The benchmark of unit prices, on a file of reports made for it."""

import csv
import random
from pathlib import Path

import numpy as np
import pytest

from benchmarks.unit_prices import auroc, measure


def write(path: Path, *, wrong: float) -> None:
    """Forty products of which 5 % of the reports are wrong by the factor `wrong`; half of all were inspected."""
    rng = random.Random(4)
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(("ID", "Prod", "Quant", "Val", "Insp"))
        for number in range(4000):
            product, units, bad = number % 40, rng.randint(1, 50), rng.random() < 0.05
            price = (product + 1) * rng.lognormvariate(0, 0.1) * (wrong if bad else 1)
            verdict = ("fraud" if bad else "ok") if rng.random() < 0.5 else "unkn"
            out.writerow((f"v{number % 7}", f"p{product}", units, round(units * price, 2), verdict))
        out.writerow(("v1", "p1", "NA", "120", "ok"))


def test_wrong_prices_come_first_and_harmless_ones_do_not(tmp_path: Path) -> None:
    write(tmp_path / "sales.csv", wrong=3.0)
    found = measure(tmp_path / "sales.csv")
    assert found.reports == 4000
    assert found.auroc > 0.99
    assert found.precision > 0.9
    write(tmp_path / "same.csv", wrong=1.0)
    assert measure(tmp_path / "same.csv").auroc == pytest.approx(0.5, abs=0.1)


def test_auroc_counts_pairs_and_ties_by_half() -> None:
    score, wrong = np.array([0.9, 0.5, 0.5, 0.1]), np.array([True, True, False, False])
    assert auroc(score, wrong) == pytest.approx((1 + 1 + 0.5 + 1) / 4)
