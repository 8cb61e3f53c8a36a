"""The last weeks of the demo: what happens in them begins when it should and touches nobody else."""

import datetime as dt

import pytest

from app.demo import month, repricing

END = dt.date(2026, 6, 1)


def test_one_cashier_becomes_freer_with_discounts_in_the_last_weeks_alone() -> None:
    rising = [month.discount_chance(0.02, is_rising=True, days_left=days) for days in (300, 17, 16, 0)]
    assert rising == [0.02, 0.02, month.FREER, month.FREER]
    assert month.discount_chance(0.09, is_rising=False, days_left=1) == 0.09


def test_a_slowing_customer_pays_later_and_later() -> None:
    days = [month.later(END - dt.timedelta(days=before), END) for before in (300, 130, 90, 50, 10)]
    assert days == [0, 0, 10, 20, 30]


def test_only_one_product_is_forgotten_and_only_at_the_end() -> None:
    assert month.is_forgotten(month.FORGOTTEN, 0.95)
    assert not month.is_forgotten(month.FORGOTTEN, 0.5)
    assert not month.is_forgotten("TV-SAM-43", 0.95)


def test_a_few_prices_were_changed_alone_and_customers_answered() -> None:
    until, factor = repricing.OWN["RS-SUG-1"]
    assert float(repricing.level("RS-SUG-1", until - 0.01)) == pytest.approx(0.96 * factor)
    assert float(repricing.level("RS-SUG-1", until)) == 0.96
    assert repricing.pull("RS-SUG-1", until - 0.01) > 1.2
    assert repricing.pull("RS-SUG-1", until) == repricing.pull("TV-SAM-43", 0.1) == 1
