"""Slots in an answer of several fields: which texts are filled, and what no field may hold."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from ai_features.feature import Facts
from ai_features.services.slots import SlotError, SlotId
from ai_features.tests.slot_builders import make_slots


class Item(BaseModel):
    of: SlotId
    why: str


class Words(BaseModel):
    title: str
    level: Literal["HIGH 1", "LOW 2"]
    items: list[Item]
    tags: list[str] = []


def facts() -> Facts:
    return Facts(slots=make_slots())


def test_texts_of_the_words_are_filled_and_choices_left_alone() -> None:
    words = Words(title="{total}", level="HIGH 1", items=[Item(of="ama", why="Owes {ama_owes}")], tags=["{tv}"])
    filled = facts().fill(words)
    assert filled.model_dump() == {
        "title": "GHS 1,250.00",
        "level": "HIGH 1",
        "items": [{"of": "ama", "why": "Owes GHS 300.00"}],
        "tags": ["Samsung 55 TV"],
    }


def test_problems_in_any_text_name_the_field() -> None:
    words = Words(title="Sold 5", level="LOW 2", items=[Item(of="nobody", why="fine")], tags=["{none}"])
    with pytest.raises(SlotError) as refused:
        facts().fill(words)
    assert [p.split(":")[0] for p in refused.value.problems] == ["title", "items", "tags"]


class Odd(BaseModel):
    by_name: dict[str, str] = {}
    level: Literal["HIGH"] | str = "HIGH"
    maybe: Literal["LOW"] | None = None


def test_no_field_of_an_answer_is_passed_over() -> None:
    with pytest.raises(SlotError, match="by_name"):
        facts().fill(Odd(by_name={"a": "See evil.com"}))
    with pytest.raises(SlotError, match="level"):
        facts().fill(Odd(level="See evil.com"))
    assert facts().fill(Odd(maybe="LOW")).maybe == "LOW"


def test_a_field_that_cannot_be_checked_is_no_field_of_words() -> None:
    class Figures(BaseModel):
        total: int

    with pytest.raises(TypeError, match="no int"):
        facts().fill(Figures(total=5))


def test_a_list_has_an_end() -> None:
    with pytest.raises(SlotError, match="tags: at most 30"):
        facts().fill(Words(title="Fine", level="LOW 2", items=[], tags=["Fine"] * 31))


def test_an_annotated_choice_inside_a_list_is_checked_too() -> None:
    class Picks(BaseModel):
        picks: list[Annotated[str, "the id of a slot"]]

    assert facts().fill(Picks(picks=["{tv}"])).picks == ["tv"]
    with pytest.raises(SlotError):
        facts().fill(Picks(picks=["radio"]))
