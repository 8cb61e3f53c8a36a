"""The last weeks of the demo: a cashier whose discounts rise, a customer who slows down, goods nobody orders again."""

import datetime as dt

RISING_DAYS, FREER = 16, 0.15
"""Days before the end in which one cashier gives more off, and how likely on each line."""
SLOWING_DAYS, SLOWS_BY = 130, 4
"""Days before the end from which a slowing customer pays later, a day later for each so many days."""
FORGOTTEN, SINCE = "RS-RIC-5", 0.93
"""What nobody orders again, and the part of the year after which that is so."""


def discount_chance(usual: float, *, is_rising: bool, days_left: int) -> float:
    """How likely a line has something off; one cashier becomes freer with it in the end."""
    return FREER if is_rising and days_left <= RISING_DAYS else usual


def later(day: dt.date, end: dt.date) -> int:
    """By how many days later than before a slowing customer pays what falls due on `day`."""
    return max(0, SLOWING_DAYS - (end - day).days) // SLOWS_BY


def is_forgotten(sku: str, gone: float) -> bool:
    """Whether nobody orders the product any more; `gone` is the part of the year that has passed."""
    return sku == FORGOTTEN and gone >= SINCE
