"""How well payment dates are predicted: `python -m benchmarks.payment_dates FILE.csv`.

Walks through the file and predicts each invoice on the evening before it is made, from what was known then.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from benchmarks.receivables_file import ReceivablesFile  # noqa: E402
from reports import payment_dates as model  # noqa: E402

if TYPE_CHECKING:
    from reports.payment_dates import Floats

QUANTILES = (model.MIDDLE, model.LOW, model.HIGH)


def measure(file: ReceivablesFile) -> dict[str, float]:
    """Mean absolute errors in days, and the percentage of payments inside the 80 % interval."""
    rows = np.array([_predict(file, invoice) for invoice in np.flatnonzero(file.paid >= file.sold).tolist()])
    actual, expected, early, late, own_median = rows.T
    return {
        "invoices": len(rows),
        "error of this prediction": _error(expected, actual),
        "error of the due date": _error(np.zeros_like(actual), actual),
        "error of the customer's median": _error(own_median, actual),
        "held by the 80 % interval, %": float(((early <= actual) & (actual <= late)).mean() * 100),
    }


def _predict(file: ReceivablesFile, invoice: int) -> list[float]:
    day = int(file.sold[invoice])
    book = file.at(day - 1)
    owner = file.customer[invoice : invoice + 1]
    late_now = np.array([day - file.due[invoice]])
    survival = model.fit(book)
    own = book.late[(book.customer == owner[0]) & ~book.is_open]
    actual = file.paid[invoice] - file.due[invoice]
    found = [float(survival.lateness(owner, late_now, quantile)[0]) for quantile in QUANTILES]
    return [float(actual), *found, float(np.median(own)) if own.size else 0.0]


def _error(expected: "Floats", actual: "Floats") -> float:
    return float(np.abs(expected - actual).mean())


if __name__ == "__main__":
    for name, value in measure(ReceivablesFile(Path(sys.argv[1]))).items():
        sys.stdout.write(f"{name:34} {value:10.2f}\n")
