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


def test_pesewas_and_cedis_lead_back_to_each_other() -> None:
    assert money.from_pesewas(money.pesewas(Decimal("94.05"))) == Decimal("94.05")


@pytest.mark.parametrize(
    ("made", "written"),
    [
        (money.cedis(5), "5.00"),
        (money.share(Decimal(1), Decimal(3)), "33.3"),
        (money.share(Decimal(1), Decimal(16)), "6.3"),
        (money.rounded(Decimal("2.45"), 1), "2.5"),
        (money.rounded(Decimal("2.5"), 0), "3"),
        (money.whole_up(Decimal("2.1")), "3"),
        (money.whole_up(Decimal(2)), "2"),
        (money.model_cost(Decimal("0.0000011")), "0.000002"),
        (money.sum_of_model_costs(Decimal("0.0000014")), "0.000001"),
        (money.sum_of_model_costs(Decimal("0.0000015")), "0.000002"),
    ],
)
def test_what_is_rounded_has_its_decimals_and_no_more(made: Decimal, written: str) -> None:
    assert str(made) == written


@pytest.mark.parametrize(
    ("amount", "down", "nearest", "up"),
    [("250", "200", "300.00", "300.00"), ("249.99", "200", "200.00", "300.00"), ("300", "300", "300.00", "300.00")],
)
def test_an_amount_is_brought_to_a_step_below_near_or_above(amount: str, down: str, nearest: str, up: str) -> None:
    step, exact = Decimal(100), Decimal(amount)
    assert money.whole_step_down(exact, 100) == Decimal(down)
    assert str(money.nearest_step(exact, step)) == nearest
    assert str(money.step_up(exact, step)) == up


def test_a_share_is_a_percentage_of_the_whole_however_large() -> None:
    assert str(money.share(Decimal(3), Decimal(4))) == "75.0"
    assert money.share(Decimal(50), Decimal(20)) == Decimal("250.0")
    assert money.share(Decimal(0), Decimal(20)) == 0


def test_each_share_is_its_own_and_not_what_went_before() -> None:
    total, of = Decimal(10), Decimal(3)
    shares = [money.next_share(total, Decimal(1), of=of, after=Decimal(after)) for after in range(3)]
    assert shares == [Decimal("3.33"), Decimal("3.34"), Decimal("3.33")]
    assert money.next_share(total, Decimal(3), of=of) == total


def test_pesewas_are_a_hundredth_and_a_half_pesewa_becomes_a_whole_one() -> None:
    assert money.pesewas(Decimal("0.005")) == 1
    assert str(money.from_pesewas(9405)) == "94.05"
    assert str(money.from_pesewas(1)) == "0.01"


def test_quantities_keep_three_decimals_and_large_percentages_their_separators() -> None:
    assert money.written_quantity(Decimal("0.125")) == "0.125"
    assert money.written_quantity(Decimal(100)) == "100"
    assert money.written_percent(Decimal("1234.5")) == "1,234.5%"
    assert money.written_percent(Decimal("100.0")) == "100%"


@pytest.mark.parametrize(
    ("figure", "places", "rounded"),
    [("2.449", 1, "2.4"), ("2.45", 2, "2.45"), ("-2.5", 0, "-3"), ("1234.5678", 3, "1234.568")],
)
def test_a_figure_is_rounded_to_the_places_asked_for(figure: str, places: int, rounded: str) -> None:
    assert str(money.rounded(Decimal(figure), places)) == rounded


def test_costs_of_models_are_kept_in_six_decimals_and_never_rounded_down() -> None:
    assert str(money.model_cost(Decimal("0.1"))) == "0.100000"
    assert str(money.model_cost(Decimal("0.00000001"))) == "0.000001"
    assert str(money.sum_of_model_costs(Decimal("1.23456749"))) == "1.234567"


def test_steps_that_are_no_hundred() -> None:
    assert money.whole_step_down(Decimal("99.99"), 50) == 50
    assert str(money.nearest_step(Decimal("2.50"), Decimal("0.20"))) == "2.60"
    assert str(money.step_up(Decimal("2.41"), Decimal("0.20"))) == "2.60"


def test_a_json_number_is_rounded_to_the_pesewa_first() -> None:
    assert money.number(Decimal("50.005")) == 50.01
    assert money.plain(Decimal("1250.005")) == "1250.01"
