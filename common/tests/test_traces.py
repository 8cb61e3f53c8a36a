"""A person is found in a text however they are written, and nobody else is."""

import pytest

from common.traces import Traces

AMA = Traces("Ama  Mensah", "+233241234567", "ama@example.com", "", "x")


WRITINGS = [
    "line 3: AMA MENSAH has no phone",
    "call 0241234567",
    "call 024 123-4567",
    "(+233) 24 123 4567",
    "Ama\nMensah",
    "to Ama@Example.com.",
]


@pytest.mark.parametrize("text", WRITINGS)
def test_every_writing_is_found(text: str) -> None:
    assert Traces("Ama Mensah", "+233241234567", "ama@example.com").found_in(text)


@pytest.mark.parametrize("text", ["Ama", "Amama Mensahs", "0241234568", "x", "", "2412 34", "ama@example.community"])
def test_nobody_else_is(text: str) -> None:
    assert not AMA.found_in(text)


def test_a_value_keeps_its_shape(db: None) -> None:
    kept = {"line": 3, "reasons": ["no phone", "Akosua Boateng is twice"], "ok": None}
    assert Traces("Akosua Boateng").taken_out(kept, "erased") == {
        "line": 3,
        "reasons": ["no phone", "erased"],
        "ok": None,
    }


def test_nine_digits_are_a_phone_and_eight_are_none() -> None:
    assert Traces("244112223").found_in("call 0244 112 223 now")
    assert not Traces("24411222").found_in("call 024411222 now")
