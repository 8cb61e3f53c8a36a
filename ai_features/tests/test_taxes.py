"""Taxes on the price of credits."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from pytest_django.fixtures import Settings

from ai_features import taxes
from app.tests.test_settings import start_with

TODAY = dt.date(2026, 11, 21)


def test_eighty_cedis_carry_fourteen_of_tax() -> None:
    quote = taxes.quote(Decimal(80), on=TODAY)
    assert [(line.name, line.rate, line.amount) for line in quote.taxes] == [
        ("VAT", Decimal(15), Decimal("12.00")),
        ("NHIL", Decimal("2.5"), Decimal("2.00")),
    ]
    assert (quote.total_tax, quote.total) == (Decimal("14.00"), Decimal("94.00"))


def test_each_line_is_rounded_half_up_and_the_total_is_their_sum() -> None:
    quote = taxes.quote(Decimal("5.10"), on=TODAY)
    assert [line.amount for line in quote.taxes] == [Decimal("0.77"), Decimal("0.13")]
    assert quote.total == Decimal("6.00")


def test_a_tax_holds_from_its_first_day_until_its_last(settings: Settings) -> None:
    levy = {"name": "Levy", "rate": Decimal(1), "from": dt.date(2026, 1, 1), "until": dt.date(2027, 1, 1)}
    settings.AI_TAXES = [levy]
    amounts = [taxes.quote(Decimal(100), on=day).total for day in (dt.date(2025, 12, 31), dt.date(2026, 1, 1))]
    assert amounts == [Decimal("100.00"), Decimal("101.00")]
    assert taxes.quote(Decimal(100), on=dt.date(2027, 1, 1)).taxes == ()


@pytest.mark.parametrize(
    "value", ["VAT 15", '[{"name": "VAT"}]', '[{"name": "VAT", "rate": -1}]', '[{"name": "V", "rate": 1, "form": ""}]']
)
def test_a_tax_list_that_cannot_be_used_stops_the_start_by_name(value: str) -> None:
    result = start_with(AI_TAXES=value)
    assert result.returncode != 0
    assert "AI_TAXES has a value that cannot be used" in result.stderr


def test_the_laws_present_rates_can_be_configured() -> None:
    rates = [{"name": name, "rate": rate} for name, rate in (("VAT", 15), ("NHIL", 2.5), ("GETFund", 2.5))]
    assert start_with(AI_TAXES=json.dumps(rates)).returncode == 0
