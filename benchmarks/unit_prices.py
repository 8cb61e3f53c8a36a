"""Whether unusual unit prices are the wrong ones: `python -m benchmarks.unit_prices FILE.csv[.gz]`.

Sales reports with the columns ID, Prod, Quant, Val, Insp; Insp says what an inspection found: `ok`, `fraud` or `unkn`.
All reports tell what is usual; those that were inspected are ranked, by the score of `reports.losses.unit_prices`.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.csv_rows import rows
from benchmarks.timing import say
from reports.losses.unit_prices import scores

FIRST = 100


@dataclass(frozen=True)
class Measured:
    """AUROC of the inspected reports, and the share of wrong ones among the first hundred of them."""

    reports: int
    inspected: int
    wrong: int
    auroc: float
    precision: float


def measure(path: Path) -> Measured:
    """Reports without a product, a quantity or a value are left out."""
    products: list[str] = []
    prices: list[float] = []
    verdicts: list[str] = []
    for row in rows(path):
        units, value = _number(row["Quant"]), _number(row["Val"])
        if row["Prod"] and units > 0 and value > 0:
            products.append(row["Prod"])
            prices.append(value / units)
            verdicts.append(row["Insp"])
    _, number = np.unique(products, return_inverse=True)
    score, verdict = scores(number, np.array(prices)), np.array(verdicts)
    inspected = np.isin(verdict, ("ok", "fraud"))
    wrong, ranked = verdict[inspected] == "fraud", score[inspected]
    first = np.argsort(-ranked, kind="stable")[:FIRST]
    return Measured(len(prices), len(ranked), int(wrong.sum()), auroc(ranked, wrong), float(wrong[first].mean()))


def auroc(score: NDArray[np.float64], is_wrong: NDArray[np.bool_]) -> float:
    """The chance that a wrong one has a higher score than a right one, ties counted by half; NaN without both."""
    ordered = np.sort(score)
    ranks = (np.searchsorted(ordered, score, "left") + np.searchsorted(ordered, score, "right") + 1) / 2
    wrong, right = int(is_wrong.sum()), int((~is_wrong).sum())
    if not wrong or not right:
        return float("nan")
    return float((ranks[is_wrong].sum() - wrong * (wrong + 1) / 2) / (wrong * right))


def _number(text: str) -> float:
    """0 for what was left out."""
    return float(text) if text and text != "NA" else 0.0


def main() -> int:
    if len(sys.argv) != 2:
        say(__doc__ or "")
        return 2
    try:
        found = measure(Path(sys.argv[1]))
    except (KeyError, OSError) as problem:
        say(f"No such column or file: {problem}")
        return 2
    say(f"{found.reports:,} reports, {found.inspected:,} inspected, {found.wrong:,} of them wrong")
    if not 0 < found.wrong < found.inspected:
        say("Nothing to tell apart: inspected reports of both verdicts, ok and fraud, are needed.")
        return 1
    say(f"AUROC {found.auroc:.3f}, precision at {FIRST} {found.precision:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
