"""The taxes contained in a shop's prices, by date of supply: VAT, NHIL, GETFund and, until 2025, the COVID levy."""

import datetime as dt
from decimal import Decimal

from common.money import ZERO, cedis, next_share

# Each as a share of the net price. Until 2025 VAT was charged on value and levies (15 % × 1.06 = 15.9 %); since
# Act 1151 on the value alone.
RATES = (
    (dt.date(2026, 1, 1), {"VAT": Decimal("0.15"), "NHIL": Decimal("0.025"), "GETFund": Decimal("0.025")}),
    (
        dt.date(2023, 1, 1),
        {
            "VAT": Decimal("0.159"),
            "NHIL": Decimal("0.025"),
            "GETFund": Decimal("0.025"),
            "COVID-19 levy": Decimal("0.01"),
        },
    ),
    (
        dt.date(2021, 5, 1),
        {
            "VAT": Decimal("0.1325"),
            "NHIL": Decimal("0.025"),
            "GETFund": Decimal("0.025"),
            "COVID-19 levy": Decimal("0.01"),
        },
    ),
    (dt.date(2018, 8, 1), {"VAT": Decimal("0.13125"), "NHIL": Decimal("0.025"), "GETFund": Decimal("0.025")}),
)


def rates_on(day: dt.date) -> dict[str, Decimal]:
    """The taxes in force on `day` as shares of the net price; none before the first date known here."""
    return next((rates for since, rates in RATES if day >= since), {})


def effective_rate(day: dt.date) -> Decimal:
    """The share of the net price that is added as tax on `day`."""
    return sum(rates_on(day).values(), ZERO)


def contained(gross: Decimal, rate: Decimal) -> Decimal:
    """The tax within a tax-inclusive amount, in GHS: gross - gross / (1 + rate), rounded to the pesewa."""
    return cedis(gross - gross / (1 + rate)) if rate else ZERO


def split(tax: Decimal, day: dt.date) -> dict[str, Decimal]:
    """A tax amount by the taxes in force on `day`; the parts add up exactly, what rounding leaves falls to VAT."""
    rates, whole = rates_on(day), effective_rate(day)
    if not tax or not whole:
        return {}
    parts = {name: cedis(tax * rate / whole) for name, rate in rates.items() if name != "VAT"}
    return {"VAT": tax - sum(parts.values(), ZERO), **parts}


def split_part(part: Decimal, day: dt.date, *, of: Decimal, after: Decimal) -> dict[str, Decimal]:
    """The taxes in a part of the tax amount `of`, of which `after` was split before.

    Parts that make up the whole add up to its `split`, tax by tax; what rounding leaves falls to VAT.
    """
    whole = split(of, day)
    parts = {name: next_share(amount, part, of=of, after=after) for name, amount in whole.items() if name != "VAT"}
    return {"VAT": part - sum(parts.values(), ZERO), **parts} if whole else {}
