"""Whether the credit score tells who will pay late: `python -m benchmarks.credit_scores FILE.csv [DAY]`.

Scores every customer at the end of DAY (2013-07-01), from what was known then, and compares with the mean days late
of the invoices made in the 180 days after.
"""

import datetime as dt
import os
import sys
from pathlib import Path
from typing import Any

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from benchmarks.receivables_file import ReceivablesFile  # noqa: E402
from reports import credit_score  # noqa: E402
from reports.ledger import day_number  # noqa: E402

AHEAD, LATER = 180, 90


def measure(file: ReceivablesFile, day: dt.date) -> dict[str, float]:
    """Spearman's rank correlations; the first is of the score with punctuality, so that 1 is perfect."""
    today = day_number(day)
    now = credit_score.score(file.at(today)).score
    later = credit_score.score(file.at(today + LATER)).score
    after = (file.sold > today) & (file.sold <= today + AHEAD)
    count = np.bincount(file.customer[after], minlength=len(file.customers))
    days = np.bincount(file.customer[after], (file.paid - file.due)[after], minlength=len(file.customers))
    known = (count > 0) & ~np.isnan(now)
    both = ~np.isnan(now) & ~np.isnan(later)
    return {
        "customers": int(known.sum()),
        "rank correlation with lateness after": rank_correlation(now[known], -days[known] / count[known]),
        "rank correlation with itself in 90 days": rank_correlation(now[both], later[both]),
    }


def rank_correlation(one: Any, other: Any) -> float:
    """Spearman's rho, ties at their mean rank."""
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Any) -> Any:
    ordered = np.sort(values)
    return (np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right")) / 2


if __name__ == "__main__":
    chosen = dt.date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else dt.date(2013, 7, 1)
    for name, value in measure(ReceivablesFile(Path(sys.argv[1])), chosen).items():
        sys.stdout.write(f"{name:42} {value:8.2f}\n")
