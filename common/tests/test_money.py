from decimal import Decimal

import pytest

from common import money


def test_a_half_pesewa_rounds_up() -> None:
    assert money.cedis("0.125") == Decimal("0.13")


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError):
        money.cedis(0.1)  # type: ignore[arg-type]


def test_pesewas_are_whole() -> None:
    assert money.pesewas(Decimal("94.00")) == 9400


def test_an_amount_is_written_with_the_letters_and_separators() -> None:
    assert money.written(Decimal("1250")) == "GHS 1,250.00"


def test_whole_units_are_written_without_zeros() -> None:
    assert money.written_quantity(Decimal("1200.000")) == "1,200"
    assert money.written_quantity(Decimal("2.500")) == "2.5"


def test_a_share_of_nothing_is_unknown() -> None:
    assert money.share(Decimal(5), Decimal(0)) is None


def test_a_percentage_has_one_decimal_when_it_needs_one() -> None:
    assert money.written_percent(Decimal("15.0")) == "15%"
    assert money.written_percent(Decimal("4.25")) == "4.3%"
    assert money.written_percent(Decimal("-0.04")) == "0%"


def test_shares_that_are_taken_one_after_the_other_add_up_to_the_total() -> None:
    whole, before, taken = Decimal(94), Decimal(0), Decimal(0)
    for part in map(Decimal, ("0.01", "33.33", "0.02", "60.64")):
        taken += money.next_share(Decimal("2.00"), part, after=before, of=whole)
        before += part
    assert taken == Decimal("2.00")
    assert money.next_share(Decimal("2.00"), Decimal(1), of=Decimal(0)) == 0
