"""The tax contained in a shop's prices, by date of supply: VAT with NHIL, GETFund and, until 2025, the COVID levy."""

import datetime as dt
from decimal import Decimal

from common.money import ZERO, cedis

# Effective rate on the net price. Until 2025 VAT was charged on value and levies, since Act 1151 on the value alone.
EFFECTIVE_RATES = (
    (dt.date(2026, 1, 1), Decimal("0.20")),
    (dt.date(2023, 1, 1), Decimal("0.219")),
    (dt.date(2021, 5, 1), Decimal("0.1925")),
    (dt.date(2018, 8, 1), Decimal("0.18125")),
)


def effective_rate(day: dt.date) -> Decimal:
    """The share of the net price that is added as tax on `day`; zero before the first rate known here."""
    return next((rate for since, rate in EFFECTIVE_RATES if day >= since), ZERO)


def contained(gross: Decimal, rate: Decimal) -> Decimal:
    """The tax within a tax-inclusive amount, in GHS: gross - gross / (1 + rate), rounded to the pesewa."""
    return cedis(gross - gross / (1 + rate)) if rate else ZERO
