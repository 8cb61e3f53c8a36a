"""The judge of answers takes what a reading gives, and nothing that merely holds the figure somewhere."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from benchmarks.judging.fits import fits
from benchmarks.judging.gold import Gold
from benchmarks.judging.said import Said


def said(answer: str = "", *, verdict: str = "", **data: Any) -> Said:
    body = {"query_type": "sales", "answer": answer, "verdict": verdict}
    return Said({**body, "data": {"total": {}, "rows": [], "row_count": len(data.get("rows", [])), **data}})


def gold(kind: str, *rows: tuple[Any, ...], **more: Any) -> Gold:
    return Gold(kind, rows=rows, **more)


BY_SHOP = [{"storefront": "Osu", "revenue": "60.00"}, {"storefront": "Tema", "revenue": "40.00"}]


def test_the_total_is_the_main_figure() -> None:
    answer = said("Your sales came to GHS 100.00. Sugar: GHS 7.00.", total={"revenue": "100.00"})
    assert fits(answer, gold("num", (Decimal(100),)), "sales")
    assert not fits(answer, gold("num", (Decimal(7),)), "sales")


def test_a_total_shown_beside_another_is_not_the_main_figure() -> None:
    answer = said("Your sales came to GHS 90.00. Returns: GHS 5.00.", total={"revenue": "90.00", "returns": "5.00"})
    assert not fits(answer, gold("num", (Decimal(5),)), "returns")
    assert fits(answer, gold("num", (Decimal(90), Decimal(5))), "sales and returns")


def test_a_figure_of_one_row_among_several_is_not_the_answer() -> None:
    answer = said("Sales by storefront: Osu GHS 60.00; Tema GHS 40.00.", total={"revenue": "100.00"}, rows=BY_SHOP)
    assert not fits(answer, gold("num", (Decimal(60),)), "sales at Osu")
    assert fits(answer, gold("num", (Decimal(60), Decimal(40))), "Osu against Tema")


def test_a_comparison_gives_both_figures_their_difference_and_the_percentage() -> None:
    answer = said(total={"revenue": "90.00"}, before={"revenue": "120.00"})
    for wanted in ((90, 120), (30,), (25,)):
        assert fits(answer, gold("num", tuple(map(Decimal, wanted))), "compare")


def test_rows_must_carry_the_names_of_their_figures() -> None:
    answer = said(rows=BY_SHOP)
    assert fits(answer, gold("vals", ("Osu", Decimal(60)), ("Tema", Decimal(40))), "sales by shop")
    assert not fits(answer, gold("vals", ("Osu", Decimal(40)), ("Tema", Decimal(60))), "sales by shop")


def test_what_was_to_be_left_out_may_not_be_there() -> None:
    wanted = gold("vals", ("Osu", Decimal(60)))
    assert not fits(said(rows=BY_SHOP), wanted, "sales by shop without Tema")


def test_payment_methods_may_be_written_as_people_say_them() -> None:
    answer = said(rows=[{"method": "mobile money", "received": "5.00"}])
    assert fits(answer, gold("vals", ("mobile_money", Decimal(5))), "momo")


def test_a_set_is_all_of_the_names_and_no_other() -> None:
    wanted = gold("set", ("Tema",), ("Osu",), of="store")
    assert fits(said(rows=BY_SHOP), wanted, "which shops")
    assert not fits(said(rows=BY_SHOP[:1]), wanted, "which shops")
    assert not fits(said(rows=[*BY_SHOP, {"storefront": "Kumasi"}]), wanted, "which shops")


def test_nothing_found_is_said() -> None:
    assert fits(said("No product sells below cost."), gold("set", of="product"), "below cost")
    assert not fits(said("Sales by product.", rows=[{"product": "Sugar"}]), gold("set", of="product"), "below cost")


def test_a_list_keeps_its_order_and_its_length() -> None:
    assert fits(said(rows=BY_SHOP), gold("list", ("Osu",), ("Tema",)), "rank the shops")
    assert not fits(said(rows=BY_SHOP), gold("list", ("Tema",), ("Osu",)), "rank the shops")
    assert not fits(said(rows=BY_SHOP), gold("list", ("Osu",)), "the best shop")


def test_a_verdict_that_names_another_is_wrong_whatever_stands_below() -> None:
    wanted = gold("first", ("Osu",), known=("Osu", "Tema"))
    assert fits(said(rows=BY_SHOP), wanted, "which shop sold most")
    assert not fits(said(verdict="Tema sold the most.", rows=BY_SHOP), wanted, "which shop sold most")


def test_the_first_of_another_ranking_is_wrong_though_the_name_is_the_same() -> None:
    assert fits(said(rows=BY_SHOP), gold("first", ("Osu", Decimal(60)), of="store"), "best shop")
    assert not fits(said(rows=BY_SHOP), gold("first", ("Osu", Decimal(7)), of="store"), "best shop")


def test_another_ranking_shows_in_its_second_name() -> None:
    rows = [{"product": name} for name in ("Sugar", "Malt", "Gari")]
    assert fits(said(rows=rows), gold("first", ("Sugar",), ("Gari",), ("Malt",)), "grown most")
    assert not fits(said(rows=rows), gold("first", ("Sugar",), ("Oil",), ("Gari",)), "grown most")


def test_the_figure_compared_with_is_not_the_main_one() -> None:
    answer = said(total={"revenue": "90.00"}, before={"revenue": "120.00"})
    assert not fits(answer, gold("num", (Decimal(120),)), "the month before")


def test_hours_are_labels_of_rows() -> None:
    rows = [{"hour": "08:00", "revenue": "3.00"}, {"hour": "19:00", "revenue": "9.00"}]
    assert fits(said(rows=rows), gold("vals", (8, Decimal(3)), (19, Decimal(9))), "sales by hour")
    assert not fits(said(rows=rows), gold("vals", (8, Decimal(9))), "sales by hour")


def test_days_are_the_same_however_they_are_written() -> None:
    wanted = gold("set", (dt.date(2026, 11, 4),), of="day")
    assert fits(said(rows=[{"day": "Wednesday 4 November 2026"}]), wanted, "days without a sale")
    assert fits(said(rows=[{"day": "2026-11-04"}]), wanted, "days without a sale")


@pytest.mark.parametrize("answer", ["Last on Friday 4 November 2026.", "Last on Nov 4."])
def test_a_day_must_be_said_first(answer: str) -> None:
    assert fits(said(answer), gold("say", ("4 November",)), "when")
    assert not fits(said(f"Sold 3 times. {answer}"), gold("say", ("4 November",)), "when")
    assert not fits(said("Last on 14 November."), gold("say", ("4 November",)), "when")


def test_a_question_back_offers_its_choices_and_answers_nothing() -> None:
    back = Said({"query_type": "clarify", "answer": "?", "data": None, "choices": [{"id": "1", "question": "Sales?"}]})
    assert (back.answered, back.choices) == (False, ["Sales?"])
    assert fits(back, gold("refuse"), "who stole")
